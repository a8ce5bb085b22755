import Messages
import TestSupport
import Testing
import TextMessages

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite struct UserDataTests {
    /// The file of texts that a well-known client library cut into parts.
    private struct Generated: Decodable {
        struct Case: Decodable {
            var text: String
            var chars: Int
            var data_coding: UInt8
            var esm_class: Int
            var parts_hex: [String]
        }
        var segmentation: [Case]
    }

    private func join(_ parts: [UserData]) -> (String, [Defect]) {
        var text: [UInt8] = []
        var defects: [Defect] = []
        if parts.count == 1, parts[0].header == nil {
            defects = parts[0].appendText(to: &text)
        } else if var long = LongMessage(startingWith: parts[0]) {
            for part in parts.dropFirst() { long.add(part) }
            defects = long.appendText(to: &text)
        }
        return (String(decoding: text, as: UTF8.self), defects)
    }

    @Test func whatOthersCutIsJoined() throws {
        guard let path = SharedData.vectors("sms/smpplib-generated.json") else { return }
        let cases = try JSONDecoder().decode(Generated.self, from: Data(SharedData.bytes(at: path))).segmentation
        var count = CaseCount("sms segmentation")
        for one in cases {
            // "a x 161" stands for 161 times the letter.
            let expected = one.text.hasPrefix("a x ") ? String(repeating: "a", count: one.chars) : one.text
            let parts = one.parts_hex.map {
                UserData(bytes(hex: $0).span, hasHeader: one.esm_class & 0x40 != 0, coding: DataCoding(smpp: one.data_coding))
            }
            count.check(join(parts) == (expected, []), "read \(one.text)")
            count.check(join(parts.reversed()) == (expected, []), "read backwards \(one.text)")
            let own = Segmentation(Array(expected.utf8).span)
            // The library writes capital Greek beside a small c with cedilla in 16 bits, as we do; it cuts escapes and pairs, we do not.
            count.check(own.parts.count == one.parts_hex.count, "parts of \(one.text)")
            let content = own.parts.flatMap { $0 }
            count.check(content == parts.flatMap(\.content), "content of \(one.text)")
        }
        #expect(count.report() == 52)
        #expect(count.failed.isEmpty)
    }

    @Test func partsHaveTheRoomThatTheSpecificationGives() {
        func parts(_ text: String, _ languages: [GSMAlphabet] = [], _ reference: Segmentation.Reference = .eightBit) -> [Int] {
            let cut = Segmentation(Array(text.utf8).span, languages: languages, reference: reference)
            return cut.parts.map { cut.coding == .gsm ? $0.count : $0.count / 2 }
        }
        let long = String(repeating: "a", count: 320)
        #expect(parts(String(repeating: "a", count: 160)) == [160])
        #expect(parts(long) == [153, 153, 14])
        #expect(parts(long, [], .sixteenBit) == [152, 152, 16])
        #expect(parts("") == [0])
        // 153 is odd: an escape never ends a part.
        #expect(parts(String(repeating: "€", count: 100)) == [152, 48])
        #expect(parts(String(repeating: "я", count: 70)) == [70])
        #expect(parts(String(repeating: "я", count: 71)) == [67, 4])
        // 67 is odd: a pair is never cut.
        #expect(parts(String(repeating: "💩", count: 36)) == [66, 6])
        // One shift table leaves 155 septets, one and a concatenation 149, two and a concatenation 146.
        let turkish = GSMAlphabet(single: .turkish)
        let both = GSMAlphabet(locking: .turkish, single: .turkish)
        #expect(parts("ş" + String(repeating: "a", count: 153), [turkish]) == [155])
        #expect(parts("ş" + String(repeating: "a", count: 154), [turkish]) == [149, 7])
        #expect(parts("ş" + String(repeating: "a", count: 151), [both]) == [152])
        #expect(parts("ş" + String(repeating: "a", count: 200), [both]) == [146, 55])
    }

    @Test func aHeaderSaysWhatItSays() {
        func header(_ hex: String) -> (UserDataHeader, [Defect.Kind]) {
            var defects: [Defect] = []
            let header = UserDataHeader(bytes(hex: hex).span, defects: &defects)
            return (header, defects.map(\.kind))
        }
        let (long, none) = header("05 00 03 42 03 02 41".filter { $0 != " " })
        #expect(long.concatenation == .init(reference: 0x42, total: 3, sequence: 2) && none.isEmpty && long.octets == 6)
        #expect(header("060804123403026161").0.concatenation == .init(reference: 0x1234, total: 3, sequence: 2))
        #expect(header("06050415B3000061").0.ports == .init(destination: 0x15B3, origin: 0))
        #expect(header("040402F0F1").0.ports == .init(destination: 0xF0, origin: 0xF1))
        #expect(header("06250101240103").0.alphabet == GSMAlphabet(locking: .turkish, single: .portuguese))
        #expect(header("04010280FF").0.waiting.map { [$0.type, $0.count] } == [0x80, 0xFF])
        let (unknown, fine) = header("04700201023F")
        #expect(unknown.elements == [.init(id: 0x70, data: ByteRange(3, 5))] && fine.isEmpty)

        #expect(header("").1 == [.smsTruncatedHeader])
        #expect(header("0500034203").1 == [.smsTruncatedHeader, .smsTruncatedElement])
        #expect(header("0400034203").1 == [.smsTruncatedElement])
        #expect(header("0100").1 == [.smsTruncatedElement])
        #expect(header("0400024203").1 == [.smsBadElement])
        // 3GPP TS 23.040 section 9.2.3.24.1: a part 0, or beyond the last, is as if the element were not there.
        #expect(header("050003420300").0.concatenation == nil)
        #expect(header("050003420304").1 == [.smsBadElement])
        #expect(header("03250163").1 == [.smsUnknownLanguage])
        let (again, twice) = header("0A00034203010003420302")
        #expect(again.concatenation?.sequence == 2 && twice == [.smsRepeatedElement])
    }

    @Test func packedTextFollowsItsHeader() {
        // Six octets of header, a fill bit, and the septets; the length counts seven septets for the header.
        var octets = bytes(hex: "050003420201")
        SeptetPacking.pack(Array("Bonjour".utf8).span, fillBits: 1, into: &octets)
        let part = UserData(octets.span, hasHeader: true, coding: DataCoding(0), septets: .packed(length: 14))
        #expect(part.content == Array("Bonjour".utf8) && part.defects.isEmpty)
        let short = UserData(octets.span, hasHeader: true, coding: DataCoding(0), septets: .packed(length: 40))
        #expect(short.content.prefix(7) == Array("Bonjour".utf8)[...] && short.defects.map(\.kind) == [.smsTruncatedText])
        for length in [-1, 0, 3, .max] {
            _ = UserData(octets.span, hasHeader: true, coding: DataCoding(0), septets: .packed(length: length))
        }
        let turkish = UserData(bytes(hex: "032401011B67").span, hasHeader: true, coding: DataCoding(0))
        var text: [UInt8] = []
        #expect(turkish.appendText(to: &text).isEmpty && String(decoding: text, as: UTF8.self) == "ğ")
    }

    @Test func otherAlphabetsAreReadOrNamed() {
        func read(_ octets: [UInt8], _ coding: DataCoding) -> (String, [Defect.Kind]) {
            var text: [UInt8] = []
            let defects = UserData(octets.span, hasHeader: false, coding: coding).appendText(to: &text)
            return (String(decoding: text, as: UTF8.self), defects.map(\.kind))
        }
        #expect(read([0x63, 0xE9], DataCoding(smpp: 3)) == ("cé", []))
        #expect(read(Array("déjà".utf8), DataCoding(4)) == ("déjà", []))
        #expect(read([0xFF, 0x00], DataCoding(4)) == ("", [.smsUnreadable]))
        #expect(read([0x41], DataCoding(0x20)) == ("", [.smsUnreadable]))
    }

    @Test func partsComeInAnyOrderTwiceOrNotAtAll() throws {
        func part(_ sequence: UInt8, _ text: String, reference: UInt8 = 7, total: UInt8 = 3) -> UserData {
            UserData((bytes(hex: "050003") + [reference, total, sequence] + Array(text.utf8)).span, hasHeader: true, coding: DataCoding(0))
        }
        var long = try #require(LongMessage(startingWith: part(3, "C")))
        #expect(long.add(part(1, "A")) == .kept)
        #expect(long.missing == [2])
        #expect(long.add(part(1, "A")) == .repeated)
        #expect(long.add(part(1, "X")) == .conflicting)
        #expect(long.add(part(1, "X")) == .conflicting)
        #expect(long.add(part(2, "B", reference: 8)) == .refused)
        #expect(long.add(part(2, "B", total: 4)) == .refused)
        #expect(long.add(part(2, String(repeating: "B", count: 2000))) == .refused)
        var text: [UInt8] = []
        #expect(long.appendText(to: &text).map(\.kind) == [.smsConflictingPart, .smsMissingPart])
        #expect(String(decoding: text, as: UTF8.self) == "A\u{FFFD}C")
        #expect(long.add(part(2, "B")) == .complete)
        text = []
        #expect(long.appendText(to: &text).map(\.kind) == [.smsConflictingPart])
        #expect(String(decoding: text, as: UTF8.self) == "ABC")
        #expect(LongMessage(startingWith: UserData([0x41].span, hasHeader: false, coding: DataCoding(0))) == nil)
    }

    @Test func anyBytesAreTakenApart() {
        var state: UInt64 = 1
        func random() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 40)
        }
        for round in 0..<3000 {
            var octets = (0..<round % 150).map { _ in random() }
            if !octets.isEmpty, round % 3 > 0 { octets[0] %= 12 }
            let packing: SeptetForm = round % 2 == 0 ? .unpacked : .packed(length: Int(random()))
            let part = UserData(octets.span, hasHeader: round % 5 > 0, coding: DataCoding(random()), septets: packing)
            var text: [UInt8] = []
            _ = part.appendText(to: &text)
            #expect(String(validating: text, as: UTF8.self) != nil)
        }
    }
}
