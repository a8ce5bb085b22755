internal import Localization
internal import Messages

/// Sender ID fails for the responsible address of the header, and SPF of the return path says nothing. Historic, and to be observed only:
/// records were never meant for header fields (RFC 4406).
struct ResponsibleFail: AuthenticationSign {
    let sentence = Sentence(
        "authentication.responsible-fail",
        en: "Sender ID fails for {1}; only noted.",
        fr: "Sender ID échoue pour {1} ; simplement noté.",
        es: "Sender ID falla para {1}; solo se anota.",
        ru: "Проверка Sender ID для {1} не пройдена; лишь отмечено.",
        ar: "فشل Sender ID بالنسبة إلى {1}؛ للملاحظة فقط.",
        zh: "{1} 的 Sender ID 未通过；仅作记录。")
    let weight = 0.02
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        guard let responsible = facts.responsible, responsible.result == .fail, facts.sender?.result == SPFResult.none else { return nil }
        return Finding(responsible.domain)
    }
}
