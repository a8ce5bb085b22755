internal import MIME

/// Cuts a mailbox file (RFC 4155 and its older kinds) into its messages, one after another.
struct MailboxReader {
    /// Whether all there is is one message: such a file is no mailbox but a message with a `From ` line.
    let isSingle: Bool

    private var window: ByteWindow
    private let mailbox: MailboxFile
    private var isInsideLongMessage = false

    /// How much is looked at to tell the kind of a mailbox: what `MailboxFile.kind` wants, and one more so that it knows there is more.
    private static let sample = (1 << 20) + 1

    /// A reader of the mailbox that begins where the window does.
    init(_ window: consuming ByteWindow) throws(FileBytes.Failure) {
        var kind = MailboxReader.kind(in: window)
        while kind == nil, try window.growUntilPause() { kind = MailboxReader.kind(in: window) }
        let mailbox = MailboxFile(kind: kind ?? .mboxo)
        var first = mailbox.entry(in: window.bytes.span, from: window.start, isLast: window.isAtEnd)
        // Only a message that is longer than the sample is worth more reading, up to what the window holds.
        while first == nil, try window.growUntilPause() {
            first = mailbox.entry(in: window.bytes.span, from: window.start, isLast: window.isAtEnd)
        }
        isSingle = window.isAtEnd && (first == nil || first?.next == window.bytes.count)
        self.window = window
        self.mailbox = mailbox
    }

    /// The kind of a mailbox, once it can be told; of what is none, at once.
    private static func kind(in window: ByteWindow) -> MailboxFile.Kind? {
        let isEnough = window.isAtEnd || window.count >= sample
        let kind = MailboxFile.kind(of: window.bytes.span, isLast: isEnough)
        return isEnough ? kind ?? .mboxo : kind
    }

    /// All there is, of a mailbox that is a single message.
    var wholeBytes: [UInt8] { window.bytes }

    /// The next message as it was before it was put into the mailbox, and how many bytes of the file it took; nothing at the end.
    ///
    /// A message longer than the window is cut there, and the rest of it passed over.
    mutating func next() throws(FileBytes.Failure) -> (message: [UInt8], taken: Int)? {
        while true {
            if isInsideLongMessage, try !passOverRest() { return nil }
            if let entry = mailbox.entry(in: window.bytes.span, from: window.start, isLast: window.isAtEnd) { return take(entry) }
            if try window.growUntilPause() { continue }
            guard !window.isAtEnd, let entry = mailbox.entry(in: window.bytes.span, from: window.start, isLast: true) else { return nil }
            isInsideLongMessage = entry.next == window.bytes.count
            return take(entry)
        }
    }

    private mutating func take(_ entry: MailboxFile.Entry) -> (message: [UInt8], taken: Int) {
        var message: [UInt8] = []
        message.reserveCapacity(entry.message.count)
        mailbox.unquote(window.bytes.span, entry, into: &message)
        let taken = entry.next - window.start
        window.consume(to: entry.next)
        return (message, taken)
    }

    /// How much of a message that is passed over is kept to see a separator that the window's end cuts off.
    private static let overlap = 4096

    /// Goes on to the next separator; gives false when none comes.
    private mutating func passOverRest() throws(FileBytes.Failure) -> Bool {
        let lines = MailboxFile(kind: .mboxrd)
        while isInsideLongMessage {
            if let rest = lines.entry(in: window.bytes.span, from: window.start, isLast: window.isAtEnd) {
                if rest.separator.isEmpty { window.consume(to: rest.next) }
                isInsideLongMessage = false
            } else if window.isAtEnd {
                return false
            } else {
                // From the beginning of a line on: in the middle of one, text could look like a separator.
                let place = max(window.start, window.bytes.count - MailboxReader.overlap)
                window.consume(to: MailboxReader.lineStart(window.bytes, after: place))
                _ = try window.grow()
            }
        }
        return true
    }

    private static func lineStart(_ bytes: [UInt8], after place: Int) -> Int {
        var index = place
        while index + 1 < bytes.count {
            if bytes[index] == 0x0A, bytes[index + 1] != 0x0A, bytes[index + 1] != 0x0D { return index + 1 }
            index += 1
        }
        return place
    }
}
