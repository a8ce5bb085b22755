internal import AbuseReports
internal import Filter
internal import MIME
internal import Messages
public import Quarantine
public import Storing
public import Telemetry

/// Takes what people report: messages attached to a mail, or moved into a folder. Weighs their words, and learns what they say together.
public struct FeedbackDesk: Sendable {
    /// How a message comes.
    public enum Form: Sendable, Hashable {
        /// In a mail: a feedback report, or messages forwarded as attachments.
        case attached
        /// It is the message itself, as when somebody moves it into a folder.
        case itself
    }

    /// Why nothing was taken.
    public enum Refusal: Error, Sendable, Hashable {
        /// There is no message in it that could be reported.
        case nothingReported
        /// Nothing says whether it is spam or ham.
        case noWord
        /// This reporter has reported too much today.
        case tooMany(Int)
        /// There is no report of this reference.
        case unheard
        /// The store could not.
        case failed(StoreError)
    }

    /// Gives the reports; nothing where there never were any, unless they are to be made room for.
    public typealias Opening = @Sendable (_ isMade: Bool) async throws(StoreError) -> Complaints?

    /// Who teaches what reporters say together, as `learning.sources` may know it.
    public static let source = "feedback"
    /// The most messages that one reporter reports in a day.
    public static let mostPerDay = 200

    /// Whether a text names somebody who may report; the operator decides and does not report.
    public static func isReporter(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.count <= 256 && name != Complaint.operatorName
            && name.unicodeScalars.allSatisfy { $0.value > 0x20 && !(0x7F..<0xA0).contains($0.value) }
    }

    private let reception: MailReception
    private let teacher: (any Teaching)?
    private let needed: Double
    private let time: any TimeSource
    private let open: Opening

    /// A desk.
    /// - Parameters:
    ///   - reception: makes messages of what is reported.
    ///   - teacher: learns; nothing where nothing is learnt.
    ///   - needed: how much trust has to stand behind a word before it is learnt, all reporters together.
    ///   - time: the clock.
    ///   - open: gives the reports.
    public init(
        reception: MailReception, teacher: (any Teaching)?, needed: Double, time: any TimeSource, opening open: @escaping Opening
    ) {
        self.reception = reception
        self.teacher = teacher
        self.needed = needed
        self.time = time
        self.open = open
    }

    private func told<Value>(_ body: () async throws(StoreError) -> Value) async throws(Refusal) -> Value {
        do throws(StoreError) { return try await body() } catch { throw .failed(error) }
    }

    /// The reports, where there are any.
    private func opened() async throws(Refusal) -> Complaints {
        guard let complaints = try await told({ () async throws(StoreError) in try await open(false) }) else { throw .unheard }
        return complaints
    }

    /// Takes what a reporter says; gives a complaint for each message. What it gives is on the disk, and what was learnt judges.
    /// - Parameters:
    ///   - bytes: a mail that carries messages, or the message itself.
    ///   - isSpam: what the reporter says; nothing where a feedback report says it.
    public func take(_ bytes: [UInt8], as form: Form, isSpam: Bool?, by reporter: String) async throws(Refusal) -> [Complaint] {
        var reported: [(bytes: [UInt8], way: String)] = []
        var word = isSpam
        switch form {
        case .itself: reported.append((bytes, "moved"))
        case .attached:
            var decoder = PartDecoder()
            let found = ReportedMessages(MailParser(limits: reception.limits).parse(bytes), decoder: &decoder)
            word = isSpam ?? found.word
            reported = found.messages.filter(\.isWhole).map { ($0.bytes, found.report == nil ? "forwarded" : "arf") }
        }
        guard !reported.isEmpty else { throw .nothingReported }
        guard let word else { throw .noWord }
        guard let complaints = try await told({ () async throws(StoreError) in try await open(true) }) else { throw .unheard }
        try await checkDay(of: reporter, with: reported.count, complaints)
        var taken: [Complaint] = []
        for (bytes, way) in reported {
            let identity = identity(of: bytes)
            let complaint = try await told { () async throws(StoreError) in
                try await complaints.take(bytes, identity: identity, isSpam: word, by: reporter, way: way)
            }
            taken.append(try await settled(complaint, complaints))
        }
        return taken
    }

    /// Takes a reporter's word back, and what was learnt by it.
    public func withdraw(_ reference: String, by reporter: String) async throws(Refusal) -> Complaint {
        let complaints = try await opened()
        let found = try await told { () async throws(StoreError) in try await complaints.withdraw(reference, by: reporter) }
        guard let complaint = found else { throw .unheard }
        return try await settled(complaint, complaints)
    }

    /// Says what a message that was reported is, whatever reporters say.
    public func decide(_ reference: String, isSpam: Bool) async throws(Refusal) -> Complaint {
        let complaints = try await opened()
        let complaint = try await complaint(reference)
        let bytes = try await told { () async throws(StoreError) in try await complaints.bytes(of: complaint) }
        guard let bytes else { throw .unheard }
        let identity = identity(of: bytes)
        let changed = try await told { () async throws(StoreError) in
            try await complaints.take(bytes, identity: identity, isSpam: isSpam, by: Complaint.operatorName, way: "decided")
        }
        return try await settled(changed, complaints)
    }

    /// A complaint by its reference.
    public func complaint(_ reference: String) async throws(Refusal) -> Complaint {
        let complaints = try await opened()
        let found = try await told { () async throws(StoreError) in try await complaints.complaint(reference) }
        guard let complaint = found else { throw .unheard }
        return complaint
    }

