internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// Tags that HTML does not know, many of them: noise for filters.
struct BrokenMarkup: Check {
    let sentence = Sentence(
        "html.unknown-tags",
        en: "The markup uses tags that do not exist ({1}).",
        fr: "Le balisage emploie des balises inexistantes ({1}).",
        es: "El marcado usa etiquetas inexistentes ({1}).",
        ru: "В разметке несуществующие теги ({1}).",
        ar: "يستخدم الترميز وسومًا لا وجود لها ({1}).",
        zh: "标记使用了不存在的标签（{1}）。")
    let weight = 0.7
    let needs = Needs.all(.html)

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.pages.reduce(0) { $0 + $1.counts.unknownElements }
        let all = examination.reading.pages.reduce(0) { $0 + $1.counts.elements }
        return count >= 5 && count * 10 > all ? Finding("\(count)") : nil
    }
}
