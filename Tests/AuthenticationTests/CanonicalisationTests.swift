import Crypto
import Testing

@testable import Authentication

/// What is hashed of a mail (RFC 6376 section 3.4), beside a plain way to say the same: line by line, byte by byte.
struct CanonicalisationTests {
    /// Repeats from run to run.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }

        /// Bytes among which white space and line ends are frequent, and runs of text long and short.
        mutating func bytes(upTo limit: Int) -> [UInt8] {
            var bytes: [UInt8] = []
            let length = Int.random(in: 0...limit, using: &self)
            while bytes.count < length {
                switch Int.random(in: 0..<12, using: &self) {
                case 0: bytes += [0x0D, 0x0A]
                case 1: bytes.append(0x0A)
                case 2: bytes.append(0x0D)
                case 3: bytes += Array(repeating: 0x20, count: Int.random(in: 1...3, using: &self))
                case 4: bytes.append(0x09)
                case 5: bytes.append([0, 1, 0x1F, 0x21, 0x7F, 0x80, 0xA0, 0xFF].randomElement(using: &self) ?? 0)
                case 6: bytes += Array(repeating: 0x78, count: Int.random(in: 1...700, using: &self))
                default: bytes += Array("some words, each with a blank behind it ".utf8).prefix(Int.random(in: 1...40, using: &self))
                }
            }
            return bytes
        }
    }

    /// The lines of a text; the last is what is behind the last line end.
    private func lines(_ text: [UInt8], _ ends: RawMail.LineEnds) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        for byte in text {
            let isReturned = lines[lines.count - 1].last == 0x0D
            guard byte == 0x0A, isReturned || ends == .lineFeed else {
                lines[lines.count - 1].append(byte)
                continue
            }
            if isReturned { lines[lines.count - 1].removeLast() }
            lines.append([])
        }
        return lines
    }

    private func relaxed(_ line: [UInt8]) -> [UInt8] {
        var words: [[UInt8]] = [[]]
        for byte in line {
            if byte == 0x20 || byte == 0x09 { words.append([]) } else { words[words.count - 1].append(byte) }
        }
        let startsBlank = words.count > 1 && words[0].isEmpty
        return Array((startsBlank ? [0x20] : []) + words.filter { !$0.isEmpty }.joined(separator: [0x20]))
    }

    private func body(_ text: [UInt8], _ ends: RawMail.LineEnds, _ canonicalisation: Canonicalisation) -> [UInt8] {
        var lines = lines(text, ends)
        if canonicalisation == .relaxed {
            lines = lines.map { line in
                let line = relaxed(line)
                return line == [0x20] ? [] : line
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        if lines.isEmpty { return canonicalisation == .simple ? [0x0D, 0x0A] : [] }
        return lines.flatMap { $0 + [0x0D, 0x0A] }
    }

    @Test(arguments: ["\r\n", "\n"], Canonicalisation.allCases)
    func bodiesAreHashedAsTheRuleSays(end: String, canonicalisation: Canonicalisation) {
        var chance = Chance(state: 0x1234_5678)
        let header = Array("A: b\(end)\(end)".utf8)
        for _ in 0..<2000 {
            let text = chance.bytes(upTo: 2500)
            let mail = RawMail(header + text)
            let right = body(text, mail.lineEnds, canonicalisation)
            let limit: UInt64? = Bool.random(using: &chance) ? nil : UInt64.random(in: 0...UInt64(right.count + 5), using: &chance)
            var hashes = BodyHashes()
            let value = hashes.value(of: mail, .rsaSHA256, canonicalisation, upTo: limit)
            let kept = right.prefix(Int(clamping: limit ?? .max))
            #expect(value.length == UInt64(right.count))
            #expect(value.digest == Array(SHA256.hash(data: kept)), "\(String(decoding: text, as: UTF8.self).debugDescription)")
        }
    }

    @Test(arguments: ["\r\n", "\n"], Canonicalisation.allCases)
    func fieldsAreWrittenAsTheRuleSays(end: String, canonicalisation: Canonicalisation) {
        var chance = Chance(state: 0x8765_4321)
        for _ in 0..<2000 {
            let body = lines(chance.bytes(upTo: 400), end == "\n" ? .lineFeed : .crlf).map(Array.init)
            let folded = Array(body.joined(separator: Array("\(end) ".utf8)))
            let mail = RawMail(Array("A: b\(end)NaMe-1 :".utf8) + folded + Array("\(end)Z: y\(end)".utf8))
            guard mail.fields.count == 3 else { continue }
            let field = mail.fields[1]
            let raw = lines(Array(mail.bytes[field.name.lowerBound..<field.body.upperBound]), mail.lineEnds)
            var right = Array(raw.joined(separator: [0x0D, 0x0A]))
            if canonicalisation == .relaxed {
                let value = relaxed(Array(lines(Array(mail.bytes[field.body]), mail.lineEnds).joined()))
                right = Array("name-1:".utf8) + value.drop { $0 == 0x20 }
            }
            var found: [UInt8] = [1, 2, 3]
            HeaderCanonicaliser(canonicalisation: canonicalisation, lineEnds: mail.lineEnds).append(field, of: mail.bytes, to: &found)
            #expect(found == [1, 2, 3] + right + [0x0D, 0x0A], "\(String(decoding: folded, as: UTF8.self).debugDescription)")
        }
    }

    @Test func runsEndWhereTheFirstByteStopsThem() {
        var chance = Chance(state: 0x1357_2468)
        func isWhite(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Bool { index == end || bytes[index] <= 0x20 }
        for _ in 0..<3000 {
            var text = chance.bytes(upTo: 60)
            // Few stops, so that the places in blocks are all met.
            for index in text.indices where Int.random(in: 0..<8, using: &chance) > 0 { text[index] = 0x78 }
            let bytes = text.span
            let start = Int.random(in: 0...bytes.count, using: &chance)
            let end = Int.random(in: start...bytes.count, using: &chance)
            func first(_ stops: (Int) -> Bool) -> Int { (start..<end).first(where: stops) ?? end }
            let isRun = { (index: Int) in text[index] == 0x20 && (index + 1 == end || text[index + 1] <= 0x20) }
            #expect(ByteRuns.lineFeed(in: bytes, from: start, to: end) == first { text[$0] == 0x0A })
            #expect(ByteRuns.plainText(in: bytes, from: start, to: end) == first { text[$0] < 0x20 || isRun($0) })
            #expect(ByteRuns.plainLines(in: bytes, from: start, to: end) == first { text[$0] == 0x09 || isRun($0) })
            #expect(ByteRuns.plainLine(in: bytes, from: start, to: end) == first { text[$0] == 0x09 || text[$0] == 0x0A || isRun($0) })
            #expect(ByteRuns.tagValue(in: bytes, from: start, to: end) == first { text[$0] <= 0x20 || [0x3B, 0x7F].contains(text[$0]) })
            #expect(ByteRuns.ascii(in: bytes, from: start, to: end) == first { text[$0] > 0x7F })
        }
    }

    @Test func aTextInBase64IsReadWhereverItIsBroken() {
        var chance = Chance(state: 0x2468_1357)
        for _ in 0..<2000 {
            let bytes = chance.bytes(upTo: 60)
            var text = Base64.encode(bytes)
            for _ in 0..<Int.random(in: 0...4, using: &chance) {
                let place = Int.random(in: 0...text.count, using: &chance)
                text.insert(contentsOf: [[0x20], [0x0D, 0x0A, 0x09]].randomElement(using: &chance) ?? [], at: place)
            }
            #expect((try? Base64.decode(text[...]).get()) == bytes)
            let place = Int.random(in: 0...text.count, using: &chance)
            let wrong: UInt8 = [0x2D, 0x5F, 0, 0x80, 0xFF].randomElement(using: &chance) ?? 0
            let broken = Array(text[..<place]) + [wrong] + text[place...]
            #expect(throws: Base64.Misplaced.self) { try Base64.decode(broken[...]).get() }
            if case .failure(let misplaced) = Base64.decode(([0x21] + broken)[1...]) { #expect(misplaced.offset == place + 1) }
        }
    }
}
