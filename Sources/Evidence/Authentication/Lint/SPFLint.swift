internal import Domains
internal import Messages
internal import Resolving

/// Looks for what is wrong with a domain's record of SPF and with those it refers to (RFC 7208; section 4.6.4 for what may be asked).
///
/// Unlike a check of one client, it reads every term, so the numbers are those of the worst client.
struct SPFLint {
    /// How many records are read at most: more than the standard lets a check follow, so that too many are named.
    static let recordLimit = 40
    /// How long a record may be before answers no longer fit in 512 bytes (section 3.4).
    static let lengthLimit = 450
    /// Networks with fewer bits than these cover more than one sender has.
    static let shortest = (v4: 16, v6: 32)

    private let lookups: Lookups
    private let domain: DomainName
    private(set) var findings: [LintFinding] = []
    private var termsThatAsk = 0
    private var voidLookups = 0
    private var visited: Set<DomainName> = []

    init(of domain: DomainName, asking lookups: Lookups) {
        self.domain = domain
        self.lookups = lookups
    }

    /// Reads the domain's record and all that it refers to.
    mutating func run() async {
        guard let record = await record(of: domain, isOwn: true) else { return }
        await read(record, of: domain, depth: 0)
        count()
    }

    private func place(_ name: DomainName) -> Question { Question(name, .txt) }

