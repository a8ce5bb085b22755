import Domains
import Messages
import PSLDomains
import Testing

@testable import Links

/// What a finder gives, as strings.
struct Finding {
    var links: [String] = []
    var texts: [String] = []
    var contacts: [String] = []
    var found = FoundLinks()

    static let finder: LinkFinder? = {
        guard let suffixes = try? LibPSLSuffixes(), let names = try? ICUNames() else { return nil }
        return LinkFinder(suffixes: suffixes, names: names)
    }()

    init(_ text: String) throws {
        var finder = try #require(Self.finder)
        let bytes = Array(text.utf8)
        finder.find(in: bytes.span, into: &found)
        for link in found.links {
            links.append(String(decoding: found.bytes[link.address.range], as: UTF8.self))
            texts.append(String(decoding: bytes[link.text.range], as: UTF8.self))
        }
        for contact in found.contacts {
            contacts.append("\(contact.kind) \(String(decoding: found.bytes[contact.value.range], as: UTF8.self))")
        }
    }
}

@Suite struct LinkFinderTests {
    @Test(arguments: [
        ("See http://chaffinch.example/a?b=1.", "http://chaffinch.example/a?b=1"),
        ("(https://chaffinch.example/nest_(bird))", "https://chaffinch.example/nest_(bird)"),
        ("<a href=\"https://chaffinch.example/\">", "https://chaffinch.example/"),
        ("Go to www.chaffinch.com now!", "http://www.chaffinch.com"),
        ("pay at bit.ly/3xY today", "http://bit.ly/3xY"),
        ("chaffinch.co.uk/seed is it", "http://chaffinch.co.uk/seed"),
        ("Visit chaffinch.com.", "http://chaffinch.com"),
        ("https://bank.example@203.0.113.9/login", "https://bank.example@203.0.113.9/login"),
        ("http://[2001:db8::1]:8080/x", "http://[2001:db8::1]:8080/x"),
        ("203.0.113.9/login", "http://203.0.113.9/login"),
        ("访问chaffinch.com领取", "http://chaffinch.com"),
        ("请看http://chaffinch.example/去吧", "http://chaffinch.example/"),
        ("сайт пример.рф/вход открыт", "http://пример.рф/вход"),
        ("intent://scan/#Intent;end", "intent://scan/#Intent;end"),
        ("chaffinch.com:8080/x", "http://chaffinch.com:8080/x"),
        ("HTTPS://CHAFFINCH.EXAMPLE/", "https://CHAFFINCH.EXAMPLE/"),
    ])
    func findsLinks(text: String, link: String) throws {
        #expect(try Finding(text).links == [link])
    }

    static let disguised: [(String, String, FoundLink.Flags)] = [
        ("hxxp://chaffinch.example/x", "http://chaffinch.example/x", FoundLink.Flags.defanged),
        ("hXXps[:]//chaffinch[.]example/x", "https://chaffinch.example/x", .defanged),
        ("h**p://chaffinch.example", "http://chaffinch.example", .defanged),
        ("chaffinch[.]com", "http://chaffinch.com", .defanged),
        ("chaffinch (dot) com", "http://chaffinch.com", [.defanged, .spaced]),
        ("www . chaffinch . com", "http://www.chaffinch.com", .spaced),
        ("chaffinch. com/seed", "http://chaffinch.com/seed", .spaced),
        ("chaffinches dot com is open", "http://chaffinches.com", [.spelledDot, .spaced]),
        ("chaffinch。com", "http://chaffinch.com", .unicodeDot),
        ("www．chaffinch．com", "http://www.chaffinch.com", .unicodeDot),
        ("chaff\u{200B}inch.com/x", "http://chaffinch.com/x", .invisible),
        ("http://ch%61ffinch.example/", "http://chaffinch.example/", .encodedHost),
        ("http:/\\/\\chaffinch.example/", "http://chaffinch.example/", .oddSlashes),
        ("http: //chaffinch.example/", "http://chaffinch.example/", .spaced),
    ]

    @Test(arguments: disguised)
    func findsDisguisedLinks(text: String, link: String, flags: FoundLink.Flags) throws {
        let finding = try Finding(text)
        #expect(finding.links == [link])
        #expect(finding.found.links.first?.flags == flags)
    }

