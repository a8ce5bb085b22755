import Domains
import Messages
import Testing

@testable import Links

@Suite struct URLParserTests {
    func parse(_ text: String) -> (href: String, url: ParsedURL)? {
        var parser = URLParser(names: PunycodeNames())
        var buffer: [UInt8] = []
        guard let url = parser.parse(Array(text.utf8).span, into: &buffer) else { return nil }
        return (String(decoding: buffer[url.whole.range], as: UTF8.self), url)
    }

    @Test(arguments: [
        ("HTTP://Chaffinch.Example:80/a/./b/../c?q=1#top", "http://chaffinch.example/a/c?q=1#top"),
        ("http:\\\\chaffinch.example\\nest", "http://chaffinch.example/nest"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://0300.0250.257/", "http://192.168.1.1/"),
        ("http://[2001:DB8:0:0:1::1]/", "http://[2001:db8::1:0:0:1]/"),
        ("https://finch:seed@chaffinch.example:8443", "https://finch:seed@chaffinch.example:8443/"),
        ("ht\ntps://chaffinch.example/a b", "https://chaffinch.example/a%20b"),
        ("http://cha%66finch.example/", "http://chaffinch.example/"),
        ("mailto:finch@chaffinch.example", "mailto:finch@chaffinch.example"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
    ])
    func readsLikeABrowser(text: String, href: String) {
        #expect(parse(text)?.href == href)
    }

    @Test(arguments: [
        "", "chaffinch.example", "http://", "http://a b/", "http://256.256.256.256/", "http://[::1/", "http://x:99999/", "http://a@/",
    ])
    func refusesWhatABrowserRefuses(text: String) {
        #expect(parse(text) == nil)
    }

    @Test func tellsHowItWasWritten() {
        #expect(parse("http://2130706433/")?.url.traits.contains(.oddIPv4) == true)
        #expect(parse("http://127.0.0.1/")?.url.traits.contains(.oddIPv4) == false)
        #expect(parse("http://bank.example@203.0.113.9/")?.url.traits.contains(.userinfo) == true)
        #expect(parse("http:/\\chaffinch.example/")?.url.traits.contains(.backslash) == true)
        #expect(parse("http://chaffinch.example/")?.url.traits == .special)
    }

    @Test func aFailureLeavesTheBufferAlone() {
        var parser = URLParser(names: PunycodeNames())
        var buffer: [UInt8] = [1, 2, 3]
        #expect(parser.parse(Array("http://a b/".utf8).span, into: &buffer) == nil)
        #expect(buffer == [1, 2, 3])
    }

    @Test func hugeInputsComeBack() {
        var parser = URLParser(names: PunycodeNames())
        var buffer: [UInt8] = []
        for unit in ["http://", "@", "a.", "../", "%2e/", "é", "[", "1.", ":", "//", "\t"] {
            for prefix in ["http://", "x:", "file://", "http://h/"] {
                buffer.removeAll(keepingCapacity: true)
                let text = Array((prefix + String(repeating: unit, count: 1_000_000 / unit.utf8.count)).utf8)
                _ = parser.parse(text.span, into: &buffer)
                #expect(buffer.count <= 3 * text.count + 16)
            }
        }
    }

    @Test func serialisingIsStable() throws {
        var parser = URLParser(names: PunycodeNames())
        var generator = SplitMix(seed: 7)
        let alphabet = Array("htps:/\\.@#?%[]25eaé1x-_ \t|".utf8)
        for _ in 0..<20_000 {
            var text = Array("http://a.example/".utf8.prefix(Int(generator.next() % 18)))
            for _ in 0..<(generator.next() % 24) { text.append(alphabet[Int(generator.next() % UInt64(alphabet.count))]) }
            var buffer: [UInt8] = []
            guard let first = parser.parse(text.span, into: &buffer) else { continue }
            let written = Array(buffer[first.whole.range])
            let second = try #require(parser.parse(written.span, into: &buffer), "\(String(decoding: written, as: UTF8.self))")
            #expect(Array(buffer[second.whole.range]) == written)
        }
    }
}

/// Ordinary addresses are read in one pass; the answer must be that of the standard's states.
@Suite struct PlainURLTests {
    /// Whether both ways agree; nothing when there is but one.
    static func agrees(_ text: Span<UInt8>, _ parser: inout URLParser) -> Bool? {
        var plain: [UInt8] = [1, 2, 3]
        var general = plain
        guard let url = PlainURL.parse(text, into: &plain) else { return plain == general ? nil : false }
        return parser.parseByStates(text, base: nil, into: &general) == url && general == plain
    }

    @Test(arguments: [
        "http://chaffinch.example", "http://chaffinch.example/", "HTTPS://Chaffinch.Example/Nest", "http://a?b", "http://a#b",
        "http://a/?#",
        "http://a/b/c.d?e=f&g=h/i?j#k#l", "https://a.b-c_d/~e/(f)/g;h=1,2|[3]", "http://a/b%20c/d..e", "mailto:finch@chaffinch.example",
        "MailTo:finch", "http://xn--bcher-kva.example/",
    ])
    func readsOrdinaryAddresses(text: String) {
        var parser = URLParser(names: PunycodeNames())
        #expect(Self.agrees(Array(text.utf8).span, &parser) == true)
    }

    @Test(arguments: [
        "http://", "http:///a", "http:\\\\a", "http://a:80/", "http://a@b/", "http://1.2.3.4/", "http://a.1/", "http://a./", "http://a/./b",
        "http://a/%2e", "http://a/..", "http://a/b c", "http://a\\b", "http://é/", "http://a/é", "http://a/?'", "http://a/#`", " http://a/",
        "http://a%41/", "mailto:a?b", "mailto:/a", "ftp://a/", "//a/", "a",
    ])
    func leavesTheRestToTheStates(text: String) {
        var parser = URLParser(names: PunycodeNames())
        #expect(Self.agrees(Array(text.utf8).span, &parser) == nil)
    }

    @Test func agreesOnAddressesDrawnByLot() {
        var parser = URLParser(names: PunycodeNames())
        var generator = SplitMix(seed: 5)
        let pieces = [
            "a", "B", "chaffinch", ".example", "1", "/", "/", ".", "..", "?", "#", "=", "%2e", "%41", "-", "_", "~", "|", "'", "\"", "<",
            "[",
            "^", "{", ":", "@", "\\", " ", "\t", "\u{7F}", "é", "\u{1}", ";", "&", "+",
        ].map { Array($0.utf8) }
        var answers = 0
        for round in 0..<60_000 {
            var text = Array(["http://", "https://", "Http://a.b", "https://a", "mailto:"][round % 5].utf8)
            for _ in 0..<(generator.next() % 8) {
                // Half of the pieces are such as leave an address plain.
                let limit = generator.next() % 2 == 0 ? 7 : pieces.count
                text += pieces[Int(generator.next() % UInt64(limit))]
            }
            guard let agrees = Self.agrees(text.span, &parser) else { continue }
            answers += 1
            #expect(agrees, "\(String(decoding: text, as: UTF8.self))")
        }
        #expect(answers > 10_000)
    }
}
