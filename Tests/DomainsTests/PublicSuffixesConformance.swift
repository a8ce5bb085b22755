import Domains
import Testing

/// The promises that every public suffix list keeps, over a small set of rules that all lists contain.
struct PublicSuffixesConformance {
    let suffixes: any PublicSuffixes

    init(_ suffixes: any PublicSuffixes) {
        self.suffixes = suffixes
    }

    func registrable(_ host: String) -> String? {
        let bytes = Array(host.utf8)
        guard let start = suffixes.registrableDomain(of: bytes.span) else { return nil }
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    func run() {
        #expect(registrable("mail.chaffinch.example.co.uk") == "example.co.uk")
        #expect(registrable("MAIL.Example.CO.UK") == "Example.CO.UK")
        #expect(registrable("example.com.") == "example.com.")
        #expect(registrable("a.b.finch.github.io") == "finch.github.io")
        #expect(registrable("a.www.ck") == "www.ck")
        #expect(registrable("a.b.c.other.ck") == "c.other.ck")
        for none in ["", ".", "..", "com", "co.uk", ".com", "a..com", "github.io", "other.ck"] {
            #expect(registrable(none) == nil, "\(none)")
        }
        #expect(suffixes.match(Array("x.github.io".utf8).span)?.section == .privateDomains)
        #expect(suffixes.match(Array("x.co.uk".utf8).span)?.section == .icann)
        #expect(suffixes.match(Array("x.chaffinch-unlisted".utf8).span)?.section == SuffixMatch.Section.none)
        #expect(suffixes.match(Array("x.co.uk".utf8).span)?.suffix == 2)
        // Hostile hosts come back, with whatever answer.
        for hostile in [[UInt8](repeating: 46, count: 1_000_000), [UInt8](repeating: 97, count: 1_000_000), [0, 46, 0], [255, 46, 254]] {
            _ = suffixes.match(hostile.span)
        }
        _ = suffixes.match(Array(String(repeating: "a.", count: 500_000).utf8).span)
    }
}

/// The promises that every implementation of international names keeps.
struct InternationalNamesConformance {
    let names: any InternationalNames

    init(_ names: any InternationalNames) {
        self.names = names
    }

    func ascii(_ name: String) -> (String, NameErrors) {
        var output: [UInt8] = []
        let errors = names.toASCII(Array(name.utf8).span, into: &output)
        return (String(decoding: output, as: UTF8.self), errors)
    }

    func unicode(_ name: String) -> (String, NameErrors) {
        var output: [UInt8] = []
        let errors = names.toUnicode(Array(name.utf8).span, into: &output)
        return (String(decoding: output, as: UTF8.self), errors)
    }

    func run() {
        #expect(ascii("WWW.Example.COM") == ("www.example.com", []))
        #expect(ascii("bücher.example") == ("xn--bcher-kva.example", []))
        #expect(ascii("chaffinch。example") == ("chaffinch.example", []))
        #expect(ascii("ｃhaf\u{200B}finch.example") == ("chaffinch.example", []))
        #expect(ascii("日本語.jp.") == ("xn--wgv71a119e.jp.", []))
        #expect(unicode("xn--bcher-kva.example") == ("bücher.example", []))
        #expect(unicode("xn--wgv71a119e.JP") == ("日本語.jp", []))
        #expect(ascii("xn--\u{62}ad-!!!.example").1.isDisjoint(with: [.punycode, .invalidEncodedLabel]) == false)
        #expect(unicode("xn--99999999.example").1.isDisjoint(with: [.punycode, .invalidEncodedLabel]) == false)
        #expect(ascii("a..example").1.contains(.emptyLabel))
        #expect(ascii("").1.contains(.emptyLabel))
        #expect(ascii(String(repeating: "a", count: 64)).1.contains(.labelTooLong))
        #expect(!ascii(String(repeating: "a", count: 63)).1.contains(.labelTooLong))
        #expect(ascii(String(repeating: "ab.", count: 200)).1.contains(.nameTooLong))
        var output: [UInt8] = [7]
        #expect(names.toASCII([0xC3, 0x28].span, into: &output).contains(.disallowed))
        #expect(output[0] == 7, "what was there stays")
        for hostile in [[UInt8](repeating: 0xE6, count: 1_000_000), [UInt8](repeating: 46, count: 1_000_000)] {
            #expect(!names.toASCII(hostile.span, into: &output).isEmpty)
            #expect(!names.toUnicode(hostile.span, into: &output).isEmpty)
        }
    }
}