    @Test(arguments: [
        "The end.Then it began.", "See report.pdf and index.html", "i.e. this, e.g. that", "Is it.is so", "at 3.14 or 2.5.1", "U.S.A.",
        "a.m. and p.m.", "Node.js and readme.md", "Call me. In time.", "note: this", "1,000.00", "end of line. com", "the dot com bubble",
        "...", "path/to/file.com", "x@y", "ratio 3:4", "void main.cpp", "time 12:30.",
    ])
    func leavesOrdinaryWritingAlone(text: String) throws {
        let finding = try Finding(text)
        #expect(finding.links.isEmpty)
        #expect(finding.contacts.isEmpty)
    }

    @Test(arguments: [
        ("write to Finch.Song@Chaffinch.Example.", ["mailbox finch.song@chaffinch.example"]),
        ("finch (at) chaffinch [dot] example", ["mailbox finch@chaffinch.example"]),
        ("mailto:finch@chaffinch.example", ["mailbox finch@chaffinch.example"]),
        ("follow @chaffinch_song", ["handle chaffinch_song"]),
        ("https://t.me/chaffinch_song", ["telegram chaffinch_song"]),
        ("wa.me/15551234567", ["whatsapp 15551234567"]),
        ("call +44 20 7946 0123 today", ["phone +442079460123"]),
        ("call 0044 20 7946 0123 today", ["phone +442079460123"]),
        ("call 09061701461 now", ["phone 09061701461"]),
        ("(555) 010-0199", ["phone 5550100199"]),
        ("call 1-800-FLOWERS", ["phone 18003569377"]),
        ("06 12 34 56 78", ["phone 0612345678"]),
        ("IBAN GB82 WEST 1234 5698 7654 32.", ["iban GB82WEST12345698765432"]),
        ("send to 12qBmwPUQiLN5VTw4oAxcVdNzT7ADjVwvA", ["bitcoin 12qBmwPUQiLN5VTw4oAxcVdNzT7ADjVwvA"]),
        ("bitcoin:bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", ["bitcoin bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"]),
        ("33XChUsuxcekAfANBtqZ37zK8yPsgyMwSC", ["bitcoin 33XChUsuxcekAfANBtqZ37zK8yPsgyMwSC"]),
        ("TBoPmzmCZSTKEfXZf4pg8eKWuErURgieqN", ["tron TBoPmzmCZSTKEfXZf4pg8eKWuErURgieqN"]),
        ("LM4939hJVNaRLJA6EwAFtWh9CfUSGJoi7M", ["litecoin LM4939hJVNaRLJA6EwAFtWh9CfUSGJoi7M"]),
        ("0x52908400098527886E0F7030069857D2E4169EE7", ["ethereum 0x52908400098527886E0F7030069857D2E4169EE7"]),
    ])
    func findsContacts(text: String, contacts: [String]) throws {
        #expect(try Finding(text).contacts == contacts)
    }

    @Test(arguments: [
        "on 2024-05-06 or 06/05/2024", "costs $1234567", "order 12345678901234567890123", "1 2 3 4 5 6 7 8", "GB82 WEST 1234 5698 7654 33",
        "12qBmwPUQiLN5VTw4oAxcVdNzT7ADjVwvB", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", "0.1234567", "1,234,567", "10:30:45",
    ])
    func leavesOrdinaryNumbersAlone(text: String) throws {
        #expect(try Finding(text).contacts.isEmpty)
    }

