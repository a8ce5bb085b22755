public import Messages

/// A word of a folded text: where it lies, what it is, and the hash that names it.
///
/// Words are those of UAX 29 that hold a letter or a digit. Han and Hiragana are cut into single characters and overlapping pairs, Thai, Lao,
/// Khmer and Myanmar into overlapping triples; Hangul and Katakana words stand with the pairs of their characters. Words that
/// were written in disguise are followed by an extra word with what they say.
public struct Word: Sendable, Hashable {
    /// What was seen of a word besides its letters.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt16

        /// Flags from their bits.
        @inlinable
        public init(rawValue: UInt16) {
            self.rawValue = rawValue
        }

        /// It holds a digit.
        public static let hasDigit = Flags(rawValue: 1 << 0)
        /// It holds digits and no letter: a number, with or without points and commas.
        public static let number = Flags(rawValue: 1 << 1)
        /// It was written in capitals, two letters or more.
        public static let allCapitals = Flags(rawValue: 1 << 2)
        /// Its first letter was a capital, and not all were.
        public static let capitalised = Flags(rawValue: 1 << 3)
        /// It mixes scripts that no language mixes inside a word.
        public static let mixedScript = Flags(rawValue: 1 << 4)
        /// Look-alike letters were replaced by those they stood for.
        public static let confusableFolded = Flags(rawValue: 1 << 5)
        /// Every letter is of another script and looks like an ASCII letter.
        public static let wholeScriptConfusable = Flags(rawValue: 1 << 6)
        /// Invisible characters stood inside.
        public static let hadZeroWidth = Flags(rawValue: 1 << 7)
        /// Combining marks that belong to no letter were taken off.
        public static let hadCombining = Flags(rawValue: 1 << 8)
        /// Letters were styled: mathematical, circled, small capitals, full width.
        public static let hadStyled = Flags(rawValue: 1 << 9)
        /// An extra word: letters that stood apart (`v i a g r a`), joined.
        public static let joined = Flags(rawValue: 1 << 10)
        /// An extra word: digits and signs that stood for letters (`v1agra`, `c@sh`), read as letters.
        public static let leet = Flags(rawValue: 1 << 11)
        /// An extra word: letters repeated three times or more (`freeee`), taken once.
        public static let squeezed = Flags(rawValue: 1 << 12)
        /// It holds a full stop: a host name, an abbreviation, a number.
        public static let containsDot = Flags(rawValue: 1 << 13)
        /// An at sign stands before it.
        public static let afterAt = Flags(rawValue: 1 << 14)
        /// One, two or three characters of a script that is not cut into words by blanks, or a pair of a Hangul or Katakana word.
        public static let gram = Flags(rawValue: 1 << 15)

        /// The words that were added to those of the text.
        @inlinable public static var extra: Flags { Flags(rawValue: 7 << 10) }
    }

    /// Names the folded word; see `WordHash`.
    public var hash: UInt64
    /// The offset of its first byte in `FoldedText.bytes`.
    public var start: UInt32
    /// How many bytes it covers there, at most 255: a longer word's hash covers its beginning and its length. For an extra word,
    /// the bytes it was made from.
    public var length: UInt8
    /// The script of its letters; the first one's when they are mixed, `common` when it has none.
    public var script: Script
    /// What else was seen of it.
    public var flags: Flags

    /// A word.
    @inlinable
    public init(hash: UInt64, start: UInt32, length: UInt8, script: Script, flags: Flags) {
        self.hash = hash
        self.start = start
        self.length = length
        self.script = script
        self.flags = flags
    }

    /// Where it lies in `FoldedText.bytes`.
    @inlinable public var folded: ByteRange { ByteRange(Int(start), Int(start) + Int(length)) }
}

/// The hash that names a word: the same on every machine and in every version, without a seed.
///
/// The bytes are taken in lanes of eight, little-endian, the last one filled up with zeros. `h` starts as the length times the first
/// constant; each lane but the last is exclusive-ored into `h`, which is then multiplied by the first constant and exclusive-ored with
/// itself shifted right by 29; the last lane is exclusive-ored, and `h` goes through the finaliser `h ^= h >> 32; h *= second constant`,
/// twice, and a last `h ^= h >> 32`. Of a word longer than 64 bytes the first 64 are taken; the length still counts.
public enum WordHash {
    @usableFromInline static let first: UInt64 = 0x9E37_79B9_7F4A_7C15
    @usableFromInline static let second: UInt64 = 0xD6E8_FEB8_6659_FD93
    /// How many bytes of a word are hashed.
    public static let prefix = 64

    /// The hash of a word's folded bytes.
    public static func of(_ word: Span<UInt8>) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: word.count) &* first
        let count = min(word.count, prefix)
        var at = 0
        while true {
            var lane: UInt64 = 0
            for index in at..<min(at + 8, count) {
                lane |= UInt64(word[index]) << UInt64(8 * (index - at))
            }
            at += 8
            if at >= count { return finish(hash ^ lane) }
            hash = step(hash ^ lane)
        }
    }

    /// The hash of a word's UTF-8, which has to be folded already.
    public static func of(_ word: String) -> UInt64 {
        of(Array(word.utf8).span)
    }

    /// The same of a word that is not empty, from a buffer in which at least sixteen bytes follow its beginning, and eight its end.
    ///
    /// Words of up to sixteen bytes take one way, whatever their length: which of two ways a word takes is nothing that a processor guesses.
    @inline(__always)
    static func of(_ bytes: RawSpan, from start: Int, count length: Int) -> UInt64 {
        guard length <= 16 else { return ofLong(bytes, from: start, count: length) }
        let length = UInt64(truncatingIfNeeded: length)
        let hash = length &* first
        // The shift counts modulo 64: both the first lane of a short word and the second of a longer one are cut so.
        let valid = UInt64.max &>> (0 &- 8 &* length)
        let isShort = length <= 8
        let bytes = bytes.extracting(start..<start &+ 16)
        let short = hash ^ lane(bytes, 0) & (isShort ? valid : UInt64.max)
        let long = step(short) ^ lane(bytes, 8) & valid
        return finish(isShort ? short : long)
    }

    @inline(never)
    private static func ofLong(_ bytes: RawSpan, from start: Int, count length: Int) -> UInt64 {
        var hash = UInt64(truncatingIfNeeded: length) &* first
        var at = start
        var left = min(length, prefix)
        while left > 8 {
            hash = step(hash ^ lane(bytes, at))
            at &+= 8
            left &-= 8
        }
        return finish(hash ^ lane(bytes, at) & UInt64.max &>> (64 &- 8 &* UInt64(truncatingIfNeeded: left)))
    }

    @inline(__always)
    private static func step(_ value: UInt64) -> UInt64 {
        let product = value &* first
        return product ^ product &>> 29
    }

    @inline(__always)
    private static func finish(_ value: UInt64) -> UInt64 {
        var hash = value
        hash ^= hash &>> 32
        hash &*= second
        hash ^= hash &>> 32
        hash &*= second
        hash ^= hash &>> 32
        return hash
    }
}
