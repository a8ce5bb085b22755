internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A Message-ID that no mail program writes: without an at sign, or with a right side that is no host (RFC 5322 section 3.6.4).
struct MalformedMessageID: Check {
    let sentence = Sentence(
        "header.malformed-message-id",
        en: "The Message-ID is malformed: {1}.",
        fr: "Le Message-ID est mal formé : {1}.",
        es: "El Message-ID está mal formado: {1}.",
        ru: "Message-ID составлен неверно: {1}.",
        ar: "معرّف Message-ID غير سليم: {1}.",
        zh: "Message-ID 格式错误：{1}。")
    let weight = 0.8

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.has(.messageID) else { return nil }
        let range = reading.header.messageID
        let text = String(decoding: reading.message.bytes[range.range], as: UTF8.self)
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        let isMalformed = sides.count != 2 || sides[0].isEmpty || sides[1].isEmpty || text.contains { $0.isWhitespace }
        return isMalformed ? Finding(String(text.prefix(60))) : nil
    }
}
