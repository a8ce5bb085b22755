import Features
import Messages
import Testing

@testable import Learning

@Suite struct TrainingExampleTests {
    private func sample() throws -> TrainingExample {
        try LearningSample.example("Free seed for every finch, today only", isSpam: true, reason: "зёрна")
    }

    @Test func whatIsWrittenIsRead() throws {
        let example = try sample()
        #expect(example.features.portable.count > 8)
        #expect(example.features.grams.count > 8)
        #expect(example.reason == "зёрна")
        #expect(TrainingExample(bytes: example.bytes, fingerprint: example.fingerprint, time: example.time) == example)
    }

    @Test func whatItDoesNotKnowIsPassedOver() throws {
        var example = try sample()
        example.contentKey = 0x0123_4567_89AB_CDEF
        example.isHeldOut = true
        let bytes = example.bytes + [77, 3, 1, 2, 3]
        #expect(TrainingExample(bytes: bytes, fingerprint: example.fingerprint, time: example.time) == example)
    }

    @Test func theFormBeforeIsStillRead() throws {
        let example = try sample()
        let bytes = [2] + example.bytes.dropFirst().dropLast(10)
        #expect(TrainingExample(bytes: bytes, fingerprint: example.fingerprint, time: example.time) == example)
    }

    @Test func findingsAreKept() throws {
        let findings = [WeighedFinding(id: "link.shortened", strength: 1.5), WeighedFinding(id: "html.form")]
        let example = try LearningSample.example("Free seed", isSpam: true, findings: findings)
        #expect(example.findings == [findings[1], findings[0]])
        #expect(TrainingExample(bytes: example.bytes, fingerprint: example.fingerprint, time: example.time) == example)
        let field = example.findings.reduce(2) { $0 + $1.id.utf8.count + 2 }
        for missing in 1..<field {
            #expect(TrainingExample(bytes: Array(example.bytes.dropLast(missing)), fingerprint: "0", time: example.time) == nil)
        }
    }

    /// Too many findings, one twice, one out of order, one that is not text: none is believed, so that no record costs more than a message may.
    @Test func hostileFindingsAreRefused() throws {
        let plain = try LearningSample.example("Free seed", isSpam: true)
        func read(_ findings: [[UInt8]]) -> TrainingExample? {
            let field: [UInt8] = findings.flatMap { id -> [UInt8] in [UInt8(id.count)] + id + [16] }
            var bytes = plain.bytes + [2]
            LEB128.append(field.count, to: &bytes)
            return TrainingExample(bytes: bytes + field, fingerprint: "0", time: plain.time)
        }
        func id(_ number: Int) -> [UInt8] { Array("check.\(number + 1000)".utf8) }
        #expect(read((0..<255).map(id))?.findings.count == 255)
        #expect(read((0..<256).map(id)) == nil)
        #expect(read([id(1), id(1)]) == nil)
        #expect(read([id(2), id(1)]) == nil)
        #expect(read([[0xFF, 0xFE]]) == nil)
    }

    @Test func theWordingIsKept() throws {
        let example = try LearningSample.example("Free seed", isSpam: true, language: "zh-Hant")
        #expect(example.wording == Wording(words: 7, languageTag: "zh"))
        #expect(TrainingExample(bytes: example.bytes, fingerprint: example.fingerprint, time: example.time) == example)
    }

    /// A channel of one's own is kept; what is no code is not, since it would stand in a table of weights.
    @Test(arguments: [
        ("fax", true), ("Voice Mail", false), ("", false), ("a\nprior.mail 9", false), (String(repeating: "a", count: 33), false),
    ])
    func theChannelIsKept(code: String, isKept: Bool) throws {
        let example = try LearningSample.example("Free seed", isSpam: true, channel: Channel(rawValue: code))
        #expect(example.channel == (isKept ? Channel(rawValue: code) : nil))
        #expect(TrainingExample(bytes: example.bytes, fingerprint: example.fingerprint, time: example.time) == example)
        let plain = TrainingExample(fingerprint: "0", isSpam: true, source: "test", time: example.time, features: example.features)
        let written = plain.bytes + [5, UInt8(code.utf8.count)] + Array(code.utf8)
        let read = try #require(TrainingExample(bytes: written, fingerprint: "0", time: example.time))
        #expect(read.channel == example.channel)
    }

    /// Whoever does not know recipients must not take the word of one for everybody's.
    @Test func theClassSaysThatItIsOneRecipients() throws {
        var features = try LearningSample.features("Free seed")
        features.recipient = 7
        let example = TrainingExample(
            fingerprint: "0", isSpam: true, source: "test", time: Timestamp(seconds: 0), features: features)
        #expect(example.bytes[1] & 4 != 0)
        #expect(TrainingExample(bytes: example.bytes, fingerprint: "0", time: example.time)?.recipient == 7)
        var bytes = example.bytes
        bytes[1] &= 3
        #expect(TrainingExample(bytes: bytes, fingerprint: "0", time: example.time) == nil)
    }

