internal import Messages
internal import Resolving

/// What is looked at of single terms, and of the texts beside a record.
extension SPFLint {
    /// A network that a term names.
    mutating func read(_ network: IPNetwork, _ directive: SPFRecord.Directive, _ term: String, of name: DomainName) {
        guard directive.qualifier == .pass else { return }
        if network.length == 0 { return note("pass-all", .dangerous, at: name, [term]) { $0.remove(term) } }
        let isV4 = network.address.bitWidth == 32
        if network.length < (isV4 ? SPFLint.shortest.v4 : SPFLint.shortest.v6) { noteWide(network.description, at: name) }
        // Networks that are wider begin at an address that says nothing of the rest.
        if network.length >= 8, !network.address.isPublic, !network.address.isDocumentation {
            return note("private-network", .advice, at: name, [term]) { $0.remove(term) }
        }
        if name.isWithin(domain) { networks.insert(network) }
    }

    /// How much of a host's address must agree.
    mutating func read(_ lengths: SPFRecord.Lengths, _ directive: SPFRecord.Directive, _ term: String, of name: DomainName) {
        guard directive.qualifier == .pass, lengths.v4 < SPFLint.shortest.v4 || lengths.v6 < SPFLint.shortest.v6 else { return }
        guard lengths.v4 == 0 || lengths.v6 == 0 else { return noteWide(term, at: name) }
        note("pass-all", .dangerous, at: name, [term]) { $0.replace(term, by: String(term.prefix { $0 != "/" })) }
    }

    /// A network that is too wide; where the record is somebody else's there is nothing to be done about it.
    private mutating func noteWide(_ what: String, at name: DomainName) {
        if name.isWithin(domain) {
            note("wide-network", .dangerous, at: name, [what])
        } else {
            note("wide-network-of-others", .note, at: name, [what, name.description])
        }
    }

    /// Networks none of which is too wide, and which together are.
    mutating func noteWidth() {
        for (word, bits, shortest) in [("ip4", 32, SPFLint.shortest.v4), ("ip6", 128, SPFLint.shortest.v6)] {
            let own = networks.filter { $0.address.bitWidth == bits }
            guard own.allSatisfy({ $0.length >= shortest }) else { continue }
            let widest = own.filter { network in !own.contains { $0.length < network.length && $0.contains(network.address) } }
            let shares = widest.reduce(0.0) { $0 + 1 / SPFLint.power(of: $1.length - shortest) }
            guard shares > 1 else { continue }
            var length = shortest
            while length > 0, shares > SPFLint.power(of: shortest - length) { length -= 1 }
            note("wide-sum", .advice, at: domain, [word, "/\(length)"])
        }
    }

    /// Two to the power of a number, which is not below zero.
    private static func power(of exponent: Int) -> Double { (0..<exponent).reduce(1.0) { power, _ in power * 2 } }

    mutating func readAddresses(of given: MacroString?, _ term: String, at name: DomainName) async {
        guard let target = target(given, at: name) else { return }
        let answers = (await lookups.answer(target, .a), await lookups.answer(target, .aaaa))
        guard answers.0.outcome != .found, answers.1.outcome != .found else { return }
        if let silent = [answers.0, answers.1].first(where: \.outcome.isTemporary) {
            return note("not-answered", .unknown, at: name, [target.description], outcome: silent.outcome)
        }
        noteNothing(at: target, term, of: name)
    }

    mutating func readExchanges(of given: MacroString?, _ term: String, at name: DomainName) async {
        guard let target = target(given, at: name) else { return }
        let answer = await lookups.answer(target, .mx)
        if answer.records.count > 10 { note("many-exchanges", .broken, at: name, [term, String(answer.records.count)]) }
        if answer.outcome.isTemporary {
            return note("not-answered", .unknown, at: name, [target.description], outcome: answer.outcome)
        }
        // RFC 7505: a null MX says that there is no exchange.
        let hasHost = answer.records.contains { if case .mailExchange(_, let host) = $0 { !host.bytes.isEmpty } else { false } }
        if answer.outcome != .found {
            noteNothing(at: target, term, of: name)
        } else if !hasHost {
            note("null-exchange", .advice, at: name, [term, target.description]) { $0.remove(term) }
        }
    }

    /// A name without macros is there for every client or for none (section 5.7).
    mutating func readExistence(of given: MacroString, _ directive: SPFRecord.Directive, _ term: String, at name: DomainName) async {
        guard given.isLiteral, let target = target(given, at: name) else { return }
        let answer = await lookups.answer(target, .a)
        if answer.outcome.isTemporary {
            note("not-answered", .unknown, at: name, [target.description], outcome: answer.outcome)
        } else if answer.outcome != .found {
            noteNothing(at: target, term, of: name)
        } else if directive.qualifier == .pass {
            note("pass-all", .dangerous, at: name, [term]) { $0.remove(term) }
        }
    }

    private mutating func noteNothing(at target: DomainName, _ term: String, of name: DomainName) {
        voidLookups += 1
        note("finds-nothing", .broken, at: name, [term, target.description]) { $0.remove(term) }
    }

    /// The text that is given to a sender who is refused (section 6.2).
    mutating func readExplanation(_ given: MacroString, at name: DomainName) async {
        guard given.isLiteral, let target = target(given, at: name) else { return }
        let answer = await lookups.answer(target, .txt)
        guard !answer.outcome.isTemporary, answer.texts.count != 1 else { return }
        note("no-explanation", .advice, at: name, [target.description, String(answer.texts.count)]) { $0.removeModifier("exp") }
    }

    /// All texts of a name come in one answer, whatever they are for.
    mutating func noteLength(of texts: [[UInt8]]) {
        let bytes = texts.reduce(0) { $0 + 12 + $1.count + $1.count / 255 + 1 }
        guard bytes > SPFLint.answerLimit else { return }
        note("long-answer", .advice, at: domain, [String(bytes)])
    }

    /// Records of the type that nobody asks for any longer; one that is alone is published as a text.
    mutating func readOldType(isAlone: Bool) async {
        let old = Question(domain, SPFLint.oldType)
        let answer = await lookups.answer(to: old)
        let texts = answer.records.compactMap(SPFLint.oldText).filter { SPFVersion(of: $0).map { $0.scopes == nil } ?? false }
        guard !texts.isEmpty, answer.aliases.isEmpty else { return }
        notes.saw(answer.records, at: old)
        notes.want([], at: old)
        guard isAlone else { return notes.note("lint.spf.old-type", .advice, at: old, repairs: [old]) }
        repairs[domain] = SPFRecordRepair(replacing: [], text: String(decoding: texts[0], as: UTF8.self))
        notes.note("lint.spf.old-type-alone", .missing, at: old, repairs: [place(domain), old])
    }

    /// The text of a record of the old type: strings with their lengths before them, where nobody read them before.
    private static func oldText(of record: RecordData) -> [UInt8]? {
        guard case .other(let bytes) = record else { return record.text }
        var text: [UInt8] = []
        var rest = bytes[...]
        while let length = rest.first {
            guard rest.count > Int(length) else { return nil }
            text += rest.dropFirst().prefix(Int(length))
            rest = rest.dropFirst(1 + Int(length))
        }
        return text
    }
}
