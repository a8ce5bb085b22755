internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Sent by a script on a web server: the usual way of hijacked sites.
struct SentByScript: Check {
    let sentence = Sentence(
        "header.sent-by-script",
        en: "The mail was sent by a script on a web server: {1}.",
        fr: "Le message a été envoyé par un script d’un serveur web : {1}.",
        es: "El mensaje fue enviado por un script de un servidor web: {1}.",
        ru: "Письмо отправлено сценарием веб-сервера: {1}.",
        ar: "أُرسلت الرسالة بنص برمجي على خادم ويب: {1}.",
        zh: "邮件由网站服务器上的脚本发送：{1}。")
    let weight = 0.8
    let layer = Layer.equipment
    let needs = Needs.all([.mail, .script])

    func finding(in examination: Examination) -> Finding? {
        guard examination.reading.isMail, let script = examination.reading.value(of: .xPHPOriginatingScript) else { return nil }
        return Finding(String(script.prefix(60)))
    }
}