    /// Complaints, the latest first.
    public func complaints(by reporter: String?, before reference: String?, limit: Int) async throws(Refusal) -> [Complaint] {
        guard let complaints = try await told({ () async throws(StoreError) in try await open(false) }) else { return [] }
        var last: Complaint?
        if let reference { last = try await complaint(reference) }
        let place = last
        return try await told { () async throws(StoreError) in
            try await complaints.complaints(by: reporter, before: place, limit: limit)
        }
    }

    /// How far a reporter is believed.
    public func trust(of reporter: String) async throws(Refusal) -> ReporterTrust {
        guard let complaints = try await told({ () async throws(StoreError) in try await open(false) }) else { return ReporterTrust() }
        return try await told { () async throws(StoreError) in try await complaints.trust(of: reporter) }
    }

    /// Removes what is no longer kept; gives how many.
    public func expire() async throws(Refusal) -> Int {
        guard let complaints = try await told({ () async throws(StoreError) in try await open(false) }) else { return 0 }
        return try await told { () async throws(StoreError) in try await complaints.expire() }
    }

    /// Nobody fills the store in a day.
    private func checkDay(of reporter: String, with more: Int, _ complaints: Complaints) async throws(Refusal) {
        guard reporter != Complaint.operatorName else { return }
        let latest = try await told { () async throws(StoreError) in
            try await complaints.complaints(by: reporter, limit: FeedbackDesk.mostPerDay)
        }
        let dayBefore = time.now().milliseconds - 86_400_000
        guard latest.count(where: { $0.time.milliseconds > dayBefore }) + more <= FeedbackDesk.mostPerDay else {
            throw .tooMany(FeedbackDesk.mostPerDay)
        }
    }

    /// What makes a message the same as another: its author, its subject and what it says, however it travelled.
    private func identity(of bytes: [UInt8]) -> [UInt8] {
        let message = MailParser(limits: reception.limits).parse(bytes)
        func field(_ name: HeaderName) -> [UInt8] {
            message.header(name).map { field in
                message.bytes[field.body.range.clamped(to: message.bytes.indices)].filter { $0 > 0x20 }
            } ?? []
        }
        let body = message.bytes[(message.parts.first?.body.range ?? 0..<0).clamped(to: message.bytes.indices)]
        return field(.from) + [0] + field(.subject) + [0] + body.filter { $0 > 0x20 }
    }

    // MARK: Learning

    /// Learns what the words on a message say together, where that is not what was learnt already.
    private func settled(_ complaint: Complaint, _ complaints: Complaints) async throws(Refusal) -> Complaint {
        var trust: [String: Double] = [:]
        for word in complaint.words {
            trust[word.reporter] = try await told { () async throws(StoreError) in try await complaints.trust(of: word.reporter).trust }
        }
        let wanted: Complaint.Outcome =
            switch complaint.label(needing: needed, trust: trust) {
            case true?: .spam
            case false?: .ham
            case nil: .waiting
            }
        // What was to be learnt and was not is tried again.
        guard wanted != complaint.outcome else { return complaint }
        if wanted == .waiting, complaint.lesson == nil { return try await noted(.waiting, nil, "", of: complaint, complaints) }
        let bytes = try await told { () async throws(StoreError) in try await complaints.bytes(of: complaint) }
        guard let bytes, let teacher else { return try await noted(.kept, nil, "nothing is learnt here", of: complaint, complaints) }
        var transaction = MailTransaction()
        transaction.bytes = bytes
        let message = reception.message(of: transaction, at: complaint.time)
        let word: LessonQueue.Word = wanted == .waiting ? .nothing : wanted == .spam ? .spam : .ham
        let (outcome, lesson, reason) = await FeedbackDesk.learn(
            word, of: message, because: "feedback \(complaint.reference)", wanting: wanted, by: teacher)
        return try await noted(outcome, lesson, reason, of: complaint, complaints)
    }

    private func noted(
        _ outcome: Complaint.Outcome, _ lesson: String?, _ reason: String, of complaint: Complaint, _ complaints: Complaints
    ) async throws(Refusal) -> Complaint {
        let noted = try await told { () async throws(StoreError) in
            try await complaints.note(outcome, lesson: lesson, because: reason, of: complaint.reference)
        }
        return noted ?? complaint
    }

    private static func learn(
        _ word: LessonQueue.Word, of message: Message, because reason: String, wanting wanted: Complaint.Outcome, by teacher: any Teaching
    ) async -> (Complaint.Outcome, lesson: String?, because: String) {
        do throws(LessonQueue.Refusal) {
            switch try await teacher.learn(word, of: message, because: reason, from: FeedbackDesk.source) {
            case .learnt(let id, _): return (wanted, id, "")
            case .forgotten: return (wanted, nil, "")
            case .unchanged where word == .nothing: return (wanted, nil, "")
            case .unchanged: return (.kept, nil, "a source that is believed more has spoken of this message")
            }
        } catch {
            switch error {
            case .busy: return (.kept, nil, "too many lessons wait already")
            case .closed: return (.kept, nil, "the service is stopping")
            case .notAllowed(let why), .failed(let why): return (.kept, nil, why)
            case .worse(let model): return (.kept, nil, "the model would do worse; \(model) is kept as a candidate")
            }
        }
    }
}
