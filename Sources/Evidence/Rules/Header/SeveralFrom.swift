internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Several From fields: programs disagree on which one is shown and which one is checked (RFC 5322 section 3.6 allows one).
struct SeveralFrom: Check {
    let sentence = Sentence(
        "header.several-from",
        en: "The mail has several From fields ({1}).",
        fr: "Le message a plusieurs champs From ({1}).",
        es: "El mensaje tiene varios campos From ({1}).",
        ru: "В письме несколько полей From ({1}).",
        ar: "في الرسالة عدة حقول From ({1}).",
        zh: "邮件有多个 From 字段（{1}）。")
    let weight = 2.0
    let threat: ThreatClass? = .phishing
    let needs = Needs.all([.mail, .repeatedFields])

    func finding(in examination: Examination) -> Finding? {
        let count = examination.reading.isMail ? examination.reading.count(of: .from) : 0
        return count > 1 ? Finding("\(count)") : nil
    }
}
