/// What the data coding scheme of a message says: its alphabet, and whom it is for (3GPP TS 23.038 section 4).
public struct DataCoding: Sendable, Hashable {
    /// How the user data is to be read.
    public enum Alphabet: Sendable, Hashable {
        /// Septets of a GSM alphabet.
        case gsm
        /// Octets of an application, without meaning as text.
        case octets
        /// 16-bit units.
        case utf16
        /// ISO 8859-1, of which ASCII is a part; only SMPP has it.
        case latin1
        /// Compressed, reserved, or an alphabet that is not read here.
        case unreadable
    }

    /// Where the message is shown or kept.
    public enum MessageClass: UInt8, Sendable, Hashable, CaseIterable {
        /// Shown at once and not kept: a "flash" message.
        case flash = 0
        /// For the handset.
        case equipment = 1
        /// For the card.
        case card = 2
        /// For a device behind the handset.
        case terminal = 3
    }

    /// The alphabet.
    public var alphabet: Alphabet
    /// The message class, when one is given.
    public var messageClass: MessageClass?
    /// Whether the sender asks for deletion after reading.
    public var deletesAfterReading: Bool

    /// A data coding.
    public init(_ alphabet: Alphabet, messageClass: MessageClass? = nil, deletesAfterReading: Bool = false) {
        self.alphabet = alphabet
        self.messageClass = messageClass
        self.deletesAfterReading = deletesAfterReading
    }

    /// Reads TP-DCS, the octet of the radio interface (3GPP TS 23.038 section 4). Reserved groups mean the GSM alphabet.
    public init(_ octet: UInt8) {
        switch octet >> 4 {
        case 0b0000...0b0111:
            let alphabet: Alphabet =
                switch octet >> 2 & 3 {
                case 0: .gsm
                case 1: .octets
                case 2: .utf16
                default: .unreadable
                }
            self.init(
                octet & 0x20 != 0 ? .unreadable : alphabet,
                messageClass: octet & 0x10 != 0 ? MessageClass(rawValue: octet & 3) : nil, deletesAfterReading: octet & 0x40 != 0)
        case 0b1110: self.init(.utf16)
        case 0b1111: self.init(octet & 4 != 0 ? .octets : .gsm, messageClass: MessageClass(rawValue: octet & 3))
        default: self.init(.gsm)
        }
    }

    /// Reads `data_coding` of SMPP (version 3.4 section 5.2.19), which uses the low numbers for alphabets of its own.
    public init(smpp octet: UInt8) {
        switch octet {
        case 0: self.init(.gsm)
        case 1, 3: self.init(.latin1)
        case 2, 4: self.init(.octets)
        case 8: self.init(.utf16)
        case 5...7, 9...15: self.init(.unreadable)
        default: self.init(octet)
        }
    }
}
