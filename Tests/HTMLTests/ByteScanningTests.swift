import Testing

@testable import HTML

/// What reads eight bytes at a time must say the same as what reads one.
@Suite struct ByteScanningTests {
    private static let marks = Array("aZ@[`{/>=\" '\t\n\r09?&\u{0}\u{7F}\u{80}é".utf8)

    /// Bytes without order, the same in each run.
    private func bytes(_ count: Int, seed: Int) -> [UInt8] {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Self.marks[Int(state >> 33) % Self.marks.count]
        }
    }

    @Test(arguments: 0..<64) func namesAreTheSameByWordsAndByBytes(seed: Int) {
        let text = bytes(40, seed: seed)
        for start in 0..<40 {
            for end in start...40 {
                var name = PackedName()
                for byte in text[start..<end] { name.append(byte) }
                name.close()
                #expect(PackedName(text.span, from: start, to: end) == name)
            }
        }
    }

    @Test(arguments: 0..<64) func searchesFindTheFirst(seed: Int) {
        let text = bytes(40, seed: seed)
        let set = ASCII.spaces | 1 << 0x2F | 1 << 0x3E | 1 << 0x3D
        for start in 0...40 {
            let rest = text[start...]
            #expect(
                text.span.first(in: set, from: start) == rest.firstIndex { [0x20, 9, 10, 12, 13, 0x2F, 0x3D, 0x3E].contains($0) } ?? 40)
            #expect(text.span.first(0x26, or: 0x3C, from: start, to: 40) == rest.firstIndex { $0 == 0x26 || $0 == 0x3C } ?? 40)
        }
    }

    @Test func indentationIsPassedOver() {
        for count in 0..<40 {
            let text = Array("\r\n\t".utf8) + [UInt8](repeating: 0x20, count: count) + Array("\tx  y".utf8)
            #expect(text.span.skipIndentation(from: 0, to: text.count) == count + 4)
            #expect(text.span.skipIndentation(from: 0, to: count + 2) == count + 2)
        }
    }
}
