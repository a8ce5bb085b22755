// What was found out about the hosts met last: a message links to few hosts many times, and messages share many of them.
// Hosts are hostile, so the memory has a fixed size: whoever fills it with hosts only makes the next look-up as slow as the first.

/// What the lists say of a host.
struct HostFindings: Sendable {
    /// What is odd about it.
    var signs: HostSigns = []
    /// The brand that it names or imitates; -1 for none.
    var brand: Int16 = -1
    /// Where its registrable domain begins; -1 for none.
    var registrable: Int16 = -1
}

/// Remembers what was found out about hosts. The lists do not change meanwhile, so an answer stays right.
struct HostMemory: Sendable {
    /// Longer hosts are not remembered.
    private static let longest = 64
    private static let slots = 1024

    private struct Entry: Sendable {
        var hash: UInt64 = 0
        var count = 0
        var findings = HostFindings()
    }

    private var entries = [Entry](repeating: Entry(), count: slots)
    private var names = [UInt8](repeating: 0, count: slots * longest)

    /// The name that a host is remembered by.
    static func hash(_ host: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in host.indices { hash = (hash ^ UInt64(host[index])) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash &>> 29
    }

    /// What was found out about a host; nothing when it is not remembered.
    func findings(on host: Span<UInt8>, hash: UInt64) -> HostFindings? {
        let slot = HostMemory.slot(hash)
        let entry = entries[slot]
        guard entry.hash == hash, entry.count == host.count, host.count > 0 else { return nil }
        let name = names.span.extracting((slot * HostMemory.longest)..<(slot * HostMemory.longest + entry.count))
        for index in host.indices where name[index] != host[index] { return nil }
        return entry.findings
    }

    /// Remembers a host, and forgets the one that lay in its place.
    mutating func keep(_ findings: HostFindings, on host: Span<UInt8>, hash: UInt64) {
        guard host.count <= HostMemory.longest else { return }
        let slot = HostMemory.slot(hash)
        entries[slot] = Entry(hash: hash, count: host.count, findings: findings)
        for index in host.indices { names[slot * HostMemory.longest + index] = host[index] }
    }

    private static func slot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash) & (slots - 1)
    }
}
