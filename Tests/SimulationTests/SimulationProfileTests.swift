import Estimation
import Messages
import Simulation
import TestSupport
import Testing

struct SimulationProfileTests {
    private func problems(_ text: String) -> [ProfileProblem] {
        do {
            _ = try SimulationProfile.read(text, path: "p.yaml")
            return []
        } catch {
            return error.problems
        }
    }

    @Test func theDemoIsTheExample() throws {
        let example = String(decoding: try SharedData.bytes(at: Examples.folder + "/study/country-demo.yaml"), as: UTF8.self)
        #expect(example == SimulationProfile.demoText)
        let profile = try SimulationProfile.read(example, path: "demo")
        #expect(profile.channels.map(\.channel) == [.email, .sms, .voice, .post])
        #expect(profile.operators.count == 23 && profile.carriers.count == 5 && profile.events.count == 3)
        #expect(abs(profile.weekdays.reduce(0, +) - 7) < 1e-9 && abs(profile.hours.reduce(0, +) - 24) < 1e-9)
    }

    /// Each mistake is told with its line, and what to do.
    @Test(arguments: [
        ("spam: 4", "spam: -4", 4, "'spam' is a number from 0 to 10000, not '-4'"),
        ("spam: 4", "spam: nan", 4, "not 'nan'"),
        ("spam: 4", "spam: 1e300", 4, "not '1e300'"),
        ("spam: 4", "spum: 4", 4, "did you mean 'spam'?"),
        ("tail: 1.5", "tail: 1", 7, "'tail' is a number from 1.01 to 10"),
        ("sources: 30", "sources: 999999999", 11, "'sources' is a number from 5 to 5000"),
        ("classes: {advertising: 5, scam: 3, phishing: 2}", "classes: {none: 1}", 16, "'none' is no class of spam"),
        ("classes: {advertising: 5, scam: 3, phishing: 2}", "classes: {scam: 0}", 16, "needs a weight above 0"),
        ("{email: 40000}", "{email: 0}", 18, "'email' is a number from 1 to 2000000000"),
        ("{email: 40000}", "{}", 18, "'ash' needs 'subscribers'"),
        ("returns: sampled", "returns: perhaps", 19, "'returns' is one of measured, sampled, none, not 'perhaps'"),
        ("sampling: 0.2", "sampling: 0", 19, "'sampling' is a number from"),
        ("audit: 500}}\n  hawthorn", "audit: 1}}\n  hawthorn", 20, "'audit' is a number from 50"),
        ("recall: 0.85", "recall: 1.2", 21, "'recall' is a number from 0.1 to 1"),
        ("{XA: 3, XB: 2, XC: 1}", "{usa: 3}", 24, "'usa' is no code for this list of origins"),
        ("country: XA, share: 0.3", "country: XA, share: 0.8", 1, "the shares of carriers add up to more than 1"),
        ("confirms: true", "confirms: maybe", 27, "'confirms' is true or false"),
        ("title: Small, code: XS", "title: Small, code: xs", 1, "two capital letters"),
        ("languages: {en: 3, fr: 1}", "", 1, "there is no section 'languages'"),
        (
            "oak: {subscribers: {email: 10000}", "oak: {subscribers: {sms: 10000}", 1,
            "oak serves 'sms', which the section 'channels' does not have"
        ),
        ("country: {title", "country: [title", 1, "not YAML here"),
    ])
    func aMistakeIsToldWithItsLine(old: String, new: String, line: Int, words: String) {
        let text = smallCountry.replacing(old, with: new)
        #expect(text != smallCountry)
        let found = problems(text)
        #expect(found.contains { $0.line == line && $0.message.contains(words) }, "\(found)")
    }

