import HyperscanPatterns
import Messages
import Patterns
import Testing

/// The promises that every matcher keeps; each adapter runs all of them in one line.
struct PatternMatcherConformance {
    let make: @Sendable (PatternSet) throws -> any PatternMatcher

    func run() throws {
        try literals()
        try wholeWords()
        try singleMatches()
        try smallExpressions()
        try anyBytes()
        try reuse()
        try limit()
        try againstNaiveSearch()
    }

    private func found(_ patterns: [Pattern], in text: String) throws -> [PatternMatch] {
        let matcher = try make(PatternSet(patterns))
        var scratch = PatternScratch()
        var matches: [PatternMatch] = []
        try matcher.scan(Array(text.utf8).span, scratch: &scratch, matches: &matches)
        return matches
    }

    private func literals() throws {
        let patterns = [
            Pattern(id: 7, literal: "Free", options: .caseless), Pattern(id: 3, literal: "free money", options: .caseless),
            Pattern(id: 9, literal: "Free", options: []), Pattern(id: 1, literal: "ee", options: []),
        ]
        let matches = try found(patterns, in: "FREE money, Free bear")
        #expect(
            matches == [
                PatternMatch(id: 7, start: 0, end: 4), PatternMatch(id: 3, start: 0, end: 10), PatternMatch(id: 1, start: 14, end: 16),
                PatternMatch(id: 7, start: 12, end: 16), PatternMatch(id: 9, start: 12, end: 16),
            ])
        #expect(try found(patterns, in: "").isEmpty)
        #expect(try found([], in: "anything").isEmpty)
    }

    private func wholeWords() throws {
        let word = [Pattern(id: 1, literal: "win", options: [.caseless, .wholeWord])]
        #expect(try found(word, in: "window twin WIN.").map(\.end) == [15])
        #expect(try found(word, in: "win").map(\.start) == [0])
        #expect(try found(word, in: "éwin winé win_ 1win").isEmpty)
        let cyrillic = [Pattern(id: 1, literal: "банк", options: [.wholeWord, .singleMatch])]
        #expect(try found(cyrillic, in: "банкир, банк").map(\.end) == [22])
    }

    private func singleMatches() throws {
        let matches = try found(
            [Pattern(id: 5, literal: "aa", options: .singleMatch), Pattern(id: 4, literal: "aa", options: [])], in: "aaaa")
        #expect(matches.map(\.id) == [4, 5, 4, 4])
        #expect(matches.map(\.end) == [2, 2, 3, 4])
    }

    private func smallExpressions() throws {
        let patterns = [
            Pattern(id: 1, expression: "w[i1]n (?:now|today)"), Pattern(id: 2, expression: "colou?r|tint", options: []),
            Pattern(id: 3, expression: "\\bup\\b", options: .caseless), Pattern(id: 4, expression: "a{2,3}", options: []),
            Pattern(id: 5, expression: "\\x24\\d\\d", options: .singleMatch),
        ]
        let matches = try found(patterns, in: "W1N today! color tint colour UP upper aaa $10 $20")
        #expect(matches.map(\.id) == [1, 2, 2, 2, 3, 4, 4, 5])
        #expect(matches.map(\.end) == [9, 16, 21, 28, 31, 40, 41, 45])
    }

    private func anyBytes() throws {
        let every = (0...255).map { Pattern(id: UInt32($0), expression: [UInt8($0), 0, 255], isLiteral: true, options: .singleMatch) }
        let matcher = try make(PatternSet(every))
        var scratch = PatternScratch()
        var matches: [PatternMatch] = []
        var text: [UInt8] = []
        for byte in UInt8.min...UInt8.max { text += [byte, 0, 255] }
        try matcher.scan(text.span, scratch: &scratch, matches: &matches)
        #expect(matches.count == 256)
        #expect(matches.allSatisfy { Int($0.id) * 3 == $0.start })
    }

    private func reuse() throws {
        let one = try make(PatternSet([Pattern(id: 1, literal: "one")]))
        let two = try make(PatternSet([Pattern(id: 1, literal: "x"), Pattern(id: 2, literal: "two")]))
        var scratch = PatternScratch()
        var matches: [PatternMatch] = []
        let text = Array("one two one two".utf8)
        for _ in 0..<3 {
            try one.scan(text.span, scratch: &scratch, matches: &matches)
            #expect(matches == [PatternMatch(id: 1, start: 0, end: 3)])
            try two.scan(text.span, scratch: &scratch, matches: &matches)
            #expect(matches == [PatternMatch(id: 2, start: 4, end: 7)])
        }
    }

    private func limit() throws {
        let matcher = try make(PatternSet([Pattern(id: 1, literal: "a", options: [])]))
        var scratch = PatternScratch()
        var matches: [PatternMatch] = []
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: PatternLimits.matches + 10)
        #expect(try matcher.scan(text.span, scratch: &scratch, matches: &matches) == false)
        #expect(matches.count == PatternLimits.matches)
    }

    /// Random literals over three letters in random texts, against the obvious search.
    private func againstNaiveSearch() throws {
        var random = SplitMix(seed: 42)
        func word(_ longest: UInt64) -> [UInt8] {
            (0...random.next() % longest).map { _ in [97, 66, 46][Int(random.next() % 3)] }
        }
        for _ in 0..<40 {
            let patterns = (0..<8).map {
                Pattern(id: $0, expression: word(4), isLiteral: true, options: [Pattern.Options.caseless, .wholeWord, []][Int($0) % 3])
            }
            let text = word(60)
            let matcher = try make(PatternSet(patterns))
            var scratch = PatternScratch()
            var matches: [PatternMatch] = []
            try matcher.scan(text.span, scratch: &scratch, matches: &matches)
            #expect(matches == naive(patterns, text))
        }
    }

    private func naive(_ patterns: [Pattern], _ text: [UInt8]) -> [PatternMatch] {
        var matches: [PatternMatch] = []
        func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
        for pattern in patterns {
            for start in text.indices where start + pattern.expression.count <= text.count {
                let slice = Array(text[start..<start + pattern.expression.count])
                let same =
                    pattern.options.contains(.caseless)
                    ? slice.map(lower) == pattern.expression.map(lower) : slice == pattern.expression
                guard same else { continue }
                let end = start + pattern.expression.count
                if pattern.options.contains(.wholeWord), !WordBoundary.isWholeWord(start, end, in: text.span) { continue }
                matches.append(PatternMatch(id: pattern.id, start: start, end: end))
            }
        }
        return matches.sorted()
    }
}

