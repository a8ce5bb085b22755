public import Localization
public import Messages

/// What it says of a call how the caller behaves.
public struct CallerSign: Sendable {
    /// What is said to a person. Its key is the sign's id.
    public let sentence: Sentence
    /// The log-odds of spam that it adds.
    public let weight: Double

    /// The sign's stable code: `caller.in-sequence`.
    public var id: String { sentence.key }
}

/// The signs that are made of how callers behave.
public enum CallerSignBook {
    /// The sentences of all signs, for the catalogue.
    public static var sentences: [Sentence] { CallerSign.all.map(\.sentence) }

    /// From how many numbers in an hour on somebody calls too many.
    static let manyCallees = 60
    /// From how many calls on shares of them say something.
    static let enough = 20
    /// From how many numbers close to the one before on somebody dials through a range.
    static let manyInSequence = 10

    /// The evidence in what a caller did. Shares speak where there are enough calls to have one.
    public static func evidence(in conduct: CallerConduct) -> [Evidence] {
        var evidence: [Evidence] = []
        func add(_ sign: CallerSign, strength: Double = 1, _ details: Int...) {
            evidence.append(
                Evidence(id: sign.id, layer: .network, weight: sign.weight * min(2, strength), details: details.map(String.init)))
        }
        if conduct.callees >= manyCallees { add(.manyCallees, strength: Double(conduct.callees) / Double(manyCallees), conduct.callees) }
        if conduct.inSequence >= manyInSequence { add(.inSequence, conduct.inSequence) }
        if conduct.ended >= enough, conduct.answered * 4 < conduct.ended { add(.unanswered, conduct.ended, conduct.answered) }
        if conduct.answered >= enough, conduct.short * 5 >= conduct.answered * 3 { add(.shortTalks, conduct.answered, conduct.short) }
        return evidence
    }
}

extension CallerSign {
    static let all = [manyCallees, inSequence, unanswered, shortTalks]

    static let manyCallees = CallerSign(
        sentence: Sentence(
            "caller.many-callees",
            en: "The caller called many numbers within an hour: about {1}.",
            fr: "L’appelant a appelé beaucoup de numéros en une heure : environ {1}.",
            es: "El llamante llamó a muchos números en una hora: unos {1}.",
            ru: "Звонящий за час набрал много номеров: около {1}.",
            ar: "اتصل المتصل بأرقام كثيرة خلال ساعة: نحو {1}.",
            zh: "呼叫者一小时内拨打了很多号码：约 {1} 个。"),
        weight: 1.0)
    static let inSequence = CallerSign(
        sentence: Sentence(
            "caller.in-sequence",
            en: "The caller dials through a range; calls within an hour to a number close to the one before: {1}.",
            fr: "L’appelant parcourt une plage de numéros ; appels en une heure à un numéro proche du précédent : {1}.",
            es: "El llamante recorre una serie de números; llamadas en una hora a un número cercano al anterior: {1}.",
            ru: "Звонящий перебирает номера подряд; звонков за час на номер рядом с предыдущим: {1}.",
            ar: "يتصل المتصل بأرقام متتالية؛ المكالمات خلال ساعة إلى رقم قريب من سابقه: {1}.",
            zh: "呼叫者按号段依次拨打；一小时内拨打与前一号码相近的号码次数：{1}。"),
        weight: 1.5)
    static let unanswered = CallerSign(
        sentence: Sentence(
            "caller.unanswered",
            en: "Few answer this caller; calls within an hour: {1}, answered: {2}.",
            fr: "Peu répondent à cet appelant ; appels en une heure : {1}, dont décrochés : {2}.",
            es: "Pocos contestan a este llamante; llamadas en una hora: {1}, contestadas: {2}.",
            ru: "Этому звонящему мало кто отвечает; звонков за час: {1}, с ответом: {2}.",
            ar: "قليلون يجيبون هذا المتصل؛ المكالمات خلال ساعة: {1}، المجابة: {2}.",
            zh: "很少有人接听此呼叫者；一小时内呼叫：{1}，接听：{2}。"),
        weight: 0.6)
    static let shortTalks = CallerSign(
        sentence: Sentence(
            "caller.short-talks",
            en: "Those who answer this caller soon hang up; answered within an hour: {1}, over within ten seconds: {2}.",
            fr: "Ceux qui répondent à cet appelant raccrochent vite ; décrochés en une heure : {1}, finis en dix secondes : {2}.",
            es: "Quienes contestan a este llamante cuelgan pronto; contestadas en una hora: {1}, terminadas en diez segundos: {2}.",
            ru: "Ответившие этому звонящему быстро кладут трубку; отвечено за час: {1}, закончено за десять секунд: {2}.",
            ar: "من يجيبون هذا المتصل يغلقون سريعا؛ المجابة خلال ساعة: {1}، المنتهية خلال عشر ثوان: {2}.",
            zh: "接听此呼叫者的人很快挂断；一小时内接听：{1}，十秒内结束：{2}。"),
        weight: 0.8)
}