    @Test func everyGroupKeepsTheBitsThatModelsUse() throws {
        let features = try LearningSample.features("Free seed for every finch, today only")
        let kept = try sample().features
        for (range, keptRange) in [(features.portable, kept.portable), (features.grams, kept.grams)] {
            #expect(Set(features.hashes[range].map { $0 & 0x3F_FFFF }) == Set(kept.hashes[keptRange]))
        }
    }

    @Test func overlongWordsAreCutAndTheRestStays() throws {
        var example = try sample()
        example.reason = String(repeating: "because ", count: 60)
        let read = try #require(TrainingExample(bytes: example.bytes, fingerprint: example.fingerprint, time: example.time))
        #expect(read.reason == String(example.reason.utf8.prefix(255)))
        #expect(read.features.count == example.features.count)
    }

    @Test func textsAreCutBetweenCharacters() throws {
        var example = try sample()
        example.source = String(repeating: "é", count: 200)
        example.reason = "x" + String(repeating: "日", count: 100)
        let read = try #require(TrainingExample(bytes: example.bytes, fingerprint: example.fingerprint, time: example.time))
        #expect(read.source == String(repeating: "é", count: 127))
        #expect(read.reason == "x" + String(repeating: "日", count: 84))
    }

    /// What is not UTF-8 is replaced by something longer, and still fits.
    @Test func aTextThatIsNoneStaysTheSame() throws {
        let bytes: [UInt8] = [3, 0, 1, 0, 255, 0x61] + Array(repeating: 0xFF, count: 254) + [0, 0, 0, 1, 8, 1, 2, 3, 4, 5, 6, 7, 8]
        let read = try #require(TrainingExample(bytes: bytes, fingerprint: "0", time: Timestamp(seconds: 0)))
        #expect(read.reason.utf8.count <= 255)
        #expect(TrainingExample(bytes: read.bytes, fingerprint: "0", time: read.time) == read)
    }

    @Test func aFeatureStandsOnceInItsGroup() {
        let key: [UInt8] = [1, 8, 1, 2, 3, 4, 5, 6, 7, 8]
        func read(_ features: [UInt8]) -> TrainingExample? {
            TrainingExample(bytes: [3, 0, 1, 0, 0] + features + key, fingerprint: "0", time: Timestamp(seconds: 0))
        }
        #expect(read([2, 0, 5, 1, 5, 0])?.features.hashes == [0, 5, 5])
        #expect(read([2, 5, 0, 0, 0]) == nil)
    }

    @Test func aLanguageIsTheSameOnceKept() {
        for tag in ["zh-Hant", "abcdefg-\u{301}", "日本語日本", "a-", "-", "", "e\u{301}e\u{301}e\u{301}"] {
            let wording = Wording(words: 3, languageTag: tag)
            #expect(wording.language.utf8.count <= 8)
            #expect(Wording(words: 3, languageTag: wording.language) == wording, "\(tag)")
        }
        #expect(Wording(words: 3, languageTag: "zh-Hant").language == "zh")
    }

    /// What is cut or changed is refused or read as something else of the same form; it never ends the program.
    @Test func damagedBytesAreRefused() throws {
        let bytes = try sample().bytes
        let hashes = try sample().features.count
        for length in 0..<bytes.count {
            let read = TrainingExample(bytes: Array(bytes[..<length]), fingerprint: "0", time: Timestamp(seconds: 0))
            if let read { #expect(read.features.count < hashes) }
        }
        for place in 0..<min(bytes.count, 60) {
            var changed = bytes
            changed[place] ^= 0xFF
            _ = TrainingExample(bytes: changed, fingerprint: "0", time: Timestamp(seconds: 0))
        }
        for start in [
            [], [1, 0, 1, 0, 0], [2, 2, 1, 0, 0], [2, 0, 9, 0, 0], [2, 0, 1, 200, 0], [2, 0, 1, 0, 0, 7], [3, 0, 1, 0, 0, 0, 0, 0, 1],
            [3, 0, 1, 0, 0, 0, 0, 0, 9, 2, 0],
            [2, 0, 1, 0, 0, 255, 255, 255, 255],
        ] as [[UInt8]] {
            #expect(TrainingExample(bytes: start, fingerprint: "0", time: Timestamp(seconds: 0)) == nil)
        }
    }

    @Test func fingerprintsTellBytesApart() {
        let texts = ["", "a", "b", "ab", "ba", "seed", "Seed"].map { Array($0.utf8) }
        let fingerprints = texts.map { TrainingExample.fingerprint(of: $0.span) }
        #expect(Set(fingerprints).count == texts.count)
        #expect(fingerprints.allSatisfy { $0.utf8.count == 16 })
        #expect(fingerprints == texts.map { TrainingExample.fingerprint(of: $0.span) })
    }
}
