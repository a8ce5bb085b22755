// What several harnesses share: an input taken as choices, and what fills a file that is larger than any input.

/// An input, byte by byte; zeros once it ends.
struct Choices {
    private var rest: ArraySlice<UInt8>

    init(_ input: [UInt8]) { rest = input[...] }

    var isEmpty: Bool { rest.isEmpty }

    mutating func next() -> UInt8 { rest.popFirst() ?? 0 }

    /// A number from 0 up to, not including, a limit of at most 256.
    mutating func below(_ limit: Int) -> Int { Int(next()) % limit }

    /// Whether something that is seldom shall be, about one time in so many.
    mutating func isOne(in many: Int) -> Bool { below(many) == many - 1 }

    mutating func half() -> UInt32 { (0..<4).reduce(0) { number, _ in number << 8 | UInt32(next()) } }

    mutating func word() -> UInt64 { UInt64(half()) << 32 | UInt64(half()) }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in next() } }

    /// A number as a weight may be, or at the edge of what it may be, or any at all.
    mutating func float() -> Float {
        let usual: [Float] = [0, 1, -1, 0.01, 1e-6, 5.5, -0.3, 120, 1e-30, 999_999, 1e6, -1e6, 3e38, -0.0]
        let choice = below(usual.count + 2)
        return choice < usual.count ? usual[choice] : Float(bitPattern: half())
    }
}

extension [UInt8] {
    /// Grows to a size by a pattern, over and over.
    mutating func fill(to size: Int, with pattern: [UInt8]) {
        while count < size { self += pattern.prefix(size - count) }
    }
}
