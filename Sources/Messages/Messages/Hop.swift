/// One station on a message's route, as a trace header or a record tells it (RFC 5321 section 4.4).
public struct Hop: Sendable, Hashable {
    /// How far the word of a hop can be believed.
    public enum Trust: String, Sendable, Hashable, CaseIterable, Comparable {
        /// A line of the message says so, and anybody may have written it.
        case claimed
        /// The operator of the hop confirmed it.
        case confirmed
        /// We saw it: the hop lies at or inside our own boundary.
        case seen

        /// Less believable comes first.
        public static func < (left: Trust, right: Trust) -> Bool {
            allCases.firstIndex(of: left) ?? 0 < allCases.firstIndex(of: right) ?? 0
        }
    }

    /// The name the sending side gave of itself (HELO), as a range of the message; `Message.text(_:)` reads it.
    public var from: ByteRange?
    /// The sending side's name as the receiving side looked it up, as a range of the message.
    public var reverseName: ByteRange?
    /// The sending side's network address.
    public var address: IPAddress?
    /// The receiving side's name, as a range of the message.
    public var by: ByteRange?
    /// The protocol keyword (`ESMTPS`), by the registry of RFC 3848.
    public var with: String?
    /// When the receiving side took the message.
    public var time: Timestamp?
    /// How far to believe it.
    public var trust: Trust
    /// Where in the message the hop is written.
    public var source: ByteRange

    /// A hop; everything unknown unless given.
    public init(
        from: ByteRange? = nil, reverseName: ByteRange? = nil, address: IPAddress? = nil, by: ByteRange? = nil, with: String? = nil,
        time: Timestamp? = nil, trust: Trust = .claimed, source: ByteRange = .empty
    ) {
        self.from = from
        self.reverseName = reverseName
        self.address = address
        self.by = by
        self.with = with
        self.time = time
        self.trust = trust
        self.source = source
    }
}
