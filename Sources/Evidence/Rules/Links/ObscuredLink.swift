internal import Links
internal import Localization
internal import Messages
internal import Reading

/// A link written so that programs do not see it.
struct ObscuredLink: Check {
    let sentence = Sentence(
        "link.obscured",
        en: "A link is written so that programs overlook it: {1}.",
        fr: "Un lien est écrit pour échapper aux programmes : {1}.",
        es: "Un enlace está escrito para eludir los programas: {1}.",
        ru: "Ссылка записана так, чтобы программы её не видели: {1}.",
        ar: "رابط مكتوب ليفلت من البرامج: {1}.",
        zh: "链接的写法意在躲避程序：{1}。")
    let weight = 1.0
    let needs = Needs.all(.disguisedLinks)

    func finding(in examination: Examination) -> Finding? {
        guard
            let link = examination.firstLink(where: {
                !$0.disguise.isDisjoint(with: [.spelledDot, .invisible, .encodedHost, .oddSlashes, .unicodeDot])
            })
        else { return nil }
        return Finding(examination.host(of: link))
    }
}
