internal import Filter
internal import MIME
internal import Messages
internal import Spamd

/// What a judged mail is marked with: fields for those who handle it after us.
struct MailMarks {
    /// One field: its name, and its body with the blank before it and line ends inside.
    struct Field: Hashable {
        var name: [UInt8]
        var body: [UInt8]
    }

    /// The names of fields that are ours alone, in lower case. Whoever else wrote one wanted it to be taken for ours.
    static let names: Set<[UInt8]> = Set(
        ["chaffinch-verdict", "chaffinch-reasons", "chaffinch-rules", "x-spam-flag"].map { Array($0.utf8) } + [release])
    /// The name of the field that a released mail passes by, in lower case: `ReleaseMarks.field`.
    static let release = Array("chaffinch-release".utf8)
    /// What the names of fields begin with that are ours alone where we stand in SpamAssassin's place, in lower case.
    static let prefixes = ["x-spam-", "chaffinch-"].map { Array($0.utf8) }
    /// How many reasons are named.
    private static let reasons = 8
    /// How many of the operator's rules are named.
    private static let rules = 20
    /// How many reasons are listed by their ids, where nothing but ids is.
    private static let symbols = 50
    /// How many stars stand for points at most, as SpamAssassin has it.
    private static let stars = 50

    private let judged: JudgedMail

    init(_ judged: JudgedMail) {
        self.judged = judged
    }

    /// The fields, from the top down.
    func fields() -> [Field] {
        var writer = written()
        if isMarkedAsSpam { writer.unstructured("X-Spam-Flag", "YES") }
        return MailMarks.fields(in: writer.bytes)
    }

    /// The fields where we stand in SpamAssassin's place, with those that people sort their mail by. A policy that only observes marks nothing as spam.
    func fieldsOfSpamd(_ score: SpamScore) -> [Field] {
        var writer = written()
        if score.isSaid { writer.unstructured("X-Spam-Flag", "YES") }
        let stars = Int(min(max(score.said, 0), Double(MailMarks.stars)))
        if stars > 0 { writer.unstructured("X-Spam-Level", String(repeating: "*", count: stars)) }
        let tests = MailMarks.symbols(judged.verdict).joined(separator: ", ")
        writer.unstructured(
            "X-Spam-Status",
            "\(score.isSaid ? "Yes" : "No"), score=\(SpamdReply.tenths(score.said)) required=\(SpamdReply.tenths(SpamScore.threshold)) "
                + "tests=\(tests.isEmpty ? "none" : tests)")
        return MailMarks.fields(in: writer.bytes)
    }

    /// The ids of the reasons, the strongest first: what SpamAssassin calls symbols.
    static func symbols(_ verdict: Verdict) -> [String] { verdict.evidence.prefix(symbols).map(\.id) }

    /// The fields that every gateway writes.
    private func written() -> FieldWriter {
        var writer = FieldWriter()
        if let results = judged.results { writer.authenticationResults(results) }
        if let spf = judged.receivedSPF { writer.receivedSPF(spf) }
        writer.unstructured("Chaffinch-Verdict", verdict)
        let reasons = judged.verdict.evidence.prefix(MailMarks.reasons).map { "\($0.id) \(MailMarks.hundredths($0.weight))" }
        writer.unstructured("Chaffinch-Reasons", reasons.isEmpty ? "none" : reasons.joined(separator: ", "))
        let rules = judged.verdict.rules.prefix(MailMarks.rules).map { "\($0.id) \($0.isActing ? "act" : "observe")" }
        if !rules.isEmpty { writer.unstructured("Chaffinch-Rules", rules.joined(separator: ", ")) }
        return writer
    }

    /// The field of a mail that was not judged, and why.
    static func notJudged(because reason: String) -> [Field] {
        var writer = FieldWriter()
        writer.unstructured("Chaffinch-Verdict", "none; not-checked=\(reason)")
        return fields(in: writer.bytes)
    }

    /// What is done with the mail, where anything is.
    var disposition: Disposition { judged.decision.isCarriedOut ? judged.decision.disposition : .accept }

    private var isMarkedAsSpam: Bool { disposition != .accept && disposition != .defer }

    private var verdict: String {
        let verdict = judged.verdict
        let decision = judged.decision
        var words = [
            "probability=\(MailMarks.hundredths(verdict.probability, digits: 4))", "class=\(verdict.threatClass.rawValue)",
            "disposition=\(decision.disposition.rawValue)", "mode=\(decision.isCarriedOut ? "act" : "observe-only")",
        ]
        // Of what a recipient's own list, or the profile of a recipient or a domain, says nothing is told to the others.
        let isCommon =
            decision.profile.map(\.level.mayBind)
            ?? [RuleHit.name(ofRule: ""), OrderHit.namePrefix].contains { decision.because?.hasPrefix($0) == true }
        if isCommon, let because = decision.because { words.append("decided-by=\(because)") }
        if !verdict.coverage.gaps.isEmpty {
            words.append("not-checked=\(Set(verdict.coverage.gaps.map(\.what)).sorted().joined(separator: ","))")
        }
        if !decision.policy.isEmpty { words.append("policy=\(decision.policy)") }
        let common = decision.profiles.filter(\.level.mayBind)
        if !common.isEmpty { words.append("profiles=\(common.map(\.description).joined(separator: ","))") }
        words.append("model=\(verdict.model)")
        return words.joined(separator: "; ")
    }

    /// A number with a point and so many digits behind it.
    static func hundredths(_ value: Double, digits: Int = 2) -> String {
        guard value.isFinite else { return "0" }
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        let scaled = Int((min(max(value, -1e6), 1e6) * scale).rounded())
        let rest = String(scaled.magnitude % UInt(scale))
        return "\(scaled < 0 ? "-" : "")\(scaled.magnitude / UInt(scale)).\(String(repeating: "0", count: digits - rest.count))\(rest)"
    }

    /// Written fields, one by one.
    private static func fields(in bytes: [UInt8]) -> [Field] {
        var fields: [Field] = []
        for line in bytes.split(separator: 0x0A) {
            let text = line.last == 0x0D ? line.dropLast() : line
            if text.first == 0x20, !fields.isEmpty {
                fields[fields.count - 1].body += [0x0D, 0x0A] + text
            } else if let colon = text.firstIndex(of: 0x3A) {
                fields.append(Field(name: Array(text[..<colon]), body: Array(text[(colon + 1)...])))
            }
        }
        return fields
    }
}
