import Foundation
import Localization
import Simulation
import TestSupport
import Testing

@testable import chaffinch

@Suite(.enabled(if: Command.isThere)) struct SimulateCommandTests {
    /// Two days of the demo country: enough for every kind of line.
    private let short = ["simulate", "study/country-demo.yaml", "--from", "2026-07-01", "--to", "2026-07-03"]

    @Test func theDemoFillsAnObservatoryOnce() throws {
        let folder = try TemporaryFolder()
        let state = folder.path + "/state"
        let arguments = ["simulate", "--demo", "--from", "2026-07-01", "--to", "2026-07-03", "--into", state]
        let run = try Command(arguments + ["--truth", folder.path + "/truth.json"])
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.contains("Demo country") && run.output.contains("Everything here is invented."))
        #expect(run.output.contains("2026-07-01/2026-07-02") && run.output.contains("VOL_SPAM"))
        let truth = String(decoding: try folder.bytes(of: "truth.json"), as: UTF8.self)
        #expect(truth.contains("\"channel\":\"email\"") && truth.contains("\"topSources\""))
        let estimates = String(decoding: try folder.bytes(of: "state/" + ObservatorySink.estimatesFile), as: UTF8.self)
        #expect(estimates.split(separator: "\n").count > 100)
        let counted = try counts(state)
        #expect(counted.contains("\"channel\":\"sms\"") && counted.contains("\"channel\":\"email\""), "\(counted)")
        // The same once more counts nothing twice.
        #expect(try Command(arguments).status == 0)
        #expect(try counts(state) == counted)
    }

    private func counts(_ state: String) throws -> String {
        let run = try Command([
            "study", "counts", "--from", "2026-07-01T00:00:00Z", "--to", "2026-07-03T00:00:00Z", "--by", "channel", "--json", "--set",
            "state.folder=\(state)",
        ])
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let first = try Command(short + ["--json", "--seed", "5"])
        let again = try Command(short + ["--json", "--seed", "5"])
        let other = try Command(short + ["--json", "--seed", "6"])
        #expect(first.status == 0 && first.output == again.output && first.output != other.output)
        let object = try #require(try first.objects.first)
        for key in ["indicator", "low", "mid", "high", "coverage", "truth"] { #expect(object[key] != nil, "\(key)") }
    }

    @Test(arguments: Language.allCases)
    func itSpeaksSixLanguages(language: Language) throws {
        let run = try Command(short + ["--lang", language.rawValue])
        #expect(run.status == 0 && run.output.contains(Catalogue(SimulateSentences.all).text("simulate.invented", in: language)))
        #expect(!run.output.contains("simulate."), "a key without its sentence")
    }

    @Test func logsHaveWhatWasAskedFor() throws {
        let folder = try TemporaryFolder()
        let run = try Command(short + ["--logs", folder.path + "/logs", "--messages", "3000"])
        #expect(run.status == 0, "\(run.errors)")
        let lines = String(decoding: try folder.bytes(of: "logs/observations.jsonl"), as: UTF8.self).split(separator: "\n")
        #expect((2000...4500).contains(lines.count), "\(lines.count)")
        #expect(lines.map { $0.prefix(35) } == lines.map { $0.prefix(35) }.sorted(), "in the order of time")
        let mail = String(decoding: try folder.bytes(of: "logs/alder-mail/mail.log"), as: UTF8.self)
        for word in ["postfix/smtpd[", "status=sent", "milter-reject: END-OF-MESSAGE", "NOQUEUE: reject: RCPT"] {
            #expect(mail.contains(word))
        }
        let calls = String(decoding: try folder.bytes(of: "logs/heron-mobile/voice.csv"), as: UTF8.self)
        #expect(calls.hasPrefix(SimulatedLogs.heading))
        #expect(String(decoding: try folder.bytes(of: "logs/networks.csv"), as: UTF8.self).contains("2001:db8:0::/48,AS4200000000,"))
    }

    @Test func recoveryPrintsATable() throws {
        let run = try Command(short + ["--recover", "2", "--json"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try run.objects.contains { $0["quantity"] as? String == "SHARE_SOURCE largest" && $0["cases"] as? Int == 40 }, "\(run.output)")
    }

    @Test(arguments: [
        ([String](), "name a profile, or ask for the demo country with --demo"),
        (["--demo", "study/country-demo.yaml"], "take either a profile or --demo"),
        (["study/country-demo.yaml"], "--from is missing"),
        (["--demo", "--from", "1.7.2026"], "--from 1.7.2026: write a date like 2026-07-01"),
        (["--demo", "--from", "2027-01-01"], "--from and --to: give 1 to 1100 days"),
        (["--demo", "--recover", "0"], "--recover 0: give a number from 1 to"),
        (["--demo", "--logs", "/tmp/none", "--messages=-1"], "--messages -1"),
        (["nothing.yaml", "--from", "2026-07-01", "--to", "2026-07-02"], "nothing.yaml: "),
        (
            ["study/country-x.yaml", "--from", "2026-07-01", "--to", "2026-07-02"],
            "study/country-x.yaml:1:1: there is no section 'country'"
        ),
    ])
    func whatCannotBeDoneSaysWhy(arguments: [String], words: String) throws {
        let run = try Command(["simulate"] + arguments)
        #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
    }
}
