// The scanning half of `ReceivedField`: one pass over clauses, comments belong to the clause before them.

import Messages

/// Reads one trace field from left to right, into ranges of the buffer: text is made of them where somebody asks.
struct ReceivedReading {
    private enum Clause {
        case none, from, by, via, with, id, recipient, other
    }

    var from: ByteRange?
    var helo: ByteRange?
    var reverseName: ByteRange?
    /// The address in the TCP information, and the one in a literal after `from`.
    var address: IPAddress?
    var literal: IPAddress?
    var by: ByteRange?
    var via: ByteRange?
    /// The protocol's name where it is a known one, and else the first word after `with`.
    var knownProtocol: String?
    var with: ByteRange?
    var id: ByteRange?
    var `for`: ByteRange?
    /// When the receiving side took the message.
    var time: Timestamp?
    /// The date with all it says; kept only with the defects.
    var date: DateTimeValue?
    var defects: [Defect] = []

    private let keepsDefects: Bool
    private var index: Int
    private let first: Int
    private let end: Int
    private var clause = Clause.none
    /// Whether the clause still waits for its word.
    private var isOpen = false
    /// Whether the field says that somebody handed the message over, whoever it was.
    private(set) var hasFrom = false
    private var ignoresComments = false
    private var hasDate = false

    /// A reading of a range that lies inside the span. A route asks for no defects.
    init(_ range: Range<Int>, keepsDefects: Bool) {
        index = range.lowerBound
        first = range.lowerBound
        end = range.upperBound
        self.keepsDefects = keepsDefects
    }

    private static let fromWord = ShortWord("from")
    static let heloWords = [ShortWord("helo"), ShortWord("ehlo"), ShortWord("lhlo")]

    mutating func run(_ bytes: Span<UInt8>) {
        while index < end {
            if !keepsDefects, knownProtocol != nil, from != nil, by != nil, clause != .from {
                if hasDate { return }
                skipToDate(bytes)
                if index < end { readDate(bytes) }
                continue
            }
            let byte = bytes[index]
            if FieldBytes.isSpace(byte) || byte == 44 {
                index += 1
            } else if byte == 59 {
                readDate(bytes)
            } else if byte == 40, !ignoresComments {
                readComment(bytes)
            } else {
                readWord(bytes)
            }
        }
        if !hasDate { readLastLine(bytes) }
    }

    private mutating func note(_ kind: Defect.Kind, at offset: Int) {
        if keepsDefects { defects.note(kind, at: offset) }
    }

    /// Passes over what tells a route nothing more, once it has the clauses it asks for: each counts once. Stops at a semicolon.
    private mutating func skipToDate(_ bytes: Span<UInt8>) {
        while index < end, bytes[index] != 59 {
            if bytes[index] == 40, !ignoresComments {
                if let close = FieldTokens.commentEnd(bytes, at: index, before: end) {
                    index = close
                    continue
                }
                ignoresComments = true
            }
            index += 1
        }
    }

    /// Without a semicolon the date may stand on a line of its own, as some large senders write it.
    private mutating func readLastLine(_ bytes: Span<UInt8>) {
        note(.receivedWithoutDate, at: max(0, end - 1))
        var start = end
        while start > first, end - start < 100, bytes[start - 1] != 10 { start -= 1 }
        guard start > first, bytes[start - 1] == 10 else { return }
        let value = DateTimeValue(bytes, ByteRange(start, end))
        guard value.timestamp != nil else { return }
        time = value.timestamp
        if keepsDefects { date = value }
    }

    /// Reads a date behind a semicolon, up to the next one. A few systems write `for` behind the date; words of dates are no
    /// keywords, so the clauses are looked for there too, unless it has the usual form and nothing behind it.
    private mutating func readDate(_ bytes: Span<UInt8>) {
        index += 1
        clause = .other
        isOpen = false
        guard !hasDate else { return }
        let last = bytes.offset(of: 59, from: index, to: end)
        if !keepsDefects, !ignoresComments, let usual = UsualDate(bytes, index..<last) {
            time = usual.moment
            hasDate = true
            index = last
            return
        }
        let value = DateTimeValue(bytes, ByteRange(index, last))
        guard value.timestamp != nil || last == end else { return }
        hasDate = true
        time = value.timestamp
        guard keepsDefects else { return }
        date = value
        for defect in value.defects { note(defect.kind, at: defect.offset) }
    }

    private mutating func readComment(_ bytes: Span<UInt8>) {
        guard let close = FieldTokens.commentEnd(bytes, at: index, before: end) else {
            ignoresComments = true
            note(.unclosedComment, at: index)
            return
        }
        let inside = index + 1..<close - 1
        index = close
        if clause == .from {
            isOpen = false
            readHost(bytes, inside)
        } else if clause == .none, from == nil {
            // Sendmail and some gateways put the clause itself in parentheses: `(from user@localhost) by ...`.
            var start = inside.lowerBound
            while start < inside.upperBound, FieldBytes.isSpace(bytes[start]) { start += 1 }
            guard start + 5 < inside.upperBound, ShortWord(bytes, start..<start + 4) == ReceivedReading.fromWord,
                FieldBytes.isSpace(bytes[start + 4])
            else { return }
            var inner = ReceivedReading(start..<inside.upperBound, keepsDefects: false)
            inner.readClauses(bytes)
            from = inner.from
            helo = inner.helo
            reverseName = inner.reverseName
            address = inner.address
            literal = inner.literal
        }
    }

