internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Plain ASCII text in base64: nobody needs that but who hides words from simple filters.
struct NeedlessBase64: Check {
    let sentence = Sentence(
        "mime.needless-base64",
        en: "Plain text is wrapped in base64 for no reason.",
        fr: "Du texte simple est codé en base64 sans raison.",
        es: "Texto sencillo codificado en base64 sin motivo.",
        ru: "Простой текст без нужды закодирован в base64.",
        ar: "نص عادي مُرمّز بـ base64 بلا سبب.",
        zh: "纯文本被无故编码为 base64。")
    let weight = 0.6
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.texts.base64Bytes > 64, reading.texts.base64Bytes * 2 > reading.visible.count else { return nil }
        return reading.visible.allSatisfy { $0 < 0x80 } ? Finding() : nil
    }
}
