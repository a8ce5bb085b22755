/// What a filter answers (`SMFIR_`).
public enum MilterReply: Sendable, Hashable {
    /// What the filter takes of what was offered.
    case negotiate(MilterOptions)
    /// Go on.
    case carryOn
    /// Take it, and ask no more about it.
    case accept
    /// Drop it and say that it was taken.
    case discard
    /// Refuse it.
    case reject
    /// Ask the client to come again.
    case tryLater
    /// Refuse it, or ask to come again, in these words: a code, an enhanced code and lines of text.
    case reply(MilterReplyText)
    /// No more of the body is needed.
    case skip
    /// Still at work: the server's clock begins anew.
    case progress
    /// Hold it; why.
    case quarantine(String)
    /// A field at the end of the header.
    case addHeader(name: [UInt8], body: [UInt8])
    /// A field before the one of this place, 0 for the top.
    case insertHeader(at: UInt32, name: [UInt8], body: [UInt8])
    /// Another body for the field that is this one of its name, from 1; an empty one takes the field out.
    case changeHeader(name: [UInt8], number: UInt32, body: [UInt8])
    /// Another return path.
    case changeReturnPath(String)
    /// One recipient more.
    case addRecipient(String)
    /// One recipient less.
    case deleteRecipient(String)
    /// A piece of another body.
    case replaceBody([UInt8])
}

/// A reply of SMTP: RFC 5321 section 4.2, with the enhanced code of RFC 3463.
public struct MilterReplyText: Sendable, Hashable {
    /// The code, from 400 to 599.
    public let code: Int
    /// The enhanced code, of the same class: `5.7.1`.
    public let enhanced: String
    /// The text, in printable ASCII; longer ones are cut.
    public let text: String

    /// A reply; nothing where the code is of no failure or the enhanced code of another class.
    public init?(_ code: Int, _ enhanced: String, _ text: String) {
        guard (400...599).contains(code), enhanced.utf8.first == UInt8(ascii: "0") + UInt8(code / 100) else { return nil }
        let digits = enhanced.split(separator: ".", omittingEmptySubsequences: false)
        guard digits.count == 3, digits.allSatisfy({ (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 &- 48 < 10 } }) else {
            return nil
        }
        self.code = code
        self.enhanced = enhanced
        // RFC 5321 section 4.5.3.1.5: 512 bytes with code and line end. A per cent sign would be read as a format by some servers.
        self.text = String(decoding: text.utf8.map { $0 == 0x25 || !(0x20...0x7E).contains($0) ? 0x3F : $0 }.prefix(400), as: UTF8.self)
    }

    var line: String { "\(code) \(enhanced) \(text)" }
}

extension MilterReply {
    /// The longest piece of a body in one packet (`MILTER_CHUNK_SIZE`).
    public static let pieceBytes = 65_535

    /// A whole body, in pieces.
    public static func body(_ bytes: [UInt8]) -> [MilterReply] {
        guard !bytes.isEmpty else { return [.replaceBody([])] }
        return stride(from: 0, to: bytes.count, by: pieceBytes).map { .replaceBody(Array(bytes[$0..<min($0 + pieceBytes, bytes.count)])) }
    }

    /// Appends the packet of this reply. Zero bytes, which would end a text early, are left out of texts.
    public func write(into output: inout [UInt8]) {
        let start = output.count
        output += [0, 0, 0, 0]
        writePayload(into: &output)
        MilterReply.put(UInt32(output.count - start - 4), at: start, in: &output)
    }

    private func writePayload(into output: inout [UInt8]) {
        switch self {
        case .negotiate(let options): MilterReply.write(options, into: &output)
        case .carryOn: output.append(UInt8(ascii: "c"))
        case .accept: output.append(UInt8(ascii: "a"))
        case .discard: output.append(UInt8(ascii: "d"))
        case .reject: output.append(UInt8(ascii: "r"))
        case .tryLater: output.append(UInt8(ascii: "t"))
        case .reply(let reply): MilterReply.write("y", Array(reply.line.utf8), into: &output)
        case .skip: output.append(UInt8(ascii: "s"))
        case .progress: output.append(UInt8(ascii: "p"))
        case .quarantine(let reason): MilterReply.write("q", Array(reason.utf8), into: &output)
        case .addHeader(let name, let body): MilterReply.write("h", name, body, into: &output)
        case .insertHeader(let place, let name, let body): MilterReply.write("i", number: place, name, body, into: &output)
        case .changeHeader(let name, let number, let body): MilterReply.write("m", number: number, name, body, into: &output)
        case .changeReturnPath(let path): MilterReply.write("e", Array(path.utf8), into: &output)
        case .addRecipient(let recipient): MilterReply.write("+", Array(recipient.utf8), into: &output)
        case .deleteRecipient(let recipient): MilterReply.write("-", Array(recipient.utf8), into: &output)
        case .replaceBody(let piece):
            output.append(UInt8(ascii: "b"))
            output += piece
        }
    }

    private static func write(
        _ letter: Unicode.Scalar, number: UInt32? = nil, _ texts: [UInt8]..., into output: inout [UInt8]
    ) {
        output.append(UInt8(ascii: letter))
        if let number { append(number, to: &output) }
        for text in texts {
            output += text.filter { $0 != 0 }
            output.append(0)
        }
    }

    private static func write(_ options: MilterOptions, into output: inout [UInt8]) {
        output.append(UInt8(ascii: "O"))
        append(options.version, to: &output)
        append(options.actions.rawValue, to: &output)
        append(options.steps.rawValue, to: &output)
        for stage in MilterMacroStage.allCases {
            guard let names = options.macros[stage] else { continue }
            append(stage.rawValue, to: &output)
            output += Array(names.joined(separator: " ").utf8)
            output.append(0)
        }
    }

    private static func append(_ number: UInt32, to output: inout [UInt8]) {
        output += [0, 0, 0, 0]
        put(number, at: output.count - 4, in: &output)
    }

    private static func put(_ number: UInt32, at offset: Int, in output: inout [UInt8]) {
        for index in 0..<4 { output[offset + index] = UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * index)) }
    }
}
