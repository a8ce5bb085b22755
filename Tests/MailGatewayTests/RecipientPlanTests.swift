import Filter
import MailGateway
import Messages
import Testing

/// What becomes of recipients for whom not the same is due: the table of docs/policy.md.
struct RecipientPlanTests {
    /// A mail for one recipient of each of these decisions; where a copy is kept is named.
    private func judged(_ dispositions: [Disposition], kept: Set<Int> = [], observing: Set<Int> = []) -> JudgedMail {
        let verdict = Verdict(
            probability: 0.9, logOdds: 2, threatClass: .scam, evidence: [], coverage: Coverage(), model: "m", elapsed: .zero)
        let groups = dispositions.enumerated().map { place, disposition in
            var group = RecipientDecision(
                for: [place], Decision(disposition: disposition, isCarriedOut: !observing.contains(place), because: nil, policy: ""))
            group.isKept = kept.contains(place)
            return group
        }
        let gentlest = groups.map(\.decision).reduce(groups[0].decision) { $1.isGentler(than: $0) ? $1 : $0 }
        var judged = JudgedMail(verdict: verdict, decision: gentlest)
        judged.recipients = groups
        return judged
    }

    @Test(
        arguments: [
            ([.accept, .tag], .accept, [], 1), ([.accept, .quarantine], .accept, [], 1), ([.accept, .reject], .accept, [], 1),
            ([.accept, .discard], .accept, [1], 0), ([.tag, .discard, .discard], .tag, [1, 2], 0), ([.accept, .defer], .accept, [], 1),
            ([.quarantine, .reject], .quarantine, [], 1), ([.quarantine, .discard], .quarantine, [1], 0),
            ([.defer, .reject], .defer, [], 1),
            ([.defer, .discard], .defer, [], 1), ([.reject, .discard], .reject, [], 1),
        ] as [([Disposition], Disposition, [Int], Int)])
    func nothingIsLostUnseen(due: [Disposition], done: Disposition, removed: [Int], spared: Int) {
        let judged = judged(due)
        let plan = RecipientPlan(judged, mayRemove: true, dropsRefused: false)
        #expect(judged.decision.effect == done && plan.removed == removed && plan.spared == spared)
        // A server that takes nobody out loses nobody.
        #expect(RecipientPlan(judged, mayRemove: false, dropsRefused: true).removed.isEmpty)
    }

    @Test func refusedRecipientsVanishOnlyWhereTheOperatorSaysSo() {
        let judged = judged([.accept, .reject, .discard])
        #expect(RecipientPlan(judged, mayRemove: true, dropsRefused: true).removed == [1, 2])
        let refused = self.judged([.reject, .discard])
        #expect(refused.decision.effect == .reject && RecipientPlan(refused, mayRemove: true, dropsRefused: true).removed.isEmpty)
    }

    @Test func whoHasACopyIsTakenOut() {
        #expect(RecipientPlan(judged([.accept, .quarantine], kept: [1]), mayRemove: true, dropsRefused: false).removed == [1])
        #expect(RecipientPlan(judged([.quarantine, .reject], kept: [0]), mayRemove: true, dropsRefused: false).removed.isEmpty)
    }

    @Test func whoOnlyObservesGetsTheMail() {
        let judged = judged([.reject, .discard], observing: [0])
        #expect(judged.decision.effect == .accept)
        #expect(RecipientPlan(judged, mayRemove: true, dropsRefused: false).removed == [1])
    }
}
