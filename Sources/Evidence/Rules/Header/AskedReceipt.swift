internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Asks every reader for a receipt: tells the sender which addresses live.
struct AskedReceipt: Check {
    let sentence = Sentence(
        "header.asked-receipt",
        en: "The mail asks for a receipt when it is read.",
        fr: "Le message demande un accusé de lecture.",
        es: "El mensaje pide acuse de lectura.",
        ru: "Письмо запрашивает уведомление о прочтении.",
        ar: "تطلب الرسالة إشعارًا بالقراءة.",
        zh: "邮件要求阅读回执。")
    let weight = 0.3
    let needs = Needs.all([.mail, .receiptRequest])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && (reading.has(.dispositionNotificationTo) || reading.has(.returnReceiptTo)) ? Finding() : nil
    }
}
