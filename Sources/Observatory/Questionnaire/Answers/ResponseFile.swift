internal import CostModel
internal import JSON

/// A response as a file: JSON with one answer a line, so that people can compare two of them, and what is left of a broken one can be read.
public enum ResponseFile {
    /// The file of a response.
    public static func bytes(of response: Response, in instrument: Instrument) -> [UInt8] {
        var lines: [String] = []
        func member(_ name: String, _ write: (inout JSONText) -> Void) {
            var json = JSONText()
            write(&json)
            var key = JSONText()
            key.value(name)
            lines.append("\(key.text): \(json.text)")
        }
        member("instrument") { $0.value(response.instrument) }
        member("version") { $0.value(response.version) }
        member("round") { $0.value(response.round) }
        member("respondent") { $0.value(response.respondent) }
        member("state") { $0.value(response.state.rawValue) }
        member("delegations") { json in
            json.list { list in
                for (section, delegation) in response.delegations.sorted(by: { $0.key < $1.key }) {
                    list.object { entry in
                        entry.member("section", section)
                        entry.member("party", delegation.party)
                        entry.member("back", delegation.isBack)
                    }
                }
            }
        }
        member("forms") { json in json.list { list in for form in response.forms { list.value(form) } } }
        member("history") { json in
            json.list { list in
                for event in response.history {
                    list.object { entry in
                        entry.member("time", event.time)
                        entry.member("person", event.person)
                        entry.member("step", event.step)
                        entry.member("note", event.note)
                    }
                }
            }
        }
        let answers = instrument.questions.compactMap { question in
            response.answers[question.code].map { "\"\(question.code)\": \(text(of: $0))" }
        }
        lines.append("\"answers\": {\n" + answers.joined(separator: ",\n") + "\n}")
        return Array(("{\n" + lines.joined(separator: ",\n") + "\n}\n").utf8)
    }

    private static func text(of answer: Answer) -> String {
        var json = JSONText()
        json.object { object in
            switch answer.content {
            case .amount(let range):
                object.key("low")
                object.raw(AnswerReader.text(range.low))
                object.key("mid")
                object.raw(AnswerReader.text(range.mid))
                object.key("high")
                object.raw(AnswerReader.text(range.high))
            case .text(let text): object.member("text", text)
            case .choices(let choices): object.member("choices", choices)
            case .notAvailable: object.member("notAvailable", true)
            }
            if let method = answer.method { object.member("method", method.rawValue) }
            if let grade = answer.grade { object.member("grade", grade.rawValue) }
            if let source = answer.source { object.member("source", source) }
            if let coverage = answer.coverage {
                object.key("coverage")
                object.raw(AnswerReader.text(coverage))
            }
            if answer.confidentiality != .statistics { object.member("confidentiality", answer.confidentiality.rawValue) }
            if answer.isPrefilled { object.member("prefilled", true) }
        }
        return json.text
    }

    /// Reads a file that was written here; throws where it was not.
    public static func read(_ bytes: [UInt8], path: String, in instrument: Instrument) throws(FormProblem) -> Response {
        let value: JSONValue
        do {
            value = try JSONValue(bytes.span)
        } catch {
            let line = 1 + bytes.prefix(error.offset).count { $0 == 0x0A }
            throw FormProblem(path: path, line: line, message: "\(error.code.rawValue); restore the file, or import it as a form")
        }
        guard let code = value["instrument"]?.text, let round = value["round"]?.text, let respondent = value["respondent"]?.text,
            let state = value["state"]?.text.flatMap(Response.State.init), let version = value["version"]?.number.flatMap({ Int($0) })
        else { throw FormProblem(path: path, message: "this is no response: instrument, version, round, respondent or state is missing") }
        guard code == instrument.code else {
            throw FormProblem(path: path, field: "instrument", message: "'\(code)' is not \(instrument.code)")
        }
        var answers: [String: Answer] = [:]
        guard case .object(let members)? = value["answers"] else {
            throw FormProblem(path: path, field: "answers", message: "there are none")
        }
        for member in members {
            guard let question = instrument[member.name] else {
                throw FormProblem(path: path, field: member.name, message: "no question has this code")
            }
            answers[member.name] = try answer(member.value, question, path)
        }
        return Response(
            instrument: code, version: version, round: round, respondent: respondent, state: state, delegations: delegations(value),
            answers: answers, forms: value["forms"]?.elements?.compactMap(\.text) ?? [], history: history(value))
    }

    private static func answer(_ value: JSONValue, _ question: Question, _ path: String) throws(FormProblem) -> Answer? {
        var parts = AnswerReader.Fields()
        guard case .object(let members) = value else { throw FormProblem(path: path, field: question.code, message: "this is no object") }
        for member in members {
            parts[member.name == "notAvailable" ? "na" : member.name] =
                member.value.text ?? member.value.number ?? member.value.flag.map { $0 ? "true" : "false" }
                ?? member.value.elements?.compactMap(\.text).joined(separator: " ")
        }
        do {
            var answer = try AnswerReader(question: question).answer(parts)
            answer?.isPrefilled = value["prefilled"]?.flag == true
            return answer
        } catch {
            throw FormProblem(path: path, field: question.code, message: error.message)
        }
    }

    private static func delegations(_ value: JSONValue) -> [String: Response.Delegation] {
        var delegations: [String: Response.Delegation] = [:]
        for entry in value["delegations"]?.elements ?? [] {
            guard let section = entry["section"]?.text, let party = entry["party"]?.text else { continue }
            delegations[section] = Response.Delegation(party: party, isBack: entry["back"]?.flag == true)
        }
        return delegations
    }

    private static func history(_ value: JSONValue) -> [Response.Event] {
        (value["history"]?.elements ?? []).compactMap { entry in
            guard let time = entry["time"]?.text, let person = entry["person"]?.text, let step = entry["step"]?.text else { return nil }
            return Response.Event(time: time, person: person, step: step, note: entry["note"]?.text ?? "")
        }
    }
}
