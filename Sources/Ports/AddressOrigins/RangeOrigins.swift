public import Messages

/// Origins of ranges of addresses, in memory. Of ranges that overlap, the one that begins last, and of those the shortest, says what an address is: a
/// customer's block and not the provider's around it.
///
/// Layout: ranges that do not overlap, in order; an answer is a binary search.
public struct RangeOrigins: AddressOrigins {
    /// Addresses that have one origin, the first and the last.
    public struct Range: Sendable, Hashable {
        /// The first address.
        public var first: IPAddress
        /// The last address, of the same version.
        public var last: IPAddress
        /// Its network.
        public var network: String?
        /// Its country.
        public var country: String?

        /// A range.
        public init(_ first: IPAddress, _ last: IPAddress, network: String?, country: String?) {
            self.first = first
            self.last = last
            self.network = network
            self.country = country
        }
    }

    /// The most ranges that are taken.
    public static let limit = 8_000_000

    private struct Piece: Sendable {
        var first: UInt128
        var last: UInt128
        var value: Int32
    }

    private let dataset: OriginDataset
    private let pieces: [Piece]
    private let values: [AddressOrigin]

    /// The origins of some ranges.
    public init(_ ranges: [Range], dataset: OriginDataset) {
        self.dataset = dataset
        var numbers: [AddressOrigin: Int32] = [:]
        var values: [AddressOrigin] = []
        let whole = ranges.prefix(RangeOrigins.limit).compactMap { range -> Piece? in
            let (first, last) = (RangeOrigins.number(of: range.first), RangeOrigins.number(of: range.last))
            guard first <= last else { return nil }
            let origin = AddressOrigin(
                network: range.network, networkDataset: range.network == nil ? nil : dataset, country: range.country,
                countryDataset: range.country == nil ? nil : dataset)
            let number = numbers[origin] ?? Int32(values.count)
            if number == values.count {
                numbers[origin] = number
                values.append(origin)
            }
            return Piece(first: first, last: last, value: number)
        }
        self.values = values
        pieces = RangeOrigins.apart(whole.sorted { ($0.first, $1.last) < ($1.first, $0.last) })
    }

    /// What the answers are made from.
    public var datasets: [OriginDataset] { [dataset] }

    /// What is known of an address.
    public func origin(of address: IPAddress) -> AddressOrigin {
        let wanted = RangeOrigins.number(of: address)
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].last < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < pieces.count, pieces[low].first <= wanted else { return AddressOrigin() }
        return values[Int(pieces[low].value)]
    }

    /// Cuts ranges, by their begin and the longest first, into pieces that do not overlap.
    private static func apart(_ ranges: [Piece]) -> [Piece] {
        var pieces: [Piece] = []
        pieces.reserveCapacity(ranges.count)
        // Ranges that are open, the inner ones last, and from where on the innermost one is not written yet.
        var open: [Piece] = []
        var next: UInt128 = 0
        func write(_ range: Piece, to last: UInt128) {
            guard next <= last else { return }
            pieces.append(Piece(first: next, last: last, value: range.value))
            next = last &+ 1
        }
        func close(before first: UInt128?) {
            while let inner = open.last, first.map({ inner.last < $0 }) ?? true {
                if inner.last >= next { write(inner, to: inner.last) }
                open.removeLast()
            }
        }
        for range in ranges {
            close(before: range.first)
            if let inner = open.last, range.first > next { write(inner, to: range.first - 1) }
            next = max(next, range.first)
            open.append(range)
        }
        close(before: nil)
        return pieces
    }

    /// An address as a number; IPv4 as a mapped address (RFC 4291 section 2.5.5.2).
    private static func number(of address: IPAddress) -> UInt128 {
        switch address {
        case .v4(let bits): UInt128(0xFFFF) << 32 | UInt128(bits)
        case .v6(let high, let low): UInt128(high) << 64 | UInt128(low)
        }
    }
}
