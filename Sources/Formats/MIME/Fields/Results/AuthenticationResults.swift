// Authentication-Results (RFC 8601): what a server found when it checked where a message came from. Whoever sends a message can write
// this field into it, so nothing of it is to be believed before `claims(_:_:_:)` has had its say.

public import Messages

extension Defect.Kind {
    /// The field does not begin with the name of the server that wrote it (RFC 8601 section 2.5).
    public static let resultsWithoutServer = Defect.Kind(rawValue: "results.missing-server")
    /// The field has a version other than 1 (RFC 8601 section 2.2).
    public static let resultsVersion = Defect.Kind(rawValue: "results.unknown-version")
    /// Something stands where a method with its result should (RFC 8601 section 2.2).
    public static let resultsMalformed = Defect.Kind(rawValue: "results.malformed")
    /// A property has no type, or no value.
    public static let resultsProperty = Defect.Kind(rawValue: "results.malformed-property")
    /// A value needs quotes and has none.
    public static let resultsUnquoted = Defect.Kind(rawValue: "results.missing-quotes")
    /// The field says `none` and has results too.
    public static let resultsNoneBesideOthers = Defect.Kind(rawValue: "results.none-beside-results")
    /// There are more results than `FieldLimits.results`, or more properties than `FieldLimits.resultProperties`.
    public static let resultsTooMany = Defect.Kind(rawValue: "results.too-many")
}

/// What a server found of a message: its name, and one result a method.
public struct AuthenticationResults: Sendable, Hashable {
    /// What one method found.
    public struct Result: Sendable, Hashable {
        /// The method in lower case: `spf`, `dkim`, `dmarc`.
        public var method: String
        /// The method's version; 1 where none is said.
        public var methodVersion: Int
        /// The result in lower case: `pass`, `fail`.
        public var result: String
        /// Why, in the server's words; nothing where it does not say.
        public var reason: String?
        /// What was looked at.
        public var properties: [Property]
        /// What comments beside the result say, a space between two of them.
        public var comment: String

        /// A result.
        public init(
            _ method: String, _ result: String, version: Int = 1, reason: String? = nil, properties: [Property] = [], comment: String = ""
        ) {
            self.method = method
            self.result = result
            methodVersion = version
            self.reason = reason
            self.properties = properties
            self.comment = comment
        }

        /// The value of the first property of this type and name, both in lower case (`smtp`, `mailfrom`).
        public subscript(type: String, name: String) -> String? {
            properties.first { $0.type == type && $0.name == name }?.value
        }
    }

    /// One thing that was looked at (RFC 8601 section 2.3).
    public struct Property: Sendable, Hashable {
        /// Where it stands, in lower case: `smtp`, `header`, `body` or `policy`; empty where the field leaves it out.
        public var type: String
        /// Its name there, in lower case: `mailfrom`, `d`.
        public var name: String
        /// What stands there.
        public var value: String

        /// A property.
        public init(_ type: String, _ name: String, _ value: String) {
            self.type = type
            self.name = name
            self.value = value
        }
    }

    /// The server that wrote it (authserv-id); empty where the field does not say.
    public var server: String
    /// The field's version; 1 where none is said.
    public var version: Int
    /// The results, in order; none where nothing was checked.
    public var results: [Result]
    /// What is wrong with the field.
    public var defects: [Defect] = []

    /// Results of a server.
    public init(server: String, version: Int = 1, results: [Result]) {
        self.server = server
        self.version = version
        self.results = results
    }

    /// Reads the body of an Authentication-Results field, or of an ARC-Authentication-Results field behind its instance.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        var reading = AuthenticationResultsReading(FieldBytes.trimmed(bytes, range))
        reading.run(bytes)
        self.init(server: reading.server, version: reading.version, results: reading.results)
        defects = reading.scanner.defects
    }

    /// The results of a method, given in lower case.
    public func results(of method: String) -> [Result] {
        results.filter { $0.method == method }
    }
}
