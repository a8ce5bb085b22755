internal import Localization
internal import Messages
internal import Reading
internal import Text

/// Letters under heaps of marks that no language writes.
struct StackedMarks: Check {
    let sentence = Sentence(
        "text.stacked-marks",
        en: "Letters are buried under stacked marks.",
        fr: "Des lettres sont noyées sous des signes empilés.",
        es: "Hay letras cubiertas de signos apilados.",
        ru: "Буквы завалены нагромождением знаков.",
        ar: "حروف مغمورة بعلامات متراكمة.",
        zh: "字母被堆叠的附加符号掩盖。")
    let weight = 1.0
    let needs = Needs.all(.obfuscation)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.folded.signs.stackedMarks >= 3 ? Finding() : nil
    }
}
