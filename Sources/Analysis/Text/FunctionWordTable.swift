/// Function words by their hash: an open-addressed table, built once when the first guess is made.
struct FunctionWordTable: Sendable {
    static let shared = FunctionWordTable()

    private let languages: [String]
    private let scripts: [Script]
    /// Hashes, 0 where a slot is free, and beside them the languages that have the word, as bits.
    private var keys: [UInt64]
    private var masks: [UInt32]
    /// The telling letters, sorted, and the languages that have them.
    private var letters: [(scalar: UInt32, mask: UInt32)] = []

    private init() {
        let slots = 4096
        keys = Array(repeating: 0, count: slots)
        masks = Array(repeating: 0, count: slots)
        languages = FunctionWords.lists.map(\.language)
        var scripts: [Script] = []
        for (bit, list) in FunctionWords.lists.enumerated() {
            for word in list.words.split(separator: " ") {
                FunctionWordTable.insert(WordHash.of(String(word)), 1 << UInt32(bit), into: &keys, &masks)
            }
            let first = list.words.unicodeScalars.first.map { ScalarClass($0.value).script }
            scripts.append(first ?? .latin)
        }
        self.scripts = scripts
        var found: [UInt32: UInt32] = [:]
        for entry in FunctionWords.letters {
            for language in entry.languages {
                guard let bit = languages.firstIndex(of: language) else { continue }
                for scalar in entry.letters.unicodeScalars { found[scalar.value, default: 0] |= 1 << UInt32(bit) }
            }
        }
        letters = found.map { (scalar: $0.key, mask: $0.value) }.sorted { $0.scalar < $1.scalar }
    }

    private static func insert(_ hash: UInt64, _ mask: UInt32, into keys: inout [UInt64], _ masks: inout [UInt32]) {
        var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = hash
        masks[slot] |= mask
    }

    @inline(__always)
    private static func mask(of hash: UInt64, in keys: Span<UInt64>, _ masks: Span<UInt32>) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash) & (keys.count - 1)
        while keys[slot] != 0 {
            if keys[slot] == hash { return masks[slot] }
            slot = (slot + 1) & (keys.count - 1)
        }
        return 0
    }

    /// The language of a script, or the one whose tag begins so, with the most words in a text; nothing when no word is known.
    func best(in folded: FoldedText, of script: Script? = nil, among prefix: String = "") -> LanguageGuess? {
        var allowed: UInt32 = 0
        for bit in languages.indices where script == nil ? languages[bit].hasPrefix(prefix) : scripts[bit] == script {
            allowed |= 1 << UInt32(bit)
        }
        var scores = [Double](repeating: 0, count: languages.count)
        let words = folded.words.span
        let keys = keys.span
        let masks = masks.span
        for index in 0..<min(words.count, LanguageGuess.maximumWords) {
            let found = FunctionWordTable.mask(of: words[index].hash, in: keys, masks) & allowed
            if found != 0 { add(found, weight: 1, to: &scores) }
        }
        if prefix.isEmpty { addLetters(of: folded, allowed: allowed, to: &scores) }
        var best = 0
        var second = 0.0
        for bit in scores.indices.dropFirst() {
            if scores[bit] > scores[best] {
                second = scores[best]
                best = bit
            } else {
                second = max(second, scores[bit])
            }
        }
        guard scores[best] > 0 else { return nil }
        let lead = (scores[best] - second) / scores[best]
        let weight = scores[best] / (scores[best] + 1)
        return LanguageGuess(language: languages[best], confidence: weight * (0.4 + 0.6 * lead))
    }

    /// A word that several languages have is shared out among them, and a little less than a share each.
    private func add(_ mask: UInt32, weight: Double, to scores: inout [Double]) {
        let share = weight / Double(mask.nonzeroBitCount)
        var left = mask
        while left != 0 {
            scores[left.trailingZeroBitCount] += share
            left &= left - 1
        }
    }

    private func addLetters(of folded: FoldedText, allowed: UInt32, to scores: inout [Double]) {
        // A UInt8 has no padding, so its span may be looked at raw.
        let bytes = unsafe folded.bytes.span.bytes
        let end = min(bytes.byteCount, LanguageGuess.maximumBytes)
        var at = 0
        while at < end {
            // Most texts are ASCII, which tells nothing.
            if at + 8 <= end, lane(bytes, at) & Lanes.high == 0 {
                at += 8
                continue
            }
            guard byte(bytes, at) >= 0xC2 else {
                at += 1
                continue
            }
            let decoded = decodeScalar(bytes, at: at, end: end)
            at += decoded.length
            let found = mask(ofLetter: decoded.value) & allowed
            if found != 0 { add(found, weight: 0.35, to: &scores) }
        }
    }

    private func mask(ofLetter scalar: UInt32) -> UInt32 {
        var low = 0
        var high = letters.count
        while low < high {
            let middle = (low + high) / 2
            if letters[middle].scalar < scalar { low = middle + 1 } else { high = middle }
        }
        return low < letters.count && letters[low].scalar == scalar ? letters[low].mask : 0
    }
}
