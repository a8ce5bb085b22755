internal import Localization
internal import Messages
internal import Reading

/// An archive that cannot be looked into, beside a text that gives its password or none.
struct LockedArchive: Check {
    let sentence = Sentence(
        "attachment.locked-archive",
        en: "An archive is locked by a password: {1}.",
        fr: "Une archive est protégée par mot de passe : {1}.",
        es: "Un archivo comprimido tiene contraseña: {1}.",
        ru: "Архив закрыт паролем: {1}.",
        ar: "أرشيف مقفل بكلمة مرور: {1}.",
        zh: "压缩包有密码：{1}。")
    let weight = 1.0
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.archives)

    func finding(in examination: Examination) -> Finding? {
        guard let attachment = examination.reading.attachments.first(where: { $0.isLocked }) else { return nil }
        return Finding(FileNames.shown(attachment.fileName))
    }
}
