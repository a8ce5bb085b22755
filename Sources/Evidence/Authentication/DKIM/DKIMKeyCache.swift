/// Keeps keys that were read, for checks of many mails: reading an RSA key takes a quarter of the time of using it.
public final class DKIMKeyCache: Sendable {
    /// How many keys are kept.
    public static let keyLimit = 2048
    /// The longest record that is kept; one of an RSA key of 4096 bits has some 750 bytes.
    public static let recordLimit = 2048

    private let records = RecordCache<Result<DKIMKeyRecord, DKIMKeyRecord.Defect>>(limit: keyLimit, recordLimit: recordLimit)

    /// A cache without keys.
    public init() {}

    /// What a record says.
    func key(_ record: [UInt8]) throws(DKIMKeyRecord.Defect) -> DKIMKeyRecord {
        let read = records.value(of: record) {
            do throws(DKIMKeyRecord.Defect) { return .success(try DKIMKeyRecord(record)) } catch { return .failure(error) }
        }
        return try read.get()
    }
}
