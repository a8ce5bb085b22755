internal import Messages
internal import Settings

/// Reads an expression, checks its types, and makes the steps of a condition of it in one go.
///
///     expression = and { "or" and }
///     and        = not { "and" not }
///     not        = "not" not | "(" expression ")" | "true" | "false" | comparison
///     comparison = flag | field [ "not" ] operator value | field "is" ( "present" | "missing" )
struct ExpressionParser {
    private var lexer: ExpressionLexer
    var token = ExpressionToken(kind: .end, start: 0)
    var steps: [Condition.Step] = []
    private var usesVerdict = false
    let context: ExpressionContext
    var spelling = RuleSpelling()

    private init(_ bytes: [UInt8], _ context: ExpressionContext) {
        lexer = ExpressionLexer(bytes)
        self.context = context
    }

    /// The condition of an expression; adds to the tables what it asks for.
    static func condition(
        _ bytes: [UInt8], in context: ExpressionContext, into tables: inout RuleTables
    ) throws(ExpressionError) -> Condition {
        guard bytes.count <= RuleLimits.expressionBytes else {
            throw ExpressionError("the expression is longer than \(RuleLimits.expressionBytes) bytes; split the rule", at: 0)
        }
        var parser = ExpressionParser(bytes, context)
        try parser.advance()
        try parser.expression(depth: 0, &tables)
        guard parser.token.kind == .end else {
            throw ExpressionError("'and', 'or' or the end is expected, not \(parser.token.description)", at: parser.token.start)
        }
        return Condition(steps: parser.steps, usesVerdict: parser.usesVerdict)
    }

    mutating func advance() throws(ExpressionError) { token = try lexer.next() }

    func isWord(_ word: String) -> Bool { token.kind == .word && token.string == word }

    mutating func emit(_ step: Condition.Step) throws(ExpressionError) {
        guard steps.count < RuleLimits.steps else {
            throw ExpressionError("the expression has more than \(RuleLimits.steps) steps; split the rule", at: token.start)
        }
        steps.append(step)
    }

    private mutating func expression(depth: Int, _ tables: inout RuleTables) throws(ExpressionError) {
        guard depth <= RuleLimits.depth else {
            throw ExpressionError("parentheses lie more than \(RuleLimits.depth) deep", at: token.start)
        }
        try conjunction(depth: depth, &tables)
        var jumps: [Int] = []
        while isWord("or") {
            try advance()
            jumps.append(steps.count)
            try emit(.jumpIfTrue(0))
            try conjunction(depth: depth, &tables)
        }
        for jump in jumps { steps[jump] = .jumpIfTrue(steps.count) }
    }

    private mutating func conjunction(depth: Int, _ tables: inout RuleTables) throws(ExpressionError) {
        try negation(depth: depth, &tables)
        var jumps: [Int] = []
        while isWord("and") {
            try advance()
            jumps.append(steps.count)
            try emit(.jumpIfFalse(0))
            try negation(depth: depth, &tables)
        }
        for jump in jumps { steps[jump] = .jumpIfFalse(steps.count) }
    }

    private mutating func negation(depth: Int, _ tables: inout RuleTables) throws(ExpressionError) {
        var isInverted = false
        while isWord("not") {
            isInverted.toggle()
            try advance()
        }
        switch token.kind {
        case .open:
            try advance()
            try expression(depth: depth + 1, &tables)
            try take(.close, "')'")
        case .word where isWord("true") || isWord("false"):
            try emit(.constant(isWord("true")))
            try advance()
        case .word: try comparison(&tables)
        default: throw ExpressionError("a field or '(' is expected, not \(token.description)", at: token.start)
        }
        if isInverted { try emit(.invert) }
    }

    mutating func take(_ kind: ExpressionToken.Kind, _ name: String) throws(ExpressionError) {
        guard token.kind == kind else { throw ExpressionError("\(name) is expected, not \(token.description)", at: token.start) }
        try advance()
    }

