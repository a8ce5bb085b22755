// The scanning half of `ParameterisedValue`: raw parameters first, then sections joined and charsets converted.

import Messages

/// One parameter as written: `name*section*=value`.
struct RawParameter {
    /// The bytes of the name before any asterisk.
    var name: Range<Int>
    /// The number of the section, when the value is one of several (RFC 2231 section 3).
    var section: Int?
    /// Whether the value is percent-encoded (RFC 2231 section 4).
    var isExtended: Bool
    /// The value in the reading's storage, quotes and folds gone.
    var value: Range<Int>
}

/// Reads a value with parameters from left to right, each byte at most twice.
struct ParameterReading {
    var defects: [Defect] = []
    /// The caller's, while values are made of bytes.
    var decoder = CharsetDecoder()
    var raw: [RawParameter] = []
    var storage: [UInt8] = []
    private var index: Int
    private let end: Int

    private static let name = ShortWord("name")
    private static let filename = ShortWord("filename")

    init(_ range: Range<Int>) {
        index = range.lowerBound
        end = range.upperBound
    }

    /// Reads the value before the parameters, white space and comments left out, and stops at its semicolon.
    mutating func main(_ bytes: Span<UInt8>) -> String {
        let start = index
        while index < end, bytes[index] != 59 {
            if isGap(bytes, index) {
                skipGap(bytes)
                guard index < end, bytes[index] != 59 else { break }
                if !storage.isEmpty, beginsParameter(bytes, at: index) {
                    defects.note(.parameterMissingSemicolon, at: index)
                    break
                }
                continue
            }
            storage.append(FieldBytes.lower(bytes[index]))
            index += 1
        }
        let value = String(decoding: storage, as: UTF8.self)
        storage.removeAll(keepingCapacity: true)
        if value.isEmpty { defects.note(.parameterWithoutValue, at: start) }
        return value
    }

    /// Reads one parameter; false at the end of the field.
    mutating func next(_ bytes: Span<UInt8>) -> Bool {
        while index < end, bytes[index] == 59 || isGap(bytes, index) {
            if bytes[index] == 59 { index += 1 } else { skipGap(bytes) }
        }
        guard index < end else { return false }
        guard raw.count < FieldLimits.parameters else {
            defects.note(.parameterTooMany, at: index)
            index = end
            return false
        }
        let start = index
        while index < end, bytes[index] != 61, bytes[index] != 59, !FieldBytes.isSpace(bytes[index]) { index += 1 }
        let name = start..<index
        while index < end, FieldBytes.isSpace(bytes[index]) { index += 1 }
        guard index < end, bytes[index] == 61 else {
            defects.note(.parameterWithoutValue, at: start)
            return true
        }
        index += 1
        while index < end, FieldBytes.isSpace(bytes[index]) { index += 1 }
        let marks = self.marks(bytes, name)
        let value = readValue(bytes, isFileName: isFileName(bytes, marks.name))
        guard !marks.name.isEmpty else {
            defects.note(.parameterName, at: start)
            return true
        }
        guard !value.isEmpty else {
            defects.note(.parameterWithoutValue, at: start)
            return true
        }
        raw.append(RawParameter(name: marks.name, section: marks.section, isExtended: marks.isExtended, value: value))
        return true
    }

    /// Takes the marks of RFC 2231 off a name.
    private mutating func marks(_ bytes: Span<UInt8>, _ name: Range<Int>) -> (name: Range<Int>, section: Int?, isExtended: Bool) {
        guard let star = name.first(where: { bytes[$0] == 42 }) else { return (name, nil, false) }
        var index = star + 1
        var section: Int?
        while index < name.upperBound, FieldBytes.isDigit(bytes[index]) {
            section = min((section ?? 0) * 10 + Int(bytes[index] - 48), 1_000_000)
            index += 1
        }
        let isExtended = section == nil || index < name.upperBound && bytes[index] == 42
        if index < name.upperBound, index + 1 < name.upperBound || bytes[index] != 42 { defects.note(.parameterName, at: star) }
        return (name.lowerBound..<star, section, isExtended)
    }

    func isFileName(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
        guard let word = ShortWord(bytes, name) else { return false }
        return word == ParameterReading.name || word == ParameterReading.filename
    }

    private func isGap(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        FieldBytes.isSpace(bytes[index]) || bytes[index] == 40
    }

    /// Past white space and comments; a comment that never ends takes the rest of the field.
    private mutating func skipGap(_ bytes: Span<UInt8>) {
        while index < end, isGap(bytes, index) {
            if bytes[index] != 40 {
                index += 1
            } else if let close = FieldTokens.commentEnd(bytes, at: index, before: end) {
                index = close
            } else {
                defects.note(.unclosedComment, at: index)
                index = end
            }
        }
    }

    /// Whether `name=` stands here.
    private func beginsParameter(_ bytes: Span<UInt8>, at start: Int) -> Bool {
        var index = start
        while index < end, FieldBytes.isToken(bytes[index]) { index += 1 }
        return index > start && index < end && bytes[index] == 61
    }
}

// Values as written.
extension ParameterReading {
    private mutating func readValue(_ bytes: Span<UInt8>, isFileName: Bool) -> Range<Int> {
        let start = storage.count
        if index < end, bytes[index] == 34 {
            readQuoted(bytes, isFileName: isFileName)
        } else {
            readBare(bytes)
        }
        return start..<storage.count
    }

    private mutating func readQuoted(_ bytes: Span<UInt8>, isFileName: Bool) {
        let start = index
        var isClosed = false
        index += 1
        while index < end, !isClosed {
            let byte = bytes[index]
            switch byte {
            case 34: isClosed = true
            case 92 where index + 1 < end:
                let next = bytes[index + 1]
                // RFC 5322 section 3.2.4 drops the backslash; in a file name before a letter or digit it is of a path.
                if isFileName, FieldBytes.isLetter(next) || FieldBytes.isDigit(next) {
                    storage.append(byte)
                } else {
                    index += 1
                    storage.append(next)
                }
            case 13, 10: break
            default: storage.append(byte)
            }
            index += 1
        }
        guard isClosed else { return defects.note(.unclosedQuote, at: start) }
        let after = index
        skipGap(bytes)
        guard index < end, bytes[index] != 59 else { return }
        if beginsParameter(bytes, at: index) {
            defects.note(.parameterMissingSemicolon, at: after)
        } else {
            defects.note(.parameterUnquoted, at: after)
            while index < end, bytes[index] != 59 { index += 1 }
        }
    }

    /// A value without quotes: to the semicolon, or to white space behind which a comment or another parameter begins.
    private mutating func readBare(_ bytes: Span<UInt8>) {
        let start = index
        while index < end, bytes[index] != 59 {
            guard FieldBytes.isSpace(bytes[index]) else {
                storage.append(bytes[index])
                index += 1
                continue
            }
            while index < end, FieldBytes.isSpace(bytes[index]) { index += 1 }
            guard index < end, bytes[index] != 59 else { return }
            if bytes[index] == 40 { return skipGap(bytes) }
            if bytes[index] != 61, beginsParameter(bytes, at: index) {
                return defects.note(.parameterMissingSemicolon, at: index)
            }
            storage.append(32)
            defects.note(.parameterUnquoted, at: start)
        }
    }
}
