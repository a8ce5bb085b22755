internal import Messages

extension MailLogReader {
    private static let version: UInt8 = 1

    /// What the reader holds beside the bytes, for another one to go on with: the messages that are open, the year, and what was counted of lines.
    public var state: [UInt8] {
        var bytes: [UInt8] = [MailLogReader.version]
        for number in [
            clock.year, clock.month, isSkipping ? 1 : 0, Int(joiner.sweptDay), joiner.unfinished, joiner.incomplete, counts.lines,
            counts.telling, counts.foreign, counts.screened, Int(counts.first?.milliseconds ?? .min),
            Int(counts.last?.milliseconds ?? .min),
        ] {
            append(UInt64(bitPattern: Int64(number)), to: &bytes)
        }
        for count in counts.defectCounts { append(UInt64(count), to: &bytes) }
        append(UInt64(counts.defects.count), to: &bytes)
        for defect in counts.defects {
            append(UInt64(defect.kind.rawValue), to: &bytes)
            append(UInt64(defect.line), to: &bytes)
        }
        let attempts = joiner.lastAttempts.indices.filter { joiner.lastAttempts[$0] != 0 }
        append(UInt64(attempts.count), to: &bytes)
        for slot in attempts {
            append(UInt64(slot), to: &bytes)
            append(joiner.lastAttempts[slot], to: &bytes)
        }
        append(UInt64(joiner.openCount), to: &bytes)
        for message in joiner.places where message.key != 0 {
            for word in [message.key, UInt64(bitPattern: message.first), UInt64(bitPattern: message.last), message.high, message.low] {
                append(word, to: &bytes)
            }
            append(UInt64(UInt32(bitPattern: message.size)) << 32 | UInt64(UInt32(bitPattern: message.delay)), to: &bytes)
            append(UInt64(message.marks.rawValue), to: &bytes)
        }
        return bytes
    }

    /// The state for the log that follows this one: its open messages, and nothing counted.
    public var stateForNext: [UInt8] {
        var next = self
        next.counts = MailLogTally()
        next.isSkipping = false
        next.joiner.forgetCounts()
        return next.state
    }

    /// The state of this log once its open messages went on to the next.
    public var stateWithoutOpen: [UInt8] {
        var done = self
        done.joiner.forgetMessages()
        return done.state
    }

    /// Goes on from what another reader of the same form held. False, and nothing changed, where the bytes are no state.
    public mutating func restore(_ state: [UInt8]) -> Bool {
        var words = StateWords(state)
        guard words.next(UInt8.self) == MailLogReader.version else { return false }
        var other = counts
        guard let year = words.number(in: 0...9999), let month = words.number(in: 0...12), let skipping = words.number(in: 0...1),
            let swept = words.number(in: Int.min...Int.max), let unfinished = words.count, let incomplete = words.count,
            let lines = words.count, let telling = words.count, let foreign = words.count, let screened = words.count,
            let first = words.number(in: Int.min...Int.max), let last = words.number(in: Int.min...Int.max)
        else { return false }
        other.first = first == .min ? nil : Timestamp(milliseconds: Int64(first))
        other.last = last == .min ? nil : Timestamp(milliseconds: Int64(last))
        (other.lines, other.telling, other.foreign, other.screened) = (lines, telling, foreign, screened)
        for kind in other.defectCounts.indices {
            guard let count = words.count else { return false }
            other.defectCounts[kind] = count
        }
        guard let defects = words.defects(), let attempts = words.attempts(), let messages = words.messages(), words.isAtEnd else {
            return false
        }
        other.defects = defects
        counts = other
        clock.year = year
        clock.month = month
        isSkipping = skipping == 1
        joiner.restore(messages, attempts: attempts, sweptDay: Int64(swept), unfinished: unfinished, incomplete: incomplete)
        return true
    }

    private func append(_ word: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
    }
}

/// Reads numbers that were written one behind the other.
private struct StateWords {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func next(_: UInt8.Type) -> UInt8? {
        guard index < bytes.count else { return nil }
        index += 1
        return bytes[index - 1]
    }

    mutating func word() -> UInt64? {
        guard bytes.count - index >= 8 else { return nil }
        var word: UInt64 = 0
        for place in 0..<8 { word |= UInt64(bytes[index + place]) << UInt64(8 * place) }
        index += 8
        return word
    }

    mutating func number(in range: ClosedRange<Int>) -> Int? {
        guard let word = word() else { return nil }
        let number = Int(Int64(bitPattern: word))
        return range.contains(number) ? number : nil
    }

    var count: Int? {
        mutating get { number(in: 0...(1 << 56)) }
    }

    mutating func defects() -> [MailLogTally.Defect]? {
        guard let count = number(in: 0...MailLogLimits.defects) else { return nil }
        var defects: [MailLogTally.Defect] = []
        for _ in 0..<count {
            guard let code = number(in: 0...255), let kind = MailLogTally.Defect.Kind(rawValue: UInt8(code)), let line = self.count else {
                return nil
            }
            defects.append(MailLogTally.Defect(kind: kind, line: line))
        }
        return defects
    }

    mutating func attempts() -> [Int: UInt64]? {
        guard let count = number(in: 0...(bytes.count - index) / 16) else { return nil }
        var attempts: [Int: UInt64] = [:]
        for _ in 0..<count {
            guard let slot = number(in: 0...(1 << 20)), let attempt = word() else { return nil }
            attempts[slot] = attempt
        }
        return attempts
    }

    mutating func messages() -> [OpenMessage]? {
        guard let count = number(in: 0...(bytes.count - index) / 56) else { return nil }
        var messages: [OpenMessage] = []
        messages.reserveCapacity(count)
        for _ in 0..<count {
            guard let key = word(), let first = word(), let last = word(), let high = word(), let low = word(), let sizes = word(),
                let marks = number(in: 0...Int(OpenMessage.Marks.all))
            else { return nil }
            var message = OpenMessage(key: key, first: Int64(bitPattern: first), last: Int64(bitPattern: last))
            message.high = high
            message.low = low
            message.size = Int32(bitPattern: UInt32(truncatingIfNeeded: sizes >> 32))
            message.delay = Int32(bitPattern: UInt32(truncatingIfNeeded: sizes))
            message.marks = OpenMessage.Marks(rawValue: UInt16(marks))
            messages.append(message)
        }
        return messages
    }
}
