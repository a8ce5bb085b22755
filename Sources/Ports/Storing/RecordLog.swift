public import Messages

/// One thing that happened, kept for good: a learnt example, a decision, a withdrawal.
public struct Record: Sendable, Hashable {
    /// A name that no other record of its kind has; appending it again changes nothing.
    public var id: String
    /// What sort of record it is, as a stable code.
    public var kind: String
    /// When it happened.
    public var time: Timestamp
    /// The record itself, in a form its owner chooses.
    public var body: [UInt8]

    /// A record.
    public init(id: String, kind: String, time: Timestamp, body: [UInt8]) {
        self.id = id
        self.kind = kind
        self.time = time
        self.body = body
    }
}

/// A place in a log between two records, to go on reading from.
public struct RecordPosition: Sendable, Hashable {
    /// The time of the record before the place.
    public var time: Timestamp
    /// The id of the record before the place.
    public var id: String

    /// The place after a record.
    public init(after record: Record) {
        self.init(time: record.time, id: record.id)
    }

    /// A place.
    public init(time: Timestamp, id: String) {
        self.time = time
        self.id = id
    }
}

/// A log of records: append in batches, scan by time.
public protocol RecordLog: Sendable {
    /// Appends records, all or, when it throws, none. When it returns they are durable. A record whose kind and id are there already is
    /// left as it is, so a batch can be sent again.
    func append(_ records: [Record]) async throws(StoreError)
    /// Records of a kind from a moment up to, not including, another, by time and id; at most `limit`, after a position if one is given.
    func records(of kind: String, from start: Timestamp, to end: Timestamp, after position: RecordPosition?, limit: Int)
        async throws(StoreError) -> [Record]
    /// The records of a kind with these ids, in the order asked; ids that no record has are left out.
    func records(of kind: String, ids: [String]) async throws(StoreError) -> [Record]
    /// How many records of a kind there are.
    func count(of kind: String) async throws(StoreError) -> Int
    /// Removes the records of a kind from before a moment; gives how many.
    func remove(kind: String, before moment: Timestamp) async throws(StoreError) -> Int
}

extension RecordLog {
    /// All records of a kind, in pages, in the order of time and id.
    public func forEach(
        of kind: String, from start: Timestamp = Timestamp(milliseconds: .min), to end: Timestamp = Timestamp(milliseconds: .max),
        page: Int = 1000, _ body: (Record) -> Void
    ) async throws(StoreError) {
        var position: RecordPosition?
        while true {
            let records = try await records(of: kind, from: start, to: end, after: position, limit: max(page, 1))
            for record in records { body(record) }
            guard let last = records.last else { return }
            position = RecordPosition(after: last)
        }
    }
}
