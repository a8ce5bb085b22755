import Domains
import Links
import Messages
import Testing

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
        var generator = SeededGenerator(seed: 7)
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

/// A small generator that gives the same numbers for the same seed (splitmix64).
struct SeededGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
