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
    ]

    /// The model's answer times a factor; `contributions` is storage that serves from message to message.
    static func evidence(
        of features: borrowing FeatureVector, in reading: borrowing Reading, by model: borrowing ContentModel, factor: Double,
        contributions: inout [Float]
    ) -> Evidence {
        let score = Double(model.logOdds(of: features.set, contributions: &contributions))
        let logOdds = factor * ContentExpert.bounded(score * ContentExpert.trust(words: reading.wordCount))
        let strongest = ContentModel.strongest(of: contributions, towardSpam: logOdds >= 0, count: 12)
        let words = telling(strongest, of: features, in: reading)
        let id = logOdds >= 0 ? "content.spam" : "content.ham"
        return Evidence(
            id: words.isEmpty ? id + "-form" : id, layer: .filtering, weight: logOdds,
            details: words.isEmpty ? [] : [words.joined(separator: ", ")])
    }

    /// The names of the first four features that have one which says something.
    private static func telling(_ strongest: [Int], of features: borrowing FeatureVector, in reading: borrowing Reading) -> [String] {
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
