import Domains
import PSLDomains
import TestSupport
import Testing

/// Unicode's IdnaTestV2 (UTS 46 section 8). Statuses are compared as "an error or none", as the file allows.
@Suite struct IDNAVectors {
    struct Line {
        var source: String
        var unicode: String
        var unicodeFails: Bool
        var ascii: String
        var asciiFails: Bool
    }

    @Test func icuFollowsUTS46() throws {
        guard let path = SharedData.vectors("unicode-url/IdnaTestV2.txt") else { return }
        let names = try ICUNames(strict: true)
        let kit = InternationalNamesConformance(names)
        var count = CaseCount("idna")
        for line in String(decoding: try SharedData.bytes(at: path), as: UTF8.self).split(separator: "\n") {
            guard let line = Self.read(line) else { continue }
            let unicode = kit.unicode(line.source)
            let ascii = kit.ascii(line.source)
            // Lengths and empty labels (A4, X4) are no errors of toUnicode.
            let unicodeErrors = unicode.1.subtracting([.labelTooLong, .nameTooLong])
            count.check(!unicodeErrors.isEmpty == line.unicodeFails, "toUnicode status \(line.source.debugDescription)")
            count.check(line.unicodeFails || unicode.0 == line.unicode, "toUnicode \(line.source.debugDescription)")
            count.check(!ascii.1.isEmpty == line.asciiFails, "toASCII status \(line.source.debugDescription)")
            count.check(line.asciiFails || ascii.0 == line.ascii, "toASCII \(line.source.debugDescription)")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() >= 24_000)
    }

    /// Fields are separated by semicolons; an empty one repeats the one before (see the file's head).
    static func read(_ line: Substring) -> Line? {
        let content = line.prefix { $0 != "#" }
        let fields = content.split(separator: ";", omittingEmptySubsequences: false).map { unescaped($0) }
        guard fields.count >= 5 else { return nil }
        let unicode = fields[1].isEmpty ? fields[0] : fields[1]
        let unicodeStatus = fields[2]
        let asciiStatus = fields[4].isEmpty ? unicodeStatus : fields[4]
        return Line(
            source: fields[0], unicode: unicode, unicodeFails: !unicodeStatus.isEmpty && unicodeStatus != "[]",
            ascii: fields[3].isEmpty ? unicode : fields[3], asciiFails: !asciiStatus.isEmpty && asciiStatus != "[]")
    }

    private static func unescaped(_ field: Substring) -> String {
        var scalars = String.UnicodeScalarView()
        var rest = field.unicodeScalars.drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        while let scalar = rest.popFirst() {
            guard scalar == "\\" else {
                scalars.append(scalar)
                continue
            }
            let marker = rest.popFirst()
            let digits = marker == "x" ? rest.dropFirst().prefix { $0 != "}" } : rest.prefix(4)
            rest = rest.dropFirst(digits.count + (marker == "x" ? 2 : 0))
            if let value = UInt32(String(digits), radix: 16), let unescaped = Unicode.Scalar(value) { scalars.append(unescaped) }
        }
        return String(scalars) == "\"\"" ? "" : String(scalars)
    }
}
