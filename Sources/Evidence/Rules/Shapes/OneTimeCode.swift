internal import Links
internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A code that a service sends on request: a short text, a few digits beside the word for them, and nothing to follow, call or buy.
///
/// Words alone do not earn this: anybody can write "do not share" under an offer.
struct OneTimeCode: Check {
    let sentence = Sentence(
        "shape.one-time-code",
        en: "The text is a one-time code, with nothing to open or to call.",
        fr: "Le texte est un code à usage unique, sans rien à ouvrir ni à appeler.",
        es: "El texto es un código de un solo uso, sin nada que abrir ni llamar.",
        ru: "Текст — одноразовый код; открывать или звонить не просят.",
        ar: "النص رمز لمرة واحدة، وليس فيه ما يُفتح أو يُتصل به.",
        zh: "文字为一次性验证码，没有要打开的链接或要拨打的电话。")
    let weight = -1.6
    let needs = Needs.phrase(ThemeSet(.oneTimeCode))

    /// The longest text, in words.
    private static let longestText = 40

    func finding(in examination: Examination) -> Finding? {
        let phrases = examination.phrases
        guard phrases.has(.oneTimeCode), examination.reading.wordCount <= Self.longestText, !examination.hasLink else { return nil }
        // A number to call is one here even where its shape alone is a weak sign.
        guard examination.reading.contacts.contacts.isEmpty else { return nil }
        guard
            !phrases.hasAny(.codeRequest, .prize, .loan, .job, .investment, .gambling, .adult, .pharmacy, .selling, .otherChannel, .follow)
        else { return nil }
        return CodeBesideWord.isIn(examination.reading.flat.span) ? Finding() : nil
    }
}
