internal import Filter
public import Localization
internal import Messages
internal import Spamd

/// What is told of a mail to people, in their language: the verdict, and the reasons with their points.
///
/// Everything that comes from the mail stands in details, which are free of control characters; lines end in line feeds.
public struct SpamdReport: Sendable {
    /// How long a report may be, in bytes: Exim keeps 32 KiB, and a blank more for each line.
    static let byteLimit = 16 << 10
    /// How many reasons are told.
    private static let reasons = 25

    private let catalogue: Catalogue
    private let language: Language

    init(_ catalogue: Catalogue, in language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// The report of a mail that was judged.
    func text(_ judged: JudgedMail, _ score: SpamScore) -> String {
        let verdict = judged.verdict
        let (points, threshold) = (SpamdReply.tenths(score.points), SpamdReply.tenths(SpamScore.threshold))
        var lines = [say(score.isDue ? "spamd.report.spam" : "spamd.report.ham", points, threshold)]
        if !score.isCarriedOut { lines.append(say("spamd.report.observed", catalogue.name(of: judged.decision.disposition, in: language))) }
        lines.append(say("spamd.report.probability", MailMarks.hundredths(verdict.probability * 100)))
        if verdict.threatClass != .none { lines.append(row("class", catalogue.name(of: verdict.threatClass, in: language))) }
        lines += ["", catalogue.term("reasons", in: language)]
        for piece in verdict.evidence.prefix(SpamdReport.reasons) {
            let words = catalogue.text(piece.id, in: language, piece.details.map(SpamdReport.plain), isolation: .never)
            lines.append("\(SpamdReport.signed(piece.weight))  \(words)  [\(piece.id)]")
        }
        let start = verdict.evidence.reduce(score.points) { $0 - $1.weight }
        lines.append("\(SpamdReport.signed(start))  \(say("spamd.report.start"))")
        if !verdict.coverage.gaps.isEmpty {
            let gaps = verdict.coverage.gaps.map { "\($0.what) (\(catalogue.name(of: $0.reason, in: language)))" }
            lines += ["", say("spamd.report.not-checked", gaps.joined(separator: ", "))]
        }
        return SpamdReport.bounded(lines)
    }

    /// The report of a mail that was not judged.
    func text(whenUnableBecause reason: String) -> String { say("spamd.report.not-judged", reason) + "\n" }

    private func say(_ key: String, _ details: String...) -> String { catalogue.text(key, in: language, details, isolation: .never) }

    /// Points with their sign, in a column of their own.
    private static func signed(_ points: Double) -> String {
        let text = MailMarks.hundredths(points)
        let signed = text.hasPrefix("-") ? text : "+" + text
        return String(repeating: " ", count: max(0, 7 - signed.count)) + signed
    }

    private func row(_ term: String, _ value: String) -> String { catalogue.term(term, in: language) + ": " + value }

    /// The lines as far as there is room for them.
    private static func bounded(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            guard text.utf8.count + line.utf8.count < byteLimit else { break }
            text += line + "\n"
        }
        return text
    }

    /// A detail without characters that end a line or turn a terminal's mind.
    private static func plain(_ detail: String) -> String {
        let isPlain = { (scalar: Unicode.Scalar) in
            scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && !(0x2028...0x2029).contains(scalar.value)
        }
        guard !detail.unicodeScalars.allSatisfy(isPlain) else { return detail }
        return String(String.UnicodeScalarView(detail.unicodeScalars.map { isPlain($0) ? $0 : " " }))
    }

    /// What reports say themselves.
    public static let sentences = [
        Sentence(
            "spamd.report.spam", en: "This mail is spam: {1} points, and {2} make it spam.",
            fr: "Ce courriel est du spam : {1} points, le seuil est {2}.",
            es: "Este correo es spam: {1} puntos; el umbral es {2}.", ru: "Это письмо — спам: баллов {1}, порог {2}.",
            ar: "هذه الرسالة مزعجة: النقاط {1}، والحدّ {2}.", zh: "此邮件为垃圾邮件：得分 {1}，阈值 {2}。"),
        Sentence(
            "spamd.report.ham", en: "This mail is not spam: {1} points, and {2} make it spam.",
            fr: "Ce courriel n’est pas du spam : {1} points, le seuil est {2}.",
            es: "Este correo no es spam: {1} puntos; el umbral es {2}.",
            ru: "Это письмо — не спам: баллов {1}, порог {2}.", ar: "هذه الرسالة ليست مزعجة: النقاط {1}، والحدّ {2}.",
            zh: "此邮件不是垃圾邮件：得分 {1}，阈值 {2}。"),
        Sentence(
            "spamd.report.observed", en: "The policy only observes, and says so to nobody. It would have done this: {1}.",
            fr: "La politique observe seulement et n’en dit rien à personne. Elle aurait fait ceci : {1}.",
            es: "La política solo observa y no lo comunica a nadie. Habría hecho esto: {1}.",
            ru: "Политика только наблюдает и никому об этом не сообщает. Её решение было бы: {1}.",
            ar: "السياسة تراقب فقط ولا تُبلغ أحدًا. وكان الإجراء ليكون: {1}.", zh: "策略仅观察，不告知任何人。本应执行的处置：{1}。"),
        Sentence(
            "spamd.report.probability", en: "Probability of spam: {1} %", fr: "Probabilité de spam : {1} %",
            es: "Probabilidad de spam: {1} %",
            ru: "Вероятность спама: {1} %", ar: "احتمال الإزعاج: {1} %", zh: "垃圾概率：{1} %"),
        Sentence(
            "spamd.report.start", en: "A mail of which nothing is known yet.", fr: "Un courriel dont on ne sait encore rien.",
            es: "Un correo del que aún no se sabe nada.", ru: "Письмо, о котором ещё ничего не известно.",
            ar: "رسالة لا يُعرف عنها شيء بعد.",
            zh: "尚未获得任何信息的邮件。"),
        Sentence(
            "spamd.report.not-checked", en: "Not checked: {1}", fr: "Non vérifié : {1}", es: "Sin comprobar: {1}", ru: "Не проверено: {1}",
            ar: "لم يُفحص: {1}", zh: "未检查：{1}"),
        Sentence(
            "spamd.report.not-judged", en: "This mail was not judged: {1}.", fr: "Ce courriel n’a pas été évalué : {1}.",
            es: "Este correo no se evaluó: {1}.", ru: "Это письмо не оценивалось: {1}.", ar: "لم تُقيَّم هذه الرسالة: {1}.", zh: "此邮件未经判定：{1}。"
        ),
    ]
}
