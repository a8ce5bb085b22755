import Authentication
import Testing

struct DMARCRecordTests {
    private func read(_ text: String) -> DMARCRecord? { DMARCRecord(Array(text.utf8)) }

    @Test(arguments: [
        "v=DMARC1", "v=DMARC1;", "v=DMARC1; p=none", "v = DMARC1 ; p=none", "V=DMARC1;p=none", "v=DMARC1 \t;", "v=DMARC1;;;",
    ])
    func isARecord(_ text: String) {
        #expect(read(text) != nil)
    }

    @Test(arguments: [
        "", "v", "v=", "v=DMARC", "v=dmarc1; p=none", "v=DMARC1p=none", "v=DMARC10; p=none", " v=DMARC1; p=none", "p=none; v=DMARC1",
        "v=DMARC1 p=none", "x=DMARC1", "v=spf1 -all", "\"v=DMARC1\"",
    ])
    func isNoRecord(_ text: String) {
        #expect(read(text) == nil)
    }

    @Test func readsEveryTag() throws {
        let record = try #require(
            read(
                "v=DMARC1; p=Reject; sp=quarantine; np=none; adkim=s; aspf=S; fo=1:d:s; psd=n; t=y; rua=mailto:a@example.com, https://x.example/r;"
                    + " ruf=mailto:b%2Bc@example.org"))
        #expect(record.policy == .reject)
        #expect(record.subdomainPolicy == .quarantine)
        #expect(record.nonexistentPolicy == DMARCPolicy.none)
        #expect(record.dkimAlignment == .strict)
        #expect(record.spfAlignment == .strict)
        #expect(record.failureOptions == [.any, .dkim, .spf])
        #expect(record.publicSuffix == .no)
        #expect(record.isTesting)
        #expect(record.aggregateAddresses.map(\.text) == ["mailto:a@example.com", "https://x.example/r"])
        #expect(record.aggregateAddresses.first?.destination == "example.com")
        #expect(record.failureAddresses.first?.mailbox == "b+c@example.org")
        #expect(record.problems.isEmpty)
        #expect(record.usability == .asWritten)
    }

    @Test func takesDefaultsForWhatIsWrong() throws {
        let record = try #require(
            read("v=DMARC1; p=none; adkim=x; aspf=; psd=maybe; t=1; fo=0:1; fo=d; =x; what; pct=101; ri=x; zz=1; é=1"))
        #expect(record.dkimAlignment == .relaxed)
        #expect(record.spfAlignment == .relaxed)
        #expect(record.publicSuffix == .unknown)
        #expect(!record.isTesting)
        #expect(record.failureOptions == [.all])
        #expect(record.percentage == nil)
        let kinds = record.problems.map(\.kind)
        for wanted: DMARCRecordProblem.Kind in [
            .badValue("adkim"), .badValue("aspf"), .badValue("psd"), .badValue("t"), .badValue("fo"), .repeatedTag("fo"), .notATag,
            .obsoleteTag("pct"), .badValue("pct"), .obsoleteTag("ri"), .unknownTag("zz"), .notPrintable, .optionsWithoutAddress,
        ] {
            #expect(kinds.contains(wanted), "\(wanted)")
        }
    }

    @Test(arguments: [
        ("v=DMARC1; p=none", DMARCRecord.Usability.asWritten),
        ("v=DMARC1", .unusable),
        ("v=DMARC1; p=rejct", .unusable),
        ("v=DMARC1; p=rejct; rua=mailto:a@example.com", .asNone),
        ("v=DMARC1; rua=mailto:a@example.com", .asNone),
        ("v=DMARC1; rua=nonsense", .unusable),
        ("v=DMARC1; p=reject; sp=quarantin", .unusable),
        ("v=DMARC1; p=reject; np=quarantin; rua=mailto:a@example.com", .asNone),
        ("v=DMARC1; adkim=s; p=none", .asWritten),
    ])
    func saysHowFarItCanBeUsed(_ text: String, _ usability: DMARCRecord.Usability) {
        #expect(read(text)?.usability == usability)
    }

    @Test(
        arguments: [
            ("mailto:a@example.com!10m", 10 << 20), ("mailto:a@example.com!5", 5), ("mailto:a@example.com!999999999999999t", UInt64.max),
        ] as [(String, UInt64)])
    func readsObsoleteSizes(_ address: String, _ size: UInt64) throws {
        let record = try #require(read("v=DMARC1; p=none; rua=" + address))
        #expect(record.aggregateAddresses.first?.sizeLimit == size)
        #expect(record.aggregateAddresses.first?.text == "mailto:a@example.com")
        #expect(record.problems.map(\.kind) == [.obsoleteSize("rua")])
    }

    @Test(arguments: [
        "mailto:", "mailto:a", "mailto:@b", "a@example.com", ":x", "1:x", "mailto:a@b!x", "mailto:a b@c", "mailto:a@b!1kk", "",
    ])
    func refusesAddresses(_ address: String) {
        #expect(read("v=DMARC1; p=none; rua=" + address)?.aggregateAddresses.isEmpty == true)
    }

    @Test func saysWhereItIsWrong() throws {
        let record = try #require(read("v=DMARC1; sp=none; p=oops"))
        #expect(record.problems.map(\.offset) == [19, 21])
        #expect(record.problems.map(\.kind) == [.policyNotSecond, .badValue("p")])
        #expect(record.problems.last?.description == "a value that the tag p cannot have, at byte 21")
    }

    @Test func optionsWithoutAnAddressAreNone() throws {
        // RFC 9989 section 4.7: without `ruf` what `fo` says is passed over.
        #expect(try #require(DMARCRecord(Array("v=DMARC1; p=none; fo=d:s".utf8))).failureOptions == [.all])
        #expect(try #require(DMARCRecord(Array("v=DMARC1; p=none; fo=d:s; ruf=mailto:a@b.example".utf8))).failureOptions == [.dkim, .spf])
    }

    @Test func readsHugeRecords() throws {
        let terms = (0..<10_000).map { "t\($0)=x" }.joined(separator: ";")
        let record = try #require(read("v=DMARC1;" + terms + ";p=reject"))
        #expect(record.policy == .reject)
        #expect(record.problems.count == DMARCRecord.Limits.problems + 1)
        #expect(record.problems.last?.kind == .tooMany)
        for piece in [";", "=", "p=none;", "rua=mailto:a@b,", ",", "!", "%", " ", "fo=0:", "\u{0}"] {
            _ = read("v=DMARC1; rua=" + String(repeating: piece, count: 65_000 / piece.utf8.count))
            _ = read("v=DMARC1;" + String(repeating: piece, count: 65_000 / piece.utf8.count))
        }
        let addresses = String(repeating: "mailto:a@example.com,", count: 1000)
        #expect(read("v=DMARC1; p=none; rua=" + addresses)?.aggregateAddresses.count == DMARCRecord.Limits.addresses)
    }
}
