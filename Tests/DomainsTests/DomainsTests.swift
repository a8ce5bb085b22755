import Domains
import PSLDomains
import TestSupport
import Testing

@Suite struct DomainsTests {
    static let list = """
        // A list of a few rules.
        // ===BEGIN ICANN DOMAINS===
        com
        uk
        co.uk
        *.ck
        !www.ck   after the rule, words
        cn
        公司.cn
        // ===BEGIN PRIVATE DOMAINS===
        github.io
        """

    @Test func listedSuffixesKeepThePromises() {
        PublicSuffixesConformance(ListedPublicSuffixes(text: Array(Self.list.utf8))).run()
    }

    @Test func libpslKeepsThePromises() throws {
        PublicSuffixesConformance(try LibPSLSuffixes()).run()
    }

    @Test func aMissingListIsAnError() {
        #expect(throws: LibPSLSuffixes.Failure.self) { try LibPSLSuffixes(path: "/nowhere/list.dat") }
    }

    @Test func anEmptyListHasTheDefaultRule() {
        let kit = PublicSuffixesConformance(ListedPublicSuffixes(text: []))
        #expect(kit.registrable("a.b.example") == "b.example")
        #expect(kit.registrable("example") == nil)
    }

    @Test func unicodeRulesAreFoundByTheirASCIIForm() {
        let kit = PublicSuffixesConformance(ListedPublicSuffixes(text: Array(Self.list.utf8)))
        #expect(kit.registrable("www.xn--85x722f.xn--55qx5d.cn") == "xn--85x722f.xn--55qx5d.cn")
        #expect(kit.registrable("xn--55qx5d.cn") == nil)
    }

    @Test func punycodeNamesKeepThePromises() {
        InternationalNamesConformance(PunycodeNames()).run()
    }

    @Test func icuKeepsThePromises() throws {
        InternationalNamesConformance(try ICUNames()).run()
    }

    /// RFC 3492 section 7.1, samples in our own spelling of the escapes.
    @Test(arguments: [
        ("\u{4ED6}\u{4EEC}\u{4E3A}\u{4EC0}\u{4E48}\u{4E0D}\u{8BF4}\u{4E2D}\u{6587}", "xn--ihqwcrb4cv8a8dqg056pqjye"),
        ("3\u{5E74}b\u{7D44}\u{91D1}\u{516B}\u{5148}\u{751F}", "xn--3b-ww4c5e180e575a65lsy2b"),
        ("maji\u{3067}koi\u{3059}\u{308B}5\u{79D2}\u{524D}", "xn--majikoi5-783gue6qz075azm5e"),
    ])
    func punycodeSamples(unicode: String, ascii: String) {
        let kit = InternationalNamesConformance(PunycodeNames())
        #expect(kit.ascii(unicode).0 == ascii)
        #expect(kit.unicode(ascii).0 == unicode)
    }

    @Test func publicSuffixVectors() throws {
        guard let folder = SharedData.vectors("psl") else { return }
        let lists: [(String, any PublicSuffixes)] = [
            ("listed", ListedPublicSuffixes(text: try SharedData.bytes(at: folder + "/public_suffix_list.dat"))),
            ("libpsl", try LibPSLSuffixes(path: folder + "/public_suffix_list.dat")),
        ]
        let names = try ICUNames()
        let lines = String(decoding: try SharedData.bytes(at: folder + "/tests.txt"), as: UTF8.self).split(separator: "\n")
        for (label, suffixes) in lists {
            var count = CaseCount("psl \(label)")
            for line in lines where !line.hasPrefix("//") {
                let fields = line.split(separator: " ").map(String.init)
                guard fields.count == 2 else { continue }
                var host: [UInt8] = []
                if fields[0] != "null" { _ = names.toASCII(Array(fields[0].utf8).span, into: &host) }
                var expected: [UInt8] = []
                if fields[1] != "null" { _ = names.toASCII(Array(fields[1].utf8).span, into: &expected) }
                let start = suffixes.registrableDomain(of: host.span)
                count.check(start.map { Array(host[$0...]) } == (fields[1] == "null" ? nil : expected), String(line))
            }
            #expect(count.failed.isEmpty)
            #expect(count.report() >= 75)
        }
    }
}
