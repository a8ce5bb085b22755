import Foundation
import Messages
import TestSupport
import Testing
import Text

/// Conformance with NFKC_Casefold and UAX 15. Strings are compared as UTF-8, because Swift's `==` takes canonically equal ones as equal.
@Suite("Case folding")
struct CaseFoldingTests {
    private func fold(_ text: String) -> [UInt8] {
        Array(CaseFolding.nfkcCasefold(text).utf8)
    }

    @Test func foldsEachScalarAsTheDatabaseSays() throws {
        guard let lines = try UnicodeData.lines("DerivedNormalizationProps.txt") else { return }
        var count = CaseCount("NFKC_Casefold by scalar")
        for line in lines {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count >= 3, fields[1] == "NFKC_CF", let range = UnicodeData.range(fields[0]) else { continue }
            for value in range {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let wanted = Array(UnicodeData.string(fields[2]).utf8)
                count.check(fold(String(scalar)) == wanted, "U+\(String(value, radix: 16))")
            }
        }
        #expect(count.report() > 10_000)
        #expect(count.failed.isEmpty)
    }

    @Test func normalisesAsTheNormalisationTestSays() throws {
        guard let lines = try UnicodeData.lines("NormalizationTest.txt.bz2") else { return }
        var count = CaseCount("NormalizationTest by NFKC_Casefold")
        for line in lines {
            let columns = line.split(separator: ";").prefix(5).map { UnicodeData.string($0) }
            guard columns.count == 5 else { continue }
            let composed = fold(columns[0])
            // Canonically equal strings fold to the same (UAX 15 section 1.1), and so do compatibly equal ones.
            if columns[0].unicodeScalars.contains("\u{345}") {
                count.skip(because: "U+0345 folds to a letter where it stands, before marks are put in order (Unicode section 3.13, R5)")
            } else {
                count.check(columns.allSatisfy { fold($0) == composed }, line)
            }
            // What is its own folding, scalar by scalar, comes out as NFKC, the fourth column.
            if columns[3].unicodeScalars.allSatisfy({ CaseFolding.nfkcCasefold(String($0)).utf8.elementsEqual(String($0).utf8) }) {
                count.check(composed == Array(columns[3].utf8), "NFKC " + line)
            }
        }
        #expect(count.report() > 18_000)
        #expect(count.failed.isEmpty)
    }

    @Test func aSecondFoldingChangesNothing() {
        var numbers = SplitMix(seed: 7)
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<Int.random(in: 1...12, using: &numbers) {
                let value = UInt32.random(in: 0x20...0x2FFF, using: &numbers)
                if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
            }
            let once = CaseFolding.nfkcCasefold(text)
            #expect(fold(once) == Array(once.utf8), "\(text.unicodeScalars.map(\.value))")
        }
    }

    @Test func foldsExamples() {
        #expect(CaseFolding.nfkcCasefold("Straße") == "strasse")
        #expect(CaseFolding.nfkcCasefold("ＰａｙＰａｌ") == "paypal")
        #expect(CaseFolding.nfkcCasefold("pay\u{200B}pal") == "paypal")
        #expect(fold("e\u{301}") == Array("\u{E9}".utf8))
        #expect(fold("a  b\t\n") == Array("a  b\t\n".utf8))
    }
}
