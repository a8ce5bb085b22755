internal import Features
internal import Learning
public import Localization
internal import Messages
internal import Reading

/// The content model's answer as a piece of evidence, with the words that moved it most.
public enum ContentEvidence {
    /// What is said when the wording speaks for spam, and when it speaks against.
    public static let sentences = [
        Sentence(
            "content.spam", en: "The wording resembles spam; most telling: {1}", fr: "La formulation ressemble à du spam ; surtout : {1}",
            es: "La redacción se parece al spam; sobre todo: {1}", ru: "Формулировки похожи на спам; прежде всего: {1}",
            ar: "الصياغة تشبه الرسائل المزعجة؛ أبرزها: {1}", zh: "措辞类似垃圾信息，最明显的是：{1}"),
        Sentence(
            "content.ham", en: "The wording resembles wanted messages; most telling: {1}",
            fr: "La formulation ressemble aux messages souhaités ; surtout : {1}",
            es: "La redacción se parece a mensajes deseados; sobre todo: {1}",
            ru: "Формулировки похожи на желательные сообщения; прежде всего: {1}",
            ar: "الصياغة تشبه الرسائل المرغوبة؛ أبرزها: {1}", zh: "措辞类似正常信息，最明显的是：{1}"),
        Sentence(
            "content.spam-form", en: "The form of the message resembles spam.", fr: "La forme du message ressemble à du spam.",
            es: "La forma del mensaje se parece al spam.", ru: "По форме сообщение похоже на спам.",
            ar: "شكل الرسالة يشبه الرسائل المزعجة.",
            zh: "消息的形式类似垃圾信息。"),
        Sentence(
            "content.ham-form", en: "The form of the message resembles wanted messages.",
            fr: "La forme du message ressemble aux messages souhaités.", es: "La forma del mensaje se parece a mensajes deseados.",
            ru: "По форме сообщение похоже на желательные.", ar: "شكل الرسالة يشبه الرسائل المرغوبة.", zh: "消息的形式类似正常信息。"),
        Sentence(
            "second-opinion.passage", en: "Whatever stands around it, a passage of the message resembles spam; most telling: {1}",
            fr: "Quel que soit ce qui l’entoure, un passage du message ressemble à du spam ; surtout : {1}",
            es: "Sea lo que sea lo que lo rodea, un pasaje del mensaje se parece al spam; sobre todo: {1}",
            ru: "Что бы ни стояло вокруг, один отрывок сообщения похож на спам; прежде всего: {1}",
            ar: "مهما كان ما يحيط به، فإن مقطعًا من الرسالة يشبه الرسائل المزعجة؛ أبرزها: {1}",
            zh: "无论周围写了什么，消息中有一段类似垃圾信息，最明显的是：{1}"),
        Sentence(
            "second-opinion.passage-form", en: "Whatever stands around it, a passage of the message resembles spam.",
            fr: "Quel que soit ce qui l’entoure, un passage du message ressemble à du spam.",
            es: "Sea lo que sea lo que lo rodea, un pasaje del mensaje se parece al spam.",
            ru: "Что бы ни стояло вокруг, один отрывок сообщения похож на спам.",
            ar: "مهما كان ما يحيط به، فإن مقطعًا من الرسالة يشبه الرسائل المزعجة.", zh: "无论周围写了什么，消息中有一段类似垃圾信息。"),
        Sentence(
            "second-opinion.header",
            en: "Without header fields that any sender can write, the message resembles spam more; most telling: {1}",
            fr: "Sans les champs d’en-tête que tout expéditeur peut écrire, le message ressemble davantage à du spam ; surtout : {1}",
            es: "Sin los campos de la cabecera que cualquier remitente puede escribir, el mensaje se parece más al spam; sobre todo: {1}",
            ru: "Без полей заголовка, которые может написать любой отправитель, сообщение больше похоже на спам; прежде всего: {1}",
            ar: "من دون حقول الترويسة التي يمكن لأي مرسل كتابتها، تشبه الرسالة الرسائل المزعجة أكثر؛ أبرزها: {1}",
            zh: "去掉任何发件人都能写的信头字段后，消息更像垃圾信息，最明显的是：{1}"),
        Sentence(
            "second-opinion.header-form", en: "Without header fields that any sender can write, the message resembles spam more.",
            fr: "Sans les champs d’en-tête que tout expéditeur peut écrire, le message ressemble davantage à du spam.",
            es: "Sin los campos de la cabecera que cualquier remitente puede escribir, el mensaje se parece más al spam.",
            ru: "Без полей заголовка, которые может написать любой отправитель, сообщение больше похоже на спам.",
            ar: "من دون حقول الترويسة التي يمكن لأي مرسل كتابتها، تشبه الرسالة الرسائل المزعجة أكثر.",
            zh: "去掉任何发件人都能写的信头字段后，消息更像垃圾信息。"),
    ]

