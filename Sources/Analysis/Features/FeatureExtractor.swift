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

    /// Replaces what is in the vector by the features of a reading.
    public func extract(from reading: Reading, into features: inout FeatureVector) {
        features.removeAll()
        features.family = ChannelFamily(reading.message.channel)
        addWords(of: reading, to: &features)
        addHiddenWords(of: reading, to: &features)
        addSender(of: reading, to: &features)
        addLinks(of: reading, to: &features)
        addStructure(of: reading, to: &features)
    }

    private func addWords(of reading: Reading, to features: inout FeatureVector) {
        let words = reading.folded.words.span
        let subjectEnd = reading.subjectWords.upperBound
        let end = min(words.count, limits.words)
        features.insert(upTo: 2 * end) { insert in
            var before: UInt32 = 0
            for index in 0..<end {
                let word = words[index]
                let token = FeatureExtractor.token(of: word)
                let isSubject = index < subjectEnd
                insert(FeatureHash.of(isSubject ? .subject : .body, token), FeatureOrigin(.word, index))
                guard word.flags.isDisjoint(with: .extra) else { continue }
                if index != 0, index != subjectEnd {
                    insert(FeatureHash.of(isSubject ? .subjectPair : .bodyPair, before, token), FeatureOrigin(.pair, index))
                }
                before = token
            }
        }
    }

    /// What names a word among features. Numbers are named by their length, so that no amount or code is learnt by heart.
    private static func token(of word: Word) -> UInt32 {
        if word.flags.contains(.number) { return 0x4E00_0000 | UInt32(word.length) }
        return UInt32(truncatingIfNeeded: word.hash)
    }

    private func addHiddenWords(of reading: Reading, to features: inout FeatureVector) {
        for (index, word) in reading.hiddenFolded.words.prefix(limits.hiddenWords).enumerated() {
            features.insert(FeatureHash.of(.hidden, FeatureExtractor.token(of: word)), from: FeatureOrigin(.hiddenWord, index))
        }
    }

    private func addSender(of reading: Reading, to features: inout FeatureVector) {
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
