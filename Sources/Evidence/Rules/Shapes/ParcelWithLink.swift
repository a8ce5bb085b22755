internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A parcel that waits, and a link: couriers seldom write so, thieves always.
struct ParcelWithLink: Check {
    let sentence = Sentence(
        "shape.parcel",
        en: "The text speaks of a parcel and wants a link to be opened.",
        fr: "Le texte parle d’un colis et veut faire ouvrir un lien.",
        es: "El texto habla de un paquete y quiere que se abra un enlace.",
        ru: "В тексте речь о посылке и просьба открыть ссылку.",
        ar: "يتحدث النص عن طرد ويريد فتح رابط.",
        zh: "文字提到包裹并要求打开链接。")
    let weight = 1.2
    let threat: ThreatClass? = .phishing
    let needs = Needs.phrase(ThemeSet(.parcel), .links)

    func finding(in examination: Examination) -> Finding? {
        examination.isShortText && examination.phrases.has(.parcel) && examination.hasLink ? Finding() : nil
    }
}
