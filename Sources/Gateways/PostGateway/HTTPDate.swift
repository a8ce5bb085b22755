internal import Messages

extension Timestamp {
    private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// The moment as HTTP writes it (RFC 9110 section 5.6.7): `Sat, 21 Nov 2026 08:00:00 GMT`.
    var httpDate: String {
        let civil = civil
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let year = String(abs(civil.year))
        // The first of January 1970 was a Thursday.
        let day = Int((seconds - (seconds % 86_400 + 86_400) % 86_400) / 86_400)
        return Timestamp.days[(day % 7 + 7) % 7] + ", \(two(civil.day)) \(Timestamp.months[civil.month - 1]) "
            + String(repeating: "0", count: max(0, 4 - year.count)) + year
            + " \(two(civil.hour)):\(two(civil.minute)):\(two(civil.second)) GMT"
    }
}
