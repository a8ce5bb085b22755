/// The form in which a learner's state is kept beside the models: what it knows can always be built again from the training log, so a state
/// that cannot be read, or is of another form, is nothing, and no error.
///
/// Little-endian: `CHFL`, form (1 byte), bucket bits, bucket bits of local views, zero; checksum of the base model (8), words (8), taken back
/// (8), ham and spam (4 each); the portable biases, weights and their sums of squares (4 each), the same of the local views and their counts;
/// the sources, each with its length; the entries. The store's checksum finds damage.
enum LearnerFile {
    private static let heading: [UInt8] = [0x43, 0x48, 0x46, 0x4C, 1]
    private static let headerSize = 40

    static func bytes(of state: LearnerState) -> [UInt8] {
        guard let local = state.learner.local else { return [] }
        let portable = state.learner.portable
        var bytes = heading + [UInt8(portable.bucketBits), UInt8(local.bucketBits), 0]
        bytes.reserveCapacity(8 * (portable.weights.count + local.weights.count) + 64 * state.ledger.entries.count + (1 << 16))
        for number in [state.base, UInt64(state.words), UInt64(state.takenBack)] { append(number, to: &bytes) }
        append(state.learner.examples.ham, to: &bytes)
        append(state.learner.examples.spam, to: &bytes)
        for list in floats(of: portable, local) { append(list, to: &bytes) }
        append(UInt32(state.ledger.sources.count), to: &bytes)
        for name in state.ledger.sources {
            let name = Array(name.utf8.prefix(255))
            bytes.append(UInt8(name.count))
            bytes += name
        }
        append(UInt32(state.ledger.entries.count), to: &bytes)
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
    static func state(from bytes: [UInt8], base: ContentModel) -> LearnerState? {
        var state = LearnerState(base: base)
        guard var local = state.learner.local, bytes.count >= headerSize, Array(bytes[..<5]) == heading,
            Int(bytes[5]) == state.learner.portable.bucketBits, Int(bytes[6]) == local.bucketBits
        else { return nil }
        var reader = Reader(bytes: bytes, index: 8)
        guard reader.word() == state.base, let words = reader.word(), let takenBack = reader.word(), let ham = reader.half(),
            let spam = reader.half()
        else { return nil }
        state.words = Int(clamping: words)
        state.takenBack = Int(clamping: takenBack)
        state.learner.examples = (ham, spam)
        var portable = state.learner.portable
        guard reader.fill(&portable.bias), reader.fill(&portable.biasSquares), reader.fill(&portable.weights),
            reader.fill(&portable.squares), reader.fill(&local.bias), reader.fill(&local.biasSquares), reader.fill(&local.examples),
            reader.fill(&local.weights), reader.fill(&local.squares), let ledger = reader.ledger()
        else { return nil }
        state.learner.portable = portable
        state.learner.local = local
        state.ledger = ledger
        return state
    }

    private static func append(_ entry: Ledger.Entry, to bytes: inout [UInt8]) {
        append(entry.fingerprint, to: &bytes)
        append(UInt64(bitPattern: entry.milliseconds), to: &bytes)
        append(entry.number, to: &bytes)
        bytes.append(UInt8(truncatingIfNeeded: entry.source))
        bytes.append(UInt8(truncatingIfNeeded: entry.source >> 8))
        bytes.append((entry.isSpam ? 1 : 0) | (entry.isHeldOut ? 2 : 0))
        for view in [entry.correction.portable, entry.correction.first, entry.correction.second] {
            append(view.errors.bitPattern, to: &bytes)
            append(view.squares.bitPattern, to: &bytes)
            append(view.alone.bitPattern, to: &bytes)
        }
    }

    private static func append(_ list: [Float], to bytes: inout [UInt8]) {
        for value in list { append(value.bitPattern, to: &bytes) }
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    private static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        append(UInt32(truncatingIfNeeded: value), to: &bytes)
        append(UInt32(truncatingIfNeeded: value >> 32), to: &bytes)
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
            return UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16 | UInt32(bytes[index + 3]) << 24
        }

        mutating func word() -> UInt64? {
            guard let low = half(), let high = half() else { return nil }
            return UInt64(low) | UInt64(high) << 32
        }

        mutating func float() -> Float? {
            guard let bits = half() else { return nil }
            let value = Float(bitPattern: bits)
            return value.isFinite ? value : nil
        }

        /// Reads as many floats as a list has.
        mutating func fill(_ list: inout [Float]) -> Bool {
            let size = 4 * list.count
            guard bytes.count - index >= size, Reader.fill(&list, from: bytes.span, at: index) else { return false }
            index += size
            return true
        }

        private static func fill(_ list: inout [Float], from source: Span<UInt8>, at start: Int) -> Bool {
            var target = list.mutableSpan
            var place = start
            for number in target.indices {
                let low = UInt32(source[place]) | UInt32(source[place + 1]) << 8
                let value = Float(bitPattern: low | UInt32(source[place + 2]) << 16 | UInt32(source[place + 3]) << 24)
                guard value.isFinite else { return false }
                target[number] = value
                place += 4
            }
            return true
        }

        mutating func ledger() -> Ledger? {
            var ledger = Ledger()
            guard let sources = half(), sources <= UInt16.max else { return nil }
            for _ in 0..<sources {
                guard let length = byte(), bytes.count - index >= Int(length) else { return nil }
                ledger.sources.append(String(decoding: bytes[index..<(index + Int(length))], as: UTF8.self))
                index += Int(length)
            }
            guard let count = half(), Int(count) <= (bytes.count - index) / 59 else { return nil }
            ledger.entries.reserveCapacity(Int(count))
            for _ in 0..<count {
                guard let entry = entry(), Int(entry.source) < ledger.sources.count else { return nil }
                ledger.entries.append(entry)
            }
            return index == bytes.count ? ledger : nil
        }

        private mutating func entry() -> Ledger.Entry? {
            guard let fingerprint = word(), let milliseconds = word(), let number = half(), let low = byte(), let high = byte(),
                let flags = byte(), let portable = view(), let first = view(), let second = view()
            else { return nil }
            return Ledger.Entry(
                number: number, fingerprint: fingerprint, milliseconds: Int64(bitPattern: milliseconds),
                source: UInt16(low) | UInt16(high) << 8, isSpam: flags & 1 != 0, isHeldOut: flags & 2 != 0,
                correction: Correction(portable: portable, first: first, second: second))
        }

        private mutating func view() -> Correction.View? {
            guard let errors = float(), let squares = float(), let alone = float() else { return nil }
            return Correction.View(errors: errors, squares: squares, alone: alone)
        }
    }
}
