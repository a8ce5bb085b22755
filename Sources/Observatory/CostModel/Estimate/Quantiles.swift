/// Values below which a share of others lies.
enum Quantiles {
    /// The value at a share of sorted ones, between two of them in proportion (Hyndman and Fan 1996, type 7).
    static func value(at share: Double, of sorted: [Double]) -> Double {
        guard let last = sorted.last else { return .nan }
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }
}
