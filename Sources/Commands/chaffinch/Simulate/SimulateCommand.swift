internal import ArgumentParser
internal import Estimation
internal import JSON
internal import Localization
internal import Messages
internal import Observatory
internal import Simulation
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch simulate`: a country that does not exist, for tests, training and planning.
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: HelpSentences.summary("simulate"),
        discussion: """
            Fill an observatory with three quarters of a demo country, and keep what was true:

              chaffinch simulate --demo --into demo --truth truth.json

            A profile of your own is a YAML file; see docs/simulate.md.
            """)

    @Argument(help: "The profile: a YAML file that describes the country.", completion: .file()) var profile: String?
    @Flag(name: .long, help: "Simulates the demo country, from 2026-01-01 to 2026-10-01 unless said.") var demo = false
    @Option(name: .long, help: ArgumentHelp("The seed; the same seed gives the same country.", valueName: "number")) var seed: UInt64 = 1
    @Option(name: .long, help: ArgumentHelp("The first day, 2026-07-01.", valueName: "date")) var from: String?
    @Option(name: .long, help: ArgumentHelp("The day after the last, 2026-10-01.", valueName: "date")) var to: String?
    @Option(
        name: .long,
        help: ArgumentHelp("Fills the observatory of this state folder, and puts the estimates beside it.", valueName: "folder"),
        completion: .directory)
    var into: String?
    @Option(name: .long, help: ArgumentHelp("Writes the truth to this file, as JSON.", valueName: "file"), completion: .file())
    var truth: String?
    @Option(
        name: .long, help: ArgumentHelp("Writes logs of single messages into this folder instead.", valueName: "folder"),
        completion: .directory)
    var logs: String?
    @Option(name: .long, help: ArgumentHelp("How many messages logs have, about.", valueName: "number")) var messages = 100_000
    @Option(
        name: .long, help: ArgumentHelp("Compares estimates with the truth over so many seeds.", valueName: "seeds", visibility: .hidden))
    var recover: Int?
    @OptionGroup var common: CommonOptions

    private static let mostMessages = 100_000_000
    private static let mostSeeds = 10_000

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let language = common.language(settings)
            let profile = try readProfile()
            let days = try period()
            if let recover {
                guard (1...SimulateCommand.mostSeeds).contains(recover) else {
                    throw CommandFailure("--recover \(recover): give a number from 1 to \(SimulateCommand.mostSeeds)")
                }
                try await RecoveryTable(profile: profile, days: days, seeds: recover, first: seed, json: common.json).print()
            } else if let logs {
                guard (1...SimulateCommand.mostMessages).contains(messages) else {
                    throw CommandFailure("--messages \(messages): give a number from 1 to \(SimulateCommand.mostMessages)")
                }
                try SimulatedLogFolder(path: logs).write(profile, seed: seed, days: days, messages: messages)
            } else {
                let results = try await simulate(profile, days, now: try common.time().now())
                if let truth { try write(results, to: truth) }
                show(results, profile, in: language)
            }
        }
    }

    // MARK: What to simulate

    private func readProfile() throws -> SimulationProfile {
        guard let profile else {
            guard demo else { throw CommandFailure("name a profile, or ask for the demo country with --demo") }
            return try SimulationProfile.read(SimulationProfile.demoText, path: "demo")
        }
        guard !demo else { throw CommandFailure("\(profile): take either a profile or --demo") }
        let bytes = try FileBytes.read(profile, limit: SimulationLimits.fileBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(profile): the profile is not UTF-8; save it in UTF-8")
        }
        return try SimulationProfile.read(text, path: profile)
    }

    private func period() throws -> Range<Int> {
        func day(_ text: String?, _ option: String, or usual: String?) throws -> Int {
            guard let text = text ?? usual else { throw CommandFailure("\(option) is missing; write a date like 2026-07-01") }
            guard let day = SimulationPeriod.day(text) else { throw CommandFailure("\(option) \(text): write a date like 2026-07-01") }
            return day
        }
        let start = try day(from, "--from", or: demo ? "2026-01-01" : nil)
        let end = try day(to, "--to", or: demo ? "2026-10-01" : nil)
        guard start < end, end - start <= SimulationLimits.days else {
            throw CommandFailure("--from and --to: give 1 to \(SimulationLimits.days) days, the earlier first")
        }
        return start..<end
    }

    // MARK: Simulating

    private func simulate(_ profile: SimulationProfile, _ days: Range<Int>, now: Timestamp) async throws -> [SimulationResult] {
        let country = SimulatedCountry(profile, seed: seed)
        let feed = ObservationFeed(country)
        let sink = try into.map { try ObservatorySink(folder: $0, country: country, now: now) }
        var bar = ProgressBar(total: days.count, isWanted: !common.json)
        var results: [SimulationResult] = []
        for period in SimulationPeriod.quarters(of: days) {
            var tally = SimulationTally(country, period: period)
            for day in period.days {
                var counter = ObservationCounter()
                Traffic(of: country, days: day..<day + 1).draw { cell in
                    tally.add(cell)
                    if sink != nil { feed.observations(of: cell) { counter.add($0) } }
                }
                if let sink {
                    feed.reports(on: day) { counter.add($0) }
                    try await sink.add(counter, of: day)
                }
                bar.advance(by: 1)
            }
            results.append(tally.result())
        }
        bar.clear()
        try await sink?.finish()
        try sink?.write(results)
        return results
    }

    private func write(_ results: [SimulationResult], to path: String) throws {
        var json = JSONText()
        json.object { object in
            object.member("seed", String(seed))
            object.key("periods")
            object.list { list in
                for result in results { list.object { result.truth.write(period: result.period.name, into: &$0) } }
            }
        }
        try WholeFile.write(Array((json.text + "\n").utf8), to: path)
    }

    // MARK: Showing

    private func show(_ results: [SimulationResult], _ profile: SimulationProfile, in language: Language) {
        if common.json {
            for result in results {
                for estimate in result.estimates {
                    StandardStreams.printObject { object in
                        estimate.write(period: result.period.name, into: &object)
                        if let value = result.truth.value(of: estimate) {
                            object.member("truth", value, digits: estimate.unit == .share ? 6 : 0)
                        }
                    }
                }
            }
        } else {
            let terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
            let page = SimulationPage(profile: profile, seed: seed, results: results, language: language, terminal: terminal)
            for line in page.lines { StandardStreams.printLine(line) }
        }
    }
}
