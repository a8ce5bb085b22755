import MailLogs
import Messages

/// What a log gives, read at once or in pieces.
struct LogReading {
    var messages: [MailTransaction] = []
    var reader: MailLogReader

    static let latest = Timestamp(rfc3339: "2026-12-01T00:00:00Z") ?? Timestamp(milliseconds: 0)

    init(_ form: MailLogForm, _ log: String, latest: Timestamp = latest, offset: Int = 0, year: Int? = nil, finish: Bool = false) {
        self.init(form, Array(log.utf8), latest: latest, offset: offset, year: year, finish: finish)
    }

    init(
        _ form: MailLogForm, _ bytes: [UInt8], latest: Timestamp = latest, offset: Int = 0, year: Int? = nil, finish: Bool = false,
        openMessages: Int = 1024, piece: Int = .max
    ) {
        reader = MailLogReader(form, latest: latest, offsetMinutes: offset, year: year, openMessages: openMessages)
        var window: [UInt8] = []
        var start = 0
        repeat {
            let end = min(bytes.count, start + min(piece, bytes.count))
            window += bytes[start..<end]
            start = end
            window.removeFirst(reader.read(window.span, isLast: start == bytes.count, into: &messages))
        } while start < bytes.count
        if finish { reader.finish(into: &messages) }
    }

    var tally: MailLogTally { reader.tally }
}

func moment(_ text: String) -> Timestamp { Timestamp(rfc3339: text) ?? Timestamp(milliseconds: -1) }

let client = IPAddress.v4(0xC000_0201)  // 192.0.2.1
