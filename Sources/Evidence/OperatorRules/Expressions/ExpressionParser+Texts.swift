internal import Patterns
internal import Reading
internal import Settings

// Comparisons of texts.
extension ExpressionParser {
    mutating func compare(_ field: TextField, _ sign: Sign, at place: Int, _ tables: inout RuleTables) throws(ExpressionError) {
        let slot = tables.slot(of: field)
        switch sign {
        case .equal, .unequal:
            if let other = otherField(than: field) {
                guard other.folding == field.folding, other.kind != .text, field.kind != .text else {
                    throw ExpressionError(
                        "'\(field.spelling)' and '\(other.spelling)' are not spelt alike and cannot be compared", at: token.start)
                }
                try advance()
                return try emit(.same(slot, tables.slot(of: other)))
            }
            try compare(slot, field, .equals, at: place, isList: false, &tables)
        case .in: try compare(slot, field, .equals, at: place, isList: true, &tables)
        case .startsWith: try compare(slot, field, .startsWith, at: place, isList: nil, &tables)
        case .endsWith: try compare(slot, field, .endsWith, at: place, isList: nil, &tables)
        case .within:
            guard field.isHost else {
                throw ExpressionError("'within' is for names of hosts, and '\(field.spelling)' is none", at: place)
            }
            try compare(slot, field, .within, at: place, isList: nil, &tables)
        case .contains, .containsWord: try search(slot, field, isWord: sign == .containsWord, at: place, &tables)
        case .matches: try match(slot, at: place, &tables)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            throw ExpressionError("texts are not larger or smaller than each other; '\(field.spelling)' is a text", at: place)
        }
    }

    /// The field of text that is named where a value was expected.
    private func otherField(than field: TextField) -> TextField? {
        guard token.kind == .word, field.choices?.contains(token.string) != true else { return nil }
        guard case .text(let other)? = RuleField(named: token.string) else { return nil }
        return other
    }

    private mutating func compare(
        _ slot: Int, _ field: TextField, _ comparison: TextComparison, at place: Int, isList: Bool?, _ tables: inout RuleTables
    ) throws(ExpressionError) {
        guard field.kind != .text else {
            throw ExpressionError("'text' is searched: use 'contains', 'contains word', or 'matches' with ^ and $", at: place)
        }
        if isList == true, token.kind == .text || token.kind == .word {
            throw ExpressionError(
                "'in' is followed by a set: {\(token.description)} or $name; one value is compared with '=='", at: token.start)
        }
        if isList == false, token.kind == .set || token.kind == .openSet {
            throw ExpressionError("one value is expected; a set follows 'in'", at: token.start)
        }
        let key = token.kind == .set ? RuleTables.NamedKey(token.string, for: field) : nil
        if let known = tables.textSet(key) {
            try advance()
            return try emit(.text(slot: slot, comparison, set: known))
        }
        var texts: [[UInt8]] = []
        for member in try members() {
            texts.append(try value(member.bytes, isQuoted: member.isQuoted, of: field, at: member.start))
        }
        try emit(.text(slot: slot, comparison, set: tables.add(TextSet(texts), named: key)))
    }

    /// One value as it is written, and where.
    struct Member {
        var bytes: [UInt8]
        var isQuoted: Bool
        var start: Int
    }

    /// The value, the members of the set, or those of the named set that stand next.
    mutating func members() throws(ExpressionError) -> [Member] {
        let first = token
        switch first.kind {
        case .text, .word:
            try advance()
            return [Member(bytes: first.bytes, isQuoted: first.kind == .text, start: first.start)]
        case .set:
            guard let set = context.sets[first.string] else {
                let nearest = Spelling.nearest(to: first.string, in: context.sets.keys.sorted()).map { "did you mean '$\($0)'?" }
                throw ExpressionError("the file has no set '\(first.string)'; \(nearest ?? "name it under 'sets'")", at: first.start)
            }
            try advance()
            return set.members.map { Member(bytes: Array($0.utf8), isQuoted: true, start: first.start) }
        case .openSet:
            try advance()
            var members: [Member] = []
            while true {
                guard token.kind == .text || token.kind == .word else {
                    throw ExpressionError("a value is expected in the set, not \(token.description)", at: token.start)
                }
                members.append(Member(bytes: token.bytes, isQuoted: token.kind == .text, start: token.start))
                try advance()
                if token.kind == .comma {
                    try advance()
                    if token.kind != .closeSet { continue }
                }
                try take(.closeSet, "',' or '}'")
                return members
            }
        default: throw ExpressionError("a value is expected, not \(first.description)", at: first.start)
        }
    }

