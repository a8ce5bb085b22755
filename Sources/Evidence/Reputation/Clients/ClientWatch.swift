// How the machines behave that hand messages over: signs of those that were taken over (ITU-T X Suppl. 14 calls them zombies). Kept in memory
// alone, an hour at most.

public import Messages
internal import Synchronization

/// One message that a machine hands over.
public struct ClientVisit: Sendable, Hashable {
    /// The machine's address.
    public var address: IPAddress
    /// The name that it gives itself.
    public var helo: String?
    /// The domain of the sender that it names.
    public var domain: String?
    /// Who the message is for.
    public var recipients: [String]
    /// Whether that is a name of ours.
    public var claimsOurName: Bool
    /// Whether that name is none: nothing where nobody could say.
    public var isNameUnknown: Bool?
    /// Whether it began to talk before it was greeted.
    public var isEarlyTalker: Bool
    /// Whether nothing says that it is a server of mail: it bears the name of a home line, or none that confirms its address.
    public var isDoubtful: Bool

    /// A visit.
    public init(
        address: IPAddress, helo: String? = nil, domain: String? = nil, recipients: [String] = [], claimsOurName: Bool = false,
        isNameUnknown: Bool? = nil, isEarlyTalker: Bool = false, isDoubtful: Bool = false
    ) {
        self.address = address
        self.helo = helo
        self.domain = domain
        self.recipients = recipients
        self.claimsOurName = claimsOurName
        self.isNameUnknown = isNameUnknown
        self.isEarlyTalker = isEarlyTalker
        self.isDoubtful = isDoubtful
    }
}

/// What a machine did within an hour, as far as is told apart.
public struct ClientConduct: Sendable, Hashable {
    /// How many messages it handed over.
    public var messages: Int
    /// How many names it gave itself, up to eight.
    public var names: Int
    /// How many domains it named as senders', about: up to some two hundred.
    public var domains: Int
    /// How many recipients it had messages for, about: up to some two hundred.
    public var recipients: Int
}

/// Watches machines that hand messages over, for an hour each.
public final class ClientWatch: Sendable {
    /// How long what one did is remembered.
    static let span = Duration.seconds(3600)
    /// How many names of one machine are told apart.
    static let nameLimit = 8

    private struct Entry {
        var begin: Duration
        var messages: UInt32 = 0
        /// Hashes of the names that it gave itself.
        var names: [UInt64] = []
        var domains = Spread()
        var recipients = Spread()
    }

    private let secret = SenderSecret()
    private let clients: Mutex<RecentTable<Entry>>

    /// A watch over so many machines at most, which take some 300 bytes each; those seen longest ago make room.
    public init(capacity: Int = 50_000) {
        clients = Mutex(RecentTable(capacity: capacity))
    }

    /// How many machines are watched.
    public var count: Int { clients.withLock { $0.count } }

    /// Notes a visit; gives what the machine did within the hour, this one included.
    public func note(_ visit: ClientVisit, at moment: Duration) -> ClientConduct {
        let key = self.key(0) { $0.add(visit.address, bits: min(visit.address.bitWidth, 64)) }
        let name = visit.helo.map { helo in self.key(1) { $0.add(helo) }.low }
        let domain = visit.domain.map { domain in self.key(2) { $0.add(domain) }.low }
        let recipients = visit.recipients.prefix(SenderTraits.correspondentLimit).map { recipient in self.key(3) { $0.add(recipient) }.low }
        return clients.withLock { clients in
            let place = clients.touch(key, orNew: Entry(begin: moment)).place
            if moment - clients[place].begin >= ClientWatch.span { clients[place] = Entry(begin: moment) }
            clients[place].messages &+= 1
            if let name, clients[place].names.count < ClientWatch.nameLimit, !clients[place].names.contains(name) {
                clients[place].names.append(name)
            }
            if let domain { clients[place].domains.add(domain) }
            for recipient in recipients { clients[place].recipients.add(recipient) }
            return ClientConduct(
                messages: Int(clients[place].messages), names: clients[place].names.count, domains: clients[place].domains.count,
                recipients: clients[place].recipients.count)
        }
    }

    private func key(_ kind: UInt8, _ fill: (inout SenderSecret.Maker) -> Void) -> SenderKey {
        var maker = secret.maker(kind)
        fill(&maker)
        return maker.key
    }
}
