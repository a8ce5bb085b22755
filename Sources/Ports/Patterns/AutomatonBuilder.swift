/// Builds the table of an Aho-Corasick automaton (Aho and Corasick 1975); `LiteralMatcher` tells its layout.
struct AutomatonBuilder {
    /// The class of each byte; 0 for the bytes that no literal contains.
    private(set) var classes = [UInt8](repeating: 0, count: 256)
    /// How many classes there are: the length of a row.
    private(set) var width = 1
    /// The rows. While literals are added, an entry is the number of a state, 0 for none; after `link` it is as in the matcher.
    private(set) var table: [UInt32] = []
    /// How many states there are; state 0 is the beginning.
    private(set) var stateCount = 1
    private var most = 1

    /// Whether a byte is a letter of ASCII, whose case may count.
    static func isLetter(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte)
    }

    /// Takes a literal into account when sizes are worked out. Every literal is counted before the first is added.
    mutating func count(_ literal: [UInt8]) {
        most += literal.count
        for byte in literal where classes[Int(byte)] == 0 {
            // At most 230 classes: 256 bytes, less the 26 letters that share.
            classes[Int(byte)] = UInt8(width)
            if Self.isLetter(byte) { classes[Int(byte ^ 0x20)] = UInt8(width) }
            width += 1
        }
    }

    /// Makes room for the literals counted.
    mutating func begin() throws(PatternError) {
        let bytes = most * width * MemoryLayout<UInt32>.size
        guard bytes <= PatternLimits.automatonBytes else { throw .automatonTooLarge(bytes: bytes) }
        table.reserveCapacity(most * width)
        table = [UInt32](repeating: 0, count: width)
    }

    /// Adds a literal and gives the state in which it ends.
    mutating func add(_ literal: [UInt8]) -> Int {
        var state = 0
        for byte in literal {
            let place = state * width + Int(classes[Int(byte)])
            if table[place] == 0 {
                table[place] = UInt32(stateCount)
                table.append(contentsOf: repeatElement(0, count: width))
                stateCount += 1
            }
            state = Int(table[place])
        }
        return state
    }

    /// Folds failure links into the table and makes its entries offsets with a mark; gives for each state the longest
    /// proper suffix in which something ends.
    mutating func link(ends: (Int) -> Bool) -> [UInt32] {
        var failure = [UInt32](repeating: 0, count: stateCount)
        var nextEnding = [UInt32](repeating: 0, count: stateCount)
        var queue: [Int] = [0]
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            let back = Int(failure[state])
            if state != 0 { nextEnding[state] = ends(back) && back != 0 ? UInt32(back) : nextEnding[back] }
            for column in 0..<width {
                let place = state * width + column
                let next = Int(table[place])
                let fallback = state == 0 ? 0 : table[back * width + column]
                if next != 0 {
                    failure[next] = fallback
                    queue.append(next)
                } else {
                    table[place] = fallback
                }
            }
        }
        for place in table.indices {
            let state = Int(table[place])
            let marks = ends(state) || nextEnding[state] != 0
            table[place] = UInt32(state * width) << 1 | (marks ? 1 : 0)
        }
        return nextEnding
    }
}
