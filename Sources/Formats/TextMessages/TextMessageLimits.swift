/// The limits of text messages, in one place.
public enum TextMessageLimits {
    /// Octets of user data in one part (3GPP TS 23.040 section 9.2.3.24).
    public static let userDataOctets = 140
    /// Septets of user data in one part.
    public static let userDataSeptets = 160
    /// The largest part that is kept for joining, in bytes; a part of the protocol has fewer, a gateway may send more.
    public static let partBytes = 1024
    /// How many elements of a user data header are read; 140 octets hold no more than 70.
    public static let headerElements = 70
    /// The longest line of a file of texts, in bytes.
    public static let recordBytes = 16 << 20
}
