// Turns an expression that stands for few strings into those strings, for the portable matcher.
// `w[i1]n (?:now|today)` is four literals; `\d{4,8}` stands for millions and is left to a real engine.

/// One of the strings that an expression stands for.
struct ExpandedLiteral: Equatable {
    /// The bytes to be found.
    var bytes: [UInt8]
    /// Whether `\b` stands before them.
    var boundaryBefore = false
    /// Whether `\b` stands after them.
    var boundaryAfter = false
}

/// Reads the finite part of the expression syntax; anything else makes it give up, which is a gap and not an error.
struct ExpressionExpansion {
    /// Stands for `\b` among the bytes of a string.
    private static let boundary: UInt16 = 256

    private let expression: [UInt8]
    private var index = 0

    private init(_ expression: [UInt8]) {
        self.expression = expression
    }

    /// The strings that `expression` stands for, or nothing when they are too many, endless, empty, or need a real engine.
    static func literals(of expression: [UInt8]) -> [ExpandedLiteral]? {
        var reader = ExpressionExpansion(expression)
        guard let strings = reader.alternation(depth: 0), reader.index == expression.count else { return nil }
        var literals: [ExpandedLiteral] = []
        for string in strings {
            var literal = ExpandedLiteral(bytes: [])
            for (place, symbol) in string.enumerated() {
                if symbol < boundary {
                    literal.bytes.append(UInt8(truncatingIfNeeded: symbol))
                } else if place == 0 {
                    literal.boundaryBefore = true
                } else if place == string.count - 1 {
                    literal.boundaryAfter = true
                } else {
                    return nil
                }
            }
            guard !literal.bytes.isEmpty else { return nil }
            if !literals.contains(literal) { literals.append(literal) }
        }
        return literals
    }

    private mutating func alternation(depth: Int) -> [[UInt16]]? {
        guard depth <= PatternLimits.groupDepth else { return nil }
        var all: [[UInt16]] = []
        while true {
            guard let branch = sequence(depth: depth) else { return nil }
            all += branch
            guard all.count <= PatternLimits.alternatives else { return nil }
            guard index < expression.count, expression[index] == UInt8(ascii: "|") else { return all }
            index += 1
        }
    }

    private mutating func sequence(depth: Int) -> [[UInt16]]? {
        var strings: [[UInt16]] = [[]]
        while index < expression.count, expression[index] != UInt8(ascii: "|"), expression[index] != UInt8(ascii: ")") {
            guard let atom = atom(depth: depth), let (least, most) = repeats() else { return nil }
            var grown: [[UInt16]] = []
            var current = strings
            for count in 0...most {
                if count >= least { grown += current }
                guard grown.count <= PatternLimits.alternatives else { return nil }
                if count == most { break }
                current = Self.joined(current, atom)
                guard current.count <= PatternLimits.alternatives else { return nil }
            }
            strings = grown
        }
        return strings
    }

    private static func joined(_ heads: [[UInt16]], _ tails: [[UInt16]]) -> [[UInt16]] {
        guard heads.count * tails.count <= PatternLimits.alternatives else {
            // One too many, so that the caller's check of the limit fails; what they are does not matter.
            return [[UInt16]](repeating: [], count: PatternLimits.alternatives + 1)
        }
        return heads.flatMap { head in tails.map { head + $0 } }
    }

    private mutating func atom(depth: Int) -> [[UInt16]]? {
        let byte = expression[index]
        index += 1
        switch byte {
        case UInt8(ascii: "("):
            if index < expression.count, expression[index] == UInt8(ascii: "?") {
                guard index + 1 < expression.count, expression[index + 1] == UInt8(ascii: ":") else { return nil }
                index += 2
            }
            guard let inside = alternation(depth: depth + 1), index < expression.count, expression[index] == UInt8(ascii: ")")
            else { return nil }
            index += 1
            return inside
        case UInt8(ascii: "["): return bracket()
        case UInt8(ascii: "\\"):
            guard let symbols = escape() else { return nil }
            return symbols.map { [$0] }
        case UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"),
            UInt8(ascii: "{"):
            return nil
        default: return [[UInt16(byte)]]
        }
    }

    /// How often the atom before may stand: `?`, `{n}`, `{m,n}`; once where nothing is said.
    private mutating func repeats() -> (Int, Int)? {
        guard index < expression.count else { return (1, 1) }
        switch expression[index] {
        case UInt8(ascii: "?"):
            index += 1
            return followedByModifier ? nil : (0, 1)
        case UInt8(ascii: "{"):
            index += 1
            guard let least = number(), index < expression.count else { return nil }
            var most = least
            if expression[index] == UInt8(ascii: ",") {
                index += 1
                guard let limit = number() else { return nil }
                most = limit
            }
            guard index < expression.count, expression[index] == UInt8(ascii: "}"), least <= most else { return nil }
            index += 1
            return followedByModifier ? nil : (least, most)
        case UInt8(ascii: "*"), UInt8(ascii: "+"): return nil
        default: return (1, 1)
        }
    }

    private var followedByModifier: Bool {
        index < expression.count
            && [UInt8(ascii: "?"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "{")].contains(expression[index])
    }

    private mutating func number() -> Int? {
        var value = 0
        let first = index
        while index < expression.count, (48...57).contains(expression[index]), index - first < 3 {
            value = value * 10 + Int(expression[index] - 48)
            index += 1
        }
        return index > first ? value : nil
    }

    private mutating func escape() -> [UInt16]? {
        guard index < expression.count else { return nil }
        let byte = expression[index]
        index += 1
        switch byte {
        case UInt8(ascii: "b"): return [Self.boundary]
        case UInt8(ascii: "d"): return (48...57).map { $0 }
        case UInt8(ascii: "s"): return [9, 10, 11, 12, 13, 32]
        case UInt8(ascii: "t"): return [9]
        case UInt8(ascii: "n"): return [10]
        case UInt8(ascii: "r"): return [13]
        case UInt8(ascii: "x"):
            guard index + 2 <= expression.count, let high = Self.hex(expression[index]), let low = Self.hex(expression[index + 1])
            else { return nil }
            index += 2
            return [UInt16(high) << 4 | UInt16(low)]
        case 48...57, 65...90, 97...122: return nil
        default: return [UInt16(byte)]
        }
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }

    private mutating func bracket() -> [[UInt16]]? {
        var members: [UInt16] = []
        guard index < expression.count, expression[index] != UInt8(ascii: "^"), expression[index] != UInt8(ascii: "]") else { return nil }
        while index < expression.count, expression[index] != UInt8(ascii: "]") {
            var found: [UInt16]
            if expression[index] == UInt8(ascii: "\\") {
                index += 1
                guard let symbols = escape(), symbols != [Self.boundary] else { return nil }
                found = symbols
            } else {
                // A class of characters beyond ASCII would be a class of their bytes: left alone.
                guard expression[index] < 0x80, expression[index] != UInt8(ascii: "[") else { return nil }
                found = [UInt16(expression[index])]
                index += 1
            }
            if index + 1 < expression.count, expression[index] == UInt8(ascii: "-"), expression[index + 1] != UInt8(ascii: "]") {
                guard found.count == 1, expression[index + 1] != UInt8(ascii: "\\"), found[0] <= UInt16(expression[index + 1])
                else { return nil }
                found = Array(found[0]...UInt16(expression[index + 1]))
                index += 2
            }
            for symbol in found where !members.contains(symbol) { members.append(symbol) }
        }
        guard index < expression.count else { return nil }
        index += 1
        return members.map { [$0] }
    }
}
