internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// A sender’s domain that cannot exist: no dot, an address literal, or a name kept for tests.
struct NoSuchDomain: Check {
    let sentence = Sentence(
        "identity.impossible-domain",
        en: "The sender’s domain cannot exist: {1}.",
        fr: "Le domaine de l’expéditeur ne peut exister : {1}.",
        es: "El dominio del remitente no puede existir: {1}.",
        ru: "Такой домен отправителя невозможен: {1}.",
        ar: "نطاق المرسل لا يمكن أن يوجد: {1}.",
        zh: "发件人域名不可能存在：{1}。")
    let weight = 0.9
    let layer = Layer.service
    let needs = Needs.all(.author)

    func finding(in examination: Examination) -> Finding? {
        guard let domain = examination.reading.author?.domain, !domain.isEmpty else { return nil }
        let isImpossible = !domain.utf8.contains(0x2E) || domain.utf8.first == 0x5B || NoSuchDomain.isReserved(domain.utf8)
        return isImpossible ? Finding(String(domain.prefix(60))) : nil
    }

    private static let reserved = ["local", "localdomain", "lan", "internal", "localhost"]

    /// Whether the last label, whatever dots follow it, is one that the public DNS never has.
    private static func isReserved(_ domain: String.UTF8View) -> Bool {
        var end = domain.endIndex
        while end > domain.startIndex, domain[domain.index(before: end)] == 0x2E { end = domain.index(before: end) }
        let name = domain[..<end]
        let label = name[(name.lastIndex(of: 0x2E).map { name.index(after: $0) } ?? name.startIndex)...]
        // Every reserved label begins with one of two letters, and hardly a suffix does.
        guard let first = label.first, first == 0x6C || first == 0x69 else { return false }
        return reserved.contains { label.elementsEqual($0.utf8) }
    }
}
