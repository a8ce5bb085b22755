internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// The machine that handed the mail over bears the name of a dial-up line: such machines seldom serve mail.
struct DialUpClient: Check {
    let sentence = Sentence(
        "route.dial-up-client",
        en: "The mail came from a home line: {1}.",
        fr: "Le message vient d’une ligne domestique : {1}.",
        es: "El mensaje viene de una línea doméstica: {1}.",
        ru: "Письмо пришло с домашнего подключения: {1}.",
        ar: "جاءت الرسالة من خط منزلي: {1}.",
        zh: "邮件来自家庭宽带线路：{1}。")
    let weight = 1.0
    let layer = Layer.network

    func finding(in examination: Examination) -> Finding? {
        guard let name = examination.message.hops.first?.reverseName?.lowercased() else { return nil }
        let words = ["dynamic", "dyn-", "dhcp", "dialup", "dial-", "ppp", "pool", "adsl", "dsl", "cable", "client", "cust", "user"]
        let digits = name.utf8.count { $0 >= 0x30 && $0 <= 0x39 }
        return digits >= 4 && words.contains { name.contains($0) } ? Finding(String(name.prefix(80))) : nil
    }
}
