internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// The first station gave a bare address for its name: a home computer or a program that is no mail server.
struct NamelessClient: Check {
    let sentence = Sentence(
        "route.nameless-client",
        en: "The sending machine gave no proper name of itself: {1}.",
        fr: "La machine émettrice n’a pas donné de vrai nom : {1}.",
        es: "La máquina emisora no dio un nombre propio: {1}.",
        ru: "Отправляющая машина не назвала себя как следует: {1}.",
        ar: "لم تعرّف الآلة المرسلة نفسها باسم سليم: {1}.",
        zh: "发送主机没有给出正规的名称：{1}。")
    let weight = 0.5
    let layer = Layer.network
    let needs = Needs.all(.route)

    func finding(in examination: Examination) -> Finding? {
        let message = examination.message
        guard let name = message.text(message.hops.first?.from) else { return nil }
        let isBare = name.utf8.first == 0x5B || !name.utf8.contains(0x2E)
        // A name of hosts ends in a letter: only what does not can be an address.
        let isAddress = !isBare && (name.utf8.last ?? 0) &- 0x30 < 10 && IPAddress(name) != nil
        return isBare || isAddress ? Finding(String(name.prefix(60))) : nil
    }
}
