internal import Resolving

/// Looks for what is wrong with the records that protect mail on its way: MTA-STS (RFC 8461), TLS reports (RFC 8460), DANE (RFC 7672).
struct TransportLint {
    private let lookups: Lookups
    private let domain: DomainName
    private let hosts: [DomainName]
    private var notes = LintNotes()

    /// A lint of a domain whose mail these hosts take.
    init(of domain: DomainName, hosts: [DomainName], asking lookups: Lookups) {
        self.domain = domain
        self.hosts = hosts
        self.lookups = lookups
    }

    /// What was found, after `run`.
    var findings: [LintFinding] { notes.findings }

    private mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at place: Question, _ details: [String] = [], outcome: Answer.Outcome? = nil,
        isRepaired: Bool = false
    ) {
        notes.note("lint." + id, severity, at: place, details, outcome: outcome, repairs: isRepaired ? [place] : [])
    }

    /// Reads all records; a domain that takes no mail needs none.
    mutating func run() async {
        guard !hosts.isEmpty else { return }
        for host in hosts.prefix(10) {
            if let name = host.prepending("_25._tcp") { lookups.expect(Question(name, .tlsa)) }
        }
        var isProtected = false
        for host in hosts.prefix(10) {
            let found = await readCertificates(of: host)
            isProtected = isProtected || found
        }
        await readMisplacedCertificates()
        await readPolicy(isNeeded: !isProtected)
        await readReports()
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

    /// The texts at a label that begin with a version; nothing where no answer came, which is noted.
    private mutating func records(_ label: String, version: String, _ id: String) async -> (Question, [[UInt8]])? {
        guard let name = domain.prepending(label) else { return nil }
        let place = Question(name, .txt)
        let answer = await lookups.answer(to: place)
        if answer.outcome.isTemporary {
            note(id + ".not-answered", .unknown, at: place, outcome: answer.outcome)
            return nil
        }
        let texts = answer.texts.filter { String(decoding: $0.prefix(2 + version.utf8.count), as: UTF8.self) == "v=" + version }
        // An alias leads to somebody else's records.
        if answer.aliases.isEmpty { notes.saw(texts.map(RecordData.text), at: place) }
        return (place, texts)
    }

    /// RFC 8461 section 3.1: `v=STSv1; id=` and up to 32 letters and digits. The policy itself is a file of a web server, which nobody asks here.
    private mutating func readPolicy(isNeeded: Bool) async {
        guard let (place, texts) = await records("_mta-sts", version: "STSv1", "mta-sts") else { return }
        guard !texts.isEmpty else {
            notes.want([.text("v=STSv1; id=1")], at: place)
            return note(isNeeded ? "mta-sts.unprotected" : "mta-sts.missing", .advice, at: place, shownPolicy, isRepaired: true)
        }
        let ids = texts.map { TransportLint.fields($0)?["id"] ?? "" }
        func isRight(_ id: String) -> Bool {
            (1...32).contains(id.utf8.count) && id.utf8.allSatisfy { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 }
        }
        if texts.count > 1 { note("mta-sts.several", .broken, at: place, [String(texts.count)], isRepaired: true) }
        if let wrong = ids.first(where: { !isRight($0) }) { note("mta-sts.syntax", .broken, at: place, [wrong], isRepaired: true) }
        if texts.count == 1, isRight(ids[0]) {
            guard await noteWebServer() else { return }
            return note("mta-sts.there", .fine, at: place)
        }
        let right = zip(texts, ids).first { isRight($1) }?.0
        let letters = String(decoding: (ids.first ?? "").utf8.filter { $0 &- 48 < 10 || ($0 | 0x20) &- 97 < 26 }.prefix(32), as: UTF8.self)
        notes.want([right.map(RecordData.text) ?? .text("v=STSv1; id=\(letters.isEmpty ? "1" : letters)")], at: place)
    }

    /// Whether the web server that has the policy can be found; where it cannot, that is noted (RFC 8461 section 3.3).
    private mutating func noteWebServer() async -> Bool {
        guard let name = domain.prepending("mta-sts") else { return true }
        let answers = [await lookups.answer(name, .a), await lookups.answer(name, .aaaa)]
        if answers.contains(where: { $0.outcome == .found }) { return true }
        if let silent = answers.first(where: \.outcome.isTemporary) {
            note("mta-sts.not-answered", .unknown, at: Question(name, .a), outcome: silent.outcome)
            return false
        }
        note("mta-sts.no-host", .advice, at: Question(name, .a), [name.description])
        return false
    }

    /// The name of the web server that has the policy, and a host that it must name.
    private var shownPolicy: [String] { ["mta-sts.\(domain)", hosts.first?.description ?? ""] }

    /// RFC 8460 section 3: `v=TLSRPTv1; rua=` and addresses of mail or the web.
    private mutating func readReports() async {
        guard let (place, texts) = await records("_smtp._tls", version: "TLSRPTv1", "tls-rpt") else { return }
        let usual = RecordData.text("v=TLSRPTv1; rua=mailto:tls-reports@\(domain)")
        guard !texts.isEmpty else {
            notes.want([usual], at: place)
            return note("tls-rpt.missing", .advice, at: place, isRepaired: true)
        }
        func addresses(_ text: [UInt8]) -> [Substring] { (TransportLint.fields(text)?["rua"] ?? "").split(separator: ",") }
        func isRight(_ address: Substring) -> Bool { address.hasPrefix("mailto:") && address.contains("@") || address.hasPrefix("https:") }
        if texts.count > 1 { note("tls-rpt.several", .broken, at: place, [String(texts.count)], isRepaired: true) }
        let all = texts.flatMap(addresses)
        let isWrong = texts.contains { addresses($0).isEmpty } || !all.allSatisfy(isRight)
        if isWrong {
            note("tls-rpt.syntax", .broken, at: place, [String(all.first { !isRight($0) } ?? "")], isRepaired: true)
        }
        if texts.count == 1, !isWrong { return note("tls-rpt.there", .fine, at: place) }
        // What is an address and only lacks its scheme is given it.
        let corrected = all.prefix(8).compactMap { address -> String? in
            if isRight(address) { return String(address) }
            return address.contains("@") && !address.contains(":") ? "mailto:" + address : nil
        }
        notes.want([corrected.isEmpty ? usual : .text("v=TLSRPTv1; rua=" + corrected.joined(separator: ","))], at: place)
    }

    /// Records of a certificate at the domain itself, where others take its mail: senders ask at the name of the host (RFC 7672 section 3).
    private mutating func readMisplacedCertificates() async {
        guard !hosts.contains(domain), let name = domain.prepending("_25._tcp") else { return }
        let wrong = Question(name, .tlsa)
        let answer = await lookups.answer(to: wrong)
        guard answer.outcome == .found, answer.aliases.isEmpty else { return }
        notes.saw(answer.records, at: wrong)
        notes.want([], at: wrong)
        var places = [wrong]
        let right = hosts[0].prepending("_25._tcp").map { Question($0, .tlsa) }
        var certified = true
        if let right {
            let there = await lookups.answer(to: right)
            certified = there.outcome == .found || there.outcome.isTemporary
        }
        if hosts.count == 1, let right, right.name.isWithin(domain), !certified {
            notes.saw([], at: right)
            notes.want(answer.records, at: right)
            places.append(right)
        }
        notes.note("lint.dane.misplaced", .broken, at: wrong, [domain.description, right?.name.description ?? ""], repairs: places)
    }

    /// The records of a host's certificate (RFC 7672 section 3.1); whether one protects it.
    private mutating func readCertificates(of host: DomainName) async -> Bool {
        guard let name = host.prepending("_25._tcp") else { return false }
        let place = Question(name, .tlsa)
        let answer = await lookups.answer(to: place)
        let isOwn = name.isWithin(domain) && answer.aliases.isEmpty
        if isOwn { notes.saw(answer.records, at: place) }
        var isProtected = false
        for record in answer.records.prefix(40) {
            guard case .tlsAssociation(let usage, let selector, let matchingType, let data) = record else { continue }
            let length = matchingType == 1 ? 32 : matchingType == 2 ? 64 : nil as Int?
            let isUnusable = usage > 3 || selector > 1 || matchingType > 2 || (length.map { $0 != data.count } ?? data.isEmpty)
            if isUnusable {
                note("dane.unusable", .broken, at: place, ["\(usage) \(selector) \(matchingType)"], isRepaired: isOwn)
            } else if usage < 2 {
                note("dane.usage", .broken, at: place, [String(usage)], isRepaired: isOwn)
            } else {
                isProtected = true
                continue
            }
            if isOwn { notes.replace(record, by: nil, at: place) }
        }
        if isProtected { note(answer.isSecure ? "dane.there" : "dane.unsigned", answer.isSecure ? .fine : .note, at: place) }
        return isProtected && answer.isSecure
    }
}
