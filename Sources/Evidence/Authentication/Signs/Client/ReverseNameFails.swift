internal import Localization
internal import Messages

/// The client’s address has no host name, or one that does not have the address: a home computer, or a server that nobody looks after.
struct ReverseNameFails: AuthenticationSign {
    let sentence = Sentence(
        "authentication.iprev-fail",
        en: "The sending machine’s address has no host name that confirms it.",
        fr: "L’adresse de la machine émettrice n’a pas de nom d’hôte qui la confirme.",
        es: "La dirección de la máquina emisora no tiene un nombre que la confirme.",
        ru: "У адреса отправляющей машины нет имени, которое его подтверждает.",
        ar: "ليس لعنوان الآلة المرسلة اسم مضيف يؤكده.",
        zh: "发送主机的地址没有能够印证它的主机名。")
    let weight = 0.6
    let layer = Layer.network

    func finding(in facts: AuthenticationFacts) -> Finding? {
        facts.reverseName == .fail || facts.reverseName == .permerror ? Finding() : nil
    }
}
