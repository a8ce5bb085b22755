internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Nobody is named as recipient: the mail went to people it does not show.
struct NoRecipient: Check {
    let sentence = Sentence(
        "header.no-recipient",
        en: "No recipient is named.",
        fr: "Aucun destinataire n’est nommé.",
        es: "No se nombra a ningún destinatario.",
        ru: "Получатель не указан.",
        ar: "لم يُذكر أي مستلم.",
        zh: "没有写明任何收件人。")
    let weight = 0.5
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail else { return nil }
        let isNamed = reading.header.to.contains { !$0.domain.isEmpty } || reading.header.cc.contains { !$0.domain.isEmpty }
        return isNamed || reading.has(.listID) ? nil : Finding()
    }
}
