internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Pictures and hardly a word: what it says is hidden from those who read text.
struct PictureOnly: Check {
    let sentence = Sentence(
        "mime.picture-only",
        en: "The message is pictures with hardly a word.",
        fr: "Le message n’est qu’images, presque sans texte.",
        es: "El mensaje son imágenes, casi sin palabras.",
        ru: "В сообщении картинки и почти нет слов.",
        ar: "الرسالة صور تكاد تخلو من الكلمات.",
        zh: "邮件只有图片，几乎没有文字。")
    let weight = 0.9
    let needs = Needs.all([.mail, .html])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.bodyWords.count < 15 else { return nil }
        return reading.pictures > 0 && reading.texts.html > 0 ? Finding() : nil
    }
}
