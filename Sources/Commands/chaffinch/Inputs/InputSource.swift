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
        /// A file to be read: a message, or a mailbox of several.
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

/// Turns paths into items: single files, mbox files, Maildirs, JSON lines, tables of texts, standard input.
struct InputSource {
    /// The channel that was asked for; nothing to tell by what is there.
    var channel: Channel?

    /// The items under a path, and what could not be used.
    func items(at path: String) throws(FileBytes.Failure) -> (items: [InputItem], problems: [InputProblem]) {
        var items: [InputItem] = []
        var problems: [InputProblem] = []
        let walk = try FileWalk.files(at: path)
        problems += walk.unreadable.map { InputProblem(description: $0) }
        for file in walk.files {
            switch Kind(path: file, isNamed: file == path) {
            case .records(let isJSON):
                do {
                    appendRecords(in: try FileBytes.read(file), of: file, isJSON: isJSON, to: &items, &problems)
                } catch {
                    problems.append(InputProblem(description: error.description))
                }
            case .message: items.append(InputItem(path: file, content: .file(file)))
            case .standardInput: try appendStandardInput(to: &items, &problems)
            case .ignored: continue
            }
        }
        return (items, problems)
    }

    /// What a file's name says of it.
    private enum Kind {
        case records(isJSON: Bool), message, standardInput, ignored

        /// A file that was named itself is a message whatever it is called; in a folder, lists and notes are passed over.
        init(path: String, isNamed: Bool) {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let fileExtension = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
            switch fileExtension {
            case "jsonl", "ndjson": self = .records(isJSON: true)
            case "tsv": self = .records(isJSON: false)
            case "md": self = isNamed ? .message : .ignored
            default: self = path == "-" ? .standardInput : name == "index" && !isNamed ? .ignored : .message
            }
        }
    }

    private func appendRecords(
        in bytes: [UInt8], of file: String, isJSON: Bool, to items: inout [InputItem], _ problems: inout [InputProblem]
    ) {
        var number = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let content = Array(line)
            do {
                let record = isJSON ? try TextRecord(json: content.span) : try TextRecord(tsv: content.span)
                items.append(InputItem(path: "\(file)#\(number)", content: .text(record), isSpam: InputSource.isSpam(record.label)))
            } catch {
                problems.append(InputProblem(description: "\(file):\(number): \(error)"))
            }
        }
    }

    /// What a label says; nothing for words we do not know.
    static func isSpam(_ label: String?) -> Bool? {
        switch label?.lowercased() {
        case "spam", "1", "smishing", "phishing", "fraud", "scam", "promo": true
        case "ham", "0", "ok", "legit", "normal": false
        default: nil
        }
    }

    private func appendStandardInput(to items: inout [InputItem], _ problems: inout [InputProblem]) throws(FileBytes.Failure) {
        let bytes = try FileBytes.readStandardInput()
        if bytes.first(where: { $0 > 0x20 }) == 0x7B {
            appendRecords(in: bytes, of: "-", isJSON: true, to: &items, &problems)
        } else {
            items.append(InputItem(path: "-", content: .bytes(bytes)))
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
