/// A domain name as it is sent: labels, each after a byte that says how long it is (RFC 1035 section 3.1), letters of ASCII in lower case.
public struct DNSName: Sendable, Hashable {
    /// The greatest number of bytes of a name, with the byte of the root at its end (RFC 1035 section 2.3.4).
    public static let limit = 255
    /// The name of the root.
    public static let root = DNSName(checked: [])

    /// The labels with their lengths, without the zero of the root at the end.
    public let bytes: [UInt8]

    init(checked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The name of these labels; nothing where one is empty or longer than 63 bytes, or all of them are too long.
    public init?(labels: some Sequence<some Collection<UInt8>>) {
        var bytes: [UInt8] = []
        for label in labels {
            guard (1...63).contains(label.count), bytes.count + label.count + 2 <= DNSName.limit else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: label.count))
            for byte in label { bytes.append(DNSName.folded(byte)) }
        }
        self.bytes = bytes
    }

    /// The labels with dots between them; nothing where a label has a dot inside, so that it could not be told from two.
    public var dotted: [UInt8]? {
        var text: [UInt8] = []
        var left = 0
        for byte in bytes {
            if left == 0 {
                if !text.isEmpty { text.append(UInt8(ascii: ".")) }
                left = Int(byte)
            } else {
                guard byte != UInt8(ascii: ".") else { return nil }
                text.append(byte)
                left -= 1
            }
        }
        return text
    }

    static func folded(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
}