    /// The clauses alone, without looking for a date.
    private mutating func readClauses(_ bytes: Span<UInt8>) {
        while index < end {
            let byte = bytes[index]
            if FieldBytes.isSpace(byte) || byte == 44 || byte == 59 || byte == 40 {
                index += 1
            } else {
                readWord(bytes)
            }
        }
    }

    /// The end of a word: white space, a semicolon, or a parenthesis; quotes and angle brackets hold together.
    private static func wordEnd(_ bytes: Span<UInt8>, from start: Int, before limit: Int, ignoresComments: Bool) -> Int {
        // White space, a semicolon, and a parenthesis unless it means nothing: a bit for each.
        let stops: UInt64 = 1 << 9 | 1 << 10 | 1 << 13 | 1 << 32 | 1 << 59 | (ignoresComments ? 0 : 1 << 40)
        // No byte of a word is a space, so a space stands for "nothing closes it".
        let close: UInt8 = bytes[start] == 60 ? 62 : bytes[start] == 91 ? 93 : 32
        var end = start
        while end < limit {
            let byte = bytes[end]
            if byte < 64, stops &>> UInt64(byte) & 1 != 0 { break }
            end += 1
            if byte == close { break }
        }
        return max(end, start + 1)
    }

    private mutating func readWord(_ bytes: Span<UInt8>) {
        let word = index..<ReceivedReading.wordEnd(bytes, from: index, before: end, ignoresComments: ignoresComments)
        index = word.upperBound
        if let found = ReceivedReading.keyword(bytes, word), !isGreeting(bytes) { return open(found) }
        switch clause {
        case .from: readFrom(bytes, word)
        case .with: readProtocol(bytes, word)
        case .none, .other: break
        case .by, .via, .id, .recipient:
            guard isOpen else { return }
            isOpen = false
            let inside = ByteRange(ReceivedReading.trimmedWord(bytes, word))
            guard !inside.isEmpty else { return }
            switch clause {
            case .by: by = by ?? inside
            case .via: via = via ?? inside
            case .id: id = id ?? inside
            default: self.for = self.for ?? inside
            }
        }
    }

    /// Whether a word that could name a clause is the name that the client gave: `EHLO by` is as good as any, and what the server found stands
    /// in parentheses behind it.
    private func isGreeting(_ bytes: Span<UInt8>) -> Bool {
        guard clause == .from, isOpen else { return false }
        var next = index
        while next < end, bytes[next] == 32 || bytes[next] == 9 || bytes[next] == 13 || bytes[next] == 10 { next += 1 }
        return next < end && bytes[next] == 40
    }

    /// The clause that a word names.
    @inline(__always)
    private static func keyword(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Clause? {
        guard word.count >= 2, word.count <= 4 else { return nil }
        var letters: UInt32 = 0
        for index in word { letters = letters << 8 | UInt32(bytes[index] | 0x20) }
        switch letters {
        case 0x6279: return .by
        case 0x66726F6D: return .from
        case 0x666F72: return .recipient
        case 0x6964: return .id
        case 0x766961: return .via
        case 0x77697468: return .with
        default: return nil
        }
    }

    /// Opens a clause. Each counts once: a second `from` is an envelope sender, a second `by` a program; what follows is passed over.
    private mutating func open(_ found: Clause) {
        if found == .from { hasFrom = true }
        let isNew =
            switch found {
            case .by: by == nil
            case .from: from == nil && clause != .from && address == nil
            case .recipient: self.for == nil
            case .id: id == nil
            case .via: via == nil
            case .with: knownProtocol == nil
            case .none, .other: false
            }
        clause = isNew ? found : .other
        isOpen = true
    }

    private mutating func readFrom(_ bytes: Span<UInt8>, _ word: Range<Int>) {
        if isOpen {
            isOpen = false
            if bytes[word.lowerBound] == 91, word.count > 1, bytes[word.lowerBound + 1] == 40 { return }
            from = ByteRange(ReceivedReading.trimmedWord(bytes, word))
            literal = ReceivedReading.address(bytes, word)
        } else if bytes[word.lowerBound] == 91, address == nil {
            address = ReceivedReading.address(bytes, word)
        }
    }

    /// The protocol: the first word after `with`, or a later one when that is known and the first is a product's name.
    private mutating func readProtocol(_ bytes: Span<UInt8>, _ word: Range<Int>) {
        guard isOpen || knownProtocol == nil else { return }
        let isFirst = isOpen
        isOpen = false
        let name = ReceivedReading.trimmedWord(bytes, word)
        // `local-esmtps`, `ESMTP/TLS/AES256`: the first part that is a protocol counts.
        var start = name.lowerBound
        while start < name.upperBound {
            var last = start
            while last < name.upperBound, FieldBytes.isLetter(bytes[last]) || FieldBytes.isDigit(bytes[last]) { last += 1 }
            if last - start > 2, let part = ShortWord(bytes, start..<last), let known = TransportProtocols.shared.name(of: part) {
                // Exim's `local` is a protocol only when it stands alone.
                guard known == TransportProtocols.local, last < name.upperBound else {
                    knownProtocol = known
                    return
                }
            }
            start = last + 1
        }
        if isFirst, with == nil, !name.isEmpty { with = ByteRange(name) }
    }
}
