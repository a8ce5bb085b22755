/// The form in which a threat model is stored: bytes that are checked before they are believed.
///
/// Little-endian: `CHFT`, format version (1 byte), slot bits (1), length of the version's name (1), number of classes (1), what a unit of
/// weight is worth (4), examples of each class (4 each), zeros to byte 64, a checksum of everything but itself (8), the name, and the
/// entries (8 each). Trusts nothing: a file of another form, length or checksum is refused with the reason.
public enum ThreatModelFile: SealedFile {
    /// Why bytes are not a threat model.
    public typealias Failure = SealFailure<ThreatModelFile>

    /// What a threat model begins with.
    public static let heading = FileHeading("CHFT", versions: 1...1)
    /// What people call it.
    public static let noun = "threat model"
    /// What people are told of other bytes.
    public static let otherwise = "these bytes are not a threat model (no CHFT at offset 0); `chaffinch model train-threats` writes one"

    private static let examplesOffset = 12

    /// The bytes of a model.
    public static func bytes(of model: ThreatModel) -> [UInt8] {
        let name = Array(model.version.cut(toBytes: ThreatModelLimits.versionBytes).utf8)
        var bytes = heading.bytes()
        bytes.reserveCapacity(headerSize + name.count + 8 * model.table.count)
        bytes += [UInt8(model.slotBits), UInt8(name.count), UInt8(ThreatModel.classes.count)]
        for value in [model.step.bitPattern] + model.examples { bytes.append(littleEndian: value) }
        bytes += Array(repeating: 0, count: headerSize - bytes.count)
        bytes += name
        for entry in model.table { bytes.append(littleEndian: entry) }
        seal(&bytes)
        return bytes
    }

    /// The model that these bytes hold.
    public static func model(from bytes: Span<UInt8>) throws(Failure) -> ThreatModel {
        try checkHeading(of: bytes)
        let slotBits = Int(bytes[5])
        guard ThreatModelLimits.slotBits.contains(slotBits) else { throw .fieldOutOfRange(field: "slot bits", offset: 5) }
        guard Int(bytes[7]) == ThreatModel.classes.count else { throw .fieldOutOfRange(field: "number of classes", offset: 7) }
        let nameEnd = headerSize + Int(bytes[6])
        try checkSeal(of: bytes, length: nameEnd + 8 << slotBits)

        let examplesEnd = examplesOffset + 4 * ThreatModel.classes.count
        for offset in examplesEnd..<checksumOffset where bytes[offset] != 0 {
            throw .fieldOutOfRange(field: "unused field", offset: offset)
        }
        let step = Float(bitPattern: bytes.half(at: 8))
        guard ThreatModelLimits.step.contains(step) else { throw .fieldOutOfRange(field: "step", offset: 8) }
        var model = ThreatModel(version: bytes.text(headerSize..<nameEnd), slotBits: slotBits)
        model.step = step
        model.examples = ThreatModel.classes.indices.map { bytes.half(at: examplesOffset + 4 * $0) }
        for slot in model.table.indices { model.table[slot] = bytes.word(at: nameEnd + 8 * slot) }
        return model
    }
}
