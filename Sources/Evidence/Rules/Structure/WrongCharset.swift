internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Text that is not in the charset its label names.
struct WrongCharset: Check {
    let sentence = Sentence(
        "mime.wrong-charset",
        en: "The text is not in the charset that its label names.",
        fr: "Le texte n’est pas dans le jeu de caractères annoncé.",
        es: "El texto no está en el juego de caracteres anunciado.",
        ru: "Текст не в той кодировке, что указана.",
        ar: "النص ليس بالترميز المعلن.",
        zh: "正文与所标注的字符集不符。")
    let weight = 0.4

    func finding(in examination: Examination) -> Finding? {
        examination.reading.texts.hadWrongCharset ? Finding() : nil
    }
}
