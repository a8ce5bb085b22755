internal import Resolving

/// Looks for what is wrong with the keys that a domain's signatures are checked with, of DKIM and of ARC (RFC 6376 section 3.6, RFC 8301,
/// RFC 8463).
struct KeyLint {
    /// How many selectors are looked at.
    static let selectorLimit = 100
    /// How many bits an RSA key should have (RFC 8301 section 3.2).
    static let goodBits = 2048

    private let lookups: Lookups
    private let domain: DomainName
    private let selectors: [DomainName]
    /// Whether the domain lets somebody send.
    private let sends: Bool
    private var notes = LintNotes()
    private var keys: [[UInt8]: DomainName] = [:]

    init(of domain: DomainName, selectors: [DomainName], sends: Bool, asking lookups: Lookups) {
        self.domain = domain
        self.sends = sends
        self.selectors = selectors
        self.lookups = lookups
    }

    /// What was found, after `run`.
    var findings: [LintFinding] { notes.findings }

    private mutating func note(
        _ id: String, _ severity: LintFinding.Severity, at place: Question, _ details: [String] = [], outcome: Answer.Outcome? = nil,
        isRepaired: Bool = false
    ) {
        notes.note("lint.dkim." + id, severity, at: place, details, outcome: outcome, repairs: isRepaired ? [place] : [])
    }

    /// Asks for the key of each selector.
    mutating func run() async {
        let places = selectors.prefix(KeyLint.selectorLimit).compactMap { selector in
            domain.prepending("\(selector)._domainkey").map { (selector, Question($0, .txt)) }
        }
        for (_, place) in places { lookups.expect(place) }
        for (selector, place) in places { await read(selector, place) }
        if selectors.isEmpty, sends { await noteNone() }
        if selectors.count > KeyLint.selectorLimit {
            let counts = [String(selectors.count), String(KeyLint.selectorLimit)]
            notes.note("lint.dkim.many", .note, at: Question(domain, .txt), counts, isSum: true)
        }
    }

    /// No key was named. Keys cannot be listed by asking; that nothing lies below their common name can be seen (RFC 8020).
    private mutating func noteNone() async {
        guard let name = domain.prepending("_domainkey") else { return }
        let place = Question(name, .txt)
        let answer = await lookups.answer(to: place)
        if answer.outcome == .nonexistent {
            note("none", .advice, at: place, [domain.description, "chaffinch auth keygen --domain \(domain) --selector s1"])
        } else if !answer.outcome.isTemporary {
            note("not-named", .note, at: place, ["chaffinch auth lint \(domain) --selector s1"])
        }
    }

    private mutating func read(_ selector: DomainName, _ place: Question) async {
        let answer = await lookups.answer(to: place)
        if answer.outcome.isTemporary {
            return note("not-answered", .unknown, at: place, [place.name.description], outcome: answer.outcome)
        }
        let texts = answer.texts
        // Behind an alias lies a provider's zone, which a postmaster cannot change.
        let isOwn = answer.aliases.isEmpty
        if isOwn { notes.saw(texts.map(RecordData.text), at: place) }
        guard !texts.isEmpty else {
            return note(
                "missing", .missing, at: place, [place.name.description, "chaffinch auth keygen --domain \(domain) --selector \(selector)"])
        }
        guard texts.count > 1 else { return read(texts[0], selector, place, isOwn: isOwn) }
        if let joined = KeyLint.joined(texts) {
            note("split", .broken, at: place, [String(texts.count)], isRepaired: isOwn)
            if isOwn { notes.want([.text(joined)], at: place) }
            return
        }
        note("several", .broken, at: place, [String(texts.count)], isRepaired: isOwn)
        let kept = texts.first { (try? DKIMKeyRecord($0)) != nil } ?? texts[0]
        if isOwn { notes.want([.text(kept)], at: place) }
        read(kept, selector, place, isOwn: isOwn)
    }

