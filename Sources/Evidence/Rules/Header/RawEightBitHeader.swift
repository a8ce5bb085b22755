internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Bytes above ASCII in the header that are not UTF-8: no program that knows MIME writes them (RFC 2047, RFC 6532).
struct RawEightBitHeader: Check {
    let sentence = Sentence(
        "header.raw-8-bit",
        en: "The header holds raw bytes of an unknown charset.",
        fr: "L’en-tête contient des octets bruts d’un jeu de caractères inconnu.",
        es: "La cabecera contiene bytes sin codificar de un juego de caracteres desconocido.",
        ru: "В заголовке сырые байты неизвестной кодировки.",
        ar: "تحوي الترويسة بايتات خامًا بترميز مجهول.",
        zh: "邮件头含有未知字符集的原始字节。")
    let weight = 0.7
    let needs = Needs.all(.defects)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.has(.eightBitHeader) ? Finding() : nil
    }
}
