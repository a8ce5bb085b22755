internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Lets its readers leave by one click (RFC 8058): bulk mail by a sender who keeps the rules.
struct EasyUnsubscribe: Check {
    let sentence = Sentence(
        "header.easy-unsubscribe",
        en: "The sender lets readers leave the list by one click.",
        fr: "L’expéditeur permet de se désabonner en un clic.",
        es: "El remitente permite darse de baja con un clic.",
        ru: "Отправитель позволяет отписаться одним нажатием.",
        ar: "يتيح المرسل إلغاء الاشتراك بنقرة واحدة.",
        zh: "发件人允许一键退订。")
    let weight = -0.4
    let layer = Layer.service
    let threat: ThreatClass? = .bulk
    let needs = Needs.all([.mail, .listUnsubscribe])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && reading.has(.listUnsubscribe) && reading.has(.listUnsubscribePost) ? Finding() : nil
    }
}
