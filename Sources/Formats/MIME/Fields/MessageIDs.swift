// Message-ID, In-Reply-To, References, Content-ID (RFC 5322 section 3.6.4). Ids are claims, and often broken ones.

public import Messages

extension Defect.Kind {
    /// An id stands without angle brackets, or its bracket is not closed.
    public static let messageIDBrackets = Defect.Kind(rawValue: "message-id.brackets")
    /// An id is empty.
    public static let messageIDEmpty = Defect.Kind(rawValue: "message-id.empty")
    /// An id has white space or comments inside, or no `@`.
    public static let messageIDMalformed = Defect.Kind(rawValue: "message-id.malformed")
    /// There are more ids than `FieldLimits.messageIDs`.
    public static let messageIDTooMany = Defect.Kind(rawValue: "message-id.too-many")
}

/// The ids of a field.
public struct MessageIDs: Sendable, Hashable {
    /// The ids in order, without angle brackets, white space and comments (RFC 5322 section 4.5.4).
    public private(set) var ids: [String] = []
    /// What is wrong with the field.
    public private(set) var defects: [Defect] = []

    /// Reads the body of a field of message ids. Phrases between ids, as In-Reply-To once had, are left out when any id has
    /// brackets; otherwise each word counts as an id.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        let range = FieldBytes.trimmed(bytes, range)
        var hasBrackets = false
        var index = range.lowerBound
        while index < range.upperBound {
            guard bytes[index] == 60 else {
                index += 1
                continue
            }
            hasBrackets = true
            let start = index + 1
            index = start
            while index < range.upperBound, bytes[index] != 62, bytes[index] != 60 { index += 1 }
            if index == range.upperBound || bytes[index] == 60 { defects.note(.messageIDBrackets, at: start - 1) }
            add(bytes, start..<index)
            if index < range.upperBound, bytes[index] == 62 { index += 1 }
        }
        if !hasBrackets { readWords(bytes, range) }
    }

    private mutating func readWords(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, !FieldBytes.isSpace(bytes[index]) { index += 1 }
            if index > start {
                defects.note(.messageIDBrackets, at: start)
                add(bytes, start..<index)
            }
            index += 1
        }
    }

    private mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard ids.count < FieldLimits.messageIDs else { return defects.note(.messageIDTooMany, at: range.lowerBound) }
        var hasAt = false
        var isClean = true
        for index in range {
            let byte = bytes[index]
            if byte == 64 { hasAt = true }
            if FieldBytes.isSpace(byte) || byte == 40 { isClean = false }
        }
        if !hasAt || !isClean { defects.note(.messageIDMalformed, at: range.lowerBound) }
        let id = isClean ? FieldBytes.text(bytes, range) : MessageIDs.cleaned(bytes, range)
        if id.isEmpty { defects.note(.messageIDEmpty, at: range.lowerBound) } else { ids.append(id) }
    }

    /// The id without white space and comments.
    private static func cleaned(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        var out: [UInt8] = []
        var index = range.lowerBound
        var commentsEnd = true
        while index < range.upperBound {
            if bytes[index] == 40, commentsEnd {
                if let close = FieldTokens.commentEnd(bytes, at: index, before: range.upperBound) {
                    index = close
                    continue
                }
                commentsEnd = false
            }
            if !FieldBytes.isSpace(bytes[index]) { out.append(bytes[index]) }
            index += 1
        }
        return String(decoding: out, as: UTF8.self)
    }
}
