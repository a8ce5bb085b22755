internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Haste, a call to act, and selling words together.
struct MoneyAndHaste: Check {
    let sentence = Sentence(
        "text.hasty-offer",
        en: "The text sells and hurries its reader.",
        fr: "Le texte vend et presse son lecteur.",
        es: "El texto vende y apremia al lector.",
        ru: "Текст продаёт и торопит читателя.",
        ar: "يبيع النص ويستعجل قارئه.",
        zh: "文字在推销并催促读者。")
    let weight = 0.7
    let threat: ThreatClass? = .advertising
    let needs = Needs.phrase(ThemeSet(.urgency), .links)

    func finding(in examination: Examination) -> Finding? {
        let phrases = examination.phrases
        return phrases.has(.urgency) && phrases[.selling] >= 2 && examination.hasLink ? Finding() : nil
    }
}
