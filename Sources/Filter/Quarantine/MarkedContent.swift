internal import Crypto

/// What a release mark binds of a mail, as every server on its way leaves it: the body, and the fields that say how it is shown.
struct MarkedContent {
    /// 64 bytes that stand for it.
    let digest: [UInt8]

    /// The fields that say how a mail is shown. Servers take out some others that begin alike, as Content-Length.
    private static let shown: Set<String> = [
        "subject", "mime-version", "content-type", "content-transfer-encoding", "content-disposition", "content-description", "content-id",
        "content-language", "content-location",
    ]
    /// A long body is not copied whole.
    private static let pieceBytes = 64 << 10

    /// Of a mail from its first field on.
    ///
    /// The header ends where a mail server ends it: at an empty line (one of blanks is none, RFC 5322 section 4.2), or at the first line that is no field and
    /// goes on with none, before which servers write an empty one.
    init(of mail: ArraySlice<UInt8>) {
        var shown: [UInt8] = []
        var isShown = false
        var index = mail.startIndex
        while index < mail.endIndex {
            let end = mail[index...].firstIndex(of: 0x0A).map { $0 + 1 } ?? mail.endIndex
            let line = mail[index..<end]
            if let first = line.first, first == 0x20 || first == 0x09, index > mail.startIndex {
                if isShown { shown += MarkedContent.written(line) }
            } else {
                guard let name = MarkedContent.name(of: line) else { break }
                isShown = MarkedContent.shown.contains(name)
                // A line's end cannot be taken for a field's beginning.
                if isShown { shown += [0x0A] + name.utf8 + [0x3A] + MarkedContent.written(line.dropFirst(name.utf8.count)) }
            }
            index = end
        }
        var body = SHA256()
        while index < mail.endIndex {
            let end = min(index + MarkedContent.pieceBytes, mail.endIndex)
            body.update(data: MarkedContent.written(mail[index..<end]))
            index = end
        }
        digest = Array(SHA256.hash(data: shown)) + Array(body.finalize())
    }

    /// The name of the field that a line begins, in lower case; nothing where it begins none (RFC 5322 section 2.2).
    private static func name(of line: ArraySlice<UInt8>) -> String? {
        let name = line.prefix { (33...126).contains($0) && $0 != 0x3A }
        let rest = line[name.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
        return !name.isEmpty && rest.first == 0x3A ? String(decoding: name, as: UTF8.self).lowercased() : nil
    }

    private static func written(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.filter { !isSpace($0) } }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A || byte == 0x20 || byte == 0x09 }
}
