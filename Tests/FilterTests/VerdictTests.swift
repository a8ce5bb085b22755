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
