import Archives
import Testing
import ZlibInflating

/// Streams as zlib makes them, and what becomes of broken ones.
@Suite struct ZlibInflaterTests {
    /// "Sunflower seeds\n", packed by zlib 1.2.13 at its usual level.
    private static let packed: [UInt8] = [
        0x78, 0x9C, 0x0B, 0x2E, 0xCD, 0x4B, 0xCB, 0xC9, 0x2F, 0x4F, 0x2D, 0x52, 0x28, 0x4E, 0x4D, 0x4D, 0x29, 0xE6, 0x02, 0x00, 0x36, 0x20,
        0x06, 0x04,
    ]
    /// A megabyte of the letter a, packed.
    private static let bomb: [UInt8] =
        [0x78, 0xDA, 0xED, 0xC1, 0x31, 0x01, 0x00, 0x00, 0x00, 0xC2, 0xA0, 0xAC, 0xEB, 0x5F, 0xC2, 0x10, 0xBE, 0x40, 0x01]
        + [UInt8](repeating: 0x00, count: 1015) + [0x7C, 0x06, 0xD1, 0x5E, 0x5A, 0xF1]

    private func inflated(_ packed: [UInt8], limit: Int = 1 << 20) throws(InflationError) -> [UInt8] {
        try ZlibInflater().inflate(packed.span, limit: limit)
    }

    @Test func aStreamIsUnpacked() throws {
        #expect(try inflated(Self.packed) == Array("Sunflower seeds\n".utf8))
        #expect(try inflated(Self.packed, limit: 16).count == 16)
        #expect(try inflated(Self.bomb) == [UInt8](repeating: 0x61, count: 1 << 20))
    }

    @Test func whatComesOutIsBounded() {
        #expect(throws: InflationError.tooLong(limit: 15)) { try inflated(Self.packed, limit: 15) }
        #expect(throws: InflationError.tooLong(limit: (1 << 20) - 1)) { try inflated(Self.bomb, limit: (1 << 20) - 1) }
        #expect(throws: InflationError.tooLong(limit: 0)) { try inflated(Self.bomb, limit: 0) }
    }

    @Test func whatIsNoWholeStreamIsRefused() {
        #expect(throws: InflationError.damaged) { try inflated([]) }
        #expect(throws: InflationError.damaged) { try inflated(Array("Subject: plain\n\n".utf8)) }
        #expect(throws: InflationError.damaged) { try inflated(Self.packed + [0]) }
        for count in 1..<Self.packed.count {
            #expect(throws: InflationError.damaged) { try inflated(Array(Self.packed.prefix(count))) }
        }
        // The checksum at the end is of other bytes.
        var other = Self.packed
        other[other.count - 1] ^= 1
        #expect(throws: InflationError.damaged) { try inflated(other) }
    }

    @Test func anyByteChangedCrashesNothing() {
        for place in Self.packed.indices {
            for bit in 0..<8 {
                var changed = Self.packed
                changed[place] ^= 1 << UInt8(bit)
                #expect((try? inflated(changed, limit: 1000))?.count ?? 0 <= 1000)
            }
        }
    }
}
