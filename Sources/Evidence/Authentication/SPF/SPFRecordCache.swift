/// Keeps records of SPF that were read, for checks of many mails.
public final class SPFRecordCache: Sendable {
    /// How many records are kept.
    public static let limit = 4096
    /// The longest record that is kept.
    public static let recordLimit = 2048

    private let records = RecordCache<SPFPublished?>(limit: limit, recordLimit: recordLimit)

    /// A cache without records.
    public init() {}

    /// What a text says; nothing where it is no record of any version.
    func published(_ text: [UInt8]) -> SPFPublished? {
        // Other texts at a domain are many, and told at once.
        guard let first = text.first, first | 0x20 == UInt8(ascii: "v") || first | 0x20 == UInt8(ascii: "s") else { return nil }
        return records.value(of: text) { SPFPublished(text) }
    }
}

/// A text that is a record of some version, and what it says.
final class SPFPublished: Sendable {
    /// The text.
    let text: [UInt8]
    /// Its version.
    let version: SPFVersion
    /// What it says, or what is wrong with it.
    let record: Result<SPFRecord, SPFSyntaxError>

    /// Reads a text; nothing where it is no record of any version.
    init?(_ text: [UInt8]) {
        guard let version = SPFVersion(of: text) else { return nil }
        self.text = text
        self.version = version
        do throws(SPFSyntaxError) { record = .success(try SPFRecord(text, from: version.end)) } catch { record = .failure(error) }
    }
}
