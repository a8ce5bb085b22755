import CostModel
import Observatory
import TestSupport
import Testing

@testable import Questionnaire

/// A response's way from draft to publication.
@Suite struct ResponseTests {
    private let instrument = Instrument.resolution52

    private func step(_ response: inout Response, _ step: Response.Step, _ person: String = "Amina") throws(StepError) {
        try response.take(step, by: person, at: "2026-11-22T10:00:00Z", in: instrument)
    }

    @Test func theWholeWay() throws {
        var response = Response(instrument, round: "2026", respondent: "XX-1")
        try step(&response, .delegate(section: "F", party: "Operator"))
        #expect(response.state == .delegated)
        #expect(throws: StepError.sectionIsOut("F", "Operator")) { try step(&response, .submit) }
        try step(&response, .takeBack(section: "F"), "Operator")
        #expect(response.state == .draft)
        try step(&response, .submit)
        try step(&response, .review, "Boris")
        try step(&response, .giveBack(note: "Why has B1 doubled?"), "Boris")
        #expect(response.state == .returned && response.state.isOpen)
        try step(&response, .submit)
        try step(&response, .review, "Boris")
        #expect(throws: StepError.ownSubmission("Amina")) { try step(&response, .approve) }
        try step(&response, .approve, "Boris")
        try step(&response, .publish, "Boris")
        #expect(response.state == .published && response.history.count == 9)
        #expect(response.history[4].note == "Why has B1 doubled?")
    }

    /// From each state only the steps that begin there can be taken.
    @Test func noStepIsLeftOut() throws {
        let steps: [Response.Step] = [
            .delegate(section: "B", party: "P"), .takeBack(section: "B"), .submit, .review, .giveBack(note: "n"), .approve, .publish,
        ]
        let ways: [(Response.State, [Response.Step], Set<String>)] = [
            (.draft, [], ["delegate", "submit"]), (.delegated, [steps[0]], ["delegate", "take-back"]), (.submitted, [.submit], ["review"]),
            (.inReview, [.submit, .review], ["return", "approve"]), (.returned, [.submit, .review, steps[4]], ["delegate", "submit"]),
            (.approved, [.submit, .review, .approve], ["publish"]), (.published, [.submit, .review, .approve, .publish], []),
        ]
        for (state, way, possible) in ways {
            var there = Response(instrument, round: "2026", respondent: "XX-1")
            for (number, each) in way.enumerated() { try step(&there, each, "P\(number)") }
            #expect(there.state == state)
            for each in steps {
                var next = there
                let isPossible = (try? step(&next, each, "Somebody")) != nil
                #expect(isPossible == possible.contains(each.name), "\(each.name) from \(state)")
            }
        }
    }

    @Test func itIsKeptAsItIs() throws {
        var response = Response(instrument, round: "2026", respondent: "XX-1")
        try step(&response, .delegate(section: "F", party: "O\"p\n"))
        response.answers["A1"] = Answer(.text("الهيئة \"ن\" \\\n."))
        response.answers["B1_email"] = Answer(
            .amount(.init(low: 0.1, mid: 1.25, high: 7e10)), method: .sampled, grade: .survey, source: "log", coverage: 0.3,
            confidentiality: .closed)
        response.answers["B2_email"] = Answer(.notAvailable)
        response.answers["B3_email"] = Answer(.amount(.init(0)), method: .measured, isPrefilled: true)
        response.answers["A8"] = Answer(.choices(["email", "voice"]))
        response.forms = ["a"]
        let bytes = ResponseFile.bytes(of: response, in: instrument)
        let again = try ResponseFile.read(bytes, path: "r.json", in: instrument)
        #expect(again.answers == response.answers && again.state == .delegated && again.delegations == response.delegations)
        #expect(again.history == response.history && again.forms == ["a"])
        #expect(ResponseFile.bytes(of: again, in: instrument) == bytes)
        #expect(throws: FormProblem.self) { try ResponseFile.read(Array(bytes.prefix(bytes.count / 2)), path: "r.json", in: instrument) }
    }

    @Test func whatIsKnownIsFilledIn() {
        var response = Response(instrument, round: "2026", respondent: "XX-1")
        response.answers["B2_sms"] = Answer(.amount(.init(7)))
        func known(_ code: String, _ unit: String = "messages", low: Double = 1) -> PrefilledAnswer {
            PrefilledAnswer(code: code, low: low, mid: 2, high: 3, unit: unit, method: .reported, coverage: 0.5, sourceNote: "complaints")
        }
        let left = response.prefill(
            [known("B1_sms"), known("B2_sms"), known("B3_sms", "bytes"), known("Z9"), known("B1_im", low: 9)], in: instrument)
        #expect(left == ["B3_sms", "Z9", "B1_im"])
        #expect(response.answers["B1_sms"]?.isPrefilled == true && response.answers["B1_sms"]?.method == .reported)
        #expect(response.answers["B1_sms"]?.coverage == 0.5 && response.answers["B1_sms"]?.source == "complaints")
        #expect(response.answers["B2_sms"]?.range?.mid == 7, "what people entered stays")
    }

    @Test func countsAnswerBeforehand() {
        let counts = [
            CountedMessages(channel: "sms", threatClass: "none", disposition: "accept", direction: "terminating", messages: 60),
            CountedMessages(channel: "sms", threatClass: "scam", disposition: "reject", direction: "terminating", messages: 30),
            CountedMessages(channel: "sms", threatClass: "phishing", disposition: "tag", direction: "originating", messages: 10),
            CountedMessages(channel: "fax", threatClass: "scam", disposition: "tag", direction: "transit", messages: 0),
        ]
        let known = PrefilledAnswer.answers(to: instrument, from: counts, source: "here")
        let values = Dictionary(uniqueKeysWithValues: known.map { ($0.code, $0.mid) })
        #expect(values["B1_sms"] == 100 && values["B2_sms"] == 40 && values["B3_sms"] == 10 && values["B1_fax"] == nil)
        #expect(values["C1_scam"] == 75 && values["D1_originating"] == 25 && values["D4"] == 10)
        var response = Response(instrument, round: "2026", respondent: "XX-1")
        #expect(response.prefill(known, in: instrument) == [])
    }
}
