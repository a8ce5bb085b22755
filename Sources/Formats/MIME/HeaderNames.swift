public import Messages

/// Finds which of the known header names some bytes are, case aside.
///
/// One table for the process: names are filed by their first and last eight letters and compared as these two numbers.
struct HeaderNames: Sendable {
    static let shared = HeaderNames()

    /// A name as numbers: its first and its last eight letters, which are the whole of all names but a few.
    private struct Key {
        var count: Int
        var head: UInt64
        var tail: UInt64

        /// Of 512 slots.
        @inline(__always)
        var slot: Int { Int(((head ^ tail &* 31 ^ UInt64(count)) &* 0x9E37_79B9_7F4A_7C15) >> 55) }

        /// The key of a range that is not empty. Without control characters, setting a bit folds letters and changes nothing else that
        /// a name has.
        @inline(__always)
        init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
            count = end - start
            head = 0
            tail = 0
            if count >= 8, start >= 0, end <= bytes.count {
                let raw = unsafe bytes.bytes
                // Start and end lie inside the span, eight bytes apart at least, and both reads between them; any bits are a UInt64.
                head = unsafe raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self) | 0x2020_2020_2020_2020
                tail = unsafe raw.unsafeLoadUnaligned(fromByteOffset: end - 8, as: UInt64.self) | 0x2020_2020_2020_2020
            } else {
                for index in start..<min(end, start + 8) { head = head << 8 | UInt64(bytes[index] | 0x20) }
            }
        }
    }

    private var names: [HeaderName] = []
    private var keys: [Key] = []
    /// The letters of all names in lower case, and where those of each begin; one more entry for the end.
    private var letters: [UInt8] = []
    private var starts: [Int] = [0]
    /// For each slot the first name filed there, and for each name the next in the same slot; -1 for none.
    private var first = [Int16](repeating: -1, count: 512)
    private var following: [Int16] = []

    private init() {
        for name in HeaderName.allCases where name != .other {
            let lowered = name.rawValue.utf8.map(lowercased)
            let key = Key(lowered.span, from: 0, to: lowered.count)
            following.append(first[key.slot])
            first[key.slot] = Int16(names.count)
            names.append(name)
            keys.append(key)
            letters += lowered
            starts.append(letters.count)
        }
    }

    /// The name in a range of bytes, none of which is a control character; `other` when it is not a known one.
    func name(in bytes: Span<UInt8>, from start: Int, to end: Int) -> HeaderName {
        guard start < end else { return .other }
        let key = Key(bytes, from: start, to: end)
        var candidate = Int(first[key.slot])
        while candidate >= 0 {
            let known = keys[candidate]
            if known.head == key.head, known.tail == key.tail, known.count == key.count, isMiddle(of: candidate, bytes, start, key.count) {
                return names[candidate]
            }
            candidate = Int(following[candidate])
        }
        return .other
    }

    /// Whether what lies between a long name's first and last eight letters is there too.
    private func isMiddle(of name: Int, _ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
        var offset = 8
        while offset + 8 < count {
            if bytes[start + offset] | 0x20 != letters[starts[name] + offset] { return false }
            offset += 1
        }
        return true
    }
}

extension HeaderName {
    /// The known name that these bytes spell, case aside (RFC 5322 section 1.2.2); `other` when none does.
    public init(_ bytes: Span<UInt8>) {
        self = HeaderNames.shared.name(in: bytes, from: 0, to: bytes.count)
    }
}
