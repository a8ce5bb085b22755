import MIME
import Messages
import TestSupport
import Testing

/// The tree that mime4j expects of a message, from its XML.
private indirect enum Expected {
    case leaf(file: String)
    case multipart([Entity], preamble: String, epilogue: String)
    case message(Entity)

    struct Entity {
        var fields: [String] = []
        var content: Expected?
    }
}

/// Reads the small XML of mime4j's test results: elements, text, the predefined entities.
private struct ExpectedReader {
    private var tokens: [(tag: String, text: String)] = []
    private var cursor = 0

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.filter { $0 != 13 }, as: UTF8.self)
        for piece in text.split(separator: "<", omittingEmptySubsequences: true) {
            guard let close = piece.firstIndex(of: ">") else { continue }
            let body = String(piece[piece.index(after: close)...])
            tokens.append((String(piece[..<close]), ExpectedReader.unescape(body)))
        }
    }

    private static func unescape(_ text: String) -> String {
        var output = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            output += rest[..<start]
            rest = rest[start...]
            guard let end = rest.firstIndex(of: ";") else { break }
            switch rest[rest.index(after: start)..<end] {
            case "lt": output += "<"
            case "gt": output += ">"
            case "amp": output += "&"
            case "quot": output += "\""
            case "apos": output += "'"
            default: output += rest[start...end]
            }
            rest = rest[rest.index(after: end)...]
        }
        return output + rest
    }

    /// Reads an entity up to the closing tag of its element.
    mutating func entity() -> Expected.Entity {
        var entity = Expected.Entity()
        cursor += 1
        while cursor < tokens.count {
            let token = tokens[cursor]
            switch token.tag {
            case "field":
                entity.fields.append(String(token.text.dropFirst()))
                cursor += 1
            case "message": entity.content = .message(self.entity())
            case "multipart": entity.content = multipart()
            case "/message", "/body-part":
                cursor += 1
                return entity
            default:
                if token.tag.hasPrefix("text-body") || token.tag.hasPrefix("binary-body") {
                    let name = token.tag.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
                    entity.content = .leaf(file: name)
                }
                cursor += 1
            }
        }
        return entity
    }

    private mutating func multipart() -> Expected {
        var parts: [Expected.Entity] = []
        var preamble = ""
        var epilogue = ""
        cursor += 1
        while cursor < tokens.count {
            let token = tokens[cursor]
            switch token.tag {
            case "body-part":
                parts.append(entity())
                continue
            case "preamble": preamble = String(token.text.dropFirst())
            case "epilogue": epilogue = String(token.text.dropFirst())
            case "/multipart":
                cursor += 1
                return .multipart(parts, preamble: preamble, epilogue: epilogue)
            default: break
            }
            cursor += 1
        }
        return .multipart(parts, preamble: preamble, epilogue: epilogue)
    }
}

/// Compares a parsed part with what is expected of it; the first difference in words, or nothing.
private struct Comparison {
    let folder: String
    var decoder = PartDecoder()

    private func plain(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.filter { $0 != 13 }, as: UTF8.self)
    }

    mutating func difference(_ expected: Expected.Entity, _ message: Message, part index: Int, at path: String) throws -> String? {
        let part = message.parts[index]
        let fields = message.headers[part.headers.range].map { field in
            plain(message.bytes[Int(field.name.start)..<Int(field.body.end)])
        }
        if fields != expected.fields { return "\(path): fields \(fields) instead of \(expected.fields)" }
        let children = message.parts.indices.filter { Int(message.parts[$0].parent) == index }
        switch expected.content {
        case .none: return part.body.isEmpty ? nil : "\(path): body instead of none"
        case .leaf(let file):
            let wanted = try SharedData.bytes(at: folder + "/" + file)
            var output: [UInt8] = []
            _ = decoder.bytes(of: part, in: message, into: &output)
            return plain(output) == plain(wanted) && children.isEmpty
                ? nil : "\(path): body \(plain(output).prefix(80).debugDescription) instead of \(plain(wanted).prefix(80).debugDescription)"
        case .message(let inner):
            guard part.kind == .message else { return "\(path): no message but \(part.kind)" }
            if let child = children.first { return try difference(inner, message, part: child, at: path + "/message") }
            guard let opened = decoder.message(in: part, of: message, parser: MailParser()) else { return "\(path): message not opened" }
            return try difference(inner, opened, part: 0, at: path + "/message")
        case .multipart(let parts, let preamble, let epilogue):
            if parts.isEmpty {
                // No parts: for us plain text that a reader sees whole.
                return part.kind == .textPlain && plain(message.bytes[part.body.range]).hasPrefix(preamble) ? nil : "\(path): no text"
            }
            guard children.count == parts.count else { return "\(path): \(children.count) parts instead of \(parts.count)" }
            let before = plain(message.bytes[message.preamble(of: index).range])
            if before != preamble { return "\(path): preamble \(before.debugDescription) instead of \(preamble.debugDescription)" }
            let after = plain(message.bytes[message.epilogue(of: index).range])
            if after != epilogue { return "\(path): epilogue \(after.debugDescription) instead of \(epilogue.debugDescription)" }
            for (number, (inner, child)) in zip(parts, children).enumerated() {
                if let found = try difference(inner, message, part: child, at: "\(path)/\(number + 1)") { return found }
            }
            return nil
        }
    }
}

