internal import Messages
internal import Reading

/// Runs of a few bytes or characters as features: they see what words miss, in any language and any disguise.
///
/// Of a mail, four bytes of the beginning as it came, header and all (Sculley and Wachman 2007); of anything else, two to five
/// characters of the folded text. Learnt where they are used; they do not ship in a model.
extension FeatureExtractor {
    /// How much of a message gives grams.
    private enum Bounds {
        /// Bytes of a mail.
        static let mailBytes = 3500
        /// Characters of a text.
        static let characters = 1000
        /// The lengths of a text's runs, in characters.
        static let lengths = 2...5
    }

    func addGrams(of reading: borrowing Reading, to features: inout FeatureVector) {
        if reading.message.channel == .email {
            let bytes = reading.message.bytes.span
            addByteGrams(of: bytes.extracting(first: Bounds.mailBytes), to: &features)
        } else {
            addCharacterGrams(of: reading.flat.span, to: &features)
        }
    }

    private func addByteGrams(of bytes: Span<UInt8>, to features: inout FeatureVector) {
        guard bytes.count >= 4 else { return }
        features.insert(upTo: bytes.count) { hashes, origins in
            var gram: UInt32 = 0
            for index in bytes.indices {
                gram = gram << 8 | UInt32(bytes[index])
                guard index >= 3 else { continue }
                hashes[index &- 3] = FeatureHash.of(.byteGram, gram)
                origins[index &- 3] = .unknown
            }
            return bytes.count - 3
        }
    }

    private func addCharacterGrams(of text: Span<UInt8>, to features: inout FeatureVector) {
        features.insert(upTo: Bounds.characters * Bounds.lengths.count) { hashes, origins in
            var count = 0
            var start = 0
            var characters = 0
            while start < text.count, characters < Bounds.characters {
                count = FeatureExtractor.writeGrams(of: text, from: start, into: &hashes, &origins, count: count)
                start = FeatureExtractor.next(after: start, in: text)
                characters += 1
            }
            return count
        }
    }

    /// Writes the runs that begin at a place; gives how many features there are now.
    private static func writeGrams(
        of text: Span<UInt8>, from start: Int, into hashes: inout MutableSpan<UInt32>, _ origins: inout MutableSpan<FeatureOrigin>,
        count: Int
    ) -> Int {
        var end = start
        var written = count
        var hash = FeatureHash.tokenSeed
        for length in 1...Bounds.lengths.upperBound {
            guard end < text.count else { break }
            let next = next(after: end, in: text)
            for index in end..<next { hash = FeatureHash.tokenStep(hash, text[index]) }
            end = next
            guard length >= Bounds.lengths.lowerBound else { continue }
            hashes[written] = FeatureHash.of(.characterGram, hash)
            origins[written] = .unknown
            written += 1
        }
        return written
    }

    /// Where the UTF-8 character after the one at a place begins.
    private static func next(after start: Int, in text: Span<UInt8>) -> Int {
        var index = start + 1
        while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
        return index
    }
}
