internal import Resolving

/// A text with macros, as records of SPF have it (RFC 7208 section 7).
public struct MacroString: Sendable, Hashable {
    /// A letter of a macro (section 7.2).
    public enum Letter: UInt8, Sendable, Hashable {
        /// The sender.
        case sender = 0x73
        /// The local part of the sender.
        case localPart = 0x6C
        /// The domain of the sender.
        case senderDomain = 0x6F
        /// The domain whose record is read.
        case domain = 0x64
        /// The client's address, an IPv6 address nibble by nibble.
        case address = 0x69
        /// A host name of the client, validated.
        case validatedName = 0x70
        /// `in-addr` or `ip6`.
        case family = 0x76
        /// The domain of HELO.
        case helo = 0x68
        /// The client's address as people write it; only in explanations.
        case writtenAddress = 0x63
        /// The receiving host; only in explanations.
        case receiver = 0x72
        /// The seconds since 1970; only in explanations.
        case timestamp = 0x74

        /// Whether the letter may stand in explanations alone (section 7.2).
        var isForExplanations: Bool {
            self == .writtenAddress || self == .receiver || self == .timestamp
        }
    }

    /// A piece of the text.
    enum Piece: Sendable, Hashable {
        case literal([UInt8])
        case macro(Macro)

        /// Whether it is a macro with such a letter.
        func asks(for isMeant: (Letter) -> Bool) -> Bool {
            if case .macro(let macro) = self { isMeant(macro.letter) } else { false }
        }
    }

    /// One macro and how its value is changed.
    struct Macro: Sendable, Hashable {
        var letter: Letter
        var isEscaped: Bool
        /// How many parts on the right stay; nothing for all.
        var parts: Int?
        var isReversed: Bool
        var delimiters: [UInt8]
    }

    /// The domain that a text stands for; of one without macros the same for everybody.
    final class Fixed: Sendable {
        /// The domain, without a dot at its end, which would be an empty label where macros count labels.
        let domain: [UInt8]
        /// Its name, where it is one.
        let name: DomainName?

        init(domain: [UInt8], name: DomainName?) {
            self.domain = domain.last == UInt8(ascii: ".") ? Array(domain.dropLast()) : domain
            self.name = name
        }
    }

    let pieces: [Piece]
    /// The domain that the text is, where it has no macro.
    let fixed: Fixed?
    /// Whether it asks for the client's validated name.
    let needsValidatedName: Bool
    /// Whether it asks for the sender or its local part.
    let asksForLocalPart: Bool
    /// Whether the text ends in a macro.
    let endsInMacro: Bool
    /// Whether it has no macro, and so needs no expansion.
    var isLiteral: Bool { fixed != nil }
    /// The letters it asks for.
    var letters: Set<Letter> {
        Set(pieces.compactMap { if case .macro(let macro) = $0 { macro.letter } else { nil } })
    }