    private mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at name: DomainName, _ details: [String] = [], publish: String? = nil
    ) {
        let line = publish.map { LintFinding.line(name, $0) }
        let finding = LintFinding("lint.spf." + id, severity, at: place(name), details: details, line: line)
        if !findings.contains(finding) { findings.append(finding) }
    }

    /// The one record at a name, read; what is wrong with it is noted.
    private mutating func record(of name: DomainName, isOwn: Bool) async -> SPFRecord? {
        let answer = await lookups.answer(name, .txt)
        if answer.outcome.isTemporary {
            note("not-answered", .broken, at: name, [answer.outcome.description])
            return nil
        }
        let records = answer.texts.filter { SPFVersion(of: $0).map { $0.scopes == nil } ?? false }
        for text in answer.texts where SPFVersion(of: text) == nil && SPFLint.looksLikeRecord(text) {
            note("not-a-record", .broken, at: name, [String(decoding: text, as: UTF8.self)])
        }
        guard let text = records.first else {
            if isOwn { await noteMissing() } else { note("no-record", .broken, at: name) }
            return nil
        }
        guard records.count == 1 else {
            note("several-records", .broken, at: name, [String(records.count)], publish: SPFLint.merged(records))
            return nil
        }
        do {
            return try SPFRecord(text, from: "v=spf1".utf8.count)
        } catch {
            note("syntax", .broken, at: name, [SPFLint.excerpt(text, at: error.offset), error.description])
            return nil
        }
    }

    /// Whether a text was meant to be a record.
    private static func looksLikeRecord(_ text: [UInt8]) -> Bool {
        let start = String(decoding: text.prefix(10), as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
        return start.hasPrefix("vspf") || start.hasPrefix("spf1") || start.hasPrefix("spf2")
    }

    /// The terms of several records in one.
    private static func merged(_ records: [[UInt8]]) -> String {
        var terms: [String] = []
        for record in records {
            for term in String(decoding: record, as: UTF8.self).split(separator: " ").dropFirst() where !terms.contains(String(term)) {
                terms.append(String(term))
            }
        }
        let last = terms.filter { $0.lowercased().hasSuffix("all") && $0.count <= 4 }
        terms.removeAll { last.contains($0) }
        return (["v=spf1"] + terms + [last.contains("-all") ? "-all" : last.first ?? "~all"]).joined(separator: " ")
    }

    /// A few bytes around an offset.
    private static func excerpt(_ text: [UInt8], at offset: Int) -> String {
        let start = max(0, min(offset, text.count) - 12)
        return String(decoding: text[start..<min(text.count, start + 40)], as: UTF8.self)
    }

    private mutating func noteMissing() async {
        let exchanges = await lookups.answer(domain, .mx)
        note("missing", .missing, at: domain, publish: exchanges.outcome == .found ? "v=spf1 mx -all" : "v=spf1 -all")
    }

    private mutating func read(_ record: SPFRecord, of name: DomainName, depth: Int) async {
        visited.insert(name)
        noteShape(of: record, name: name, depth: depth)
        for (index, directive) in record.directives.enumerated() {
            let term = String(decoding: record.bytes[directive.range], as: UTF8.self)
            if case .all = directive.mechanism {
                noteAll(directive, of: record, name: name, depth: depth)
                if index < record.directives.count - 1 { note("after-all", .broken, at: name, [term]) }
                break
            }
            await read(directive, term, of: name, depth: depth)
        }
        let hasAll = record.directives.contains { $0.mechanism == .all }
        if let redirect = record.redirect {
            if hasAll {
                note("redirect-unused", .broken, at: name)
            } else {
                termsThatAsk += 1
                await follow(redirect, "redirect", from: name, depth: depth)
            }
        } else if !hasAll, depth == 0 {
            let text = String(decoding: record.bytes, as: UTF8.self)
            note("no-all", .advice, at: name, publish: text + " ~all")
        }
    }

    private mutating func noteShape(of record: SPFRecord, name: DomainName, depth: Int) {
        if record.bytes.count > SPFLint.lengthLimit { note("long", .advice, at: name, [String(record.bytes.count)]) }
        for modifier in record.unknownModifiers { note("unknown-modifier", .advice, at: name, [modifier]) }
    }

    private mutating func noteAll(_ directive: SPFRecord.Directive, of record: SPFRecord, name: DomainName, depth: Int) {
        let text = String(decoding: record.bytes, as: UTF8.self)
        let term = String(decoding: record.bytes[directive.range], as: UTF8.self)
        switch directive.qualifier {
        case .pass: note("pass-all", .dangerous, at: name, [term], publish: text.replacing(term, to: "-all"))
        case .neutral where depth == 0: note("neutral-all", .advice, at: name, publish: text.replacing(term, to: "~all"))
        default: break
        }
    }

    private mutating func read(_ directive: SPFRecord.Directive, _ term: String, of name: DomainName, depth: Int) async {
        switch directive.mechanism {
        case .all: return
        case .network(let network):
            let shortest = network.address.bitWidth == 32 ? SPFLint.shortest.v4 : SPFLint.shortest.v6
            if network.length < shortest, directive.qualifier == .pass { note("wide-network", .dangerous, at: name, [network.description]) }
        case .include(let target):
            termsThatAsk += 1
            await follow(target, term, from: name, depth: depth)
        case .ptr:
            termsThatAsk += 1
            note("ptr", .advice, at: name, [term])
        case .exists: termsThatAsk += 1
        case .a(let target, _):
            termsThatAsk += 1
            await readAddresses(of: target, term, at: name)
        case .mx(let target, _):
            termsThatAsk += 1
            await readExchanges(of: target, term, at: name)
        }
    }

    /// The name that a term without macros is about.
    private func target(_ given: MacroString?, at name: DomainName) -> DomainName? {
        guard let given else { return name }
        return given.isLiteral ? DomainName(given.expanded { _ in [] }) : nil
    }

    private mutating func readAddresses(of given: MacroString?, _ term: String, at name: DomainName) async {
        guard let target = target(given, at: name) else { return }
        let answers = (await lookups.answer(target, .a), await lookups.answer(target, .aaaa))
        guard answers.0.outcome != .found, answers.1.outcome != .found else { return }
        voidLookups += 1
        note("finds-nothing", .broken, at: name, [term, target.description])
    }

    private mutating func readExchanges(of given: MacroString?, _ term: String, at name: DomainName) async {
        guard let target = target(given, at: name) else { return }
        let answer = await lookups.answer(target, .mx)
        if answer.records.count > 10 { note("many-exchanges", .broken, at: name, [term, String(answer.records.count)]) }
        if answer.outcome != .found, !answer.outcome.isTemporary {
            voidLookups += 1
            note("finds-nothing", .broken, at: name, [term, target.description])
        }
    }

    private mutating func follow(_ given: MacroString, _ term: String, from name: DomainName, depth: Int) async {
        guard let target = target(given, at: name) else { return }
        guard !visited.contains(target) else {
            note("loop", target == name ? .broken : .advice, at: name, [term, target.description])
            return
        }
        guard visited.count < SPFLint.recordLimit, let record = await record(of: target, isOwn: false) else { return }
        await read(record, of: target, depth: depth + 1)
    }

    /// Section 4.6.4: what is over the limits is an error for every receiver.
    private mutating func count() {
        if termsThatAsk > 10 {
            note("many-terms", .broken, at: domain, [String(termsThatAsk)])
        } else if termsThatAsk > 8 {
            note("nearly-many-terms", .advice, at: domain, [String(termsThatAsk)])
        }
        if voidLookups > 2 { note("many-void-lookups", .broken, at: domain, [String(voidLookups)]) }
    }
}

extension String {
    /// The text with the first of a word of it changed to another.
    fileprivate func replacing(_ word: String, to other: String) -> String {
        var words = split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        if let index = words.firstIndex(of: word) { words[index] = other }
        return words.joined(separator: " ")
    }
}
