// Host names with letters of every script, and the ASCII that DNS knows them by (UTS 46, RFC 5890 to 5893). Names are hostile.

/// What is wrong with an internationalised name; the bits of UTS 46 section 4.1 to 4.3.
public struct NameErrors: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt32

    /// Errors of these bits.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// A label is empty.
    public static let emptyLabel = NameErrors(rawValue: 0x1)
    /// A label has more than 63 octets in ASCII.
    public static let labelTooLong = NameErrors(rawValue: 0x2)
    /// The name has more than 253 octets in ASCII, or more than an implementation will read.
    public static let nameTooLong = NameErrors(rawValue: 0x4)
    /// A label begins with a hyphen.
    public static let leadingHyphen = NameErrors(rawValue: 0x8)
    /// A label ends with a hyphen.
    public static let trailingHyphen = NameErrors(rawValue: 0x10)
    /// A label has hyphens in its third and fourth place.
    public static let hyphensInThirdAndFourth = NameErrors(rawValue: 0x20)
    /// A label begins with a combining mark.
    public static let leadingCombiningMark = NameErrors(rawValue: 0x40)
    /// A code point is not allowed in names, or the bytes are not UTF-8.
    public static let disallowed = NameErrors(rawValue: 0x80)
    /// A label begins with `xn--` and is not Punycode (RFC 3492).
    public static let punycode = NameErrors(rawValue: 0x100)
    /// A label has a dot inside after mapping.
    public static let labelHasDot = NameErrors(rawValue: 0x200)
    /// What an `xn--` label decodes to is not a valid label.
    public static let invalidEncodedLabel = NameErrors(rawValue: 0x400)
    /// A label breaks the rule for right-to-left scripts (RFC 5893).
    public static let rightToLeft = NameErrors(rawValue: 0x800)
    /// A joiner stands where it has no meaning (RFC 5892 appendix A).
    public static let joiner = NameErrors(rawValue: 0x1000)

    /// The errors that a browser does not mind (WHATWG URL section 3.3: CheckHyphens and VerifyDnsLength are false).
    public static let toleratedInURLs: NameErrors = [
        .emptyLabel, .labelTooLong, .nameTooLong, .leadingHyphen, .trailingHyphen, .hyphensInThirdAndFourth,
    ]
}

/// The two operations on internationalised names (UTS 46 section 4.2 and 4.3), with non-transitional processing.
///
/// Output is appended as far as it could be made, also when there are errors; with errors it is for looking at, not for use.
public protocol InternationalNames: Sendable {
    /// Appends the ASCII form of a name given in UTF-8.
    func toASCII(_ name: Span<UInt8>, into output: inout [UInt8]) -> NameErrors
    /// Appends the form that a person reads, in UTF-8.
    func toUnicode(_ name: Span<UInt8>, into output: inout [UInt8]) -> NameErrors
}
