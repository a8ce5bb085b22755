/// The form in which a content model is stored: bytes that are checked before they are believed.
///
/// Little-endian: `CHFM`, format version (1 byte), bucket bits (1), length of the version's name (1), bucket bits of the local views or
/// zero (1), ham and spam examples (4 each), four biases, four scales, four offsets (4 each), a checksum of everything but itself (8), the
/// name, and the weights (2 each). Format 2 goes on with what was learnt locally: eight biases, four counts of examples (4 each), and the
/// weights (2 each). Format 3 has these where there are bucket bits of local views, and ends with the text of evidence weights and its
/// length (4). Format 4 has, before that text, what recipients taught for themselves: bucket bits (1), key (16), how many recipients (4), each
/// with a mark (8) and a count of examples (4), the marks ascending, and the weights (2 each); its text may be empty, for the weights that ship. Trusts nothing: a file of another form, length or checksum is refused with the reason.
public enum ModelFile: SealedFile {
    /// Why bytes are not a model.
    public typealias Failure = SealFailure<ModelFile>

    /// What a model begins with.
    public static let heading = FileHeading("CHFM", versions: 1...4)
    /// What people call it.
    public static let noun = "model"
    /// What people are told of other bytes.
    public static let otherwise =
        "these bytes are not a Chaffinch model (no CHFM at offset 0); give the path of a file written by `chaffinch model export`"

    /// The numbers of the local views before their weights: biases and counts of examples.
    private static let localNumbers = (LocalViews.slots + 1) * ContentModel.slots

    /// The bytes of a model.
    public static func bytes(of model: ContentModel) -> [UInt8] {
        let name = Array(model.version.cut(toBytes: ModelLimits.versionBytes).utf8)
        let format: UInt8 = model.personal != nil ? 4 : model.evidenceWeights != nil ? 3 : model.local != nil ? 2 : 1
        var bytes = heading.bytes(version: format)
        bytes.reserveCapacity(headerSize + name.count + model.weights.count * 2)
        bytes += [UInt8(model.bucketBits), UInt8(name.count), UInt8(model.local?.bucketBits ?? 0)]
        bytes.append(littleEndian: model.examples.ham)
        bytes.append(littleEndian: model.examples.spam)
        for value in model.bias + model.calibration.map(\.scale) + model.calibration.map(\.offset) {
            bytes.append(littleEndian: value.bitPattern)
        }
        bytes += Array(repeating: 0, count: headerSize - bytes.count)
        bytes += name
        append(model.weights, to: &bytes)
        if let local = model.local {
            for value in local.bias + local.examples { bytes.append(littleEndian: value.bitPattern) }
            append(local.weights.map(\.bits), to: &bytes)
        }
        if let personal = model.personal { append(personal, to: &bytes) }
        if format >= 3 {
            let text = (model.evidenceWeights?.text ?? "").utf8
            bytes += text
            bytes.append(littleEndian: UInt32(text.count))
        }
        seal(&bytes)
        return bytes
    }

    private static func append(_ personal: PersonalCopies, to bytes: inout [UInt8]) {
        bytes.append(UInt8(personal.bucketBits))
        bytes += personal.key.bytes
        bytes.append(littleEndian: UInt32(personal.recipients.count))
        for (mark, taught) in personal.recipients.sorted(by: { $0.key < $1.key }) {
            bytes.append(littleEndian: mark)
            bytes.append(littleEndian: taught)
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
        try checkHeading(of: bytes)
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
        let textSize = bytes[4] >= 3 && bytes.count >= textStart + 4 ? Int(bytes.half(at: bytes.count - 4)) : 0
        let expected = textStart + (bytes[4] >= 3 ? textSize + 4 : 0)
        try checkSeal(of: bytes, length: expected)

        var model = ContentModel(version: bytes.text(headerSize..<nameEnd), bucketBits: bucketBits)
        model.examples = (bytes.half(at: 8), bytes.half(at: 12))
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
        let count = Int(bytes.half(at: start + 17))
        guard count <= ModelLimits.recipients else { throw .fieldOutOfRange(field: "count of recipients", offset: start + 17) }
        return personalHeading + 12 * count + 2 << bucketBits
    }

    private static func personal(_ bytes: Span<UInt8>, at start: Int) throws(Failure) -> PersonalCopies {
        let key = RecipientKey(low: bytes.word(at: start + 1), high: bytes.word(at: start + 9))
        var copies = PersonalCopies(key: key, bucketBits: Int(bytes[start]))
        var index = start + personalHeading
        var last: UInt64 = 0
        for _ in 0..<bytes.half(at: start + 17) {
            let mark = bytes.word(at: index)
            guard mark > last else { throw .fieldOutOfRange(field: "recipient", offset: index) }
            last = mark
            copies.recipients[mark] = bytes.half(at: index + 8)
            index += 12
        }
        copies.weights = try weights(bytes, at: index, count: copies.weights.count).map { BFloat16(bits: $0) }
        return copies
    }

    private static func evidenceWeights(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Failure) -> EvidenceWeights {
        guard let weights = EvidenceWeights(text: bytes.text(range)) else {
            throw .fieldOutOfRange(field: "evidence weights", offset: range.lowerBound)
        }
        return weights
    }

    private static func local(_ bytes: Span<UInt8>, at start: Int, bucketBits: Int) throws(Failure) -> LocalViews {
        var views = LocalViews(bucketBits: bucketBits)
        for index in views.bias.indices { views.bias[index] = try float(bytes, start + 4 * index, "local bias") }
        for index in views.examples.indices {
            let offset = start + 4 * (views.bias.count + index)
            let count = Float(bitPattern: bytes.half(at: offset))
            guard count >= 0, count.isFinite else { throw .fieldOutOfRange(field: "local examples", offset: offset) }
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
        for weight in weights { bytes.append(littleEndian: weight) }
    }

    private static func float(_ bytes: Span<UInt8>, _ offset: Int, _ field: String) throws(Failure) -> Float {
        let value = Float(bitPattern: bytes.half(at: offset))
        guard value.magnitude < ModelLimits.magnitude else { throw .fieldOutOfRange(field: field, offset: offset) }
        return value
    }
}
