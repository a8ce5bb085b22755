// Writes header fields (RFC 5322 section 2.2): folded, encoded where they must be, and never more than the field asked for.
// Values may come from mail: a line end or control character in one cannot begin another field, because it becomes a space.

/// Writes header fields one after the other into one buffer.
///
/// Lines aim at 78 bytes and never exceed 998 (RFC 5322 section 2.1.1); those with encoded words keep to 76 (RFC 2047 section 2).
public struct FieldWriter: Sendable {
    /// What was written so far: whole fields, each closed by CRLF.
    public private(set) var bytes: [UInt8] = []
    /// How many bytes the current line has.
    private(set) var column = 0
    /// Whether a fold is allowed here: something other than the field's name stands on the line.
    private var hasText = false

    /// A writer with nothing written.
    public init() {}

    /// Writes a date field (RFC 5322 section 3.3).
    public mutating func date(_ name: String, _ value: DateTimeValue) {
        begin(name)
        for word in value.written.utf8.split(separator: 32) { put(word: Array(word)) }
        finish()
    }

    /// Writes a field of message ids (RFC 5322 section 3.6.4). Characters that cannot stand in an id are left out.
    public mutating func messageIDs(_ name: String, _ ids: [String]) {
        begin(name)
        for id in ids {
            let clean = id.utf8.filter { $0 > 32 && $0 != 127 && $0 != 60 && $0 != 62 && $0 != 40 }
            if !clean.isEmpty { put(word: [60] + clean.prefix(FieldWriter.longestWord) + [62]) }
        }
        finish()
    }

    /// The longest word that is put on a line of its own.
    static let longestWord = 900

    /// Opens a field. A name keeps only the characters that RFC 5322 section 2.2 gives it.
    mutating func begin(_ name: String) {
        var clean = name.utf8.filter { $0 > 32 && $0 < 127 && $0 != 58 }.prefix(64)
        if clean.isEmpty { clean = "X-Unnamed".utf8.filter { _ in true }[...] }
        bytes.append(contentsOf: clean)
        bytes.append(58)
        column = clean.count + 1
        hasText = false
    }

    /// Closes the field.
    mutating func finish() {
        if !hasText { put(glued: [32]) }
        bytes.append(13)
        bytes.append(10)
        column = 0
    }

    /// Writes a word behind a space, or behind a fold where the line would grow too long.
    mutating func put(word: [UInt8], limit: Int = FieldLimits.preferredLine) {
        if hasText, column + 1 + word.count > limit { fold() } else { put(glued: [32]) }
        put(glued: word)
        hasText = true
    }

    /// Writes bytes without anything before them.
    mutating func put(glued word: [UInt8]) {
        bytes.append(contentsOf: word)
        column += word.count
    }

    /// Notes that text stands on the line, so that a fold may follow.
    mutating func markText() { hasText = true }

    /// Breaks the line; the space that opens the next one is the one that stood here.
    mutating func fold() {
        bytes.append(contentsOf: [13, 10, 32])
        column = 1
    }

    /// The bytes of a value with line ends and other control characters replaced by spaces.
    static func harmless(_ value: String) -> [UInt8] {
        value.utf8.map { $0 < 32 || $0 == 127 ? 32 : $0 }
    }

    /// A value as its reader gets it back: line ends and other control characters are spaces.
    public static func sanitised(_ value: String) -> String {
        String(decoding: harmless(value), as: UTF8.self)
    }
}
