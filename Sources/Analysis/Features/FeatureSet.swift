/// The features of one message, each either present or not, in three groups.
///
/// Portable features (words, links, structure) mean the same everywhere, and are all that a model that ships knows. Features of the
/// header, and grams (runs of bytes or characters), mean something where they were learnt.
public struct FeatureSet: Sendable, Hashable {
    /// The hashes, group after group; no hash stands twice.
    public var hashes: [UInt32]
    /// Where the portable features end.
    public var portableEnd: Int
    /// Where the features of the header end; grams follow.
    public var headerEnd: Int
    /// Which family of channels the message belongs to.
    public var family: ChannelFamily
    /// What stands for the recipient whose own copies of the features count too (a keyed hash); zero for nobody.
    public var recipient: UInt64 = 0

    /// A set; without ends given, all features are portable.
    public init(family: ChannelFamily, hashes: [UInt32] = [], portableEnd: Int? = nil, headerEnd: Int? = nil) {
        self.family = family
        self.hashes = hashes
        self.portableEnd = min(max(0, portableEnd ?? hashes.count), hashes.count)
        self.headerEnd = min(max(self.portableEnd, headerEnd ?? hashes.count), hashes.count)
    }

    /// How many features there are.
    public var count: Int { hashes.count }
    /// Where the portable features stand.
    public var portable: Range<Int> { 0..<portableEnd }
    /// Where the features of the header stand.
    public var header: Range<Int> { portableEnd..<headerEnd }
    /// Where the grams stand.
    public var grams: Range<Int> { headerEnd..<hashes.count }
    /// Whether there are features that only a model learnt here knows.
    public var isLocal: Bool { portableEnd < hashes.count }

    /// Empties the set and keeps its storage.
    mutating func removeAll() {
        hashes.removeAll(keepingCapacity: true)
        portableEnd = 0
        headerEnd = 0
        recipient = 0
    }
}
