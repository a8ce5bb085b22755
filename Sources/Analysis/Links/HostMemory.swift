// What was found out about the hosts met last: a message links to few hosts many times, and messages share many of them.
// Hosts are hostile, so the memory has a fixed size: whoever fills it with hosts only makes the next look-up as slow as the first.

internal import Domains

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
    private static let slots = 8192

    private struct Entry: Sendable {
        var hash: UInt64 = 0
        var signs: HostSigns = []
        var brand: Int16 = -1
        var suffix: Int16 = 0
        var registrable: Int16 = -1
        /// The section's number; `unlisted` when the list has no answer.
        var section = Entry.unlisted
        var count: UInt8 = 0
        /// Whether the host was looked at, beyond its suffix.
        var isInspected = false

        static let unlisted: UInt8 = .max

        var match: SuffixMatch? {
            guard let section = SuffixMatch.Section(rawValue: section) else { return nil }
            return SuffixMatch(suffix: Int(suffix), registrable: registrable < 0 ? nil : Int(registrable), section: section)
        }
    }

    private let suffixes: any PublicSuffixes
    private var entries = [Entry](repeating: Entry(), count: slots)
    private var names = [UInt8](repeating: 0, count: slots * longest)

    init(suffixes: any PublicSuffixes) {
        self.suffixes = suffixes
    }

    /// The name that a host is remembered by.
    static func hash(_ host: Span<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in host.indices { hash = (hash ^ UInt64(host[index])) &* 0x0000_0100_0000_01B3 }
        return hash ^ hash &>> 29
    }

    /// What the suffix list says of a host.
    mutating func match(_ host: Span<UInt8>) -> SuffixMatch? {
        guard host.count > 0, host.count <= HostMemory.longest else { return suffixes.match(host) }
        return entries[slot(of: host)].match
    }

    /// What there is to say of a host that the parser has made ASCII in lower case.
    mutating func findings(on host: Span<UInt8>, by inspector: inout HostInspector) -> HostFindings {
        guard host.count > 0, host.count <= HostMemory.longest else {
            return HostMemory.inspect(host, suffixes.match(host), by: &inspector)
        }
        let slot = slot(of: host)
        let entry = entries[slot]
        if entry.isInspected { return HostFindings(signs: entry.signs, brand: entry.brand, registrable: entry.registrable) }
        let found = HostMemory.inspect(host, entry.match, by: &inspector)
        entries[slot].signs = found.signs
        entries[slot].brand = found.brand
        entries[slot].isInspected = true
        return found
    }

    private static func inspect(_ host: Span<UInt8>, _ match: SuffixMatch?, by inspector: inout HostInspector) -> HostFindings {
        guard let match else { return HostFindings(signs: .unlistedSuffix) }
        let (signs, brand) = inspector.inspect(host, match: match)
        return HostFindings(signs: signs, brand: brand, registrable: Int16(clamping: match.registrable ?? -1))
    }

    /// Where a host is remembered. One that is not yet takes the place of another, with what the suffix list says of it.
    private mutating func slot(of host: Span<UInt8>) -> Int {
        let hash = HostMemory.hash(host)
        let slot = Int(truncatingIfNeeded: hash) & (HostMemory.slots - 1)
        let entry = entries[slot]
        if entry.hash == hash, Int(entry.count) == host.count, isName(host, at: slot) { return slot }
        var fresh = Entry(hash: hash, count: UInt8(truncatingIfNeeded: host.count))
        if let match = suffixes.match(host) {
            fresh.suffix = Int16(truncatingIfNeeded: match.suffix)
            fresh.registrable = Int16(truncatingIfNeeded: match.registrable ?? -1)
            fresh.section = match.section.rawValue
        }
        entries[slot] = fresh
        var names = names.mutableSpan
        for index in host.indices { names[slot * HostMemory.longest + index] = host[index] }
        return slot
    }

    private func isName(_ host: Span<UInt8>, at slot: Int) -> Bool {
        let name = names.span.extracting((slot * HostMemory.longest)..<(slot * HostMemory.longest + host.count))
        for index in host.indices where name[index] != host[index] { return false }
        return true
    }
}
