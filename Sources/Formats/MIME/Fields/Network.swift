// Networks as operators write them in settings.

public import Messages

/// A network in CIDR notation (RFC 4632, RFC 4291 section 2.3).
public struct Network: Sendable, Hashable {
    /// The first address.
    public let base: IPAddress
    /// How many leading bits an address shares with it.
    public let prefixLength: Int

    /// A network; nothing when the length does not fit the address.
    public init?(_ base: IPAddress, prefixLength: Int) {
        switch base {
        case .v4:
            guard (0...32).contains(prefixLength) else { return nil }
        case .v6:
            guard (0...128).contains(prefixLength) else { return nil }
        }
        self.base = base
        self.prefixLength = prefixLength
    }

    /// Reads `192.0.2.0/24`, `2001:db8::/32`, or one address.
    public init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = halves.first, let base = IPAddress(first) else { return nil }
        let full = if case .v4 = base { 32 } else { 128 }
        guard halves.count == 2 else {
            self.init(base, prefixLength: full)
            return
        }
        guard let length = Int(halves[1]) else { return nil }
        self.init(base, prefixLength: length)
    }

    /// Whether the address lies in the network.
    public func contains(_ address: IPAddress) -> Bool {
        switch (base, address) {
        case (.v4(let network), .v4(let host)):
            return prefixLength == 0 || (network ^ host) >> UInt32(32 - prefixLength) == 0
        case (.v6(let networkHigh, let networkLow), .v6(let high, let low)):
            if prefixLength == 0 { return true }
            if prefixLength <= 64 { return (networkHigh ^ high) >> UInt64(64 - prefixLength) == 0 }
            return networkHigh == high && (networkLow ^ low) >> UInt64(128 - prefixLength) == 0
        default:
            return false
        }
    }
}
