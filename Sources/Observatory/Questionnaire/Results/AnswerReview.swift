internal import CostModel
public import Localization

/// Something about answers that should be asked. It never blocks anything.
public struct AnswerQuery: Sendable, Hashable {
    /// What kind of question it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It differs from the last round by more than half.
        case change
        /// A part is larger than its whole.
        case part
        /// Shares of a whole are more than all of it.
        case sum
        /// It lies outside what was seen elsewhere.
        case band
        /// A figure does not say how it was come by.
        case method
    }

    /// The question's code.
    public let code: String
    /// What kind of question it is.
    public let kind: Kind
    /// What is asked, with its details.
    public let statement: Statement
}

/// Looks through answers for what should be asked about.
public struct AnswerReview: Sendable {
    private let instrument: Instrument
    /// By how much an answer may differ from the last round, as a share, before it is asked why.
    static let usualChange = 0.5

    /// A review of answers to an instrument.
    public init(_ instrument: Instrument) { self.instrument = instrument }

    /// What should be asked of a response, in the order of the questions.
    public func queries(on response: Response, last: Response? = nil) -> [AnswerQuery] {
        let found = changes(response, last) + parts(response) + sums(response) + bands(response) + methods(response)
        let order = Dictionary(instrument.questions.enumerated().map { ($1.code, $0) }) { first, _ in first }
        return found.sorted { (order[$0.code] ?? 0, $0.kind.rawValue) < (order[$1.code] ?? 0, $1.kind.rawValue) }
    }

    private func query(_ code: String, _ kind: AnswerQuery.Kind, _ details: String...) -> AnswerQuery {
        AnswerQuery(
            code: code, kind: kind,
            statement: Statement("questionnaire.query.\(kind.rawValue)", details: ([code] + details).map { .text($0) }))
    }

    private func mid(_ response: Response?, _ code: String) -> Double? { response?.answers[code]?.range?.mid }

    private func changes(_ response: Response, _ last: Response?) -> [AnswerQuery] {
        instrument.questions.compactMap { question in
            guard case .amount = question.kind, let now = mid(response, question.code), let before = mid(last, question.code), before > 0
            else { return nil }
            let change = now / before - 1
            guard change.magnitude > AnswerReview.usualChange else { return nil }
            return query(question.code, .change, AnswerReader.text(before), AnswerReader.text(now), "\(Int((change * 100).rounded()))")
        }
    }

    /// Spam is a part of the messages, and what reached users a part of the spam.
    private func parts(_ response: Response) -> [AnswerQuery] {
        Resolution52.channels.flatMap { channel in
            [("B2", "B1"), ("B3", "B2")].compactMap { part, whole in
                let (part, whole) = ("\(part)_\(channel.code)", "\(whole)_\(channel.code)")
                guard let one = mid(response, part), let all = mid(response, whole), one > all else { return nil }
                return query(part, .part, whole, AnswerReader.text(one), AnswerReader.text(all))
            }
        }
    }

    private func sums(_ response: Response) -> [AnswerQuery] {
        ["C1", "D1", "D3"].compactMap { stem in
            let parts = instrument.questions.filter { $0.code.hasPrefix(stem + "_") }
            let sum = parts.compactMap { mid(response, $0.code) }.reduce(0, +)
            // Roundings of a dozen shares come to a few parts in a hundred.
            guard let first = parts.first, sum > 102 else { return nil }
            return query(first.code, .sum, stem, AnswerReader.text((sum * 10).rounded() / 10))
        }
    }

    private func bands(_ response: Response) -> [AnswerQuery] {
        var found: [AnswerQuery] = []
        // Shares of spam among mail as published since 2005 lie between these (Kaspersky 2025: 45 %; about 90 % in 2009).
        if let spam = mid(response, "B2_email"), let all = mid(response, "B1_email"), all > 0, !(0.1...0.95).contains(spam / all) {
            found.append(query("B2_email", .band, "\(Int((100 * spam / all).rounded())) %", "10 %", "95 %"))
        }
        // What providers spent in a year, from the smallest to the largest (ENISA survey of 2009, in euro of that year).
        for layer in Resolution52.layers {
            let code = "G1_\(layer.code)"
            if let spent = mid(response, code), spent > 0, !(100...1e8).contains(spent) {
                found.append(query(code, .band, AnswerReader.text(spent), "100", "100000000"))
            }
        }
        for (code, low, high) in [("B7", 1.0, 500.0), ("B9", 500, 1e6), ("H2", 0.5, 120), ("H4", 1, 120), ("I7", 0.1, 1000)] {
            if let value = mid(response, code), !(low...high).contains(value) {
                found.append(query(code, .band, AnswerReader.text(value), AnswerReader.text(low), AnswerReader.text(high)))
            }
        }
        return found
    }

