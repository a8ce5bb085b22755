// PostGateway: programs ask over HTTP what is to be done with a message. What is asked and answered are values; the sockets are in HTTPServer.
//
// Whoever reaches the port writes what comes in: nothing in it is trusted, and the size of everything kept is bounded (WebLimits).

internal import Connections
public import Forms

/// A request as it came (RFC 9110).
public struct WebRequest: Sendable {
    /// The method: `POST`.
    public var method: String
    /// The path of the target, without the query.
    public var path: String
    /// The query behind the path.
    public var query: [FormField]
    /// The header fields by their names in lower case; those that stand several times with commas between.
    public var fields: [String: String]
    /// The content.
    public var body: [UInt8]
    /// Whether only this machine can reach the address that it came to.
    public var isLocal: Bool

    /// A request for a target: a path, and behind a question mark a query.
    public init(_ method: String, _ target: String, fields: [String: String] = [:], body: [UInt8] = [], isLocal: Bool = true) {
        self.method = method
        self.fields = fields
        self.body = body
        self.isLocal = isLocal
        let mark = target.utf8.firstIndex(of: UInt8(ascii: "?"))
        path = String(target[..<(mark ?? target.endIndex)])
        let query = mark.map { Array(target.utf8[target.utf8.index(after: $0)...]) } ?? []
        // What is too long to be asked is as good as nothing asked.
        self.query = FormField.fields(of: query.span) ?? []
    }

    /// The media type of the content in lower case, without parameters (RFC 9110 section 8.3).
    public var mediaType: String? {
        guard let field = fields["content-type"] else { return nil }
        let type = field.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }
        return type.isEmpty ? nil : type.lowercased()
    }
}

/// What is answered.
public struct WebReply: Sendable {
    /// The status code.
    public var status: Int
    /// Header fields beside those of the content.
    public var fields: [Field]
    /// The media type of the content; nothing where there is none.
    public var mediaType: String?
    /// The content.
    public var body: [UInt8]
    /// What the content counts in until it is sent; nothing where it is small.
    var kept: KeptShare?

    /// One header field.
    public struct Field: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// Its value.
        public var value: String

        /// A field.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// An answer.
    public init(_ status: Int, _ mediaType: String?, _ body: String, fields: [Field] = []) {
        self.status = status
        self.mediaType = mediaType
        self.body = Array(body.utf8)
        self.fields = fields
    }

    /// The value of a field.
    public subscript(name: String) -> String? { fields.first { $0.name.lowercased() == name.lowercased() }?.value }

    /// The content as text.
    public var text: String { String(decoding: body, as: UTF8.self) }

    static let json = "application/json"
    static let plain = "text/plain; charset=utf-8"
}

/// How much of a request is borne, in one place.
public enum WebLimits {
    /// The most bytes of one header field, and of all of them together.
    public static let headerBytes = 32 << 10
    /// The most header fields.
    public static let headerFields = 200
    /// The most bytes of one text message, chat line, post or call, with what is said of it.
    public static let textBytes = 1 << 20
    /// How often a second somebody may ask who has a link of a digest, unless settings say another number.
    public static let linkRequests = 10
    /// The most bytes of the form of a page of ours.
    public static let formBytes = 1 << 10
    /// The most bytes of many messages in one request.
    public static let batchBytes = 16 << 20
    /// The most messages in one request.
    public static let batchCount = 1000
    /// How many messages of one request are judged side by side.
    public static let batchWidth = 16
    /// The most held mails in one answer.
    public static let heldMails = 100
    /// The most recipients of a message: as many as mail servers take in one transaction.
    public static let recipients = 1000
    /// The most bytes of an entry of a list: those of the longest address of XMPP (RFC 7622 section 3.1).
    public static let listEntryBytes = 3071
    /// The most characters (code points) of an address, a number, an account, an identifier.
    public static let nameLength = 256
}
