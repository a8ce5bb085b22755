/// Whose money or time is spent. Amounts of two perspectives are not one amount: an hour of a user is no invoice, and a loss by fraud is
/// somebody's gain.
public enum Perspective: String, Sendable, Hashable, CaseIterable {
    /// What operators spend.
    case `operator`
    /// What users spend, most of it time.
    case users
    /// What the state spends.
    case `public`
    /// What goes from one pocket into another: fraud, charges that are not paid. Each line stands alone, because two of them are two
    /// estimates of one loss.
    case transfers

    /// Whether the lines of the perspective can be added up.
    public var hasTotal: Bool { self != .transfers }
}
