internal import Localization
internal import Messages
internal import Reading
internal import Text

/// A relative with a new number who is in need.
struct FamilyEmergency: Check {
    let sentence = Sentence(
        "shape.family-emergency",
        en: "Somebody claims to be a relative with a new number.",
        fr: "Quelqu’un se dit un proche avec un nouveau numéro.",
        es: "Alguien dice ser un familiar con número nuevo.",
        ru: "Кто-то выдаёт себя за родственника с новым номером.",
        ar: "شخص يدّعي أنه قريب برقم جديد.",
        zh: "有人自称换了号码的亲属。")
    let weight = 1.8
    let threat: ThreatClass? = .scam
    let needs = Needs.phrase(ThemeSet(.family))

    func finding(in examination: Examination) -> Finding? {
        examination.isShortText && examination.phrases[.family] >= 2 ? Finding() : nil
    }
}
