public import Archives

/// Unpacks ZIP archives, and files packed by gzip, by libarchive.
public struct LibarchiveUnpacker: ArchiveUnpacker {
    /// An unpacker.
    public init() {}

    /// The files of an archive, as the port promises.
    public func unpack(_ archive: Span<UInt8>, limits: UnpackLimits) -> Unpacking {
        guard let format = ArchiveFormat(archive), format == .zip || format == .gzip, let reader = unsafe ArchiveReader(archive) else {
            return Unpacking(isWhole: false)
        }
        var unpacking = Unpacking()
        var left = limits.bytes
        while true {
            switch reader.next(nameBytes: 1024) {
            case .end: return unpacking
            case .failed:
                unpacking.isWhole = false
                return unpacking
            case .entry(let entry):
                if entry.isDirectory || entry.isLink { continue }
                guard !entry.isEncrypted, unpacking.files.count < limits.files else {
                    unpacking.isWhole = false
                    return unpacking
                }
                var bytes: [UInt8] = []
                let (count, end) = reader.read(keeping: left, into: &bytes, budget: left, isOverdue: { false })
                guard end == .whole, count == bytes.count else {
                    unpacking.isWhole = false
                    return unpacking
                }
                left -= count
                unpacking.files.append(Unpacking.File(name: entry.name, bytes: bytes))
            }
        }
    }
}
