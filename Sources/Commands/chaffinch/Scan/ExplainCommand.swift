internal import ArgumentParser
internal import Filter
internal import Localization
internal import Messages
internal import Reading
internal import Rules
internal import Telemetry

/// `chaffinch explain`: one verdict, whole.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: HelpSentences.summary("explain"))

    @Argument(help: "The message; path#3 is the third message of a file that holds several.", completion: .file()) var path: String
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel: String?
    @Option(name: .long, help: ArgumentHelp("Who the messages are for, where they do not say.", valueName: "address")) var recipient:
        String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var prepared = try await Failing.awaited { try await Preparation(common: common, channel: channel, recipient: recipient) }
        let chosen = try Failing.reported { try chosenMessage(prepared) }
        let message = chosen.message
        try Failing.reported { try prepared.expect(messages: 1) }
        _ = try await Failing.awaited { try await prepared.followOrders() }
        let setup = prepared.setup
        let scanner = Scanner(setup)
        let verdict = await scanner.verdict(on: message)
        let recipients = message.envelope.recipients
        let (shared, each) = setup.policy.decisions(on: verdict, channel: message.channel, direction: message.direction, for: recipients)
        var judged = JudgedMessage(
            path: chosen.path, message: message, summary: Summary.of(scanner.reading), verdict: verdict, decision: shared,
            isSpam: chosen.isSpam)
        // Of several recipients the voices are those of one for whom it is decided as it is for all.
        let place = each.first { $0.decision == shared }?.recipients.first ?? 0
        judged.voices = setup.policy.voices(
            on: verdict, channel: message.channel, direction: message.direction,
            for: recipients.indices.contains(place) ? recipients[place] : nil)
        judged.classWords = scanner.words(for: verdict.threatClass)
        if common.json {
            StandardStreams.printLine(
                VerdictJSON(
                    catalogue: prepared.catalogue, language: prepared.language, judge: prepared.setup.judge
                ).line(judged, isWhole: true))
        } else {
            let page = ExplanationPage(
                catalogue: prepared.catalogue, language: prepared.language, terminal: prepared.terminal,
                prior: prepared.setup.judge.prior(on: message.channel))
            for line in page.lines(judged, of: scanner.reading.message) { StandardStreams.printLine(line) }
        }
    }

    private func chosenMessage(_ prepared: Preparation) throws -> (path: String, message: Message, isSpam: Bool?) {
        let hash = path.lastIndex(of: "#")
        let isNumbered = hash.map { Int(path[path.index(after: $0)...]) != nil } ?? false
        let file = if let hash, isNumbered { String(path[..<hash]) } else { path }
        let found = try prepared.source.files(at: file)
        for problem in found.problems { StandardStreams.report("\(problem)") }
        var reader = prepared.source.reader(of: found.files)
        while let piece = reader.next() {
            guard case .item(let item) = piece else {
                if case .problem(let problem) = piece { StandardStreams.report("\(problem)") }
                continue
            }
            if isNumbered, item.path != file, item.path != path { continue }
            for (place, message) in try prepared.making.messages(of: item) where !isNumbered || place == path {
                return (place, message, item.isSpam)
            }
        }
        throw CommandFailure("\(path): there is no such message; `chaffinch scan \(file)` lists those that are there")
    }
}
