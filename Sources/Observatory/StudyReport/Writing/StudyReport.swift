// The report of the Resolution 52 study: data as a value, a document made from it in one language, and its tables for programs.

public import Documents
public import Localization
public import Messages

/// The report of a study: data, whom it is for, and in which language. The same of all four is the same document.
public struct StudyReport: Sendable {
    let data: StudyData
    let template: StudyTemplate
    let language: Language
    let date: Timestamp
    let program: String

    /// A report.
    ///
    /// - Parameters:
    ///   - data: what there is to tell.
    ///   - template: whom it is told to.
    ///   - language: the language.
    ///   - date: the day that stands on it.
    ///   - program: the name and version of what made it.
    public init(_ data: StudyData, template: StudyTemplate, language: Language, date: Timestamp, program: String) {
        self.data = data
        self.template = template
        self.language = language
        self.date = date
        self.program = program
    }

    /// The document.
    public var document: Document {
        var writer = StudyWriter(data, in: language)
        for section in template.sections { writer.write(section, of: template) }
        let voice = writer.voice
        let title = voice.text("study.title.\(template.rawValue)")
        let subtitle = voice.text("study.subtitle", data.name(of: data.country, in: language), voice.period(data.period))
        return Document(
            title: title, subtitle: subtitle, language: language, author: data.organisation, date: date,
            keywords: [voice.text("study.keywords")], footer: "\(title) \u{00B7} \(subtitle)", details: details(voice),
            warning: data.isExample ? voice.text("study.example") : nil, blocks: writer.blocks,
            words: Document.Words(
                contents: voice.text("study.contents"), skip: voice.text("study.skip"), details: voice.text("study.details")))
    }

    private func details(_ voice: StudyVoice) -> [Document.Detail] {
        let civil = date.civil
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        var details = [
            Document.Detail(voice.text("study.source"), data.organisation),
            Document.Detail(voice.text("study.country"), data.name(of: data.country, in: language)),
            Document.Detail(voice.text("study.for"), voice.text("study.for.\(template.rawValue)")),
            Document.Detail(voice.text("study.period"), voice.period(data.period)),
            Document.Detail(voice.text("study.date"), "\(civil.year)-\(two(civil.month))-\(two(civil.day))"),
        ]
        if let policy = data.policy { details.append(Document.Detail(voice.text("study.policy"), policy)) }
        details += [
            Document.Detail(voice.text("study.versions"), data.version), Document.Detail(voice.text("study.program"), program),
            Document.Detail(voice.text("study.keywords-name"), voice.text("study.keywords")),
        ]
        return details
    }
}
