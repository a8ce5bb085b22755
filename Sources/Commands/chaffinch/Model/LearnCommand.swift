internal import ArgumentParser
internal import Filter
internal import Learning
internal import Messages
internal import Settings
internal import Storing
internal import Telemetry

/// `chaffinch learn`: teaches messages as spam or ham.
struct LearnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn", abstract: HelpSentences.summary("learn"))

    @Option(name: .long, parsing: .upToNextOption, help: "Messages that are spam.") var spam: [String] = []
    @Option(name: .long, parsing: .upToNextOption, help: "Messages that are ham.") var ham: [String] = []
    @Option(name: .long, help: "Why; kept beside the example.") var reason = ""
    @Option(name: .long, help: "The channel of the messages.") var channel: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let prepared = try await Failing.awaited { try await Preparation(common: common, channel: channel) }
        var examples: [TrainingExample] = []
        let scanner = Scanner(prepared.setup)
        for (paths, isSpam) in [(spam, true), (ham, false)] {
            for path in paths {
                let found = try Failing.reported { try prepared.source.items(at: path) }
                if let problem = found.problems.first { throw Failing.ending(with: "\(problem)") }
                for item in found.items {
                    for (_, message) in try Failing.reported({ try prepared.making.messages(of: item) }) {
                        examples.append(example(of: message, isSpam: isSpam, by: scanner, at: prepared.time.now()))
                    }
                }
            }
        }
        guard !examples.isEmpty else {
            StandardStreams.printError("chaffinch: nothing to learn; give --spam or --ham with messages\n")
            throw ExitCode(2)
        }
        try await Failing.awaited {
            let state = try LocalState(folder: prepared.settings.stateFolder)
            let version = try await state.learning(base: ContentModel.starter()).learn(examples, at: prepared.time.now())
            report(examples, version: version)
        }
    }

    private func example(of message: Message, isSpam: Bool, by scanner: Scanner, at time: Timestamp) -> TrainingExample {
        let fingerprint = TrainingExample.fingerprint(of: message.bytes.span)
        return TrainingExample(
            fingerprint: fingerprint, isSpam: isSpam, source: "command", reason: reason, time: time, features: scanner.features(of: message)
        )
    }

    private func report(_ examples: [TrainingExample], version: String) {
        for example in examples {
            if common.json {
                var json = JSONText()
                json.object { object in
                    object.member("id", example.fingerprint)
                    object.member("spam", example.isSpam)
                    object.member("model", version)
                }
                StandardStreams.printLine(json.text)
            } else {
                StandardStreams.printLine("\(example.fingerprint)  \(example.isSpam ? "spam" : "ham")")
            }
        }
        if !common.json {
            StandardStreams.printLine("Learnt \(examples.count); the model is now \(version). Take one back with: chaffinch forget ID")
        }
    }
}

/// `chaffinch forget`: takes back what was taught.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: HelpSentences.summary("forget"))

    @Argument(help: "The ids that `learn` printed.") var ids: [String]
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let time = try common.time()
            let learning = try await LocalState(folder: settings.stateFolder).learning(base: ContentModel.starter())
            for id in ids {
                guard let version = try await learning.forget(id, at: time.now()) else {
                    throw CommandFailure("\(id): no example of that id counts; `learn` printed the ids")
                }
                StandardStreams.printLine("\(id) forgotten; the model is now \(version).")
            }
        }
    }
}
