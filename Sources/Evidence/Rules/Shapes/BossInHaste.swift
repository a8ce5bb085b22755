internal import Localization
internal import Messages
internal import Reading
internal import Text

/// An order from the boss: quickly, in confidence, and money or cards.
struct BossInHaste: Check {
    let sentence = Sentence(
        "shape.boss",
        en: "The text gives an order in the boss’s name, in haste.",
        fr: "Le texte donne un ordre au nom du chef, dans l’urgence.",
        es: "El texto da una orden en nombre del jefe, con prisa.",
        ru: "Текст торопливо приказывает от имени начальника.",
        ar: "يأمر النص باسم المدير وعلى عجل.",
        zh: "文字以上司名义紧急下令。")
    let weight = 1.4
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.boss))

    func finding(in examination: Examination) -> Finding? {
        examination.phrases[.boss] >= 2 && !examination.hasLink ? Finding() : nil
    }
}
