internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Betting and casinos.
struct GamblingOffer: Check {
    let sentence = Sentence(
        "shape.gambling",
        en: "The text advertises games for money.",
        fr: "Le texte fait la publicité de jeux d’argent.",
        es: "El texto anuncia juegos de azar.",
        ru: "Текст рекламирует азартные игры.",
        ar: "يروّج النص للمقامرة.",
        zh: "文字宣传赌博。")
    let weight = 1.3
    let threat: ThreatClass? = .gambling
    let needs = Needs.phrase(ThemeSet(.gambling))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.gambling] >= 2 || (examination.isShortText && examination.phrases.has(.gambling) && examination.hasLink)
            ? Finding() : nil
    }
}
