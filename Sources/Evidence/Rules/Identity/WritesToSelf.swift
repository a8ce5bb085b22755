internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// From and To name the same mailbox: the usual costume of bulk mail to hidden recipients.
struct WritesToSelf: Check {
    let sentence = Sentence(
        "identity.writes-to-self",
        en: "Sender and recipient are the same mailbox.",
        fr: "Expéditeur et destinataire sont la même boîte.",
        es: "Remitente y destinatario son el mismo buzón.",
        ru: "Отправитель и получатель — один и тот же ящик.",
        ar: "المرسل والمستلم صندوق بريد واحد.",
        zh: "发件人和收件人是同一邮箱。")
    let weight = 0.8
    let layer = Layer.service
    let needs = Needs.all(.author)

    func finding(in examination: Examination) -> Finding? {
        let header = examination.reading.header
        guard let author = header.from.first, !author.domain.isEmpty, header.to.count == 1, header.cc.isEmpty,
            let recipient = header.to.first
        else { return nil }
        return author.domain == recipient.domain && author.local.lowercased() == recipient.local.lowercased() ? Finding() : nil
    }
}
