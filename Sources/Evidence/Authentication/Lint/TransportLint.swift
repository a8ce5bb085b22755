internal import Localization
internal import Resolving

/// Looks for what is wrong with the records that protect mail on its way: MTA-STS (RFC 8461), TLS reports (RFC 8460), DANE (RFC 7672).
struct TransportLint {
    private let lookups: Lookups
    private let domain: DomainName
    private let hosts: [DomainName]
    private(set) var findings: [LintFinding] = []

    /// A lint of a domain whose mail these hosts take.
    init(of domain: DomainName, hosts: [DomainName], asking lookups: Lookups) {
        self.domain = domain
        self.hosts = hosts
        self.lookups = lookups
    }

    private mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at place: Question, _ details: [String] = [], publish: String? = nil
    ) {
        let line = publish.map { LintFinding.line(place.name, $0) }
        findings.append(LintFinding("lint." + id, severity, at: place, details: details, line: line))
    }

    /// Reads all records; a domain that takes no mail needs none.
    mutating func run() async {
        guard !hosts.isEmpty else { return }
        for host in hosts.prefix(10) {
            if let name = host.prepending("_25._tcp") { lookups.expect(Question(name, .tlsa)) }
        }
        await readPolicy()
        await readReports()
        var isProtected = false
        for host in hosts.prefix(10) {
            let found = await readCertificates(of: host)
            isProtected = isProtected || found
        }
        if !isProtected, findings.contains(where: { $0.id == "lint.mta-sts.missing" }), let name = domain.prepending("_mta-sts") {
            note("transport.unprotected", .missing, at: Question(name, .txt))
        }
    }

    /// The fields of a record of `name=value` with semicolons between; nothing where one has another form or stands twice.
    private static func fields(_ text: [UInt8]) -> [String: String]? {
        var fields: [String: String] = [:]
        for part in String(decoding: text, as: UTF8.self).split(separator: ";", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
            if pair.isEmpty || (pair.count == 1 && pair[0].isEmpty) { continue }
            guard pair.count == 2, fields.updateValue(pair[1], forKey: pair[0]) == nil else { return nil }
        }
        return fields
    }

    /// The one record that begins with a version; what is wrong is noted.
    private mutating func record(_ label: String, version: String, _ id: String) async -> (Question, [String: String]?)? {
        guard let name = domain.prepending(label) else { return nil }
        let place = Question(name, .txt)
        let answer = await lookups.answer(to: place)
        let records = answer.texts.filter { String(decoding: $0.prefix(2 + version.utf8.count), as: UTF8.self) == "v=" + version }
        guard let text = records.first else {
            if !answer.outcome.isTemporary { note(id + ".missing", .advice, at: place) }
            return nil
        }
        if records.count > 1 { note(id + ".several", .broken, at: place, [String(records.count)]) }
        return (place, TransportLint.fields(text))
    }

    /// RFC 8461 section 3.1: `v=STSv1; id=` and up to 32 letters and digits. The policy itself is a file of a web server, which nobody asks here.
    private mutating func readPolicy() async {
        guard let (place, fields) = await record("_mta-sts", version: "STSv1", "mta-sts") else { return }
        let id = fields?["id"] ?? ""
        guard (1...32).contains(id.utf8.count), id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            return note("mta-sts.syntax", .broken, at: place, [id], publish: "v=STSv1; id=1")
        }
    }

    /// RFC 8460 section 3: `v=TLSRPTv1; rua=` and addresses of mail or the web.
    private mutating func readReports() async {
        guard let (place, fields) = await record("_smtp._tls", version: "TLSRPTv1", "tls-rpt") else { return }
        let addresses = (fields?["rua"] ?? "").split(separator: ",")
        guard !addresses.isEmpty, addresses.allSatisfy({ $0.hasPrefix("mailto:") || $0.hasPrefix("https:") }) else {
            return note(
                "tls-rpt.syntax", .broken, at: place, [fields?["rua"] ?? ""], publish: "v=TLSRPTv1; rua=mailto:tls-reports@\(domain)")
        }
    }

    /// The records of a host's certificate (RFC 7672 section 3.1); whether one protects it.
    private mutating func readCertificates(of host: DomainName) async -> Bool {
        guard let name = host.prepending("_25._tcp") else { return false }
        let place = Question(name, .tlsa)
        let answer = await lookups.answer(to: place)
        var isProtected = false
        for case .tlsAssociation(let usage, let selector, let matchingType, let data) in answer.records {
            let length = matchingType == 1 ? 32 : matchingType == 2 ? 64 : nil as Int?
            if usage > 3 || selector > 1 || matchingType > 2 || (length.map { $0 != data.count } ?? data.isEmpty) {
                note("dane.unusable", .broken, at: place, ["\(usage) \(selector) \(matchingType)"])
            } else if usage < 2 {
                note("dane.usage", .broken, at: place, [String(usage)])
            } else {
                isProtected = true
            }
        }
        if !answer.records.isEmpty, !answer.isSecure { note("dane.unsigned", .broken, at: place) }
        return isProtected && answer.isSecure
    }
}

