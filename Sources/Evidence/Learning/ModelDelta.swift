internal import Messages

/// What one model has beyond another: small, and of use only to whoever has that other one.
///
/// Little-endian: `CHFD`, form (1 byte), checksum of the base model (8), checksum of the whole model (8), length (8), the
/// length of its name (1) and the name; then what makes the whole
/// model's file of the base's: runs, each as how many bytes to keep of the base, how many to replace or, at the end, to add, and those bytes.
/// Lengths have seven bits a byte (LEB128). Trusts nothing: a delta on another base, or a damaged one, is refused.
public enum ModelDelta {
    /// Why a delta is not applied.
    public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// The first bytes are not those of a delta.
        case notADelta
        /// It was made on top of another model.
        case otherBase
        /// It is damaged.
        case damaged(offset: Int)
        /// What it makes is no model.
        case notAModel(ModelFile.Failure)

        /// What is wrong, and what to do.
        public var description: String {
            switch self {
            case .notADelta: "these bytes are not a delta (no CHFD at offset 0); give a file written by `chaffinch model export --delta`"
            case .otherBase:
                "this delta was made on top of a model that is not here; import that model first, or ask for a whole one (`model export`)"
            case .damaged(let offset): "the delta is damaged at offset \(offset); take another copy"
            case .notAModel(let failure): "what the delta makes is no model: \(failure)"
            }
        }
    }

    private static let heading = FileHeading("CHFD", versions: 1...1)
    private static let headerSize = 30
    /// The most bytes a model may have: all weights with the most buckets, the most recipients, and the weights of evidence.
    private static let sizeLimit = 8 << 22 + 4 << 22 + 2 << 22 + 12 * ModelLimits.recipients + 1 << 20

    /// Whether bytes begin as a delta does.
    public static func isDelta(_ bytes: [UInt8]) -> Bool { heading.isOn(bytes.span) }

    /// What a model has beyond its base.
    public static func bytes(of model: ContentModel, beyond base: ContentModel) -> [UInt8] {
        let model = model.forOthers
        let new = ModelFile.bytes(of: model)
        var bytes = heading.bytes()
        for number in [checksum(of: base), FNV1a.hash(of: new.span), UInt64(new.count)] { bytes.append(littleEndian: number) }
        bytes.append(short: model.version)
        let old = ModelFile.bytes(of: base, named: model.version)
        // What lies beyond the end of the base is kept as runs too, over zeros: most weights learnt here are zero.
        let padded = old + Array(repeating: 0, count: max(0, new.count - old.count))
        var index = 0
        while index < new.count {
            let start = index
            while index < new.count, new[index] == padded[index] { index += 1 }
            let changed = index
            var same = 0
            while index < new.count, same < 3 {
                same = new[index] == padded[index] ? same + 1 : 0
                index += 1
            }
            if same == 3 { index -= same }
            LEB128.append(changed - start, to: &bytes)
            LEB128.append(index - changed, to: &bytes)
            bytes += new[changed..<index]
        }
        return bytes
    }

    /// The model that a delta makes of its base, which is one of those given.
    public static func model(from delta: [UInt8], onOneOf bases: [ContentModel]) throws(Failure) -> ContentModel {
        guard isDelta(delta) else { throw .notADelta }
        guard delta.count >= headerSize, heading.isReadable(delta.span) else { throw .damaged(offset: 4) }
        let wanted = delta.span.word(at: 5)
        guard let base = bases.first(where: { checksum(of: $0) == wanted }) else { throw .otherBase }
        let size = delta.span.word(at: 21)
        guard size <= UInt64(sizeLimit) else { throw .damaged(offset: 21) }
        let nameEnd = headerSize + Int(delta[headerSize - 1])
        guard nameEnd <= delta.count else { throw .damaged(offset: headerSize - 1) }
        let old = ModelFile.bytes(of: base, named: String(decoding: delta[headerSize..<nameEnd], as: UTF8.self))
        var bytes = Array(old.prefix(Int(size)))
        bytes += Array(repeating: 0, count: Int(size) - bytes.count)
        var index = nameEnd
        var place = 0
        while index < delta.count {
            let start = index
            guard let kept = LEB128.number(in: delta, at: &index), let changed = LEB128.number(in: delta, at: &index),
                kept <= bytes.count - place,
                changed <= bytes.count - place - kept, changed <= delta.count - index
            else { throw .damaged(offset: start) }
            place += kept
            bytes.replaceSubrange(place..<(place + changed), with: delta[index..<(index + changed)])
            place += changed
            index += changed
        }
        guard place == bytes.count, FNV1a.hash(of: bytes.span) == delta.span.word(at: 13) else { throw .damaged(offset: index) }
        do {
            return try ModelFile.model(from: bytes.span)
        } catch {
            throw .notAModel(error)
        }
    }

    /// Names a model: models that differ anywhere have other sums.
    static func checksum(of model: ContentModel) -> UInt64 {
        let bytes = ModelFile.bytes(of: model)
        return FNV1a.hash(of: bytes.span)
    }
}
