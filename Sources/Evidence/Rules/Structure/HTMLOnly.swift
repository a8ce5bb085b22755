internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// HTML without a plain twin: bulk programs leave it out, mail programs write both.
struct HTMLOnly: Check {
    let sentence = Sentence(
        "mime.html-only",
        en: "The mail has HTML and no plain text.",
        fr: "Le message est en HTML sans texte brut.",
        es: "El mensaje tiene HTML y no texto sin formato.",
        ru: "В письме только HTML без простого текста.",
        ar: "الرسالة بصيغة HTML دون نص عادي.",
        zh: "邮件只有 HTML，没有纯文本。")
    let weight = 0.4
    let needs = Needs.all([.mail, .html])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && reading.texts.html > 0 && reading.texts.plain == 0 ? Finding() : nil
    }
}
