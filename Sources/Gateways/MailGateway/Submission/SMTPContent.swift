/// A mail as it stands behind DATA, in pieces: every line end is CRLF, a lone CR or LF too, since the protocol has no other (RFC 5321 section 2.3.8); a dot stands
/// before each line that begins with one (section 4.5.2); and a line of one dot ends it.
public struct SMTPContent: Sequence, IteratorProtocol, Sendable, Hashable {
    /// About how many bytes a piece has.
    static let pieceBytes = 1 << 16

    private let mail: [UInt8]
    private var index = 0
    private var isLineStart = true
    private var isOver = false

    /// The content of a mail.
    init(_ mail: [UInt8]) {
        self.mail = mail
    }

    /// The next piece.
    public mutating func next() -> [UInt8]? {
        guard !isOver else { return nil }
        var piece: [UInt8] = []
        piece.reserveCapacity(Swift.min(SMTPContent.pieceBytes, mail.count - index) + 8)
        while index < mail.count, piece.count < SMTPContent.pieceBytes {
            let byte = mail[index]
            index += 1
            if byte == 0x0D || byte == 0x0A {
                if byte == 0x0D, index < mail.count, mail[index] == 0x0A { index += 1 }
                SMTPContent.endLine(in: &piece)
                isLineStart = true
            } else {
                if isLineStart, byte == UInt8(ascii: ".") { piece.append(byte) }
                piece.append(byte)
                isLineStart = false
            }
        }
        guard index == mail.count else { return piece }
        if !isLineStart { SMTPContent.endLine(in: &piece) }
        piece.append(UInt8(ascii: "."))
        SMTPContent.endLine(in: &piece)
        isOver = true
        return piece
    }

    private static func endLine(in piece: inout [UInt8]) {
        piece.append(0x0D)
        piece.append(0x0A)
    }
}
