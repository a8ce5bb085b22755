import Testing

@testable import Learning

/// Sorting by digits gives what a set and a comparison would.
@Suite struct SortedHashesTests {
    @Test(arguments: [0, 1, 2, 63, 64, 65, 1000, 5000]) func asASetSorted(count: Int) {
        var state: UInt32 = 7
        func next() -> UInt32 {
            state = state &* 1_664_525 &+ 1_013_904_223
            return state
        }
        var sorting = SortedHashes()
        // Of all bits, of few values, of the lower and of the upper digit alone, all the same, and of the storage of those before.
        for mask in [UInt32.max, 0x1F, 0x7FF, 0x3F_F800, 0] {
            let hashes = (0..<count).map { _ in next() >> 3 & mask | next() & mask & 0xFFC0_0000 }
            var kept: [UInt32] = [9]
            sorting.append(hashes.span, to: &kept)
            #expect(kept == [9] + Set(hashes.map { $0 & 0x3F_FFFF }).sorted())
        }
    }
}
