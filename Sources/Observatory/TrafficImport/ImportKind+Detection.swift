internal import MailLogs
public import Messages

extension ImportKind {
    /// Tells what a file is by how it begins, unpacked; nothing where it cannot be told, as with tables.
    public init?(head: [UInt8]) {
        if let form = MailLogForm(of: head.span), let kind = ImportKind(rawValue: form.rawValue) {
            self = kind
            return
        }
        let text = String(decoding: head.prefix(8192), as: UTF8.self)
        let begin = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if begin.hasPrefix("<"), text.contains("<feedback") || text.contains(":feedback") {
            self = .dmarc
        } else if begin.hasPrefix("{") || begin.hasPrefix("["), text.contains("\"m\""), text.contains("\"d\"") {
            self = .mars
        } else if text.contains("feedback-report") {
            self = .arf
        } else {
            return nil
        }
    }
}

extension FileImport {
    /// When a log begins, by its first bytes; nothing for what is no log. Logs are imported in the order of time, so that messages go on from one to the next.
    public static func begin(of head: [UInt8], _ task: Task) -> Timestamp? {
        guard let form = MailLogForm(rawValue: task.kind.rawValue) else { return nil }
        var reader = MailLogReader(form, latest: task.modified, offsetMinutes: task.offsetMinutes, year: task.year, openMessages: 1024)
        var messages: [MailTransaction] = []
        _ = reader.read(head.span, isLast: false, into: &messages)
        return reader.tally.first
    }
}
