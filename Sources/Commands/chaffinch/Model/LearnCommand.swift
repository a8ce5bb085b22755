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

    @Option(
        name: .long, parsing: .upToNextOption, help: ArgumentHelp("Messages that are spam.", valueName: "path"), completion: .file())
    var spam: [String] = []
    @Option(
        name: .long, parsing: .upToNextOption, help: ArgumentHelp("Messages that are ham.", valueName: "path"), completion: .file())
    var ham: [String] = []
    @Option(name: .long, help: ArgumentHelp("Why; kept beside the example.", valueName: "text")) var reason = ""
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if spam.isEmpty, ham.isEmpty { throw ValidationError("nothing to learn; give --spam or --ham with messages") }
    }

    func run() async throws {
        try await Failing.awaited {
            let prepared = try await Preparation(common: common, channel: channel)
            let examples = try examples(prepared)
            guard !examples.isEmpty else { throw CommandFailure("there is no message under these paths; give others") }
            let state = try LocalState(folder: prepared.settings.stateFolder)
            let version = try await state.learning(base: ContentModel.starter()).learn(examples, at: prepared.time.now())
            report(examples, version: version)
        }
    }

    /// What is to be learnt; when something cannot be read, nothing is.
    private func examples(_ prepared: Preparation) throws -> [TrainingExample] {
        var labelled: [(files: [InputFile], isSpam: Bool)] = []
        for (paths, isSpam) in [(spam, true), (ham, false)] {
            for path in paths {
                let found = try prepared.source.files(at: path)
                if let problem = found.problems.first { throw CommandFailure("\(problem)") }
                labelled.append((found.files, isSpam))
            }
        }
        var progress = ProgressBar(total: labelled.reduce(0) { $0 + $1.files.weight })
        defer { progress.clear() }
        let scanner = Scanner(prepared.setup)
        var examples: [TrainingExample] = []
        for (files, isSpam) in labelled {
            var reader = prepared.source.reader(of: files)
            while let piece = reader.next() {
                guard case .item(let item) = piece else {
                    if case .problem(let problem) = piece { throw CommandFailure("\(problem)") }
                    continue
                }
                for (_, message) in try prepared.making.messages(of: item) {
                    examples.append(example(of: message, isSpam: isSpam, by: scanner, at: prepared.time.now()))
                }
                progress.advance(by: item.weight)
            }
        }
        return examples
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
                StandardStreams.printObject { object in
                    object.member("id", example.fingerprint)
                    object.member("spam", example.isSpam)
                    object.member("model", version)
                }
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

    @Argument(help: ArgumentHelp("The ids that `learn` printed.", valueName: "id")) var ids: [String]
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let time = try common.time()
            let learning = try await LocalState(folder: settings.stateFolder).learning(base: ContentModel.starter())
            let counting = Set(try await learning.fingerprints())
            if let wrong = ids.first(where: { !counting.contains($0) }) {
                throw CommandFailure("\(wrong): no example of that id counts, and nothing was forgotten; `learn` printed the ids")
            }
            guard let version = try await learning.forget(ids, at: time.now()) else {
                throw CommandFailure("somebody else forgot them just now")
            }
            for id in ids {
                if common.json {
                    StandardStreams.printObject { object in
                        object.member("id", id)
                        object.member("model", version)
                    }
                } else {
                    StandardStreams.printLine("\(id) forgotten; the model is now \(version).")
                }
            }
        }
    }
}
