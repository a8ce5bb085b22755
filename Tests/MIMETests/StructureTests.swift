import MIME
import Messages
import Testing

@Suite struct StructureTests {
    @Test func fieldsKeepTheirRawRanges() {
        let message = Sample.parse("Subject: a\n  b\nX-Own:c\n\nText\n")
        #expect(message.headers.map { Sample.string($0.name, of: message) } == ["Subject", "X-Own"])
        #expect(message.headers.map { Sample.string($0.body, of: message) } == [" a\r\n  b", "c"])
        #expect(message.headers.map(\.known) == [.subject, .other])
        #expect(Sample.body(0, of: message) == "Text\r\n")
        #expect(message.defects.isEmpty)
    }

    @Test func everyKnownNameIsFoundInAnyCase() {
        for name in HeaderName.allCases where name != .other {
            #expect(HeaderName(Array(name.rawValue.uppercased().utf8).span) == name)
            #expect(HeaderName(Array(name.rawValue.lowercased().utf8).span) == name)
            #expect(HeaderName(Array((name.rawValue + "x").utf8).span) == .other)
        }
    }

    @Test(arguments: [
        ("From bird@nest.example Sat Nov 21 02:00:00 2026\nSubject: a\n\nText", [Defect.Kind](), "Text"),
        ("\n\nSubject: a\n\nText", [.leadingBlankLines], "Text"),
        ("Subject : a\n\nText", [.spaceBeforeColon], "Text"),
        (": a\n\nText", [.emptyHeaderName], "Text"),
        ("Subject: a\nno field\nTo: b\n\nText", [.malformedHeaderLine], "Text"),
        ("Subject: a\nSeed for you\nand more", [.missingBlankLine], "Seed for you\r\nand more"),
        ("Just text\nin two lines", [.noHeader], "Just text\r\nin two lines"),
        ("Subject: a\n \n\nText", [.blankFold], "Text"),
        ("Subject: caf\u{E9}\n\nText", [.unencodedHeader], "Text"),
        ("Subject: a\u{0}b\n\nText", [.nullInHeader], "Text"),
        ("Subject: a\rb\n\nText", [.bareCarriageReturn], "Text"),
        ("Content-Type: text/plain\n\nText", [.missingMIMEVersion], "Text"),
        ("Content-Type: text\nMIME-Version: 1.0\n\nText", [], "Text"),
        ("MIME-Version: 1.0\nContent-Type: charset=utf-8\n\nText", [.invalidContentType], "Text"),
        ("MIME-Version: 1.0\nContent-Type: text/html\nContent-Type: text/plain\n\nText", [.duplicateContentType], "Text"),
        ("MIME-Version: 1.0\nContent-Transfer-Encoding: 9bit\n\nText", [.unknownTransferEncoding], "Text"),
        ("MIME-Version: 1.0\nContent-Type: multipart/mixed\n\nText", [.missingBoundary], "Text"),
        ("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"\"\n\nText", [.missingBoundary], "Text"),
        ("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\nText", [.boundaryNotFound], "Text"),
        ("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b--\nText", [.multipartWithoutParts], "--b--\r\nText"),
    ])
    func brokenHeaders(text: String, kinds: [Defect.Kind], body: String) {
        let message = Sample.parse(text)
        #expect(Sample.kinds(message) == kinds)
        #expect(Sample.body(0, of: message) == body)
        #expect(message.parts.count == 1)
        #expect(Sample.breachOfReading(message) == nil)
    }

    @Test func linesMayEndInAnyWay() {
        let text = "Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\nbefore\n--b\n\none\n--b--\nafter"
        for (ending, extra) in [("\n", [Defect.Kind]()), ("\r\n", []), ("\r", [.bareCarriageReturnLines])] {
            let bytes = text.utf8.flatMap { $0 == 10 ? Array(ending.utf8) : [$0] }
            let message = MailParser().parse(bytes)
            #expect(Sample.outline(message) == ["multipartMixed", " textPlain"])
            #expect(Sample.body(1, of: message) == "one")
            #expect(Sample.kinds(message) == extra)
            #expect(Sample.string(message.preamble(of: 0), of: message) == "before")
            #expect(Sample.string(message.epilogue(of: 0), of: message) == "after")
        }
    }

    @Test func mediaTypesAreReadLeniently() {
        let cases: [(String, Part.Kind, String)] = [
            ("text/html; charset=utf-8", .textHTML, "utf-8"),
            ("TEXT/Plain; Charset=\"koi8-r\"", .textPlain, "koi8-r"),
            ("text (a (nested) comment) / html (x) ; (y) charset = (z) utf-8", .textHTML, "utf-8"),
            ("text/plain charset=utf-8", .textPlain, "utf-8"),
            ("text/plain;;; charset=\"utf-8", .textPlain, "utf-8"),
            ("text/plain; charset*=us-ascii'en'utf-8", .textPlain, "utf-8"),
            ("text/calendar; method=REQUEST", .textCalendar, ""),
            ("text/plain; charset=a; charset=b", .textPlain, "a"),
            ("application/xhtml+xml", .textHTML, ""), ("message/partial", .messagePartial, ""), ("x/y", .application, ""),
            ("image/png; name=\"a;charset=b\"", .image, ""), ("font/woff2", .font, ""), ("/", .textPlain, ""), ("", .textPlain, ""),
        ]
        for (value, kind, charset) in cases {
            let message = Sample.parse("MIME-Version: 1.0\nContent-Type: \(value)\n\nText")
            #expect(message.parts[0].kind == kind, "\(value)")
            #expect(Sample.string(message.parts[0].charset, of: message) == charset, "\(value)")
        }
    }

