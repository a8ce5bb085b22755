public import Localization

/// Something that is counted in sentences, with its forms beside numbers, after a verb or a preposition.
public struct CountedThing: Sendable {
    /// What it is called among tests.
    public let key: String
    private let forms: [Language: [PluralCategory: String]]

    /// Forms in the order of CLDR: en one, other; fr one, other, many; es one, other, many; ru one, few, many; ar zero, one, two, few,
    /// many, other; zh other. `{1}` is the number.
    init(
        _ key: String, en: (String, String), fr: (String, String), es: (String, String), ru: (String, String, String), ar: [String],
        zh: String
    ) {
        self.key = key
        let arabic = zip([PluralCategory.zero, .one, .two, .few, .many, .other], ar)
        self.forms = [
            .english: [.one: en.0, .other: en.1],
            .french: [.one: fr.0, .other: fr.1, .many: fr.1.replacing("{1} ", with: "{1} de ")],
            .spanish: [.one: es.0, .other: es.1, .many: es.1.replacing("{1} ", with: "{1} de ")],
            .russian: [.one: ru.0, .few: ru.1, .many: ru.2],
            .arabic: Dictionary(uniqueKeysWithValues: Array(arabic)),
            .chinese: [.other: zh],
        ]
    }

    /// The form of a category in a language; that of `other` or `many` where there is none of its own.
    public func form(_ category: PluralCategory, in language: Language) -> String {
        let own = forms[language] ?? [:]
        return own[category] ?? own[.other] ?? own[.many] ?? "{1}"
    }

    /// Messages.
    static let messages = CountedThing(
        "messages", en: ("{1} message", "{1} messages"), fr: ("{1} message", "{1} messages"), es: ("{1} mensaje", "{1} mensajes"),
        ru: ("{1} сообщение", "{1} сообщения", "{1} сообщений"),
        ar: ["{1} رسالة", "رسالة واحدة", "رسالتين", "{1} رسائل", "{1} رسالة", "{1} رسالة"], zh: "{1}条信息")
    /// Reports by people.
    static let reports = CountedThing(
        "reports", en: ("{1} report", "{1} reports"), fr: ("{1} signalement", "{1} signalements"), es: ("{1} denuncia", "{1} denuncias"),
        ru: ("{1} жалоба", "{1} жалобы", "{1} жалоб"),
        ar: ["{1} بلاغ", "بلاغ واحد", "بلاغين", "{1} بلاغات", "{1} بلاغا", "{1} بلاغ"], zh: "{1}件举报")
    /// Operators that contributed.
    static let contributors = CountedThing(
        "contributors", en: ("{1} contributor", "{1} contributors"), fr: ("{1} contributeur", "{1} contributeurs"),
        es: ("{1} contribuyente", "{1} contribuyentes"), ru: ("{1} участник", "{1} участника", "{1} участников"),
        ar: ["{1} مساهم", "مساهم واحد", "مساهمين اثنين", "{1} مساهمين", "{1} مساهما", "{1} مساهم"], zh: "{1}个数据提供方")
    /// Figures that are withheld.
    static let withheld = CountedThing(
        "withheld", en: ("{1} figure", "{1} figures"), fr: ("{1} chiffre", "{1} chiffres"), es: ("{1} cifra", "{1} cifras"),
        ru: ("{1} показатель", "{1} показателя", "{1} показателей"),
        ar: ["{1} رقم", "رقم واحد", "رقمين", "{1} أرقام", "{1} رقما", "{1} رقم"], zh: "{1}个数值")
    /// Different sources.
    static let sources = CountedThing(
        "sources", en: ("{1} source", "{1} sources"), fr: ("{1} source", "{1} sources"), es: ("{1} fuente", "{1} fuentes"),
        ru: ("{1} источник", "{1} источника", "{1} источников"),
        ar: ["{1} مصدر", "مصدر واحد", "مصدرين", "{1} مصادر", "{1} مصدرا", "{1} مصدر"], zh: "{1}个来源")
    /// Campaigns.
    static let campaigns = CountedThing(
        "campaigns", en: ("{1} campaign", "{1} campaigns"), fr: ("{1} campagne", "{1} campagnes"), es: ("{1} campaña", "{1} campañas"),
        ru: ("{1} кампания", "{1} кампании", "{1} кампаний"),
        ar: ["{1} حملة", "حملة واحدة", "حملتين", "{1} حملات", "{1} حملة", "{1} حملة"], zh: "{1}个批次")

    /// Those there are.
    public static let all = [messages, reports, contributors, withheld, sources, campaigns]
}