    /// A value spelt as those of a field are; throws where no message can have it.
    private mutating func value(
        _ bytes: [UInt8], isQuoted: Bool, of field: TextField, at start: Int
    ) throws(ExpressionError) -> [UInt8] {
        let written = String(decoding: bytes, as: UTF8.self)
        guard isQuoted || field.folding == .identifier else {
            throw ExpressionError("write \"\(written)\" between quotation marks", at: start)
        }
        let value = spelling.spelt(bytes, field.folding)
        guard !value.isEmpty else {
            throw ExpressionError(bytes.isEmpty ? "the text is empty" : "no reader sees anything of \"\(written)\"", at: start)
        }
        let choices = field.kind == .channel ? context.channels : ExpressionParser.contentKinds(field) ?? field.choices
        if let choices, !choices.contains(String(decoding: value, as: UTF8.self)) {
            let nearest = Spelling.nearest(to: written, in: choices).map { "; did you mean '\($0)'?" } ?? ""
            throw ExpressionError(
                "'\(field.spelling)' is never '\(written)'; it is one of \(choices.joined(separator: ", "))\(nearest)", at: start)
        }
        if field.isHost, !ExpressionParser.isHost(value) {
            throw ExpressionError(
                "'\(written)' is not the name of a host, in ASCII and without a leading dot ('within' takes in the names below)", at: start)
        }
        return value
    }

    private static func contentKinds(_ field: TextField) -> [String]? {
        field.kind == .attachmentContent ? ContentKind.allCases.map { $0.rawValue.lowercased() } : nil
    }

    private static func isHost(_ name: [UInt8]) -> Bool {
        guard name.count <= 253, name.first != UInt8(ascii: "."), name.last != UInt8(ascii: ".") else { return false }
        return name.allSatisfy { byte in
            (97...122).contains(byte) || (48...58).contains(byte) || [UInt8(ascii: "-"), UInt8(ascii: "_"), 46, 91, 93].contains(byte)
        }
    }

    /// Looks for literals in a field.
    private mutating func search(
        _ slot: Int, _ field: TextField, isWord: Bool, at place: Int, _ tables: inout RuleTables
    ) throws(ExpressionError) {
        let start = token.start
        let key = token.kind == .set ? RuleTables.NamedBit(name: token.string, slot: slot, isWord: isWord) : nil
        if let known = tables.bit(key) {
            try advance()
            return try emit(.found(bit: known))
        }
        var patterns: [Pattern] = []
        for member in try members() {
            let written = String(decoding: member.bytes, as: UTF8.self)
            guard member.isQuoted else { throw ExpressionError("write \"\(written)\" between quotation marks", at: member.start) }
            let text = spelling.spelt(member.bytes, field.folding)
            guard !text.isEmpty else {
                throw ExpressionError(
                    member.bytes.isEmpty ? "the text is empty" : "no reader sees anything of \"\(written)\"", at: member.start)
            }
            patterns.append(
                Pattern(id: 0, expression: text, isLiteral: true, options: isWord ? [.singleMatch, .wholeWord] : [.singleMatch]))
        }
        let origin = RuleTables.PatternOrigin(place: context.place(start), rule: context.rule)
        let bit = tables.bit(for: patterns, in: slot, from: origin)
        tables.remember(bit, for: key)
        try emit(.found(bit: bit))
    }

    /// Looks for an expression in a field.
    private mutating func match(_ slot: Int, at place: Int, _ tables: inout RuleTables) throws(ExpressionError) {
        guard token.kind == .pattern else {
            throw ExpressionError("'matches' is followed by a pattern between slashes, not by \(token.description)", at: token.start)
        }
        guard token.bytes.count <= PatternLimits.expressionBytes else {
            throw ExpressionError("the pattern is longer than \(PatternLimits.expressionBytes) bytes", at: token.start)
        }
        let pattern = Pattern(id: 0, expression: token.bytes, isLiteral: false, options: [.caseless, .singleMatch])
        let origin = RuleTables.PatternOrigin(place: context.place(token.start + 1), rule: context.rule)
        try advance()
        try emit(.found(bit: tables.bit(for: [pattern], in: slot, from: origin)))
    }
}
