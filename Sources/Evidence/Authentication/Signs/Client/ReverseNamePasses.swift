internal import Localization
internal import Messages

/// The client’s host name has the client’s address, as every mail server’s should.
struct ReverseNamePasses: AuthenticationSign {
    let sentence = Sentence(
        "authentication.iprev-pass",
        en: "The sending machine’s host name confirms its address.",
        fr: "Le nom d’hôte de la machine émettrice confirme son adresse.",
        es: "El nombre de la máquina emisora confirma su dirección.",
        ru: "Имя отправляющей машины подтверждает её адрес.",
        ar: "اسم مضيف الآلة المرسلة يؤكد عنوانها.",
        zh: "发送主机的主机名与其地址相符。")
    let weight = -0.1
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        facts.reverseName == .pass ? Finding() : nil
    }
}
