// Brands by the spellings in which hosts carry them. Hosts are hostile; the list of brands is our own.

internal import Domains
internal import Messages

/// The brands, ready to be found: keys by their first byte, and a hash of the brands' own domains.
struct BrandIndex: Sendable {
    private struct Key {
        /// Where the spelling lies in `spellings`.
        var start: Int32
        var count: Int32
        var isWord: Bool

        var range: Range<Int> { Int(start)..<Int(start + count) }
    }

    /// What decides quickly that a name is not near a brand's: its length and its set of letters.
    private struct Shape {
        var letters: UInt64
        var count: Int
        var brand: Int16
    }

    private var keys: [Key] = []
    private var spellings: [UInt8] = []
    /// The shapes of the brands that may be misspelt: no common words, and long enough.
    private var shapes: [Shape] = []
    /// The keys in the order of their first bytes, and where those of each first byte begin.
    private var order: [Int16] = []
    /// The first four bytes of the keys in that order; 0 for a common word and for what is shorter.
    private var heads: [UInt32] = []
    private var starts = [Int16](repeating: 0, count: 257)
    /// What second bytes follow a first byte, a bit for each value of their low five bits: of all keys, and of those that no word is.
    private var seconds = [UInt32](repeating: 0, count: 256)
    private var ownSeconds = [UInt32](repeating: 0, count: 256)
    /// The brands' own domains by their hash, each with its place in `owned`.
    private var owners: [UInt64: (name: Range<Int>, brand: Int16)] = [:]
    private var owned: [UInt8] = []
    // How long the longest owned domain is, so that other names are not looked up.
    private var longestOwned = 0

    static let shared = BrandIndex()

    /// Words that make a common word beside them a claim to be a brand.
    private static let cues: [StaticString] = [
        "secure", "login", "signin", "verify", "verification", "account", "accounts", "support", "update", "id", "service", "pay",
        "billing", "help",
        "confirm", "alert", "alerts", "unlock", "recovery", "security", "auth", "online", "com", "prime", "delivery", "refund", "wallet",
        "www",
    ]

    private init() {
        for (index, brand) in Brands.all.enumerated() {
            let bytes = Array(brand.key.utf8)
            keys.append(Key(start: Int32(spellings.count), count: Int32(bytes.count), isWord: brand.isWord))
            spellings += bytes
            if !brand.isWord, bytes.count >= 6 {
                shapes.append(Shape(letters: Self.letters(bytes.span), count: bytes.count, brand: Int16(index)))
            }
            for domain in brand.domains.split(separator: " ") {
                let name = Array(domain.utf8)
                let hash = HostMemory.hash(name.span)
                longestOwned = max(longestOwned, name.count)
                guard owners[hash] == nil else { continue }
                owners[hash] = (owned.count..<(owned.count + name.count), Int16(index))
                owned += name
            }
        }
        sortKeys()
    }

    private mutating func sortKeys() {
        for first in 0..<256 {
            starts[first] = Int16(order.count)
            for (index, key) in keys.enumerated() where key.count > 1 && Int(spellings[Int(key.start)]) == first {
                order.append(Int16(index))
                let isNamed = !key.isWord && key.count >= 4
                heads.append(isNamed ? Self.head(spellings.span, at: Int(key.start)) : 0)
                let second: UInt32 = 1 << UInt32(spellings[Int(key.start) + 1] & 31)
                seconds[first] |= second
                if isNamed { ownSeconds[first] |= second }
            }
        }
        starts[256] = Int16(order.count)
    }

    /// The keys that begin with a byte, as a range of `order`.
    @inline(__always)
    private func candidates(_ first: UInt8) -> Range<Int> {
        Int(starts[Int(first)])..<Int(starts[Int(first) + 1])
    }

    private static func letters(_ word: Span<UInt8>) -> UInt64 {
        var letters: UInt64 = 0
        for index in 0..<word.count { letters |= 1 << UInt64(word[index] & 63) }
        return letters
    }

    /// The brand that a host belongs to.
    func owner(of host: Span<UInt8>, match: SuffixMatch) -> Int16? {
        guard let registrable = match.registrable else { return nil }
        if match.section == .icann, let owner = owner(host.extracting(registrable..<match.suffix)) { return owner }
        // The registrable domain and what lies below it, as `www.gov.uk`; a brand may own a part of a public suffix.
        var start = match.suffix
        var labels = 0
        while labels < 4 {
            if let owner = owner(host.extracting(start..<host.count)) { return owner }
            guard start > 1 else { return nil }
            start -= 1
            while start > 0, host[start - 1] != 46 { start -= 1 }
            labels += 1
        }
        return nil
    }

    private func owner(_ name: Span<UInt8>) -> Int16? {
        guard name.count <= longestOwned, let owner = owners[HostMemory.hash(name)], owner.name.count == name.count else { return nil }
        // Hosts are hostile: an equal hash alone is no proof.
        for index in 0..<name.count where owned[owner.name.lowerBound + index] != name[index] { return nil }
        return owner.brand
    }

    /// The brand whose name is exactly this.
    func brand(spelled word: Span<UInt8>) -> Int16? {
        guard word.count > 1 else { return nil }
        for candidate in candidates(word[0]) {
            let key = keys[Int(order[candidate])]
            if key.count == word.count, begins(word, at: 0, with: key) { return order[candidate] }
        }
        return nil
    }

