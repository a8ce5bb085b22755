public import Features

/// The share of spam that verdicts assume before they know anything of a message, where nobody says a better one.
///
/// A message does not show how much spam there is: that must come from outside. These are published figures of whole channels, chosen for what
/// they are and not for what any measurement here gives with them (docs/learning.md has the sources); whoever knows the share at hand
/// says it in `filter.spam-share`.
public enum AssumedShare {
    /// The share assumed for a family of channels.
    public static func of(_ family: ChannelFamily) -> Double {
        switch family {
        // Kaspersky: 44.99 % of the mail of 2025, 46 % of that of 2021.
        case .mail: 0.45
        // Published figures for short messages run from 0.3 % (USA 2007) over 10 % (Korea 2004) to 43 % (USA 2004): the middle one.
        case .text: 0.1
        // Hiya: 28 % of the calls from unknown numbers in 2023. No share was found for chat, posts and advertisements.
        case .social: 0.28
        }
    }

    /// The log-odds of a share; shares at the ends are moved inside, since nothing outweighs certainty.
    static func logOdds(_ share: Double) -> Double {
        let inside = min(max(share, least), 1 - least)
        return naturalLogarithm(inside / (1 - inside))
    }

    /// The nearest to 0 and to 1 that a share may come.
    static let least = 0.0001

    /// The natural logarithm, computed the same way on every machine (|error| < 1e-14 for what shares need).
    private static func naturalLogarithm(_ number: Double) -> Double {
        let exponent = number.exponent
        let significand = number.significand
        // ln(m) = 2 artanh((m - 1) / (m + 1)), m from 1 to 2.
        let ratio = (significand - 1) / (significand + 1)
        var power = ratio
        var sum = 0.0
        for divisor in stride(from: 1, through: 39, by: 2) {
            sum += power / Double(divisor)
            power *= ratio * ratio
        }
        return 2 * sum + Double(exponent) * 0.693_147_180_559_945_3
    }
}
