internal import CostModel
internal import JSON
public import Localization
internal import OfficeOpenXML

/// The questionnaire as one file that any browser shows, without a network and from a disk: with its texts in six languages, which the reader switches,
/// and a program that keeps what is entered and saves it to a file.
public struct OfflineForm: Sendable {
    private let instrument: Instrument
    private let sections: [Section]
    private let round: String
    private let response: Response?
    private let language: Language
    private let said = Catalogue(FormSentences.all, UnitSentences.all)

    /// A form of the sections with these letters, or of all.
    ///
    /// - Parameters:
    ///   - response: what is filled in beforehand; nothing where the form is empty.
    ///   - language: the language that it opens in.
    public init(
        _ instrument: Instrument, round: String, response: Response? = nil, sections: [String]? = nil, opensIn language: Language = .english
    ) {
        self.instrument = instrument
        self.sections = instrument.sections.filter { sections?.contains($0.code) != false }
        self.round = round
        self.response = response
        self.language = language
    }

    /// The file (`.html`).
    public var bytes: [UInt8] {
        let direction = language.isRightToLeft ? "rtl" : "ltr"
        let page = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" dir="\(direction)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
            <title>\(escaped(said.text("form.title", in: language)))</title>
            <style>\(OfflineFormPage.style)</style>
            </head>
            <body>
            \(header)
            \(contents)
            <main>
            <form id="form" autocomplete="off" novalidate>
            <div class="question"><label for="respondent">\(text("form.respondent", "span"))</label>
            <input id="respondent" type="text" maxlength="64" pattern="[A-Za-z0-9\\-]{1,64}" dir="ltr" value="\(escaped(response?.respondent ?? ""))"></div>
            \(sections.map(html).joined(separator: "\n"))
            </form>
            </main>
            <script type="application/json" id="data">\(data)</script>
            <script>\(OfflineFormPage.script)</script>
            </body>
            </html>

            """
        return Array(page.utf8)
    }

    private func escaped(_ text: String) -> String { XMLText.escaped(text) }

    /// An element whose text follows the chosen language.
    private func text(_ key: String, _ element: String, _ attributes: String = "") -> String {
        "<\(element) data-t=\"\(key)\"\(attributes)>\(escaped(said.text(key, in: language, isolation: .never)))</\(element)>"
    }

    /// The same of a sentence of the instrument.
    private func text(_ sentence: Sentence, _ element: String, _ attributes: String = "") -> String {
        "<\(element) data-t=\"\(sentence.key)\"\(attributes)>\(escaped(sentence[language]))</\(element)>"
    }

    // MARK: Head

    private var header: String {
        let languages = [Language.english, .french, .spanish, .russian, .arabic, .chinese].map {
            "<option value=\"\($0.rawValue)\" lang=\"\($0.rawValue)\"\($0 == language ? " selected" : "")>\($0.ownName)</option>"
        }
        let minutes = Int(instrument.burdenMinutes.rounded())
        return """
            <header>
            \(text("form.title", "h1"))
            <p class="round">\(escaped(instrument.code)) v\(instrument.version) · \(escaped(round)) · <span id="minutes" data-n="\(minutes)"></span></p>
            \(text("form.intro", "p"))
            <div class="tools">
            <label for="language">\(text("form.language", "span"))</label>
            <select id="language">\(languages.joined())</select>
            \(text("form.save", "button", " type=\"button\" id=\"save\""))
            <label class="file" for="load">\(text("form.load", "span"))<input type="file" id="load" accept="application/json,.json"></label>
            \(text("form.print", "button", " type=\"button\" id=\"print\""))
            </div>
            <p id="progress"></p>
            <p id="status" role="status"></p>
            </header>
            """
    }

    private var contents: String {
        let links = sections.map { "<li><a href=\"#section-\($0.code)\"><bdi>\($0.code)</bdi>. \(text($0.title, "span"))</a></li>" }
        return """
            <nav aria-labelledby="contents">
            \(text("form.sections", "h2", " id=\"contents\""))
            <ul>\(links.joined())</ul>
            </nav>
            """
    }

    // MARK: Questions

    private func html(_ section: Section) -> String {
        """
        <section id="section-\(section.code)" aria-labelledby="title-\(section.code)">
        <h2 id="title-\(section.code)"><bdi>\(section.code)</bdi>. \(text(section.title, "span"))</h2>
        \(section.questions.map(html).joined(separator: "\n"))
        </section>
        """
    }

    private func html(_ question: Question) -> String {
        let code = question.code
        let item = question.item.map { (language == .chinese ? "：" : ": ") + text($0, "span") } ?? ""
        let title = "<bdi class=\"code\">\(code)</bdi> \(text(question.stem, "span"))\(item)"
        let hint = text(question.help, "p", " class=\"hint\" id=\"\(code)-help\"")
        let error = "<p class=\"error\" id=\"\(code)-error\" aria-live=\"polite\"></p>"
        let body =
            switch question.kind {
            case .amount(let unit, _, _, _): amount(code, unit)
            case .whole: single(code, "inputmode=\"numeric\" size=\"6\" dir=\"ltr\"")
            case .text(let shape): words(code, shape)
            case .one(let options): choices(code, options, "radio")
            case .many(let options): choices(code, options, "checkbox")
            }
        return """
            <fieldset class="question" id="q-\(code)" aria-describedby="\(code)-help \(code)-error"><legend id="\(code)-name">\(title)</legend>
            \(hint)\(note(question))\(body)\(error)</fieldset>
            """
    }

    private func field(_ code: String, _ part: String, _ attributes: String, _ extra: String = "") -> String {
        "<span class=\"field\"><label for=\"\(code)-\(part)\">\(text("form.\(part)", "span"))\(extra)</label>"
            + "<input id=\"\(code)-\(part)\" type=\"text\" \(attributes) aria-describedby=\"\(code)-error\"></span>"
    }

    private func amount(_ code: String, _ unit: String) -> String {
        let number = "inputmode=\"decimal\" size=\"12\" dir=\"ltr\""
        let named =
            said["unit.\(unit)"].map { text($0, "span", " class=\"unit\"") } ?? "<span class=\"unit\" data-u=\"\(unit)\">\(unit)</span>"
        let methods = Answer.Method.allCases.map { ($0.rawValue, "form.method.\($0.rawValue)") }
        let grades = EvidenceGrade.allCases.map { ($0.rawValue, "form.grade.\($0.rawValue)") }
        let readers = Answer.Confidentiality.allCases.map { ($0.rawValue, "form.confidentiality.\($0.rawValue)") }
        return """
            <div class="range">\(field(code, "low", number))\(field(code, "mid", number, " (\(named))"))\(field(code, "high", number))\(notAvailable(code))</div>
            <details><summary>\(text("form.more", "span"))</summary><div class="range">\(select(code, "method", methods))\(select(code, "grade", grades))\
            \(field(code, "source", "maxlength=\"1000\" size=\"30\" dir=\"auto\""))\(select(code, "confidentiality", readers))</div></details>
            """
    }

    private func select(_ code: String, _ part: String, _ options: [(String, String)]) -> String {
        let none = part == "confidentiality" ? "" : text("form.choose", "option", " value=\"\"")
        return "<span class=\"field\"><label for=\"\(code)-\(part)\">\(text("form.\(part)", "span"))</label><select id=\"\(code)-\(part)\">"
            + none + options.map { text($0.1, "option", " value=\"\($0.0)\"") }.joined() + "</select></span>"
    }

    private func notAvailable(_ code: String) -> String {
        "<span class=\"field tick\"><input id=\"\(code)-na\" type=\"checkbox\"><label for=\"\(code)-na\">\(text("form.na", "span"))</label></span>"
    }

    private func single(_ code: String, _ attributes: String) -> String {
        "<div class=\"range\"><input id=\"\(code)\" type=\"text\" \(attributes) aria-labelledby=\"\(code)-name\" "
            + "aria-describedby=\"\(code)-help \(code)-error\">\(notAvailable(code))</div>"
    }

    private func words(_ code: String, _ shape: Question.TextShape) -> String {
        guard shape == .words else { return single(code, "size=\"12\" dir=\"ltr\"") }
        return "<textarea id=\"\(code)\" rows=\"2\" maxlength=\"2000\" dir=\"auto\" aria-labelledby=\"\(code)-name\" "
            + "aria-describedby=\"\(code)-help \(code)-error\"></textarea><div>\(notAvailable(code))</div>"
    }

    private func choices(_ code: String, _ options: [Question.Option], _ type: String) -> String {
        let fields = options.map { option in
            "<span class=\"field tick\"><input id=\"\(code)-\(option.code)\" name=\"\(code)\" value=\"\(option.code)\" type=\"\(type)\">"
                + "<label for=\"\(code)-\(option.code)\">\(text(option.label, "span"))</label></span>"
        }
        return "<div class=\"choices\">\(fields.joined())\(notAvailable(code))</div>"
    }

    /// What an answer that is filled in beforehand comes from.
    private func note(_ question: Question) -> String {
        guard let answer = response?.answers[question.code], answer.isPrefilled, let method = answer.method else { return "" }
        let key = "form.method.\(method.rawValue)"
        let sentence = said.text("form.prefilled", in: language, [said.text(key, in: language)], isolation: .never)
        let details = [answer.source, answer.coverage.map { "\(JSONText.fixed($0 * 100, digits: 0)) %" }].compactMap { $0 }
        return "<p class=\"prefilled\"><span data-t=\"form.prefilled\" data-d=\"\(key)\">\(escaped(sentence))</span>"
            + details.map { " · <bdi>\(escaped($0))</bdi>" }.joined() + "</p>"
    }

    // MARK: What the program reads

    private var data: String {
        var json = JSONText()
        json.object { object in
            object.member("instrument", instrument.code)
            object.member("version", instrument.version)
            object.member("round", round)
            object.key("questions")
            object.list { list in for question in sections.flatMap(\.questions) { list.object { write(question, into: &$0) } } }
            object.key("texts")
            object.object { languages in
                for language in [Language.english, .french, .spanish, .russian, .arabic, .chinese] {
                    languages.key(language.rawValue)
                    languages.object { entry in
                        for (key, text) in texts(in: language) { entry.member(key, text) }
                    }
                }
            }
            object.key("answers")
            object.raw(answers)
        }
        // Nothing in a script may look like the end of it.
        return json.text.replacing("<", with: "\\u003c")
    }

    private func write(_ question: Question, into object: inout JSONText) {
        object.member("code", question.code)
        switch question.kind {
        case .amount(_, let least, let most, _):
            object.member("kind", "amount")
            object.member("least", least, digits: 0)
            object.member("most", most, digits: 0)
        case .whole(let least, let most):
            object.member("kind", "whole")
            object.member("least", least)
            object.member("most", most)
        case .text(let shape):
            object.member("kind", "text")
            if let pattern = shape.pattern { object.member("pattern", pattern) }
        case .one: object.member("kind", "one")
        case .many: object.member("kind", "many")
        }
        guard let relevance = question.relevance, sections.contains(where: { $0.code == relevance.code.prefix(1) }) else { return }
        object.member("when", relevance.code)
        object.member("choices", relevance.choices)
    }

    private func texts(in language: Language) -> [(String, String)] {
        var texts = (FormSentences.all + UnitSentences.all).map { ($0.key, $0[language]) }
        var met = Set(texts.map(\.0))
        let asked = Instrument(code: instrument.code, version: instrument.version, sections: sections).sentences
        for sentence in asked where met.insert(sentence.key).inserted { texts.append((sentence.key, sentence[language])) }
        return texts
    }

    private var answers: String {
        guard let response else { return "{}" }
        let file = ResponseFile.bytes(of: response, in: instrument)
        guard let value = try? JSONValue(file.span), let answers = value["answers"] else { return "{}" }
        return OfflineForm.text(of: answers)
    }

    private static func text(of value: JSONValue) -> String {
        var json = JSONText()
        write(value, into: &json)
        return json.text
    }

    private static func write(_ value: JSONValue, into json: inout JSONText) {
        switch value {
        case .null: json.null()
        case .bool(let flag): json.value(flag)
        case .number(let number): json.raw(number)
        case .string(let bytes): json.value(String(decoding: bytes, as: UTF8.self))
        case .list(let elements): json.list { list in for element in elements { write(element, into: &list) } }
        case .object(let members):
            json.object { object in
                for member in members {
                    object.key(member.name)
                    write(member.value, into: &object)
                }
            }
        }
    }
}
