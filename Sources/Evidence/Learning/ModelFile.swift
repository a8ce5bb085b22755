/// The form in which a content model is stored: bytes that are checked before they are believed.
///
/// Little-endian: `CHFM`, format version (1 byte), bucket bits (1), length of the version's name (1), bucket bits of the local views or
/// zero (1), ham and spam examples (4 each), four biases, four scales, four offsets (4 each), a checksum of everything but itself (8), the
/// name, and the weights (2 each). Format 2 goes on with what was learnt locally: eight biases, four counts of examples (4 each), and the
/// weights (2 each). Format 3 has these where there are bucket bits of local views, and ends with the text of evidence weights and its
/// length (4). Format 4 has, before that text, what recipients taught for themselves: bucket bits (1), key (16), how many recipients (4), each
/// with a mark (8) and a count of examples (4), the marks ascending, and the weights (2 each); its text may be empty, for the weights that ship. Trusts nothing: a file of another form, length or checksum is refused with the reason.
public enum ModelFile {
    /// Why bytes are not a model.
    public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// The first bytes are not those of a model.
        case notAModel
        /// The format is of a version this program does not read.
        case unknownFormat(UInt8)
        /// A field lies outside its bounds.
        case fieldOutOfRange(field: String, offset: Int)
        /// The file has another length than its header says.
        case wrongLength(expected: Int, found: Int)
        /// The bytes were changed after they were written.
        case wrongChecksum

