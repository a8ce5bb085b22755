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

    func finding(in examination: Examination) -> Finding? {
        guard let hop = examination.message.hops.first, let name = hop.from else { return nil }
        return name.hasPrefix("[") || !name.contains(".") || IPAddress(name) != nil ? Finding(String(name.prefix(60))) : nil
    }
}
