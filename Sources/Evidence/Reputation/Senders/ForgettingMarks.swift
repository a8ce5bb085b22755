internal import Messages

/// When senders were forgotten because somebody wanted it: what was remembered of them up to then counts no more.
///
/// What is remembered of a sender with single recipients has keys that nobody can list who does not know the recipients. A mark stands for all of them: whatever
/// is older is passed over when it is next looked for.
struct ForgettingMarks: Sendable {
    private var moments: [SenderKey: Timestamp] = [:]

    /// The most names of a domain that are looked for: it and those above it.
    static let depth = 16

    /// Whether nothing was ever forgotten.
    var isEmpty: Bool { moments.isEmpty }

    /// Notes a mark; of several the latest counts.
    mutating func add(_ key: SenderKey, at moment: Timestamp) {
        if let before = moments[key], before >= moment { return }
        moments[key] = moment
    }

    /// When the thing that a key stands for was forgotten.
    func moment(of key: SenderKey) -> Timestamp? { moments[key] }

    /// When a sender or domain was forgotten, or a domain that it is in.
    func moment(ofName name: String, _ secret: SenderSecret) -> Timestamp? {
        guard !isEmpty else { return nil }
        var latest = moments[ForgettingMarks.key(ofName: name, secret)]
        var domain = name.lastIndex(of: "@").map { name[name.index(after: $0)...] }
        if domain == nil { domain = name.firstIndex(of: ".").map { name[name.index(after: $0)...] } }
        for _ in 0..<ForgettingMarks.depth {
            guard let name = domain, !name.isEmpty else { break }
            latest = ForgettingMarks.later(latest, moments[ForgettingMarks.key(ofName: String(name), secret)])
            domain = name.firstIndex(of: ".").map { name[name.index(after: $0)...] }
        }
        return latest
    }

    /// When a machine was forgotten, or its network.
    func moment(ofMachine address: IPAddress, _ secret: SenderSecret) -> Timestamp? {
        guard !isEmpty else { return nil }
        return ForgettingMarks.later(
            moments[ForgettingMarks.key(ofMachine: address, secret)], moment(ofNetwork: address, secret))
    }

    /// When the network of a machine was forgotten.
    func moment(ofNetwork address: IPAddress, _ secret: SenderSecret) -> Timestamp? {
        isEmpty ? nil : moments[ForgettingMarks.key(ofNetwork: address, secret)]
    }

    /// The later of two moments.
    static func later(_ left: Timestamp?, _ right: Timestamp?) -> Timestamp? {
        guard let left, let right else { return left ?? right }
        return max(left, right)
    }

    /// The mark of a subject.
    static func key(of subject: SenderSubject, _ secret: SenderSecret) -> SenderKey {
        switch subject {
        case .sender(let name), .domain(let name): key(ofName: name, secret)
        case .address(let address): key(ofMachine: address, secret)
        case .network(let address): key(ofNetwork: address, secret)
        }
    }

    private static func key(ofName name: String, _ secret: SenderSecret) -> SenderKey {
        var maker = secret.maker(0xF1)
        maker.add(name)
        return maker.key
    }

    private static func key(ofMachine address: IPAddress, _ secret: SenderSecret) -> SenderKey {
        var maker = secret.maker(0xF2)
        maker.add(address, bits: address.hostBits)
        return maker.key
    }

    private static func key(ofNetwork address: IPAddress, _ secret: SenderSecret) -> SenderKey {
        var maker = secret.maker(0xF3)
        maker.add(address, bits: address.networkBits)
        return maker.key
    }
}
