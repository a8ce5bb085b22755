/// What sightings are counted for: an address, a domain, a number, a fingerprint.
public struct Key: Sendable, Hashable, Comparable {
    /// What sort of thing a key names. An open set.
    public struct Kind: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The kind's stable code.
        public let rawValue: String

        /// The kind with this code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A network address: its 4 or 16 bytes.
        public static let address = Kind(rawValue: "address")
        /// A block of network addresses: the address's bytes and the length.
        public static let network = Kind(rawValue: "network")
        /// A registrable domain or host, in lower case and ASCII.
        public static let domain = Kind(rawValue: "domain")
        /// A mailbox, its domain in lower case.
        public static let mailbox = Kind(rawValue: "mailbox")
        /// A telephone number: digits of E.164.
        public static let number = Kind(rawValue: "number")
        /// An alphanumeric sender id or a short code.
        public static let senderID = Kind(rawValue: "sender-id")
        /// A link, normalised.
        public static let link = Kind(rawValue: "link")
        /// A fingerprint of content.
        public static let fingerprint = Kind(rawValue: "fingerprint")

        /// The code.
        public var description: String { rawValue }
    }

    /// What sort of thing it is.
    public let kind: Kind
    /// The thing itself.
    public let bytes: [UInt8]

    /// The longest key that a store takes, in bytes; longer things are hashed by whoever makes the key.
    public static let sizeLimit = 512

    /// A key of bytes.
    public init(_ kind: Kind, _ bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }

    /// A key of a text's UTF-8.
    public init(_ kind: Kind, _ text: some StringProtocol) {
        self.init(kind, Array(text.utf8))
    }

    /// In the order of kinds, then of bytes.
    public static func < (left: Key, right: Key) -> Bool {
        left.kind == right.kind ? left.bytes.lexicographicallyPrecedes(right.bytes) : left.kind.rawValue < right.kind.rawValue
    }
}
