internal import Localization
internal import Resolving

/// Collects what one lint finds, and what it would rather see published.
///
/// Several findings about the records of one name have one repair together, so that a postmaster changes each record once.
struct LintNotes {
    /// How many findings of one lint are kept: a hostile record can have thousands of faults, and nobody reads them.
    static let limit = 60

    private struct Repair {
        var before: [RecordData]
        var after: [RecordData]
    }

    private struct Noted: Hashable {
        var finding: LintFinding
        var repairs: [Question]
    }

    private var notes: [Noted] = []
    private var repairs: [Question: Repair] = [:]

    /// Takes down a finding; `outcome` is the last detail, where something did not come. `repairs` are the places whose repair settles it.
    /// One that sums up others counts whatever the limit.
    mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at place: Question, _ details: [String] = [], outcome: Answer.Outcome? = nil,
        repairs: [Question] = [], isSum: Bool = false
    ) {
        var statement = Statement(id, details: details.map(Statement.Detail.text))
        if let outcome { statement.details.append(.statement(outcome.statement)) }
        note(LintFinding(id, severity, at: place, statement), repairs: repairs, isSum: isSum)
    }

    /// Takes down a finding with a sentence of its own.
    mutating func note(_ finding: LintFinding, repairs: [Question] = [], isSum: Bool = false) {
        let noted = Noted(finding: finding, repairs: repairs)
        guard isSum || notes.count < LintNotes.limit, !notes.contains(noted) else { return }
        notes.append(noted)
    }

    /// Says what stands at a place, as far as it concerns this lint. Two records that are the same are one (RFC 2181 section 5).
    mutating func saw(_ records: [RecordData], at place: Question) {
        guard repairs[place] == nil else { return }
        var met: Set<RecordData> = []
        let different = records.filter { met.insert($0).inserted }
        repairs[place] = Repair(before: different, after: different)
    }

    /// What is wanted at a place so far.
    func wanted(at place: Question) -> [RecordData] { repairs[place]?.after ?? [] }

    /// Says what is wanted at a place from now on.
    mutating func want(_ records: [RecordData], at place: Question) {
        repairs[place, default: Repair(before: [], after: [])].after = records
    }

    /// Puts another record in the place of one, or takes it out.
    mutating func replace(_ old: RecordData, by new: RecordData?, at place: Question) {
        var records = wanted(at: place)
        guard let index = records.firstIndex(of: old) else { return }
        records.remove(at: index)
        if let new, !records.contains(new) { records.insert(new, at: index) }
        want(records, at: place)
    }

    /// Whether something was found that should be repaired soon.
    var hasSerious: Bool { notes.contains { $0.finding.severity.isSerious } }

    /// The findings, with what repairs them.
    var findings: [LintFinding] {
        // A record may be long, and many findings may share it: its lines are written once.
        var written: [Question: (records: [String], lines: [String])] = [:]
        for (place, repair) in repairs {
            let (before, after) = (Set(repair.before), Set(repair.after))
            written[place] = (
                LintNotes.lines(repair.before.filter { !after.contains($0) }, at: place),
                LintNotes.lines(repair.after.filter { !before.contains($0) }, at: place)
            )
        }
        return notes.map { note in
            var finding = note.finding
            for place in note.repairs {
                guard let repair = written[place] else { continue }
                finding.records += repair.records
                finding.lines += repair.lines
            }
            return finding
        }
    }

    private static func lines(_ records: [RecordData], at place: Question) -> [String] {
        records.map { "\(RecordText.text(place.name)) \(place.type) \(RecordText.text($0))" }
    }
}

extension RecordData {
    /// A TXT record.
    static func text(_ text: String) -> RecordData { .text(Array(text.utf8)) }
}