    /// The key that several records are pieces of: none of them is a key alone, and one after the other they are.
    private static func joined(_ texts: [[UInt8]]) -> [UInt8]? {
        guard texts.count <= 8, !texts.contains(where: { (try? DKIMKeyRecord($0)) != nil }) else { return nil }
        guard let first = texts.firstIndex(where: { String(decoding: $0, as: UTF8.self).contains("p=") }) else { return nil }
        let rest = texts.indices.filter { $0 != first }.map { texts[$0] }
        for order in [rest, rest.reversed()] {
            let joined = texts[first] + order.joined()
            if let key = try? DKIMKeyRecord(joined), key.bits >= DKIMPublicKey.rsaBits.lowerBound || key.type == .ed25519 { return joined }
        }
        return nil
    }

    private mutating func read(_ text: [UInt8], _ selector: DomainName, _ place: Question, isOwn: Bool) {
        do {
            read(try DKIMKeyRecord(text), text, selector, place, isOwn: isOwn)
        } catch {
            switch error {
            case .revoked: return note("revoked", .note, at: place, [selector.description])
            case .keySize(let bits) where bits < DKIMPublicKey.rsaBits.lowerBound:
                note("too-weak", .broken, at: place, command(selector, bits), isRepaired: isOwn)
            case .keySize(let bits):
                // Some receivers take it: it stays until another signs.
                return note("size", .broken, at: place, command(selector, bits))
            case .syntax(let error):
                let details = [String(error.offset), SPFRecordRepair.excerpt(text, at: error.offset)]
                note(error.kind.word, .broken, at: place, details, isRepaired: isOwn)
            }
            if isOwn { replace(text, by: DKIMKeyRepair(text).text, at: place) }
        }
    }

    private mutating func replace(_ text: [UInt8], by other: String, at place: Question) {
        guard let old = notes.wanted(at: place).first else { return }
        notes.replace(old, by: .text(other), at: place)
    }

    private mutating func read(_ key: DKIMKeyRecord, _ text: [UInt8], _ selector: DomainName, _ place: Question, isOwn: Bool) {
        var isFine = true
        if let hashes = key.hashes, !hashes.contains("sha256") {
            note("no-sha256", .broken, at: place, [hashes.joined(separator: ":")], isRepaired: isOwn)
            isFine = false
        }
        if !key.services.contains("*"), !key.services.contains("email") {
            note("other-service", .broken, at: place, [key.services.joined(separator: ":")], isRepaired: isOwn)
            isFine = false
        }
        if key.isTesting {
            note("testing", .advice, at: place, [selector.description], isRepaired: isOwn)
            isFine = false
        }
        if !isFine, isOwn { replace(text, by: DKIMKeyRepair(text).text, at: place) }
        if key.type == .rsa, key.bits < KeyLint.goodBits {
            note("weak", .advice, at: place, command(selector, key.bits))
            isFine = false
        }
        if let bytes = key.list.value("p").map(Array.init), let other = keys.updateValue(selector, forKey: bytes), other != selector {
            note("shared", .advice, at: place, [other.description, selector.description])
            isFine = false
        }
        if isFine { note("key", .fine, at: place, [selector.description, key.type == .rsa ? "RSA" : "Ed25519", String(key.bits)]) }
    }

    /// How many bits a key has, and what is said to make another.
    private func command(_ selector: DomainName, _ bits: Int) -> [String] {
        [selector.description, String(bits), "chaffinch auth keygen --domain \(domain) --selector \(selector)-2"]
    }
}

extension DKIMSyntaxError.Kind {
    /// The word for it in the keys of sentences, as far as records of keys have it.
    var word: String {
        switch self {
        case .list(.missingTag): "missing-item"
        case .list(.badName): "bad-name"
        case .list(.missingEquals): "missing-equals"
        case .list(.badByte): "bad-byte"
        case .list(.repeatedTag): "repeated-tag"
        case .missingTag: "no-key"
        case .unknownVersion: "unknown-version"
        case .unsupported: "unknown-type"
        case .notBase64: "not-base64"
        default: "not-a-key"
        }
    }
}
