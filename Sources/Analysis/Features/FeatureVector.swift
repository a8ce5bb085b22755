public import Messages

/// What a learner sees of one message: a set of hashed features, each either present or not.
///
/// The storage is reused from message to message: `removeAll` keeps it, and in steady state nothing is allocated.
public struct FeatureVector: Sendable {
    /// The features, in the order they were met; no hash stands twice.
    public private(set) var hashes: [UInt32]
    /// Where each feature was met, beside its hash: what an explanation needs to name it.
    public private(set) var origins: [FeatureOrigin]
    /// Which family of channels the message belongs to.
    public var family: ChannelFamily
    /// How many features are taken at most; later ones are dropped, and `isTruncated` says so.
    public let limit: Int
    /// Whether features were dropped because of the limit.
    public private(set) var isTruncated = false

    /// Which hashes stand in the set: an open-addressed table whose entries carry the round they belong to, so that emptying is free.
    private var seen: [UInt64]
    private var round: UInt32 = 1

    /// An empty vector for at most so many features (rounded up to a power of two).
    public init(limit: Int = 8192) {
        let capacity = 1 << (max(16, limit) - 1).bitWidthUsed
        self.limit = capacity
        self.family = .mail
        self.hashes = []
        self.origins = []
        self.hashes.reserveCapacity(min(capacity, 2048))
        self.origins.reserveCapacity(min(capacity, 2048))
        self.seen = Array(repeating: 0, count: capacity * 2)
    }

    /// Whether no feature is present.
    public var isEmpty: Bool { hashes.isEmpty }

    /// How many features are present.
    public var count: Int { hashes.count }

    /// Makes the vector empty and keeps its storage.
    public mutating func removeAll() {
        hashes.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        isTruncated = false
        round &+= 1
        if round == 0 {
            round = 1
            for index in seen.indices { seen[index] = 0 }
        }
    }

    /// Adds features unless they are present, at most `count` of them: `add` is given what takes one.
    ///
    /// The tables are opened once for all of them, which a feature added alone has to pay for by itself.
    @inline(__always)
    mutating func insert(upTo count: Int, _ add: (_ insert: (UInt32, FeatureOrigin) -> Void) -> Void) {
        let first = hashes.count
        let room = min(count, limit - first)
        hashes.append(contentsOf: repeatElement(0, count: room))
        origins.append(contentsOf: repeatElement(.unknown, count: room))
        let used = FeatureVector.fill(&hashes, &origins, from: first, &seen, round: round, isFull: &isTruncated, add)
        hashes.removeLast(hashes.count - used)
        origins.removeLast(origins.count - used)
    }

    @inline(__always)
    private static func fill(
        _ hashes: inout [UInt32], _ origins: inout [FeatureOrigin], from first: Int, _ seen: inout [UInt64], round: UInt32,
        isFull: inout Bool, _ add: (_ insert: (UInt32, FeatureOrigin) -> Void) -> Void
    ) -> Int {
        var seen = seen.mutableSpan
        var hashes = hashes.mutableSpan
        var origins = origins.mutableSpan
        let mask = seen.count - 1
        var used = first
        var isCut = false
        add { hash, origin in
            guard used < hashes.count else {
                isCut = true
                return
            }
            let entry = UInt64(round) << 32 | UInt64(hash)
            var slot = slot(hash) & mask
            while true {
                let found = seen[slot]
                if found == entry { return }
                if UInt32(truncatingIfNeeded: found >> 32) != round { break }
                slot = (slot + 1) & mask
            }
            seen[slot] = entry
            hashes[used] = hash
            origins[used] = origin
            used &+= 1
        }
        if isCut { isFull = true }
        return used
    }

    @inline(__always)
    private static func slot(_ hash: UInt32) -> Int {
        Int(truncatingIfNeeded: (hash &* 0x9E37_79B1) >> 7)
    }

    /// Adds a feature unless it is present.
    public mutating func insert(_ hash: UInt32, from origin: FeatureOrigin = .unknown) {
        guard hashes.count < limit else {
            isTruncated = true
            return
        }
        let entry = UInt64(round) << 32 | UInt64(hash)
        let mask = seen.count - 1
        var slot = FeatureVector.slot(hash) & mask
        while true {
            let found = seen[slot]
            if found == entry { return }
            if UInt32(truncatingIfNeeded: found >> 32) != round {
                seen[slot] = entry
                hashes.append(hash)
                origins.append(origin)
                return
            }
            slot = (slot + 1) & mask
        }
    }
}

extension Int {
    fileprivate var bitWidthUsed: Int { Int.bitWidth - leadingZeroBitCount }
}

/// Where a feature was met: the kind of thing, and which one in the reading's list of such things.
public struct FeatureOrigin: Sendable, Hashable {
    /// The kind of thing.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// Not kept.
        case unknown
        /// A word of the folded text, or the pair that ends with it.
        case word
        /// The pair of a word of the folded text and the one before it.
        case pair
        /// A word of hidden text.
        case hiddenWord
        /// A link.
        case link
        /// A word of the sender's name.
        case senderName
        /// The sender's domain.
        case senderDomain
        /// An attachment.
        case attachment
        /// How the message is made: fields, parts, counts.
        case structure
    }

    private let bits: UInt32

    /// The thing of this kind with this index; indices beyond 16 million are cut.
    public init(_ kind: Kind, _ index: Int = 0) {
        bits = UInt32(kind.rawValue) << 24 | UInt32(truncatingIfNeeded: index) & 0xFF_FFFF
    }

    /// Not kept.
    public static let unknown = FeatureOrigin(.unknown)

    /// The kind of thing.
    public var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 24)) ?? .unknown }
    /// Which one of its kind.
    public var index: Int { Int(bits & 0xFF_FFFF) }
}

/// Channels whose messages look alike share a copy of the weights beside the common one.
public enum ChannelFamily: UInt8, Sendable, Hashable, CaseIterable {
    /// E-mail.
    case mail = 1
    /// Short texts between telephones: SMS, MMS, RCS.
    case text = 2
    /// Everything else: chat, posts, calls, advertisements.
    case social = 3

    /// The family of a channel.
    public init(_ channel: Channel) {
        switch channel {
        case .email: self = .mail
        case .sms, .mms, .rcs: self = .text
        default: self = .social
        }
    }
}
