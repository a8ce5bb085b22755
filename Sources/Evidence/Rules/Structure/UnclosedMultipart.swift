internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A multipart whose end is missing (RFC 2046 section 5.1.1): cut off, or made by a careless program.
struct UnclosedMultipart: Check {
    let sentence = Sentence(
        "mime.unclosed-multipart",
        en: "A multipart has no end.",
        fr: "Un multipart n’a pas de fin.",
        es: "Un multipart no tiene final.",
        ru: "У составной части нет конца.",
        ar: "جزء متعدد بلا نهاية.",
        zh: "多部分内容没有结尾。")
    let weight = 0.5
    let needs = Needs.all(.defects)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.has(.missingEndBoundary) || examination.reading.has(.boundaryNotFound) ? Finding() : nil
    }
}
