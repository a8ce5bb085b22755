internal import Localization
internal import Messages
internal import Reading

/// A web page attached: opened from disk, it escapes what the mail program and the network would stop.
struct PageAttached: Check {
    let sentence = Sentence(
        "attachment.web-page",
        en: "A web page is attached: {1}.",
        fr: "Une page web est jointe : {1}.",
        es: "Hay una página web adjunta: {1}.",
        ru: "Вложена веб-страница: {1}.",
        ar: "مرفقة صفحة ويب: {1}.",
        zh: "附件是网页：{1}。")
    let weight = 1.5
    let threat: ThreatClass? = .phishing
    let needs = Needs.all(.attachments)

    func finding(in examination: Examination) -> Finding? {
        let extensions = PageAttached.extensions
        guard let attachment = examination.reading.attachments.first(where: { extensions.contains($0.fileExtension) && $0.size > 0 }) else {
            return nil
        }
        return Finding(FileNames.shown(attachment.fileName))
    }

    private static let extensions: Set<String> = ["html", "htm", "shtml", "xhtml", "mht", "mhtml", "svg"]
}
