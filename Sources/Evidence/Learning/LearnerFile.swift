internal import Features
internal import Messages

/// The form in which a learner's state is kept beside the models: what it knows can always be built again from the training log, so a state
/// that cannot be read, or is of another form, is nothing, and no error.
///
/// Little-endian: `CHFL`, form (1 byte), bucket bits, bucket bits of local views, bucket bits of personal copies or zero; checksum of the base model (8), words (8), taken back
/// (8), ham and spam (4 each); the portable biases, weights and their sums of squares (4 each), the same of the local views and their counts;
/// where there are personal copies, their key (16), weights and sums of squares, and the recipients by ascending mark, each with a count of examples (4);
/// the sources and the languages, each with its length; the entries, those of a recipient with the mark, those in a language on which the content expert
/// is not wholly believed with its place (2) and the content key (8). The store's checksum finds damage.
enum LearnerFile {
    private static let heading = FileHeading("CHFL", versions: 3...3)
    private static let headerSize = 40
    /// What weights, biases and moves lie between: far above what is ever learnt, and low enough that lessons and taking back leave a model
    /// that can be read (`ModelLimits.magnitude`).
    private static let weights: ClosedRange<Float> = -1e4...1e4
    /// What sums of squares, and counts, lie between.
    private static let sums: ClosedRange<Float> = 0...1e12
    /// The same of biases, whose sums begin with one.
    private static let biasSums: ClosedRange<Float> = 1...1e12
    /// How many steps an example may have taken: their errors together are no more than its root times that of the sum of their squares.
    private static let steps: Float = 1e6

    static func bytes(of state: LearnerState) -> [UInt8] {
        guard let local = state.learner.local else { return [] }
        let portable = state.learner.portable
        var bytes = heading.bytes() + [UInt8(portable.bucketBits), UInt8(local.bucketBits), UInt8(state.learner.personal?.bucketBits ?? 0)]
        bytes.reserveCapacity(8 * (portable.weights.count + local.weights.count) + 64 * state.ledger.entries.count + (1 << 16))
        for number in [state.base, UInt64(state.words), UInt64(state.takenBack)] { bytes.append(littleEndian: number) }
        bytes.append(littleEndian: state.learner.examples.ham)
        bytes.append(littleEndian: state.learner.examples.spam)
        for list in floats(of: portable, local) { append(list, to: &bytes) }
        if let personal = state.learner.personal { append(personal, to: &bytes) }
        bytes.append(littleEndian: UInt32(state.ledger.sources.count))
        for name in state.ledger.sources { bytes.append(short: name) }
        bytes.append(littleEndian: UInt32(state.ledger.languages.count))
        for name in state.ledger.languages { bytes.append(short: name) }
        bytes.append(littleEndian: UInt32(state.ledger.entries.count))
        for entry in state.ledger.entries { append(entry, to: &bytes) }
        return bytes
    }

    private static func floats(of portable: PortableLearner, _ local: LocalLearner) -> [[Float]] {
        [
            portable.bias, portable.biasSquares, portable.weights, portable.squares, local.bias, local.biasSquares, local.examples,
            local.weights, local.squares,
        ]
    }

