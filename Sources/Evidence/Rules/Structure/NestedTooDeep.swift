internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Parts inside parts beyond what anyone writes: made to tire or to blind a filter.
struct NestedTooDeep: Check {
    let sentence = Sentence(
        "mime.nested-too-deep",
        en: "Parts lie inside parts beyond every use.",
        fr: "Les parties sont imbriquées au-delà de tout usage.",
        es: "Hay partes dentro de partes más allá de todo uso.",
        ru: "Вложенность частей превышает всякую меру.",
        ar: "أجزاء متداخلة بعمق لا مبرر له.",
        zh: "部分嵌套层数超出常理。")
    let weight = 1.5
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.defects)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.has(.nestingTooDeep) || examination.reading.has(.tooManyParts) ? Finding() : nil
    }
}
