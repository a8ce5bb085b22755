internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Lines in the header that are no fields (RFC 5322 section 2.2).
struct MalformedHeader: Check {
    let sentence = Sentence(
        "header.malformed",
        en: "The header holds lines that are no fields.",
        fr: "L’en-tête contient des lignes qui ne sont pas des champs.",
        es: "La cabecera contiene líneas que no son campos.",
        ru: "В заголовке есть строки, не являющиеся полями.",
        ar: "تحوي الترويسة أسطرًا ليست حقولًا.",
        zh: "邮件头中有不是字段的行。")
    let weight = 0.7
    let needs = Needs.all(.defects)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.has(.malformedHeaderLine) || examination.reading.has(.emptyHeaderName) ? Finding() : nil
    }
}
