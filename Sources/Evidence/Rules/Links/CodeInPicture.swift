internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A picture whose code opens a link: it leads from the screen that is guarded to the telephone that is not.
struct CodeInPicture: Check {
    let sentence = Sentence(
        "link.code-in-picture",
        en: "A picture’s code opens {1}.",
        fr: "Le code d’une image ouvre {1}.",
        es: "El código de una imagen abre {1}.",
        ru: "Код на картинке открывает {1}.",
        ar: "رمز في صورة يفتح {1}.",
        zh: "图片中的二维码打开 {1}。")
    let weight = 1.0
    let threat: ThreatClass? = .phishing
    let needs = Needs.all(.codes)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.origin == .qrCode }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