    /// The brand that labels name: as a word between hyphens and dots, or, when it is no common word, inside one.
    func brand(namedIn labels: Span<UInt8>, folded: inout [UInt8]) -> (brand: Int16, isDisguised: Bool)? {
        if let brand = brand(plainIn: labels) { return (brand, false) }
        folded.removeAll(keepingCapacity: true)
        guard Lookalikes.foldDigits(labels, into: &folded) else { return nil }
        return brand(plainIn: folded.span).map { ($0, true) }
    }

    private func brand(plainIn labels: Span<UInt8>) -> Int16? {
        var index = 0
        var isStart = true
        while index < labels.count {
            let byte = labels[index]
            let second = index + 1 < labels.count ? labels[index + 1] : 0
            if seconds[Int(byte)] &>> UInt32(second & 31) & 1 == 1,
                let brand = brand(plainIn: labels, at: index, isStart: isStart)
            {
                return brand
            }
            isStart = byte == 45 || byte == 46
            index += 1
        }
        return nil
    }

    private func brand(plainIn labels: Span<UInt8>, at index: Int, isStart: Bool) -> Int16? {
        for candidate in candidates(labels[index]) {
            let key = keys[Int(order[candidate])]
            guard begins(labels, at: index, with: key) else { continue }
            let end = index + Int(key.count)
            let isWhole = isStart && (end == labels.count || labels[end] == 45 || labels[end] == 46)
            if key.isWord {
                if isWhole, hasCue(labels, apartFrom: index..<end) { return order[candidate] }
            } else if isWhole || key.count >= 6 {
                return order[candidate]
            }
        }
        return nil
    }

    private func hasCue(_ labels: Span<UInt8>, apartFrom brand: Range<Int>) -> Bool {
        var start = 0
        while start < labels.count {
            var end = start
            while end < labels.count, labels[end] != 45, labels[end] != 46 { end += 1 }
            if start != brand.lowerBound {
                let word = labels.extracting(start..<end)
                if Self.cues.contains(where: { ByteClass.equal(word, $0) }) { return true }
            }
            start = end + 1
        }
        return false
    }

    /// Whether a key stands at an offset.
    private func begins(_ text: Span<UInt8>, at offset: Int, with key: Key) -> Bool {
        guard text.count - offset >= Int(key.count) else { return false }
        let spelling = spellings.span.extracting(key.range)
        for index in spelling.indices where text[offset + index] != spelling[index] { return false }
        return true
    }

    /// The brand that one or two slips of the pen lead to from a word of the registrable label.
    func brand(near label: Span<UInt8>, distance: inout EditDistance) -> Int16? {
        var start = 0
        var words = 0
        while start < label.count, words < 6 {
            var end = start
            while end < label.count, label[end] != 45 { end += 1 }
            if let brand = brand(nearWord: label.extracting(start..<end), distance: &distance) { return brand }
            start = end + 1
            words += 1
        }
        return nil
    }

    private func brand(nearWord word: Span<UInt8>, distance: inout EditDistance) -> Int16? {
        guard word.count >= 5, word.count <= EditDistance.longest else { return nil }
        let letters = Self.letters(word)
        let shapes = shapes.span
        for index in shapes.indices {
            let shape = shapes[index]
            let limit = shape.count >= 9 ? 2 : 1
            // Each slip changes at most two bits of the set of letters.
            guard abs(shape.count - word.count) <= limit, (letters ^ shape.letters).nonzeroBitCount <= 2 * limit else { continue }
            if let found = distance.between(word, spellings.span.extracting(keys[Int(shape.brand)].range), limit: limit), found > 0 {
                return shape.brand
            }
        }
        return nil
    }

    /// Whether a word of a path or query, in lower case, is the name of a brand that is no common word.
    func isNamed(in text: Span<UInt8>) -> Bool {
        let seconds = ownSeconds.span
        var isStart = true
        var index = 0
        while index + 3 < text.count {
            let byte = text[index]
            if isStart, ByteClass.isLetter(byte), seconds[Int(byte)] &>> UInt32(text[index + 1] & 31) & 1 == 1,
                isNamed(in: text, at: index)
            {
                return true
            }
            isStart = !ByteClass.isAlphanumeric(byte)
            index += 1
        }
        return false
    }

    private func isNamed(in text: Span<UInt8>, at index: Int) -> Bool {
        let head = Self.head(text, at: index)
        let heads = heads.span
        for candidate in candidates(text[index]) where heads[candidate] == head {
            let key = keys[Int(order[candidate])]
            guard begins(text, at: index, with: key) else { continue }
            let end = index + Int(key.count)
            if end == text.count || !ByteClass.isAlphanumeric(text[end]) { return true }
        }
        return false
    }

    /// Four bytes in one number.
    @inline(__always)
    private static func head(_ text: Span<UInt8>, at index: Int) -> UInt32 {
        let first = UInt32(text[index]) << 24 | UInt32(text[index + 1]) << 16
        return first | UInt32(text[index + 2]) << 8 | UInt32(text[index + 3])
    }
}
