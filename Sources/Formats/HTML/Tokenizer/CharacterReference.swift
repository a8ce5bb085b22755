// Character references (WHATWG HTML section 13.2.5.72 to 80): `&amp;`, `&#x27;` and the 2,231 names.

internal import HTMLEntities

/// A character reference that was found in text or in an attribute's value.
struct CharacterReference {
    /// The offset one past the reference; 0 where the ampersand begins none.
    var end: Int
    /// Up to seven bytes of UTF-8, the first lowest, and their number in the highest byte.
    var packed: UInt64

    /// The ampersand is just an ampersand.
    static let none = CharacterReference(end: 0, packed: 0)

    /// Reads the reference whose ampersand is at `start`; `limit` ends the text or the value.
    static func read(_ input: Span<UInt8>, at start: Int, to limit: Int, inAttribute: Bool) -> CharacterReference {
        let next = start &+ 1
        guard next < limit else { return .none }
        let byte = input[next]
        if byte == ASCII.hash { return numeric(input, at: next &+ 1, to: limit) }
        guard ASCII.isLetter(byte) else { return .none }
        return named(input, at: next, to: limit, inAttribute: inAttribute)
    }

    /// The longest name that fits (section 13.2.5.73).
    private static func named(_ input: Span<UInt8>, at start: Int, to limit: Int, inAttribute: Bool) -> CharacterReference {
        // The three tables are constants of the C target that live as long as the program and have the lengths its header names.
        let rootTable = unsafe UnsafeBufferPointer(start: html_entity_roots(), count: Int(html_entity_root_count))
        let nodeTable = unsafe UnsafeBufferPointer(start: html_entity_nodes(), count: Int(html_entity_node_count))
        let valueTable = unsafe UnsafeBufferPointer(start: html_entity_values(), count: Int(html_entity_node_count))
        let nodes = unsafe nodeTable.span
        let values = unsafe valueTable.span
        let root = unsafe Int(rootTable.span[Int(input[start] & 0x7F)])
        guard root != 0 else { return .none }

        var node = root &- 1
        var at = start
        var end = 0
        var value = 0
        while true {
            at &+= 1
            if values[node] != 0 {
                end = at
                value = Int(values[node])
            }
            var child = Int(nodes[node] >> 8)
            guard child != 0, at < limit else { break }
            let byte = UInt32(input[at])
            while nodes[child] & 0x7F != byte {
                if nodes[child] & 0x80 != 0 {
                    child = 0
                    break
                }
                child &+= 1
            }
            guard child != 0 else { break }
            node = child
        }
        guard end != 0 else { return .none }
        if inAttribute, input[end &- 1] != ASCII.semicolon, end < limit {
            // For old links such as `?a=1&copy=2`: no reference without a semicolon before `=` or an alphanumeric.
            let after = input[end]
            if after == ASCII.equals || ASCII.isLetter(after) || ASCII.isDigit(after) { return .none }
        }
        // As above: a constant of the C target with the length its header names.
        let texts = unsafe UnsafeBufferPointer(start: html_entity_texts(), count: Int(html_entity_text_count))
        return unsafe CharacterReference(end: end, packed: texts.span[value])
    }

    /// A decimal or hexadecimal number; `start` is after the `#` (section 13.2.5.75 to 80).
    private static func numeric(_ input: Span<UInt8>, at start: Int, to limit: Int) -> CharacterReference {
        var at = start
        var number: UInt32 = 0
        var digits = 0
        if at < limit, input[at] | 0x20 == 0x78 {
            at &+= 1
            while at < limit, let digit = ASCII.hexadecimal(input[at]) {
                number = min(number &* 16 &+ UInt32(digit), 0x11_0000)
                at &+= 1
                digits &+= 1
            }
        } else {
            while at < limit, ASCII.isDigit(input[at]) {
                number = min(number &* 10 &+ UInt32(input[at] &- 0x30), 0x11_0000)
                at &+= 1
                digits &+= 1
            }
        }
        guard digits > 0 else { return .none }
        if at < limit, input[at] == ASCII.semicolon { at &+= 1 }
        return CharacterReference(end: at, packed: pack(meant(number)))
    }

    /// The code point that a number means: windows-1252 for the C1 controls, a replacement for what is no character.
    private static func meant(_ number: UInt32) -> UInt32 {
        switch number {
        case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
        case 0x80...0x9F: UInt32(windows1252[Int(number &- 0x80)])
        default: number
        }
    }

    private static let windows1252: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// A code point's UTF-8, packed.
    static func pack(_ point: UInt32) -> UInt64 {
        let low = UInt64(point & 0x3F | 0x80)
        let second = UInt64(point >> 6 & 0x3F | 0x80)
        let third = UInt64(point >> 12 & 0x3F | 0x80)
        return switch point {
        case ..<0x80: 1 << 56 | UInt64(point)
        case ..<0x800: 2 << 56 | low << 8 | UInt64(point >> 6 | 0xC0)
        case ..<0x1_0000: 3 << 56 | low << 16 | second << 8 | UInt64(point >> 12 | 0xE0)
        default: 4 << 56 | low << 24 | second << 16 | third << 8 | UInt64(point >> 18 & 7 | 0xF0)
        }
    }

    /// Adds the packed bytes to a buffer.
    @inline(__always)
    static func append(_ packed: UInt64, to buffer: inout [UInt8]) {
        var rest = packed
        for _ in 0..<(packed >> 56) {
            buffer.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