    @Test(arguments: [
        ("b", "b"), ("\"b\"", "b"), ("\"a b\"", "a b"), ("\"a\\\"b\"", "a\"b"), ("\"ab \"", "ab"), ("\"a\n b\"", "a b"),
        ("----=_Part.1", "----=_Part.1"), ("\"b", "b"), ("b (comment)", "b"),
    ])
    func boundariesAreReadLeniently(value: String, line: String) {
        let message = Sample.parse("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\(value)\n\n--\(line)\n\none\n--\(line)--\n")
        #expect(Sample.outline(message) == ["multipartMixed", " textPlain"])
        #expect(Sample.body(1, of: message) == "one")
    }

    @Test func boundariesInPiecesAreJoined() {
        for type in ["boundary*0=\"a\"; boundary*1=b", "boundary*=us-ascii''a%62", "boundary*0*=us-ascii''a; boundary*1*=%62"] {
            let message = Sample.parse("MIME-Version: 1.0\nContent-Type: multipart/mixed; \(type)\n\n--ab\n\none\n--ab--\n")
            #expect(Sample.body(1, of: message) == "one", "\(type)")
        }
    }

    @Test func oneBoundaryMayBeginWithAnother() {
        let message = Sample.parse(
            """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: multipart/alternative; boundary=b-1

            --b-1

            one
            --b-1--
            --b

            two
            --b--

            """)
        #expect(Sample.outline(message) == ["multipartMixed", " multipartAlternative", "  textPlain", " textPlain"])
        #expect(Sample.body(2, of: message) == "one")
        #expect(Sample.body(3, of: message) == "two")
        #expect(message.defects.isEmpty)
    }

    @Test func anOuterBoundaryEndsWhatIsInside() {
        let message = Sample.parse(
            """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: multipart/alternative; boundary=i

            --i

            one
            --b

            two

            """)
        #expect(Sample.outline(message) == ["multipartMixed", " multipartAlternative", "  textPlain", " textPlain"])
        #expect(Sample.body(2, of: message) == "one")
        #expect(Sample.kinds(message) == [.missingEndBoundary, .missingEndBoundary])
    }

    @Test func theSameBoundaryTwiceIsTheInnerOne() {
        let message = Sample.parse(
            """
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: multipart/mixed; boundary=b

            --b

            one
            --b--
            --b

            two
            --b--

            """)
        #expect(Sample.outline(message) == ["multipartMixed", " multipartMixed", "  textPlain", " textPlain"])
        #expect(Sample.kinds(message) == [.repeatedBoundary])
    }

    @Test func textAfterABoundaryIsForgiven() {
        let message = Sample.parse(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b seed\n\none\n--bird\n--b-- seed\nhidden")
        #expect(Sample.body(1, of: message) == "one\r\n--bird")
        #expect(Sample.string(message.epilogue(of: 0), of: message) == "hidden")
        #expect(Sample.kinds(message) == [.textAfterBoundary, .textAfterBoundary])
    }

    @Test func embeddedMessagesHaveTheirOwnHeaders() {
        let message = Sample.parse(
            """
            MIME-Version: 1.0
            Content-Type: multipart/digest; boundary=b

            --b

            Subject: first

            one
            --b
            Content-Type: message/rfc822

            Subject: second
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=c

            --c

            two
            --c--
            --b
            Content-Type: text/plain

            three
            --b--

            """)
        #expect(
            Sample.outline(message) == [
                "multipartDigest", " message", "  textPlain", " message", "  multipartMixed", "   textPlain", " textPlain",
            ])
        #expect(Sample.body(2, of: message) == "one")
        #expect(Sample.body(5, of: message) == "two")
        #expect(message.ownHeaders.allSatisfy { $0.known != .subject })
        #expect(Sample.kinds(message) == [])
    }

    @Test func aPartWithoutBlankLineKeepsItsText() {
        let message = Sample.parse("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nplain seed\n--b\nX: y\n--b--")
        #expect(Sample.outline(message) == ["multipartMixed", " textPlain", " textPlain"])
        #expect(Sample.body(1, of: message) == "plain seed")
        #expect(Sample.body(2, of: message) == "")
        #expect(Sample.kinds(message) == [.missingBlankLine, .missingBlankLine])
    }

    @Test func presentationIsRead() {
        for (value, presentation) in [
            ("inline", Part.Presentation.inline), ("Attachment; filename=a", .attachment), ("x-own", .attachment),
            ("filename=a", .unspecified),
        ] {
            #expect(Sample.parse("Content-Disposition: \(value)\n\n").parts[0].presentation == presentation)
        }
    }

    @Test func uuencodedFilesAreFoundInText() {
        let message = Sample.parse(
            "Subject: a\n\nlook\nbegin 644 two words.txt\n#0V%T\n`\nend\nbegin 123 to talk\nabout seed\nbegin 0755 b\n#0V%T\n")
        let files = message.uuencodedFiles(in: 0)
        #expect(files.map { Sample.string($0.name, of: message) } == ["two words.txt", "b"])
        var decoder = PartDecoder()
        var output: [UInt8] = []
        let clean = decoder.bytes(of: files[0].part(in: 0, of: message), in: message, into: &output)
        #expect(output == Array("Cat".utf8) && clean.defects.isEmpty)
        let broken = decoder.bytes(of: files[1].part(in: 0, of: message), in: message, into: &output)
        #expect(output == Array("CatCat".utf8) && broken.defects.map(\.kind) == [.malformedUuencode])
    }
}
