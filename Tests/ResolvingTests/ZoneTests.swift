import Messages
import Resolving
import Testing
import ZoneFiles

/// What a zone in memory answers, as a recursive server would.
struct ZoneTests {
    private let zone: Zone

    init() throws {
        zone = try ZoneFile(
            Array(
                """
                $ORIGIN example.org.
                @ 1h IN SOA ns1 hostmaster 7 2h 1h 2w 10m
                  IN MX 10 mail
                  TXT "v=spf1 " "mx -all"
                mail A 192.0.2.1
                     AAAA 2001:db8::1
                www CNAME mail
                loop CNAME pool
                pool CNAME loop
                *.wild A 192.0.2.9
                slow ANY !timeout
                half TXT !truncated
                _443._tcp.mail TLSA 3 1 1 00ff
                a.b.deep TXT (quoted ; a comment
                    "two words")
                """.utf8)
        ).zone
    }

    private func ask(_ name: String, _ type: RecordType) throws -> Answer {
        zone.answer(to: Question(try #require(DomainName(name)), type))
    }

    @Test func stringsOfATextAreJoined() throws {
        #expect(try ask("example.org", .txt).texts == [Array("v=spf1 mx -all".utf8)])
        #expect(try ask("a.b.deep.example.org", .txt).texts == [Array("quotedtwo words".utf8)])
    }

    @Test func namesAreRelativeToTheOriginAndCompareWithoutCase() throws {
        let mail = try #require(DomainName("mail.example.org"))
        #expect(try ask("EXAMPLE.org.", .mx).records == [.mailExchange(preference: 10, host: mail)])
        #expect(try ask("mail.example.org", .aaaa).records == [.address(try #require(IPAddress("2001:db8::1")))])
    }

    @Test func aliasesAreFollowedAndLoopsAreAFailure() throws {
        let answer = try ask("www.example.org", .a)
        #expect(answer.records == [.address(.v4(0xC000_0201))])
        #expect(answer.aliases == [DomainName("mail.example.org")])
        #expect(try ask("loop.example.org", .a).outcome == .failed(code: 2))
        #expect(try ask("www.example.org", .cname).records == [.name(try #require(DomainName("mail.example.org")))])
    }

    @Test func nothingIsToldApartFromNoName() throws {
        #expect(try ask("mail.example.org", .mx).outcome == .noData)
        #expect(try ask("b.deep.example.org", .a).outcome == .noData, "RFC 8020: a name above one that exists")
        let absent = try ask("absent.example.org", .a)
        #expect(absent.outcome == .nonexistent)
        #expect(absent.authority == DomainName("example.org"))
    }

    @Test func wildcardsAnswerForWhatDoesNotExist() throws {
        #expect(try ask("any.thing.wild.example.org", .a).records == [.address(.v4(0xC000_0209))])
        #expect(try ask("any.wild.example.org", .txt).outcome == .noData)
    }

    @Test func outcomesAreSaidByWords() throws {
        #expect(try ask("slow.example.org", .a).outcome == .timedOut)
        #expect(try ask("half.example.org", .txt).outcome == .truncated)
        #expect(try ask("half.example.org", .a).outcome == .noData)
    }

    @Test(arguments: [
        ".", "a b.example", "$ORIGIN.example", "@", "!x.example", "a;b(c\"d\\e.example", "\u{FC}.example", "*.example", "3600.in",
    ])
    func aTranscriptKeepsNamesOfAllBytes(name: String) throws {
        let target = try #require(name == "." ? .root : DomainName(name))
        let owner = try #require(DomainName("owner.example"))
        var zone = Zone()
        zone.add(.mailExchange(preference: 1, host: target), .mx, at: owner)
        zone.add(.name(target), .cname, at: try #require(DomainName("alias.example")))
        zone.add(.text([1]), .txt, at: target)
        let questions = [
            Question(owner, .mx), Question(target, .txt), Question(target, .a), Question(try #require(DomainName("alias.example")), .txt),
        ]
        let transcript = questions.map { ($0, zone.answer(to: $0)) }
        let copy = try ZoneFile(Array(ZoneFile.text(of: transcript).utf8)).zone
        for (question, answer) in transcript {
            let again = copy.answer(to: question)
            #expect(again.records == answer.records && again.aliases == answer.aliases, "\(question)")
        }
    }

    @Test(arguments: [RecordType.a, .aaaa, .mx, .srv, .soa, .tlsa, .caa, .ptr, .ns])
    func aTranscriptKeepsRecordsThatAreNotWhatTheirTypeHas(type: RecordType) throws {
        let owner = try #require(DomainName("owner.example"))
        var records: [RecordData] = [.other([]), .other([0x00, 0x12]), .other([0x23, 0xFF, 0x0A])]
        if type == .caa { records.append(.certificationAuthority(flags: 0, tag: [0x20, 0x22], value: [])) }
        if type == .tlsa { records.append(.tlsAssociation(usage: 3, selector: 1, matchingType: 1, data: [])) }
        var zone = Zone()
        for record in records { zone.add(record, type, at: owner) }
        let question = Question(owner, type)
        let text = ZoneFile.text(of: [(question, zone.answer(to: question))])
        #expect(try ZoneFile(Array(text.utf8)).zone.answer(to: question).records == records)
    }

    @Test func aTranscriptReadsBackAsTheSameAnswers() async throws {
        let recorder = RecordingResolver(zone)
        let questions: [(String, RecordType)] = [
            ("www.example.org", .a), ("absent.example.org", .txt), ("slow.example.org", .mx), ("example.org", .txt), ("example.org", .mx),
            ("_443._tcp.mail.example.org", .tlsa),
        ]
        for (name, type) in questions {
            _ = await recorder.answer(to: Question(try #require(DomainName(name)), type), within: .seconds(1))
        }
        let copy = try ZoneFile(Array(ZoneFile.text(of: recorder.transcript).utf8)).zone
        for (question, answer) in recorder.transcript {
            let again = copy.answer(to: question)
            #expect(again.outcome == answer.outcome)
            #expect(again.records == answer.records)
            #expect(again.aliases == answer.aliases)
        }
    }

    /// Who said no is part of an answer: CSA tells by it whether a whole domain is missing.
    @Test func aTranscriptKeepsWhoSaidNo() throws {
        func name(_ text: String) throws -> DomainName { text == "." ? .root : try #require(DomainName(text)) }
        let denials: [(String, RecordType, Answer.Outcome, String?)] = [
            ("_client._smtp.mail.nope.test", .srv, .nonexistent, "."), ("_client._smtp.nope.test", .srv, .nonexistent, "."),
            ("mail.one.example", .mx, .noData, "one.example"), ("below.mail.one.example", .a, .nonexistent, "one.example"),
            ("*.one.example", .a, .nonexistent, "one.example"), ("other.one.example", .txt, .nonexistent, "one.example"),
            ("two.example", .txt, .nonexistent, nil), ("three.example", .txt, .nonexistent, "example"),
            ("a.three.example", .txt, .timedOut, nil), ("one.example", .soa, .noData, "one.example"),
        ]
        let mail = Question(try name("mail.one.example"), .a)
        var transcript = [(question: mail, answer: Answer(records: [.address(.v4(1))]))]
        for (owner, type, outcome, authority) in denials {
            transcript.append((Question(try name(owner), type), Answer(outcome, authority: try authority.map(name))))
        }
        let copy = try ZoneFile(Array(ZoneFile.text(of: transcript).utf8)).zone
        for (question, answer) in transcript {
            let again = copy.answer(to: question)
            #expect(again.outcome == answer.outcome && again.records == answer.records, "\(question)")
            // A name that exists only since one below it was asked for has a line of its own, which says nothing of who spoke.
            if question.name != DomainName("three.example"), question.type != .soa {
                #expect(again.authority == answer.authority, "\(question)")
            }
        }
        // A name with a star that is not there makes no wildcard.
        #expect(copy.answer(to: Question(try name("new.one.example"), .a)).outcome == .nonexistent)
    }

    @Test func aDotInsideALabelIsNoEndOfIt() throws {
        let file = try ZoneFile(
            Array(
                """
                $ORIGIN example.org.
                @ SOA ns john\\.doe 1 2 3 4 5
                a\\.b A 192.0.2.1
                    TXT "passed over"
                c\\046d A 192.0.2.1
                _ipp._tcp PTR Printer\\.1._ipp._tcp
                text TXT a\\.b
                """.utf8))
        #expect(Set(file.zone.names.map(\.description)) == ["example.org", "text.example.org"])
        let text = Question(try #require(DomainName("text.example.org")), .txt)
        #expect(file.zone.answer(to: text).texts == [Array("a.b".utf8)])
        for record in ["m MX 10 a\\.b", "c CNAME a\\.b", "$ORIGIN a\\.b."] {
            #expect { try ZoneFile(Array(record.utf8)) } throws: { ($0 as? ZoneFileError)?.problem.contains("dot inside a label") == true }
        }
    }

    @Test(arguments: ["a.example. TXT x", "{\"a.example\": [{\"TXT\": \"x\"}]}", "a.example:\n  - TXT: x\n"])
    func aByteOrderMarkIsPassedOver(text: String) throws {
        let zone = try WrittenZone.zone(from: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(zone.answer(to: Question(try #require(DomainName("a.example")), .txt)).texts == [Array("x".utf8)])
    }

    @Test(arguments: ["{", "[\"a\": ", "- name: \t", "\"a\": 1\n\"a\": "])
    func whatIsWrongIsSaidInALine(start: String) {
        let text = start + String(repeating: "\"x\": [1] {", count: 10_000)
        #expect { try StructuredZone.zone(from: text) } throws: { ($0 as? ZoneFileError)?.description.utf8.count ?? .max < 2000 }
    }

    @Test(arguments: [
        ("a A 192.0.2.300", 1), ("\n\nb MX mail", 3), ("c TXT \"open", 1), ("d TXT (\nx", 1), ("e TXT )", 1), ("@ A 192.0.2.1", 1),
        ("$INCLUDE other", 1), ("f A !later", 1), ("  TXT x", 1), ("a..b TXT x", 1), ("g TXT \\", 1), ("h TXT \\999", 1),
    ])
    func mistakesNameTheirLine(text: String, line: Int) {
        #expect { try ZoneFile(Array(text.utf8)) } throws: { ($0 as? ZoneFileError)?.line == line }
    }

    @Test func theShapesOfTestSuitesAreRead() throws {
        let suites = try StructuredZone.zone(
            from:
                #"{"zonedata": {"e.org": [{"SPF": "v=spf1 \u0096"}, {"MX": [5, "m.e.org"]}], "t.org": ["TIMEOUT"], "o.org": [{"SPF": "x"}, {"TXT": "y"}]}}"#
        )
        #expect(suites.answer(to: Question(try #require(DomainName("e.org")), .txt)).texts == [Array("v=spf1 ".utf8) + [0x96]])
        #expect(suites.answer(to: Question(try #require(DomainName("t.org")), .a)).outcome == .timedOut)
        #expect(suites.answer(to: Question(try #require(DomainName("o.org")), .txt)).texts == [Array("y".utf8)])
        let list = try StructuredZone.zone(
            from: #"[{"name": "s.org", "type": "SRV", "data": "1 2 0 s.org."}, {"name": "n.org", "type": "a", "rcode": "nxdomain"}]"#)
        let target = try #require(DomainName("s.org"))
        #expect(
            list.answer(to: Question(target, .srv)).records == [.service(priority: 1, weight: 2, port: 0, target: target)])
        #expect(list.answer(to: Question(try #require(DomainName("n.org")), .a)).outcome == .nonexistent)
    }
}
