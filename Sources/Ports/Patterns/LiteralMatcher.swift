// The portable matcher: an Aho-Corasick automaton in plain Swift. It needs no library and finds literals and the
// expressions that stand for few literals; the rest it names as unsupported.
//
// Memory layout. Bytes fall into classes: those that no pattern contains share class 0, and a letter shares its class with
// its other case. The automaton is one table with a row for each state and a column for each class. An entry is the offset
// of the next state's row, shifted left by one; its lowest bit says that something ends in that state, so that the inner
// loop is two loads and a test for each byte. Failure links are folded into the table while it is built.

/// Finds literals, and expressions that stand for few literals, in one pass with no library behind it.
public struct LiteralMatcher: PatternMatcher {
    /// What ends in a state.
    private struct Entry: Sendable {
        var pattern: UInt32
        var id: UInt32
        var length: UInt32
        /// Where the exact bytes lie in `exactBytes`, for a literal whose case counts; -1 for others.
        var exact: Int32
        var isWholeWord: Bool
        var boundaryBefore: Bool
        var boundaryAfter: Bool
        var isSingle: Bool
    }

    /// The expressions that stand for too many strings for this matcher.
    public let unsupported: [UInt32]

    private let patternCount: Int
    private let classes: [UInt8]
    private let width: Int
    private let table: [UInt32]
    private let entries: [Entry]
    /// For each state, where its entries begin; one more at the end.
    private let firstEntry: [UInt32]
    /// For each state, the longest proper suffix of it in which something ends; 0 for none.
    private let nextEnding: [UInt32]
    private let exactBytes: [UInt8]

    /// A matcher for the set. Throws when the table would be larger than the limit.
    public init(_ set: PatternSet) throws(PatternError) {
        var builder = AutomatonBuilder()
        var unsupported: [UInt32] = []
        var literals: [(bytes: [UInt8], entry: Entry)] = []
        var exactBytes: [UInt8] = []
        for (place, pattern) in set.patterns.enumerated() {
            let strings: [ExpandedLiteral]
            if pattern.isLiteral {
                strings = [ExpandedLiteral(bytes: pattern.expression)]
            } else if let expanded = ExpressionExpansion.literals(of: pattern.expression) {
                strings = expanded
            } else {
                unsupported.append(pattern.id)
                continue
            }
            for string in strings {
                var exact: Int32 = -1
                if !pattern.options.contains(.caseless), string.bytes.contains(where: AutomatonBuilder.isLetter) {
                    exact = Int32(clamping: exactBytes.count)
                    exactBytes += string.bytes
                }
                literals.append(
                    (
                        string.bytes,
                        Entry(
                            pattern: UInt32(place), id: pattern.id, length: UInt32(string.bytes.count), exact: exact,
                            isWholeWord: pattern.options.contains(.wholeWord), boundaryBefore: string.boundaryBefore,
                            boundaryAfter: string.boundaryAfter, isSingle: pattern.options.contains(.singleMatch))
                    ))
                builder.count(string.bytes)
            }
        }
        try builder.begin()
        var endings: [[Entry]] = [[]]
        for (bytes, entry) in literals {
            let state = builder.add(bytes)
            while endings.count <= state { endings.append([]) }
            endings[state].append(entry)
        }
        while endings.count < builder.stateCount { endings.append([]) }
        self.nextEnding = builder.link { endings[$0].isEmpty == false }
        var firstEntry: [UInt32] = []
        var entries: [Entry] = []
        for list in endings {
            firstEntry.append(UInt32(entries.count))
            entries += list
        }
        firstEntry.append(UInt32(entries.count))
        self.firstEntry = firstEntry
        self.entries = entries
        self.table = builder.table
        self.classes = builder.classes
        self.width = builder.width
        self.exactBytes = exactBytes
        self.unsupported = unsupported
        self.patternCount = set.patterns.count
    }

    /// Looks through `text` as the port promises; the text may be of any bytes.
    @discardableResult
    public func scan(_ text: Span<UInt8>, scratch: inout PatternScratch, matches: inout [PatternMatch]) throws(PatternError) -> Bool {
        guard text.count < Int(UInt32.max) else { throw .textTooLong(text.count) }
        matches.removeAll(keepingCapacity: true)
        scratch.reset(patterns: patternCount)
        let table = table.span
        let classes = classes.span
        var row = 0
        for index in text.indices {
            let entry = table[row &+ Int(classes[Int(text[index])])]
            row = Int(entry >> 1)
            if entry & 1 != 0 {
                report(endingIn: row / width, end: index + 1, of: text, lastEnds: &scratch.lastEnds, into: &matches)
                if matches.count > PatternLimits.matches {
                    matches.removeLast(matches.count - PatternLimits.matches)
                    matches.sortNearlySorted()
                    return false
                }
            }
        }
        matches.sortNearlySorted()
        return true
    }

    private func report(
        endingIn first: Int, end: Int, of text: Span<UInt8>, lastEnds: inout [UInt32], into matches: inout [PatternMatch]
    ) {
        var state = first
        repeat {
            for place in Int(firstEntry[state])..<Int(firstEntry[state + 1]) {
                let entry = entries[place]
                let last = lastEnds[Int(entry.pattern)]
                if last == UInt32(end) || (last != 0 && entry.isSingle) { continue }
                let start = end - Int(entry.length)
                if entry.isWholeWord, !WordBoundary.isWholeWord(start, end, in: text) { continue }
                if entry.boundaryBefore, !WordBoundary.holds(at: start, in: text) { continue }
                if entry.boundaryAfter, !WordBoundary.holds(at: end, in: text) { continue }
                if entry.exact >= 0, !isExact(entry, at: start, in: text) { continue }
                lastEnds[Int(entry.pattern)] = UInt32(end)
                matches.append(PatternMatch(id: entry.id, start: start, end: end))
            }
            state = Int(nextEnding[state])
        } while state != 0
    }

    private func isExact(_ entry: Entry, at start: Int, in text: Span<UInt8>) -> Bool {
        let offset = Int(entry.exact)
        for index in 0..<Int(entry.length) where text[start + index] != exactBytes[offset + index] { return false }
        return true
    }
}
