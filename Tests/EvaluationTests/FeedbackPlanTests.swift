import Testing

@testable import Evaluation

@Suite("Feedback plans")
struct FeedbackPlanTests {
    @Test("Unless said otherwise every label comes, as it is")
    func complete() {
        let plan = FeedbackPlan()
        for place in 0..<100 {
            #expect(plan.isLabelled(place))
            #expect(plan.label(place, isSpam: place % 2 == 0) == (place % 2 == 0))
        }
    }

    @Test("About the share asked for is labelled, and about the noise asked for is wrong")
    func shares() {
        let plan = FeedbackPlan(share: 0.3, noise: 0.1, seed: 5)
        #expect((2700...3300).contains((0..<10_000).count { plan.isLabelled($0) }))
        #expect((800...1200).contains((0..<10_000).count { plan.label($0, isSpam: true) == false }))
        let other = FeedbackPlan(share: 0.3, noise: 0.1, seed: 6)
        #expect((0..<100).contains { plan.isLabelled($0) != other.isLabelled($0) })
    }
}
