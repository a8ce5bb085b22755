// What the URL parser finds: ranges into the serialised URL, so that a message's links share one buffer.

public import Messages

/// A URL, as ranges into the buffer that it was serialised to (WHATWG URL section 4.1).
///
/// An absent component has an empty range; where absent and empty differ, an option says so.
public struct ParsedURL: Sendable, Hashable {
    /// What kind of host a URL has (WHATWG URL section 3.1).
    public enum HostKind: UInt8, Sendable, Hashable {
        /// No host at all (`mailto:`, `data:`).
        case none
        /// A host of no characters (`file:///x`).
        case empty
        /// A domain name, in ASCII and lower case.
        case domain
        /// An IPv4 address, as four numbers.
        case ipv4
        /// An IPv6 address in brackets.
        case ipv6
        /// The host of a scheme that browsers do not know, percent-encoded and otherwise as written.
        case opaque
    }

    /// What the parser noticed that the serialised URL does not show any more, and which optional parts are there.
    public struct Traits: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt16

        /// Traits of these bits.
        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// The path is opaque: not made of segments.
        public static let opaquePath = Traits(rawValue: 1)
        /// There is a query, perhaps empty.
        public static let query = Traits(rawValue: 2)
        /// There is a fragment, perhaps empty.
        public static let fragment = Traits(rawValue: 4)
        /// There was an `@` before the host.
        public static let userinfo = Traits(rawValue: 8)
        /// A backslash stood for a slash.
        public static let backslash = Traits(rawValue: 16)
        /// An IPv4 address was not written as four decimal numbers.
        public static let oddIPv4 = Traits(rawValue: 32)
        /// The host had percent-encoded bytes.
        public static let encodedHost = Traits(rawValue: 64)
        /// The host was written with letters outside ASCII.
        public static let unicodeHost = Traits(rawValue: 128)
        /// There were tabs or line ends inside.
        public static let strippedControls = Traits(rawValue: 256)
        /// The scheme is one that browsers give a host to: http, https, ws, wss, ftp, file.
        public static let special = Traits(rawValue: 512)
        /// A base was used to complete the URL.
        public static let relative = Traits(rawValue: 1024)
    }

    /// The whole serialised URL.
    public var whole: ByteRange = .empty
    /// The scheme, in lower case, without the colon.
    public var scheme: ByteRange = .empty
    /// The user name, percent-encoded.
    public var username: ByteRange = .empty
    /// The password, percent-encoded.
    public var password: ByteRange = .empty
    /// The host.
    public var host: ByteRange = .empty
    /// The path, with its leading slash.
    public var path: ByteRange = .empty
    /// The query, without the question mark.
    public var query: ByteRange = .empty
    /// The fragment, without the number sign.
    public var fragment: ByteRange = .empty
    /// The port, when one is written that is not the scheme's own.
    public var port: UInt16?
    /// What kind of host it has.
    public var hostKind = HostKind.none
    /// What else there is to know.
    public var traits: Traits = []
    /// The address of a host that is IPv4, first octet highest.
    public var ipv4: UInt32 = 0

    /// A URL of nothing.
    public init() {}
}
