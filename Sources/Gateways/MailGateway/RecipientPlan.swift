public import Filter
internal import Messages

/// What becomes of the recipients of one mail, where not the same is due for all of them.
///
/// A mail server hears one answer for all, and may take recipients out of the mail. What is done to the mail is the gentlest of what is due
/// (`JudgedMail.decision`): a sender who is refused is refused for all, and who is taken out without a word gets nothing and nobody knows. So
/// a recipient is taken out only where that loses nothing unseen: a message that is to be dropped (which `policy.allow-discard` has to
/// allow), one that is kept where the recipient can look, and one that is refused where the operator has said that it may vanish.
public struct RecipientPlan: Sendable, Hashable {
    /// The places of those who are taken out of the mail.
    public let removed: [Int]
    /// For how many less is done than is due, since others are to have the mail.
    public let spared: Int

    /// A plan.
    ///
    /// - Parameters:
    ///   - mayRemove: whether the mail server lets recipients be taken out.
    ///   - dropsRefused: whether who is refused may be taken out too.
    public init(_ judged: JudgedMail, mayRemove: Bool, dropsRefused: Bool) {
        let outcome = judged.decision.effect
        var removed: [Int] = []
        var spared = 0
        for group in judged.recipients where group.decision.effect != outcome {
            let effect = group.decision.effect
            let isGivenUp = effect == .discard || effect == .reject && dropsRefused
            let isKept = group.isKept && outcome.isGentler(than: .quarantine)
            // A mail that is not taken over as a whole stays whole: its sender comes again, or is told.
            if mayRemove, outcome.isGentler(than: .defer), isGivenUp || isKept {
                removed += group.recipients
            } else {
                spared += group.recipients.count
            }
        }
        self.removed = removed.sorted()
        self.spared = spared
    }
}
