public import Resolving

extension ZoneFile {
    /// What a recording resolver heard, as a zone file that gives the same answers.
    public static func text(of transcript: [(question: Question, answer: Answer)]) -> String {
        var lines: [String] = []
        var written: Set<String> = []
        func add(_ line: String) {
            if written.insert(line).inserted { lines.append(line) }
        }
        for (question, answer) in transcript {
            var name = question.name
            for alias in answer.aliases {
                add("\(RecordText.text(name)) CNAME \(RecordText.text(alias))")
                name = alias
            }
            let owner = RecordText.text(name)
            if answer.isSecure { add("\(owner) ANY !secure") }
            // A text that is none cannot be told from one that reads like its bytes, and nobody asks for either.
            let records = answer.records.filter { question.type != .txt || $0.text != nil }
            if records.isEmpty, answer.outcome == .found { add("\(owner) \(question.type) !nodata") }
            for record in records { add("\(owner) \(question.type) \(RecordText.text(record))") }
            if let word = word(answer.outcome) { add("\(owner) \(question.type) \(word)") }
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
