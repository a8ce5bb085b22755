// The second half of `ParameterisedValue`: sections joined, charsets converted, file names judged (RFC 2231).

import Messages

extension ParameterReading {
    /// The parameters, each name once.
    mutating func resolve(_ bytes: Span<UInt8>) -> [ParameterisedValue.Parameter] {
        var result: [ParameterisedValue.Parameter] = []
        result.reserveCapacity(raw.count)
        var isDone = [Bool](repeating: false, count: raw.count)
        for first in raw.indices where !isDone[first] {
            var same: [Int] = []
            for other in first + 1..<max(first + 1, raw.count) where !isDone[other] && isSameName(first, other, bytes) {
                if same.isEmpty { same.append(first) }
                same.append(other)
                isDone[other] = true
            }
            if same.isEmpty, raw[first].section == nil, !raw[first].isExtended {
                result.append(plain(raw[first], bytes))
            } else {
                result.append(join(same.isEmpty ? [first] : same, bytes))
            }
        }
        return result
    }

    /// The usual case: one parameter as it stands.
    private mutating func plain(_ parameter: RawParameter, _ bytes: Span<UInt8>) -> ParameterisedValue.Parameter {
        let written = storage
        let value: String
        if UnstructuredText.isPlain(written.span, parameter.value) {
            value = FieldBytes.text(written.span, parameter.value)
        } else {
            value = decoded(Array(written[parameter.value]), at: parameter.name.lowerBound)
        }
        if isFileName(bytes, parameter.name) { judge(fileName: value, at: parameter.name.lowerBound) }
        return ParameterisedValue.Parameter(name: lowered(bytes, parameter.name), value: value)
    }

    private func lowered(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        for index in range where FieldBytes.lower(bytes[index]) != bytes[index] {
            return String(decoding: range.map { FieldBytes.lower(bytes[$0]) }, as: UTF8.self)
        }
        return FieldBytes.text(bytes, range)
    }

    private func isSameName(_ left: Int, _ right: Int, _ bytes: Span<UInt8>) -> Bool {
        let (first, second) = (raw[left].name, raw[right].name)
        guard first.count == second.count else { return false }
        for offset in 0..<first.count
        where FieldBytes.lower(bytes[first.lowerBound + offset]) != FieldBytes.lower(bytes[second.lowerBound + offset]) {
            return false
        }
        return true
    }

    /// Makes one parameter of all that share a name: an extended value before sections before a plain one, because a writer
    /// gives the plain one for programs that do not know the others.
    private mutating func join(_ same: [Int], _ bytes: Span<UInt8>) -> ParameterisedValue.Parameter {
        let name = lowered(bytes, raw[same[0]].name)
        let offset = raw[same[0]].name.lowerBound
        let parts: [Int]
        if let single = same.first(where: { raw[$0].isExtended && raw[$0].section == nil }) {
            parts = [single]
        } else {
            // Stable: of two sections with one number, the first written comes first.
            let sections = same.filter { raw[$0].section != nil }
                .sorted { (raw[$0].section ?? 0, $0) < (raw[$1].section ?? 0, $1) }
            parts = sections.isEmpty ? [same[0]] : sections
            for (number, part) in sections.enumerated() where raw[part].section != number {
                defects.note(.parameterExtension, at: offset)
                break
            }
        }
        if same.count > 1, same.filter({ raw[$0].section == nil && !raw[$0].isExtended }).count > 1 {
            defects.note(.parameterRepeated, at: offset)
        }
        var language = ""
        let value = text(of: parts, at: offset, language: &language)
        if isFileName(bytes, raw[same[0]].name) { judge(fileName: value, at: offset) }
        return ParameterisedValue.Parameter(name: name, value: value, language: language)
    }

    private mutating func text(of parts: [Int], at offset: Int, language: inout String) -> String {
        let written = storage
        let span = written.span
        guard parts.contains(where: { raw[$0].isExtended }) else {
            var joined: [UInt8] = []
            for part in parts { FieldBytes.append(span, raw[part].value, to: &joined) }
            return decoded(joined, at: offset)
        }
        var charset = 0..<0
        var joined: [UInt8] = []
        for (number, part) in parts.enumerated() {
            var value = raw[part].value
            guard raw[part].isExtended else {
                FieldBytes.append(span, value, to: &joined)
                continue
            }
            if number == 0 {
                let quotes = value.filter { span[$0] == 39 }.prefix(2)
                if quotes.count == 2 {
                    charset = value.lowerBound..<quotes[0]
                    language = FieldBytes.text(span, quotes[0] + 1..<quotes[1])
                    value = quotes[1] + 1..<value.upperBound
                } else {
                    defects.note(.parameterExtension, at: offset)
                }
            }
            unescape(span, value, into: &joined, at: offset)
        }
        var out: [UInt8] = []
        let decoding = decoder.decode(joined.span, label: span.extracting(charset), into: &out)
        if decoding.labelIsUnknown { defects.note(.encodedWordCharset, at: offset) }
        // The decoder leaves NUL out; in a file name it was there to hide what follows.
        if decoding.droppedNulls { defects.note(.fileNameControl, at: offset) }
        if decoding.labelIsWrong { defects.note(.encodedWordWrongCharset, at: offset) }
        return String(decoding: out, as: UTF8.self)
    }

    /// Appends a percent-encoded value's bytes.
    private mutating func unescape(_ span: Span<UInt8>, _ value: Range<Int>, into joined: inout [UInt8], at offset: Int) {
        var index = value.lowerBound
        while index < value.upperBound {
            if span[index] == 37 {
                if index + 2 < value.upperBound, let high = FieldBytes.hexadecimal(span[index + 1]),
                    let low = FieldBytes.hexadecimal(span[index + 2])
                {
                    joined.append(high << 4 | low)
                    index += 3
                    continue
                }
                defects.note(.parameterExtension, at: offset)
            }
            joined.append(span[index])
            index += 1
        }
    }

    private mutating func decoded(_ joined: [UInt8], at offset: Int) -> String {
        let span = joined.span
        if UnstructuredText.isPlain(span, 0..<span.count) { return String(decoding: joined, as: UTF8.self) }
        if (0..<max(0, span.count - 1)).contains(where: { span[$0] == 61 && span[$0 + 1] == 63 }) {
            defects.note(.parameterEncodedWord, at: offset)
        }
        var out: [UInt8] = []
        let start = defects.count
        UnstructuredText.decode(span, 0..<span.count, into: &out, defects: &defects, decoder: &decoder)
        for index in start..<defects.count { defects[index].offset = offset }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func judge(fileName: String, at offset: Int) {
        var found: (path: Bool, control: Bool, bidirectional: Bool) = (false, false, false)
        for scalar in fileName.unicodeScalars {
            switch scalar.value {
            case 0x2F, 0x5C: found.path = true
            case 0...0x1F, 0x7F...0x9F: found.control = true
            case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: found.bidirectional = true
            default: break
            }
        }
        if found.path { defects.note(.fileNamePath, at: offset) }
        if found.control { defects.note(.fileNameControl, at: offset) }
        if found.bidirectional { defects.note(.fileNameBidirectional, at: offset) }
    }
}
