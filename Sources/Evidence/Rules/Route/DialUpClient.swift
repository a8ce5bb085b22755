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
    let needs = Needs.all(.route)

    func finding(in examination: Examination) -> Finding? {
        let message = examination.message
        guard let name = message.text(message.hops.first?.reverseName), name.utf8.count(where: { $0 &- 0x30 < 10 }) >= 4 else { return nil }
        // Most names of servers have fewer digits, so the words are seldom looked for.
        let lower = Array(name.lowercased().utf8)
        return DialUpClient.words.contains { DialUpClient.contains(lower, $0) } ? Finding(String(name.prefix(80))) : nil
    }

    private static let words = [
        "dynamic", "dyn-", "dhcp", "dialup", "dial-", "ppp", "pool", "dsl", "cable", "client", "cust", "user",
    ].map { Array($0.utf8) }

    private static func contains(_ name: [UInt8], _ word: [UInt8]) -> Bool {
        guard name.count >= word.count else { return false }
        return (0...name.count - word.count).contains { name[$0] == word[0] && name[$0..<$0 + word.count].elementsEqual(word) }
    }
}
