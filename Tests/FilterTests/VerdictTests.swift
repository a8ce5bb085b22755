import Features
import Filter
import Learning
import Messages
import Rules
import TestSupport
import Testing

@Suite struct VerdictTests {
    /// The same message, setup and clock give the same verdict, bit for bit, whatever the scanner judged before.
    @Test func verdictsAreRepeatable() async throws {
        let setup = try FilterSample.setup()
        let reused = Scanner(setup)
        let examples = try FilterSample.examples()
        var first: [Verdict] = []
        for example in examples { first.append(await reused.verdict(on: example.message).timeless) }
        for (place, example) in examples.enumerated().reversed() {
            #expect(await reused.verdict(on: example.message).timeless == first[place], "\(example.path), again")
            #expect(await Scanner(setup).verdict(on: example.message).timeless == first[place], "\(example.path), afresh")
        }
    }

    /// A verdict is nothing but its evidence: the weights and the prior add up to it.
    @Test func evidenceAddsUp() async throws {
        let setup = try FilterSample.setup()
        let scanner = Scanner(setup)
        for example in try FilterSample.examples() {
            let verdict = await scanner.verdict(on: example.message)
            let sum = verdict.evidence.reduce(setup.judge.prior(on: example.message.channel)) { $0 + $1.weight }
            let bounded = min(max(sum, -setup.judge.bound), setup.judge.bound)
            #expect(abs(verdict.logOdds - bounded) < 1e-9, "\(example.path)")
            #expect(verdict.probability == Judge.probability(ofLogOdds: verdict.logOdds))
            #expect(verdict.evidence.map { abs($0.weight) } == verdict.evidence.map { abs($0.weight) }.sorted(by: >))
            #expect(Set(verdict.evidence.map(\.id)).count == verdict.evidence.count, "\(example.path)")
            #expect((verdict.threatClass == .none) == (verdict.probability < 0.5), "\(example.path)")
            #expect(verdict.model == setup.model.version)
        }
    }

    /// The examples are few and written by hand: a floor, no measurement.
    @Test func mostExamplesAreJudgedRight() async throws {
        let scanner = Scanner(try FilterSample.setup())
        var wrong: [(isSpam: Bool, line: String)] = []
        var falseAnswers: [String: Int] = [:]
        let examples = try FilterSample.examples()
        for example in examples {
            let verdict = await scanner.verdict(on: example.message)
            if !example.isSpam {
                for piece in verdict.evidence where piece.weight > 0 && piece.id != "content.spam" {
                    falseAnswers[piece.id, default: 0] += 1
                }
            }
            guard (verdict.probability >= 0.5) != example.isSpam else { continue }
            let reasons = verdict.evidence.prefix(4).map { "\($0.id) \(($0.weight * 100).rounded() / 100)" }.joined(separator: ", ")
            wrong.append((example.isSpam, "\(example.path) \((verdict.probability * 1000).rounded() / 1000): \(reasons)"))
        }
        let right = examples.count - wrong.count
        print(
            "information: \(right) of \(examples.count) examples judged right; \(wrong.count { !$0.isSpam }) ham and \(wrong.count { $0.isSpam }) spam wrong"
        )
        for entry in wrong { print("  information: \(entry.isSpam ? "missed" : "false alarm") \(entry.line)") }
        for (id, count) in falseAnswers.sorted(by: { ($0.value, $1.key) > ($1.value, $0.key) }).prefix(20) {
            print("  information: \(id) speaks for spam in \(count) ham")
        }
        #expect(right * 10 >= examples.count * 8)
    }

    /// Whatever is cut off or turned over, a verdict comes back.
    @Test func damagedMailsAreJudged() async throws {
        let scanner = Scanner(try FilterSample.setup())
        for example in try Examples.messages() where example.isMail {
            var damaged = example.bytes
            for place in stride(from: 7, to: damaged.count, by: 97) { damaged[place] ^= 0x55 }
            for bytes in [damaged, Array(example.bytes.prefix(example.bytes.count / 2)), Array(example.bytes.reversed())] {
                let verdict = await scanner.verdict(on: FilterSample.mail(bytes))
                #expect(verdict.probability > 0 && verdict.probability < 1, "\(example.path)")
            }
        }
    }