    /// Whether this evidence comes from what a message says, and not from a check.
    public static func gives(_ id: String) -> Bool { id.hasPrefix("content.") || id.hasPrefix("second-opinion.") }

    /// The model's answer on the whole message, and what a second opinion adds where one does, both times a factor; `weights` is storage that
    /// serves from message to message.
    static func evidence(
        of features: borrowing FeatureVector, in reading: borrowing Reading, by model: borrowing ContentModel, factor: Double,
        weights: inout [Float]
    ) -> [Evidence] {
        let trust = ContentExpert.trust(words: reading.wordCount)
        let opinion = model.opinion(on: features.set, weights: &weights)
        let whole = Double(opinion.logOdds)
        let logOdds = factor * ContentExpert.bounded(whole * trust)
        let second = SecondOpinion.opinion(over: Double(opinion.portable), of: features, weights: weights, in: reading, by: model)
        var added: Evidence?
        if let second {
            // The opinion is the portable view's: what was learnt here goes on counting beside it, and as far as it already holds the whole
            // for less than the portable view does, the opinion has been answered.
            let answered = max(0, Double(opinion.portable) - whole)
            let raised = whole + max(0, second.rise - answered) * Double(opinion.portableShare)
            let rise = factor * ContentExpert.bounded(raised * trust) - logOdds
            added = rise < SecondOpinion.noticed ? nil : evidence(of: second, rise, weights, of: features, in: reading)
        }
        model.turnIntoContributions(&weights, of: features.set)
        let first = evidence(logOdds >= 0 ? "content.spam" : "content.ham", logOdds, weights, of: features, in: reading)
        return added.map { [first, $0] } ?? [first]
    }

    /// A second opinion as a reason, with the words of the part that was judged.
    private static func evidence(
        of opinion: SecondOpinion, _ rise: Double, _ weights: [Float], of features: borrowing FeatureVector, in reading: borrowing Reading
    ) -> Evidence {
        let id = opinion.isWithoutClaims ? "second-opinion.header" : "second-opinion.passage"
        return evidence(id, rise, features.masked(weights, to: opinion.window, with: opinion.sums), of: features, in: reading)
    }

    private static func evidence(
        _ id: String, _ weight: Double, _ contributions: [Float], of features: borrowing FeatureVector, in reading: borrowing Reading
    ) -> Evidence {
        let strongest = ContentModel.strongest(of: contributions, towardSpam: weight >= 0, count: 12)
        let words = telling(strongest, of: features, in: reading)
        return Evidence(
            id: words.isEmpty ? id + "-form" : id, layer: .filtering, weight: weight,
            details: words.isEmpty ? [] : [words.joined(separator: ", ")])
    }

    /// The names of the first four features that have one which says something.
    static func telling(_ strongest: [Int], of features: borrowing FeatureVector, in reading: borrowing Reading) -> [String] {
        var names: [String] = []
        for index in strongest {
            guard let name = reading.name(of: features.origins[index]), isTelling(name), !names.contains(name) else { continue }
            names.append(name)
            if names.count == 4 { break }
        }
        return names
    }

    /// Whether a name says something to a person: ideographs do alone, letters of an alphabet not under three.
    private static func isTelling(_ name: String) -> Bool {
        name.utf8.count >= 3 && (beginsWithASCIILetter(name) || name.contains { $0.isLetter })
    }

    private static func beginsWithASCIILetter(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return (first | 0x20) &- 0x61 < 26
    }
}
