public import Resolving

/// Reads a zone file.
///
/// Beside what RFC 1035 section 5 has, a record's data may be one word that says what comes of the question: `!timeout`, `!servfail`,
/// `!refused`, `!nxdomain`, `!nodata`, `!bogus`, `!truncated`; the type `ANY` before it stands for all that have no records. `!secure` says
/// that DNSSEC vouches for the name. Without `$ORIGIN` every name is absolute. Types that nobody here asks for are passed over, and so are names
/// with a dot inside a label (`\\.`), which mail has no use for.
public struct ZoneFile {
    /// The records.
    public private(set) var zone: Zone
    /// On which line each record stands that was read, in order.
    public private(set) var places: [(name: DomainName, type: RecordType, line: Int)] = []

    private var origin: DomainName?
    private var name: DomainName?
    /// Whether the name that entries are about now has a dot inside a label.
    private var isPassedOver = false

    /// The records of a file's bytes.
    public init(_ bytes: [UInt8]) throws(ZoneFileError) {
        zone = Zone()
        var lines = ZoneFileLines(bytes)
        while let entry = try lines.next() { try read(entry) }
    }

    private mutating func read(_ entry: ZoneFileLines.Entry) throws(ZoneFileError) {
        var fields = entry.fields[...]
        if let first = fields.first, !first.isVerbatim, first.bytes.first == UInt8(ascii: "$") { return try obey(entry) }
        if !entry.continuesName {
            let owner = fields.removeFirst()
            isPassedOver = owner.hasEscapedDot
            name = isPassedOver ? nil : try absolute(owner, line: entry.line)
        }
        if isPassedOver { return }
        guard let name else { throw ZoneFileError("the first record has no name; begin the line with one", line: entry.line) }
        while let next = fields.first, isClassOrTime(next.text) { fields.removeFirst() }
        guard let word = fields.popFirst()?.text else {
            throw ZoneFileError("\(name) has no type; write a type and its data after the name", line: entry.line)
        }
        if let first = fields.first, !first.isVerbatim, first.bytes.first == UInt8(ascii: "!") {
            return try note(first.text, word, at: name, line: entry.line)
        }
        guard let type = RecordType(word) ?? (word.uppercased() == "SPF" ? ZoneFile.oldSPF : nil) else {
            if word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) { return }
            throw ZoneFileError("\"\(word)\" is no type of record", line: entry.line)
        }
        let data = try data(type, fields, line: entry.line)
        guard let data else { return }
        zone.add(data, type, at: name)
        places.append((name, type, entry.line))
    }

    private mutating func obey(_ entry: ZoneFileLines.Entry) throws(ZoneFileError) {
        switch entry.fields[0].text.uppercased() {
        case "$ORIGIN" where entry.fields.count == 2:
            origin = try absolute(entry.fields[1], line: entry.line)
        case "$TTL" where entry.fields.count == 2: return
        case let word:
            throw ZoneFileError("\(word) is not understood here; write its records out (`named-compilezone` does)", line: entry.line)
        }
    }

    /// A name of the file: `@` is the origin, and what has no dot at its end lies below it.
    private func absolute(_ field: ZoneFileLines.Field, line: Int) throws(ZoneFileError) -> DomainName {
        let bytes = field.bytes
        if bytes == [UInt8(ascii: "@")], !field.isVerbatim {
            guard let origin else { throw ZoneFileError("@ stands for the origin, and there is none; write $ORIGIN before", line: line) }
            return origin
        }
        guard !field.hasEscapedDot else {
            throw ZoneFileError(
                "\"\(String(decoding: bytes, as: UTF8.self))\" has a dot inside a label, which no name of mail has; remove the backslash before it",
                line: line)
        }
        if bytes == [UInt8(ascii: ".")] { return .root }
        var written = bytes
        if let origin, bytes.last != UInt8(ascii: "."), !origin.bytes.isEmpty { written += [UInt8(ascii: ".")] + origin.bytes }
        guard let name = DomainName(written) else {
            throw ZoneFileError(
                "\"\(String(decoding: bytes, as: UTF8.self))\" is no name: a label is empty or over 63 bytes, or the name over 253",
                line: line)
        }
        return name
    }

    private func isClassOrTime(_ field: String) -> Bool {
        let upper = field.uppercased()
        if ["IN", "CH", "HS"].contains(upper) { return true }
        guard let first = upper.utf8.first, first &- 48 < 10 else { return false }
        return upper.utf8.allSatisfy { $0 &- 48 < 10 || "SMHDW".utf8.contains($0) }
    }

    private mutating func note(_ outcome: String, _ word: String, at name: DomainName, line: Int) throws(ZoneFileError) {
        if outcome == "!secure" { return zone.secure(name) }
        guard let outcome = ZoneFile.outcome(outcome.dropFirst()) else {
            throw ZoneFileError(
                "\"\(outcome)\" is not known; there are !timeout, !servfail, !refused, !nxdomain, !nodata, !bogus, !truncated and !secure",
                line: line)
        }
        if word.uppercased() == "ANY" {
            zone.set(outcome, at: name)
        } else if let type = RecordType(word) {
            zone.set(outcome, for: type, at: name)
        } else {
            throw ZoneFileError("\"\(word)\" is no type of record", line: line)
        }
    }

    /// The type that records of SPF once had (RFC 4408 section 3.1.1); its data are those of a text.
    private static let oldSPF = RecordType(rawValue: 99)

    /// The data of a record, the names in it made absolute.
    private func data(_ type: RecordType, _ fields: ArraySlice<ZoneFileLines.Field>, line: Int) throws(ZoneFileError) -> RecordData? {
        let given = Array(fields)
        var bytes = given.map(\.bytes)
        if let first = given.first, first.isVerbatim, type != .txt, case .other(let whole)? = RecordText.data(type, from: bytes) {
            return type.description.hasPrefix("TYPE") ? nil : .other(whole)
        }
        if type == ZoneFile.oldSPF { return RecordText.data(.txt, from: bytes) }
        let names = ZoneFile.nameFields(of: type).filter { $0 < bytes.count }
        // Services that people browse for have such names (RFC 6763 section 4.3).
        if type == .ptr || type == .srv, names.contains(where: { given[$0].hasEscapedDot }) { return nil }
        for index in names where bytes[index] != [UInt8(ascii: ".")] || given[index].hasEscapedDot {
            // The mailbox of a SOA record may have a dot before the at sign (RFC 1035 section 8); it is not kept.
            if type == .soa, index == 1, given[index].hasEscapedDot { continue }
            bytes[index] = try absolute(given[index], line: line).bytes
        }
        if type == .soa {
            for index in 2..<max(2, bytes.count) { bytes[index] = ZoneFile.seconds(bytes[index]) }
        }
        if let data = RecordText.data(type, from: bytes) { return data }
        // A type that nobody here asks for, by its number.
        if type.description.hasPrefix("TYPE") { return nil }
        throw ZoneFileError("this is not the data of a record of type \(type)", line: line)
    }

    private static func nameFields(of type: RecordType) -> [Int] {
        switch type {
        case .ns, .cname, .ptr: [0]
        case .mx: [1]
        case .srv: [3]
        case .soa: [0, 1]
        default: []
        }
    }

    /// A time as seconds: `1h30m` is 5400.
    private static func seconds(_ field: [UInt8]) -> [UInt8] {
        var total: UInt64 = 0
        var number: UInt64 = 0
        for byte in field {
            switch byte | 0x20 {
            case 0x30...0x39: number = min(number * 10 + UInt64(byte & 15), 1 << 32)
            case UInt8(ascii: "s"): (total, number) = (total + number, 0)
            case UInt8(ascii: "m"): (total, number) = (total + number * 60, 0)
            case UInt8(ascii: "h"): (total, number) = (total + number * 3600, 0)
            case UInt8(ascii: "d"): (total, number) = (total + number * 86_400, 0)
            case UInt8(ascii: "w"): (total, number) = (total + number * 604_800, 0)
            default: return field
            }
        }
        return Array(String(min(total + number, UInt64(UInt32.max))).utf8)
    }

    /// What comes of a question, by its word.
    static func outcome(_ word: some StringProtocol) -> Answer.Outcome? {
        switch word.lowercased() {
        case "timeout": .timedOut
        case "servfail", "fail": .failed(code: 2)
        case "refused": .failed(code: 5)
        case "nxdomain": .nonexistent
        case "nodata", "norec", "none": .noData
        case "bogus": .bogus
        case "truncated": .truncated
        default: nil
        }
    }

    /// The word for what comes of a question.
    static func word(_ outcome: Answer.Outcome) -> String? {
        switch outcome {
        case .found: nil
        case .noData: "!nodata"
        case .nonexistent: "!nxdomain"
        case .failed(5): "!refused"
        case .failed: "!servfail"
        case .bogus: "!bogus"
        case .timedOut: "!timeout"
        case .truncated: "!truncated"
        }
    }
}
