internal import ArgumentParser
internal import Filter
internal import Localization
internal import Messages
internal import Reading
internal import Rules

/// `chaffinch explain`: one verdict, whole.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explains one verdict: every piece of evidence, its weight, coverage and time.")

    @Argument(help: "The message; path#3 is the third message of a file that holds several.") var path: String
    @Option(name: .long, help: "The channel of the message.") var channel: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var prepared = try await Failing.awaited { try await Preparation(common: common, channel: channel) }
        let item = try Failing.reported { try chosenItem(prepared) }
        try Failing.reported { try prepared.expect(messages: 1) }
        let scanner = Scanner(prepared.setup)
        let message = try Failing.reported { try prepared.making.message(of: item) }
        let verdict = await scanner.verdict(on: message)
        let judged = JudgedMessage(
            path: item.path, message: message, summary: Summary.of(scanner.reading), verdict: verdict,
            decision: prepared.setup.policy.decision(
                probability: verdict.probability, channel: message.channel, direction: message.direction), isSpam: item.isSpam)
        if common.json {
            StandardStreams.printLine(VerdictJSON(catalogue: prepared.catalogue, language: prepared.language).line(judged, isWhole: true))
        } else {
            let page = ExplanationPage(
                catalogue: prepared.catalogue, language: prepared.language, terminal: prepared.terminal, prior: prepared.setup.judge.prior)
            for line in page.lines(judged, hops: scanner.reading.message.hops) { StandardStreams.printLine(line) }
        }
    }

    private func chosenItem(_ prepared: Preparation) throws -> InputItem {
        if let hash = path.lastIndex(of: "#"), Int(path[path.index(after: hash)...]) != nil {
            let items = try prepared.source.items(at: String(path[..<hash])).items
            if let item = items.first(where: { $0.path == path }) { return item }
            throw CommandFailure("\(path): the file holds no message of that number")
        }
        guard let item = try prepared.source.items(at: path).items.first else {
            throw CommandFailure("\(path): there is no message in it")
        }
        return item
    }
}
