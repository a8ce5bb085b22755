// MailGateway: mail servers ask here what is to be done with a mail. Sessions are values without sockets: what came in gives what goes out.
//
// Whoever reaches the port writes what comes in: nothing in it is trusted, and the size of everything kept is bounded.

public import MIME
public import Messages

/// What a mail server has told of one mail.
public struct MailTransaction: Sendable, Hashable {
    /// The client's host name, as the server looked it up; `unknown` or an address in brackets where there is none.
    public var clientHost: String?
    /// The client's address; nothing where the mail did not come over a network.
    public var clientAddress: IPAddress?
    /// The name that the client gave in HELO or EHLO.
    public var helo: String?
    /// Whether the client began to talk before it was greeted; no mail server tells a milter.
    public var isEarlyTalker = false
    /// The return path without its angle brackets, empty for a bounce.
    public var returnPath: String?
    /// The recipients without their angle brackets.
    public var recipients: [String] = []
    /// Whether there are recipients that are not kept, since they are too many or a path is longer than any may be.
    public private(set) var lacksRecipients = false
    /// The account that the client logged in to.
    public var account: String?
    /// The server's own name for the mail.
    public var queueIdentifier: String?
    /// The mail: header, blank line and body, as far as it is kept.
    public var bytes: [UInt8] = []
    /// Whether bytes beyond the limit were let go.
    public var isCut = false
    /// Whether all bytes were let go, since there was no room for them.
    public private(set) var isLetGo = false

    /// How many recipients are kept; more than mail servers take in one transaction.
    public static let recipientLimit = 10_000
    /// How long a path may be, in bytes: 256 by the standard, with room for other scripts.
    public static let pathBytes = 1024

    /// A mail of which nothing is known yet.
    public init() {}

    /// Adds bytes of the mail, up to a limit.
    mutating func append(_ more: some Collection<UInt8>, limit: Int) {
        if isLetGo { return }
        let room = limit - bytes.count
        if more.count > room { isCut = true }
        bytes.append(contentsOf: more.prefix(max(0, room)))
    }

    /// Lets go of all bytes, and of those that are still to come.
    mutating func letGo() {
        bytes = []
        isLetGo = true
    }

    /// Adds a recipient, unless there are too many, or the path is longer than any may be (RFC 5321 section 4.5.3.1.3).
    mutating func add(recipient path: String) {
        guard recipients.count < MailTransaction.recipientLimit, path.utf8.count <= MailTransaction.pathBytes else {
            lacksRecipients = true
            return
        }
        recipients.append(MailTransaction.address(ofPath: path))
    }

    /// The mail for the recipients at these places alone.
    func with(_ places: [Int]) -> MailTransaction {
        var mail = self
        mail.recipients = places.filter(recipients.indices.contains).map { recipients[$0] }
        return mail
    }

    /// The mail without the recipients at these places.
    func without(_ places: [Int]) -> MailTransaction {
        if places.isEmpty { return self }
        let gone = Set(places)
        return with(recipients.indices.filter { !gone.contains($0) })
    }

    /// Whether a host of ours hands the mail on, and nobody logged in to do it: what it and those before it wrote in our name is ours.
    func isRelayed(inside boundary: TrustBoundary) -> Bool {
        account == nil && clientAddress.map(boundary.contains) == true
    }

    /// The address inside the angle brackets of a path, without the route that RFC 5321 section 4.1.2 lets stand before it.
    static func address(ofPath path: String) -> String {
        var address = path[...]
        if address.hasPrefix("<"), address.hasSuffix(">") { address = address.dropFirst().dropLast() }
        if address.hasPrefix("@"), let colon = address.firstIndex(of: ":") { address = address[address.index(after: colon)...] }
        return String(address)
    }
}

/// Makes messages of what mail servers tell.
public struct MailReception: Sendable {
    /// How much of a mail is read.
    public var limits: MIMELimits
    /// Our own hosts and networks.
    public var boundary: TrustBoundary
    /// The name of the server that the mail came to.
    public var service: String

    /// A reception with these limits, inside this boundary, by a server of this name.
    public init(limits: MIMELimits, boundary: TrustBoundary, service: String) {
        self.limits = limits
        self.boundary = boundary
        self.service = service
    }

    /// The message, which came in at a moment.
    ///
    /// Above a mail from outside stands the trace field that the server will write: what is judged, learnt and kept is the mail as it
    /// will lie in a mailbox, with the client's name and address where every check looks for them.
    public func message(of transaction: MailTransaction, at moment: Timestamp) -> Message {
        let trace = isSubmission(transaction) ? [] : traceField(of: transaction, at: moment)
        var limits = limits
        limits.messageBytes += trace.count
        var message = MailParser(limits: limits).parse(trace + transaction.bytes)
        message.envelope.clientAddress = transaction.clientAddress
        message.envelope.helo = transaction.helo
        message.envelope.isEarlyTalker = transaction.isEarlyTalker
        if let path = transaction.returnPath {
            message.envelope.returnPathIsEmpty = path.isEmpty
            message.envelope.returnPath = path.isEmpty ? nil : MailReception.party(path)
        }
        message.envelope.recipients = transaction.recipients.map(MailReception.party)
        message.direction = isSubmission(transaction) ? .originating : .terminating
        message.envelope.sender = transaction.account.map { .account(platform: "smtp", name: $0) }
        message.hops = hops(of: message, from: transaction, at: moment, isTraced: !trace.isEmpty)
        message.arrival = moment
        return message
    }

    /// The way of a message: the server's own trace field is ours. Straight from an outsider, no other is, whatever it says.
    private func hops(of message: Message, from transaction: MailTransaction, at moment: Timestamp, isTraced: Bool) -> [Hop] {
        let isOutsider = transaction.clientAddress.map { !boundary.contains($0) } ?? false
        var inside = isOutsider ? TrustBoundary() : boundary
        if isTraced, !isOutsider { inside.hosts.insert(service.lowercased()) }
        var hops = Route.hops(of: message, boundary: inside)
        if isTraced, !hops.isEmpty {
            hops[0].trust = .seen
            // Fields beside a trace field of ours may count as ours; the client wrote what stands beside this one.
            hops[0].source = .empty
        } else if let client = transaction.clientAddress {
            hops.insert(Hop(address: client, time: moment, trust: .seen), at: 0)
        }
        return hops
    }

    /// What the server says of the client; nothing where the mail did not come over a network.
    private func traceField(of transaction: MailTransaction, at moment: Timestamp) -> [UInt8] {
        guard let address = transaction.clientAddress else { return [] }
        var writer = FieldWriter()
        writer.received(
            ReceivedField(
                helo: transaction.helo, reverseName: transaction.clientHost, address: address, by: service, with: "ESMTP",
                id: transaction.queueIdentifier, date: DateTimeValue(timestamp: moment)))
        return writer.bytes
    }

    /// Whether one of our own people sends: somebody who logged in, from wherever they are.
    private func isSubmission(_ transaction: MailTransaction) -> Bool {
        transaction.account != nil
    }

    private static func party(_ address: String) -> Party {
        guard let at = address.lastIndex(of: "@") else { return .mailbox(local: address, domain: "") }
        return .mailbox(local: String(address[..<at]), domain: address[address.index(after: at)...].lowercased())
    }
}
