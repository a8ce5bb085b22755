// A link as the checks see it: where it came from, what it opens, and what is odd about it.

public import Messages

/// A link of a message: its parsed URL, its host, and its signs.
///
/// All ranges but `text` are ranges of `MessageLinks.bytes`.
public struct Link: Sendable, Hashable {
    /// Where a link came from.
    public enum Origin: UInt8, Sendable, Hashable, CaseIterable {
        /// Written in text.
        case text
        /// The target of an element or attribute of HTML.
        case html
        /// A picture's QR code.
        case qrCode
        /// A header field.
        case header
        /// Inside an attachment.
        case attachment
    }

    /// Where it came from.
    public var origin: Origin
    /// Where it stands, in the text or part that it came from.
    public var text: ByteRange
    /// How it was disguised in text.
    public var disguise: FoundLink.Flags = []
    /// The parsed URL.
    public var url: ParsedURL
    /// The registrable domain of the host; empty for addresses, suffixes and what has no domain.
    public var domain: ByteRange = .empty
    /// The text that is shown for it, up to a limit; empty when it shows itself.
    public var shown: ByteRange = .empty
    /// What is odd about the host.
    public var hostSigns: HostSigns = []
    /// What is odd about the rest.
    public var signs: LinkSigns = []
    /// The brand that the host imitates or names: an index of `Brands.all`; -1 for none.
    public var brand: Int16 = -1
}

/// What is odd about a host. A sign is an observation: some are common in good mail.
public struct HostSigns: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Signs of these bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// An address instead of a name.
    public static let addressLiteral = HostSigns(rawValue: 1 << 0)
    /// An IPv4 address as one number, octal or hexadecimal.
    public static let oddIPv4 = HostSigns(rawValue: 1 << 1)
    /// A label in Punycode: letters outside ASCII.
    public static let punycode = HostSigns(rawValue: 1 << 2)
    /// Letters of several scripts in one label, or a spelling that looks like a brand's and is not.
    public static let homograph = HostSigns(rawValue: 1 << 3)
    /// One or two letters from a brand's name.
    public static let brandLookalike = HostSigns(rawValue: 1 << 4)
    /// A brand's name in a host that is not the brand's.
    public static let brandElsewhere = HostSigns(rawValue: 1 << 5)
    /// The brand's own host.
    public static let brandOwn = HostSigns(rawValue: 1 << 6)
    /// A service that hides where a link goes.
    public static let shortener = HostSigns(rawValue: 1 << 7)
    /// A host where anybody puts up pages for nothing.
    public static let freeHosting = HostSigns(rawValue: 1 << 8)
    /// A host where anybody puts files.
    public static let fileSharing = HostSigns(rawValue: 1 << 9)
    /// A host where anybody makes forms.
    public static let formBuilder = HostSigns(rawValue: 1 << 10)
    /// A provider of names for changing addresses.
    public static let dynamicDNS = HostSigns(rawValue: 1 << 11)
    /// A name under a private suffix of the Public Suffix List.
    public static let privateSuffix = HostSigns(rawValue: 1 << 12)
    /// Five labels and more below the public suffix.
    public static let manyLabels = HostSigns(rawValue: 1 << 13)
    /// More than 60 bytes.
    public static let longHost = HostSigns(rawValue: 1 << 14)
    /// Four hyphens or more, or five digits or more in the registrable label.
    public static let hyphensOrDigits = HostSigns(rawValue: 1 << 15)
    /// A registrable label that looks drawn by lot.
    public static let randomLooking = HostSigns(rawValue: 1 << 16)
    /// No suffix of the list: a host that the public DNS does not have.
    public static let unlistedSuffix = HostSigns(rawValue: 1 << 17)
    /// An address of a private or reserved network.
    public static let privateAddress = HostSigns(rawValue: 1 << 18)
}

/// What is odd about a link apart from its host.
public struct LinkSigns: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Signs of these bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Something stands before an `@` in front of the host.
    public static let userinfo = LinkSigns(rawValue: 1 << 0)
    /// What stands before the `@` looks like a host.
    public static let userinfoHost = LinkSigns(rawValue: 1 << 1)
    /// A port that is not the scheme's own.
    public static let oddPort = LinkSigns(rawValue: 1 << 2)
    /// Backslashes for slashes.
    public static let backslashes = LinkSigns(rawValue: 1 << 3)
    /// Tabs or line ends inside.
    public static let controlsInside = LinkSigns(rawValue: 1 << 4)
    /// A file that can run, by the end of the path.
    public static let executable = LinkSigns(rawValue: 1 << 5)
    /// An archive, by the end of the path.
    public static let archive = LinkSigns(rawValue: 1 << 6)
    /// Another URL inside that the first one leads to.
    public static let redirector = LinkSigns(rawValue: 1 << 7)
    /// The address of a recipient inside.
    public static let recipientInside = LinkSigns(rawValue: 1 << 8)
    /// Some mailbox inside.
    public static let mailboxInside = LinkSigns(rawValue: 1 << 9)
    /// Letters or digits percent-encoded that need not be.
    public static let needlessEncoding = LinkSigns(rawValue: 1 << 10)
    /// Percent-encoded bytes in the host.
    public static let encodedHost = LinkSigns(rawValue: 1 << 11)
    /// `data:`.
    public static let dataScheme = LinkSigns(rawValue: 1 << 12)
    /// `javascript:` or `vbscript:`.
    public static let scriptScheme = LinkSigns(rawValue: 1 << 13)
    /// A file instead of a page: `file:`, `smb:`, the letter of a drive, or a share as `\\host\share`.
    public static let fileScheme = LinkSigns(rawValue: 1 << 14)
    /// The shown text names a host of another registrable domain.
    public static let mismatch = LinkSigns(rawValue: 1 << 15)
    /// Longer than the limit.
    public static let overlong = LinkSigns(rawValue: 1 << 16)
    /// Not encrypted: `http:`.
    public static let plainHTTP = LinkSigns(rawValue: 1 << 17)
    /// A brand's name in the path or query of a host that is not the brand's.
    public static let brandInPath = LinkSigns(rawValue: 1 << 18)
}

/// The links of a message, and the one buffer that they are ranges of. Keep one and use it again: its arrays are reused.
public struct MessageLinks: Sendable {
    /// The links, in the order they were added.
    public internal(set) var all: [Link] = []
    /// Serialised URLs and shown texts.
    public internal(set) var bytes: [UInt8] = []
    /// How many came after the limit. What cannot be parsed, as a relative address without a base, is no link and not counted.
    public internal(set) var dropped = 0

    /// No links yet.
    public init() {}

    /// Forgets everything, and keeps the memory.
    public mutating func reset() {
        all.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        dropped = 0
    }

    /// A range as text, for people.
    public func string(_ range: ByteRange) -> String {
        String(decoding: bytes[range.range], as: UTF8.self)
    }
}
