/// The name of a message's file in a Maildir: a unique part, and what the reader did with it.
///
/// Follows D. J. Bernstein's description of Maildir, with the size attributes of Maildir++ and the letters of Dovecot's keywords.
public struct MaildirEntry: Sendable, Hashable {
    /// What the reader did with a message.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The flags as bits.
        public let rawValue: UInt8

        /// The flags of these bits.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// `P`: resent, forwarded or bounced.
        public static let passed = Flags(rawValue: 1)
        /// `R`: replied to.
        public static let replied = Flags(rawValue: 2)
        /// `S`: seen.
        public static let seen = Flags(rawValue: 4)
        /// `T`: marked for deletion.
        public static let trashed = Flags(rawValue: 8)
        /// `D`: a draft.
        public static let draft = Flags(rawValue: 16)
        /// `F`: flagged by the reader.
        public static let flagged = Flags(rawValue: 32)
    }

    /// The name up to the colon: what stays the same when flags change.
    public var unique: String
    /// What the reader did with it.
    public var flags: Flags
    /// The keywords of the server, as the letters a to z, in the order written.
    public var keywords: String
    /// The size in bytes that the name tells (`,S=`), or nothing.
    public var size: Int?

    /// Reads a file's name, without folders; nothing when it is hidden or empty, and so no message.
    ///
    /// A name in `new` has no flags yet. On file systems without colons `;` or `!` stands in its place.
    public init?(name: String) {
        guard let first = name.utf8.first, first != UInt8(ascii: ".") else { return nil }
        let bytes = Array(name.utf8)
        var end = bytes.count
        var flags: Flags = []
        var keywords: [UInt8] = []
        for index in stride(from: bytes.count - 3, through: 0, by: -1)
        where bytes[index + 1] == UInt8(ascii: "2") && bytes[index + 2] == UInt8(ascii: ",") {
            guard [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!")].contains(bytes[index]) else { continue }
            end = index
            for byte in bytes[(index + 3)...] {
                switch byte {
                case UInt8(ascii: "P"): flags.insert(.passed)
                case UInt8(ascii: "R"): flags.insert(.replied)
                case UInt8(ascii: "S"): flags.insert(.seen)
                case UInt8(ascii: "T"): flags.insert(.trashed)
                case UInt8(ascii: "D"): flags.insert(.draft)
                case UInt8(ascii: "F"): flags.insert(.flagged)
                case 97...122: keywords.append(byte)
                default: break
                }
            }
            break
        }
        self.unique = String(decoding: bytes[..<end], as: UTF8.self)
        self.flags = flags
        self.keywords = String(decoding: keywords, as: UTF8.self)
        self.size = MaildirEntry.size(bytes[..<end])
    }

    private static func size(_ bytes: ArraySlice<UInt8>) -> Int? {
        for field in bytes.split(separator: UInt8(ascii: ",")).dropFirst() where field.starts(with: [UInt8(ascii: "S"), UInt8(ascii: "=")])
        {
            return Int(String(decoding: field.dropFirst(2), as: UTF8.self))
        }
        return nil
    }
}
