internal import Crypto
internal import JSON
internal import Messages
public import Storing
public import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Keeps what people report, sealed as held mail is: each message once, as the first who reported it sent it, with everybody's word on it.
public struct Complaints: Sendable {
    private let store: any QuarantineStore
    private let key: QuarantineKey
    private let limits: Quarantine.Limits
    private let time: any TimeSource

    /// Complaints in a store of their own, which open with a key.
    public init(_ store: any QuarantineStore, key: QuarantineKey, limits: Quarantine.Limits, time: any TimeSource) {
        self.store = store
        self.key = key
        self.limits = limits
        self.time = time
    }

    /// How many of a reporter's words are looked at to say how far they are believed: the latest.
    private static let remembered = 100

    /// Takes a reporter's word on a message; it replaces what they said of it before. Durable when it returns.
    /// - Parameters:
    ///   - bytes: the message, kept as it is where it is new.
    ///   - identity: what makes it the same message as another.
    public func take(
        _ bytes: [UInt8], identity: [UInt8], isSpam: Bool, by reporter: String, way: String
    ) async throws(StoreError) -> Complaint {
        let reference = reference(of: identity)
        let now = time.now()
        let word = Complaint.Word(reporter: reporter, isSpam: isSpam, time: now, way: way)
        if let changed = try await change(reference, { $0.hear(word) }) {
            try await store.add(key.name(of: reporter), to: reference)
            return changed
        }
        let (seconds, _) = limits.keep.components
        let complaint = Complaint(
            reference: reference, time: now, expiry: Timestamp(milliseconds: now.milliseconds + seconds * 1000), words: [word])
        let sealed: (summary: [UInt8], content: [UInt8])
        do throws(Seal.Broken) {
            sealed = (try seal(complaint), try Seal.sealed(bytes, with: key.content, bound: Complaints.binding("reported", reference)))
        } catch {
            throw StoreError(.failed, doing: "sealing a report", at: "reports")
        }
        do throws(StoreError) {
            try await store.hold(
                SealedMessage(
                    id: reference, time: now, expiry: complaint.expiry, summary: sealed.summary, content: sealed.content,
                    addressees: [key.name(of: reporter)]), within: limits.bytes)
            return complaint
        } catch {
            // Somebody else has reported it at the same time.
            guard error.code == .invalid, let changed = try await change(reference, { $0.hear(word) }) else { throw error }
            try await store.add(key.name(of: reporter), to: reference)
            return changed
        }
    }

    /// Takes a reporter's word back.
    public func withdraw(_ reference: String, by reporter: String) async throws(StoreError) -> Complaint? {
        try await change(reference) { complaint in complaint.words.removeAll { $0.reporter == reporter } }
    }

    /// Notes what came of a complaint.
    public func note(
        _ outcome: Complaint.Outcome, lesson: String?, because reason: String, of reference: String
    ) async throws(StoreError) -> Complaint? {
        try await change(reference) { complaint in
            complaint.outcome = outcome
            complaint.lesson = lesson
            complaint.because = reason
        }
    }

    /// A complaint by its reference; nothing where there is none.
    public func complaint(_ reference: String) async throws(StoreError) -> Complaint? {
        guard Quarantine.isReference(reference), let summary = try await store.summary(of: reference) else { return nil }
        return try opened(summary)
    }

    /// Complaints, the latest first, of one reporter or of all.
    public func complaints(
        by reporter: String? = nil, before last: Complaint? = nil, limit: Int
    ) async throws(StoreError) -> [Complaint] {
        let place = last.map { RecordPosition(time: $0.time, id: $0.reference) }
        var found: [Complaint] = []
        for summary in try await store.summaries(of: reporter.map(key.name), before: place, limit: limit) {
            found.append(try opened(summary))
        }
        return found
    }

    /// The message, as it was first reported.
    public func bytes(of complaint: Complaint) async throws(StoreError) -> [UInt8]? {
        guard let sealed = try await store.content(of: complaint.reference) else { return nil }
        do throws(Seal.Broken) {
            return try Seal.opened(sealed, with: key.content, bound: Complaints.binding("reported", complaint.reference))
        } catch {
            throw Complaints.broken(complaint.reference)
        }
    }

    /// How far a reporter is believed, by their latest words.
    public func trust(of reporter: String) async throws(StoreError) -> ReporterTrust {
        var trust = ReporterTrust()
        for complaint in try await complaints(by: reporter, limit: Complaints.remembered) {
            switch complaint.agrees(reporter) {
            case true?: trust.right += 1
            case false?: trust.wrong += 1
            case nil: break
            }
        }
        return trust
    }

