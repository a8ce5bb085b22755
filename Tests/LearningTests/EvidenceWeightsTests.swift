import Features
import Messages
import Testing

@testable import Learning

@Suite struct EvidenceWeightsTests {
    private func prior() -> EvidenceWeights {
        EvidenceWeights(findings: ["link.a": 1, "link.b": 0.5, "html.a": 1, "header.list": -1])
    }

    @Test func theTableIsReadAsItWasWritten() throws {
        var weights = prior()
        weights[.mail] = .init(prior: -1.25, factor: 0.875)
        weights.findings["link.c"] = -0.004
        #expect(EvidenceWeights(text: weights.text) == weights)
        #expect(weights.text.hasPrefix("content.mail 0.875\ncontent.social 1.000\ncontent.text 1.000\nheader.list -1.000\n"))
        #expect(EvidenceWeights(text: "# remark\nlink.a 2\n")?.findings == ["link.a": 2])
    }

    @Test(arguments: [
        "link.a", "link.a x", "link.a 1 2", " 1", "link.a nan", "link.a inf", "link.a 1000", "link.a 99.9996", "link.a  1",
        "prior.SMS 1", "content.a_b 1", "share. 1", "taught.ko 1", "taught.ko.both 1", "taught.ko.ham -1", "taught.ko.ham 51",
        "message.1 1",
        "message.000000000000000g 1",
    ])
    func otherTextIsRefused(text: String) {
        #expect(EvidenceWeights(text: text) == nil)
    }

    @Test func longTablesAreRefused() {
        #expect(EvidenceWeights(text: String(repeating: "a 1\n", count: 5000)) == nil)
    }

