/// A form that came back, as it was read from a file: what it says to each question, not yet looked at.
struct ReturnedForm {
    /// What tells it from all other forms; nothing where it says nothing of it.
    var id: String?
    /// Whose it says it is.
    var respondent: String?
    /// The round it says it is of.
    var round: String?
    /// The instrument's version it says it is of.
    var version: Int?
    /// The line it begins at.
    var line = 1
    /// Parts by question, with the line each stands in.
    var fields: [String: (parts: AnswerReader.Fields, line: Int)] = [:]
    /// Fields that belong to no question.
    var unknown: [(field: String, line: Int)] = []

    /// What tells it from all other forms: its own id, or else what it says (FNV-1a, 64 bits).
    var identity: String {
        if let id { return id }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (code, said) in fields.sorted(by: { $0.key < $1.key }) {
            for (part, value) in said.parts.sorted(by: { $0.key < $1.key }) {
                for byte in "\(code)\u{0}\(part)\u{0}\(value)\u{0}".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            }
        }
        return "content:" + String(hash, radix: 16)
    }

    /// Takes in a field of a form by the name that our forms give it: a code, or a code and a part of the answer.
    mutating func take(_ name: String, _ value: String, line: Int, in instrument: Instrument) {
        // Programs put the groups that a field stands in before its name.
        let field = String(name.split { "/-.:".contains($0) }.last ?? "")
        if let question = instrument[field] {
            let part =
                switch question.kind {
                case .amount, .whole: "mid"
                case .text: "text"
                case .one, .many: "choices"
                }
            return set(field, part, value, line)
        }
        if let mark = field.lastIndex(of: "_"), instrument[String(field[..<mark])] != nil,
            let part = ReturnedForm.parts[String(field[field.index(after: mark)...])]
        {
            return set(String(field[..<mark]), part, value, line)
        }
        takeMeta(name, field, value, line)
    }

    private mutating func takeMeta(_ name: String, _ field: String, _ value: String, _ line: Int) {
        guard !value.isEmpty else { return }
        switch field {
        case "instanceID", "_uuid", "KEY", "__id", "id": if id == nil { id = value }
        case "respondent": respondent = value
        case "round": round = value
        case "version", "__version__": version = Int(value)
        case "instrument", "language", "start", "end", "today", "deviceid", "username", "formhub", "uuid", "meta": break
        // What collecting programs add for themselves.
        case _ where name.hasPrefix("_") || name.hasPrefix("meta") || name.hasPrefix("__") || name.hasPrefix("formhub"): break
        case _ where ReturnedForm.collected.contains(field): break
        default: unknown.append((name, line))
        }
    }

    private static let parts = [
        "mid": "mid", "low": "low", "high": "high", "method": "method", "grade": "grade", "source": "source", "conf": "confidentiality",
        "coverage": "coverage", "na": "na", "text": "text", "choices": "choices",
    ]
    private static let collected: Set<String> = [
        "SubmissionDate", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID",
        "Edits", "FormVersion",
    ]

    private mutating func set(_ code: String, _ part: String, _ value: String, _ line: Int) {
        guard !value.isEmpty else { return }
        fields[code, default: ([:], line)].parts[part] = value
    }
}
