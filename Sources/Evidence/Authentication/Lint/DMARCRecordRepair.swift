internal import Resolving

/// A record of DMARC as it should be, made from what stands there: tags in the order that both standards take, none twice, none that is
/// wrong or gone.
struct DMARCRecordRepair {
    private static let order = ["p", "sp", "np", "adkim", "aspf", "psd", "t", "rua", "ruf", "fo"]
    /// How many items of a text are looked at.
    private static let itemLimit = 64

    private var values: [String: String] = [:]

    /// The record.
    var text: String {
        (["v=DMARC1"] + DMARCRecordRepair.order.compactMap { name in values[name].map { "\(name)=\($0)" } }).joined(separator: "; ")
    }

    /// One record out of the texts of one name: the strictest policy, and all addresses.
    init(of texts: [[UInt8]]) {
        for text in texts { take(text) }
        if values["p"] == nil { values["p"] = "none" }
        if values["ruf"] == nil { values["fo"] = nil }
    }

    /// Whether a text was meant to be a record.
    static func looksLikeRecord(_ text: [UInt8]) -> Bool {
        let start = String(decoding: text.prefix(14), as: UTF8.self).lowercased().filter { $0.isLetter || $0.isNumber }
        return start.hasPrefix("vdmarc") || start.hasPrefix("dmarc")
    }

    /// Sets a tag, or takes it out.
    mutating func set(_ tag: String, _ value: String?) {
        values[tag] = value
    }

    /// Takes an address out of a list; the tag too where it was the last.
    mutating func removeAddress(_ address: String, from tag: String) {
        let left = (values[tag] ?? "").split(separator: ",").filter { $0 != address }
        values[tag] = left.isEmpty ? nil : left.joined(separator: ",")
        if tag == "ruf", left.isEmpty { values["fo"] = nil }
    }

    private mutating func take(_ text: [UInt8]) {
        let written = String(
            decoding: text.filter { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }, as: UTF8.self)
        // Where nobody wrote semicolons, blanks stand for them.
        let separators: Set<Character> = written.contains(";") ? [";"] : [";", " ", ","]
        var seen: Set<String> = []
        for item in written.split(whereSeparator: separators.contains).prefix(DMARCRecordRepair.itemLimit) {
            // A version with the first tag behind it and nothing between.
            let parts = item.lowercased().contains("dmarc") && !item.contains("@") ? item.split(separator: " ").map { $0[...] } : [item]
            for part in parts {
                guard let mark = part.firstIndex(where: { $0 == "=" || $0 == ":" }) else { continue }
                let name = part[..<mark].lowercased().filter { $0 != " " }
                let value = String(part[part.index(after: mark)...].drop { $0 == " " || $0 == "=" })
                if seen.insert(name).inserted { take(name, DMARCRecordRepair.trimmed(value)) }
            }
        }
    }

    private mutating func take(_ name: String, _ value: String) {
        let word = value.lowercased()
        switch name {
        case "p", "sp", "np":
            guard let policy = DMARCRecordRepair.policy(word) else { return }
            let before = values[name].flatMap { DMARCPolicy(rawValue: $0) }
            values[name] = max(policy, before ?? policy).rawValue
        case "adkim", "aspf": if DMARCRecord.Alignment(rawValue: word) != nil, values[name] == nil { values[name] = word }
        case "psd": if DMARCRecord.PublicSuffix(rawValue: word) != nil, values[name] == nil { values[name] = word }
        case "t": if word == "y", values[name] == nil { values[name] = word }
        case "rua", "ruf":
            var addresses = (values[name] ?? "").split(separator: ",").map(String.init)
            for address in value.split(separator: ",").compactMap({ DMARCRecordRepair.address(String($0)) })
            where !addresses.contains(address) && addresses.count < DMARCRecord.Limits.addresses {
                addresses.append(address)
            }
            if !addresses.isEmpty { values[name] = addresses.joined(separator: ",") }
        case "fo":
            guard let record = DMARCRecord(Array("v=DMARC1; p=none; fo=\(word); ruf=mailto:a@b".utf8)), record.problems.isEmpty else {
                return
            }
            if values[name] == nil { values[name] = word }
        default: break
        }
    }

    /// The policy that a word was meant to be.
    private static func policy(_ word: String) -> DMARCPolicy? {
        DMARCPolicy(rawValue: word) ?? DMARCPolicy.allCases.first { word.hasPrefix($0.rawValue.prefix(3)) }
    }

    /// An address without the size that nobody reads any longer, and with the scheme that it needs.
    private static func address(_ written: String) -> String? {
        let plain = trimmed(written)
        if let address = DMARCReportURI(Array(plain.utf8)[...]) { return address.text }
        return DMARCReportURI(Array(("mailto:" + plain).utf8)[...]).flatMap { $0.mailbox == nil ? nil : $0.text }
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while let first = rest.first, first == " " { rest = rest.dropFirst() }
        while let last = rest.last, last == " " || last == "." { rest = rest.dropLast() }
        return String(rest)
    }
}

extension DMARCRecordProblem.Kind {
    /// Whether receivers do what was meant all the same.
    var isHarmless: Bool {
        switch self {
        case .obsoleteSize, .obsoleteTag, .unknownTag, .policyNotSecond, .optionsWithoutAddress: true
        case .notATag, .notPrintable, .repeatedTag, .badValue, .badAddress, .missingPolicy, .tooMany: false
        }
    }

    /// The tag that it is about.
    var tag: String? {
        switch self {
        case .repeatedTag(let tag), .badValue(let tag), .badAddress(let tag), .obsoleteSize(let tag), .obsoleteTag(let tag),
            .unknownTag(let tag):
            tag
        case .notATag, .notPrintable, .missingPolicy, .policyNotSecond, .optionsWithoutAddress, .tooMany: nil
        }
    }

    /// The word for it in the keys of sentences.
    var word: String {
        switch self {
        case .notATag: "not-a-tag"
        case .notPrintable: "not-printable"
        case .repeatedTag: "repeated-tag"
        case .badValue: "bad-value"
        case .badAddress: "bad-address"
        case .obsoleteSize: "obsolete-size"
        case .obsoleteTag: "obsolete-tag"
        case .unknownTag: "unknown-tag"
        case .missingPolicy: "missing-policy"
        case .policyNotSecond: "policy-not-second"
        case .optionsWithoutAddress: "options-without-address"
        case .tooMany: "too-many"
        }
    }
}
