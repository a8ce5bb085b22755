internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A sender’s local part that looks drawn by lot.
struct RandomLocalPart: Check {
    let sentence = Sentence(
        "identity.random-local-part",
        en: "The sender’s address looks random: {1}.",
        fr: "L’adresse de l’expéditeur semble aléatoire : {1}.",
        es: "La dirección del remitente parece aleatoria: {1}.",
        ru: "Адрес отправителя похож на случайный: {1}.",
        ar: "يبدو عنوان المرسل عشوائيًا: {1}.",
        zh: "发件人地址像是随机生成：{1}。")
    let weight = 0.7
    let layer = Layer.service
    let needs = Needs.all(.author)

    func finding(in examination: Examination) -> Finding? {
        guard let author = examination.reading.author, author.local.utf8.count >= 8, !examination.reading.has(.listID) else { return nil }
        return RandomName.isLikely(author.local) ? Finding(String(author.address.prefix(60))) : nil
    }
}
