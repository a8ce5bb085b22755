import Foundation
import TestSupport
import Testing
import Text

@Suite("Confusables")
struct ConfusablesTests {
    @Test func skeletonsAreAsUTS39Says() throws {
        guard let path = SharedData.vectors("unicode-url/confusables.txt") else { return }
        var count = CaseCount("UTS 39 confusables")
        for line in String(decoding: try SharedData.bytes(at: path), as: UTF8.self).split(separator: "\n") {
            let fields = line.prefix { $0 != "#" }.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard fields.count >= 2 else { continue }
            let source = UnicodeData.string(fields[0].replacing("\u{FEFF}", with: ""))
            let target = UnicodeData.string(fields[1])
            let skeleton = Confusables.skeleton(of: source)
            // The prototype is decomposed again at the end (section 4).
            if skeleton.utf8.elementsEqual(target.decomposedStringWithCanonicalMapping.utf8) {
                count.check(true, "")
            } else if !source.utf8.elementsEqual(source.decomposedStringWithCanonicalMapping.utf8) {
                count.skip(because: "the source is decomposed first, so that its line never applies (UTS 39 section 4, step 1)")
            } else if source == "\u{3164}" {
                count.skip(because: "invisible, and removed before mapping (UTS 39 of Unicode 15.1, section 4, step 2)")
            } else {
                count.check(false, String(line))
            }
        }
        #expect(count.report() > 6_200)
        #expect(count.failed.isEmpty)
    }

    @Test func tellsLookAlikesAndOthersApart() {
        #expect(Confusables.skeleton(of: "pаypаl") == Confusables.skeleton(of: "paypal"))
        #expect(Confusables.skeleton(of: "rnicrosoft") == Confusables.skeleton(of: "microsoft"))
        #expect(Confusables.skeleton(of: "example") != Confusables.skeleton(of: "exemple"))
        #expect(Confusables.skeleton(of: "") == "")
    }
}
