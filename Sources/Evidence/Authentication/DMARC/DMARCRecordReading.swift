/// The reading half of `DMARCRecord`: one pass over the tags behind the version (RFC 9989 section 4.8).
///
/// The grammar is not that of DKIM's tags, though it looks like it: there, one mistake voids the whole list.
struct DMARCRecordReading {
    private var seen: Set<String> = ["v"]
    private var optionsOffset: Int?

    mutating func read(_ bytes: [UInt8], from start: Int, into record: inout DMARCRecord) {
        var index = start
        var number = 1
        while index < bytes.count {
            // Here stands a semicolon.
            index += 1
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
            let item = DMARCRecordReading.trimmed(bytes[index..<end])
            index = end
            if item.isEmpty { continue }
            number += 1
            readTag(item, number: number, into: &record)
        }
        if record.policy == nil, !seen.contains("p") { note(.missingPolicy, at: start, in: &record) }
        // Section 4.7: the options are to be passed over where nobody is to get the reports.
        if let optionsOffset, !seen.contains("ruf") {
            record.failureOptions = [.all]
            note(.optionsWithoutAddress, at: optionsOffset, in: &record)
        }
    }

    private mutating func readTag(_ item: ArraySlice<UInt8>, number: Int, into record: inout DMARCRecord) {
        let offset = item.startIndex
        if let bad = item.firstIndex(where: { $0 < 0x20 && $0 != 0x09 || $0 > 0x7E }) { note(.notPrintable, at: bad, in: &record) }
        guard let equals = item.firstIndex(of: UInt8(ascii: "=")) else { return note(.notATag, at: offset, in: &record) }
        let nameBytes = DMARCRecordReading.trimmed(item[..<equals])
        let value = DMARCRecordReading.trimmed(item[(equals + 1)...])
        guard !nameBytes.isEmpty, nameBytes.count <= 32, nameBytes.allSatisfy({ ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == 0x5F })
        else {
            return note(.notATag, at: offset, in: &record)
        }
        let name = String(decoding: nameBytes, as: UTF8.self).lowercased()
        guard seen.insert(name).inserted else { return note(.repeatedTag(name), at: offset, in: &record) }
        if name == "p", number != 2 { note(.policyNotSecond, at: offset, in: &record) }
        take(name, value, offset, into: &record)
    }

    private mutating func take(_ name: String, _ value: ArraySlice<UInt8>, _ offset: Int, into record: inout DMARCRecord) {
        // No word that a tag may have is longer.
        let word = value.count <= 16 ? String(decoding: value, as: UTF8.self).lowercased() : ""
        switch name {
        case "p", "sp", "np":
            guard let policy = DMARCPolicy(rawValue: word) else {
                record.hasBadPolicy = true
                return note(.badValue(name), at: value.startIndex, in: &record)
            }
            if name == "p" {
                record.policy = policy
            } else if name == "sp" {
                record.subdomainPolicy = policy
            } else {
                record.nonexistentPolicy = policy
            }
        case "adkim", "aspf":
            guard let alignment = DMARCRecord.Alignment(rawValue: word) else {
                return note(.badValue(name), at: value.startIndex, in: &record)
            }
            if name == "adkim" { record.dkimAlignment = alignment } else { record.spfAlignment = alignment }
        case "psd":
            guard let flag = DMARCRecord.PublicSuffix(rawValue: word) else {
                return note(.badValue(name), at: value.startIndex, in: &record)
            }
            record.publicSuffix = flag
        case "t":
            guard word == "y" || word == "n" else { return note(.badValue(name), at: value.startIndex, in: &record) }
            record.isTesting = word == "y"
        case "rua": record.aggregateAddresses = addresses(value, name, into: &record)
        case "ruf": record.failureAddresses = addresses(value, name, into: &record)
        case "fo":
            optionsOffset = offset
            takeOptions(value, into: &record)
        case "pct":
            note(.obsoleteTag(name), at: offset, in: &record)
            guard (1...3).contains(value.count), value.allSatisfy({ $0 &- 48 < 10 }) else {
                return note(.badValue(name), at: value.startIndex, in: &record)
            }
            let number = value.reduce(0) { $0 * 10 + Int($1 - 48) }
            guard number <= 100 else { return note(.badValue(name), at: value.startIndex, in: &record) }
            record.percentage = number
        case "rf", "ri": note(.obsoleteTag(name), at: offset, in: &record)
        default: note(.unknownTag(name), at: offset, in: &record)
        }
    }

    private func takeOptions(_ value: ArraySlice<UInt8>, into record: inout DMARCRecord) {
        var options: Set<DMARCRecord.FailureOption> = []
        for part in value.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).prefix(8) {
            let word = String(decoding: DMARCRecordReading.trimmed(part), as: UTF8.self).lowercased()
            guard let option = DMARCRecord.FailureOption(rawValue: word), options.insert(option).inserted else {
                return note(.badValue("fo"), at: part.startIndex, in: &record)
            }
        }
        // These two exclude each other (section 4.7).
        guard !options.isSuperset(of: [.all, .any]) else { return note(.badValue("fo"), at: value.startIndex, in: &record) }
        record.failureOptions = options
    }

    private func addresses(_ value: ArraySlice<UInt8>, _ name: String, into record: inout DMARCRecord) -> [DMARCReportURI] {
        var found: [DMARCReportURI] = []
        for part in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let written = DMARCRecordReading.trimmed(part)
            guard found.count < DMARCRecord.Limits.addresses, record.problems.count < DMARCRecord.Limits.problems else {
                note(.tooMany, at: part.startIndex, in: &record)
                break
            }
            guard let address = DMARCReportURI(written) else {
                note(.badAddress(name), at: part.startIndex, in: &record)
                continue
            }
            if address.sizeLimit != nil { note(.obsoleteSize(name), at: part.startIndex, in: &record) }
            found.append(address)
        }
        return found
    }

    private func note(_ kind: DMARCRecordProblem.Kind, at offset: Int, in record: inout DMARCRecord) {
        guard record.problems.count <= DMARCRecord.Limits.problems else { return }
        let isLast = record.problems.count == DMARCRecord.Limits.problems
        record.problems.append(DMARCRecordProblem(kind: isLast ? .tooMany : kind, offset: offset))
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var slice = bytes
        while let first = slice.first, first == 0x20 || first == 0x09 { slice.removeFirst() }
        while let last = slice.last, last == 0x20 || last == 0x09 { slice.removeLast() }
        return slice
    }
}
