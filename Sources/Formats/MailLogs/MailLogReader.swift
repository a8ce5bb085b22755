public import Messages

/// Reads a mail server's log piece by piece, and gives the messages that it tells of.
///
/// It keeps no bytes: whoever calls hands over what is left of the piece before, with more behind it. What it does keep, `state` gives, and another reader
/// goes on with that.
public struct MailLogReader: Sendable {
    /// Whose log it is.
    public let form: MailLogForm
    var clock: LogClock
    var joiner: MessageJoiner
    var counts = MailLogTally()
    /// Whether a line that is too long has not ended yet.
    var isSkipping = false

    /// A reader.
    /// - Parameters:
    ///   - form: whose log it is.
    ///   - latest: when the log ends at the latest, for lines that do not say their year: the time of its file.
    ///   - offsetMinutes: what is added to UTC where the log was written, for lines that do not say.
    ///   - year: the year of the first line, where it is known.
    ///   - openMessages: how many messages are held while their lines come.
    public init(
        _ form: MailLogForm, latest: Timestamp, offsetMinutes: Int = 0, year: Int? = nil, openMessages: Int = MailLogLimits.openMessages
    ) {
        self.form = form
        clock = LogClock(latest: latest, offsetMinutes: offsetMinutes, year: year)
        // Rspamd says all of a message in one line.
        joiner = MessageJoiner(places: form == .rspamd ? 8 : openMessages)
    }

    /// What was read so far.
    public var tally: MailLogTally {
        var tally = counts
        tally.unfinished = joiner.unfinished
        tally.incomplete = joiner.incomplete
        tally.open = joiner.openCount
        return tally
    }

    /// Reads the whole lines of a piece of the log, and appends the messages that they bring to their end; gives how many bytes were read.
    /// - Parameters:
    ///   - chunk: bytes of the log, from where the last call stopped.
    ///   - isLast: whether the log ends with them: then a line without its end is read too.
    ///   - counted: where messages are appended.
    public mutating func read(_ chunk: Span<UInt8>, isLast: Bool, into counted: inout [MailTransaction]) -> Int {
        var index = 0
        while index < chunk.count {
            let end = chunk.offset(of: 0x0A, from: index, to: chunk.count)
            let isWhole = end < chunk.count
            if !isWhole, !isLast {
                guard chunk.count - index > MailLogLimits.lineBytes else { break }
                // Its end is far away or nowhere: what there is of it goes.
                if !isSkipping { startSkipping() }
                return chunk.count
            }
            if isSkipping {
                isSkipping = false
            } else if end - index > MailLogLimits.lineBytes {
                counts.lines += 1
                counts.note(.tooLong)
            } else {
                counts.lines += 1
                line(chunk, from: index, to: end, into: &counted)
            }
            index = isWhole ? end + 1 : end
        }
        return index
    }

    /// Counts what is open as it stands: no line comes any more.
    public mutating func finish(into counted: inout [MailTransaction]) {
        joiner.closeAll(into: &counted)
    }

    private mutating func startSkipping() {
        isSkipping = true
        counts.lines += 1
        counts.note(.tooLong)
    }

    @inline(__always)
    private mutating func line(_ bytes: Span<UInt8>, from start: Int, to lineEnd: Int, into counted: inout [MailTransaction]) {
        var index = start
        var end = lineEnd
        if end > index, bytes[end - 1] == 0x0D { end -= 1 }
        if index < end, bytes[index] == 0 || bytes[index] == 0xEF { skipForeword(bytes, &index, before: end) }
        guard index < end else { return }
        var event = MailLogEvent()
        guard let moment = clock.moment(bytes, &index, before: end) else {
            counts.note(bytes.offset(of: 0, from: index, to: end) < end ? .binary : .moment)
            return
        }
        event.moment = Timestamp(milliseconds: moment)
        if counts.first == nil { counts.first = event.moment }
        if counts.last.map({ $0.milliseconds < moment }) ?? true { counts.last = event.moment }
        let isOwn =
            switch form {
            case .postfix: PostfixLine.read(bytes, from: index, to: end, into: &event)
            case .exim: EximLine.read(bytes, from: index, to: end, clock: &clock, into: &event)
            case .rspamd: RspamdLine.read(bytes, from: index, to: end, into: &event)
            }
        guard isOwn else { return other(bytes, index, end) }
        guard event.kind != .note else { return }
        counts.telling += 1
        switch event.kind {
        case .screened: counts.screened += 1
        case .judged: judged(event, into: &counted)
        default: joiner.take(event, bytes, into: &counted)
        }
    }

    /// Zeros that a crash left before a line, and a byte order mark at a file's begin.
    private mutating func skipForeword(_ bytes: Span<UInt8>, _ index: inout Int, before end: Int) {
        let start = index
        while index < end, bytes[index] == 0 { index += 1 }
        if index > start { counts.note(.binary) }
        if bytes.has("\u{FEFF}", at: index, before: end) { index += 3 }
    }

    /// A line that begins as one and is none of this program: of another, or torn.
    private mutating func other(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) {
        guard index < end, bytes.offset(of: 0, from: index, to: end) == end else { return counts.note(.binary) }
        // Through the system's logger a line has a machine and a program.
        if form == .postfix, bytes.offset(of: 0x20, from: index, to: end) == end {
            counts.note(.torn)
        } else {
            counts.foreign += 1
        }
    }

    /// A line that tells all of a message.
    private func judged(_ event: MailLogEvent, into counted: inout [MailTransaction]) {
        let outcome: MailTransaction.Outcome =
            switch event.verdict {
            case .accept, nil: .accepted
            case .tag: .tagged
            case .quarantine: .held
            case .defer: .deferred
            case .reject: .refused
            case .discard: .discarded
            }
        var transaction = MailTransaction(moment: event.moment, client: event.client, outcome: outcome)
        transaction.reason = event.reason
        transaction.isAuthenticated = event.isAuthenticated
        transaction.size = event.size
        transaction.delay = event.delay
        counted.append(transaction)
    }
}
