import Archives
import Testing
import ZlibInflating

/// Files packed by gzip, piece by piece.
struct GzipStreamTests {
    /// "Sunflower seeds\n", packed by gzip.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x0B, 0x2E, 0xCD, 0x4B, 0xCB, 0xC9, 0x2F, 0x4F, 0x2D, 0x52, 0x28, 0x4E,
        0x4D, 0x4D, 0x29, 0xE6, 0x02, 0x00, 0x76, 0x1A, 0xF9, 0x67, 0x10, 0x00, 0x00, 0x00,
    ]

    /// What comes out when so many bytes come at a time, and whether the file was whole.
    private func unpacked(_ packed: [UInt8], piece: Int) throws -> (bytes: [UInt8], isWhole: Bool) {
        let stream = try GzipStream()
        var output: [UInt8] = []
        var start = 0
        while start < packed.count {
            let end = min(packed.count, start + piece)
            let used = try stream.unpack(packed.span.extracting(start..<end), to: &output)
            start += used
        }
        return (output, stream.isWhole)
    }

    @Test func piecesOfAnySizeGiveTheSame() throws {
        for piece in [1, 2, 7, 1000] {
            let once = try unpacked(Self.packed, piece: piece)
            #expect(once.bytes == Array("Sunflower seeds\n".utf8) && once.isWhole, "pieces of \(piece)")
            let twice = try unpacked(Self.packed + Self.packed, piece: piece)
            #expect(twice.bytes == once.bytes + once.bytes && twice.isWhole, "pieces of \(piece)")
        }
    }

    @Test func whatIsCutOffIsGivenAndIsNotWhole() throws {
        for count in 1..<Self.packed.count {
            let cut = try unpacked(Array(Self.packed.prefix(count)), piece: 1000)
            #expect(!cut.isWhole && Array("Sunflower seeds\n".utf8).starts(with: cut.bytes), "cut at \(count)")
        }
    }

    @Test func whatIsNoGzipIsRefused() {
        #expect(throws: InflationError.damaged) { try unpacked(Array("Nov 22 05:31:37".utf8), piece: 1000) }
        var changed = Self.packed
        changed[changed.count - 6] ^= 1
        #expect(throws: InflationError.damaged) { try unpacked(changed, piece: 1000) }
        #expect(throws: InflationError.damaged) { try unpacked(Self.packed + Array("rest".utf8), piece: 1000) }
    }
}
