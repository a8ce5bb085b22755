public import Messages

/// Finds which of the known header names some bytes are, case aside.
///
/// One table for the process: names are filed by length, first and last letter, so that a look-up compares with one or two.
struct HeaderNames: Sendable {
    static let shared = HeaderNames()

    private var names: [HeaderName] = []
    private var letters: [UInt8] = []
    /// Where the letters of each name begin; one more entry for the end.
    private var starts: [Int] = [0]
    /// For each slot the first name filed there, and for each name the next in the same slot; -1 for none.
    private var first = [Int16](repeating: -1, count: 256)
    private var following: [Int16] = []

    private init() {
        for name in HeaderName.allCases where name != .other {
            let lowered = name.rawValue.utf8.map(lowercased)
            let slot = HeaderNames.slot(count: lowered.count, first: lowered[0], last: lowered[lowered.count - 1])
            following.append(first[slot])
            first[slot] = Int16(names.count)
            names.append(name)
            letters += lowered
            starts.append(letters.count)
        }
    }

    @inline(__always)
    private static func slot(count: Int, first: UInt8, last: UInt8) -> Int {
        (count &* 37 &+ Int(first | 0x20) &* 11 &+ Int(last | 0x20)) & 255
    }

    /// The name in a range of bytes, none of which is a control character; `other` when it is not a known one.
    func name(in bytes: Span<UInt8>, from start: Int, to end: Int) -> HeaderName {
        guard start < end else { return .other }
        var candidate = first[HeaderNames.slot(count: end - start, first: bytes[start], last: bytes[end - 1])]
        while candidate >= 0 {
            let index = Int(candidate)
            let origin = starts[index]
            if starts[index + 1] - origin == end - start {
                var offset = 0
                // Without control characters, setting this bit folds letters and changes nothing else that a name has.
                while offset < end - start, bytes[start + offset] | 0x20 == letters[origin + offset] { offset += 1 }
                if offset == end - start { return names[index] }
            }
            candidate = following[index]
        }
        return .other
    }
}

extension HeaderName {
    /// The known name that these bytes spell, case aside (RFC 5322 section 1.2.2); `other` when none does.
    public init(_ bytes: Span<UInt8>) {
        self = HeaderNames.shared.name(in: bytes, from: 0, to: bytes.count)
    }
}
