/// Whether a number is another to 0.1 percent.
func isClose(_ number: Double?, _ expected: Double) -> Bool {
    guard let number else { return false }
    return abs(number - expected) <= 0.001 * abs(expected)
}
