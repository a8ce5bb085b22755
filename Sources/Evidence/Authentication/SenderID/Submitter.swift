internal import MIME

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

extension Submitter {
    /// What a server finds that compares the mailbox with the header (section 4.2).
    public enum Finding: Sendable, Hashable {
        /// The header holds the same mailbox responsible.
        case same(String)
        /// It holds another responsible.
        case other(String, responsible: String)
        /// It holds nobody responsible.
        case nobodyResponsible(String)

        /// The mailbox that the client named.
        public var mailbox: String {
            switch self {
            case .same(let mailbox), .other(let mailbox, _), .nobodyResponsible(let mailbox): mailbox
            }
        }

        /// The reply that section 4.2 has a server give; nothing where the message may go on.
        public var reply: String? {
            switch self {
            case .same: nil
            case .other: "550 5.7.1 Submitter does not match header."
            case .nobodyResponsible: "554 5.7.7 Cannot verify submitter address."
            }
        }
    }

    /// Whether a mailbox is the one that the header holds responsible. The local part is compared as it is, the domain without case.
    public static func finding(_ mailbox: String, responsible: PurportedResponsibleAddress) -> Finding {
        guard case .mailbox(let found, _) = responsible else { return .nobodyResponsible(mailbox) }
        let at = mailbox.lastIndex(of: "@") ?? mailbox.endIndex
        let local = unquoted(mailbox[..<at])
        let domain = mailbox[at...].dropFirst()
        let isSame = local == found.local && domain.lowercased() == found.domain.lowercased()
        return isSame ? .same(mailbox) : .other(mailbox, responsible: "\(found.local)@\(found.domain)")
    }

    /// A local part without its quotes (RFC 5322 section 3.2.4), as those of header fields are read.
    private static func unquoted(_ local: Substring) -> String {
        guard local.utf8.count > 1, local.hasPrefix("\""), local.hasSuffix("\"") else { return String(local) }
        var text = ""
        var isEscaped = false
        for character in local.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                text.append(character)
                isEscaped = false
            }
        }
        return text
    }
}
