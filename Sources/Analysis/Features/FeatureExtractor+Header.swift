internal import Messages
internal import Reading

/// The header as features: which fields there are, in which order, and the words of their bodies.
///
/// They tell one organisation's mail from another's, so they are learnt where they are used and do not ship in a model.
extension FeatureExtractor {
    /// The bounds of what a header gives.
    private enum Bounds {
        /// Words of one field.
        static let wordsOfField = 200
        /// Features of the whole header: at 200 words a field, ten full fields.
        static let features = 4096
        /// A longer word is named by its length: a key, a signature, a token that never comes again.
        static let longWord = 24
        /// A longer number is named by its length.
        static let longNumber = 4
    }

    func addHeader(of reading: borrowing Reading, to features: inout FeatureVector) {
        let message = reading.message
        guard message.channel == .email, let fields = message.parts.first?.headers.range else { return }
        let bytes = message.bytes.span
        let headers = message.headers.span
        features.insert(upTo: Bounds.features) { hashes, origins in
            var count = 0
            var nameBefore: UInt32 = 0
            for index in fields where index < headers.count {
                guard count + 2 + 2 * Bounds.wordsOfField <= hashes.count else { break }
                let field = headers[index]
                let name = FeatureHash.token(bytes.extracting(field.name.range))
                let first = count
                hashes[count] = FeatureHash.of(.headerName, name)
                hashes[count + 1] = FeatureHash.of(.headerNamePair, nameBefore, name)
                count += 2
                nameBefore = name
                FeatureExtractor.writeWords(of: bytes.extracting(field.body.range), field: name, into: &hashes, count: &count)
                let origin = FeatureOrigin(.headerField, index)
                for place in first..<count { origins[place] = origin }
            }
            return count
        }
    }

    /// Writes the words of a field's body and the pairs of neighbours among them. There is room for all.
    private static func writeWords(of body: Span<UInt8>, field: UInt32, into hashes: inout MutableSpan<UInt32>, count: inout Int) {
        var end = count
        var before: UInt32 = 0
        var words = 0
        var index = 0
        let length = body.count
        while index < length, words < Bounds.wordsOfField {
            guard isWordByte(body[index]) else {
                index &+= 1
                continue
            }
            let start = index
            var isNumber = true
            var hash = FeatureHash.tokenSeed
            while index < length, isWordByte(body[index]) {
                isNumber = isNumber && body[index] &- 0x30 < 10
                hash = FeatureHash.tokenStep(hash, body[index])
                index &+= 1
            }
            let token = token(hash, length: index &- start, isNumber: isNumber)
            hashes[end] = FeatureHash.of(.headerValue, field, token)
            hashes[end &+ 1] = FeatureHash.of(.headerPair, field ^ before, token)
            end &+= 2
            before = token
            words &+= 1
        }
        count = end
    }

    private static func token(_ hash: UInt32, length: Int, isNumber: Bool) -> UInt32 {
        if isNumber, length > Bounds.longNumber { return 0x4E00_0000 | UInt32(truncatingIfNeeded: length) }
        if length > Bounds.longWord { return 0x4C00_0000 | UInt32(truncatingIfNeeded: length / 4) }
        return FeatureHash.mix(hash)
    }

    /// Letters, digits, `$ - . _` and whatever is not ASCII: host names and addresses stay in one piece on either side of their signs.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x2D < 2 || byte &- 0x30 < 10 || byte == 0x24 || byte == 0x5F || byte >= 0x80
    }
}
