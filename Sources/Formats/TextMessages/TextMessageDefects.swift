public import Messages

extension Defect.Kind {
    /// A user data header is longer than the user data (3GPP TS 23.040 section 9.2.3.24).
    public static let smsTruncatedHeader = Defect.Kind(rawValue: "sms.truncated-header")
    /// An element of a user data header runs over the header's end.
    public static let smsTruncatedElement = Defect.Kind(rawValue: "sms.truncated-element")
    /// An element of a user data header has the wrong length for its kind, or values that cannot be.
    public static let smsBadElement = Defect.Kind(rawValue: "sms.bad-element")
    /// An element that may stand once in a user data header stands there again; the last one counts.
    public static let smsRepeatedElement = Defect.Kind(rawValue: "sms.repeated-element")
    /// A national language that the specification does not name; the standard alphabet is used.
    public static let smsUnknownLanguage = Defect.Kind(rawValue: "sms.unknown-language")
    /// A septet that stands for no character in the alphabet announced.
    public static let smsUndefinedCharacter = Defect.Kind(rawValue: "sms.undefined-character")
    /// A byte above 0x7F where septets stand; read as ISO 8859-1.
    public static let smsNotASeptet = Defect.Kind(rawValue: "sms.not-a-septet")
    /// Packed septets end before the length announced.
    public static let smsTruncatedText = Defect.Kind(rawValue: "sms.truncated-text")
    /// Half a surrogate pair, or an odd byte at the end, in UTF-16 text.
    public static let smsBadUTF16 = Defect.Kind(rawValue: "sms.bad-utf16")
    /// Text in a form that is not read: compressed, or in an alphabet that is reserved.
    public static let smsUnreadable = Defect.Kind(rawValue: "sms.unreadable")
    /// A part of a long message has not come.
    public static let smsMissingPart = Defect.Kind(rawValue: "sms.missing-part")
    /// A part of a long message came again with other content; the first is kept.
    public static let smsConflictingPart = Defect.Kind(rawValue: "sms.conflicting-part")
    /// A text that is said to be UTF-8 and is not.
    public static let textInvalidUTF8 = Defect.Kind(rawValue: "text.invalid-utf8")
    /// A NUL byte in a text.
    public static let textNUL = Defect.Kind(rawValue: "text.nul")
}
