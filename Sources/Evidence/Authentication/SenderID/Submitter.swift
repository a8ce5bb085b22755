/// The SUBMITTER parameter of MAIL (RFC 4405 section 4.2): a mailbox in xtext.
public enum Submitter {
    /// The mailbox that a parameter's value stands for; nothing where it is not xtext (RFC 3461 section 4).
    public static func mailbox(_ value: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(value.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"):
                let digits = rest.prefix(2)
                guard digits.count == 2, digits.allSatisfy({ $0 &- 48 < 10 || $0 &- 65 < 6 }),
                    let decoded = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
                else { return nil }
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            case UInt8(ascii: "="): return nil
            case 0x21...0x7E: bytes.append(byte)
            default: return nil
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// A mailbox as the value of the parameter.
    public static func value(_ mailbox: String) -> String {
        var text = ""
        for byte in mailbox.utf8 {
            if (0x21...0x7E).contains(byte), byte != UInt8(ascii: "+"), byte != UInt8(ascii: "=") {
                text.unicodeScalars.append(UnicodeScalar(byte))
            } else {
                text += (byte < 16 ? "+0" : "+") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
