internal import Messages
internal import Rules

/// Says what kind of spam a message is: the class that the evidence points to with the most weight.
///
/// A first form: the classes are those the checks name, and themes of phrases decide where no check does.
enum ThreatDecision {
    static func threat(probability: Double, evidence: [Evidence], threats: [String: ThreatClass], phrases: PhraseHits) -> ThreatClass {
        guard probability >= 0.5 else { return .none }
        var weights: [ThreatClass: Double] = [:]
        for piece in evidence where piece.weight > 0 {
            if let threat = threats[piece.id] { weights[threat, default: 0] += piece.weight }
        }
        for (theme, threat) in themes where phrases.has(theme) {
            weights[threat, default: 0] += 0.3 * Double(min(phrases[theme], 4))
        }
        let strongest = weights.max { left, right in left.value != right.value ? left.value < right.value : left.key > right.key }
        return strongest?.key ?? .unspecified
    }

    private static let themes: [(Theme, ThreatClass)] = [
        (.parcel, .phishing), (.account, .phishing), (.mailbox, .phishing), (.tax, .phishing), (.toll, .phishing),
        (.codeRequest, .phishing),
        (.prize, .scam), (.wrongNumber, .scam), (.family, .scam), (.job, .scam), (.extortion, .scam), (.advanceFee, .scam),
        (.investment, .scam), (.boss, .scam), (.renewal, .scam), (.technicalHelp, .scam),
        (.loan, .advertising), (.pharmacy, .advertising), (.replica, .advertising), (.marketing, .advertising), (.selling, .advertising),
        (.adult, .adult), (.gambling, .gambling),
    ]
}
