internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A subject that begins as a reply or forward does, in a mail that answers nothing (RFC 5322 section 3.6.5).
struct PretendedReply: Check {
    let sentence = Sentence(
        "header.pretended-reply",
        en: "The subject pretends to answer an earlier mail.",
        fr: "L’objet prétend répondre à un message antérieur.",
        es: "El asunto finge responder a un mensaje anterior.",
        ru: "Тема выдаёт письмо за ответ.",
        ar: "يتظاهر الموضوع بأنه رد على رسالة سابقة.",
        zh: "主题假装是对先前邮件的回复。")
    let weight = 0.6
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, !reading.has(.inReplyTo), !reading.has(.references), !reading.has(.threadIndex), !reading.has(.listID) else {
            return nil
        }
        guard let first = reading.subject.first, PretendedReply.initials.contains(first) else { return nil }
        // Two ideographs and a wide colon take nine bytes.
        let start = String(decoding: reading.subject.prefix(9), as: UTF8.self).lowercased()
        return PretendedReply.marks.contains { start.hasPrefix($0) } ? Finding() : nil
    }

    private static let marks = ["re:", "re :", "aw:", "sv:", "回复:", "回复：", "答复:", "答复："]
    /// The first bytes of the marks, as capitals too.
    private static let initials: [UInt8] = Array("rRaAsS".utf8) + [0xE5, 0xE7]
}
