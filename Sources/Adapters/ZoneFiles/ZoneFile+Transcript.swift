public import Resolving

extension ZoneFile {
    /// What a recording resolver heard, as a zone file that gives the same answers.
    ///
    /// A negative answer names the zone that says no. So that this can be said again, that zone gets a SOA record, and what the file says no to
    /// by itself then has no line of its own: a name that does not exist is not written down.
    public static func text(of transcript: [(question: Question, answer: Answer)]) -> String {
        var lines = TranscriptLines()
        // Those that the file may come to by itself, and the name that each was denied at.
        var denials: [(question: Question, answer: Answer, name: DomainName)] = []
        for (question, answer) in transcript {
            var name = question.name
            for alias in answer.aliases {
                lines.add(name, .cname, RecordText.text(alias))
                name = alias
            }
            // A name that does not exist would, with a line of its own.
            if answer.isSecure, answer.outcome != .nonexistent { lines.add("\(RecordText.text(name)) ANY !secure") }
            // A text that is none cannot be told from one that reads like its bytes, and nobody asks for either.
            let records = answer.records.filter { question.type != .txt || $0.text != nil }
            if records.isEmpty, answer.outcome == .found { lines.add(name, question.type, "!nodata") }
            for record in records { lines.add(name, question.type, RecordText.text(record)) }
            guard let word = word(answer.outcome) else { continue }
            if answer.outcome.isTemporary || answer.authority == nil {
                lines.add(name, question.type, word)
            } else {
                denials.append((question, answer, name))
            }
        }
        let owners = Set(transcript.filter { $0.question.type == .soa && $0.answer.outcome == .found }.map(\.question.name))
        for authority in denials.compactMap(\.answer.authority) where !owners.contains(authority) { lines.add(start: authority) }
        // A line makes its name exist, and those above it, so that others may need one then; each turn leaves fewer.
        while !denials.isEmpty {
            let zone = try? ZoneFile(Array(lines.text.utf8)).zone
            let wrong = denials.filter { denial in
                let again = zone?.answer(to: denial.question)
                return again?.outcome != denial.answer.outcome || again?.authority != denial.answer.authority
            }
            if wrong.isEmpty { break }
            for denial in wrong { lines.add(denial.name, denial.question.type, word(denial.answer.outcome) ?? "") }
            let written = Set(wrong.map(\.question))
            denials.removeAll { written.contains($0.question) }
        }
        return lines.text
    }
}

/// Lines of a zone file, each once.
private struct TranscriptLines {
    private(set) var text = ""
    private var written: Set<String> = []

    mutating func add(_ line: String) {
        if written.insert(line).inserted { text += line + "\n" }
    }

    mutating func add(_ name: DomainName, _ type: RecordType, _ data: String) {
        add("\(RecordText.text(name)) \(type) \(data)")
    }

    /// Says that a zone begins at a name; what else its record says was not heard.
    mutating func add(start name: DomainName) {
        add(name, .soa, RecordText.text(.startOfAuthority(server: name, serial: 0, negativeTimeToLive: Zone.timeToLive)))
    }
}
