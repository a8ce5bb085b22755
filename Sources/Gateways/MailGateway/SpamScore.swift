internal import Filter
internal import Glibc
internal import Messages

/// A verdict in points, as clients of SpamAssassin know them: from five on a mail is spam.
///
/// The points are the verdict's log-odds, moved so that the probability from which on the policy calls a mail spam has five. One point more makes
/// it 2.7 times as likely, in odds, that a mail is spam.
struct SpamScore: Hashable {
    /// From so many points on a mail is spam: what rules of clients that look at the points alone expect.
    static let threshold = 5.0
    /// The most that a mail has that is not spam: the next tenth is the threshold.
    private static let mostOfHam = 4.9
    /// Beyond this a probability is taken for certain: no verdict's log-odds come as far.
    private static let certain = 1e-6

    /// Whether the policy calls the mail spam.
    let isDue: Bool
    /// Whether the policy is carried out, or only observed.
    let isCarriedOut: Bool
    /// The points that the mail has, at least the threshold exactly where it is due.
    let points: Double

    init(_ judged: JudgedMail) {
        let decision = judged.decision
        isDue = decision.disposition != .accept && decision.disposition != .defer
        isCarriedOut = decision.isCarriedOut
        let least = min(max(decision.spamFrom ?? 1, SpamScore.certain), 1 - SpamScore.certain)
        let points = SpamScore.threshold + judged.verdict.logOdds - log(least / (1 - least))
        // At the threshold itself rounding may go either way; the policy's word counts.
        self.points = isDue ? max(points, SpamScore.threshold) : min(points, SpamScore.mostOfHam)
    }

    /// Whether clients are told that the mail is spam: they do something about it.
    var isSaid: Bool { isDue && isCarriedOut }

    /// The points that clients are told. A policy that only observes tells none: rules that look at the points alone would act on them.
    var said: Double { isCarriedOut ? points : 0 }
}
