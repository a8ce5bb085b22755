// Content-Type, Content-Disposition and other values with parameters (RFC 2045 section 5.1, RFC 2183), with the extensions of
// RFC 2231: other charsets, and values in sections. Written wrong in half of all mail: missing quotes, missing semicolons,
// encoded words where none may be.

public import Messages

extension Defect.Kind {
    /// A parameter has no name, or a name that RFC 2231 section 7 does not allow.
    public static let parameterName = Defect.Kind(rawValue: "parameter.bad-name")
    /// A parameter has no value.
    public static let parameterWithoutValue = Defect.Kind(rawValue: "parameter.missing-value")
    /// A parameter is given twice; the first counts.
    public static let parameterRepeated = Defect.Kind(rawValue: "parameter.repeated")
    /// A value that needs quotes has none (RFC 2045 section 5.1).
    public static let parameterUnquoted = Defect.Kind(rawValue: "parameter.missing-quotes")
    /// Two parameters stand side by side without a semicolon.
    public static let parameterMissingSemicolon = Defect.Kind(rawValue: "parameter.missing-semicolon")
    /// A value holds an encoded word (forbidden by RFC 2047 section 5), read as its writer meant it.
    public static let parameterEncodedWord = Defect.Kind(rawValue: "parameter.encoded-word")
    /// An extended value lacks its charset or is badly encoded, or sections are missing (RFC 2231 sections 3 and 4).
    public static let parameterExtension = Defect.Kind(rawValue: "parameter.bad-extension")
    /// There are more parameters than `FieldLimits.parameters`.
    public static let parameterTooMany = Defect.Kind(rawValue: "parameter.too-many")
    /// A file name has a path before it.
    public static let fileNamePath = Defect.Kind(rawValue: "file-name.path")
    /// A file name holds a control character, or an extended value a NUL.
    public static let fileNameControl = Defect.Kind(rawValue: "file-name.control-character")
    /// A file name holds a character that turns the reading direction (Unicode Bidi_Control): `exe.txt` may read `txt.exe`.
    public static let fileNameBidirectional = Defect.Kind(rawValue: "file-name.bidi-control")
}

/// A value with parameters: a media type, a disposition.
public struct ParameterisedValue: Sendable, Hashable {
    /// One parameter.
    public struct Parameter: Sendable, Hashable {
        /// The name in lower case, without the marks of RFC 2231.
        public var name: String
        /// The value, sections joined and decoded.
        public var value: String
        /// The language an extended value names (RFC 2231 section 4); empty when it names none.
        public var language: String

        /// A parameter.
        public init(name: String, value: String, language: String = "") {
            self.name = name
            self.value = value
            self.language = language
        }
    }

    /// The value before the parameters in lower case: `text/html`, `attachment`; empty when there is none.
    public var value: String
    /// The parameters, each name once, in the order of their first appearance.
    public var parameters: [Parameter]
    /// What is wrong with the field.
    public var defects: [Defect]

    /// A value in good form.
    public init(value: String, parameters: [Parameter] = []) {
        self.value = value
        self.parameters = parameters
        defects = []
    }

    /// Reads the body of a Content-Type, Content-Disposition or similar field.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    ///   - decoder: keeps open what charsets need, for the next field.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange, decoder: inout CharsetDecoder) {
        var reading = ParameterReading(FieldBytes.trimmed(bytes, range))
        value = reading.main(bytes)
        while reading.next(bytes) {}
        swap(&reading.decoder, &decoder)
        parameters = reading.resolve(bytes)
        swap(&reading.decoder, &decoder)
        defects = reading.defects
    }

    /// Reads the body of one field with parameters, when there is no other.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        var decoder = CharsetDecoder()
        self.init(bytes, range, decoder: &decoder)
    }

    /// The top-level media type: what stands before the slash.
    public var type: String {
        String(value.prefix { $0 != "/" })
    }

    /// The media subtype: what stands after the first slash; nothing where that is empty.
    public var subtype: String? {
        guard let slash = value.firstIndex(of: "/") else { return nil }
        let rest = value[value.index(after: slash)...]
        return rest.isEmpty ? nil : String(rest)
    }

    /// The value of the parameter of this name, given in lower case.
    public subscript(name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    /// The file name that a mail program would offer: `filename` before `name`, without any path (RFC 2183 section 2.3).
    public var fileName: String? {
        guard let whole = self["filename"] ?? self["name"] else { return nil }
        let scalars = whole.unicodeScalars
        guard let slash = scalars.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return whole.isEmpty ? nil : whole }
        let name = String(scalars[scalars.index(after: slash)...])
        return name.isEmpty ? nil : name
    }
}
