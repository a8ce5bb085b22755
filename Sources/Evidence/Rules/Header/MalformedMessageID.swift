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
    let needs = Needs.all(.mail)

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail, reading.has(.messageID) else { return nil }
        let id = reading.header.messageID.range
        guard MalformedMessageID.isMalformed(reading.message.bytes[id]) else { return nil }
        return Finding(String(decoding: reading.message.bytes[id].prefix(60), as: UTF8.self))
    }

    /// Whether an id is anything but two sides without blanks around one at sign.
    private static func isMalformed(_ id: ArraySlice<UInt8>) -> Bool {
        guard let at = id.firstIndex(of: 0x40), at > id.startIndex, at + 1 < id.endIndex else { return true }
        return id[(at + 1)...].contains(0x40) || id.contains { $0 <= 0x20 }
    }
}