@Suite struct PatternsTests {
    @Test func thePortableMatcherKeepsThePromises() throws {
        try PatternMatcherConformance { try LiteralMatcher($0) }.run()
    }

    @Test func hyperscanKeepsThePromises() throws {
        try PatternMatcherConformance { try HyperscanMatcher($0) }.run()
    }

    @Test func aStoredDatabaseKeepsThePromises() throws {
        try PatternMatcherConformance { try HyperscanMatcher($0, serialised: HyperscanMatcher($0).serialised()) }.run()
    }

    @Test func aStaleDatabaseIsRefusedAndCompiledAnew() throws {
        let set = try PatternSet([Pattern(id: 1, expression: "a+b")])
        let other = try PatternSet([Pattern(id: 2, expression: "a+b")])
        let bytes = try HyperscanMatcher(set).serialised()
        #expect(throws: PatternError.staleDatabase("made of other patterns")) { try HyperscanMatcher(other, serialised: bytes) }
        var damaged = bytes
        damaged[damaged.count - 1] ^= 1
        #expect(throws: PatternError.self) { try HyperscanMatcher(set, serialised: damaged) }
        #expect(throws: PatternError.self) { try HyperscanMatcher(set, serialised: Array(bytes.dropLast(9))) }
        #expect(throws: PatternError.self) { try HyperscanMatcher(set, serialised: []) }
        #expect(try HyperscanMatcher(set, stored: bytes).wasCompiled == false)
        #expect(try HyperscanMatcher(set, stored: damaged).wasCompiled)
        #expect(try HyperscanMatcher(set, stored: nil).wasCompiled)
    }

    @Test func expressionsBeyondLiteralsAreAGapInThePortableMatcher() throws {
        let set = try PatternSet([
            Pattern(id: 1, literal: "code"), Pattern(id: 2, expression: "\\b\\d{4,8}\\b"), Pattern(id: 3, expression: "a.*b"),
            Pattern(id: 4, expression: "(unclosed"), Pattern(id: 5, expression: "x?"),
        ])
        #expect(try LiteralMatcher(set).unsupported == [2, 3, 4, 5])
    }

    @Test func hyperscanFindsExpressionsAndTheirStarts() throws {
        let set = try PatternSet([
            Pattern(id: 1, expression: "\\b\\d{4,8}\\b"),
            Pattern(id: 2, expression: "code: *\\d+", options: [.reportsStart, .singleMatch]),
        ])
        let matcher = try HyperscanMatcher(set)
        var scratch = PatternScratch()
        var matches: [PatternMatch] = []
        try matcher.scan(Array("Your code:  482913.".utf8).span, scratch: &scratch, matches: &matches)
        #expect(matches.map(\.id) == [2, 1])
        #expect(matches.map(\.start) == [5, nil])
        #expect(matches.map(\.end) == [13, 18])
    }

    @Test func aBadExpressionIsNamed() throws {
        let set = try PatternSet([Pattern(id: 11, literal: "fine"), Pattern(id: 12, expression: "abc(def")])
        do {
            _ = try HyperscanMatcher(set)
            Issue.record("compiled")
        } catch PatternError.badExpression(let id, let position, _) {
            #expect(id == 12)
            #expect(position == 3)
        }
        #expect(throws: PatternError.self) { try HyperscanMatcher(PatternSet([Pattern(id: 1, expression: "a*")])) }
        #expect(throws: PatternError.badExpression(1, position: 1, reason: "a NUL byte; write \\x00")) {
            try HyperscanMatcher(PatternSet([Pattern(id: 1, expression: "a\u{0}b")]))
        }
    }

    @Test func aSetIsChecked() {
        #expect(throws: PatternError.repeatedID(1)) { try PatternSet([Pattern(id: 1, literal: "a"), Pattern(id: 1, literal: "b")]) }
        #expect(throws: PatternError.emptyExpression(1)) { try PatternSet([Pattern(id: 1, literal: "")]) }
        #expect(throws: PatternError.wholeWordExpression(1)) { try PatternSet([Pattern(id: 1, expression: "a", options: .wholeWord)]) }
    }

    @Test func threadsShareAMatcher() async throws {
        let matcher = try HyperscanMatcher(PatternSet([Pattern(id: 1, literal: "needle", options: [])]))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 1...4 {
                group.addTask {
                    var scratch = PatternScratch()
                    var matches: [PatternMatch] = []
                    var total = 0
                    for _ in 0..<50 {
                        let text = Array(String(repeating: "hay needle ", count: task).utf8)
                        try matcher.scan(text.span, scratch: &scratch, matches: &matches)
                        total += matches.count
                    }
                    return total
                }
            }
            var totals: [Int] = []
            for try await total in group { totals.append(total) }
            #expect(totals.sorted() == [50, 100, 150, 200])
        }
    }
}
