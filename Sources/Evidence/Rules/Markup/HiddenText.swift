internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// Text that no reader sees, much of it beside what is shown: bait for filters.
struct HiddenText: Check {
    let sentence = Sentence(
        "html.hidden-text",
        en: "Text no reader sees: {1} bytes beside {2} that are shown.",
        fr: "Texte invisible au lecteur : {1} octets à côté de {2} affichés.",
        es: "Texto que nadie ve: {1} bytes junto a {2} visibles.",
        ru: "Невидимый читателю текст: {1} байт рядом с {2} видимыми.",
        ar: "نص لا يراه القارئ: {1} بايت مقابل {2} ظاهرة.",
        zh: "读者看不到的文字：{1} 字节，可见 {2} 字节。")
    let weight = 1.2
    let needs = Needs.all(.html)

    func finding(in examination: Examination) -> Finding? {
        let pages = examination.reading.pages
        let hidden = pages.reduce(0) { $0 + $1.hiddenBytes }
        let visible = pages.reduce(0) { $0 + $1.visible.count }
        guard hidden >= 250, hidden * 3 > visible else { return nil }
        return Finding("\(hidden)", "\(visible)", strength: hidden > visible ? 1.4 : 1)
    }
}
