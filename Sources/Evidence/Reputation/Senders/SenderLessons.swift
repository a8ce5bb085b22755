public import Messages
public import Storing

/// What programs beside a service taught of senders, kept in a log of records as long as it counts: the service takes it up, and what was taught can be
/// taken back. What is kept of senders are keyed hashes.
public struct SenderLessons: Sendable {
    /// What somebody said of one message.
    public struct Lesson: Sendable {
        /// What names the message, without blanks.
        public var id: String
        /// Who says it, without blanks.
        public var source: String
        /// What is said; nothing takes back what was.
        public var isSpam: Bool?
        /// How far whoever says it is believed, from 0 to 1.
        public var trust: Float
        /// Whether it holds for the recipient alone.
        public var isPersonal: Bool
        /// When it was said.
        public var time: Timestamp
        /// The keys of the message.
        public var keys: SenderKeys

        /// A lesson.
        public init(id: String, source: String, isSpam: Bool?, trust: Float, isPersonal: Bool, time: Timestamp, keys: SenderKeys) {
            self.id = id
            self.source = source
            self.isSpam = isSpam
            self.trust = trust
            self.isPersonal = isPersonal
            self.time = time
            self.keys = keys
        }

        /// What names the message and who says it, in a history.
        public var name: String { "\(source) \(id)" }
    }

    private static let kind = "sender-lesson"

    private let log: any RecordLog

    /// The lessons in a log.
    public init(_ log: any RecordLog) {
        self.log = log
    }

    /// Adds lessons; when it returns they are durable. One program at a time adds.
    ///
    /// The time of a record is its place among all of them: that of the lesson, or later, so that what is added after another stands after it. A clock may
    /// stand still, or be set back.
    public func add(_ lessons: [Lesson]) async throws(StoreError) {
        let lessons = lessons.filter { !$0.keys.isOriginating && !$0.keys.rungs.isEmpty }
        guard let first = lessons.first else { return }
        var place = first.time.milliseconds
        try await log.forEach(of: SenderLessons.kind, from: first.time) { place = max(place, $0.time.milliseconds + 1) }
        var random = SystemRandomNumberGenerator()
        let run = String(random.next() as UInt64, radix: 36)
        try await log.append(
            lessons.enumerated().map { number, lesson in
                Record(
                    id: "\(run)-\(number)", kind: SenderLessons.kind, time: Timestamp(milliseconds: place + Int64(number)),
                    body: SenderLessons.body(of: lesson))
            })
    }

    /// Takes back what was said of messages, whoever of those that are kept here said it.
    public func takeBack(_ ids: Set<String>, at moment: Timestamp) async throws(StoreError) {
        var said: [String: Lesson] = [:]
        try await log.forEach(of: SenderLessons.kind) { record in
            guard let lesson = SenderLessons.lesson(record), ids.contains(lesson.id) else { return }
            said[lesson.name] = lesson
        }
        try await add(
            said.values.filter { $0.isSpam != nil }.map { lesson in
                var lesson = lesson
                (lesson.isSpam, lesson.time) = (nil, moment)
                return lesson
            })
    }

    /// Has a history take up what was said since it last did; gives how many lessons that were. What is as good as forgotten is passed over.
    public func apply(to history: SenderHistory, at now: Timestamp) async throws(StoreError) -> Int {
        var count = 0
        while true {
            var start = history.horizon(at: now)
            if let taken = history.taken { start = max(start, Timestamp(milliseconds: taken.milliseconds + 1)) }
            let page = try await log.records(
                of: SenderLessons.kind, from: start, to: Timestamp(milliseconds: .max), after: nil, limit: SenderLessons.page)
            for record in page { history.take(SenderLessons.lesson(record), at: record.time, now: now) }
            count += page.count
            guard page.count == SenderLessons.page else { return count }
        }
    }

    /// Removes what a history has taken up and what was said so long ago that it is as good as forgotten. The last that was taken up stays, so that
    /// whatever is added stands after it.
    public func expire(takenBy history: SenderHistory, at now: Timestamp) async throws(StoreError) {
        guard let taken = history.taken else { return }
        _ = try await log.remove(kind: SenderLessons.kind, before: min(taken, history.horizon(at: now)))
    }

    /// How many lessons are read at once.
    private static let page = 1000

    // MARK: Records

    /// A line of words, then the rungs: each its number, its key, and up to when what was remembered had been forgotten, or zero.
    private static func body(of lesson: Lesson) -> [UInt8] {
        let word = lesson.isSpam.map { $0 ? "spam" : "ham" } ?? "nothing"
        let line =
            "\(word) \(lesson.isPersonal ? 1 : 0) \(lesson.trust.bitPattern) \(lesson.time.milliseconds) \(lesson.id) \(lesson.source)\n"
        return lesson.keys.rungs.reduce(into: Array(line.utf8)) { bytes, rung in
            let forgotten = UInt64(bitPattern: rung.forgotten?.milliseconds ?? 0)
            bytes.append(rung.rung.rawValue)
            bytes += rung.key.bytes + SenderSecret.bytes(of: [forgotten])
        }
    }

    private static let rungBytes = 25

    private static func lesson(_ record: Record) -> Lesson? {
        guard let end = record.body.firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: record.body[..<end], as: UTF8.self).split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 6, ["spam", "ham", "nothing"].contains(words[0]), let trust = UInt32(words[2]), let time = Int64(words[3])
        else { return nil }
        let rest = Array(record.body[(end + 1)...])
        var rungs: [SenderKeys.Rung] = []
        for start in stride(from: 0, to: rest.count, by: rungBytes) where start + rungBytes <= rest.count {
            guard let rung = SenderRung(rawValue: rest[start]), let key = SenderKey(bytes: Array(rest[start + 1..<start + 17])) else {
                return nil
            }
            let forgotten = Int64(bitPattern: SenderSecret.words(of: Array(rest[start + 17..<start + rungBytes]))[0])
            rungs.append(SenderKeys.Rung(rung: rung, key: key, forgotten: forgotten == 0 ? nil : Timestamp(milliseconds: forgotten)))
        }
        return Lesson(
            id: String(words[4]), source: String(words[5]), isSpam: words[0] == "nothing" ? nil : words[0] == "spam",
            trust: Float(bitPattern: trust), isPersonal: words[1] == "1", time: Timestamp(milliseconds: time),
            keys: SenderKeys(rungs: rungs))
    }
}
