internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A refund or a fine that needs a click.
struct TaxOrToll: Check {
    let sentence = Sentence(
        "shape.tax-or-toll",
        en: "The text speaks of a tax, fine or toll and wants a link to be opened.",
        fr: "Le texte parle d’un impôt, d’une amende ou d’un péage et veut faire ouvrir un lien.",
        es: "El texto habla de un impuesto, multa o peaje y quiere que se abra un enlace.",
        ru: "Текст о налоге, штрафе или дорожном сборе с просьбой открыть ссылку.",
        ar: "يتحدث النص عن ضريبة أو غرامة ويريد فتح رابط.",
        zh: "文字提到税款、罚款或通行费并要求打开链接。")
    let weight = 1.2
    let threat: ThreatClass? = .phishing
    let needs = Needs.phrase(ThemeSet(.tax, .toll), .links)

    func finding(in examination: Examination) -> Finding? {
        examination.isShortText && examination.phrases.hasAny(.tax, .toll) && examination.hasLink ? Finding() : nil
    }
}