        /// What is wrong, where, and what to do.
        public var description: String {
            switch self {
            case .notAModel:
                "these bytes are not a Chaffinch model (no CHFM at offset 0); give the path of a file written by `chaffinch model export`"
            case .unknownFormat(let format):
                "model format \(format) at offset 4 is unknown; this program reads formats 1 to 4: update the program"
            case .fieldOutOfRange(let field, let offset):
                "the model's \(field) at offset \(offset) is out of range; the file is damaged: take another copy"
            case .wrongLength(let expected, let found):
                "the model should have \(expected) bytes and has \(found); the file is cut or has a tail: take another copy"
            case .wrongChecksum: "the model's checksum at offset 64 does not match; the file is damaged: take another copy"
            }
        }
    }

    private static let magic: [UInt8] = [0x43, 0x48, 0x46, 0x4D]
    static let checksumOffset = 64
    private static let headerSize = 72
    /// The numbers of the local views before their weights: biases and counts of examples.
    private static let localNumbers = (LocalViews.slots + 1) * ContentModel.slots

    /// The bytes of a model.
    public static func bytes(of model: ContentModel) -> [UInt8] {
        let name = Array(model.version.utf8.prefix(ModelLimits.versionBytes))
        var bytes = magic
        bytes.reserveCapacity(headerSize + name.count + model.weights.count * 2)
        let format: UInt8 = model.personal != nil ? 4 : model.evidenceWeights != nil ? 3 : model.local != nil ? 2 : 1
        bytes += [format, UInt8(model.bucketBits), UInt8(name.count), UInt8(model.local?.bucketBits ?? 0)]
        append(model.examples.ham, to: &bytes)
        append(model.examples.spam, to: &bytes)
        for value in model.bias + model.calibration.map(\.scale) + model.calibration.map(\.offset) {
            append(value.bitPattern, to: &bytes)
        }
        bytes += Array(repeating: 0, count: 8)
        bytes += name
        append(model.weights, to: &bytes)
        if let local = model.local {
            for value in local.bias + local.examples { append(value.bitPattern, to: &bytes) }
            append(local.weights.map(\.bits), to: &bytes)
        }
        if let personal = model.personal { append(personal, to: &bytes) }
        if format >= 3 {
            let text = (model.evidenceWeights?.text ?? "").utf8
            bytes += text
            append(UInt32(text.count), to: &bytes)
        }
        let sum = checksum(of: bytes.span)
        for index in 0..<8 { bytes[checksumOffset + index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index)) }
        return bytes
    }

    private static func append(_ personal: PersonalCopies, to bytes: inout [UInt8]) {
        bytes.append(UInt8(personal.bucketBits))
        bytes += personal.key.bytes
        append(UInt32(personal.recipients.count), to: &bytes)
        for (mark, taught) in personal.recipients.sorted(by: { $0.key < $1.key }) {
            append(UInt32(truncatingIfNeeded: mark), to: &bytes)
            append(UInt32(truncatingIfNeeded: mark >> 32), to: &bytes)
            append(taught, to: &bytes)
        }
        append(personal.weights.map(\.bits), to: &bytes)
    }

    /// The bytes of a model under another name.
    static func bytes(of model: ContentModel, named version: String) -> [UInt8] {
        var model = model
        model.version = version
        return bytes(of: model)
    }

    /// The model that these bytes hold.
    public static func model(from bytes: Span<UInt8>) throws(Failure) -> ContentModel {
        guard bytes.count >= headerSize, magic.indices.allSatisfy({ bytes[$0] == magic[$0] }) else { throw .notAModel }
        guard (1...4).contains(bytes[4]) else { throw .unknownFormat(bytes[4]) }
        let bucketBits = Int(bytes[5])
        guard ModelLimits.bucketBits.contains(bucketBits) else { throw .fieldOutOfRange(field: "bucket bits", offset: 5) }
        let localBits = Int(bytes[7])
        let hasLocal = bytes[4] == 2 || bytes[4] >= 3 && localBits > 0
        guard hasLocal ? ModelLimits.bucketBits.contains(localBits) : localBits == 0 else {
            throw .fieldOutOfRange(field: "bucket bits of local views", offset: 7)
        }
        let nameEnd = headerSize + Int(bytes[6])
        let count = ContentModel.slots << bucketBits
        let localSize = localBits == 0 ? 0 : 4 * localNumbers + 2 * LocalViews.slots << localBits
        let personalStart = nameEnd + count * 2 + localSize
        let textStart = personalStart + (bytes[4] == 4 ? try personalSize(bytes, at: personalStart) : 0)
        let textSize = bytes[4] >= 3 && bytes.count >= textStart + 4 ? Int(half(bytes, bytes.count - 4)) : 0
        let expected = textStart + (bytes[4] >= 3 ? textSize + 4 : 0)
        guard bytes.count == expected else { throw .wrongLength(expected: expected, found: bytes.count) }
        guard checksum(of: bytes) == word(bytes, checksumOffset) else { throw .wrongChecksum }

        var name: [UInt8] = []
        for index in headerSize..<nameEnd { name.append(bytes[index]) }
        var model = ContentModel(version: String(decoding: name, as: UTF8.self), bucketBits: bucketBits)
        model.examples = (half(bytes, 8), half(bytes, 12))
        for slot in 0..<ContentModel.slots {
            model.bias[slot] = try float(bytes, 16 + 4 * slot, "bias")
            model.calibration[slot].scale = try float(bytes, 32 + 4 * slot, "scale")
            model.calibration[slot].offset = try float(bytes, 48 + 4 * slot, "offset")
        }
        model.weights = try weights(bytes, at: nameEnd, count: count)
        if localBits > 0 { model.local = try local(bytes, at: nameEnd + count * 2, bucketBits: localBits) }
        if bytes[4] == 4 { model.personal = try personal(bytes, at: personalStart) }
        if bytes[4] == 3 || textSize > 0 { model.evidenceWeights = try evidenceWeights(bytes, textStart..<textStart + textSize) }
        return model
    }

    /// The numbers of the personal copies before their weights: bucket bits, key, how many recipients.
    private static let personalHeading = 21

    private static func personalSize(_ bytes: Span<UInt8>, at start: Int) throws(Failure) -> Int {
        guard bytes.count >= start + personalHeading else { throw .wrongLength(expected: start + personalHeading, found: bytes.count) }
        let bucketBits = Int(bytes[start])
        guard ModelLimits.bucketBits.contains(bucketBits) else {
            throw .fieldOutOfRange(field: "bucket bits of personal copies", offset: start)
        }
        let count = Int(half(bytes, start + 17))
        guard count <= ModelLimits.recipients else { throw .fieldOutOfRange(field: "count of recipients", offset: start + 17) }
        return personalHeading + 12 * count + 2 << bucketBits
    }

    private static func personal(_ bytes: Span<UInt8>, at start: Int) throws(Failure) -> PersonalCopies {
        let key = RecipientKey(low: word(bytes, start + 1), high: word(bytes, start + 9))
        var copies = PersonalCopies(key: key, bucketBits: Int(bytes[start]))
        var index = start + personalHeading
        var last: UInt64 = 0
        for _ in 0..<half(bytes, start + 17) {
            let mark = word(bytes, index)
            guard mark > last else { throw .fieldOutOfRange(field: "recipient", offset: index) }
            last = mark
            copies.recipients[mark] = half(bytes, index + 8)
            index += 12
        }
        copies.weights = try weights(bytes, at: index, count: copies.weights.count).map { BFloat16(bits: $0) }
        return copies
    }

    private static func evidenceWeights(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Failure) -> EvidenceWeights {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        for index in range { text.append(bytes[index]) }
        guard let weights = EvidenceWeights(text: String(decoding: text, as: UTF8.self)) else {
            throw .fieldOutOfRange(field: "evidence weights", offset: range.lowerBound)
        }
        return weights
    }

    private static func local(_ bytes: Span<UInt8>, at start: Int, bucketBits: Int) throws(Failure) -> LocalViews {
        var views = LocalViews(bucketBits: bucketBits)
        for index in views.bias.indices { views.bias[index] = try float(bytes, start + 4 * index, "local bias") }
        for index in views.examples.indices {
            let offset = start + 4 * (views.bias.count + index)
            let count = try float(bytes, offset, "local examples")
            guard count >= 0 else { throw .fieldOutOfRange(field: "local examples", offset: offset) }
            views.examples[index] = count
        }
        views.weights = try weights(bytes, at: start + 4 * localNumbers, count: LocalViews.slots << bucketBits).map { BFloat16(bits: $0) }
        return views
    }

    private static func weights(_ bytes: Span<UInt8>, at start: Int, count: Int) throws(Failure) -> [UInt16] {
        var weights: [UInt16] = []
        weights.reserveCapacity(count)
        let body = unsafe bytes.bytes
        for offset in stride(from: start, to: start + count * 2, by: 2) {
            // The bytes lie inside the span, whose length was checked above; every pattern of bits is a number.
            let weight = unsafe UInt16(littleEndian: body.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
            guard ContentModel.widen(weight).magnitude < ModelLimits.magnitude else {
                throw .fieldOutOfRange(field: "weight", offset: offset)
            }
            weights.append(weight)
        }
        return weights
    }

    private static func append(_ weights: [UInt16], to bytes: inout [UInt8]) {
        for weight in weights {
            bytes.append(UInt8(truncatingIfNeeded: weight))
            bytes.append(UInt8(truncatingIfNeeded: weight >> 8))
        }
    }

    private static func float(_ bytes: Span<UInt8>, _ offset: Int, _ field: String) throws(Failure) -> Float {
        let value = Float(bitPattern: half(bytes, offset))
        guard value.magnitude < ModelLimits.magnitude else { throw .fieldOutOfRange(field: field, offset: offset) }
        return value
    }

    /// A sum over eight bytes at a time, the checksum's own place left out; it finds damage, not forgery.
    static func checksum(of bytes: Span<UInt8>) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        var index = 0
        while index + 8 <= bytes.count {
            if index != checksumOffset {
                sum = (sum ^ word(bytes, index)) &* 0x9E37_79B9_7F4A_7C15
                sum ^= sum >> 29
            }
            index += 8
        }
        while index < bytes.count {
            sum = (sum ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        return sum ^ sum >> 32
    }

    static func word(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
        // Callers stay eight bytes from the end; the load checks it again. Every pattern of bits is a number.
        unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    private static func half(_ bytes: Span<UInt8>, _ offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24
    }

    private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        for shift in [0, 8, 16, 24] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }
}
