internal import JSON
internal import MailLogs
internal import Messages
internal import Observatory
internal import TrafficRecords

/// A file that is read from its begin to its end, piece by piece.
protocol TrafficStream: Sendable {
    /// Reads whole lines or rows, and appends what they count for; gives how many bytes were read.
    mutating func read(_ chunk: Span<UInt8>, isLast: Bool, into observations: inout [Observation]) throws(ImportError) -> Int
    /// Counts what is open as it stands.
    mutating func finish(into observations: inout [Observation]) throws(ImportError)
    /// What it holds.
    var state: [UInt8] { get }
    /// Goes on from there.
    mutating func restore(_ state: [UInt8]) -> Bool
    /// Whether a last line without its end is whole: a table's is, a log's may be half written.
    var endsWithoutLineEnd: Bool { get }
    /// Says what was read so far.
    func tell(_ summary: inout ImportSummary)
}

/// A mail server's log.
struct MailLogStream: TrafficStream {
    private var reader: MailLogReader
    private var maker: ObservationMaker
    private var messages: [MailTransaction] = []

    init(_ reader: MailLogReader, _ maker: ObservationMaker) {
        self.reader = reader
        self.maker = maker
    }

    var endsWithoutLineEnd: Bool { false }
    var state: [UInt8] { reader.state }
    mutating func restore(_ state: [UInt8]) -> Bool { reader.restore(state) }

    mutating func read(_ chunk: Span<UInt8>, isLast: Bool, into observations: inout [Observation]) throws(ImportError) -> Int {
        let count = reader.read(chunk, isLast: isLast, into: &messages)
        try handOn(&observations)
        return count
    }

    mutating func finish(into observations: inout [Observation]) throws(ImportError) {
        reader.finish(into: &messages)
        try handOn(&observations)
    }

    private mutating func handOn(_ observations: inout [Observation]) throws(ImportError) {
        for message in messages { observations.append(try maker.observation(of: message)) }
        messages.removeAll(keepingCapacity: true)
    }

    func tell(_ summary: inout ImportSummary) {
        let tally = reader.tally
        summary.lines = tally.lines
        summary.open = tally.open
        summary.unfinished = tally.unfinished
        summary.foreign = tally.foreign
        summary.defects = tally.defects.map { ImportDefect(code: "\($0.kind)", line: $0.line) }
        for kind in MailLogTally.Defect.Kind.allCases where tally.defectCounts[Int(kind.rawValue)] > 0 {
            summary.defectCounts["\(kind)"] = tally.defectCounts[Int(kind.rawValue)]
        }
    }
}

/// A table with a mapping.
struct TableStream: TrafficStream {
    private var reader: TrafficRecordReader
    private let maker: ObservationMaker
    private var records: [TrafficRecord] = []

    init(_ mapping: RecordMapping, _ maker: ObservationMaker) {
        reader = TrafficRecordReader(mapping)
        self.maker = maker
    }

    var endsWithoutLineEnd: Bool { true }

    var state: [UInt8] {
        var text = JSONText()
        text.list { list in for number in reader.state { list.value(number) } }
        return text.bytes
    }

    mutating func restore(_ state: [UInt8]) -> Bool {
        guard let numbers = try? JSONValue(state.span).elements?.map({ $0.number.flatMap { Int($0) } ?? -2 }) else { return false }
        return reader.restore(numbers)
    }

    mutating func read(_ chunk: Span<UInt8>, isLast: Bool, into observations: inout [Observation]) throws(ImportError) -> Int {
        let count: Int
        do throws(RecordTableError) {
            count = try reader.read(chunk, isLast: isLast, into: &records)
        } catch {
            throw ImportError("", error.description)
        }
        for record in records where record.count > 0 { observations.append(maker.observation(of: record)) }
        records.removeAll(keepingCapacity: true)
        return count
    }

    mutating func finish(into observations: inout [Observation]) {}

    func tell(_ summary: inout ImportSummary) {
        let tally = reader.tally
        summary.lines = tally.rows
        summary.defects = tally.defects.map { ImportDefect(code: "\($0.kind)", line: $0.line, column: $0.column) }
        for kind in TrafficRecordTally.Defect.Kind.allCases where tally.defectCounts[Int(kind.rawValue)] > 0 {
            summary.defectCounts["\(kind)"] = tally.defectCounts[Int(kind.rawValue)]
        }
    }
}

/// Complaints in the Mobile Abuse Reporting Schema, an object a line; or a list of them with one a line.
struct MARSStream: TrafficStream {
    private let maker: ObservationMaker
    private var lines = 0
    private var defects: [ImportDefect] = []
    private var defectCounts: [String: Int] = [:]

    init(_ maker: ObservationMaker) { self.maker = maker }

    var endsWithoutLineEnd: Bool { true }
    var state: [UInt8] { Array("\(lines)".utf8) }

    mutating func restore(_ state: [UInt8]) -> Bool {
        guard let lines = Int(String(decoding: state, as: UTF8.self)), lines >= 0 else { return false }
        self.lines = lines
        return true
    }

    mutating func read(_ chunk: Span<UInt8>, isLast: Bool, into observations: inout [Observation]) -> Int {
        var index = 0
        while index < chunk.count {
            var end = index
            while end < chunk.count, chunk[end] != 0x0A { end &+= 1 }
            if end == chunk.count, !isLast { break }
            lines += 1
            line(chunk.extracting(index..<end), &observations)
            index = min(end + 1, chunk.count)
        }
        return index
    }

    mutating func finish(into observations: inout [Observation]) {}

    private mutating func line(_ bytes: Span<UInt8>, _ observations: inout [Observation]) {
        // What a list has around and between its objects.
        var start = 0
        var end = bytes.count
        func isBetween(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D, 0x2C, 0x5B, 0x5D].contains(byte) }
        while start < end, isBetween(bytes[start]) { start += 1 }
        while end > start, isBetween(bytes[end - 1]) { end -= 1 }
        guard start < end else { return }
        guard let value = try? JSONValue(bytes.extracting(start..<end)) else { return note("json") }
        guard let moment = value["m"]?["t"]?.text.flatMap({ Timestamp(rfc3339: $0) }) else { return note("moment") }
        guard let channel = value["m"]?["p"]?.text.map({ Channel(rawValue: $0) }), channel.isCode, let word = value["d"]?.text else {
            return note("word")
        }
        var report = maker.report(at: moment, channel: channel, word == "legit" ? .none : .unspecified)
        report.size = value["m"]?["c"]?.bytes?.count ?? 0
        report.source = value["s"]?.text.flatMap(SenderName.issuer(of:)).map { ObservedSource(.senderIDIssuer, $0) }
        observations.append(report)
    }

    private mutating func note(_ code: String) {
        defectCounts[code, default: 0] += 1
        if defects.count < ImportLimits.defects { defects.append(ImportDefect(code: code, line: lines)) }
    }

    func tell(_ summary: inout ImportSummary) {
        summary.lines = lines
        summary.defects = defects
        summary.defectCounts = defectCounts
    }
}
