// What is said where no service was asked to vouch for a message, in six languages.
public import Localization

extension VouchByReference {
    /// All that is said of it.
    public static let sentences = [
        Sentence(
            "auth.vbr.nobody-trusted", en: "We trust no service to vouch for domains (authentication.vouchers).",
            fr: "Nous ne nous fions à aucun service pour se porter garant de domaines (authentication.vouchers).",
            es: "No confiamos en ningún servicio para avalar dominios (authentication.vouchers).",
            ru: "Мы не доверяем ни одной службе ручаться за домены (authentication.vouchers).",
            ar: "لا نثق بأي خدمة لتزكية النطاقات (authentication.vouchers).",
            zh: "我们不信任任何为域名担保的服务（authentication.vouchers）。"),
        Sentence(
            "auth.vbr.no-claim", en: "No VBR-Info field that can be read says who vouches.",
            fr: "Aucun champ VBR-Info lisible ne dit qui se porte garant.",
            es: "Ningún campo VBR-Info legible dice quién avala.",
            ru: "Ни одно читаемое поле VBR-Info не говорит, кто ручается.",
            ar: "لا يوجد حقل VBR-Info مقروء يذكر من يزكّي.",
            zh: "没有可读的 VBR-Info 字段说明由谁担保。"),
    ]
}
