public import Localization
public import Messages

/// What it says of a message that something in it is listed.
public struct ListSign: Sendable {
    /// What is said to a person: {1} is listed, {2} the lists. Its key is the sign's id.
    public let sentence: Sentence
    /// The log-odds of spam that one list adds.
    public let weight: Double
    let role: ListFindings.Role
    let sense: DNSList.Sense

    /// The sign's stable code: `lists.client`.
    public var id: String { sentence.key }

    /// Each further list that says the same adds half a list, up to two lists in all: lists copy each other.
    func strength(of listing: ListFindings.Listing) -> Double {
        min(2, 1 + 0.5 * Double(listing.zones.count - 1))
    }
}

/// The signs that are made of what lists say.
public struct ListSignBook: Sendable {
    private let signs: [ListSign]
    private var current: [String: Double] = [:]

    /// The signs that ship. Their weights are priors written by hand: lists differ, and local feedback moves them.
    public static let standard = ListSignBook(signs: ListSign.standard)

    private init(signs: [ListSign]) {
        self.signs = signs
    }

    /// The sentences of all signs, for the catalogue.
    public var sentences: [Sentence] { signs.map(\.sentence) }

    /// The weights that the signs were written with, by their ids.
    public var weights: [String: Double] { Dictionary(signs.map { ($0.id, $0.weight) }, uniquingKeysWith: { first, _ in first }) }

    /// The same book with other weights; a sign that the table does not name keeps its own.
    public func weighted(by weights: [String: Double]) -> ListSignBook {
        var book = self
        book.current = weights
        return book
    }

    /// The id of each sign that was found, and how many times its weight that is worth: of several things with the same part in a message the
    /// one on most lists.
    public func strengths(in findings: ListFindings) -> [(id: String, strength: Double)] {
        found(in: findings).map { ($0.sign.id, $0.sign.strength(of: $0.listing)) }
    }

    /// The evidence that was found.
    public func evidence(in findings: ListFindings) -> [Evidence] {
        found(in: findings).map { sign, listing in
            let weight = current[sign.id] ?? sign.weight
            return Evidence(
                id: sign.id, layer: .network, weight: weight * sign.strength(of: listing),
                details: [listing.subject, listing.zones.joined(separator: ", ")])
        }
    }

    private func found(in findings: ListFindings) -> [(sign: ListSign, listing: ListFindings.Listing)] {
        signs.compactMap { sign in
            let own = findings.listings.filter { $0.role == sign.role && $0.sense == sign.sense }
            guard let first = own.first else { return nil }
            return (sign, own.dropFirst().reduce(first) { $1.zones.count > $0.zones.count ? $1 : $0 })
        }
    }
}

extension ListSign {
    static let standard = [
        ListSign(
            sentence: Sentence(
                "lists.client",
                en: "The sending machine {1} is on block lists: {2}.",
                fr: "La machine émettrice {1} figure sur des listes de blocage : {2}.",
                es: "La máquina emisora {1} está en listas de bloqueo: {2}.",
                ru: "Отправляющая машина {1} есть в чёрных списках: {2}.",
                ar: "الآلة المرسلة {1} مدرجة في قوائم الحظر: {2}.",
                zh: "发送主机 {1} 在黑名单上：{2}。"),
            weight: 1.6, role: .client, sense: .block),
        ListSign(
            sentence: Sentence(
                "lists.sender",
                en: "The sender’s domain {1} is on block lists: {2}.",
                fr: "Le domaine de l’expéditeur {1} figure sur des listes de blocage : {2}.",
                es: "El dominio del remitente {1} está en listas de bloqueo: {2}.",
                ru: "Домен отправителя {1} есть в чёрных списках: {2}.",
                ar: "نطاق المرسل {1} مدرج في قوائم الحظر: {2}.",
                zh: "发件人的域名 {1} 在黑名单上：{2}。"),
            weight: 1.6, role: .sender, sense: .block),
        ListSign(
            sentence: Sentence(
                "lists.link",
                en: "It links to {1}, which is on block lists: {2}.",
                fr: "Il contient un lien vers {1}, qui figure sur des listes de blocage : {2}.",
                es: "Enlaza con {1}, que está en listas de bloqueo: {2}.",
                ru: "Есть ссылка на {1}, который есть в чёрных списках: {2}.",
                ar: "يحوي رابطا إلى {1} المدرج في قوائم الحظر: {2}.",
                zh: "内含指向 {1} 的链接，该域名在黑名单上：{2}。"),
            weight: 2, role: .link, sense: .block),
        ListSign(
            sentence: Sentence(
                "lists.allowed-client",
                en: "The sending machine {1} is on lists of good senders: {2}.",
                fr: "La machine émettrice {1} figure sur des listes de bons expéditeurs : {2}.",
                es: "La máquina emisora {1} está en listas de buenos remitentes: {2}.",
                ru: "Отправляющая машина {1} есть в белых списках: {2}.",
                ar: "الآلة المرسلة {1} مدرجة في قوائم المرسلين الموثوقين: {2}.",
                zh: "发送主机 {1} 在优良发件人名单上：{2}。"),
            weight: -1, role: .client, sense: .allow),
    ]
}
