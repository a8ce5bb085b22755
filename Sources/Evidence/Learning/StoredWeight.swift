/// A weight as it lies in memory: a float while it is learnt, half of one where it is only read.
protocol StoredWeight {
    var value: Float { get }
}

extension Float: StoredWeight {
    @inline(__always) var value: Float { self }
}

/// The upper half of a 32-bit float (bfloat16): the same range, eight bits of precision.
struct BFloat16: StoredWeight, Sendable, Hashable {
    var bits: UInt16

    @inline(__always)
    init(bits: UInt16) {
        self.bits = bits
    }

    /// A float, rounded to the nearest even (finite values only; others become zero).
    init(_ value: Float) {
        bits = ContentModel.narrow(value)
    }

    @inline(__always) var value: Float { ContentModel.widen(bits) }
}