extension TransportLint {
    /// What is said of records that protect mail on its way.
    static let sentences = [
        Sentence(
            "lint.mta-sts.missing",
            en: "There is no MTA-STS record (RFC 8461): whoever stands between two servers can turn encryption off.",
            fr: "Il n’y a pas d’enregistrement MTA-STS (RFC 8461) : qui se trouve entre deux serveurs peut désactiver le chiffrement.",
            es: "No hay registro MTA-STS (RFC 8461): quien esté entre dos servidores puede desactivar el cifrado.",
            ru: "Записи MTA-STS (RFC 8461) нет: тот, кто стоит между двумя серверами, может отключить шифрование.",
            ar: "لا يوجد سجل MTA-STS (RFC 8461): يمكن لمن يقف بين خادمين أن يعطّل التعمية.", zh: "没有 MTA-STS 记录（RFC 8461）：处于两台服务器之间的人可以关闭加密。"
        ),
        Sentence(
            "lint.mta-sts.several", en: "There are {1} MTA-STS records; senders then use none.",
            fr: "Il y a {1} enregistrements MTA-STS ; les expéditeurs n’en utilisent alors aucun.",
            es: "Hay {1} registros MTA-STS; los remitentes no usan entonces ninguno.",
            ru: "Записей MTA-STS несколько ({1}); отправители не используют ни одной.",
            ar: "عدد سجلات MTA-STS هو {1}؛ لا يستعمل المرسلون أيًّا منها.", zh: "有 {1} 条 MTA-STS 记录；发件方一条也不会采用。"),
        Sentence(
            "lint.mta-sts.syntax",
            en: "The id “{1}” must be one to 32 letters and digits (RFC 8461 section 3.1); change it with each new policy.",
            fr: "L’id « {1} » doit compter de un à 32 lettres et chiffres (RFC 8461 section 3.1) ; changez-le à chaque nouvelle politique.",
            es: "El id «{1}» debe tener de una a 32 letras y cifras (RFC 8461 sección 3.1); cámbielo con cada política nueva.",
            ru: "id «{1}» должен состоять из 1–32 букв и цифр (RFC 8461, раздел 3.1); меняйте его с каждой новой политикой.",
            ar: "يجب أن يتكون id «{1}» من حرف أو رقم واحد إلى 32 (RFC 8461 القسم 3.1)؛ غيّره مع كل سياسة جديدة.",
            zh: "id“{1}”必须为 1 至 32 个字母和数字（RFC 8461 第 3.1 节）；每次更换策略都要修改。"),
        Sentence(
            "lint.tls-rpt.missing", en: "There is no TLS report record (RFC 8460): nobody tells you when encryption to your servers fails.",
            fr:
                "Il n’y a pas d’enregistrement de rapports TLS (RFC 8460) : personne ne vous dit quand le chiffrement vers vos serveurs échoue.",
            es: "No hay registro de informes TLS (RFC 8460): nadie le avisa cuando falla el cifrado hacia sus servidores.",
            ru: "Записи отчётов TLS (RFC 8460) нет: никто не сообщит вам о сбоях шифрования на пути к вашим серверам.",
            ar: "لا يوجد سجل لتقارير TLS (RFC 8460): لا أحد يخبرك حين تفشل التعمية نحو خوادمك.",
            zh: "没有 TLS 报告记录（RFC 8460）：与您服务器的加密失败时无人告知您。"),
        Sentence(
            "lint.tls-rpt.several", en: "There are {1} TLS report records; senders then use none.",
            fr: "Il y a {1} enregistrements de rapports TLS ; les expéditeurs n’en utilisent alors aucun.",
            es: "Hay {1} registros de informes TLS; los remitentes no usan entonces ninguno.",
            ru: "Записей отчётов TLS несколько ({1}); отправители не используют ни одной.",
            ar: "عدد سجلات تقارير TLS هو {1}؛ لا يستعمل المرسلون أيًّا منها.", zh: "有 {1} 条 TLS 报告记录；发件方一条也不会采用。"),
        Sentence(
            "lint.tls-rpt.syntax", en: "“{1}” is no place for reports; it must begin with mailto: or https:.",
            fr: "« {1} » n’est pas une destination de rapports ; elle doit commencer par mailto: ou https:.",
            es: "«{1}» no es un destino de informes; debe empezar por mailto: o https:.",
            ru: "«{1}» — не адрес для отчётов; он должен начинаться с mailto: или https:.",
            ar: "«{1}» ليس وجهة للتقارير؛ يجب أن يبدأ بـ mailto: أو https:.",
            zh: "“{1}”不是报告的接收地址；必须以 mailto: 或 https: 开头。"),
        Sentence(
            "lint.dane.unusable",
            en: "The fields “{1}” of this TLSA record, or the length of its data, are none that senders know (RFC 6698).",
            fr:
                "Les champs « {1} » de cet enregistrement TLSA, ou la longueur de ses données, ne sont pas connus des expéditeurs (RFC 6698).",
            es: "Los campos «{1}» de este registro TLSA, o la longitud de sus datos, no los conocen los remitentes (RFC 6698).",
            ru: "Поля «{1}» этой записи TLSA или длина её данных отправителям неизвестны (RFC 6698).",
            ar: "الحقول «{1}» في سجل TLSA هذا، أو طول بياناته، غير معروفة للمرسلين (RFC 6698).",
            zh: "此 TLSA 记录的字段“{1}”或数据长度不被发件方识别（RFC 6698）。"),
        Sentence(
            "lint.dane.usage", en: "Mail servers pass over TLSA records of usage {1}; use 3 or 2 (RFC 7672 section 3.1.3).",
            fr: "Les serveurs de messagerie ignorent les enregistrements TLSA d’usage {1} ; utilisez 3 ou 2 (RFC 7672 section 3.1.3).",
            es: "Los servidores de correo ignoran los registros TLSA de uso {1}; use 3 o 2 (RFC 7672 sección 3.1.3).",
            ru: "Почтовые серверы пропускают записи TLSA с назначением {1}; используйте 3 или 2 (RFC 7672, раздел 3.1.3).",
            ar: "تتجاهل خوادم البريد سجلات TLSA ذات الاستعمال {1}؛ استعمل 3 أو 2 (RFC 7672 القسم 3.1.3).",
            zh: "邮件服务器忽略用途为 {1} 的 TLSA 记录；请用 3 或 2（RFC 7672 第 3.1.3 节）。"),
        Sentence(
            "lint.dane.unsigned", en: "TLSA records count only where DNSSEC signs the zone, and this one is not signed.",
            fr: "Les enregistrements TLSA ne comptent que si DNSSEC signe la zone, et celle-ci n’est pas signée.",
            es: "Los registros TLSA solo cuentan si DNSSEC firma la zona, y esta no está firmada.",
            ru: "Записи TLSA действуют, только если зона подписана DNSSEC, а эта не подписана.",
            ar: "لا تُحتسب سجلات TLSA إلا حيث يوقّع DNSSEC المنطقة، وهذه غير موقَّعة.", zh: "只有区域经 DNSSEC 签名，TLSA 记录才有效，而此区域未签名。"),
        Sentence(
            "lint.transport.unprotected", en: "Neither MTA-STS nor DANE protects mail on its way to this domain; one of them should.",
            fr: "Ni MTA-STS ni DANE ne protège le courrier en route vers ce domaine ; l’un des deux le devrait.",
            es: "Ni MTA-STS ni DANE protegen el correo en camino a este dominio; uno de ellos debería.",
            ru: "Ни MTA-STS, ни DANE не защищают почту на пути к этому домену; нужно хотя бы одно.",
            ar: "لا MTA-STS ولا DANE يحمي البريد في طريقه إلى هذا النطاق؛ ينبغي وجود أحدهما.",
            zh: "发往此域名的邮件在途中既无 MTA-STS 也无 DANE 保护；应至少采用其一。"),
    ]
}
