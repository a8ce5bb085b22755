internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A sender’s name that mixes scripts inside a word, as no language does.
struct MixedScriptName: Check {
    let sentence = Sentence(
        "identity.mixed-script-name",
        en: "The sender’s name mixes alphabets inside a word: {1}.",
        fr: "Le nom de l’expéditeur mêle des alphabets dans un mot : {1}.",
        es: "El nombre del remitente mezcla alfabetos en una palabra: {1}.",
        ru: "В имени отправителя смешаны алфавиты внутри слова: {1}.",
        ar: "يخلط اسم المرسل أبجديات داخل الكلمة: {1}.",
        zh: "发件人名称在单词中混用不同文字：{1}。")
    let weight = 1.8
    let layer = Layer.service
    let threat: ThreatClass? = .phishing
    let needs = Needs.all(.author)

    func finding(in examination: Examination) -> Finding? {
        guard let name = examination.reading.author?.displayName, name.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
        return name.split(whereSeparator: { !$0.isLetter }).contains { MixedScripts.areMixed(in: $0) }
            ? Finding(String(name.prefix(60))) : nil
    }
}
