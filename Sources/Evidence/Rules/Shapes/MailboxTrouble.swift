internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A full mailbox or an expiring password, and a link.
struct MailboxTrouble: Check {
    let sentence = Sentence(
        "shape.mailbox",
        en: "The text warns of the mailbox or its password and wants a link to be opened.",
        fr: "Le texte alarme sur la boîte ou son mot de passe et veut faire ouvrir un lien.",
        es: "El texto alerta sobre el buzón o su contraseña y quiere que se abra un enlace.",
        ru: "Текст пугает проблемой с ящиком или паролем и просит открыть ссылку.",
        ar: "يحذّر النص من البريد أو كلمة المرور ويريد فتح رابط.",
        zh: "文字警告邮箱或密码有问题并要求打开链接。")
    let weight = 1.5
    let threat: ThreatClass? = .phishing
    let needs = Needs.phrase(ThemeSet(.mailbox), .links)

    func finding(in examination: Examination) -> Finding? {
        examination.phrases.has(.mailbox) && examination.hasLink ? Finding() : nil
    }
}
