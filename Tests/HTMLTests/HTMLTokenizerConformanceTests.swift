import FoundationEssentials
import HTML
import TestSupport
import Testing

// The tokenizer suite of html5lib: every test, in every initial state that it names. Errors are not compared: a reader of mail
// recovers and has no use for their names.

@Suite struct HTMLTokenizerConformanceTests {
    @Test func tokens() throws {
        guard let folder = SharedData.vectors("html/tokenizer") else { return }
        var count = CaseCount("html/tokenizer")
        for file in try SharedData.names(in: folder) where file.hasSuffix(".test") {
            if file == "xmlViolation.test" {
                count.skip(because: "xmlViolation.test tests coercion to an XML infoset, which HTML readers do not do (13.2.9)")
                continue
            }
            let suite = try JSONDecoder().decode(TokenizerSuite.self, from: Data(try SharedData.bytes(at: folder + "/" + file)))
            for test in suite.tests ?? [] {
                for state in test.initialStates ?? ["Data state"] {
                    guard let mode = TokenizerTest.modes[state] else {
                        count.check(false, "unknown state \(state)")
                        continue
                    }
                    let got = test.tokens(from: mode)
                    let isRight = got == test.expected
                    if !isRight, file == "pendingSpecChanges.test" {
                        count.skip(because: "pendingSpecChanges.test waits for a change of the standard (13.2.5.51)")
                        continue
                    }
                    count.check(isRight, "\(file): \(test.description) in \(state): \(got) is not \(test.expected)")
                }
            }
        }
        #expect(count.failed.isEmpty)
        #expect(count.report() > 6800)
    }
}

private struct TokenizerSuite: Decodable {
    var tests: [TokenizerTest]?
}

/// A string of the suite's JSON, or anything else that stands in an output token.
private enum Field: Decodable, Equatable {
    case null, flag(Bool), text(String), attributes([String: String])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else {
            self = .attributes(try container.decode([String: String].self))
        }
    }
}

/// A token in a form that compares, all its strings as bytes: lone surrogates occur, and are three bytes each.
private enum Token: Equatable {
    case doctype(name: [UInt8]?, publicID: [UInt8]?, systemID: [UInt8]?, isCorrect: Bool)
    case start([UInt8], [[UInt8]: [UInt8]], isSelfClosing: Bool)
    case end([UInt8])
    case comment([UInt8])
    case text([UInt8])
}

private struct TokenizerTest: Decodable {
    var description: String
    var input: String
    var output: [[Field]]
    var initialStates: [String]?
    var lastStartTag: String?
    var doubleEscaped: Bool?

    static let modes: [String: HTMLTokenizer.Mode] = [
        "Data state": .data, "RCDATA state": .rcdata, "RAWTEXT state": .rawtext, "Script data state": .scriptData,
        "PLAINTEXT state": .plaintext, "CDATA section state": .cdata,
    ]

    /// The bytes of a string, its second layer of escapes undone where the test has one.
    func bytes(_ text: String) -> [UInt8] {
        guard doubleEscaped == true else { return Array(text.utf8) }
        let characters = Array(text.utf8)
        var units: [UInt16] = []
        var bytes: [UInt8] = []
        var at = 0
        while at < characters.count {
            if characters[at] == UInt8(ascii: "\\"), at + 5 < characters.count, characters[at + 1] == UInt8(ascii: "u"),
                let unit = UInt16(String(decoding: characters[at + 2..<at + 6], as: UTF8.self), radix: 16)
            {
                units.append(unit)
                at += 6
                continue
            }
            flush(&units, to: &bytes)
            bytes.append(characters[at])
            at += 1
        }
        flush(&units, to: &bytes)
        return bytes
    }

    private func flush(_ units: inout [UInt16], to bytes: inout [UInt8]) {
        var at = 0
        while at < units.count {
            let unit = units[at]
            if UTF16.isLeadSurrogate(unit), at + 1 < units.count, UTF16.isTrailSurrogate(units[at + 1]) {
                bytes += Array(String(decoding: units[at...at + 1], as: UTF16.self).utf8)
                at += 1
            } else if UTF16.isSurrogate(unit) {
                bytes += [UInt8(0xE0 | unit >> 12), UInt8(0x80 | unit >> 6 & 0x3F), UInt8(0x80 | unit & 0x3F)]
            } else {
                bytes += Array(String(decoding: [unit], as: UTF16.self).utf8)
            }
            at += 1
        }
        units.removeAll()
    }

    private func optional(_ field: Field) -> [UInt8]? {
        if case .text(let text) = field { bytes(text) } else { nil }
    }

    var expected: [Token] {
        output.compactMap { fields in
            switch fields[0] {
            case .text("DOCTYPE"):
                return .doctype(
                    name: optional(fields[1]), publicID: optional(fields[2]), systemID: optional(fields[3]),
                    isCorrect: fields[4] == .flag(true))
            case .text("StartTag"):
                guard case .attributes(let attributes) = fields[2] else { return nil }
                let pairs = attributes.map { (bytes($0.key), bytes($0.value)) }
                return .start(
                    optional(fields[1]) ?? [], Dictionary(pairs) { first, _ in first }, isSelfClosing: fields.count > 3)
            case .text("EndTag"): return .end(optional(fields[1]) ?? [])
            case .text("Comment"): return .comment(optional(fields[1]) ?? [])
            default: return .text(optional(fields[1]) ?? [])
            }
        }
    }

    func tokens(from mode: HTMLTokenizer.Mode) -> [Token] {
        let document = bytes(input)
        let input = document.span
        var tokenizer = HTMLTokenizer(mode: mode, lastStartTag: lastStartTag ?? "")
        var tokens: [Token] = []
        while true {
            let kind = tokenizer.next(input)
            var data: [UInt8] = []
            switch kind {
            case .end: return tokens
            case .text, .reference:
                if case .text(let before)? = tokens.last {
                    data = before
                    tokens.removeLast()
                }
                tokenizer.appendText(input, kind: kind, to: &data)
                tokens.append(.text(data))
            case .comment:
                tokenizer.appendText(input, kind: kind, to: &data)
                tokens.append(.comment(data))
            case .endTag:
                tokenizer.appendName(input, to: &data)
                tokens.append(.end(data))
            case .startTag:
                tokenizer.appendName(input, to: &data)
                var attributes: [[UInt8]: [UInt8]] = [:]
                for attribute in tokenizer.attributes {
                    var name: [UInt8] = []
                    var value: [UInt8] = []
                    attribute.appendName(input, to: &name)
                    attribute.appendValue(input, to: &value)
                    attributes[name] = value
                }
                tokens.append(.start(data, attributes, isSelfClosing: tokenizer.isSelfClosing))
            case .doctype:
                tokenizer.appendName(input, to: &data)
                var identifiers: [[UInt8]?] = []
                for range in [tokenizer.publicID, tokenizer.systemID] {
                    guard let range else {
                        identifiers.append(nil)
                        continue
                    }
                    var bytes: [UInt8] = []
                    tokenizer.appendIdentifier(input, range, to: &bytes)
                    identifiers.append(bytes)
                }
                tokens.append(
                    .doctype(
                        name: tokenizer.hasDoctypeName ? data : nil, publicID: identifiers[0], systemID: identifiers[1],
                        isCorrect: !tokenizer.forcesQuirks))
            }
        }
    }
}