    private func methods(_ response: Response) -> [AnswerQuery] {
        instrument.questions.compactMap { question in
            guard case .amount = question.kind, let answer = response.answers[question.code], answer.range != nil, answer.method == nil
            else {
                return nil
            }
            return query(question.code, .method)
        }
    }

    /// What is asked, in six languages.
    public static let sentences = [
        Sentence(
            "questionnaire.query.change", en: "{1}: {2} in the last round, now {3} ({4} %). What is the reason?",
            fr: "{1} : {2} au tour précédent, maintenant {3} ({4} %). Quelle en est la raison ?",
            es: "{1}: {2} en la ronda anterior, ahora {3} ({4} %). ¿Cuál es el motivo?",
            ru: "{1}: в прошлом раунде {2}, теперь {3} ({4} %). В чём причина?",
            ar: "{1}: كانت {2} في الجولة السابقة والآن {3} ({4} %). ما السبب؟",
            zh: "{1}：上一轮为 {2}，现为 {3}（{4} %）。原因是什么？"),
        Sentence(
            "questionnaire.query.part", en: "{1} ({3}) is a part of {2} ({4}) and larger than it. Is one of them another period or unit?",
            fr: "{1} ({3}) est une partie de {2} ({4}) et la dépasse. L'une porte-t-elle sur une autre période ou unité ?",
            es: "{1} ({3}) es parte de {2} ({4}) y es mayor. ¿Se refiere alguna a otro período o unidad?",
            ru: "{1} ({3}) входит в {2} ({4}) и больше него. Не другой ли это период или единица?",
            ar: "{1} ({3}) جزء من {2} ({4}) وأكبر منه. هل تخص إحداهما فترة أو وحدة أخرى؟", zh: "{1}（{3}）是 {2}（{4}）的一部分，却大于它。时段或单位是否不同？"),
        Sentence(
            "questionnaire.query.sum", en: "{1}: the shares of {2} add up to {3} %. Is something counted twice?",
            fr: "{1} : les parts de {2} totalisent {3} %. Y a-t-il un double compte ?",
            es: "{1}: las proporciones de {2} suman {3} %. ¿Hay algo contado dos veces?",
            ru: "{1}: доли {2} составляют в сумме {3} %. Не учтено ли что-то дважды?", ar: "{1}: مجموع حصص {2} هو {3} %. هل حُسب شيء مرتين؟",
            zh: "{1}：{2} 的各占比合计为 {3} %。是否重复计算？"),
        Sentence(
            "questionnaire.query.band", en: "{1}: {2} lies outside {3} to {4}, which is usual elsewhere. Is it right, and why?",
            fr: "{1} : {2} sort de la plage de {3} à {4}, usuelle ailleurs. Est-ce exact, et pourquoi ?",
            es: "{1}: {2} está fuera de {3} a {4}, lo habitual en otros lugares. ¿Es correcto y por qué?",
            ru: "{1}: {2} лежит вне обычного диапазона от {3} до {4}. Верно ли это и почему?",
            ar: "{1}: القيمة {2} خارج المعتاد في غيره، من {3} إلى {4}. هل هي صحيحة ولماذا؟",
            zh: "{1}：{2} 超出其他地方常见的 {3} 至 {4}。是否正确，原因为何？"),
        Sentence(
            "questionnaire.query.method", en: "{1}: it is not said how this was come by. Was it measured, sampled, surveyed or estimated?",
            fr: "{1} : la méthode n'est pas indiquée. Mesure, échantillon, enquête ou estimation ?",
            es: "{1}: no se indica el método. ¿Medición, muestra, encuesta o estimación?",
            ru: "{1}: не сказано, как получено значение: измерение, выборка, опрос или оценка?",
            ar: "{1}: لم تُذكر الطريقة. هل هي قياس أم عينة أم مسح أم تقدير؟",
            zh: "{1}：未说明取得方法。是实测、抽样、调查还是估算？"),
    ]
}