    /// The state that bytes hold, on top of a base model; nothing when they hold none, or one on top of another base.
    static func state(from bytes: [UInt8], base: ContentModel, assuming shares: [Channel: Double] = [:]) -> LearnerState? {
        var state = LearnerState(base: base, assuming: shares)
        guard var local = state.learner.local, bytes.count >= headerSize, heading.isReadable(bytes.span),
            Int(bytes[5]) == state.learner.portable.bucketBits, Int(bytes[6]) == local.bucketBits
        else { return nil }
        var reader = Reader(bytes: bytes, index: 8)
        guard reader.word() == state.base, let words = reader.word(), words <= UInt32.max, let takenBack = reader.word(),
            takenBack <= UInt32.max, let ham = reader.half(), let spam = reader.half()
        else { return nil }
        state.words = Int(words)
        state.takenBack = Int(takenBack)
        state.learner.examples = (ham, spam)
        var portable = state.learner.portable
        guard reader.fill(&portable.bias, weights), reader.fill(&portable.biasSquares, biasSums), reader.fill(&portable.weights, weights),
            reader.fill(&portable.squares, sums), reader.fill(&local.bias, weights), reader.fill(&local.biasSquares, biasSums),
            reader.fill(&local.examples, sums), reader.fill(&local.weights, weights), reader.fill(&local.squares, sums)
        else { return nil }
        if bytes[7] == 0 {
            state.learner.personal = nil
        } else {
            guard let personal = reader.personal(bucketBits: Int(bytes[7])) else { return nil }
            state.learner.personal = personal
        }
        guard let ledger = reader.ledger(words: words) else { return nil }
        state.learner.portable = portable
        state.learner.local = local
        state.ledger = ledger
        return state
    }

    private static func append(_ personal: PersonalLearner, to bytes: inout [UInt8]) {
        bytes += personal.key.bytes
        append(personal.weights, to: &bytes)
        append(personal.squares, to: &bytes)
        bytes.append(littleEndian: UInt32(personal.recipients.count))
        for (mark, taught) in personal.recipients.sorted(by: { $0.key < $1.key }) {
            bytes.append(littleEndian: mark)
            bytes.append(littleEndian: taught)
        }
    }

    private static func append(_ entry: Ledger.Entry, to bytes: inout [UInt8]) {
        bytes.append(littleEndian: entry.fingerprint)
        bytes.append(littleEndian: UInt64(bitPattern: entry.milliseconds))
        bytes.append(littleEndian: entry.number)
        bytes.append(littleEndian: entry.source)
        let isPersonal = entry.recipient != 0
        bytes.append((entry.isSpam ? 1 : 0) | (entry.isHeldOut ? 2 : 0) | (isPersonal ? 4 : 0) | (entry.language > 0 ? 8 : 0))
        if isPersonal { bytes.append(littleEndian: entry.recipient) }
        if entry.language > 0 {
            bytes.append(littleEndian: entry.language)
            bytes.append(littleEndian: entry.contentKey)
        }
        let moved = entry.correction
        for view in isPersonal ? [moved.personal] : [moved.portable, moved.first, moved.second] {
            bytes.append(littleEndian: view.errors.bitPattern)
            bytes.append(littleEndian: view.squares.bitPattern)
            bytes.append(littleEndian: view.alone.bitPattern)
        }
    }

    private static func append(_ list: [Float], to bytes: inout [UInt8]) {
        for value in list { bytes.append(littleEndian: value.bitPattern) }
    }

    /// Reads numbers one after the other, and nothing once they end.
    private struct Reader {
        let bytes: [UInt8]
        var index: Int

        mutating func byte() -> UInt8? {
            guard index < bytes.count else { return nil }
            defer { index += 1 }
            return bytes[index]
        }

        mutating func half() -> UInt32? {
            guard bytes.count - index >= 4 else { return nil }
            defer { index += 4 }
            return bytes.span.half(at: index)
        }

        mutating func word() -> UInt64? {
            guard let low = half(), let high = half() else { return nil }
            return UInt64(low) | UInt64(high) << 32
        }

        mutating func float(_ bounds: ClosedRange<Float>) -> Float? {
            guard let bits = half() else { return nil }
            let value = Float(bitPattern: bits)
            return bounds.contains(value) ? value : nil
        }

        /// Reads as many floats as a list has.
        mutating func fill(_ list: inout [Float], _ bounds: ClosedRange<Float>) -> Bool {
            let size = 4 * list.count
            guard bytes.count - index >= size, Reader.fill(&list, bounds, from: bytes.span, at: index) else { return false }
            index += size
            return true
        }

        private static func fill(_ list: inout [Float], _ bounds: ClosedRange<Float>, from source: Span<UInt8>, at start: Int) -> Bool {
            var target = list.mutableSpan
            var place = start
            for number in target.indices {
                let value = Float(bitPattern: source.half(at: place))
                guard value >= bounds.lowerBound, value <= bounds.upperBound else { return false }
                target[number] = value
                place += 4
            }
            return true
        }

