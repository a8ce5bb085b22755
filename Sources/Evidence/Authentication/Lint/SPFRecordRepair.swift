internal import Messages
internal import Resolving

/// A record of SPF as it should be, made from what stands there step by step.
struct SPFRecordRepair {
    /// How many terms that cannot be read are corrected; a record with more is no record that somebody meant to publish.
    static let errorLimit = 24

    /// How long a term may be to be corrected; longer than any name.
    private static let termBytes = 300

    /// The records that it stands instead of.
    let replaced: Set<RecordData>
    private var terms: [String]

    /// The record.
    var text: String { (["v=spf1"] + terms).joined(separator: " ") }

    /// A record that begins with this text.
    init(replacing records: [RecordData], text: String) {
        replaced = Set(records)
        terms = text.split(separator: " ").dropFirst().map(String.init)
    }

    /// One record out of all that a name has, and out of those that only look like records where it has none; nothing where it has neither.
    init?(of records: [[UInt8]], _ failed: [[UInt8]]) {
        let texts = records.isEmpty ? failed.compactMap(SPFRecordRepair.corrected) : records.map { String(decoding: $0, as: UTF8.self) }
        guard !texts.isEmpty else { return nil }
        self.init(replacing: (records + failed).map(RecordData.text), text: SPFRecordRepair.merged(texts))
    }

