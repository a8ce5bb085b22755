internal import Localization
internal import Messages
internal import Reading

/// An archive that would swell beyond reason.
struct ArchiveBomb: Check {
    let sentence = Sentence(
        "attachment.archive-bomb",
        en: "An archive would swell beyond reason: {1}.",
        fr: "Une archive gonflerait démesurément : {1}.",
        es: "Un archivo comprimido crecería sin medida: {1}.",
        ru: "Архив раздулся бы сверх меры: {1}.",
        ar: "أرشيف يتضخم بلا حد: {1}.",
        zh: "压缩包解压后会异常膨胀：{1}。")
    let weight = 2.0
    let threat: ThreatClass? = .malware
    let needs = Needs.all(.archives)

    func finding(in examination: Examination) -> Finding? {
        guard let attachment = examination.reading.attachments.first(where: { $0.swellsBeyondReason }) else { return nil }
        return Finding(FileNames.shown(attachment.fileName))
    }
}