    /// Bytes of a profile exchanged at random: it is refused with lines that are there, or it can be simulated.
    @Test func whatIsTakenCanBeSimulated() throws {
        var random = SplitMix(seed: 6)
        let bytes = Array(smallCountry.utf8)
        let pieces = Array("0123456789-.eE:{}[],\n #&*|>'\"xX".utf8)
        var taken = 0
        for _ in 0..<400 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: changed.indices, using: &random)
                let piece = pieces[Int.random(in: pieces.indices, using: &random)]
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[place] = piece
                case 1: changed.insert(piece, at: place)
                default: changed.remove(at: place)
                }
            }
            let text = String(decoding: changed, as: UTF8.self)
            do throws(ProfileError) {
                let profile = try SimulationProfile.read(text, path: "p.yaml")
                guard profile.channels.allSatisfy({ $0.campaigns < 10 && $0.sources < 500 }) else { continue }
                taken += 1
                let country = SimulatedCountry(profile, seed: 1)
                var returns = ReturnCounter(country)
                Traffic(of: country, days: 20_500..<20_501).draw { returns.add($0) }
                for channel in profile.channels.map(\.channel) { _ = try? returns.estimator(of: channel).all() }
            } catch {
                let lines = text.utf8.count { $0 == 0x0A } + 1
                #expect(!error.problems.isEmpty && error.problems.allSatisfy { (1...lines + 1).contains($0.line) && !$0.message.isEmpty })
            }
        }
        #expect(taken > 15)
    }

    @Test func theLargestProfileDoesNotOverflow() throws {
        var text = smallCountry.replacing("spam: 4", with: "spam: 10000").replacing("ham: 6", with: "ham: 10000")
        text = text.replacing("campaigns: 1", with: "campaigns: 0.01").replacing("tail: 1.5", with: "tail: 1.01")
        for count in [40000, 30000, 20000, 15000, 10000] { text = text.replacing("{email: \(count)}", with: "{email: 2000000000}") }
        text += "\nevents:\n  e: {from: 2026-01-01, to: 2026-12-31, spam: 100, ham: 100}"
        let country = SimulatedCountry(try SimulationProfile.read(text, path: "p.yaml"), seed: 1)
        var counter = TruthCounter(country)
        var returns = ReturnCounter(country)
        Traffic(of: country, days: 20_600..<20_605).draw { cell in
            counter.add(cell)
            returns.add(cell)
        }
        #expect(counter.truth.channels[0].attempted > 100_000_000_000_000)
        #expect(try returns.estimator(of: .email).attempted.contains(Double(counter.truth.channels[0].attempted)))
    }

    @Test func mistakesAreToldTogetherAndInOrder() {
        let found = problems(smallCountry.replacing("ham: 6", with: "ham: x").replacing("spam: 4", with: "spam: y"))
        #expect(found.map(\.line) == [4, 5])
        #expect("\(found[0])".hasPrefix("p.yaml:4:"))
    }

    @Test func hostileFilesAreRefused() {
        #expect(problems("").map(\.message) == ["the file is empty"])
        #expect(problems(smallCountry.replacing("{en: 3, fr: 1}", with: "{}")).contains { $0.message.contains("needs a weight above 0") })
        #expect(problems("- a\n- b").contains { $0.message.contains("write this as 'name: value'") })
        #expect(
            problems(String(repeating: "a", count: SimulationLimits.fileBytes + 1)).contains { $0.message.contains("larger than 1 MiB") })
        #expect(
            problems(smallCountry + "\nevents:\n  e: {from: 2026-13-01, to: 2026-01-02}").contains { $0.message.contains("is a date like") }
        )
        #expect(
            problems(smallCountry + "\nevents:\n  e: {from: 2026-02-01, to: 2026-01-02}").contains { $0.message.contains("in this order") })
        #expect(problems(smallCountry + "\nhours: [1, 2]").contains { $0.message.contains("write 24 numbers") })
        #expect(problems(smallCountry + "\nweekdays: [0, 0, 0, 0, 0, 0, 0]").contains { $0.message.contains("above 0") })
        let many = (0..<300).map { "  o\($0): {subscribers: {email: 1}}" }.joined(separator: "\n")
        #expect(
            problems(smallCountry.replacing("operators:", with: "operators:\n" + many)).contains {
                $0.message.contains("more than 200 operators")
            })
        let nested = smallCountry.replacing(
            "{en: 3, fr: 1}", with: String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000))
        #expect(!problems(nested).isEmpty)
    }
}
