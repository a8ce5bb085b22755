internal import ASCIIBlocks

/// Function words by their hash, one look a word: a perfect hash, built once when the first guess is made.
struct FunctionWordTable: Sendable {
    static let shared = FunctionWordTable()

    /// How many slots and buckets the table has, and how many multipliers are tried for a bucket.
    private static let slots = 4096
    private static let buckets = 1024
    private static let trials: UInt32 = 1 << 16
    /// What a word counts that one language has alone; it can be shared out among up to ten without a rest.
    private static let unit: UInt32 = 2520
    /// How many words are looked up before those found are added up.
    private static let burst = 64

    private let languages: [String]
    private let scripts: [Script]
    /// For each bucket, what its words' hashes are multiplied with to find their slots: no two words have the same one.
    private var multipliers = [UInt32](repeating: 1, count: FunctionWordTable.buckets)
    /// The upper half of the hash of the word in a slot, and where its shares lie; zeros where a slot is free.
    private var tags = [UInt32](repeating: 0, count: FunctionWordTable.slots)
    private var rows = [UInt16](repeating: 0, count: FunctionWordTable.slots)
    /// How a word is shared out among the languages, one row a word; the first one is empty.
    private var shares = [SIMD32<UInt32>()]
    /// The telling letters, sorted, and the languages that have them.
    private var letters: [(scalar: UInt32, mask: UInt32)] = []

    private init() {
        languages = FunctionWords.lists.map(\.language)
        scripts = FunctionWords.lists.map { list in list.words.unicodeScalars.first.map { ScalarClass($0.value).script } ?? .latin }
        var words: [UInt64: UInt32] = [:]
        for (bit, list) in FunctionWords.lists.enumerated() {
            for word in list.words.split(separator: " ") { words[WordHash.of(String(word)), default: 0] |= 1 << UInt32(bit) }
        }
        place(words)
        var found: [UInt32: UInt32] = [:]
        for entry in FunctionWords.letters {
            for language in entry.languages {
                guard let bit = languages.firstIndex(of: language) else { continue }
                for scalar in entry.letters.unicodeScalars { found[scalar.value, default: 0] |= 1 << UInt32(bit) }
            }
        }
        letters = found.map { (scalar: $0.key, mask: $0.value) }.sorted { $0.scalar < $1.scalar }
    }

    /// Gives every word a slot of its own: bucket by bucket, the fullest first, a multiplier is looked for that leads all its words to free slots.
    private mutating func place(_ words: [UInt64: UInt32]) {
        var buckets = [[UInt64]](repeating: [], count: FunctionWordTable.buckets)
        for hash in words.keys { buckets[FunctionWordTable.bucket(of: hash)].append(hash) }
        let order = buckets.indices.sorted { (-buckets[$0].count, $0) < (-buckets[$1].count, $1) }
        var isTaken = [Bool](repeating: false, count: FunctionWordTable.slots)
        for bucket in order where !buckets[bucket].isEmpty {
            let hashes = buckets[bucket].sorted()
            for trial in 0..<FunctionWordTable.trials {
                let multiplier = trial &* 2 &+ 1
                let slots = hashes.map { FunctionWordTable.slot(of: $0, multiplier) }
                guard Set(slots).count == slots.count, !slots.contains(where: { isTaken[$0] }) else { continue }
                multipliers[bucket] = multiplier
                for (hash, slot) in zip(hashes, slots) {
                    isTaken[slot] = true
                    tags[slot] = UInt32(truncatingIfNeeded: hash >> 32)
                    rows[slot] = UInt16(truncatingIfNeeded: shares.count)
                    shares.append(sharesOf(words[hash] ?? 0))
                }
                break
            }
        }
    }

    /// A word that several languages of a script have is shared out among them.
    private func sharesOf(_ mask: UInt32) -> SIMD32<UInt32> {
        var shares = SIMD32<UInt32>()
        for bit in languages.indices where mask & 1 << UInt32(bit) != 0 {
            let among = scripts.indices.count { scripts[$0] == scripts[bit] && mask & 1 << UInt32($0) != 0 }
            shares[bit] = FunctionWordTable.unit / UInt32(among)
        }
        return shares
    }

    @inline(__always)
    private static func bucket(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (buckets - 1) }

    @inline(__always)
    private static func slot(of hash: UInt64, _ multiplier: UInt32) -> Int {
        Int(truncatingIfNeeded: (UInt32(truncatingIfNeeded: hash &>> 12) &* multiplier) &>> 20)
    }

    /// The language of a script, or the one whose tag begins so, with the most words in a text; nothing when no word is known.
    func best(in folded: FoldedText, of script: Script? = nil, among prefix: String = "") -> LanguageGuess? {
        var allowed: UInt32 = 0
        for bit in languages.indices where script == nil ? languages[bit].hasPrefix(prefix) : scripts[bit] == script {
            allowed |= 1 << UInt32(bit)
        }
        let sums = sums(of: folded.words.span)
        var scores = [Double](repeating: 0, count: languages.count)
        for bit in languages.indices where allowed & 1 << UInt32(bit) != 0 {
            scores[bit] = Double(sums[bit]) / Double(FunctionWordTable.unit)
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

    /// What the first words of a text count for each language, in units. Whether a word is known is nothing that a processor guesses: the words
    /// of a round are looked up without asking, and those that were found are added up afterwards.
    private func sums(of words: Span<Word>) -> SIMD32<UInt32> {
        let multipliers = multipliers.span
        let tags = tags.span
        let rows = rows.span
        let shares = shares.span
        let end = min(words.count, LanguageGuess.maximumWords)
        var sums = SIMD32<UInt32>()
        var start = 0
        while start < end {
            let round = words.extracting(start..<min(end, start &+ FunctionWordTable.burst))
            var found: UInt64 = 0
            for index in round.indices {
                let hash = round[index].hash
                let slot = FunctionWordTable.slot(of: hash, multipliers[FunctionWordTable.bucket(of: hash)])
                found |= (tags[slot] == UInt32(truncatingIfNeeded: hash &>> 32) ? 1 : 0) &<< UInt64(truncatingIfNeeded: index)
            }
            while found != 0 {
                let hash = round[found.trailingZeroBitCount].hash
                let slot = FunctionWordTable.slot(of: hash, multipliers[FunctionWordTable.bucket(of: hash)])
                sums &+= shares[Int(rows[slot])]
                found &= found &- 1
            }
            start &+= FunctionWordTable.burst
        }
        return sums
    }

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
            if at + 16 <= end, chaffinch_high_bits(sixteen(bytes, at)) == 0 {
                at += 16
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
