import Messages
import Testing

@testable import Text

/// Many bytes at a time against one byte at a time.
@Suite("Blocks of ASCII")
struct BlockTests {
    /// ASCII as `TextFolder` folds it, byte by byte.
    private static func folded(_ text: [UInt8]) -> (bytes: [UInt8], lines: Int, controls: Int) {
        var bytes: [UInt8] = []
        var controls = 0
        for byte in text {
            let isLine = (0x0A...0x0D).contains(byte)
            if byte == 0x20 || byte == 0x09 || isLine {
                if let last = bytes.last, last == 0x20 || last == 0x0A {
                    if isLine { bytes[bytes.count - 1] = 0x0A }
                } else if !bytes.isEmpty {
                    bytes.append(isLine ? 0x0A : 0x20)
                }
            } else if byte < 0x20 {
                controls += 1
            } else {
                if byte == 0x7F { controls += 1 }
                bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        if bytes.last == 0x20 { bytes[bytes.count - 1] = 0x0A }
        if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
        return (bytes, bytes.count { $0 == 0x0A }, controls)
    }

    @Test func foldsASCIIAsByteByByte() {
        var numbers = SplitMix(seed: 11)
        let alphabets: [[UInt8]] = [
            Array("abcXYZ019".utf8), Array("aB  \n".utf8), Array("aB \t\r\n\u{0}\u{7F}.,".utf8), Array(0...0x7F),
        ]
        for round in 0..<4000 {
            let alphabet = alphabets[round % alphabets.count]
            let text = (0..<Int.random(in: 0...150, using: &numbers)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)]
            }
            let expected = BlockTests.folded(text)
            let example = FoldedExample(bytes: text)
            #expect(example.folded.bytes == expected.bytes)
            #expect(example.signs.lines == expected.lines)
            #expect(example.signs.controls == expected.controls)
            let marks = text.count { (0x41...0x5A).contains($0) }
            #expect(example.signs.capitals == marks)
            let letters = expected.bytes.count { (0x61...0x7A).contains($0) }
            #expect(example.signs.letters == letters)
            #expect(example.signs.letters(of: .latin) == letters)
        }
    }

    @Test func masksSayWhatEachByteIs() {
        var numbers = SplitMix(seed: 12)
        let alphabet = Array("aab01 \n.-_".utf8)
        for _ in 0..<500 {
            let bytes = (0..<80).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)] }
            let marks = (0..<80).map { _ in UInt8.random(in: 0...15, using: &numbers) == 0 ? Mark.capital : 0 }
            // A UInt8 has no padding, so the arrays may be looked at raw.
            let masks = unsafe BlockMasks(bytes.span.bytes, marks: marks.span.bytes, at: 3)
            for bit in 0..<BlockMasks.width {
                let value = bytes[3 + bit]
                func has(_ mask: UInt64) -> Bool { mask >> UInt64(bit) & 1 != 0 }
                #expect(has(masks.letters) == (0x61...0x7A).contains(value))
                #expect(has(masks.digits) == (0x30...0x39).contains(value))
                #expect(has(masks.blanks) == (value <= 0x20))
                #expect(has(masks.capitals) == (marks[3 + bit] != 0))
                let isTriple = bit > 1 && (0x61...0x7A).contains(value) && bytes[2 + bit] == value && bytes[1 + bit] == value
                #expect(has(masks.triples) == isTriple)
            }
            #expect(masks.asciiCount == 64)
            #expect(!masks.isAltered)
        }
    }

    @Test(arguments: [0, 15, 16, 63])
    func masksSayWhereASCIIEnds(place: Int) {
        var bytes = [UInt8](repeating: 0x61, count: 65)
        var marks = [UInt8](repeating: 0, count: 65)
        bytes[place] = 0xC3
        marks[place] = Mark.bared
        // A UInt8 has no padding, so the arrays may be looked at raw.
        let masks = unsafe BlockMasks(bytes.span.bytes, marks: marks.span.bytes, at: 0)
        #expect(masks.asciiCount == place)
        #expect(masks.isAltered)
    }

    @Test(arguments: [0, 1, 16, 17, 4079, 4080, 4081, 9000])
    func countsLineEnds(count: Int) {
        let lines = [UInt8](repeating: 0x0A, count: count) + [UInt8](repeating: 0, count: 16)
        // A UInt8 has no padding, so the array may be looked at raw.
        #expect(unsafe LineEnds.count(in: lines.span.bytes, to: count) == count)
    }

    @Test func hashesAreTheSameFromABufferAndAlone() {
        let text = Array("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz".utf8)
        let buffer = text + [UInt8](repeating: 0, count: 32)
        for length in 1...text.count {
            let alone = WordHash.of(Array(text[..<length]).span)
            // A UInt8 has no padding, so the array may be looked at raw.
            #expect(unsafe WordHash.of(buffer.span.bytes, from: 0, count: length) == alone)
        }
    }

    @Test func everyFunctionWordIsFound() {
        for list in FunctionWords.lists {
            for word in list.words.split(separator: " ") {
                let example = FoldedExample(String(word))
                guard example.folded.words.contains(where: { $0.hash == WordHash.of(String(word)) }) else { continue }
                let scripts = Set(Script.allCases.filter { FunctionWordTable.shared.best(in: example.folded, of: $0) != nil })
                #expect(!scripts.isEmpty, "\(list.language) \(word)")
            }
        }
    }
}
