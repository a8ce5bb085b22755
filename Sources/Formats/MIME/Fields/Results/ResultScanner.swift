// The words of fields in which servers write down what they found: keywords, values and comments, in one pass. Hostile input.

import Messages

/// A place in a field of results that moves over its words.
struct ResultScanner {
    /// What is wrong so far.
    var defects: [Defect] = []
    /// What the comments say that were passed over since this was last emptied, a space between two of them.
    var comments: [UInt8] = []
    private(set) var index: Int
    let end: Int

    init(_ range: Range<Int>) {
        index = range.lowerBound
        end = range.upperBound
    }

    /// Whether nothing is left.
    var isAtEnd: Bool { index >= end }

    /// The byte here; 0 at the end.
    func byte(_ bytes: Span<UInt8>) -> UInt8 { index < end ? bytes[index] : 0 }

    /// Passes over one byte.
    mutating func step() { index = min(index + 1, end) }

    /// Goes back to an offset.
    mutating func back(to offset: Int) { index = min(offset, index) }

    /// Passes over white space, folds and comments. What follows a comment that never ends is part of it: nobody may hide a result there.
    mutating func skipSpace(_ bytes: Span<UInt8>) {
        while index < end {
            if FieldBytes.isSpace(bytes[index]) {
                index += 1
                continue
            }
            guard bytes[index] == 40 else { return }
            guard let close = FieldTokens.commentEnd(bytes, at: index, before: end) else {
                defects.note(.unclosedComment, at: index)
                index = end
                return
            }
            if !comments.isEmpty { comments.append(32) }
            ResultScanner.appendText(bytes, index + 1..<close - 1, to: &comments)
            index = close
        }
    }

    /// A keyword in lower case: letters, digits, hyphens and underscores; empty where none stands.
    mutating func keyword(_ bytes: Span<UInt8>) -> String {
        let start = index
        while index < end, FieldBytes.isLetter(bytes[index]) || FieldBytes.isDigit(bytes[index]) || bytes[index] == 45 || bytes[index] == 95
        {
            index += 1
        }
        return FieldBytes.text(bytes, start..<index).lowercased()
    }

    /// A number; nothing where none stands, and the greatest that a limit allows where it is greater.
    mutating func number(_ bytes: Span<UInt8>, upTo limit: Int = 1_000_000) -> Int? {
        guard index < end, FieldBytes.isDigit(bytes[index]) else { return nil }
        var value = 0
        while index < end, FieldBytes.isDigit(bytes[index]) {
            value = min(limit, value * 10 + Int(bytes[index] - 48))
            index += 1
        }
        return value
    }

    /// A value: tokens, quoted strings and addresses without white space between, quotes and quoted pairs resolved; empty where none stands.
    /// - Parameters:
    ///   - bytes: the buffer.
    ///   - equals: whether an equals sign ends it.
    ///   - unquoted: the defect to note where a character needs quotes and has none.
    mutating func value(_ bytes: Span<UInt8>, endsAtEquals equals: Bool = false, unquoted: Defect.Kind? = nil) -> String {
        let start = index
        var text: [UInt8] = []
        var needsQuotes = false
        while index < end {
            let byte = bytes[index]
            if byte == 34 {
                guard let close = FieldTokens.quoteEnd(bytes, at: index, before: end) else {
                    defects.note(.unclosedQuote, at: index)
                    index = end
                    break
                }
                ResultScanner.appendText(bytes, index + 1..<close - 1, to: &text)
                index = close
                continue
            }
            if FieldBytes.isSpace(byte) || byte == 59 || byte == 40 || equals && byte == 61 { break }
            if !FieldBytes.isToken(byte), byte != 64, byte < 0x80 { needsQuotes = true }
            text.append(byte)
            index += 1
        }
        if needsQuotes, let unquoted { defects.note(unquoted, at: start) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Passes over everything up to the next semicolon that stands outside of quotes and comments.
    mutating func skipItem(_ bytes: Span<UInt8>) {
        while index < end {
            skipSpace(bytes)
            guard index < end, bytes[index] != 59 else { return }
            let start = index
            _ = value(bytes)
            if index == start { index += 1 }
        }
    }

    /// Appends what a quoted string or comment says: quoted pairs resolved, a fold is one space.
    private static func appendText(_ bytes: Span<UInt8>, _ range: Range<Int>, to text: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            if bytes[index] == 13 || bytes[index] == 10 {
                while index < range.upperBound, FieldBytes.isSpace(bytes[index]) { index += 1 }
                text.append(32)
                continue
            }
            if bytes[index] == 92, index + 1 < range.upperBound { index += 1 }
            text.append(bytes[index])
            index += 1
        }
    }
}