    @Test func theTableThatShipsHasASignForEveryCheck() {
        #expect(EvidenceWeights.starter.findings.count > 100)
        for (id, weight) in EvidenceWeights.starter.findings { #expect(weight != 0, "\(id)") }
        for family in ChannelFamily.allCases { #expect(EvidenceWeights.starter[family].factor > 0) }
    }

    /// A language is believed as the table says, by the first part of its tag; one without a name as the others are.
    @Test func languagesAreBelievedByName() throws {
        let weights = try #require(EvidenceWeights(text: "language.en 1\nlanguage.other 0.1\nlanguage.zh 2\n"))
        #expect(weights.trust(inLanguage: "en") == 1)
        #expect(weights.trust(inLanguage: "zh-Hant") == 1)
        #expect(weights.trust(inLanguage: "ko") == 0.1)
        #expect(weights.trust(inLanguage: nil) == 1)
        #expect(EvidenceWeights().trust(inLanguage: "ko") == 1)
        #expect(EvidenceWeights(text: weights.text) == weights)
    }

    @Test(arguments: [
        ("a.b", "a.c", true), ("a.b", "b.b", false), ("ab.c", "a.c", false), ("a", "a", true), ("a", "a.b", false), ("", "", true),
    ])
    func kindsAreFirstWords(left: String, right: String, isSame: Bool) {
        #expect(Saturation.isSameKind(left, right) == isSame)
        #expect(Saturation.isSameKind(right, left) == isSame)
    }

    /// A finding of ham and spam alike is worth little, one of spam alone much, and none changes its side.
    @Test func weightsFollowTheExamples() {
        var fitting = EvidenceFitting(from: prior())
        for number in 0..<400 {
            let isSpam = number % 2 == 0
            var findings: [WeighedFinding] = []
            if number % 4 < 2 { findings.append(WeighedFinding(id: "link.a")) }
            if isSpam, number % 3 == 0 { findings.append(WeighedFinding(id: "html.a")) }
            if isSpam { findings.append(WeighedFinding(id: "header.list")) }
            fitting.add(findings, content: isSpam ? 0.5 : -0.5, family: .mail, isSpam: isSpam)
        }
        fitting.balance()
        let weights = fitting.weights()
        #expect(abs(weights.findings["link.a"] ?? 9) < 0.4)
        #expect(weights.findings["html.a"] ?? 0 > 1.5)
        #expect(weights.findings["header.list"] == -0.1)
        #expect(weights.findings["link.b"] == 0.5)
        #expect(weights == fitting.weights())
        #expect(EvidenceWeights(text: weights.text) == weights)
    }

    @Test func withoutExamplesNothingMoves() {
        #expect(EvidenceFitting(from: prior()).weights() == prior())
        var fitting = EvidenceFitting(from: prior())
        for _ in 0..<50 { fitting.add([WeighedFinding(id: "link.a")], content: 0, family: .mail, isSpam: true) }
        fitting.balance()
        #expect(fitting.weights(pull: .local) == prior())
    }

    private func taught(_ count: Int) throws -> [TrainingExample] {
        try (0..<count).map { number in
            let isSpam = number % 2 == 0
            return try LearningSample.example(
                "see you at the station \(number)", isSpam: isSpam, findings: [WeighedFinding(id: isSpam ? "html.a" : "link.a")])
        }
    }

    /// What was taught here moves the weights away from those of the base model, and the more the more was taught.
    @Test func localExamplesMoveTheWeights() throws {
        var base = ContentModel(version: "base", bucketBits: 10)
        base.evidenceWeights = prior()
        #expect(EvidenceWeights(fittedTo: [], beside: base) == nil)
        var last = prior()
        for count in [4, 200] {
            let weights = try #require(EvidenceWeights(fittedTo: taught(count), beside: base))
            #expect(weights.findings["html.a"] ?? 0 > last.findings["html.a"] ?? 9)
            #expect(weights.findings["link.a"] ?? 9 < last.findings["link.a"] ?? 0)
            #expect(weights.findings["link.a"] ?? 0 > 0)
            #expect(weights.findings["link.b"] == 0.5)
            #expect(weights[.mail] == base.evidenceWeights?[.mail])
            last = weights
        }
    }

    /// The table that ships has the signs of authentication, so that what was taught here moves them too, and turns none round.
    @Test func localExamplesMoveSigns() throws {
        let ids = (isSpam: "authentication.spf-fail", isHam: "authentication.brand-authenticated")
        let examples = try (0..<200).map { number in
            let isSpam = number % 2 == 0
            // Here it is ham that fails SPF, and spam that a brand answers for.
            return try LearningSample.example(
                "see you at the station \(number)", isSpam: isSpam, findings: [WeighedFinding(id: isSpam ? ids.isHam : ids.isSpam)])
        }
        let base = ContentModel(version: "base", bucketBits: 10)
        let weights = try #require(EvidenceWeights(fittedTo: examples, beside: base))
        let (before, after) = (EvidenceWeights.starter.findings, weights.findings)
        #expect(after[ids.isSpam] ?? 9 < before[ids.isSpam] ?? 0 && after[ids.isSpam] ?? 0 > 0)
        #expect(after[ids.isHam] ?? -9 > before[ids.isHam] ?? 0 && after[ids.isHam] ?? 0 < 0)
        #expect(after["authentication.dmarc-reject"] == before["authentication.dmarc-reject"])
    }

    /// A folder of spam and then one of ham, more than are looked at: both count.
    @Test func ofVeryManyBothClassesAreTaken() throws {
        let one = try taught(2)
        let folders = Array(repeating: one[0], count: 3000) + Array(repeating: one[1], count: 3000)
        var base = ContentModel(version: "base", bucketBits: 10)
        base.evidenceWeights = prior()
        let weights = try #require(EvidenceWeights(fittedTo: folders, beside: base))
        #expect(weights.findings["html.a"] ?? 0 > 1)
        #expect(Array(0..<10).evenly(3) == [0, 3, 6])
        #expect([1, 2].evenly(3) == [1, 2])
    }

    /// The same sum as a verdict's: the second finding of a kind counts half, others whole.
    @Test func evidenceAddsUp() {
        var weights = prior()
        weights[.mail] = .init(prior: -1, factor: 2)
        let findings = [WeighedFinding(id: "link.b"), WeighedFinding(id: "link.a", strength: 2), WeighedFinding(id: "header.list")]
        #expect(weights.logOdds(content: 0.5, findings: findings, on: MessageTraits(family: .mail)) == -1 + 1 + 2 + 0.25 - 1)
        #expect(weights.logOdds(content: 99, findings: [WeighedFinding(id: "no.such")], on: MessageTraits(family: .mail)) == -1 + 14)
    }

    @Test func aModelCarriesItsWeights() throws {
        var model = ContentModel(version: "here", bucketBits: 10)
        model.evidenceWeights = prior()
        let bytes = ModelFile.bytes(of: model)
        #expect(try ModelFile.model(from: bytes.span).evidenceWeights == prior())
        model.local = LocalViews(bucketBits: 10)
        let both = try ModelFile.model(from: ModelFile.bytes(of: model).span)
        #expect(both.evidenceWeights == prior())
        #expect(both.local != nil)
        for length in stride(from: bytes.count - 1, to: bytes.count - 120, by: -1) {
            #expect(throws: ModelFile.Failure.self) { try ModelFile.model(from: Array(bytes[..<length]).span) }
        }
    }

    /// A table that is taken can be handed on: whatever is written of it can be read.
    @Test func aTableIsTakenWithAllItsLinesOrNotAtAll() {
        func text(_ findings: Int) -> String { (0..<findings).map { "check.\($0) 1\n" }.joined() }
        let families = 3 * ChannelFamily.allCases.count
        let most = EvidenceWeights(text: text(EvidenceWeights.lines - families))
        #expect(most != nil && most.flatMap { EvidenceWeights(text: $0.text) } == most)
        #expect(EvidenceWeights(text: text(EvidenceWeights.lines - families + 1)) == nil)
        #expect(EvidenceWeights(text: String(repeating: "n", count: 128) + " 1\n") != nil)
        #expect(EvidenceWeights(text: String(repeating: "n", count: 129) + " 1\n") == nil)
    }
}
