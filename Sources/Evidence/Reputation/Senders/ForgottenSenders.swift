public import Messages
public import Storing

/// Which senders were forgotten because somebody wanted it, kept in a log of records that programs beside a service write and the service reads. What is
/// kept are keyed hashes.
public struct ForgottenSenders: Sendable {
    private static let kind = "sender-forgotten"

    private let log: any RecordLog

    /// The register in a log.
    public init(_ log: any RecordLog) {
        self.log = log
    }

    /// Forgets a sender; when it returns that is durable, and a service that runs takes it up.
    public func forget(_ subject: SenderSubject, secret: SenderSecret, at moment: Timestamp) async throws(StoreError) {
        var random = SystemRandomNumberGenerator()
        let id = String(random.next() as UInt64, radix: 36) + String(random.next() as UInt64, radix: 36)
        // The mark first, then what is known to lie under it: whoever reads cannot tell that from the mark.
        let keys = SenderKeys(subject.traits(recipient: nil, organisation: nil), secret).rungs
        let own = keys.filter { subject.ownRungs.contains($0.rung) }.map(\.key)
        let body = ([ForgettingMarks.key(of: subject, secret)] + own).flatMap(\.bytes)
        try await log.append([Record(id: id, kind: ForgottenSenders.kind, time: moment, body: body)])
    }

    /// Says by a number that grows whether anything was forgotten since, for less than reading all.
    public func changes() async throws(StoreError) -> Int { try await log.count(of: ForgottenSenders.kind) }

    /// Has a history forget what was to be forgotten.
    public func apply(to history: SenderHistory) async throws(StoreError) {
        try await log.forEach(of: ForgottenSenders.kind) { record in
            let bytes = record.body
            let keys = stride(from: 0, to: bytes.count, by: 16).compactMap {
                SenderKey(bytes: Array(bytes[$0..<min($0 + 16, bytes.count)]))
            }
            guard let mark = keys.first else { return }
            history.forget(mark, with: keys.dropFirst(), at: record.time)
        }
    }
}
