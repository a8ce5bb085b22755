internal import Domains
internal import Localization
internal import Messages
internal import Resolving

/// Looks for what is wrong with a domain's record of SPF and with those it refers to (RFC 7208; section 4.6.4 for what may be asked).
///
/// Unlike a check of one client, it reads every term, so the numbers are those of the worst client.
struct SPFLint {
    /// How many records are read at most: more than the standard lets a check follow, so that too many are named.
    static let recordLimit = 40
    /// How many terms of all records are asked about at most.
    static let termLimit = 120
    /// How long a record may be before answers no longer fit in 512 bytes (section 3.4).
    static let lengthLimit = 450
    /// How many bytes of texts at one name still come by UDP: the answer that name servers send in one packet, 1,232 bytes, without its head.
    static let answerLimit = 1_200
    /// Where the version of a record ends.
    private static let versionEnd = "v=spf1".utf8.count
    /// Networks with fewer bits than these cover more than one sender has; several that are as large together are too wide as well.
    static let shortest = (v4: 16, v6: 32)
    /// The type that RFC 4408 had for records of SPF, and RFC 7208 section 3.1 gave up.
    static let oldType = RecordType(rawValue: 99)

    /// What the domain's own record says of those that it does not name.
    enum Reach: Sendable {
        /// There is no record that can be used, or no answer.
        case unknown
        /// Nobody may send.
        case nobody
        /// Somebody may.
        case somebody
    }

    let lookups: Lookups
    let domain: DomainName
    var notes = LintNotes()
    var repairs: [DomainName: SPFRecordRepair] = [:]
    private var costs = SPFTermCosts()
    private var termsRead = 0
    var voidLookups = 0
    private var visited: Set<DomainName> = []
    /// The records that are being read: the domain's own, and one included in the other.
    private var path: [DomainName] = []
    /// Names whose records did not come, so that what they cost is not known.
    private var unread: [DomainName] = []
    /// The networks that the domain's own records let pass.
    var networks: Set<IPNetwork> = []
    /// Whom the record lets send.
    private(set) var reach = Reach.unknown
    /// Whether the record asks to refuse or suspect all others.
    private(set) var isStrict = false

    init(of domain: DomainName, asking lookups: Lookups) {
        self.domain = domain
        self.lookups = lookups
    }

    /// What was found, after `run`.
    var findings: [LintFinding] {
        var notes = notes
        for (name, repair) in repairs {
            let wanted = repair.text
            // A record that a repair leaves unreadable is no repair.
            guard (try? SPFRecord(Array(wanted.utf8), from: SPFLint.versionEnd)) != nil else { continue }
            let others = notes.wanted(at: place(name)).filter { !repair.replaced.contains($0) }
            notes.want(others + [.text(wanted)], at: place(name))
        }
        return notes.findings
    }

    /// Reads the domain's record and all that it refers to.
    mutating func run() async {
        guard let record = await record(of: domain, from: nil) else { return }
        await read(record, of: domain, depth: 0)
        noteWidth()
        await count()
        if repairs[domain]?.silencesSenders == true, await takesMail { repairs[domain]?.letExchangesSend() }
    }

    /// Whether the domain has a host that takes its mail.
    private var takesMail: Bool {
        get async {
            await lookups.answer(domain, .mx).records.contains {
                if case .mailExchange(_, let host) = $0 { !host.bytes.isEmpty } else { false }
            }
        }
    }

    func place(_ name: DomainName) -> Question { Question(name, .txt) }

    mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at name: DomainName, _ details: [String] = [], outcome: Answer.Outcome? = nil,
        isRepaired: Bool = false
    ) {
        let isRepaired = isRepaired && repairs[name] != nil
        notes.note("lint.spf." + id, severity, at: place(name), details, outcome: outcome, repairs: isRepaired ? [place(name)] : [])
    }

    /// Notes something and how the record at a name is repaired, where it is one of the domain's own.
    mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at name: DomainName, _ details: [String] = [],
        repair: (inout SPFRecordRepair) -> Void
    ) {
        note(id, severity, at: name, details, isRepaired: true)
        if repairs[name] != nil { repair(&repairs[name, default: SPFRecordRepair(replacing: [], text: "")]) }
    }

    /// The one record at a name, read; what is wrong with it is noted. `origin` is the record and the term that lead there.
    private mutating func record(of name: DomainName, from origin: (name: DomainName, term: String)?) async -> SPFRecord? {
        let answer = await lookups.answer(name, .txt)
        if answer.outcome.isTemporary {
            note("not-answered", .unknown, at: name, [name.description], outcome: answer.outcome)
            unread.append(name)
            return nil
        }
        let records = answer.texts.filter { SPFVersion(of: $0).map { $0.scopes == nil } ?? false }
        let failed = answer.texts.filter { SPFVersion(of: $0) == nil && SPFRecordRepair.looksLikeRecord($0) }
        let isOwn = name.isWithin(domain) && answer.aliases.isEmpty
        if isOwn {
            notes.saw((records + failed).map(RecordData.text), at: place(name))
            if let repair = SPFRecordRepair(of: records, failed) { repairs[name] = repair }
        }
        if origin == nil, isOwn {
            noteLength(of: answer.texts)
            await readOldType(isAlone: records.isEmpty && failed.isEmpty)
        }
        for text in failed { note("not-a-record", .broken, at: name, [String(decoding: text, as: UTF8.self)], isRepaired: true) }
        if records.count > 1 { note("several-records", .broken, at: name, [String(records.count)], isRepaired: true) }
        guard records.count == 1 || repairs[name] != nil else {
            await noteMissing(at: name, from: origin, isWrong: !records.isEmpty || !failed.isEmpty)
            return nil
        }
        let texts = records.isEmpty ? [Array(repairs[name]?.text.utf8 ?? "".utf8)] : records
        return readable(texts, of: name)
    }

    /// The record of these texts; what cannot be read is noted, and left out where the record is one of the domain's own.
    private mutating func readable(_ texts: [[UInt8]], of name: DomainName) -> SPFRecord? {
        if texts.count == 1, let record = try? SPFRecord(texts[0], from: SPFLint.versionEnd) { return record }
        var errors = 0
        for text in texts { errors += noteErrors(in: text, of: name) }
        let corrected = repairs[name].map { Array($0.text.utf8) } ?? texts[0]
        do {
            return try SPFRecord(corrected, from: SPFLint.versionEnd)
        } catch {
            // A modifier that stands twice is right each time; anything else is left where there was too much to correct.
            if errors == 0 || error.kind == .repeatedModifier { noteSyntax(error.kind, of: corrected, at: error.offset, name) }
            guard error.kind == .repeatedModifier, var repair = repairs[name] else { return nil }
            repair.removeRepeatedModifiers()
            repairs[name] = repair
            return try? SPFRecord(Array(repair.text.utf8), from: SPFLint.versionEnd)
        }
    }

    /// Reads each term alone, so that all that is wrong is said at once, and corrects it; gives how many cannot be read.
    private mutating func noteErrors(in text: [UInt8], of name: DomainName) -> Int {
        let terms = text.dropFirst(SPFLint.versionEnd).split(separator: 0x20)
        var errors = 0
        var isJoined = false
        for (index, term) in terms.enumerated() where errors <= SPFRecordRepair.errorLimit {
            if isJoined {
                isJoined = false
                continue
            }
            do {
                _ = try SPFRecord(Array("v=spf1 ".utf8) + term, from: SPFLint.versionEnd)
            } catch {
                errors += 1
                noteSyntax(error.kind, of: text, at: term.startIndex + error.offset - SPFLint.versionEnd - 1, name)
                let next = index + 1 < terms.count ? String(decoding: terms[index + 1], as: UTF8.self) : nil
                isJoined = repairs[name]?.correct(String(decoding: term, as: UTF8.self), before: next) ?? false
            }
        }
        return errors
    }

    private mutating func noteSyntax(_ kind: SPFSyntaxError.Kind, of text: [UInt8], at offset: Int, _ name: DomainName) {
        let error = SPFSyntaxError(kind: kind, offset: offset)
        let isOwn = repairs[name] != nil
        let details: [Statement.Detail] = [
            .statement(error.mistake), .text(String(offset)), .text(LintFinding.printable(SPFRecordRepair.excerpt(text, at: offset))),
        ]
        let statement = Statement(isOwn ? "lint.spf.syntax" : "lint.spf.syntax-of-others", details: details)
        notes.note(
            LintFinding("lint.spf.syntax." + kind.word, .broken, at: place(name), statement), repairs: isOwn ? [place(name)] : [])
    }

    private mutating func noteMissing(at name: DomainName, from origin: (name: DomainName, term: String)?, isWrong: Bool) async {
        if let origin {
            if isWrong { return }
            return note("no-record", .broken, at: origin.name, [origin.term, name.description]) { $0.remove(origin.term) }
        }
        let takesMail = await takesMail
        repairs[domain] = SPFRecordRepair(replacing: [], text: takesMail ? "v=spf1 mx -all" : "v=spf1 -all")
        reach = takesMail ? .somebody : .nobody
        note("missing", .missing, at: domain, isRepaired: true)
    }

    private mutating func read(_ record: SPFRecord, of name: DomainName, depth: Int) async {
        visited.insert(name)
        path.append(name)
        var met: Set<String> = []
        var hasAll = false
        if record.bytes.count > SPFLint.lengthLimit { note("long", .advice, at: name, [String(record.bytes.count)]) }
        let record = withKnownModifiers(withSeparateTerms(record, of: name), of: name)
        for (index, directive) in record.directives.enumerated() {
            let term = String(decoding: record.bytes[directive.range], as: UTF8.self)
            if case .all = directive.mechanism {
                // Moved before it is changed to another.
                if !hasAll, index < record.directives.count - 1 { note("after-all", .broken, at: name, [term]) { $0.moveToEnd(term) } }
                if !hasAll { noteAll(directive, term, name: name, depth: depth) }
                hasAll = true
                // What stands behind it is read once it is moved.
                if repairs[name] != nil { continue } else { break }
            }
            termsRead += 1
            guard termsRead <= SPFLint.termLimit else { break }
            guard met.insert(term.lowercased()).inserted else {
                note("repeated-term", .advice, at: name, [term]) { $0.removeLast(term) }
                continue
            }
            if depth == 0 { costs.begin(term) }
            await read(directive, term, of: name, depth: depth)
        }
        await readEnd(of: record, name: name, depth: depth)
        path.removeLast()
        if depth == 0 {
            let sends = record.directives.contains { $0.mechanism != .all && $0.qualifier == .pass } || record.redirect != nil
            reach = sends ? .somebody : .nobody
            let last = record.directives.last { $0.mechanism == .all }
            isStrict = last.map { $0.qualifier == .fail || $0.qualifier == .softfail } ?? false
        }
    }

    /// The record with blanks between terms that stand together and can be read as one: a name may have any sign in it.
    private mutating func withSeparateTerms(_ record: SPFRecord, of name: DomainName) -> SPFRecord {
        var isWhole = true
        for directive in record.directives.prefix(SPFLint.termLimit) where SPFRecordRepair.isTwo(directive.term) {
            guard let terms = SPFRecordRepair.separated(directive.term) else { continue }
            note("joined-terms", .broken, at: name, [directive.term]) { $0.replace(directive.term, by: terms) }
            isWhole = false
        }
        guard !isWhole, let repair = repairs[name] else { return record }
        return (try? SPFRecord(Array(repair.text.utf8), from: SPFLint.versionEnd)) ?? record
    }

    /// The record with mechanisms where modifiers stand that only mechanisms are named as, and without others that nobody knows.
    private mutating func withKnownModifiers(_ record: SPFRecord, of name: DomainName) -> SPFRecord {
        let unknown = record.unknownModifiers.prefix(SPFRecordRepair.errorLimit)
        for modifier in unknown { note("unknown-modifier", .advice, at: name, [modifier]) { $0.correctModifier(modifier) } }
        guard !unknown.isEmpty, let repair = repairs[name] else { return record }
        return (try? SPFRecord(Array(repair.text.utf8), from: SPFLint.versionEnd)) ?? record
    }

    private mutating func readEnd(of record: SPFRecord, name: DomainName, depth: Int) async {
        let hasAll = record.directives.contains { $0.mechanism == .all }
        if let redirect = record.redirect {
            let term = record.redirectRange.map { String(decoding: record.bytes[$0], as: UTF8.self) } ?? "redirect"
            if hasAll {
                note("redirect-unused", .broken, at: name) { $0.remove(term) }
            } else {
                if depth == 0 { costs.begin(term) }
                costs.ask()
                await follow(redirect, term, from: name, depth: depth)
            }
        } else if !hasAll, depth == 0 {
            note("no-all", .advice, at: name) { $0.append("~all") }
        }
        if depth == 0, let explanation = record.explanation { await readExplanation(explanation, at: name) }
    }

    private mutating func noteAll(_ directive: SPFRecord.Directive, _ term: String, name: DomainName, depth: Int) {
        switch directive.qualifier {
        case .pass: note("pass-all", .dangerous, at: name, [term]) { $0.replace(term, by: "-all") }
        case .neutral where depth == 0: note("neutral-all", .advice, at: name) { $0.replace(term, by: "~all") }
        default: break
        }
    }

    private mutating func read(_ directive: SPFRecord.Directive, _ term: String, of name: DomainName, depth: Int) async {
        switch directive.mechanism {
        case .all: return
        case .network(let network): read(network, directive, term, of: name)
        case .include(let target):
            costs.ask()
            await follow(target, term, from: name, depth: depth)
        case .ptr:
            costs.ask()
            note("ptr", .advice, at: name, [term]) { $0.remove(term) }
        case .exists(let target):
            costs.ask()
            await readExistence(of: target, directive, term, at: name)
        case .a(let target, let lengths):
            costs.ask()
            await readAddresses(of: target, term, at: name)
            read(lengths, directive, term, of: name)
        case .mx(let target, let lengths):
            costs.ask()
            await readExchanges(of: target, term, at: name)
            read(lengths, directive, term, of: name)
        }
    }

    /// The name that a term without macros is about.
    func target(_ given: MacroString?, at name: DomainName) -> DomainName? {
        guard let given else { return name }
        return given.isLiteral ? DomainName(given.expanded { _ in [] }) : nil
    }

    private mutating func follow(_ given: MacroString, _ term: String, from name: DomainName, depth: Int) async {
        guard let target = target(given, at: name) else { return }
        if path.contains(target) { return note("loop", .broken, at: name, [term, target.description]) { $0.remove(term) } }
        if let cost = costs.cost(of: target) {
            costs.ask(cost)
            return note("twice", .advice, at: name, [term, target.description, String(cost + 1)]) { $0.remove(term) }
        }
        guard visited.count < SPFLint.recordLimit, let record = await record(of: target, from: (name, term)) else { return }
        let start = costs.total
        await read(record, of: target, depth: depth + 1)
        costs.finish(target, from: start)
    }

    /// Section 4.6.4: what is over the limits is an error for every receiver.
    private mutating func count() async {
        let place = place(domain)
        let total = String(costs.total)
        if costs.total > SPFTermCosts.allowed {
            await noteManyTerms()
        } else if costs.total > 8 {
            notes.note("lint.spf.nearly-many-terms", .advice, at: place, [total, costs.list], isSum: true)
        }
        if voidLookups > 2 {
            let repairs = repairs[domain] == nil ? [] : [place]
            notes.note("lint.spf.many-void-lookups", .broken, at: place, [String(voidLookups)], repairs: repairs, isSum: true)
        }
        guard costs.total <= 8, !notes.hasSerious else { return }
        if unread.isEmpty {
            note(reach == .nobody ? "nobody" : "count", .fine, at: domain, [total])
        } else {
            let names = unread.prefix(SPFTermCosts.allowed).map(\.description).joined(separator: ", ")
            note("count-known", .note, at: domain, [total, names])
        }
    }

    /// Too many ask: the record is said with fewer, where the zone knows what they stand for and all of it was read.
    private mutating func noteManyTerms() async {
        let wasRead = visited.count < SPFLint.recordLimit && termsRead <= SPFLint.termLimit
        var details = [String(costs.total), costs.list]
        var key = "lint.spf.many-terms"
        if wasRead, var shorter = SPFShortening(of: domain, repairs, costs: costs, asking: lookups) {
            await shorter.run()
            if let text = shorter.text {
                repairs[domain]?.become(text)
                details.append(String(shorter.total))
                key += "-line"
            }
        }
        let finding = LintFinding(
            "lint.spf.many-terms", .broken, at: place(domain), Statement(key, details: details.map(Statement.Detail.text)))
        notes.note(finding, repairs: details.count > 2 ? [place(domain)] : [], isSum: true)
    }
}
