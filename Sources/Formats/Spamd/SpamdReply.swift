/// What a server answers.
public struct SpamdReply: Sendable, Hashable {
    /// How it went, in the words of sysexits.h.
    public enum Code: Int, Sendable, Hashable {
        /// Well.
        case ok = 0
        /// The message cannot be taken.
        case dataError = 65
        /// The server is not able to, for now.
        case temporaryFailure = 75
        /// The request is not of the protocol.
        case protocolError = 76

        var word: String {
            switch self {
            case .ok: "EX_OK"
            case .dataError: "EX_DATAERR"
            case .temporaryFailure: "EX_TEMPFAIL"
            case .protocolError: "EX_PROTOCOL"
            }
        }
    }

    /// What was thought of the message: the score of today's tools stands for the log-odds.
    public struct Judgement: Sendable, Hashable {
        /// Whether it is spam.
        public var isSpam: Bool
        /// How much speaks for that.
        public var score: Double
        /// From which score on a message is spam.
        public var threshold: Double

        /// A judgement.
        public init(isSpam: Bool, score: Double, threshold: Double) {
            self.isSpam = isSpam
            self.score = score
            self.threshold = threshold
        }
    }

    /// How it went.
    public var code: Code
    /// What is wrong, where something is; `PONG` to a ping.
    public var words: String?
    /// What was thought of the message.
    public var judgement: Judgement?
    /// Where somebody's word was set down, and from where taken back; `DidSet` and `DidRemove`.
    public var didSet: [SpamdRequest.Database] = []
    /// From where it was taken back.
    public var didRemove: [SpamdRequest.Database] = []
    /// What follows the head; nothing where only the head is sent.
    public var body: [UInt8]?

    /// A reply.
    public init(_ code: Code = .ok, _ words: String? = nil) {
        self.code = code
        self.words = words
    }

    /// The reply to a request that cannot be served.
    public init(_ error: SpamdError) {
        self.init(error.code, error.description)
    }

    /// The reply as it goes over the wire.
    public var bytes: [UInt8] {
        var head = "SPAMD/1.5 \(code.rawValue) \(SpamdHead.printable((words ?? code.word).utf8))\r\n"
        if !didSet.isEmpty { head += "DidSet: \(didSet.map(\.rawValue).joined(separator: ", "))\r\n" }
        if !didRemove.isEmpty { head += "DidRemove: \(didRemove.map(\.rawValue).joined(separator: ", "))\r\n" }
        if let body { head += "Content-length: \(body.count)\r\n" }
        if let judgement {
            let said = judgement.isSpam ? "True" : "False"
            head += "Spam: \(said) ; \(SpamdReply.tenths(judgement.score)) / \(SpamdReply.tenths(judgement.threshold))\r\n"
        }
        // Nothing stands behind the first line of a failure and of a pong.
        if code != .ok || words != nil { return Array(head.utf8) }
        return Array((head + "\r\n").utf8) + (body ?? [])
    }

    /// A number with one digit behind the point, as clients read it.
    private static func tenths(_ value: Double) -> String {
        guard value.isFinite else { return value > 0 ? "999.0" : "-999.0" }
        let tenths = Int((min(max(value, -999), 999) * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