    /// Removes what is no longer kept; gives how many.
    public func expire() async throws(StoreError) -> Int {
        let now = time.now()
        var count = 0
        while true {
            let removed = try await store.remove(expiredAt: now, limit: 500)
            count += removed
            if removed < 500 { return count }
        }
    }

    // MARK: Sealing

    /// The name of a message: the same for everybody who has the key, and of no use to whoever has not.
    private func reference(of identity: [UInt8]) -> String {
        HMAC<SHA256>.authenticationCode(for: identity, using: key.report).prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
    }

    private func change(_ reference: String, _ body: (inout Complaint) -> Void) async throws(StoreError) -> Complaint? {
        guard Quarantine.isReference(reference) else { return nil }
        for _ in 0..<HeldLimits.attempts {
            guard let summary = try await store.summary(of: reference) else { return nil }
            let before = try opened(summary)
            var after = before
            body(&after)
            if after == before { return after }
            let sealed: [UInt8]
            do throws(Seal.Broken) { sealed = try seal(after) } catch {
                throw StoreError(.failed, doing: "sealing a report", at: "reports")
            }
            if try await store.replace(summary, by: sealed, droppingContent: false) { return after }
        }
        throw StoreError(.busy, doing: "changing a report", at: "reports")
    }

    private func seal(_ complaint: Complaint) throws(Seal.Broken) -> [UInt8] {
        try Seal.sealed(complaint.written, with: key.summary, bound: Complaints.binding("report", complaint.reference))
    }

    private func opened(_ summary: SealedSummary) throws(StoreError) -> Complaint {
        do throws(Seal.Broken) {
            let written = try Seal.opened(summary.bytes, with: key.summary, bound: Complaints.binding("report", summary.id))
            guard let complaint = Complaint(written: written), complaint.reference == summary.id else { throw Seal.Broken() }
            return complaint
        } catch {
            throw Complaints.broken(summary.id)
        }
    }

    private static func binding(_ use: String, _ reference: String) -> [UInt8] { Seal.joined([use, reference]) }

    private static func broken(_ reference: String) -> StoreError {
        StoreError(.damaged, doing: "opening a report", at: reference, detail: "changed, or sealed with another key: see quarantine.key")
    }
}

extension Complaint {
    /// Hears a word, which replaces the reporter's word before.
    fileprivate mutating func hear(_ word: Word) {
        if let index = words.firstIndex(where: { $0.reporter == word.reporter }) {
            // Saying the same again says nothing new.
            if words[index].isSpam != word.isSpam { words[index] = word }
        } else if words.count < Complaint.wordLimit || word.reporter == Complaint.operatorName {
            words.append(word)
        }
    }

    /// The complaint as JSON.
    var written: [UInt8] {
        var json = JSONText()
        json.object { object in
            object.member("v", 1)
            object.member("ref", reference)
            object.member("time", Int(time.milliseconds))
            object.member("expiry", Int(expiry.milliseconds))
            object.key("words")
            object.list { list in
                for word in words {
                    list.object { entry in
                        entry.member("by", word.reporter)
                        entry.member("spam", word.isSpam)
                        entry.member("time", Int(word.time.milliseconds))
                        entry.member("way", word.way)
                    }
                }
            }
            object.member("outcome", outcome.rawValue)
            object.member("because", because)
            if let lesson { object.member("lesson", lesson) }
        }
        return Array(json.text.utf8)
    }

    /// Reads a complaint; nothing where it is none of ours.
    init?(written bytes: [UInt8]) {
        guard let json = Complaint.json(bytes), json["v"]?.number == "1", let reference = json["ref"]?.text,
            let time = json["time"]?.number.flatMap({ Int64($0) }), let expiry = json["expiry"]?.number.flatMap({ Int64($0) }),
            let said = json["words"]?.elements, let outcome = json["outcome"]?.text.flatMap(Outcome.init(rawValue:))
        else { return nil }
        self.reference = reference
        self.time = Timestamp(milliseconds: time)
        self.expiry = Timestamp(milliseconds: expiry)
        self.outcome = outcome
        because = json["because"]?.text ?? ""
        lesson = json["lesson"]?.text
        words = []
        for word in said {
            guard let reporter = word["by"]?.text, case .bool(let isSpam)? = word["spam"],
                let time = word["time"]?.number.flatMap({ Int64($0) })
            else { return nil }
            words.append(Word(reporter: reporter, isSpam: isSpam, time: Timestamp(milliseconds: time), way: word["way"]?.text ?? ""))
        }
    }

    private static func json(_ bytes: [UInt8]) -> JSONValue? { try? JSONValue(bytes.span) }
}