    /// Whether a text was meant to be a record.
    static func looksLikeRecord(_ text: [UInt8]) -> Bool {
        let start = String(decoding: text.prefix(10), as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
        return start.hasPrefix("vspf") || start.hasPrefix("spf1") || start.hasPrefix("spf2")
    }

    /// The record that a text was meant to be; nothing where that cannot be told.
    private static func corrected(_ text: [UInt8]) -> String? {
        let written = String(decoding: text, as: UTF8.self)
        var rest = written[...]
        for part in ["v", "=", "spf", "1"] {
            rest = rest.drop { " \"'-_.:=".contains($0) && !part.hasPrefix(String($0)) }
            if rest.lowercased().hasPrefix(part) {
                rest = rest.dropFirst(part.count)
            } else if part == "spf" || part == "1" {
                return nil
            }
        }
        rest = rest.drop { " ;,:.\"'".contains($0) }
        return "v=spf1 " + rest.filter { $0 != "\"" && $0 != ";" }
    }

    /// The terms of several records in one.
    private static func merged(_ records: [String]) -> String {
        guard records.count > 1 else { return records.first ?? "" }
        var terms: [String] = []
        var met: Set<String> = []
        for record in records {
            for term in record.split(separator: " ").dropFirst().map(String.init) where met.insert(term).inserted { terms.append(term) }
        }
        let ends = terms.filter { $0.lowercased().hasSuffix("all") && $0.count <= 4 }
        terms.removeAll { ends.contains($0) }
        let redirects = terms.filter { $0.lowercased().hasPrefix("redirect=") }
        guard !ends.isEmpty || redirects.count != 1 else { return (["v=spf1"] + terms).joined(separator: " ") }
        terms.removeAll { redirects.contains($0) }
        return (["v=spf1"] + terms + [ends.contains("-all") ? "-all" : ends.first ?? "~all"]).joined(separator: " ")
    }

    /// Whether nobody may send any more, though the record that stands there let somebody.
    var silencesSenders: Bool {
        let before = replaced.contains { record in
            guard case .text(let text) = record else { return false }
            return SPFRecordRepair.letsSend(text.split(separator: 0x20).dropFirst().map { String(decoding: $0, as: UTF8.self) })
        }
        return before && !SPFRecordRepair.letsSend(terms)
    }

    /// Lets the hosts that take the domain's mail send it too, and only suspects all others: nobody knows here who else sends.
    mutating func letExchangesSend() {
        terms.removeAll { $0.lowercased().hasSuffix("all") && $0.count <= 4 }
        terms = ["mx"] + terms + ["~all"]
    }

    /// Whether somebody may send by these terms, or by the record of another domain that they lead to.
    private static func letsSend(_ terms: [String]) -> Bool {
        terms.contains { term in
            let word = term.lowercased()
            if word.hasPrefix("redirect=") { return true }
            return !word.isEmpty && !word.contains("=") && !"-~?".contains(word.prefix(1))
        }
    }

    /// A few bytes around an offset.
    static func excerpt(_ text: [UInt8], at offset: Int) -> String {
        let start = max(0, min(offset, text.count) - 12)
        return String(decoding: text[start..<min(text.count, start + 40)], as: UTF8.self)
    }

    /// Puts another term in the place of one.
    mutating func replace(_ term: String, by other: String) {
        guard let index = terms.firstIndex(of: term) else { return }
        terms.replaceSubrange(index...index, with: other.split(separator: " ").map(String.init))
    }

    /// Takes a term out; one that stands twice, both times.
    mutating func remove(_ term: String) {
        terms.removeAll { $0 == term }
    }

    /// Takes the last of several terms that are the same out.
    mutating func removeLast(_ term: String) {
        let lowercased = term.lowercased()
        guard let index = terms.lastIndex(where: { $0.lowercased() == lowercased }) else { return }
        terms.remove(at: index)
    }

    /// Takes a modifier out.
    mutating func removeModifier(_ name: String) {
        terms.removeAll { $0.lowercased().hasPrefix(name + "=") }
    }

    /// Says the same in other terms.
    mutating func become(_ text: String) {
        terms = text.split(separator: " ").dropFirst().map(String.init)
    }

    /// Puts a term at the end.
    mutating func append(_ term: String) {
        terms.append(term)
    }

    /// Moves a term to the end, before modifiers.
    mutating func moveToEnd(_ term: String) {
        guard let index = terms.firstIndex(of: term) else { return }
        terms.remove(at: index)
        // What else says of all others that stood behind it was never read.
        terms.removeAll { $0.lowercased().hasSuffix("all") && $0.count <= 4 }
        terms.append(term)
    }

    /// Makes a mechanism of a modifier that nobody knows where it is named as one, else takes it out: it has no effect.
    mutating func correctModifier(_ name: String) {
        guard let index = terms.firstIndex(where: { $0.lowercased().hasPrefix(name + "=") }) else { return }
        let meant =
            ["include", "a", "mx", "ip4", "ip6", "exists"].contains(name) ? name + ":" + terms[index].dropFirst(name.utf8.count + 1) : ""
        if SPFRecordRepair.isReadable(meant) {
            terms[index] = meant
        } else {
            terms.remove(at: index)
        }
    }

    /// Takes modifiers out that may stand once, all but the first.
    mutating func removeRepeatedModifiers() {
        for name in ["redirect=", "exp="] {
            guard let first = terms.firstIndex(where: { $0.lowercased().hasPrefix(name) }) else { continue }
            let later = terms[(first + 1)...].filter { !$0.lowercased().hasPrefix(name) }
            terms = terms[...first] + later
        }
    }

    /// Corrects a term by the mistakes that people make, or takes it out; whether the next was taken into it.
    mutating func correct(_ term: String, before next: String?) -> Bool {
        guard let index = terms.firstIndex(of: term) else { return false }
        switch SPFRecordRepair.correction(of: term, before: next) {
        case .term(let other): terms.replaceSubrange(index...index, with: other.split(separator: " ").map(String.init))
        case .joined(let other):
            terms[index] = other
            if index + 1 < terms.count, terms[index + 1] == next { terms.remove(at: index + 1) }
            return true
        case .none: terms.remove(at: index)
        }
        return false
    }

    private enum Correction {
        case term(String)
        case joined(String)
        case none
    }

    /// What a term was meant to be: something that can be read, or nothing.
    private static func correction(of term: String, before next: String?) -> Correction {
        guard term.utf8.count <= termBytes else { return .none }
        let plain = String(term.filter { $0.isASCII || "–—−".contains($0) }.map { "–—−".contains($0) ? "-" : $0 })
        var word = plain[...]
        while let last = word.last, ";,.\"'".contains(last) { word = word.dropLast() }
        let qualifier = word.first.map { "+-~?".contains($0) } == true ? String(word.prefix(1)) : ""
        let body = String(word.dropFirst(qualifier.count))
        var candidates = [qualifier + body]
        if IPAddress(body) != nil || body.contains("/") { candidates += ["ip4:", "ip6:"].map { qualifier + $0 + body } }
        if let colon = body.firstIndex(where: { $0 == ":" || $0 == "=" || $0 == "/" }) {
            let (name, value) = (body[..<colon].lowercased(), body[body.index(after: colon)...])
            switch name {
            case "ip", "ipv4", "ip4", "ipv6", "ip6": candidates += ["ip4:", "ip6:"].map { qualifier + $0 + value }
            case "include", "includes": candidates.append(qualifier + "include:" + value)
            // The sign for the zone means nothing in a record.
            case "a" where value == "@", "mx" where value == "@": candidates.append(qualifier + name)
            case "a", "mx", "exists", "ptr": candidates.append(qualifier + name + ":" + value)
            default: break
            }
        }
        for candidate in candidates where candidate != term && isReadable(candidate) { return .term(candidate) }
        if let terms = separated(String(word)) { return .term(terms) }
        if let next, body.hasSuffix(":") || body.hasSuffix("="), isReadable(word + next) { return .joined(word + next) }
        return .none
    }

    /// Terms that stand together without a blank, as the strings of a text do that nobody put one between; nothing where they are none.
    static func separated(_ term: String) -> String? {
        let bytes = Array(term.utf8)
        guard bytes.count <= termBytes else { return nil }
        var pieces: [String] = []
        var start = 0
        for index in bytes.indices.dropFirst() where startsTerm(bytes[index...]) {
            let isQualified = index - start > 1 && "+-~?".utf8.contains(bytes[index - 1])
            let end = isQualified ? index - 1 : index
            guard end > start else { continue }
            pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        pieces.append(String(decoding: bytes[start...], as: UTF8.self))
        guard pieces.count > 1, pieces.allSatisfy({ isReadable($0) && !isTwo($0) }) else { return nil }
        return pieces.joined(separator: " ")
    }

    /// Whether the name of something that takes a value begins here, or what says of all others ends the text.
    private static func startsTerm(_ bytes: ArraySlice<UInt8>) -> Bool {
        let words = ["include:", "redirect=", "exists:", "ip4:", "ip6:", "exp=", "mx:", "a:"]
        if bytes.count == 3 { return String(decoding: bytes, as: UTF8.self).lowercased() == "all" }
        return words.contains { word in
            bytes.count > word.utf8.count && zip(bytes, word.utf8).allSatisfy { $0 == $1 || ($0 | 0x20 == $1 && $1 &- 97 < 26) }
        }
    }

    /// Whether a term that can be read has a colon in its name, which no host has.
    static func isTwo(_ term: String) -> Bool {
        guard let colon = term.firstIndex(of: ":") else { return false }
        let word = term[..<colon].lowercased().drop { "+-~?".contains($0) }
        return word != "ip6" && term[term.index(after: colon)...].contains(":")
    }

    private static func isReadable(_ term: String) -> Bool {
        guard let record = try? SPFRecord(Array("v=spf1 \(term)".utf8), from: "v=spf1".utf8.count) else { return false }
        return record.unknownModifiers.isEmpty && record.directives.count + (record.redirect == nil ? 0 : 1) == 1
    }
}

extension SPFSyntaxError.Kind {
    /// The word for it in the keys of sentences.
    var word: String {
        switch self {
        case .notPrintable: "not-printable"
        case .unknownMechanism: "unknown-mechanism"
        case .unexpectedArgument: "unexpected-argument"
        case .missingDomain: "missing-domain"
        case .badDomain: "bad-domain"
        case .badMacro: "bad-macro"
        case .badAddress: "bad-address"
        case .badLength: "bad-length"
        case .repeatedModifier: "repeated-modifier"
        case .badVersion: "bad-version"
        }
    }
}
