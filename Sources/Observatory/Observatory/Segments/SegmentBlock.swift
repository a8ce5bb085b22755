/// What a segment counts for each key. Merging commutes and associates.
protocol SegmentValue: Sendable, Equatable {
    /// A number of the form, so that bytes of another form are refused.
    static var form: UInt8 { get }
    /// What merges with anything to that thing.
    static var empty: Self { get }
    mutating func merge(_ other: Self)
    func write(to bytes: inout [UInt8])
    init(from reader: inout SegmentReader) throws(SegmentDefect)
}

/// The content of a segment: keys of some numbers each, in order, and a value for each key.
///
/// As bytes: a version, the form of values, how many numbers a key has, how many keys there are; then of each key how many of its numbers
/// are those of the key before, by how much the next one is larger, the rest of them, and the value. That takes about eight bytes
/// for a key and its counts.
struct SegmentBlock<Value: SegmentValue>: Sendable, Equatable {
    private static var version: UInt8 { 1 }

    /// How many numbers a key has.
    let width: Int
    /// The numbers of all keys, one key after the other.
    private(set) var numbers: [UInt32] = []
    /// The values.
    private(set) var values: [Value] = []

    init(width: Int) {
        self.width = width
    }

    var count: Int { values.count }

    /// Adds a key that comes after all others, told number by number, or adds to the last one when it is the same.
    mutating func append(_ value: Value, key number: (Int) -> UInt32) {
        let last = numbers.count - width
        if !values.isEmpty, (0..<width).allSatisfy({ numbers[last + $0] == number($0) }) {
            values[values.count - 1].merge(value)
        } else {
            for place in 0..<width { numbers.append(number(place)) }
            values.append(value)
        }
    }

    /// The numbers of a key.
    func key(at index: Int) -> ArraySlice<UInt32> { numbers[index * width..<(index + 1) * width] }

    // MARK: Merging

    /// Both together.
    func merged(with other: SegmentBlock) -> SegmentBlock {
        if values.isEmpty { return other }
        if other.values.isEmpty { return self }
        var merged = SegmentBlock(width: width)
        merged.numbers.reserveCapacity(numbers.count + other.numbers.count)
        merged.values.reserveCapacity(count + other.count)
        var (left, right) = (0, 0)
        while left < count, right < other.count {
            switch order(of: left, other, right) {
            case 0:
                merged.take(self, left)
                merged.values[merged.values.count - 1].merge(other.values[right])
                left += 1
                right += 1
            case ..<0:
                merged.take(self, left)
                left += 1
            default:
                merged.take(other, right)
                right += 1
            }
        }
        merged.takeRest(of: self, from: left)
        merged.takeRest(of: other, from: right)
        return merged
    }

    /// All of them together, each pair of neighbours first, so that each key is looked at few times.
    static func merged(_ blocks: [SegmentBlock], width: Int) -> SegmentBlock {
        var blocks = blocks
        while blocks.count > 1 {
            blocks = stride(from: 0, to: blocks.count, by: 2).map { index in
                index + 1 < blocks.count ? blocks[index].merged(with: blocks[index + 1]) : blocks[index]
            }
        }
        return blocks.first ?? SegmentBlock(width: width)
    }

    private func order(of index: Int, _ other: SegmentBlock, _ otherIndex: Int) -> Int {
        for place in 0..<width {
            let (left, right) = (numbers[index * width + place], other.numbers[otherIndex * width + place])
            if left != right { return left < right ? -1 : 1 }
        }
        return 0
    }

    private mutating func take(_ other: SegmentBlock, _ index: Int) {
        for place in 0..<width { numbers.append(other.numbers[index * width + place]) }
        values.append(other.values[index])
    }

    private mutating func takeRest(of other: SegmentBlock, from index: Int) {
        guard index < other.count else { return }
        numbers.append(contentsOf: other.numbers[(index * width)...])
        values.append(contentsOf: other.values[index...])
    }

    // MARK: Bytes

    var bytes: [UInt8] {
        var bytes: [UInt8] = [SegmentBlock.version, Value.form, UInt8(width)]
        bytes.reserveCapacity(16 + 10 * count)
        bytes.append(number: UInt64(count))
        for index in 0..<count {
            let first = index * width
            var shared = 0
            if index > 0 {
                while shared < width - 1, numbers[first + shared] == numbers[first - width + shared] { shared += 1 }
            }
            bytes.append(UInt8(shared))
            bytes.append(number: UInt64(numbers[first + shared] - (index > 0 ? numbers[first - width + shared] : 0)))
            for place in shared + 1..<max(width, shared + 1) { bytes.append(number: UInt64(numbers[first + place])) }
            values[index].write(to: &bytes)
        }
        return bytes
    }

    /// Reads bytes that may be anything. They claim no more keys than they have bytes, and each is read before the next has room.
    init(bytes: [UInt8], width: Int) throws(SegmentDefect) {
        self.width = width
        var reader = SegmentReader(bytes)
        guard try reader.byte() == SegmentBlock.version else { throw SegmentDefect(reason: "its version is not known") }
        guard try reader.byte() == Value.form, try reader.byte() == width else { throw SegmentDefect(reason: "it is of another table") }
        let count = try reader.number(upTo: UInt64(bytes.count))
        for index in 0..<count {
            try readKey(isFirst: index == 0, &reader)
            values.append(try Value(from: &reader))
        }
        guard reader.isAtEnd else { throw SegmentDefect(reason: "there is something behind its end") }
    }

    private mutating func readKey(isFirst: Bool, _ reader: inout SegmentReader) throws(SegmentDefect) {
        let shared = Int(try reader.byte())
        guard shared < width, !isFirst || shared == 0 else { throw SegmentDefect(reason: "a key is out of range") }
        let before = numbers.count - width
        for place in 0..<shared { numbers.append(numbers[before + place]) }
        let step = try reader.number(upTo: UInt64(UInt32.max))
        // Keys go up; only so is merging a walk.
        guard isFirst || step > 0 else { throw SegmentDefect(reason: "its keys are not in order") }
        let next = (isFirst ? 0 : UInt64(numbers[before + shared])) + UInt64(step)
        guard let number = UInt32(exactly: next) else { throw SegmentDefect(reason: "a key is out of range") }
        numbers.append(number)
        for _ in shared + 1..<max(width, shared + 1) { numbers.append(UInt32(try reader.number(upTo: UInt64(UInt32.max)))) }
    }
}