    @Test func anEmptyMessageIsJudgedOnEveryChannel() async throws {
        let scanner = Scanner(try FilterSample.setup())
        for channel in Channel.known {
            let verdict = await scanner.verdict(on: Message(text: [], channel: channel))
            #expect(verdict.probability > 0 && verdict.probability < 1)
        }
        #expect(await scanner.verdict(on: FilterSample.mail([])).probability < 1)
    }
}

@Suite struct UntaughtLanguageTests {
    private func verdict(on text: String, weights: EvidenceWeights) async throws -> Verdict {
        var setup = try FilterSample.setup()
        setup.model.evidenceWeights = weights
        return await Scanner(setup).verdict(on: Message(text: Array(text.utf8), channel: .voice))
    }

    /// What the content expert says of a language that it was not taught counts as little as the table says, and is named.
    @Test func itCountsLittleAndIsNamed() async throws {
        var weights = EvidenceWeights.starter
        weights.languages = ["en": 1, EvidenceWeights.otherLanguage: 0.25]
        let text = "안녕하세요, 내일 저녁에 시간 괜찮으세요? 같이 저녁을 먹으면서 다음 주 회의 이야기를 하고 싶습니다."
        let little = try await verdict(on: text, weights: weights)
        weights.languages = [:]
        let whole = try await verdict(on: text, weights: weights)
        #expect(little.coverage.gaps.contains(Coverage.Gap("wording", .untaught)))
        #expect(!whole.coverage.gaps.contains(Coverage.Gap("wording", .untaught)))
        let weight = try #require(little.evidence.first { $0.id.hasPrefix("content.") }?.weight)
        let full = try #require(whole.evidence.first { $0.id.hasPrefix("content.") }?.weight)
        #expect(abs(weight - 0.25 * full) < 1e-9)
    }

    /// After one lesson of one class the message that was corrected is believed, and others in its language as little as before.
    @Test func aCorrectionIsSeenAndNothingElse() async throws {
        let corrected = "안녕하세요, 내일 저녁에 시간 괜찮으세요? 같이 저녁을 먹으면서 다음 주 회의 이야기를 하고 싶습니다."
        let other = "주문하신 상품이 오늘 도착할 예정입니다. 문 앞에 두고 가도 될까요? 확인 부탁드립니다."
        let scanner = Scanner(try FilterSample.setup())
        _ = await scanner.verdict(on: Message(text: Array(corrected.utf8), channel: .voice))
        let key = String(ContentKey.of(scanner.reading), radix: 16)
        let line = "message." + String(repeating: "0", count: 16 - key.count) + key
        let table = "language.en 1\nlanguage.other 0.1\n"
        let before = try #require(EvidenceWeights(text: table))
        let after = try #require(EvidenceWeights(text: table + "taught.ko.spam 1\n\(line) 1\n"))
        func content(_ text: String, _ weights: EvidenceWeights) async throws -> Double {
            try await verdict(on: text, weights: weights).evidence.first { $0.id.hasPrefix("content.") }?.weight ?? 0
        }
        let old = try await content(corrected, before)
        let new = try await content(corrected, after)
        #expect(abs(new) > 5 * abs(old))
        #expect(try await content(other, before) == content(other, after))
    }

    @Test func aTaughtLanguageCountsWhole() async throws {
        var weights = EvidenceWeights.starter
        weights.languages = ["en": 1, EvidenceWeights.otherLanguage: 0.25]
        let verdict = try await verdict(
            on: "Shall we meet for lunch tomorrow at the usual place, or is Friday better for you?", weights: weights)
        #expect(!verdict.coverage.gaps.contains(Coverage.Gap("wording", .untaught)))
    }
}