    /// FIPS 180-4's example, and one of two blocks.
    @Test func hashesAsTheStandardSays() {
        func hex(_ bytes: [UInt8]) -> String { bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
        #expect(hex(SHA256.hash(Array("abc".utf8)[...])) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let two = Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
        #expect(hex(SHA256.hash(two[...])) == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    }

    @Test func countsCardsAndKeepsNone() throws {
        let finding = try Finding("card 4111 1111 1111 1111, not 4111 1111 1111 1112")
        #expect(finding.found.paymentCards == 1)
        #expect(finding.contacts.isEmpty)
    }

    @Test func chargesAreToldByPrefix() throws {
        #expect(try Finding("09061701461").found.contacts.first?.flags == .premium)
        #expect(try Finding("0800 123 4567").found.contacts.first?.flags == .tollFree)
        #expect(try Finding("+44 20 7946 0123").found.contacts.first?.flags == .international)
    }

    @Test func limitsHold() throws {
        var limits = LinkLimits()
        limits.links = 2
        limits.contacts = 1
        var finder = LinkFinder(suffixes: try LibPSLSuffixes(), names: try ICUNames(), limits: limits)
        var found = FoundLinks()
        finder.find(in: Array("http://a.example http://b.example http://c.example x@a.example y@a.example".utf8).span, into: &found)
        #expect(found.links.count == 2)
        #expect(found.contacts.count == 1)
        #expect(found.isCut)
        found.reset()
        finder.find(in: Array("http://a.example/\(String(repeating: "x", count: 9_000)) end".utf8).span, into: &found)
        #expect(found.links.first?.flags == .truncated)
        #expect(found.bytes.count <= limits.urlBytes)
    }

    @Test func hostileTextsComeBack() throws {
        var finder = try #require(Finding.finder)
        var found = FoundLinks()
        let units = [
            "http://", "@", "1.", ".", "a.", "a@", "[.]", " dot ", "(", "+", "1 ", "h:", "x.y ", "é。", "。", "a\u{200B}.", "www . ", "0x1",
            "%2e", "1a",
            "GB82 ", "http: / /", "@a.b", "a.com/", ":", "://", "a at b dot c ", "{at}",
        ]
        for unit in units {
            found.reset()
            let text = Array(String(repeating: unit, count: 1_000_000 / unit.utf8.count).utf8)
            finder.find(in: text.span, into: &found)
            #expect(found.bytes.count < 16_000_000)
        }
    }

    /// Blocks are laid over a text from wherever the last find ended; where a find stands must not matter.
    @Test func placeInTheTextDoesNotMatter() throws {
        var finder = try #require(Finding.finder)
        let written = [
            "http://chaffinch.example/a", "chaffinch.com/x", "www . chaffinch . com", "finch (at) chaffinch [dot] com",
            "chaffinches dot com",
            "访问chaffinch。com", "+44 20 7946 0123", "1-800-FLOWERS", "finch@chaffinch.com", "GB82WEST12345698765432", "hxxp[://]a.example/",
        ]
        for text in written {
            let alone = try Finding(text)
            #expect(alone.found.links.count + alone.found.contacts.count > 0, "\(text)")
            for before in 1..<140 {
                var found = FoundLinks()
                let bytes =
                    Array(repeating: 45, count: before - 1) + [32] + Array(text.utf8) + [32] + Array(repeating: 45, count: 140 - before)
                finder.find(in: bytes.span, into: &found)
                #expect(found.bytes == alone.found.bytes, "\(text) behind \(before)")
            }
        }
    }

    @Test func mutationsComeBackWithRangesInside() throws {
        var finder = try #require(Finding.finder)
        var found = FoundLinks()
        var generator = SplitMix(seed: 11)
        let seeds = [
            "See hxxps[:]//chaffinch[.]example/a?b=c or www . chaffinch . com/x, call +44 (20) 7946-0123, finch (at) chaffinch [dot] com",
            "访问chaffinch。com领取 IBAN GB82 WEST 1234 5698 7654 32 http://[::1]:80/ 1-800-FLOWERS t.me/finch @chaffinch 4111 1111 1111 1111",
        ].map { Array($0.utf8) }
        for round in 0..<20_000 {
            var text = seeds[round % seeds.count]
            for _ in 0..<(1 + generator.next() % 6) {
                let at = Int(generator.next() % UInt64(text.count))
                switch generator.next() % 3 {
                case 0: text[at] = UInt8(truncatingIfNeeded: generator.next())
                case 1: text.remove(at: at)
                default: text.insert(text[Int(generator.next() % UInt64(text.count))], at: at)
                }
            }
            text.removeLast(Int(generator.next() % 8))
            found.reset()
            finder.find(in: text.span, into: &found)
            for link in found.links where Int(link.text.end) > text.count || Int(link.address.end) > found.bytes.count {
                Issue.record("a range lies outside")
            }
            for contact in found.contacts where Int(contact.text.end) > text.count || Int(contact.value.end) > found.bytes.count {
                Issue.record("a range lies outside")
            }
        }
    }
}
