/// The form in which a threat model is stored: bytes that are checked before they are believed.
///
/// Little-endian: `CHFT`, format version (1 byte), slot bits (1), length of the version's name (1), number of classes (1), what a unit of
/// weight is worth (4), examples of each class (4 each), zeros to byte 64, a checksum of everything but itself (8), the name, and the
/// entries (8 each). Trusts nothing: a file of another form, length or checksum is refused with the reason.
public enum ThreatModelFile {
    /// Why bytes are not a threat model.
    public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// The first bytes are not those of a threat model.
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
            case .notAModel: "these bytes are not a threat model (no CHFT at offset 0); `chaffinch model train-threats` writes one"
            case .unknownFormat(let format):
                "threat model format \(format) at offset 4 is unknown; this program reads format 1: update the program"
            case .fieldOutOfRange(let field, let offset):
                "the threat model's \(field) at offset \(offset) is out of range; the file is damaged: take another copy"
            case .wrongLength(let expected, let found):
                "the threat model should have \(expected) bytes and has \(found); the file is cut or has a tail: take another copy"
            case .wrongChecksum: "the threat model's checksum at offset 64 does not match; the file is damaged: take another copy"
            }
        }
    }

    private static let magic: [UInt8] = [0x43, 0x48, 0x46, 0x54]
    private static let headerSize = 72
    private static let examplesOffset = 12

    /// The bytes of a model.
    public static func bytes(of model: ThreatModel) -> [UInt8] {
        let name = Array(model.version.utf8.prefix(ThreatModelLimits.versionBytes))
        var bytes = magic
        bytes.reserveCapacity(headerSize + name.count + 8 * model.table.count)
        bytes += [1, UInt8(model.slotBits), UInt8(name.count), UInt8(ThreatModel.classes.count)]
        for value in [model.step.bitPattern] + model.examples { append(UInt64(value), count: 4, to: &bytes) }
        bytes += Array(repeating: 0, count: headerSize - bytes.count)
        bytes += name
        for entry in model.table { append(entry, count: 8, to: &bytes) }
        let sum = ModelFile.checksum(of: bytes.span)
        for index in 0..<8 { bytes[ModelFile.checksumOffset + index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index)) }
        return bytes
    }

    /// The model that these bytes hold.
    public static func model(from bytes: Span<UInt8>) throws(Failure) -> ThreatModel {
        guard bytes.count >= headerSize, magic.indices.allSatisfy({ bytes[$0] == magic[$0] }) else { throw .notAModel }
        guard bytes[4] == 1 else { throw .unknownFormat(bytes[4]) }
        let slotBits = Int(bytes[5])
        guard ThreatModelLimits.slotBits.contains(slotBits) else { throw .fieldOutOfRange(field: "slot bits", offset: 5) }
        guard Int(bytes[7]) == ThreatModel.classes.count else { throw .fieldOutOfRange(field: "number of classes", offset: 7) }
        let nameEnd = headerSize + Int(bytes[6])
        let expected = nameEnd + 8 << slotBits
        guard bytes.count == expected else { throw .wrongLength(expected: expected, found: bytes.count) }
        guard ModelFile.checksum(of: bytes) == ModelFile.word(bytes, ModelFile.checksumOffset) else { throw .wrongChecksum }

        let examplesEnd = examplesOffset + 4 * ThreatModel.classes.count
        for offset in examplesEnd..<ModelFile.checksumOffset where bytes[offset] != 0 {
            throw .fieldOutOfRange(field: "unused field", offset: offset)
        }
        let step = Float(bitPattern: number(bytes, 8))
        guard ThreatModelLimits.step.contains(step) else { throw .fieldOutOfRange(field: "step", offset: 8) }
        var name: [UInt8] = []
        for index in headerSize..<nameEnd { name.append(bytes[index]) }
        var model = ThreatModel(version: String(decoding: name, as: UTF8.self), slotBits: slotBits)
        model.step = step
        model.examples = ThreatModel.classes.indices.map { number(bytes, examplesOffset + 4 * $0) }
        for slot in model.table.indices { model.table[slot] = ModelFile.word(bytes, nameEnd + 8 * slot) }
        return model
    }

    private static func number(_ bytes: Span<UInt8>, _ offset: Int) -> UInt32 {
        UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24
    }

    private static func append(_ value: UInt64, count: Int, to bytes: inout [UInt8]) {
        for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
    }
}
