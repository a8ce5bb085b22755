internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// Comments by the hundred, or words broken up by comments: noise for filters.
struct CommentStuffing: Check {
    let sentence = Sentence(
        "html.comment-stuffing",
        en: "The markup is stuffed with comments ({1}).",
        fr: "Le balisage est bourré de commentaires ({1}).",
        es: "El marcado está lleno de comentarios ({1}).",
        ru: "Разметка набита комментариями ({1}).",
        ar: "الترميز محشو بالتعليقات ({1}).",
        zh: "标记中塞满注释（{1}）。")
    let weight = 0.8
    let needs = Needs.all(.html)

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.pages.reduce(0) { $0 + $1.counts.comments }
        return count >= 20 ? Finding("\(count)") : nil
    }
}
