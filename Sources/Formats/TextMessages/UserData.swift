// The user data of one short message: header, then text in one of the alphabets, packed as on the radio interface or
// one septet in an octet as in SMPP.

public import Messages

/// How septets lie in the octets of user data; octets and 16-bit units lie as they are in either.
public enum SeptetForm: Sendable, Hashable {
    /// One septet in an octet, as SMPP sends them.
    case unpacked
    /// Eight septets in seven octets; the length is TP-UDL, in septets, the header's counted (3GPP TS 23.040 section 9.2.3.16).
    case packed(length: Int)
}

/// One message's user data, taken apart: what it says of itself, and its text before the alphabet is applied.
///
/// The parts of a long message are joined at this point, so that a surrogate pair or an escape that was cut comes together.
public struct UserData: Sendable, Hashable {
    /// The header; nothing when the message has none.
    public var header: UserDataHeader?
    /// How the content is to be read.
    public var coding: DataCoding
    /// Septets, one in a byte, or octets.
    public var content: [UInt8]
    /// What is broken. Offsets count the octets of the user data.
    public var defects: [Defect]

    /// Takes the user data apart.
    public init(_ octets: Span<UInt8>, hasHeader: Bool, coding: DataCoding, septets: SeptetForm = .unpacked) {
        var defects: [Defect] = []
        let header = hasHeader ? UserDataHeader(octets, defects: &defects) : nil
        let headerOctets = header?.octets ?? 0
        let body = octets.extracting(headerOctets..<octets.count)
        var content: [UInt8] = []
        if coding.alphabet == .gsm, case .packed(let length) = septets {
            let count = min(max(0, length), octets.count * 8 / 7 + 1) - SeptetPacking.septets(ofHeader: headerOctets)
            SeptetPacking.unpack(
                body, count: count, fillBits: SeptetPacking.fillBits(afterHeaderOf: headerOctets), into: &content, defects: &defects)
        } else {
            content.reserveCapacity(body.count)
            for index in body.indices { content.append(body[index]) }
        }
        self.header = header
        self.coding = coding
        self.content = content
        self.defects = defects
    }

    /// The alphabet of the content's septets.
    public var alphabet: GSMAlphabet { header?.alphabet ?? .standard }

    /// Whether the content is for an application and not for a person: it names ports.
    public var isForApplication: Bool { header?.ports != nil }

    /// Appends the text as UTF-8, as far as it is one; gives what was broken in it, with offsets into the content.
    public func appendText(to text: inout [UInt8]) -> [Defect] {
        var defects: [Defect] = []
        Self.decode(content.span, coding: coding, alphabet: alphabet, into: &text, defects: &defects)
        return defects
    }

    /// Appends content as UTF-8. Octets of an application are read as UTF-8 where they are UTF-8, and as nothing where not.
    static func decode(
        _ content: Span<UInt8>, coding: DataCoding, alphabet: GSMAlphabet, into text: inout [UInt8], defects: inout [Defect]
    ) {
        switch coding.alphabet {
        case .gsm: alphabet.decode(content, into: &text, defects: &defects)
        case .utf16: UTF16Text.decode(content, into: &text, defects: &defects)
        case .latin1:
            for index in content.indices { UTF8Text.append(UInt32(content[index]), to: &text) }
        case .octets:
            guard UTF8Text.firstInvalid(in: content) == nil else {
                defects.append(Defect(.smsUnreadable, at: 0))
                return
            }
            for index in content.indices { text.append(content[index]) }
        case .unreadable: defects.append(Defect(.smsUnreadable, at: 0))
        }
    }
}