    private mutating func comparison(_ tables: inout RuleTables) throws(ExpressionError) {
        let start = token.start
        let field = try field()
        switch field {
        case .flag(let flag): return try emit(.flag(flag))
        case .number(.probability), .text(TextField(.verdictClass)):
            guard context.mayUseVerdict else {
                throw ExpressionError(
                    "a rule with a weight is a part of the verdict and cannot ask for it; give the rule an action", at: start)
            }
            usesVerdict = true
        default: break
        }
        if isWord("is") { return try presence(of: field, at: start, &tables) }
        var isInverted = false
        if isWord("not") {
            isInverted = true
            try advance()
        }
        let place = token.start
        let comparison = try comparisonSign(after: field)
        if comparison == .unequal { isInverted.toggle() }
        switch field {
        case .text(let text): try compare(text, comparison, at: place, &tables)
        case .number(let number): try compare(number, comparison, at: place)
        case .address(let address): try compare(address, comparison, at: place, &tables)
        case .moment: try compareMoment(comparison, at: place)
        case .clock: try compareClock(comparison, at: place)
        case .weekday: try compareWeekday(comparison, at: place)
        case .flag: break
        }
        if isInverted { try emit(.invert) }
    }

    private mutating func field() throws(ExpressionError) -> RuleField {
        let name = token
        try advance()
        if name.string == "header" {
            try take(.open, "'(' and the name of a header field, as in header(\"List-Id\"),")
            guard token.kind == .text, !token.bytes.isEmpty, token.bytes.allSatisfy({ (33...126).contains($0) && $0 != 58 }) else {
                throw ExpressionError("the name of a header field is expected between quotation marks", at: token.start)
            }
            let field = TextField(header: spelling.spelt(token.bytes, .identifier))
            try advance()
            try take(.close, "')'")
            return .text(field)
        }
        guard let field = RuleField(named: name.string) else {
            let nearest = Spelling.nearest(to: name.string, in: RuleField.names).map { "did you mean '\($0)'?" }
            throw ExpressionError("there is no field '\(name.string)'; \(nearest ?? "docs/rules.md lists them")", at: name.start)
        }
        return field
    }

    private mutating func presence(of field: RuleField, at start: Int, _ tables: inout RuleTables) throws(ExpressionError) {
        try advance()
        guard isWord("present") || isWord("missing") else {
            throw ExpressionError("'is' is followed by 'present' or 'missing', not by \(token.description)", at: token.start)
        }
        let isMissing = isWord("missing")
        try advance()
        switch field {
        case .text(let text): try emit(.textPresent(slot: tables.slot(of: text)))
        case .address(let address): try emit(.addressPresent(address))
        default: throw ExpressionError("\(field.typeName) is there in every message", at: start)
        }
        if isMissing { try emit(.invert) }
    }

    /// How a field is compared.
    enum Sign: Hashable {
        case equal, unequal, less, lessOrEqual, greater, greaterOrEqual
        case `in`, within, contains, containsWord, startsWith, endsWith, matches
    }

    private mutating func comparisonSign(after field: RuleField) throws(ExpressionError) -> Sign {
        let first = token
        let sign: Sign? =
            switch first.kind {
            case .equal: .equal
            case .unequal: .unequal
            case .less: .less
            case .lessOrEqual: .lessOrEqual
            case .greater: .greater
            case .greaterOrEqual: .greaterOrEqual
            case .word: ExpressionParser.words[first.string]
            default: nil
            }
        guard var sign else {
            let nearest =
                first.kind == .word
                ? Spelling.nearest(to: first.string, in: ExpressionParser.words.keys.sorted()).map { "; did you mean '\($0)'?" } : nil
            throw ExpressionError(
                "a comparison is expected after \(field.typeName), not \(first.description)\(nearest ?? "")", at: first.start)
        }
        try advance()
        switch sign {
        case .startsWith, .endsWith:
            guard isWord("with") else { throw ExpressionError("'with' is expected, as in 'starts with'", at: token.start) }
            try advance()
        case .contains where isWord("word"):
            sign = .containsWord
            try advance()
        default: break
        }
        return sign
    }

    private static let words: [String: Sign] = [
        "in": .in, "within": .within, "contains": .contains, "starts": .startsWith, "ends": .endsWith, "matches": .matches,
    ]
}
