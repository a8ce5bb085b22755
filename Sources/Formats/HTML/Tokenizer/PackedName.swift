// Names of tags, attributes, properties and colours, compared and looked up without touching memory again.

/// A name in ASCII lower case, packed into two words: exact for names of up to sixteen bytes.
///
/// `head` holds the first eight bytes (all of a shorter name), `tail` the last eight. Longer names agree when their ends and their
/// length do, which is enough to look up a known word, and not enough to call two unknown names the same.
struct PackedName: Equatable, Sendable {
    private(set) var head: UInt64 = 0
    private(set) var tail: UInt64 = 0
    private(set) var count = 0

    /// No name.
    init() {}

    /// The name of a known word.
    init(_ name: String) {
        for byte in name.utf8 { append(byte) }
        close()
    }

    /// The name at a range of bytes.
    @inline(__always)
    init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        guard start < end, start &+ 8 <= bytes.count else {
            for index in start..<end { append(bytes[index]) }
            close()
            return
        }
        count = end &- start
        let first = Self.lowered(bytes.word(at: start)).byteSwapped
        if count < 8 {
            head = first &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
            tail = head
        } else {
            head = first
            tail = count == 8 ? first : Self.lowered(bytes.word(at: end &- 8)).byteSwapped
        }
    }

    /// Eight bytes with the ASCII capitals among them in lower case.
    @inline(__always)
    private static func lowered(_ word: UInt64) -> UInt64 {
        let low = word & 0x7F7F_7F7F_7F7F_7F7F
        let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
        let beyondZ = low &+ 0x2525_2525_2525_2525
        return word | (fromA & ~beyondZ & ~word & 0x8080_8080_8080_8080) &>> 2
    }

    /// Adds a byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        tail = tail &<< 8 | UInt64(ASCII.lowered(byte))
        count &+= 1
        if count == 8 { head = tail }
    }

    /// Ends the name; must be called once after the last byte.
    @inline(__always)
    mutating func close() {
        if count < 8 { head = tail }
    }

    /// Whether equal packed names are equal names.
    var isExact: Bool { count <= 16 }

    /// A well-spread number for tables.
    @inline(__always)
    var mixed: UInt64 {
        (head &* 0x9E37_79B9_7F4A_7C15 &+ tail &* 0xC2B2_AE3D_27D4_EB4F &+ UInt64(truncatingIfNeeded: count)) &* 0x1656_67B1_9E37_79F9
    }
}

/// A small fixed dictionary from packed names to numbers: open addressing, at most a quarter full, built once.
struct NameTable: Sendable {
    private struct Slot: Sendable {
        var name = PackedName()
        var value: UInt32 = 0
    }

    private var slots: [Slot]
    private let shift: UInt64

    /// A table of these names and their values.
    init(_ entries: [(name: String, value: UInt32)]) {
        var bits: UInt64 = 4
        while 1 << bits < entries.count * 4 { bits += 1 }
        shift = 64 - bits
        slots = Array(repeating: Slot(), count: 1 << bits)
        for entry in entries {
            let name = PackedName(entry.name)
            var index = Int(truncatingIfNeeded: name.mixed >> shift)
            while slots[index].name.count != 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = Slot(name: name, value: entry.value)
        }
    }

    /// The value of a name, or nothing. The empty name is in no table.
    @inline(__always)
    func value(of name: PackedName) -> UInt32? {
        var index = Int(truncatingIfNeeded: name.mixed &>> shift)
        // At most a quarter of the slots is taken, so an empty one ends every search.
        while slots[index].name.count != 0 {
            if slots[index].name == name { return slots[index].value }
            index = (index &+ 1) & (slots.count &- 1)
        }
        return nil
    }
}