        mutating func personal(bucketBits: Int) -> PersonalLearner? {
            guard ModelLimits.bucketBits.contains(bucketBits), bytes.count - index >= 16,
                let key = RecipientKey(bytes: Array(bytes[index..<(index + 16)]))
            else { return nil }
            index += 16
            guard bytes.count - index >= 8 << bucketBits else { return nil }
            var personal = PersonalLearner(from: PersonalCopies(key: key, bucketBits: bucketBits))
            guard fill(&personal.weights, LearnerFile.weights), fill(&personal.squares, LearnerFile.sums), let count = half(),
                Int(count) <= ModelLimits.recipients
            else {
                return nil
            }
            var last: UInt64 = 0
            for _ in 0..<count {
                guard let mark = word(), mark > last, let taught = half() else { return nil }
                last = mark
                personal.recipients[mark] = taught
            }
            return personal
        }

        /// The list of examples; each was taught by one of so many words.
        mutating func ledger(words: UInt64) -> Ledger? {
            var ledger = Ledger()
            guard let sources = names(), let languages = names() else { return nil }
            ledger.sources = sources
            ledger.languages = languages
            guard let count = half(), Int(count) <= (bytes.count - index) / 43 else { return nil }
            ledger.entries.reserveCapacity(Int(count))
            for _ in 0..<count {
                guard let entry = entry(), entry.number > 0, entry.number <= words, Int(entry.source) < ledger.sources.count,
                    Int(entry.language) <= ledger.languages.count
                else {
                    return nil
                }
                ledger.entries.append(entry)
            }
            return index == bytes.count ? ledger : nil
        }

        /// A list of short texts.
        private mutating func names() -> [String]? {
            guard let count = half(), count <= UInt16.max else { return nil }
            var names: [String] = []
            for _ in 0..<count {
                guard let length = byte(), bytes.count - index >= Int(length),
                    let name = String(validating: bytes[index..<(index + Int(length))], as: UTF8.self)
                else { return nil }
                names.append(name)
                index += Int(length)
            }
            return names
        }

        /// Two bytes.
        private mutating func quarter() -> UInt16? {
            guard let low = byte(), let high = byte() else { return nil }
            return UInt16(low) | UInt16(high) << 8
        }

        private mutating func entry() -> Ledger.Entry? {
            guard let fingerprint = word(), let milliseconds = word(), let number = half(), let source = quarter(),
                let flags = byte(), flags <= 15
            else { return nil }
            let isPersonal = flags & 4 != 0
            let recipient = isPersonal ? word() : 0
            let language = flags & 8 != 0 ? quarter() : 0
            let contentKey = flags & 8 != 0 ? word() : 0
            guard let language, let contentKey, (language > 0) == (flags & 8 != 0) else { return nil }
            guard let recipient, isPersonal == (recipient != 0), let correction = correction(isPersonal: isPersonal) else { return nil }
            return Ledger.Entry(
                number: number, fingerprint: fingerprint, milliseconds: Int64(bitPattern: milliseconds),
                source: source, isSpam: flags & 1 != 0, isHeldOut: flags & 2 != 0,
                recipient: recipient, language: language, contentKey: contentKey, correction: correction)
        }

        private mutating func correction(isPersonal: Bool) -> Correction? {
            if isPersonal { return view().map { Correction(personal: $0) } }
            guard let portable = view(), let first = view(), let second = view() else { return nil }
            return Correction(portable: portable, first: first, second: second)
        }

        private mutating func view() -> Correction.View? {
            guard let errors = float(LearnerFile.weights), let squares = float(LearnerFile.sums), let alone = float(LearnerFile.weights),
                errors * errors <= LearnerFile.steps * squares
            else { return nil }
            return Correction.View(errors: errors, squares: squares, alone: alone)
        }
    }
}
