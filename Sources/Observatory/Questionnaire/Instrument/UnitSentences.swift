public import Localization

/// What amounts are counted in, for people. `¤` stands for the respondent's currency.
public enum UnitSentences {
    private static let catalogue = Catalogue(all)

    /// A unit in a language.
    public static func text(_ unit: String, in language: Language) -> String { catalogue["unit.\(unit)"]?[language] ?? unit }

    private static func unit(_ unit: String, _ en: String, _ fr: String, _ es: String, _ ru: String, _ ar: String, _ zh: String) -> Sentence
    {
        Sentence("unit.\(unit)", en: en, fr: fr, es: es, ru: ru, ar: ar, zh: zh)
    }

    /// All of them.
    public static let all = [
        unit("messages", "messages", "messages", "mensajes", "сообщений", "رسائل", "条"),
        unit("reports", "reports", "signalements", "avisos", "обращений", "بلاغات", "份"),
        unit(
            "full-time-people", "full-time people", "équivalents temps plein", "personas a tiempo completo", "полных ставок", "متفرغون",
            "全职人数"),
        unit("cases", "cases", "affaires", "casos", "дел", "قضايا", "件"),
        unit("sanctions", "sanctions", "sanctions", "sanciones", "санкций", "عقوبات", "项"),
        unit("requests", "requests", "demandes", "solicitudes", "запросов", "طلبات", "次请求"),
        unit("days", "days", "jours", "días", "дней", "أيام", "天"),
        unit("campaigns", "campaigns", "campagnes", "campañas", "кампаний", "حملات", "次活动"),
        unit("people", "people", "personnes", "personas", "человек", "أشخاص", "人"),
        unit("mailboxes", "mailboxes", "boîtes aux lettres", "buzones", "почтовых ящиков", "صناديق بريد", "个邮箱"),
        unit(
            "messages/mailbox-day", "messages per mailbox and day", "messages par boîte et par jour", "mensajes por buzón y día",
            "сообщений на ящик в день", "رسائل لكل صندوق في اليوم", "条/邮箱·日"),
        unit("bytes", "bytes", "octets", "bytes por mensaje", "байт", "بايت", "字节"),
        unit("subscribers", "subscribers", "abonnés", "abonados", "абонентов", "مشتركون", "个用户"),
        unit("machines/year", "machines a year", "machines par an", "máquinas al año", "машин в год", "أجهزة في السنة", "台/年"),
        unit("calls/year", "calls a year", "appels par an", "llamadas al año", "звонков в год", "مكالمات في السنة", "次通话/年"),
        unit("reports/year", "reports a year", "signalements par an", "avisos al año", "обращений в год", "بلاغات في السنة", "份/年"),
        unit("minutes", "minutes", "minutes", "minutos", "минут", "دقائق", "分钟"),
        unit("seconds", "seconds", "secondes", "segundos", "секунд", "ثوان", "秒"),
        unit("%/year", "% a year", "% par an", "% al año", "% в год", "% في السنة", "%/年"),
        unit("¤/year", "¤ a year", "¤ par an", "¤ al año", "¤ в год", "¤ في السنة", "¤/年"),
        unit("¤/server", "¤ a server", "¤ par serveur", "¤ por servidor", "¤ за сервер", "¤ للخادم", "¤/服务器"),
        unit(
            "¤/Mbit/s-month", "¤ a Mbit/s and month", "¤ par Mbit/s et par mois", "¤ por Mbit/s y mes", "¤ за Мбит/с в месяц",
            "¤ لكل ميغابت/ثانية في الشهر", "¤/Mbit/s·月"),
        unit(
            "¤/GB-month", "¤ a GB and month", "¤ par Go et par mois", "¤ por GB y mes", "¤ за ГБ в месяц", "¤ لكل غيغابايت في الشهر",
            "¤/GB·月"),
        unit("¤/kWh", "¤ a kWh", "¤ par kWh", "¤ por kWh", "¤ за кВт·ч", "¤ لكل كيلوواط ساعة", "¤/千瓦时"),
        unit(
            "¤/person-year", "¤ a person and year", "¤ par personne et par an", "¤ por persona y año", "¤ на человека в год",
            "¤ للشخص في السنة", "¤/人·年"),
        unit("¤/victim", "¤ a victim", "¤ par victime", "¤ por víctima", "¤ на жертву", "¤ للضحية", "¤/受害者"),
    ]
}
