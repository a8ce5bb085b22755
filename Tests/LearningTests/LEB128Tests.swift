import Messages
import Testing

@testable import Learning

@Suite struct LEB128Tests {
    private func number(_ bytes: [UInt8]) -> Int? {
        var index = 0
        return LEB128.number(in: bytes, at: &index)
    }

    @Test func whatIsWrittenIsRead() {
        var random = SplitMix(seed: 1)
        let edges = [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, LEB128.largest]
        let numbers = edges + (0..<1000).map { _ in Int(random.next() >> 36) >> Int(random.next() % 28) }
        var bytes: [UInt8] = []
        for number in numbers { LEB128.append(number, to: &bytes) }
        var index = 0
        for number in numbers { #expect(LEB128.number(in: bytes, at: &index) == number) }
        #expect(index == bytes.count)
    }

    /// The example of DWARF 5, table 7.8, and the spellings at the edges.
    @Test func spellings() {
        #expect(number([0x80, 0x7F]) == 127 << 7)
        #expect(number([0xB9, 0x64]) == 57 + 100 << 7)
        #expect(number([0xFF, 0xFF, 0xFF, 0x7F]) == LEB128.largest)
        #expect(number([0x05, 0x80]) == 5)
    }

    @Test(
        arguments: [
            [], [0x80], [0xFF, 0xFF], [0xFF, 0xFF, 0xFF],  // cut short
            [0x80, 0x80, 0x80, 0x80, 0x01], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], Array(repeating: 0xFF, count: 1000),  // too large
            [0x80, 0x00], [0x85, 0x00], [0xFF, 0x80, 0x00], [0x80, 0x80, 0x80, 0x00],  // longer than need be
        ] as [[UInt8]])
    func whatIsNoNumber(_ bytes: [UInt8]) {
        var index = 0
        #expect(LEB128.number(in: bytes, at: &index) == nil)
        #expect(index <= bytes.count)
    }
}
