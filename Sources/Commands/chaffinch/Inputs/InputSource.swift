internal import MIME
internal import Messages
internal import TextMessages

/// One message of an input, not yet parsed.
struct InputItem: Sendable {
    /// Where it is: a path, with `#` and a number where the file holds several.
    var path: String
    /// What it is.
    var content: Content
    /// The label it carries, where the file has labels.
    var isSpam: Bool?
    /// How many bytes of the input it is made of, for showing how far work has come.
    var weight = 0

    /// How many bytes are in memory already.
    var size: Int {
        switch content {
        case .file: 0
        case .mail(let bytes), .bytes(let bytes): bytes.count
        case .text(let record): record.text.count
        }
    }

    /// What an item is made of.
    enum Content: Sendable {
        /// A file to be read: a message, or a small mailbox of several.
        case file(String)
        /// Bytes in memory: a mail, a text, or a mailbox.
        case bytes([UInt8])
        /// A mail in memory.
        case mail([UInt8])
        /// A text in memory, with what its line said of it.
        case text(TextRecord)
    }
}

/// Something wrong in an input; the rest of it is still used.
struct InputProblem: Sendable, CustomStringConvertible {
    let description: String
}

/// What comes next of an input.
enum InputPiece: Sendable {
    case item(InputItem), problem(InputProblem)

    /// How many bytes are in memory already.
    var size: Int {
        switch self {
        case .item(let item): item.size
        case .problem: 0
        }
    }
}

/// A file to be read, and what its name and size say of it.
struct InputFile: Sendable {
    /// Where it is; `-` is standard input.
    var path: String
    /// How many bytes it has; 0 where that is not known.
    var size: Int
    /// What it holds.
    var kind: Kind
    /// Whether its end may be long in coming, and whoever writes it may wait for answers.
    var canPause = false

    /// What a file holds.
    enum Kind: Sendable {
        /// A text a line.
        case records(isJSON: Bool)
        /// One message, or a mailbox small enough to be read at once.
        case message
        /// A mailbox.
        case mailbox
        /// To be told by what comes: standard input, or a pipe.
        case stream
    }
}

/// Turns paths into files, and files into items: single files, mbox files, Maildirs, JSON lines, tables of texts, standard input.
struct InputSource: Sendable {
    /// The channel that was asked for; nothing to tell by what is there.
    var channel: Channel?
    /// The most bytes of one mail that are looked at.
    var messageBytes = MIMELimits.standard.messageBytes

    /// A file that is larger is looked into before it is read whole: a mailbox is then read message by message.
    static let smallFile = 1 << 20

    /// The files under a path, and what in there could not be read.
    func files(at path: String) throws(FileBytes.Failure) -> (files: [InputFile], problems: [InputProblem]) {
        let walk = try FileWalk.files(at: path)
        var files: [InputFile] = []
        for found in walk.files {
            guard let kind = kind(of: found, isNamed: found.path == path) else { continue }
            files.append(InputFile(path: found.path, size: found.size, kind: kind, canPause: found.canPause))
        }
        return (files, walk.unreadable.map { InputProblem(description: $0) })
    }

    /// The messages of files, one after another; at no time is more than a piece of a mailbox or of a list of texts in memory.
    func reader(of files: [InputFile]) -> InputReader {
        InputReader(files, messageBytes: messageBytes)
    }

    /// What a file holds, by its name and, when it is large, its first bytes; nothing for one that is passed over. A file that was named
    /// itself is a message whatever it is called; in a folder, lists, notes, zone files and rules are passed over.
    private func kind(of file: FileWalk.Found, isNamed: Bool) -> InputFile.Kind? {
        let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
        switch name.split(separator: ".").dropFirst().last?.lowercased() ?? "" {
        case "jsonl", "ndjson": return .records(isJSON: true)
        case "tsv": return .records(isJSON: false)
        case "md" where !isNamed, "zone" where !isNamed, "yaml" where !isNamed: return nil
        default: break
        }
        if name == "index", !isNamed { return nil }
        if !file.isPlain { return .stream }
        guard file.size > InputSource.smallFile else { return .message }
        var beginning: [UInt8] = []
        // One that cannot be read is named when its turn comes.
        guard let opened = try? OpenFile(file.path), (try? opened.read(4096, to: &beginning)) != nil else { return .message }
        return MailboxFile.isMailbox(beginning.span) ? .mailbox : .message
    }

    /// What a label says; nothing for words we do not know.
    static func isSpam(_ label: String?) -> Bool? {
        switch label?.lowercased() {
        case "spam", "1", "smishing", "phishing", "fraud", "scam", "promo": true
        case "ham", "0", "ok", "legit", "normal": false
        default: nil
        }
    }
}

extension [InputFile] {
    /// How many bytes all have together.
    var weight: Int { reduce(0) { $0 + Swift.max($1.size, 1) } }

    /// Whether the end of one may be long in coming.
    var canPause: Bool { contains(where: \.canPause) }

    /// About how many messages all hold, by their sizes.
    var likelyMessages: Int {
        reduce(0) { sum, file in
            switch file.kind {
            case .message: sum + 1
            case .mailbox, .stream: sum + file.size / 4096 + 1
            case .records: sum + file.size / 256 + 1
            }
        }
    }
}

/// Tells by its first bytes what a file without a telling name holds.
enum MessageShape {
    /// Whether the bytes begin as an mbox does (RFC 4155).
    static func isMailbox(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("From ".utf8))
    }

    /// Whether the bytes are a mail: asked for as one, or beginning with a header field's name and a colon (RFC 5322 section 2.2).
    static func isMail(_ bytes: [UInt8], channel: Channel?) -> Bool {
        if let channel { return channel == .email }
        if isMailbox(bytes) { return true }
        var index = 0
        while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
        let start = index
        while index < bytes.count, index - start < 80, bytes[index] > 0x20, bytes[index] < 0x7F, bytes[index] != 0x3A { index += 1 }
        guard index > start, index < bytes.count, bytes[index] == 0x3A else { return false }
        // A second such line, or a fold, makes it a header; "Hello: a text" alone is none.
        guard let end = bytes[index...].firstIndex(of: 0x0A), end + 1 < bytes.count else { return false }
        let next = bytes[(end + 1)...].prefix(80)
        if let first = next.first, first == 0x20 || first == 0x09 { return true }
        let name = next.prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
        return !name.isEmpty && next.dropFirst(name.count).first == 0x3A
    }

    /// The channel that a folder of the path names: `examples/voice/call.txt` is a call.
    static func channel(inPath path: String) -> Channel? {
        for folder in path.split(separator: "/").dropLast().reversed() {
            if let channel = Channel.known.first(where: { $0.rawValue == folder.lowercased() }) { return channel }
        }
        return nil
    }
}
