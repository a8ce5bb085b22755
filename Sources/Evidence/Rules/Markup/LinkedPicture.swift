internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// One picture that is one link, and hardly a word beside it.
struct LinkedPicture: Check {
    let sentence = Sentence(
        "html.linked-picture",
        en: "The message is one picture that leads somewhere.",
        fr: "Le message est une image qui mène quelque part.",
        es: "El mensaje es una imagen que lleva a otro sitio.",
        ru: "Сообщение — картинка-ссылка.",
        ar: "الرسالة صورة تقود إلى مكان ما.",
        zh: "邮件是一张带链接的图片。")
    let weight = 0.9
    let threat: ThreatClass? = .advertising
    let needs = Needs.all([.mail, .html])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.bodyWords.count < 40 else { return nil }
        return reading.pages.contains { $0.links.contains { $0.hasImage && $0.element == .anchor } } ? Finding() : nil
    }
}
