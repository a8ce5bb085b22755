public import Localization
public import Messages

/// What it says of a message that something is remembered of its sender.
public struct HistorySign: Sendable {
    /// What is said to a person: {1} is the sender, domain or address. Its key is the sign's id.
    public let sentence: Sentence
    /// The log-odds of spam that it adds; up to twice that where much is remembered, and of one kind.
    public let weight: Double
    /// The layer that it belongs to.
    public let layer: Layer

    /// The sign's stable code: `history.good-domain`.
    public var id: String { sentence.key }

    init(_ weight: Double, _ layer: Layer, _ sentence: Sentence) {
        self.sentence = sentence
        self.weight = weight
        self.layer = layer
    }

    init(_ weight: Double, _ sentence: Sentence) { self.init(weight, .service, sentence) }
}

/// The signs that are made of what is remembered of senders.
///
/// A ladder: the first rung of which enough is remembered speaks, and those below it are not asked.
public struct HistorySignBook: Sendable {
    /// The signs that ship. Their weights are written by hand, and lessons do not move them: what is taught already counts in the history itself.
    public static let standard = HistorySignBook()

    /// From what mass on a rung speaks: a word of somebody's within a half-life, or two near certainties of the filter's own.
    public static let enough = 0.5
    /// Log-odds nearer to zero say that it was this as often as that; the rung is silent, and so are those below.
    static let mixed = 0.25
    /// The log-odds at which a sign has its weight: four times as much of one kind as of the other.
    static let whole = 1.386_294_361_119_890_6

    /// The sentences of all signs, for the catalogue.
    public var sentences: [Sentence] { HistorySign.all.map(\.sentence) }

    /// The weights of the signs, by their ids.
    public var weights: [String: Double] {
        Dictionary(HistorySign.all.map { ($0.id, $0.weight) }, uniquingKeysWith: { first, _ in first })
    }

    /// What is said of a message with these traits; nothing where nothing is remembered that speaks.
    public func evidence(in sightings: SenderSightings, of traits: SenderTraits) -> [Evidence] {
        for rung in SenderRung.allCases {
            guard let sighting = sightings.rungs[rung], rung.isOfOurs || sighting.mass >= HistorySignBook.enough else { continue }
            return evidence(of: rung, sighting, traits).map { [$0] } ?? []
        }
        guard traits.proof == .proven, traits.sender != nil, !traits.isOriginating,
            !sightings.rungs.keys.contains(where: { [.pair, .sender, .domain].contains($0) })
        else { return [] }
        return [evidence(HistorySign.newSender, 1, .sender, traits)]
    }

    /// What one rung alone says; nothing where too little is known there, or as much for as against.
    func evidence(of rung: SenderRung, _ sighting: RungSighting, _ traits: SenderTraits) -> Evidence? {
        if rung.isOfOurs { return evidence(rung == .correspondent ? HistorySign.correspondent : HistorySign.answer, 1, rung, traits) }
        let logOdds = sighting.logOdds
        guard sighting.mass >= HistorySignBook.enough, abs(logOdds) >= HistorySignBook.mixed,
            let sign = HistorySign.sign(of: rung, isBad: logOdds > 0)
        else { return nil }
        return evidence(sign, min(2, abs(logOdds) / HistorySignBook.whole), rung, traits)
    }

    private func evidence(_ sign: HistorySign, _ strength: Double, _ rung: SenderRung, _ traits: SenderTraits) -> Evidence {
        let name: String? =
            switch rung {
            case .answer: nil
            case .correspondent, .pair, .sender, .senderHere: traits.sender
            case .domain: traits.domain
            case .hand: traits.domains.prefix(SenderTraits.domainLimit).joined(separator: ", ")
            case .address: traits.client.map { "\($0)" }
            case .network: traits.client.flatMap { IPNetwork($0.prefix($0.networkBits), length: $0.networkBits) }.map { "\($0)" }
            }
        return Evidence(
            id: sign.id, layer: sign.layer, weight: sign.weight * strength, details: name.map { [HistorySign.printable($0)] } ?? [])
    }
}

extension HistorySign {
    static func sign(of rung: SenderRung, isBad: Bool) -> HistorySign? {
        switch rung {
        case .correspondent: correspondent
        case .answer: answer
        case .pair: isBad ? badPair : goodPair
        case .sender: isBad ? badSender : goodSender
        case .senderHere: isBad ? badSenderHere : goodSenderHere
        case .domain: isBad ? badDomain : goodDomain
        case .hand: isBad ? badMailer : goodMailer
        case .address: isBad ? badAddress : goodAddress
        // Neighbours vouch for nobody.
        case .network: isBad ? badNetwork : nil
        }
    }

