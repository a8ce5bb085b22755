internal import CostModel
internal import Localization

/// The limits of forms that others sent, in one place.
public enum FormLimits {
    /// How large a file may be, in bytes.
    public static let fileBytes = 16 << 20
    /// How many forms a file may hold.
    public static let forms = 2000
    /// How many fields a form may have.
    public static let fields = 4000
    /// How long a text may be, in bytes.
    public static let textBytes = 4000
    /// How many problems are told.
    public static let problems = 200
    /// How deep elements may lie in each other.
    public static let depth = 32
}

/// One thing wrong with a returned form. The rest of the form is read.
public struct FormProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path of the file, as it was given.
    public var path: String
    /// The line, from 1; nothing where it is the file.
    public var line: Int?
    /// The field concerned; nothing where it is none.
    public var field: String?
    /// What is wrong and what to do.
    public var message: String

    /// Where, which field, what.
    public var description: String {
        "\(path):" + (line.map { "\($0):" } ?? "") + " " + (field.map { "\($0): " } ?? "") + message
    }
}

/// Reads the fields of one question into an answer.
struct AnswerReader {
    /// What a form says to a question, by part: `mid`, `low`, `high`, `method`, `grade`, `source`, `confidentiality`, `coverage`, `na`, and `text` or
    /// `choices`.
    typealias Fields = [String: String]

    /// Why fields are no answer.
    struct Complaint: Error {
        var message: String

        init(_ message: String) { self.message = message }
    }

    let question: Question

    /// The answer; nothing where the fields are empty.
    func answer(_ fields: Fields) throws(Complaint) -> Answer? {
        guard let content = try content(fields) else { return nil }
        var answer = Answer(content)
        answer.method = try word(fields["method"], "method")
        answer.grade = try word(fields["grade"]?.uppercased(), "grade")
        answer.confidentiality = try word(fields["confidentiality"], "confidentiality") ?? .statistics
        if let source = trimmed(fields["source"]) { answer.source = try bounded(source) }
        if let written = trimmed(fields["coverage"]) {
            guard let coverage = AnswerReader.number(written), (0...1).contains(coverage) else {
                throw Complaint("coverage '\(clipped(written))': give a share from 0 to 1")
            }
            answer.coverage = coverage
        }
        return answer
    }

    private func content(_ fields: Fields) throws(Complaint) -> Answer.Content? {
        let isNotAvailable = ["1", "true", "yes", "na", "ok"].contains(trimmed(fields["na"])?.lowercased() ?? "")
        let said = try given(fields)
        guard isNotAvailable else { return said }
        if said != nil { throw Complaint("it has an answer and is 'not available'; take one of them out") }
        return .notAvailable
    }

    private func given(_ fields: Fields) throws(Complaint) -> Answer.Content? {
        switch question.kind {
        case .amount(_, let least, let most, _): return try amount(fields, least, most)
        case .whole(let least, let most): return try whole(fields, least, most)
        case .text(let shape):
            guard let text = trimmed(fields["text"] ?? fields["mid"]) else { return nil }
            guard shape.matches(try bounded(text)) else { throw Complaint("'\(clipped(text))': \(question.help[.english])") }
            return .text(text)
        case .one(let options): return try choices(fields, options, most: 1)
        case .many(let options): return try choices(fields, options, most: options.count)
        }
    }

    private func amount(_ fields: Fields, _ least: Double, _ most: Double) throws(Complaint) -> Answer.Content? {
        let low = try number(fields["low"], "low", least, most)
        let high = try number(fields["high"], "high", least, most)
        guard let mid = try number(fields["mid"] ?? fields["text"], "mid", least, most) else {
            if low != nil || high != nil { throw Complaint("there is a lowest or highest value and no likeliest; give 'mid'") }
            return nil
        }
        let range = ParameterRange(low: low ?? mid, mid: mid, high: high ?? mid)
        guard range.low <= mid, mid <= range.high else { throw Complaint("low, mid and high are not in order; the lowest comes first") }
        return .amount(range)
    }

    private func whole(_ fields: Fields, _ least: Int, _ most: Int) throws(Complaint) -> Answer.Content? {
        guard let value = try number(fields["mid"] ?? fields["text"], "value", Double(least), Double(most)) else { return nil }
        guard value == value.rounded() else { throw Complaint("'\(value)': give a whole number") }
        return .amount(ParameterRange(value))
    }

    private func number(_ written: String?, _ name: String, _ least: Double, _ most: Double) throws(Complaint) -> Double? {
        guard let written = trimmed(written) else { return nil }
        guard let value = AnswerReader.number(written) else {
            throw Complaint("\(name) '\(clipped(written))': this is no number; write digits, and a point before decimals")
        }
        guard value >= least, value <= most else {
            throw Complaint("\(name) \(clipped(written)): give a number from \(AnswerReader.text(least)) to \(AnswerReader.text(most))")
        }
        return value
    }

    private func choices(_ fields: Fields, _ options: [Question.Option], most: Int) throws(Complaint) -> Answer.Content? {
        guard let written = trimmed(fields["choices"] ?? fields["text"] ?? fields["mid"]) else { return nil }
        let chosen = Set(written.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init))
        if let unknown = chosen.subtracting(options.map(\.code)).min() {
            throw Complaint("'\(clipped(unknown))' is no choice; there are \(options.map(\.code).joined(separator: ", "))")
        }
        guard chosen.count <= most else { throw Complaint("there are \(chosen.count) choices; choose one") }
        return .choices(options.map(\.code).filter(chosen.contains))
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ written: String?, _ name: String
    ) throws(Complaint) -> Word? where Word.RawValue == String {
        guard let written = trimmed(written) else { return nil }
        guard let word = Word(rawValue: written) else {
            throw Complaint("\(name) '\(clipped(written))': there are \(Word.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return word
    }

    private func bounded(_ text: String) throws(Complaint) -> String {
        guard text.utf8.count <= FormLimits.textBytes else {
            throw Complaint("the text has \(text.utf8.count) bytes; at most \(FormLimits.textBytes) are read")
        }
        return text
    }

    private func trimmed(_ text: String?) -> String? {
        guard let text else { return nil }
        let trimmed = text.drop(while: \.isWhitespace)
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(trimmed[...last])
    }

    private func clipped(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "..." : text }

    // MARK: Numbers

    /// A number as people write it: digits of Arabic and Persian too, spaces between thousands. A comma is none of them: it is a decimal mark in one
    /// country and a mark of thousands in another.
    static func number(_ written: String) -> Double? {
        var plain = ""
        for scalar in written.unicodeScalars {
            switch scalar.value {
            case 0x0660...0x0669: plain.append(Character(Unicode.Scalar(UInt8(48 + scalar.value - 0x0660))))
            case 0x06F0...0x06F9: plain.append(Character(Unicode.Scalar(UInt8(48 + scalar.value - 0x06F0))))
            case 0x066B: plain.append(".")
            case 0x20, 0xA0, 0x2009, 0x202F, 0x066C, 0x27: continue
            default: plain.unicodeScalars.append(scalar)
            }
        }
        // What `Double` reads besides numbers: infinities, hexadecimals.
        guard plain.utf8.allSatisfy({ (48...57).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else { return nil }
        return Double(plain).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A number as briefly as can be.
    static func text(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    }
}
