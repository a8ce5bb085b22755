// Canonical decomposition, ordering and composition (Unicode section 3.11, UAX 15) of short runs of scalars.

internal import UnicodeTables

/// Normalisation of one run of scalars: a starter and what combines with it. Runs are short, so plain insertion sorts.
enum CanonicalOrder {
    // Hangul syllables are composed by rule (Unicode section 3.12).
    private static let syllables: UInt32 = 0xAC00
    private static let leads: UInt32 = 0x1100
    private static let vowels: UInt32 = 0x1161
    private static let trails: UInt32 = 0x11A7
    private static let vowelCount: UInt32 = 21
    private static let trailCount: UInt32 = 28
    private static let syllableCount: UInt32 = 11_172

    /// The canonical combining class.
    static func combiningClass(_ scalar: UInt32) -> UInt8 {
        UInt8(truncatingIfNeeded: chaffinch_canonical(scalar))
    }

    /// Appends the full canonical decomposition of a scalar.
    static func appendDecomposition(of scalar: UInt32, to run: inout [UInt32]) {
        if scalar < 0xC0 {
            run.append(scalar)
            return
        }
        let index = scalar &- syllables
        if index < syllableCount {
            run.append(leads + index / (vowelCount * trailCount))
            run.append(vowels + index % (vowelCount * trailCount) / trailCount)
            if index % trailCount != 0 { run.append(trails + index % trailCount) }
            return
        }
        let offset = chaffinch_canonical(scalar) >> 8
        if offset == 0 {
            run.append(scalar)
            return
        }
        appendPooled(from: offset, to: &run, byteAt: chaffinch_decomposition_byte)
    }

    /// Appends the scalars of a sequence that a table's pool holds: its length in bytes, then its UTF-8.
    static func appendPooled(from offset: UInt32, to run: inout [UInt32], byteAt: (UInt32) -> UInt8) {
        var at = offset + 1
        let end = at + UInt32(byteAt(offset))
        while at < end {
            let first = UInt32(byteAt(at))
            let length: UInt32 = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var value = first & (length == 1 ? 0x7F : 0x7F >> length)
            for next in 1..<max(1, length) {
                value = value << 6 | UInt32(byteAt(at + next)) & 0x3F
            }
            run.append(value)
            at += length
        }
    }

    /// Puts the marks after each starter into canonical order, from an index on. The sort is stable; a run of more than `limit`
    /// marks is sorted piece by piece, so that a hostile text costs linear time (the bound of the Stream-Safe Text Format is 30).
    static func sort(_ run: inout [UInt32], from start: Int, limit: Int = 64) {
        var index = start
        while index < run.count {
            let level = combiningClass(run[index])
            if level != 0 {
                var place = index
                while place > start, index - place < limit {
                    let before = combiningClass(run[place - 1])
                    guard before > level else { break }
                    run.swapAt(place, place - 1)
                    place -= 1
                }
            }
            index += 1
        }
    }

    /// Composes a decomposed and sorted run in place.
    static func compose(_ run: inout [UInt32]) {
        guard run.count > 1 else { return }
        var starter = -1
        var lastClass: UInt8 = 0
        var kept = 0
        for index in run.indices {
            let scalar = run[index]
            let level = combiningClass(scalar)
            if starter >= 0, kept == starter + 1 || lastClass < level, let composite = composite(run[starter], scalar) {
                run[starter] = composite
                continue
            }
            run[kept] = scalar
            if level == 0 { starter = kept }
            lastClass = level
            kept += 1
        }
        run.removeSubrange(kept...)
    }

    private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
        if first &- leads < 19, second &- vowels < vowelCount {
            return syllables + ((first - leads) * vowelCount + (second - vowels)) * trailCount
        }
        let index = first &- syllables
        if index < syllableCount, index % trailCount == 0, second > trails, second < trails + trailCount {
            return first + (second - trails)
        }
        let found = chaffinch_composition(first, second)
        return found == 0 ? nil : found
    }
}
