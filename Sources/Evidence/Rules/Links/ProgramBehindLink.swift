internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A link to a file that runs.
struct ProgramBehindLink: Check {
    let sentence = Sentence(
        "link.program",
        en: "A link opens a program: {1}.",
        fr: "Un lien ouvre un programme : {1}.",
        es: "Un enlace abre un programa: {1}.",
        ru: "Ссылка открывает программу: {1}.",
        ar: "رابط يفتح برنامجًا: {1}.",
        zh: "链接会打开程序：{1}。")
    let weight = 1.4
    let threat: ThreatClass? = .malware
    let needs = Needs.link(.executable)

    func finding(in examination: Examination) -> Finding? {
        guard let link = examination.firstLink(where: { $0.signs.contains(.executable) }) else { return nil }
        return Finding(examination.host(of: link))
    }
}
