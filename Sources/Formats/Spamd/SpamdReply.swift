/// What a server answers.
public struct SpamdReply: Sendable, Hashable {
    /// How it went, in the words of sysexits.h.
    public enum Code: Int, Sendable, Hashable {
        /// Well.
        case ok = 0
        /// The message cannot be taken.
        case dataError = 65
        /// What is asked for is not offered here.
        case unavailable = 69
        /// The server is not able to, for now.
        case temporaryFailure = 75
        /// The request is not of the protocol.
        case protocolError = 76
        /// The client may not ask for that.
        case noPermission = 77

        var word: String {
            switch self {
            case .ok: "EX_OK"
            case .dataError: "EX_DATAERR"
            case .unavailable: "EX_UNAVAILABLE"
            case .temporaryFailure: "EX_TEMPFAIL"
            case .protocolError: "EX_PROTOCOL"
            case .noPermission: "EX_NOPERM"
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
    /// What was asked for, which says in what form the answer is awaited.
    public var command = SpamdCommand.check
    /// The version of the protocol that the client speaks, minor number only: older clients know fewer fields.
    public var minorVersion = 5

    /// A reply.
    public init(_ code: Code = .ok, _ words: String? = nil) {
        self.code = code
        self.words = words
    }

    /// A reply to a request, in the form that its client knows; all is well unless something else is said.
    public init(to request: SpamdRequest) {
        self.init()
        command = request.command
        minorVersion = request.minorVersion
    }

    /// The reply to a request that cannot be served.
    public init(_ error: SpamdError) {
        self.init(error.code, error.description)
    }

    /// The reply as it goes over the wire.
    public var bytes: [UInt8] {
        var head = "SPAMD/1.5 \(code.rawValue) \(SpamdHead.printable((words ?? code.word).utf8))\r\n"
        // Nothing stands behind the first line of a failure and of a pong.
        if code != .ok || words != nil { return Array(head.utf8) }
        if !didSet.isEmpty { head += "DidSet: \(didSet.map(\.rawValue).joined(separator: ","))\r\n" }
        if !didRemove.isEmpty { head += "DidRemove: \(didRemove.map(\.rawValue).joined(separator: ","))\r\n" }
        // Before 1.3 clients know one field: of a message how long it is, of words about it what was thought of it. Exim is one of them.
        let isMessage = command == .process || command == .headers
        if let body, minorVersion >= 3 || isMessage && minorVersion == 2 { head += "Content-length: \(body.count)\r\n" }
        if let judgement, minorVersion >= 3 || !isMessage { head += field(of: judgement) }
        // Before 1.2 they take what follows the first line for the message.
        if !isMessage || minorVersion >= 2 { head += "\r\n" }
        let end: [UInt8] = command == .symbols && minorVersion < 3 ? [0x0D, 0x0A] : []
        return Array(head.utf8) + (body ?? []) + end
    }

    private func field(of judgement: Judgement) -> String {
        let isYesOrNo = command == .reportIfSpam
        let said = judgement.isSpam ? isYesOrNo ? "Yes" : "True" : isYesOrNo ? "No" : "False"
        return "Spam: \(said) ; \(SpamdReply.tenths(judgement.score)) / \(SpamdReply.tenths(judgement.threshold))\r\n"
    }

    /// A number with one digit behind the point, as clients read it: never more than it is, so that no score looks like a threshold that it does not
    /// reach.
    public static func tenths(_ value: Double) -> String {
        guard value.isFinite else { return value > 0 ? "999.0" : "-999.0" }
        // A trifle more, so that what is a tenth in decimal stays that tenth.
        let tenths = Int((min(max(value, -999), 999) * 10 + 1e-9).rounded(.down))
        return "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
    }
}
