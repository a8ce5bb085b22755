// What LinkFinder gives back: ranges of the text, and one buffer with every address as a program would write it.

public import Messages

/// Something in a text that a reader can open, or could after mending it.
public struct FoundLink: Sendable, Hashable {
    /// How much of a URL is written.
    public enum Kind: UInt8, Sendable, Hashable {
        /// With its scheme.
        case url
        /// A host and a path, without a scheme.
        case schemeless
        /// A host alone.
        case host
    }

    /// How the address is disguised, and what else was noticed.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt16

        /// Flags of these bits.
        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// Made harmless on purpose: `hxxp`, `[.]`, `(dot)`, `[://]`.
        public static let defanged = Flags(rawValue: 1)
        /// Spaces or line ends inside.
        public static let spaced = Flags(rawValue: 2)
        /// A dot written as the word.
        public static let spelledDot = Flags(rawValue: 4)
        /// A full-width or ideographic full stop for a dot.
        public static let unicodeDot = Flags(rawValue: 8)
        /// Invisible characters inside.
        public static let invisible = Flags(rawValue: 16)
        /// Percent-encoded bytes in the host.
        public static let encodedHost = Flags(rawValue: 32)
        /// Backslashes or odd numbers of slashes after the scheme.
        public static let oddSlashes = Flags(rawValue: 64)
        /// Longer than the limit; only its beginning is kept.
        public static let truncated = Flags(rawValue: 128)

        /// The disguises that no writer makes by accident.
        public static let disguises: Flags = [.defanged, .spaced, .spelledDot, .unicodeDot, .invisible, .encodedHost, .oddSlashes]
    }

    /// Where it stands in the text.
    public var text: ByteRange
    /// The address without disguise and with a scheme, as a range of `FoundLinks.bytes`.
    public var address: ByteRange
    /// How much of a URL is written.
    public var kind: Kind
    /// How it is disguised.
    public var flags: Flags
}

/// A way to reach or pay somebody that a text names.
public struct ContactPoint: Sendable, Hashable {
    /// What kind of contact it is.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// A mailbox; the bytes are in lower case.
        case mailbox
        /// A telephone number; the bytes are digits, after a plus when it is international.
        case phone
        /// A wallet whose checksum is right, or for Ethereum and Monero whose shape is.
        case bitcoin, litecoin, ethereum, tron, monero
        /// A bank account whose check digits are right (ISO 13616); the bytes are without spaces.
        case iban
        /// An account or group of Telegram or WhatsApp, from their links.
        case telegram, whatsapp
        /// A name after an `@`.
        case handle
    }

    /// What a number tells of itself.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8

        /// Flags of these bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// With the international prefix.
        public static let international = Flags(rawValue: 1)
        /// Ten or eleven digits in a row: perhaps a number, perhaps an order's.
        public static let weak = Flags(rawValue: 2)
        /// A prefix at which calling costs extra.
        public static let premium = Flags(rawValue: 4)
        /// A prefix at which calling costs nothing.
        public static let tollFree = Flags(rawValue: 8)
        /// With letters for digits.
        public static let vanity = Flags(rawValue: 16)
        /// Written to escape programs: `(at)`, `[dot]`, invisible characters.
        public static let disguised = Flags(rawValue: 32)
    }

    /// What kind it is.
    public var kind: Kind
    /// What a number tells of itself.
    public var flags: Flags
    /// Where it stands in the text.
    public var text: ByteRange
    /// The contact in one spelling, as a range of `FoundLinks.bytes`.
    public var value: ByteRange
}

/// All links and contact points of a text. Keep one and use it again: its arrays are reused.
public struct FoundLinks: Sendable {
    /// The links, in the order of the text.
    public internal(set) var links: [FoundLink] = []
    /// The contact points, in the order of the text.
    public internal(set) var contacts: [ContactPoint] = []
    /// The addresses and values of all of them.
    public internal(set) var bytes: [UInt8] = []
    /// How many numbers have the form and check digit of a payment card. They are counted, never kept.
    public internal(set) var paymentCards = 0
    /// Whether there was more than the limits let keep.
    public internal(set) var isCut = false

    /// Nothing found yet.
    public init() {}

    /// Forgets everything, and keeps the memory.
    public mutating func reset() {
        links.removeAll(keepingCapacity: true)
        contacts.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        paymentCards = 0
        isCut = false
    }
}
