public import Messages

/// What a learner sees of one message: a set of hashed features, each either present or not.
///
/// The storage is reused from message to message: `removeAll` keeps it, and in steady state nothing is allocated.
public struct FeatureVector: Sendable {
    /// The features, in the order they were met.
    public private(set) var set: FeatureSet
    /// Where each feature was met, beside its hash: what an explanation needs to name it.
    public private(set) var origins: [FeatureOrigin]
    /// How many features are taken at most; later ones are dropped, and `isTruncated` says so.
    public let limit: Int
    /// Whether features were dropped because of the limit.
    public private(set) var isTruncated = false

    /// Whether a group was ended: until then all features are portable.
    private var isGrouped = false

    /// Which hashes stand in the set: an open-addressed table whose entries carry the round they belong to, so that emptying is free.
    private var seen: [UInt64]
    private var round: UInt32 = 1
    /// Scatters hashes over the table by a number that this process alone knows (the seed of Swift's own tables), so that nobody can write
    /// words that all meet in one place; the features and their order do not depend on it.
    private let salt = UInt64(bitPattern: Int64(Hasher().finalize())) | 1
    /// Working memory of `insert(upTo:)`.
    private var newHashes: [UInt32] = []
    private var newOrigins: [FeatureOrigin] = []

    /// An empty vector for at most so many features (rounded up to a power of two).
    public init(limit: Int = 16384) {
        let capacity = 1 << (max(16, limit) - 1).bitWidthUsed
        self.limit = capacity
        self.set = FeatureSet(family: .mail)
        self.origins = []
        self.set.hashes.reserveCapacity(min(capacity, 2048))
        self.origins.reserveCapacity(min(capacity, 2048))
        self.seen = Array(repeating: 0, count: capacity * 2)
    }

    /// The features' hashes, in the order they were met.
    public var hashes: [UInt32] { self.set.hashes }

    /// Which family of channels the message belongs to.
    public var family: ChannelFamily {
        get { set.family }
        set { set.family = newValue }
    }

    /// What stands for the recipient whose own copies of the features count too; zero for nobody, and after each `removeAll`.
    public var recipient: UInt64 {
        get { set.recipient }
        set { set.recipient = newValue }
    }

    /// Whether no feature is present.
    public var isEmpty: Bool { self.set.hashes.isEmpty }

    /// How many features are present.
    public var count: Int { self.set.hashes.count }

    /// Ends the portable group: what is added from now on belongs to the header.
    mutating func endPortable() {
        isGrouped = true
        set.portableEnd = set.hashes.count
        set.headerEnd = set.hashes.count
    }

    /// Ends the header's group: what is added from now on are grams.
    mutating func endHeader() {
        set.headerEnd = set.hashes.count
    }

    /// Takes what was added into the group that is open.
    private mutating func extendGroup() {
        guard !isGrouped else { return }
        set.portableEnd = set.hashes.count
        set.headerEnd = set.hashes.count
    }

    /// Makes the vector empty and keeps its storage.
    public mutating func removeAll() {
        set.removeAll()
        origins.removeAll(keepingCapacity: true)
        isGrouped = false
        isTruncated = false
        round &+= 1
        if round == 0 {
            round = 1
            for index in seen.indices { seen[index] = 0 }
        }
    }

    /// Adds many features, those left out that are present: `write` puts at most `count` of them into two lists and says how many they are.
    ///
    /// The tables are opened once for all of them, which a feature added alone has to pay for by itself.
    @inline(__always)
    mutating func insert(
        upTo count: Int, _ write: (_ hashes: inout MutableSpan<UInt32>, _ origins: inout MutableSpan<FeatureOrigin>) -> Int
    ) {
        if newHashes.count < count {
            newHashes = Array(repeating: 0, count: count)
            newOrigins = Array(repeating: .unknown, count: count)
        }
        let written = FeatureVector.write(&newHashes, &newOrigins, write)
        guard written <= limit - set.hashes.count else {
            // Some may have to be dropped.
            for index in 0..<written { insert(newHashes[index], from: newOrigins[index]) }
            return
        }
        let used = FeatureVector.keepAbsent(&newHashes, &newOrigins, count: written, &seen, round: round, salt: salt)
        set.hashes.append(contentsOf: newHashes[..<used])
        origins.append(contentsOf: newOrigins[..<used])
        extendGroup()
    }

    @inline(__always)
    private static func write(
        _ hashes: inout [UInt32], _ origins: inout [FeatureOrigin],
        _ write: (_ hashes: inout MutableSpan<UInt32>, _ origins: inout MutableSpan<FeatureOrigin>) -> Int
    ) -> Int {
        var hashes = hashes.mutableSpan
        var origins = origins.mutableSpan
        return min(write(&hashes, &origins), hashes.count)
    }

    /// Moves those of the first features that are not present to the front, notes them as present, and gives how many they are. Whether a feature
    /// is present is nothing that a processor guesses: it is kept in any case, and the next one is put over it if it was.
    @inline(never)
    private static func keepAbsent(
        _ hashes: inout [UInt32], _ origins: inout [FeatureOrigin], count: Int, _ seen: inout [UInt64], round: UInt32,
        salt: UInt64
    ) -> Int {
        var seen = seen.mutableSpan
        var hashes = hashes.mutableSpan
        var origins = origins.mutableSpan
        let mask = seen.count - 1
        let current = UInt64(round) << 32
        var used = 0
        for index in 0..<count {
            let hash = hashes[index]
            let origin = origins[index]
            let entry = current | UInt64(hash)
            var slot = slot(hash, salt) & mask
            var found = seen[slot]
            // The slot is another's if the round is the same and the hash is not: asked in one, since two questions would be two branches.
            while (found ^ entry) &- 1 < 0xFFFF_FFFF {
                slot = (slot + 1) & mask
                found = seen[slot]
            }
            seen[slot] = entry
            // No more are kept than were looked at: `used` is at most `index`, which was checked.
            unsafe hashes[unchecked: used] = hash
            unsafe origins[unchecked: used] = origin
            // 1 where they differ, by arithmetic: the compiler makes a branch of a comparison.
            let difference = found ^ entry
            used &+= Int(truncatingIfNeeded: (difference | (0 &- difference)) &>> 63)
        }
        return used
    }

    /// Where the search for a hash begins.
    @inline(__always)
    private static func slot(_ hash: UInt32, _ salt: UInt64) -> Int { Int(truncatingIfNeeded: (UInt64(hash) &* salt) &>> 32) }

    /// Adds a feature unless it is present.
    public mutating func insert(_ hash: UInt32, from origin: FeatureOrigin = .unknown) {
        guard set.hashes.count < limit else {
            isTruncated = true
            return
        }
        let entry = UInt64(round) << 32 | UInt64(hash)
        let mask = seen.count - 1
        var slot = FeatureVector.slot(hash, salt) & mask
        while true {
            let found = seen[slot]
            if found == entry { return }
            if UInt32(truncatingIfNeeded: found >> 32) != round {
                seen[slot] = entry
                set.hashes.append(hash)
                origins.append(origin)
                extendGroup()
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
        /// A field of the header: its name or words of its body.
        case headerField
        /// A header field that any sender can write and nobody checks.
        case claim
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
