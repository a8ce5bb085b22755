public import Localization
public import Messages

/// What it says of a message how the machine behaves that hands it over.
public struct ClientSign: Sendable {
    /// What is said to a person. Its key is the sign's id.
    public let sentence: Sentence
    /// The log-odds of spam that it adds.
    public let weight: Double

    /// The sign's stable code: `client.many-names`.
    public var id: String { sentence.key }
}

/// The signs that are made of how machines behave.
public enum ClientSignBook {
    /// The sentences of all signs, for the catalogue.
    public static var sentences: [Sentence] { ClientSign.all.map(\.sentence) }

    /// From how many names in an hour on a machine is taken for one that makes them up. Servers have one; those behind one address, a few.
    static let manyNames = 4
    /// From how many domains in an hour on a machine that nothing shows to be a server sends for too many.
    static let manyDomains = 10
    /// From how many recipients on it writes to too many.
    static let manyRecipients = 50

    /// The ids of checks that find a machine that was taken over, beside the signs here: what the trace says of its name.
    public static let kindred: Set<String> = ["route.dial-up-client", "route.nameless-client"]

    /// Whether a piece of evidence is a sign that a machine was taken over (ITU-T X Suppl. 14).
    public static func isSign(_ id: String) -> Bool { id.hasPrefix("client.") || kindred.contains(id) }

    /// The evidence in a visit.
    public static func evidence(in conduct: ClientConduct, of visit: ClientVisit) -> [Evidence] {
        var evidence: [Evidence] = []
        func add(_ sign: ClientSign, _ layer: Layer, strength: Double = 1, _ details: String...) {
            let details = details.map(HistorySign.printable)
            evidence.append(Evidence(id: sign.id, layer: layer, weight: sign.weight * strength, details: details))
        }
        if visit.claimsOurName {
            add(.ourName, .equipment, visit.helo ?? "")
        } else if visit.isNameUnknown == true {
            add(.unknownName, .equipment, visit.helo ?? "")
        }
        if visit.isEarlyTalker { add(.earlyTalker, .equipment, "\(visit.address)") }
        if conduct.names >= manyNames {
            add(.manyNames, .equipment, strength: min(2, Double(conduct.names) / Double(manyNames)), "\(visit.address)", "\(conduct.names)")
        }
        if visit.isDoubtful, conduct.domains >= manyDomains || conduct.recipients >= manyRecipients {
            add(.spread, .network, "\(visit.address)", "\(conduct.messages)", "\(conduct.domains)", "\(conduct.recipients)")
        }
        return evidence
    }
}

extension ClientSign {
    static let all = [ourName, unknownName, earlyTalker, manyNames, spread]

    static let ourName = ClientSign(
        sentence: Sentence(
            "client.our-name",
            en: "The sending machine calls itself {1}, which is a name of ours.",
            fr: "La machine émettrice se nomme {1}, qui est un nom à nous.",
            es: "La máquina emisora se llama a sí misma {1}, que es un nombre nuestro.",
            ru: "Отправляющая машина называет себя {1}, а это наше имя.",
            ar: "تسمي الآلة المرسلة نفسها {1}، وهو اسم من أسمائنا.",
            zh: "发送主机自称 {1}，而那是我们自己的名称。"),
        weight: 2.5)
    static let unknownName = ClientSign(
        sentence: Sentence(
            "client.unknown-name",
            en: "The sending machine calls itself {1}, a name that does not exist.",
            fr: "La machine émettrice se nomme {1}, un nom qui n’existe pas.",
            es: "La máquina emisora se llama a sí misma {1}, un nombre que no existe.",
            ru: "Отправляющая машина называет себя {1}, а такого имени нет.",
            ar: "تسمي الآلة المرسلة نفسها {1}، وهو اسم لا وجود له.",
            zh: "发送主机自称 {1}，而该名称并不存在。"),
        weight: 0.6)
    static let earlyTalker = ClientSign(
        sentence: Sentence(
            "client.early-talker",
            en: "The sending machine {1} talked before it was greeted.",
            fr: "La machine émettrice {1} a parlé avant d’être saluée.",
            es: "La máquina emisora {1} habló antes de ser saludada.",
            ru: "Отправляющая машина {1} заговорила раньше, чем её поприветствовали.",
            ar: "تكلمت الآلة المرسلة {1} قبل أن تُحيّا.",
            zh: "发送主机 {1} 在收到问候语之前就开始发送命令。"),
        weight: 2.0)
    static let manyNames = ClientSign(
        sentence: Sentence(
            "client.many-names",
            en: "The sending machine {1} gave itself several names within an hour: {2}.",
            fr: "La machine émettrice {1} s’est donné plusieurs noms en une heure : {2}.",
            es: "La máquina emisora {1} se dio varios nombres en una hora: {2}.",
            ru: "Отправляющая машина {1} за час назвалась несколькими именами: {2}.",
            ar: "أعطت الآلة المرسلة {1} نفسها عدة أسماء خلال ساعة: {2}.",
            zh: "发送主机 {1} 一小时内用了多个名称：{2}。"),
        weight: 1.2)
    static let spread = ClientSign(
        sentence: Sentence(
            "client.spread",
            en: "The machine {1} is no known mail server; within an hour, messages: {2}, sender domains: {3}, recipients: {4}.",
            fr:
                "La machine {1} n’est pas un serveur de courrier connu ; en une heure, messages : {2}, domaines d’expéditeurs : {3}, destinataires : {4}.",
            es:
                "La máquina {1} no es un servidor de correo conocido; en una hora, mensajes: {2}, dominios de remitentes: {3}, destinatarios: {4}.",
            ru: "Машина {1} не похожа на почтовый сервер; за час сообщений: {2}, доменов отправителей: {3}, получателей: {4}.",
            ar: "الآلة {1} ليست خادم بريد معروفا؛ خلال ساعة، الرسائل: {2}، نطاقات المرسلين: {3}، المستلمون: {4}.",
            zh: "主机 {1} 不是已知的邮件服务器；一小时内消息数：{2}，发件人域名数：{3}，收件人数：{4}。"),
        weight: 0.8)
}