    /// A name that a stranger wrote, fit to be shown.
    static func printable(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.lazy.map { $0.properties.generalCategory == .control ? "�" : $0 }.prefix(253)))
    }

    static let all = [
        correspondent, answer, goodPair, badPair, goodSender, badSender, goodSenderHere, badSenderHere, goodDomain, badDomain, goodMailer,
        badMailer, goodAddress, badAddress, badNetwork, newSender,
    ]

    static let correspondent = HistorySign(
        -2,
        Sentence(
            "history.correspondent",
            en: "The recipient has written to {1} before.",
            fr: "Le destinataire a déjà écrit à {1}.",
            es: "El destinatario ya ha escrito a {1}.",
            ru: "Получатель уже писал на {1}.",
            ar: "سبق أن كتب المستلم إلى {1}.",
            zh: "收件人以前给 {1} 写过信。"))
    static let answer = HistorySign(
        -1.5,
        Sentence(
            "history.answer",
            en: "It answers a message that the recipient sent from here.",
            fr: "Il répond à un message que le destinataire a envoyé d’ici.",
            es: "Responde a un mensaje que el destinatario envió desde aquí.",
            ru: "Это ответ на сообщение, которое получатель отправил отсюда.",
            ar: "هذا رد على رسالة أرسلها المستلم من هنا.",
            zh: "这是对收件人从本处发出的一封信的回复。"))
    static let goodPair = HistorySign(
        -1.5,
        Sentence(
            "history.good-pair",
            en: "Messages from {1} to this recipient were wanted so far.",
            fr: "Jusqu’ici, les messages de {1} à ce destinataire étaient souhaités.",
            es: "Hasta ahora, los mensajes de {1} a este destinatario eran deseados.",
            ru: "До сих пор сообщения от {1} этому получателю были желательны.",
            ar: "كانت الرسائل من {1} إلى هذا المستلم مرغوبة حتى الآن.",
            zh: "{1} 以前发给这位收件人的消息都是正常的。"))
    static let badPair = HistorySign(
        1.5,
        Sentence(
            "history.bad-pair",
            en: "Messages from {1} to this recipient were mostly spam so far.",
            fr: "Jusqu’ici, les messages de {1} à ce destinataire étaient surtout du spam.",
            es: "Hasta ahora, los mensajes de {1} a este destinatario eran sobre todo spam.",
            ru: "До сих пор сообщения от {1} этому получателю были в основном спамом.",
            ar: "كانت الرسائل من {1} إلى هذا المستلم مزعجة في معظمها حتى الآن.",
            zh: "{1} 以前发给这位收件人的消息大多是垃圾信息。"))
    static let goodSender = HistorySign(
        -1,
        Sentence(
            "history.good-sender",
            en: "Messages from {1} were wanted so far.",
            fr: "Jusqu’ici, les messages de {1} étaient souhaités.",
            es: "Hasta ahora, los mensajes de {1} eran deseados.",
            ru: "До сих пор сообщения от {1} были желательны.",
            ar: "كانت الرسائل من {1} مرغوبة حتى الآن.",
            zh: "{1} 以前发来的消息都是正常的。"))
    static let badSender = HistorySign(
        1.5,
        Sentence(
            "history.bad-sender",
            en: "Messages from {1} were mostly spam so far.",
            fr: "Jusqu’ici, les messages de {1} étaient surtout du spam.",
            es: "Hasta ahora, los mensajes de {1} eran sobre todo spam.",
            ru: "До сих пор сообщения от {1} были в основном спамом.",
            ar: "كانت الرسائل من {1} مزعجة في معظمها حتى الآن.",
            zh: "{1} 以前发来的消息大多是垃圾信息。"))
    static let goodSenderHere = HistorySign(
        -0.5,
        Sentence(
            "history.good-sender-here",
            en: "Messages that name {1} and come from this network were wanted so far.",
            fr: "Jusqu’ici, les messages au nom de {1} venus de ce réseau étaient souhaités.",
            es: "Hasta ahora, los mensajes a nombre de {1} desde esta red eran deseados.",
            ru: "До сих пор сообщения от имени {1} из этой сети были желательны.",
            ar: "كانت الرسائل باسم {1} من هذه الشبكة مرغوبة حتى الآن.",
            zh: "以前从该网络以 {1} 名义发来的消息都是正常的。"))
    static let badSenderHere = HistorySign(
        1,
        Sentence(
            "history.bad-sender-here",
            en: "Messages that name {1} and come from this network were mostly spam so far.",
            fr: "Jusqu’ici, les messages au nom de {1} venus de ce réseau étaient surtout du spam.",
            es: "Hasta ahora, los mensajes a nombre de {1} desde esta red eran sobre todo spam.",
            ru: "До сих пор сообщения от имени {1} из этой сети были в основном спамом.",
            ar: "كانت الرسائل باسم {1} من هذه الشبكة مزعجة في معظمها حتى الآن.",
            zh: "以前从该网络以 {1} 名义发来的消息大多是垃圾信息。"))
    static let goodDomain = HistorySign(
        -0.6,
        Sentence(
            "history.good-domain",
            en: "Messages from the domain {1} were wanted so far.",
            fr: "Jusqu’ici, les messages du domaine {1} étaient souhaités.",
            es: "Hasta ahora, los mensajes del dominio {1} eran deseados.",
            ru: "До сих пор сообщения с домена {1} были желательны.",
            ar: "كانت الرسائل من النطاق {1} مرغوبة حتى الآن.",
            zh: "以前来自域名 {1} 的消息都是正常的。"))
    static let badDomain = HistorySign(
        1.2,
        Sentence(
            "history.bad-domain",
            en: "Messages from the domain {1} were mostly spam so far.",
            fr: "Jusqu’ici, les messages du domaine {1} étaient surtout du spam.",
            es: "Hasta ahora, los mensajes del dominio {1} eran sobre todo spam.",
            ru: "До сих пор сообщения с домена {1} были в основном спамом.",
            ar: "كانت الرسائل من النطاق {1} مزعجة في معظمها حتى الآن.",
            zh: "以前来自域名 {1} 的消息大多是垃圾信息。"))
    static let goodMailer = HistorySign(
        -0.3,
        Sentence(
            "history.good-mailer",
            en: "Messages that {1} sent or signed were wanted so far.",
            fr: "Jusqu’ici, les messages envoyés ou signés par {1} étaient souhaités.",
            es: "Hasta ahora, los mensajes enviados o firmados por {1} eran deseados.",
            ru: "До сих пор сообщения, которые отправлял или подписывал {1}, были желательны.",
            ar: "كانت الرسائل التي أرسلها أو وقعها {1} مرغوبة حتى الآن.",
            zh: "以前由 {1} 发送或签名的消息都是正常的。"))
    static let badMailer = HistorySign(
        0.8,
        Sentence(
            "history.bad-mailer",
            en: "Messages that {1} sent or signed were mostly spam so far.",
            fr: "Jusqu’ici, les messages envoyés ou signés par {1} étaient surtout du spam.",
            es: "Hasta ahora, los mensajes enviados o firmados por {1} eran sobre todo spam.",
            ru: "До сих пор сообщения, которые отправлял или подписывал {1}, были в основном спамом.",
            ar: "كانت الرسائل التي أرسلها أو وقعها {1} مزعجة في معظمها حتى الآن.",
            zh: "以前由 {1} 发送或签名的消息大多是垃圾信息。"))
    static let goodAddress = HistorySign(
        -0.3, .network,
        Sentence(
            "history.good-address",
            en: "Messages from the machine {1} were wanted so far.",
            fr: "Jusqu’ici, les messages de la machine {1} étaient souhaités.",
            es: "Hasta ahora, los mensajes de la máquina {1} eran deseados.",
            ru: "До сих пор сообщения с машины {1} были желательны.",
            ar: "كانت الرسائل من الآلة {1} مرغوبة حتى الآن.",
            zh: "以前来自主机 {1} 的消息都是正常的。"))
    static let badAddress = HistorySign(
        0.9, .network,
        Sentence(
            "history.bad-address",
            en: "Messages from the machine {1} were mostly spam so far.",
            fr: "Jusqu’ici, les messages de la machine {1} étaient surtout du spam.",
            es: "Hasta ahora, los mensajes de la máquina {1} eran sobre todo spam.",
            ru: "До сих пор сообщения с машины {1} были в основном спамом.",
            ar: "كانت الرسائل من الآلة {1} مزعجة في معظمها حتى الآن.",
            zh: "以前来自主机 {1} 的消息大多是垃圾信息。"))
    static let badNetwork = HistorySign(
        0.5, .network,
        Sentence(
            "history.bad-network",
            en: "Messages from the network {1} were mostly spam so far.",
            fr: "Jusqu’ici, les messages du réseau {1} étaient surtout du spam.",
            es: "Hasta ahora, los mensajes de la red {1} eran sobre todo spam.",
            ru: "До сих пор сообщения из сети {1} были в основном спамом.",
            ar: "كانت الرسائل من الشبكة {1} مزعجة في معظمها حتى الآن.",
            zh: "以前来自网络 {1} 的消息大多是垃圾信息。"))
    static let newSender = HistorySign(
        0.02,
        Sentence(
            "history.new-sender",
            en: "Nothing has come from {1} so far; only noted.",
            fr: "Rien n’est venu de {1} jusqu’ici ; simplement noté.",
            es: "Hasta ahora no ha llegado nada de {1}; solo se anota.",
            ru: "До сих пор от {1} ничего не приходило; это лишь отмечено.",
            ar: "لم يصل شيء من {1} حتى الآن؛ للعلم فقط.",
            zh: "此前没有来自 {1} 的消息；仅作记录。"))
}
