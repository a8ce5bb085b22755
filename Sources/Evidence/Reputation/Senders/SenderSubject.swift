public import Messages

/// Something that senders are known by, as a person names it: what is looked up, and what is forgotten.
public enum SenderSubject: Sendable, Hashable {
    /// A mailbox, or the account of a platform (`forum:robin`), in small letters.
    case sender(String)
    /// A domain, in small letters, with all that is below it.
    case domain(String)
    /// The address of a machine; of IPv6 its network of 64 bits.
    case address(IPAddress)
    /// The network of machines: 24 bits, of IPv6 48.
    case network(IPAddress)

    /// Reads `ann@robin.example`, `forum:robin`, `robin.example`, `203.0.113.9`, `203.0.113.0/24`; nothing where it is none of them, or a network of another
    /// size than those that are remembered.
    public init?(_ text: String) {
        if text.contains("/") {
            guard let network = IPNetwork(text) else { return nil }
            switch network.length {
            case network.address.networkBits: self = .network(network.address)
            case network.address.hostBits, network.address.bitWidth: self = .address(network.address)
            default: return nil
            }
            return
        }
        if let address = IPAddress(text) {
            self = .address(address)
            return
        }
        let name = text.lowercased()
        let isWritten = (1...SenderTraits.nameLimit).contains(name.utf8.count) && !name.unicodeScalars.contains { $0.value <= 0x20 }
        guard isWritten else { return nil }
        if name.hasPrefix("@") || !name.contains(where: { $0 == "@" || $0 == ":" }) {
            let domain = SenderSubject.trimmed(name)
            guard domain.contains("."), !domain.hasPrefix(".") else { return nil }
            self = .domain(domain)
        } else {
            self = .sender(name)
        }
    }

    /// A domain without the sign before it and the point behind it.
    private static func trimmed(_ name: String) -> String {
        let domain = name.drop { $0 == "@" }
        return String(domain.hasSuffix(".") ? domain.dropLast() : domain)
    }
}

extension SenderSubject: CustomStringConvertible {
    /// As it is read.
    public var description: String {
        switch self {
        case .sender(let name), .domain(let name): name
        case .address(let address): "\(address)"
        case .network(let address): "\(address.prefix(address.networkBits))/\(address.networkBits)"
        }
    }
}

extension SenderSubject {
    /// What is asked about it, as of a message from a sender who is proved.
    /// - Parameters:
    ///   - recipient: whose mail with it is asked about too.
    ///   - organisation: the registrable domain of a mailbox; nothing where there is none.
    func traits(recipient: String?, organisation: String?) -> SenderTraits {
        var traits = SenderTraits(proof: .proven, recipients: recipient.map { [$0.lowercased()] } ?? [])
        switch self {
        case .sender(let name): (traits.sender, traits.domain) = (name, organisation)
        case .domain(let name): (traits.domain, traits.domains) = (name, [name])
        case .address(let address), .network(let address): traits.client = address
        }
        return traits
    }

    /// Whether a rung is about it, or beside it.
    func isAsked(on rung: SenderRung) -> Bool {
        switch self {
        case .network: rung == .network
        default: true
        }
    }

    /// Whether forgetting it forgets what is remembered on a rung of its own.
    public func isForgotten(on rung: SenderRung) -> Bool { ownRungs.contains(rung) }

    /// The rungs that are about it alone.
    var ownRungs: Set<SenderRung> {
        switch self {
        case .sender: [.sender]
        case .domain: [.domain, .hand]
        case .address: [.address]
        case .network: [.network]
        }
    }
}

extension IPAddress {
    /// How many bits of the address of a machine are remembered: 32, of IPv6 64.
    var hostBits: Int { min(bitWidth, 64) }
}
