internal import Links
internal import MIME
internal import Messages
public import Reading
internal import Text

/// Makes the features of a reading: what a learner sees of a message.
///
/// Words and pairs of neighbours in subject and body, hidden words, the sender's name and domain, links by host and path, and how the
/// message is made. The same reading always gives the same features in the same order.
public struct FeatureExtractor: Sendable {
    /// How much of a message becomes features.
    public struct Limits: Sendable, Hashable {
        /// Words of subject and body that are looked at; the rest of a long text says little more.
        public var words = 3000
        /// Words of hidden text.
        public var hiddenWords = 300
        /// Links.
        public var links = 64

        /// The limits that the starter model was trained with.
        public init() {}
    }

    let limits: Limits

    /// An extractor.
    public init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Replaces what is in the vector by the features of a reading; those that only a model learnt here knows are made when `isLocal`.
    public func extract(from reading: borrowing Reading, into features: inout FeatureVector, isLocal: Bool = false) {
        features.removeAll()
        features.family = ChannelFamily(reading.message.channel)
        addWords(of: reading, to: &features)
        addHiddenWords(of: reading, to: &features)
        addSender(of: reading, to: &features)
        addLinks(of: reading, to: &features)
        addStructure(of: reading, to: &features)
        features.endPortable()
        if isLocal { addHeader(of: reading, to: &features) }
        features.endHeader()
        if isLocal { addGrams(of: reading, to: &features) }
    }

    private func addWords(of reading: borrowing Reading, to features: inout FeatureVector) {
        let words = reading.folded.words.span
        let subjectEnd = reading.subjectWords.upperBound
        let end = min(words.count, limits.words)
        features.insert(upTo: 2 * end) { hashes, origins in
            var count = 0
            let subject = words.extracting(0..<min(subjectEnd, end))
            FeatureExtractor.write(subject, at: 0, .subject, .subjectPair, into: &hashes, &origins, count: &count)
            guard subjectEnd < end else { return count }
            let body = words.extracting(subjectEnd..<end)
            FeatureExtractor.write(body, at: subjectEnd, .body, .bodyPair, into: &hashes, &origins, count: &count)
            return count
        }
    }

    /// Writes the words of one field and the pairs of neighbours among them; `first` is the index of the first word, `count` how many features
    /// stand in the lists. There is room for two a word.
    private static func write(
        _ words: Span<Word>, at first: Int, _ field: FeatureHash.Field, _ pair: FeatureHash.Field, into hashes: inout MutableSpan<UInt32>,
        _ origins: inout MutableSpan<FeatureOrigin>, count: inout Int
    ) {
        var before: UInt32 = 0
        var end = count
        for index in words.indices {
            let word = words[index]
            let token = token(of: word)
            hashes[end] = FeatureHash.of(field, token)
            origins[end] = FeatureOrigin(.word, first &+ index)
            end &+= 1
            guard word.flags.isDisjoint(with: .extra) else { continue }
            if index != 0 {
                hashes[end] = FeatureHash.of(pair, before, token)
                origins[end] = FeatureOrigin(.pair, first &+ index)
                end &+= 1
            }
            before = token
        }
        count = end
    }

    /// What names a word among features. Numbers are named by their length, so that no amount or code is learnt by heart.
    private static func token(of word: Word) -> UInt32 {
        if word.flags.contains(.number) { return 0x4E00_0000 | UInt32(word.length) }
        return UInt32(truncatingIfNeeded: word.hash)
    }

    private func addHiddenWords(of reading: borrowing Reading, to features: inout FeatureVector) {
        for (index, word) in reading.hiddenFolded.words.prefix(limits.hiddenWords).enumerated() {
            features.insert(FeatureHash.of(.hidden, FeatureExtractor.token(of: word)), from: FeatureOrigin(.hiddenWord, index))
        }
    }

    private func addSender(of reading: borrowing Reading, to features: inout FeatureVector) {
        guard let author = reading.author else { return }
        var word: [UInt8] = []
        func flush(_ features: inout FeatureVector) {
            guard !word.isEmpty else { return }
            features.insert(FeatureHash.of(.senderName, FeatureHash.token(word.span)), from: FeatureOrigin(.senderName))
            word.removeAll(keepingCapacity: true)
        }
        for byte in author.displayName.utf8.prefix(200) {
            let isWord = byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
            if isWord { word.append(byte) } else { flush(&features) }
        }
        flush(&features)
        let labels = author.domain.utf8.split(separator: 0x2E).suffix(3)
        if let last = labels.last {
            features.insert(FeatureHash.of(.senderDomain, FeatureHash.token(Array(last).span)), from: FeatureOrigin(.senderDomain))
        }
    }
}
