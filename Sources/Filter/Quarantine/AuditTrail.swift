internal import JSON
public import Messages
public import Storing
internal import Synchronization

/// Who did what to held mails, and to what is remembered of senders, kept for good in a log of records: what was done stays known when the mail is long gone.
public struct AuditTrail: Sendable {
    /// What is done.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        /// A mail is handed over to be held by a program.
        case hold
        /// A mail is read.
        case read
        /// A mail is released.
        case release
        /// A mail is deleted.
        case delete
        /// Mails go whose time is over.
        case expire
        /// What is remembered of a sender is forgotten; the reference is a keyed hash of it.
        case forgetSender = "forget-sender"
    }

    /// One thing that was done.
    public struct Entry: Sendable, Hashable {
        /// When.
        public var time: Timestamp
        /// What.
        public var action: Action
        /// By whom: the name of a token, or `command`.
        public var by: String
        /// The reference of the mail; empty where it is of several.
        public var reference: String
        /// How many recipients or mails it was for; nothing for all of a mail.
        public var count: Int?

        /// Something that was done.
        public init(time: Timestamp, action: Action, by: String, reference: String = "", count: Int? = nil) {
            self.time = time
            self.action = action
            self.by = by
            self.reference = reference
            self.count = count
        }
    }

    private static let kind = "quarantine-audit"
    /// How many entries this program wrote.
    private static let written = Atomic<Int>(0)

    private let log: any RecordLog

    /// The trail in a log.
    public init(_ log: any RecordLog) {
        self.log = log
    }

    /// Writes down what is about to be done; on the disk when it returns. What cannot be written down is not to be done.
    public func note(_ entry: Entry) async throws(StoreError) {
        var json = JSONText()
        json.object { object in
            object.member("action", entry.action.rawValue)
            object.member("by", entry.by)
            object.member("ref", entry.reference)
            if let count = entry.count { object.member("count", count) }
        }
        // What one program does in one moment stays in its order; two programs never have the same name for a record.
        var random = SystemRandomNumberGenerator()
        let number = String(AuditTrail.written.add(1, ordering: .relaxed).newValue)
        let place = String(repeating: "0", count: max(0, 12 - number.count)) + number
        let id = "\(place)-\(String(random.next() as UInt64, radix: 16))"
        try await log.append([Record(id: id, kind: AuditTrail.kind, time: entry.time, body: Array(json.text.utf8))])
    }

    /// What was done, the earliest first.
    public func forEach(_ body: (Entry) -> Void) async throws(StoreError) {
        try await log.forEach(of: AuditTrail.kind) { record in
            guard let json = AuditTrail.json(record.body), let action = json["action"]?.text.flatMap(Action.init(rawValue:)) else { return }
            body(
                Entry(
                    time: record.time, action: action, by: json["by"]?.text ?? "", reference: json["ref"]?.text ?? "",
                    count: json["count"]?.number.flatMap { Int($0) }))
        }
    }

    private static func json(_ bytes: [UInt8]) -> JSONValue? { try? JSONValue(bytes.span) }
}
