internal import ArgumentParser
internal import CostModel
internal import JSON
internal import Localization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch cost`: what spam costs, what there is to invest, and what nobody knows yet.
struct CostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cost", abstract: HelpSentences.summary("cost"),
        discussion: "Ends with 0 when there is an estimate, 1 when the ledger has mistakes, 2 when it could not run.")

    @Argument(help: "The ledger: a YAML file of values with their sources.", completion: .file()) var file: String?
    @Option(name: .long, help: ArgumentHelp("The seed of the draws; the same seed gives the same estimate.", valueName: "number"))
    var seed = CostRun.usualSeed
    @Option(name: .long, help: ArgumentHelp("How many draws there are, at most \(CostRun.mostDraws).", valueName: "number"))
    var draws = CostRun.usualDraws
    @Option(
        name: .long,
        help: ArgumentHelp("Adds up the totals of these perspectives: \(CostCommand.summable), separated by commas.", valueName: "list"),
        completion: .list(Perspective.allCases.filter(\.hasTotal).map(\.rawValue)))
    var sum: String?
    @Option(
        name: .long,
        help: ArgumentHelp("The day whose versions of values are taken, instead of the ledger's (2026-11-22).", valueName: "date"))
    var asOf: String?
    @Option(name: .long, help: ArgumentHelp("The scenario of the ledger whose values are taken.", valueName: "name"))
    var scenario: String?
    @Option(
        name: .long, help: ArgumentHelp("Writes a record of the run, from which it can be made again.", valueName: "file"),
        completion: .file())
    var record: String?
    @Option(
        name: .long, help: ArgumentHelp("Makes the run of a record again, without a ledger, and compares.", valueName: "file"),
        completion: .file())
    var replay: String?
    @OptionGroup var common: CommonOptions

    private static var summable: String { Perspective.allCases.filter(\.hasTotal).map(\.rawValue).joined(separator: ", ") }

    func run() throws {
        let settings = try Failing.reported { try common.settings() }
        let language = common.language(settings)
        let perspectives = try Failing.reported { try summed() }
        if let replay { return try repeated(replay, in: language) }
        let day = try Failing.reported { try dayOfValues() }
        let written = try Failing.reported { try ledgerText() }
        let ledger: Ledger
        do {
            ledger = try Ledger.read(written.text, path: written.path, asOf: day, scenario: scenario)
        } catch {
            say(error, in: language)
            throw ExitCode(1)
        }
        let estimate = CostRun(ledger, seed: seed, draws: draws).estimate(sum: perspectives)
        if let record { try Failing.reported { try write(RunRecord(estimate, program: Version.text), to: record) } }
        show(estimate, in: language)
    }

    private func show(_ estimate: CostEstimate, in language: Language) {
        if common.json {
            StandardStreams.printObject { CostJSON(estimate: estimate, language: language).write(into: &$0) }
        } else {
            let terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
            for line in CostPage(estimate: estimate, language: language, terminal: terminal).lines { StandardStreams.printLine(line) }
        }
    }

    private func summed() throws -> [Perspective] {
        guard (1...CostRun.mostDraws).contains(draws) else {
            throw CommandFailure("--draws \(draws): give a number from 1 to \(CostRun.mostDraws)")
        }
        var perspectives: [Perspective] = []
        for name in sum?.split(separator: ",") ?? [] {
            guard let perspective = Perspective(rawValue: String(name)), perspective.hasTotal else {
                throw CommandFailure("--sum \(name): this has no total to add; there are \(CostCommand.summable)")
            }
            if !perspectives.contains(perspective) { perspectives.append(perspective) }
        }
        return perspectives
    }

    private func ledgerText() throws -> (path: String, text: String) {
        guard let file else { throw CommandFailure("name a ledger, or a record with --replay") }
        let bytes = try FileBytes.read(file, limit: LedgerLimits.fileBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(file): the ledger is not UTF-8; save it in UTF-8")
        }
        return (file, text)
    }

    private func dayOfValues() throws -> CalendarDate? {
        guard let asOf else { return nil }
        guard let day = CalendarDate(asOf) else { throw CommandFailure("--as-of \(asOf): write a day like 2026-11-22") }
        return day
    }

    // MARK: Records

    private func write(_ record: RunRecord, to path: String) throws {
        try WholeFile.write(Array((record.json + "\n").utf8), to: path)
    }

    /// Makes the run of a record again and says whether the same came of it; the program ends with 1 where it did not.
    private func repeated(_ path: String, in language: Language) throws {
        let record = try Failing.reported { () throws -> RunRecord in
            guard file == nil, asOf == nil, scenario == nil, sum == nil, self.record == nil else {
                throw CommandFailure("--replay takes everything from the record; leave the ledger and its options out")
            }
            do {
                return try RunRecord(json: try FileBytes.read(path, limit: RunRecord.mostBytes))
            } catch let error as RunRecordError {
                throw CommandFailure("\(path): \(error)")
            }
        }
        let estimate = record.repeated()
        show(estimate, in: language)
        let differences = record.differences(from: estimate)
        let catalogue = Catalogue(CostSentences.all)
        let sentence =
            differences.isEmpty
            ? catalogue.text("cost.replayed", in: language, [Terminal.safe(record.program), "\(record.figures.count)"])
            : catalogue.text(
                "cost.differs", in: language, [Terminal.safe(record.program), Terminal.safe(differences.joined(separator: ", "))])
        StandardStreams.printError(sentence + "\n")
        if !differences.isEmpty { throw ExitCode(1) }
    }

    /// Says what is wrong with a ledger: to people a line each, to programs an object.
    private func say(_ error: LedgerError, in language: Language) {
        if common.json {
            StandardStreams.printObject { object in
                object.member("right", false)
                object.key("problems")
                object.list { list in
                    for problem in error.problems {
                        list.object { entry in
                            entry.member("file", problem.path)
                            entry.member("line", problem.line)
                            entry.member("column", problem.column)
                            entry.member("entry", problem.entry)
                            entry.member("message", problem.message)
                        }
                    }
                }
            }
        } else {
            for problem in error.problems { StandardStreams.printLine(Terminal.safe("\(problem)")) }
            let catalogue = Catalogue(CostSentences.all)
            StandardStreams.printLine(catalogue.text("cost.problems", in: language, ["\(error.problems.count)"]))
        }
    }
}