@Suite struct StructureVectorTests {
    private static let trailingSpace = "a boundary cannot end in white space, which transport adds and takes (RFC 2046 section 5.1.1)"

    /// The cases that we read in another way, and why.
    private static let skipped: [String: String] = [
        "weird-boundary": trailingSpace, "very-long-boundary": trailingSpace, "very-very-long-boundary": trailingSpace,
        "malformedHeader-noheader": "expects text without a header to be lost; for us it is body (RFC 5322 section 2.1 is silent)",
        "malformedHeaderStartsBody-noheader": "expects the last line of the body to be lost",
        "malformedHeaderStartsBody-nocrlfcrlf": "contradicts malformedHeader-nocrlfcrlf, same bytes: a field follows, so it is a header",
        "basic-plain-with-bad-header-separator":
            "text that no field follows is body, not passed over: nothing a reader may see is lost (RFC 5322 section 2.2 is silent)",
    ]

    @Test func mime4jStructureAndDecodedParts() throws {
        guard let folder = SharedData.vectors("mime/mime4j") else { return }
        var cases = CaseCount("mime mime4j")
        var comparison = Comparison(folder: folder)
        for name in try SharedData.names(in: folder) where name.hasSuffix(".msg") {
            let stem = String(name.dropLast(4))
            if let reason = StructureVectorTests.skipped[stem] {
                cases.skip(because: "\(stem): \(reason)")
                continue
            }
            let message = MailParser().parse(try SharedData.bytes(at: folder + "/" + name))
            var reader = ExpectedReader(try SharedData.bytes(at: folder + "/" + stem + "_decoded.xml"))
            let difference = try comparison.difference(reader.entity(), message, part: 0, at: stem)
            cases.check(difference == nil, difference ?? "")
            cases.check(Sample.breachOfReading(message) == nil, "\(stem): \(Sample.breachOfReading(message) ?? "")")
        }
        #expect(cases.report() > 0)
        #expect(cases.failed.isEmpty)
    }

    @Test func cpythonMessagesComeBackByteForByte() throws {
        guard let folder = SharedData.vectors("mime/cpython-test_email") else { return }
        var cases = CaseCount("mime cpython-test_email")
        for name in try SharedData.names(in: folder) where name.hasSuffix(".txt") {
            let bytes = try SharedData.bytes(at: folder + "/" + name)
            let message = MailParser().parse(bytes)
            var again: [UInt8] = []
            for segment in MessageLayout(message).segments { again += message.bytes[segment.range.range] }
            let breach = Sample.breachOfReading(message)
            cases.check(again == bytes && breach == nil, "\(name): \(breach ?? "other bytes")")
            // Where nothing is broken, lines of a header are fields and nothing else.
            if message.defects.isEmpty, let part = message.parts.first, !message.ownHeaders.isEmpty {
                let fields = message.ownHeaders.reduce(0) { $0 + Int($1.body.end) - Int($1.name.start) }
                let between = Int(part.body.start) - fields
                cases.check(between <= 2 * (message.ownHeaders.count + 1) + 80, "\(name): \(between) bytes of the header are no field")
            }
        }
        #expect(cases.report() > 0)
        #expect(cases.failed.isEmpty)
    }
}
