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

    @Argument(help: "The ledger: a YAML file of values with their sources.", completion: .file()) var file: String
    @Option(name: .long, help: ArgumentHelp("The seed of the draws; the same seed gives the same estimate.", valueName: "number"))
    var seed = CostRun.usualSeed
    @Option(name: .long, help: ArgumentHelp("How many draws there are, at most \(CostRun.mostDraws).", valueName: "number"))
    var draws = CostRun.usualDraws
    @Option(
        name: .long,
        help: ArgumentHelp("Adds up the totals of these perspectives: \(CostCommand.summable), separated by commas.", valueName: "list"),
        completion: .list(Perspective.allCases.filter(\.hasTotal).map(\.rawValue)))
    var sum: String?
    @OptionGroup var common: CommonOptions

    private static var summable: String { Perspective.allCases.filter(\.hasTotal).map(\.rawValue).joined(separator: ", ") }

    func run() throws {
        let settings = try Failing.reported { try common.settings() }
        let language = common.language(settings)
        let perspectives = try Failing.reported { try summed() }
        let text = try Failing.reported { try ledgerText() }
        let ledger: Ledger
        do {
            ledger = try Ledger.read(text, path: file)
        } catch {
            say(error, in: language)
            throw ExitCode(1)
        }
        let estimate = CostRun(ledger, seed: seed, draws: draws).estimate(sum: perspectives)
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

    private func ledgerText() throws -> String {
        let bytes = try FileBytes.read(file, limit: LedgerLimits.fileBytes)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(file): the ledger is not UTF-8; save it in UTF-8")
        }
        return text
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
