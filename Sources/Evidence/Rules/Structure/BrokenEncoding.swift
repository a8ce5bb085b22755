internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Text whose transfer encoding is broken (RFC 2045 section 6).
struct BrokenEncoding: Check {
    let sentence = Sentence(
        "mime.broken-encoding",
        en: "The text’s transfer encoding is broken.",
        fr: "L’encodage de transfert du texte est défectueux.",
        es: "La codificación de transferencia del texto está dañada.",
        ru: "Транспортная кодировка текста нарушена.",
        ar: "ترميز نقل النص معطوب.",
        zh: "正文的传输编码已损坏。")
    let weight = 0.5
    let needs = Needs.all([.mail, .defects])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        return reading.isMail && (reading.has(.base64Junk) || reading.has(.base64Truncated) || reading.has(.quotedPrintableEscape))
            ? Finding() : nil
    }
}