    /// Reads bytes that stand in a record from an offset on.
    init(_ bytes: ArraySlice<UInt8>, isExplanation: Bool = false) throws(SPFSyntaxError) {
        var pieces: [Piece] = []
        var literal: [UInt8] = []
        var index = bytes.startIndex
        var endsInMacro = false
        while index < bytes.endIndex {
            guard bytes[index] == UInt8(ascii: "%") else {
                // A text has blanks between its words; a domain has none.
                guard bytes[index] > 0x20 || (isExplanation && bytes[index] == 0x20), bytes[index] < 0x7F else {
                    throw SPFSyntaxError(kind: .notPrintable, offset: index)
                }
                literal.append(bytes[index])
                endsInMacro = false
                index += 1
                continue
            }
            let start = index
            index += 1
            guard index < bytes.endIndex else { throw SPFSyntaxError(kind: .badMacro, offset: start) }
            endsInMacro = true
            switch bytes[index] {
            case UInt8(ascii: "%"): literal.append(UInt8(ascii: "%"))
            case UInt8(ascii: "_"): literal.append(UInt8(ascii: " "))
            case UInt8(ascii: "-"): literal += Array("%20".utf8)
            case UInt8(ascii: "{"):
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                    throw SPFSyntaxError(kind: .badMacro, offset: start)
                }
                let macro = try MacroString.macro(bytes[(index + 1)..<end], at: start, isExplanation: isExplanation)
                if !literal.isEmpty { pieces.append(.literal(literal)) }
                literal = []
                pieces.append(.macro(macro))
                index = end
            default: throw SPFSyntaxError(kind: .badMacro, offset: start)
            }
            index += 1
        }
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        self.pieces = pieces
        self.endsInMacro = endsInMacro
        needsValidatedName = pieces.contains { $0.asks(for: { $0 == .validatedName }) }
        asksForLocalPart = pieces.contains { $0.asks(for: { $0 == .sender || $0 == .localPart }) }
        let isLiteral = pieces.allSatisfy { if case .literal = $0 { true } else { false } }
        // Pieces of text alone are one piece, or none.
        var domain: [UInt8] = []
        if case .literal(let text)? = pieces.first { domain = MacroString.fitted(Array(text.suffix(DomainName.limit + 1))) }
        fixed = isLiteral ? Fixed(domain: domain, name: DomainName(domain)) : nil
    }

    /// A name of one byte more than a name may have is the end of a longer one: what stands behind its first dot fits (section 7.3).
    static func fitted(_ name: [UInt8]) -> [UInt8] {
        guard name.count > DomainName.limit, let dot = name.firstIndex(of: UInt8(ascii: ".")) else { return name }
        return Array(name[(dot + 1)...])
    }

    private static func macro(_ bytes: ArraySlice<UInt8>, at offset: Int, isExplanation: Bool) throws(SPFSyntaxError) -> Macro {
        let bad = SPFSyntaxError(kind: .badMacro, offset: offset)
        guard let first = bytes.first, let letter = Letter(rawValue: first | 0x20), first | 0x20 != first || first >= 0x61 else {
            throw bad
        }
        guard isExplanation || !letter.isForExplanations else { throw bad }
        var index = bytes.startIndex + 1
        var digits: Int?
        while index < bytes.endIndex, bytes[index] &- 48 < 10 {
            digits = min((digits ?? 0) * 10 + Int(bytes[index] - 48), 1000)
            index += 1
        }
        // Section 7.3: a number of parts is at least one.
        guard digits != 0 else { throw bad }
        var isReversed = false
        if index < bytes.endIndex, bytes[index] | 0x20 == UInt8(ascii: "r") {
            isReversed = true
            index += 1
        }
        let delimiters = bytes[index...]
        guard delimiters.allSatisfy({ ".-+,/_=".utf8.contains($0) }) else { throw bad }
        return Macro(
            letter: letter, isEscaped: first & 0x20 == 0, parts: digits, isReversed: isReversed,
            delimiters: delimiters.isEmpty ? [UInt8(ascii: ".")] : Array(delimiters))
    }
}

extension MacroString {
    /// The text with its macros replaced by what `value` gives for each letter, up to so many bytes.
    func expanded(upTo limit: Int = .max, _ value: (Letter) -> [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for piece in pieces where text.count < limit { text += MacroString.bytes(of: piece, value) }
        return Array(text.prefix(limit))
    }

    /// The last bytes of the text, so many at most: a record of 64 KiB may stand for megabytes, and a name takes 253 bytes of them.
    func expandedEnd(_ limit: Int, _ value: (Letter) -> [UInt8]) -> [UInt8] {
        var parts: [[UInt8]] = []
        var count = 0
        for piece in pieces.reversed() where count < limit {
            let bytes = MacroString.bytes(of: piece, value)
            count += bytes.count
            parts.append(bytes)
        }
        return Array(Array(parts.reversed().joined()).suffix(limit))
    }

    private static func bytes(of piece: Piece, _ value: (Letter) -> [UInt8]) -> [UInt8] {
        switch piece {
        case .literal(let bytes): bytes
        case .macro(let macro): apply(macro, to: value(macro.letter))
        }
    }

    private static func apply(_ macro: Macro, to value: [UInt8]) -> [UInt8] {
        var changed = value
        if macro.isReversed || macro.parts != nil || macro.delimiters != [UInt8(ascii: ".")] { changed = rearranged(value, by: macro) }
        return macro.isEscaped ? escaped(changed) : changed
    }

    /// The parts of a value that a macro keeps, in its order, with dots between them: the last ones, of the reversed order where it has one.
    private static func rearranged(_ value: [UInt8], by macro: Macro) -> [UInt8] {
        var ends = value.indices.filter { macro.delimiters.contains(value[$0]) }
        ends.append(value.count)
        let count = min(macro.parts ?? ends.count, ends.count)
        let first = macro.isReversed ? 0 : ends.count - count
        var text: [UInt8] = []
        text.reserveCapacity(value.count)
        for place in 0..<count {
            let part = macro.isReversed ? count - 1 - place : first + place
            if place > 0 { text.append(UInt8(ascii: ".")) }
            text += value[(part == 0 ? 0 : ends[part - 1] + 1)..<ends[part]]
        }
        return text
    }

    /// The bytes that are not unreserved in a URI, with a percent sign and two digits (RFC 3986 section 2.3).
    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for byte in bytes {
            if byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || "-._~".utf8.contains(byte) {
                text.append(byte)
            } else {
                text += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return text
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 48 + value : 55 + value
    }
}

extension MacroString.Fixed: Hashable {
    static func == (one: MacroString.Fixed, other: MacroString.Fixed) -> Bool {
        one.domain == other.domain && one.name == other.name
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(domain)
    }
}
