internal import ASCIIBlocks

/// Counts line ends.
enum LineEnds {
    /// How many line feeds stand before an offset; up to the next multiple of sixteen zeros must follow.
    static func count(in bytes: RawSpan, to end: Int) -> Int {
        var total = 0
        var at = 0
        while at < end {
            // A counter holds 255.
            let stop = min(end, at &+ 255 &* 16)
            var counters = SIMD16<UInt8>()
            while at < stop {
                counters = chaffinch_tally(counters, sixteen(bytes, at), 0x0A)
                at &+= 16
            }
            total &+= Int(chaffinch_sum(counters))
        }
        return total
    }
}
