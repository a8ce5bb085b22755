internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// Text spelt out in character references where letters would do.
struct ReferencesForLetters: Check {
    let sentence = Sentence(
        "html.spelt-references",
        en: "The text is spelt out in character references ({1}).",
        fr: "Le texte est écrit en références de caractères ({1}).",
        es: "El texto está escrito con referencias de caracteres ({1}).",
        ru: "Текст записан кодами символов ({1}).",
        ar: "النص مكتوب بإحالات محارف ({1}).",
        zh: "文字以字符引用拼写（{1}）。")
    let weight = 0.8
    let needs = Needs.all(.html)

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.pages.reduce(0) { $0 + $1.counts.references }
        guard count >= 40 else { return nil }
        let letters = examination.reading.visible.count { ($0 | 0x20) &- 0x61 < 26 }
        return count * 3 > letters && letters * 2 > examination.reading.visible.count ? Finding("\(count)") : nil
    }
}
