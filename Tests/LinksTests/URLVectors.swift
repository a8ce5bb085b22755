import Domains
import Messages
import PSLDomains
import TestSupport
import Testing

@testable import Links

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The web platform's own cases for URL parsing (WPT `url/resources/urltestdata.json`).
@Suite struct URLVectors {
    struct Case: Decodable {
        var input: String
        var base: String?
        var failure: Bool?
        var href: String?
        var username: String?
        var password: String?
        var hostname: String?
        var port: String?
        var pathname: String?
        var search: String?
        var hash: String?
    }

    /// The file's elements are cases, or strings that are comments.
    struct Element: Decodable {
        var value: Case?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if (try? container.decode(String.self)) == nil { value = try container.decode(Case.self) }
        }
    }

    @Test func webPlatformCases() throws {
        guard let path = SharedData.vectors("unicode-url/urltestdata.json") else { return }
        // Lone surrogates cannot be said in UTF-8; they are replaced before decoding, and their cases skipped.
        let data = Self.replacingLoneSurrogates(try SharedData.bytes(at: path))
        let elements = try JSONDecoder().decode([Element].self, from: Data(data))
        var count = CaseCount("url")
        var parser = URLParser(names: try ICUNames())
        for test in elements.compactMap(\.value) {
            if test.input.contains("SURROGATE") {
                count.skip(because: "a lone surrogate cannot be said in UTF-8 (Unicode 15 section 3.9, D92)")
                continue
            }
            #expect(PlainURLTests.agrees(Array(test.input.utf8).span, &parser) != false, "\(test.input.debugDescription)")
            count.check(Self.passes(test, &parser), "\(test.input.debugDescription) base \(test.base ?? "-")")
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() >= 880)
    }

    /// The JSON with each escape of half a surrogate pair replaced by a word.
    static func replacingLoneSurrogates(_ json: [UInt8]) -> [UInt8] {
        func unit(_ index: Int) -> UInt16? {
            guard index + 6 <= json.count, json[index] == 92, json[index + 1] | 32 == 117 else { return nil }
            return UInt16(String(decoding: json[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
        }
        var output: [UInt8] = []
        var index = 0
        while index < json.count {
            let first = unit(index) ?? 0
            if 0xD800...0xDBFF ~= first, 0xDC00...0xDFFF ~= unit(index + 6) ?? 0 {
                output += json[index..<(index + 12)]
                index += 12
            } else if 0xD800...0xDFFF ~= first {
                output += "SURROGATE".utf8
                index += 6
            } else {
                let length = json[index] == 92 ? 2 : 1
                output += json[index..<min(json.count, index + length)]
                index += length
            }
        }
        return output
    }

    static func passes(_ test: Case, _ parser: inout URLParser) -> Bool {
        var buffer: [UInt8] = []
        var base: ParsedURL?
        if let text = test.base {
            base = parser.parse(Array(text.utf8).span, into: &buffer)
            if base == nil { return test.failure == true }
        }
        guard let url = parser.parse(Array(test.input.utf8).span, base: base, into: &buffer) else { return test.failure == true }
        guard test.failure != true else { return false }
        func text(_ range: ByteRange) -> String { String(decoding: buffer[range.range], as: UTF8.self) }
        func marked(_ mark: String, _ range: ByteRange) -> String { range.isEmpty ? "" : mark + text(range) }
        return text(url.whole) == test.href && text(url.username) == test.username && text(url.password) == test.password
            && text(url.host) == test.hostname && (url.port.map(String.init) ?? "") == test.port && text(url.path) == test.pathname
            && marked("?", url.query) == test.search && marked("#", url.fragment) == test.hash
    }
}
