internal import HTML
internal import Localization
internal import Messages
internal import Reading

/// A page that sends its reader elsewhere at once.
struct InstantRefresh: Check {
    let sentence = Sentence(
        "html.refresh",
        en: "The message sends its reader to another page by itself.",
        fr: "Le message redirige de lui-même vers une autre page.",
        es: "El mensaje redirige por sí mismo a otra página.",
        ru: "Сообщение само перенаправляет на другую страницу.",
        ar: "تحوّل الرسالة قارئها تلقائيًا إلى صفحة أخرى.",
        zh: "邮件会自动跳转到其他页面。")
    let weight = 1.5
    let threat: ThreatClass? = .phishing
    let needs = Needs.all(.html)

    func finding(in examination: Examination) -> Finding? {
        examination.reading.pages.contains { $0.links.contains { $0.element == .refresh } } ? Finding() : nil
    }
}
