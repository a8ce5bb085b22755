internal import Filter
internal import MIME
internal import Messages
internal import Milter

extension MilterSession {
    /// What the server offers, cut down to what is needed.
    mutating func negotiate(_ offer: MilterOptions) throws(Problem) -> MilterReply {
        guard offer.version >= MilterSession.oldestVersion else { throw .version(offer.version) }
        let answer = MilterOptions(
            version: min(offer.version, MilterSession.newestVersion), actions: offer.actions.intersection(MilterSession.actions),
            steps: offer.steps.intersection(MilterSession.steps))
        agreed = answer
        return .negotiate(answer)
    }

    /// Takes values of macros that say more of the client than the commands do.
    mutating func take(_ values: [String: String], at step: UInt8) {
        if let identifier = values["i"] { mail.queueIdentifier = identifier }
        guard step == UInt8(ascii: "M") else { return }
        // They come before the mail that they are of is begun, and are of no other.
        let account = values["{auth_authen}"] ?? ""
        connection.account = account.isEmpty ? nil : account
        connection.queueIdentifier = values["i"]
    }

    mutating func begin(_ words: [String]) {
        forgetMail()
        mail = connection
        connection.account = nil
        connection.queueIdentifier = nil
        mail.returnPath = words.first.map(MailTransaction.address)
    }

    mutating func forgetMail() {
        mail = MailTransaction()
        fields = WrittenFields()
    }

    /// Takes one field of the header as it was sent: the server writes line ends inside as line feeds.
    mutating func take(_ name: [UInt8], _ body: [UInt8], isVerbatim: Bool) {
        if !mail.isRelayed(inside: options.boundary) || WrittenFields.isReleaseMark(name) { fields.note(name, body, claiming: claimed) }
        var field = name + [0x3A]
        field.reserveCapacity(name.count + body.count + 4)
        if !isVerbatim { field.append(0x20) }
        for byte in body {
            if byte == 0x0A, field.last != 0x0D { field.append(0x0D) }
            field.append(byte)
        }
        mail.append(field + [0x0D, 0x0A], limit: options.messageBytes)
    }

    /// A field as the server takes it: line ends inside are line feeds, and the blank behind the colon is there where it was agreed on.
    func written(_ field: MailMarks.Field) -> MilterReply {
        let isVerbatim = agreed?.steps.contains(.leadingSpace) == true
        let body = field.body.filter { $0 != 0x0D }
        return .insertHeader(at: 0, name: field.name, body: isVerbatim ? body : Array(body.drop { $0 == 0x20 }))
    }
}

/// Which fields of a header have to go: results in our name, and marks like ours, that somebody else wrote.
struct WrittenFields: Sendable {
    /// How many fields are taken out of one mail. No honest mail has more than a few; mail servers give way under thousands.
    static let removalLimit = 100
    /// Fields with results of authentication, in lower case.
    private static let authenticationResults = Array("authentication-results".utf8)
    private static let receivedSPF = Array("received-spf".utf8)

    private var counts: [[UInt8]: UInt32] = [:]
    private var forged: [(name: [UInt8], number: UInt32)] = []
    /// Whether there are more than can be taken out.
    private(set) var isFlood = false

    /// Whether a field says that its mail was released: nobody but us reads that, wherever it comes from.
    static func isReleaseMark(_ name: [UInt8]) -> Bool {
        name.count == MailMarks.release.count && zip(name, MailMarks.release).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }

    /// Whether a field by this name, in lower case, has results of authentication.
    static func isResult(_ name: [UInt8]) -> Bool { name == authenticationResults || name == receivedSPF }

    /// Whether such a field says that its results are ours.
    static func claims(_ boundary: TrustBoundary, _ name: [UInt8], _ bytes: Span<UInt8>, _ body: ByteRange) -> Bool {
        name == receivedSPF ? ReceivedSPF.claims(boundary, bytes, body) : AuthenticationResults.claims(boundary, bytes, body)
    }

    /// Notes one field.
    mutating func note(_ name: [UInt8], _ body: [UInt8], claiming boundary: TrustBoundary) {
        // Blanks may stand before the colon (RFC 5322 section 4.5.8).
        var lowered = name.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        while let last = lowered.last, last == 0x20 || last == 0x09 { lowered.removeLast() }
        let isMark = MailMarks.names.contains(lowered)
        guard isMark || WrittenFields.isResult(lowered) else { return }
        let number = counts[lowered, default: 0] + 1
        counts[lowered] = number
        guard isMark || WrittenFields.claims(boundary, lowered, body.span, ByteRange(0, body.count)) else { return }
        guard forged.count < WrittenFields.removalLimit else {
            isFlood = true
            return
        }
        forged.append((name, number))
    }

    /// The changes that take them out, the last field of a name first, so that none changes the number of another.
    var removals: [MilterReply] {
        forged.reversed().map { .changeHeader(name: $0.name, number: $0.number, body: []) }
    }
}
