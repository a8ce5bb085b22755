internal import MIME
internal import TextMessages

/// Gives the messages of files one after another, with no more than a piece of a file in memory.
struct InputReader: Sendable {
    private var files: ArraySlice<InputFile>
    private var current: Current?
    private let messageBytes: Int
    /// Whether the next message may be long in coming.
    let canPause: Bool

    /// The file that is being read.
    private enum Current: Sendable {
        case records(RecordReader)
        case mailbox(MailboxReader, path: String, number: Int)
    }

    /// A reader of these files, in this order.
    init(_ files: [InputFile], messageBytes: Int) {
        self.files = files[...]
        self.messageBytes = messageBytes
        canPause = files.canPause
    }

    /// The next message, or what is wrong where it should be; nothing at the end. A file that cannot be read does not stop the others.
    mutating func next() -> InputPiece? {
        while true {
            do throws(FileBytes.Failure) {
                if let piece = try nextOfCurrent() { return piece }
                guard let file = files.popFirst() else { return nil }
                if let piece = try open(file) { return piece }
            } catch {
                current = nil
                return .problem(InputProblem(description: error.description))
            }
        }
    }

    /// Begins a file; gives its message where it is one.
    private mutating func open(_ file: InputFile) throws(FileBytes.Failure) -> InputPiece? {
        switch file.kind {
        case .message: return .item(InputItem(path: file.path, content: .file(file.path), weight: max(file.size, 1)))
        case .records(let isJSON):
            let window = ByteWindow(try OpenFile(file.path), limit: RecordReader.windowBytes)
            current = .records(RecordReader(window, path: file.path, isJSON: isJSON))
            return nil
        case .mailbox: return try openMailbox(window(on: try OpenFile(file.path)), of: file)
        case .stream:
            var window = window(on: try OpenFile(file.path))
            while !InputReader.isTelling(window), try window.growByWhatCame() {}
            if MailboxFile.isMailbox(window.bytes.span) { return try openMailbox(window, of: file) }
            if window.bytes.first(where: { $0 > 0x20 }) == 0x7B {
                current = .records(RecordReader(window, path: file.path, isJSON: true))
                return nil
            }
            // What lies beyond the window is not looked at in any message.
            try window.fill(to: .max)
            return .item(InputItem(path: file.path, content: .bytes(window.bytes), weight: max(file.size, 1)))
        }
    }

    /// Whether so much of a stream is at hand that its kind can be told: no more, since whoever writes it may wait for an answer.
    private static func isTelling(_ window: ByteWindow) -> Bool {
        if window.bytes.count >= 4096 { return true }
        guard let first = window.bytes.firstIndex(where: { $0 > 0x20 }) else { return false }
        // A mailbox's first line is told whole; nothing else begins as one does.
        guard window.bytes[first] == UInt8(ascii: "F") else { return true }
        return window.bytes[first...].contains(0x0A)
    }

    private mutating func openMailbox(_ window: ByteWindow, of file: InputFile) throws(FileBytes.Failure) -> InputPiece? {
        let reader = try MailboxReader(window)
        if reader.isSingle { return .item(InputItem(path: file.path, content: .bytes(reader.wholeBytes), weight: max(file.size, 1))) }
        current = .mailbox(reader, path: file.path, number: 0)
        return nil
    }

    private mutating func nextOfCurrent() throws(FileBytes.Failure) -> InputPiece? {
        switch current {
        case nil: return nil
        case .records(var reader):
            // Taken out, so that the window is changed in place and not copied.
            current = nil
            let piece = try reader.next()
            if piece != nil { current = .records(reader) }
            return piece
        case .mailbox(var reader, let path, let number):
            current = nil
            guard let (message, taken) = try reader.next() else { return nil }
            current = .mailbox(reader, path: path, number: number + 1)
            return .item(InputItem(path: "\(path)#\(number + 1)", content: .mail(message), weight: taken))
        }
    }

    /// A window that holds a mail as long as is looked at, and as much again; and a line of texts, as what comes may turn out to be such.
    private func window(on file: OpenFile) -> ByteWindow {
        ByteWindow(file, limit: max(2 * messageBytes + (1 << 20), RecordReader.windowBytes))
    }
}
