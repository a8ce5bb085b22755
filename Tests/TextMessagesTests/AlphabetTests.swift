import Messages
import TestSupport
import Testing
import TextMessages

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads septets, one in a byte, as text.
func text(_ septets: [UInt8], _ alphabet: GSMAlphabet = .standard) -> (String, [Defect]) {
    var bytes: [UInt8] = []
    var defects: [Defect] = []
    alphabet.decode(septets.span, into: &bytes, defects: &defects)
    return (String(decoding: bytes, as: UTF8.self), defects)
}

/// Bytes from hexadecimal digits.
func bytes(hex: some StringProtocol) -> [UInt8] {
    let digits = Array(hex.utf8).compactMap {
        UInt8(ascii: "0") <= $0 && $0 <= 57 ? $0 - 48 : $0 >= 97 ? $0 - 87 : $0 >= 65 ? $0 - 55 : nil
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}

@Suite struct AlphabetTests {
    @Test func theStandardAlphabetIsThatOfTheVectors() throws {
        guard let path = SharedData.vectors("sms/gsm0338-perl-encode.tsv") else { return }
        var count = CaseCount("sms GSM alphabet")
        for line in String(decoding: try SharedData.bytes(at: path), as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "\t")
            let septets = bytes(hex: columns[0])
            let scalar = try #require(UInt32(columns[1].dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init))
            let expected = String(Character(scalar))
            var written: [UInt8] = []
            let isEncoded = GSMEncoder.standard.encode(Array(expected.utf8).span, into: &written)
            let roundTrips = columns[2] != "yes" || (isEncoded && written == septets)
            count.check(text(septets) == (expected, []) && roundTrips, String(line))
        }
        #expect(count.report() == 137)
        #expect(count.failed.isEmpty)
    }

    @Test func escapesFollowTheSpecification() {
        // 3GPP TS 23.038 section 6.2.1.1, notes 1 and 3: an escape alone is a space, and what the table lacks is read from the main one.
        #expect(text([0x1B]).0 == " ")
        #expect(text([0x1B, 0x1B, 0x41]).0 == " A")
        #expect(text([0x1B, 0x41]).0 == "A")
        #expect(text([0x1B, 0x0A]).0 == "\u{C}")
        #expect(text([0x41, 0x1B, 0xE9]) == ("A é", [Defect(.smsNotASeptet, at: 2)]))
        #expect(text([0x0C], GSMAlphabet(locking: .bengali)) == ("\u{FFFD}", [Defect(.smsUndefinedCharacter, at: 0)]))
    }

    @Test func nationalTablesReadAsTheSpecificationPrintsThem() {
        // One character or more of each table of annex A that no other table has in its place.
        #expect(text([0x1B, 0x69, 0x1B, 0x67, 0x1B, 0x53], GSMAlphabet(single: .turkish)).0 == "ığŞ")
        #expect(text([0x07, 0x0B, 0x1D, 0x60], GSMAlphabet(locking: .turkish)).0 == "ıĞşç")
        #expect(text([0x1B, 0x41, 0x1B, 0x75, 0x1B, 0x09], GSMAlphabet(single: .spanish)).0 == "Áúç")
        #expect(text([0x12, 0x15, 0x7B, 0x1B, 0x18], GSMAlphabet(locking: .portuguese, single: .portuguese)).0 == "ª∞ãΣ")
        #expect(text([0x15, 0x7F, 0x1B, 0x19], GSMAlphabet(locking: .bengali, single: .bengali)).0 == "\u{995}\u{9F1}\u{9E6}")
        #expect(text([0x13, 0x1B, 0x1C], GSMAlphabet(locking: .gujarati, single: .gujarati)).0 == "\u{A93}\u{AE6}")
        #expect(text([0x28, 0x2C, 0x2E, 0x1B, 0x26], GSMAlphabet(locking: .hindi, single: .hindi)).0 == ")\u{2C}.\u{951}")
        #expect(text([0x24, 0x3D, 0x1B, 0x26], GSMAlphabet(locking: .kannada, single: .kannada)).0 == "\u{CA1}\u{CAA}\u{CDE}")
        #expect(text([0x7F, 0x1B, 0x2E], GSMAlphabet(locking: .malayalam, single: .malayalam)).0 == "\u{D79}\u{D7A}")
        #expect(text([0x70, 0x1B, 0x2A], GSMAlphabet(locking: .oriya, single: .oriya)).0 == "p\u{B5F}")
        #expect(text([0x7C, 0x1B, 0x2D], GSMAlphabet(locking: .punjabi, single: .punjabi)).0 == "\u{A71}\u{A75}")
        #expect(text([0x4D, 0x1B, 0x24], GSMAlphabet(locking: .tamil, single: .tamil)).0 == "\u{BB9}\u{BEE}")
        #expect(text([0x10, 0x1B, 0x1C, 0x1B, 0x65], GSMAlphabet(locking: .telugu, single: .telugu)).0 == "\u{C10}\u{C66}€")
        #expect(text([0x55, 0x7F, 0x1B, 0x3F], GSMAlphabet(locking: .urdu, single: .urdu)).0 == "\u{6D5}\u{670}\u{6D4}")
    }

    @Test func everyCharacterOfEveryTableRoundTrips() {
        for locking in NationalLanguage.allCases {
            for single in NationalLanguage.allCases {
                let alphabet = GSMAlphabet(locking: locking, single: single)
                let encoder = GSMEncoder(alphabet)
                for septet in UInt8(0)..<128 where septet != 0x1B {
                    for septets in [[septet], [0x1B, septet]] {
                        let (read, defects) = text(septets, alphabet)
                        guard defects.isEmpty else { continue }
                        var written: [UInt8] = []
                        let isEncoded = encoder.encode(Array(read.utf8).span, into: &written)
                        #expect(isEncoded && text(written, alphabet).0 == read)
                        #expect(encoder.septetCount(of: Array(read.utf8).span) == written.count)
                    }
                }
            }
        }
    }

    @Test func septetsPackAsInTheSpecification() {
        // The text of the example known from handset manuals: "hellohello" is E8329BFD4697D9EC37.
        var packed: [UInt8] = []
        SeptetPacking.pack(Array("hellohello".utf8).span, into: &packed)
        #expect(packed == bytes(hex: "E8329BFD4697D9EC37"))
        for fillBits in 0...6 {
            for length in 0...20 {
                let septets = (0..<length).map { UInt8($0 * 37 % 128) }
                var octets: [UInt8] = []
                var back: [UInt8] = []
                var defects: [Defect] = []
                SeptetPacking.pack(septets.span, fillBits: fillBits, into: &octets)
                SeptetPacking.unpack(octets.span, count: length, fillBits: fillBits, into: &back, defects: &defects)
                #expect(back == septets && defects.isEmpty)
                SeptetPacking.unpack(octets.span, count: length + 9, fillBits: fillBits, into: &back, defects: &defects)
                #expect(defects.count == 1)
            }
        }
        #expect(SeptetPacking.fillBits(afterHeaderOf: 6) == 1)
        #expect(SeptetPacking.septets(ofHeader: 6) == 7)
        #expect(SeptetPacking.fillBits(afterHeaderOf: 7) == 0)
        #expect(SeptetPacking.fillBits(afterHeaderOf: 4) == 3)
    }

    @Test func utf16KeepsPairsAndMarksHalves() {
        func read(_ hex: String) -> (String, Int) {
            var text: [UInt8] = []
            var defects: [Defect] = []
            UTF16Text.decode(bytes(hex: hex).span, into: &text, defects: &defects)
            return (String(decoding: text, as: UTF8.self), defects.count)
        }
        #expect(read("0041D83DDCA9") == ("A💩", 0))
        #expect(read("D83D0041") == ("\u{FFFD}A", 1))
        #expect(read("DCA9D83D") == ("\u{FFFD}\u{FFFD}", 2))
        #expect(read("004100") == ("A\u{FFFD}", 1))
        var octets: [UInt8] = []
        UTF16Text.encode(Array("я💩".utf8).span, into: &octets)
        #expect(octets == bytes(hex: "044FD83DDCA9"))
    }

    @Test func dataCodingsAreThoseOfTheGroups() {
        // 3GPP TS 23.038 section 4.
        #expect(DataCoding(0x00) == DataCoding(.gsm))
        #expect(DataCoding(0x08) == DataCoding(.utf16))
        #expect(DataCoding(0x18) == DataCoding(.utf16, messageClass: .flash))
        #expect(DataCoding(0x10) == DataCoding(.gsm, messageClass: .flash))
        #expect(DataCoding(0x04) == DataCoding(.octets))
        #expect(DataCoding(0x0C) == DataCoding(.unreadable))
        #expect(DataCoding(0x20) == DataCoding(.unreadable))
        #expect(DataCoding(0x48) == DataCoding(.utf16, deletesAfterReading: true))
        #expect(DataCoding(0x85) == DataCoding(.gsm))
        #expect(DataCoding(0xC8) == DataCoding(.gsm))
        #expect(DataCoding(0xE0) == DataCoding(.utf16))
        #expect(DataCoding(0xF5) == DataCoding(.octets, messageClass: .equipment))
        #expect(DataCoding(smpp: 3) == DataCoding(.latin1))
        #expect(DataCoding(smpp: 8) == DataCoding(.utf16))
        #expect(DataCoding(smpp: 5) == DataCoding(.unreadable))
        #expect(DataCoding(smpp: 0xF1) == DataCoding(.gsm, messageClass: .equipment))
    }
}
