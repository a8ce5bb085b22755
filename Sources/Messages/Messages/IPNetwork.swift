/// A block of network addresses: an address and how many of its leading bits the block shares (RFC 4632 section 3.1, RFC 4291 section 2.3).
public struct IPNetwork: Sendable, Hashable {
    /// The block's first address.
    public let address: IPAddress
    /// How many leading bits all addresses of the block share: 0 to 32, or 0 to 128.
    public let length: Int

    /// The block of an address and a length; nothing when the length is out of range or a bit is set beyond it.
    public init?(_ address: IPAddress, length: Int) {
        guard length >= 0, length <= address.bitWidth, address.prefix(length) == address else { return nil }
        self.address = address
        self.length = length
    }

    /// Reads `192.0.2.0/24`, `2001:db8::/32`, or one address alone.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let address = IPAddress(first) else { return nil }
        guard parts.count == 2 else {
            self.init(address, length: address.bitWidth)
            return
        }
        // The length of a mapped block counts from the IPv6 address it was written as.
        let isMapped = address.bitWidth == 32 && first.utf8.contains(58)
        guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let length = Int(parts[1]) else {
            return nil
        }
        self.init(address, length: isMapped ? length - 96 : length)
    }

    /// Whether an address lies in the block.
    public func contains(_ other: IPAddress) -> Bool {
        other.bitWidth == address.bitWidth && other.prefix(length) == address
    }
}

extension IPNetwork: CustomStringConvertible {
    /// Address, slash, length.
    public var description: String { "\(address)/\(length)" }
}

extension IPAddress {
    /// How many bits the address has: 32 or 128.
    public var bitWidth: Int {
        switch self {
        case .v4: 32
        case .v6: 128
        }
    }

    /// The address with all but so many leading bits cleared; a length out of range is taken as the nearest in range.
    public func prefix(_ length: Int) -> IPAddress {
        switch self {
        case .v4(let bits):
            // A smart shift by the whole width gives zero, so a length of 0 keeps no bit.
            return .v4(bits & UInt32.max << (32 - min(max(length, 0), 32)))
        case .v6(let high, let low):
            let kept = min(max(length, 0), 128)
            return .v6(high: high & UInt64.max << (64 - min(kept, 64)), low: low & UInt64.max << (64 - max(kept - 64, 0)))
        }
    }
}
