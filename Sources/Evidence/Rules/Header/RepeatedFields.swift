internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A field that may occur once occurs again (RFC 5322 section 3.6).
struct RepeatedFields: Check {
    let sentence = Sentence(
        "header.repeated-fields",
        en: "Fields that may occur once are repeated: {1}.",
        fr: "Des champs qui ne peuvent figurer qu’une fois sont répétés : {1}.",
        es: "Se repiten campos que solo pueden aparecer una vez: {1}.",
        ru: "Повторяются поля, допустимые один раз: {1}.",
        ar: "حقول يجب أن ترد مرة واحدة تتكرر: {1}.",
        zh: "只能出现一次的字段重复出现：{1}。")
    let weight = 0.8
    let needs = Needs.all([.mail, .repeatedFields])

    func finding(in examination: Examination) -> Finding? {
        let reading = examination.reading
        guard reading.isMail else { return nil }
        let repeated = [HeaderName.subject, .date, .to, .messageID, .replyTo, .sender].filter { reading.count(of: $0) > 1 }
        return repeated.isEmpty ? nil : Finding(repeated.map(\.rawValue).joined(separator: ", "))
    }
}
