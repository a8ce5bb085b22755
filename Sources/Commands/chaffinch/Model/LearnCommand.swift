internal import ArgumentParser
internal import Features
internal import Filter
internal import JSON
internal import Learning
internal import Messages
internal import Reputation
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
    @Option(name: .long, help: ArgumentHelp("Who says so: a name that learning.sources may know.", valueName: "name")) var source =
        "command"
    @Flag(name: .long, help: "Use the new model although it did worse.") var force = false
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel: String?
    @Option(name: .long, help: CommonOptions.recipientHelp) var recipient: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if spam.isEmpty, ham.isEmpty { throw ValidationError("nothing to learn; give --spam or --ham with messages") }
        guard SourceTrust.isName(source) else {
            throw ValidationError("--source \(source): a name has up to 64 small letters, digits, hyphens, underscores, dots and at signs")
        }
    }

    func run() async throws {
        try await Failing.awaited {
            var prepared = try await Preparation(common: common, channel: channel, recipient: recipient)
            try prepared.expect(messages: 1)
            // Where nothing could be learnt, there is no need for a state folder.
            let files = try labelled(prepared)
            let state = try LocalState(folder: prepared.settings.stateFolder)
            let policy = try await LocalLearning.Policy(prepared, by: Scanner(prepared.setup))
            try await prepared.teachSenders()
            let scanner = Scanner(prepared.setup)
            let learning = try await state.learning(base: ContentModel.starter(), policy: policy)
            let key = prepared.isPersonal ? try await learning.recipientKey(orNew: .random()) : nil
            var senders: [String: SenderKeys] = [:]
            let examples = try await examples(files, prepared, by: scanner, key: key, of: &senders)
            guard !examples.isEmpty else { throw CommandFailure("there is no message under these paths; give others") }
            let (time, trust, keys) = (prepared.time, learning.trust(in: source), senders)
            let lesson = try await state.teaching {
                let lesson = try await learning.learn(examples, at: time.now(), isForced: force, hashedBy: key)
                if lesson.isUsed { try await SenderLessons(state.records).add(lesson.ofSenders(keys, trust: trust, at: time.now())) }
                return lesson
            }
            try report(lesson, folder: prepared.settings.stateFolder)
        }
    }

    /// The files that are to be learnt, with their label.
    private func labelled(_ prepared: Preparation) throws -> [(files: [InputFile], isSpam: Bool)] {
        var labelled: [(files: [InputFile], isSpam: Bool)] = []
        for (paths, isSpam) in [(spam, true), (ham, false)] {
            for path in paths {
                let found = try prepared.source.files(at: path)
                if let problem = found.problems.first { throw CommandFailure("\(problem)") }
                labelled.append((found.files, isSpam))
            }
        }
        return labelled
    }

    /// What is to be learnt; when something cannot be read, nothing is.
    private func examples(
        _ labelled: [(files: [InputFile], isSpam: Bool)], _ prepared: Preparation, by scanner: Scanner, key: RecipientKey?,
        of senders: inout [String: SenderKeys]
    ) async throws -> [TrainingExample] {
        var progress = ProgressBar(total: labelled.reduce(0) { $0 + $1.files.weight })
        defer { progress.clear() }
        var examples: [TrainingExample] = []
        for (files, isSpam) in labelled {
            var reader = prepared.source.reader(of: files)
            while let piece = reader.next() {
                guard case .item(let item) = piece else {
                    if case .problem(let problem) = piece { throw CommandFailure("\(problem)") }
                    continue
                }
                for (path, message) in try prepared.making.messages(of: item) {
                    let mark = try mark(of: message, path: path, prepared.making, key: key)
                    let example = await example(of: message, for: mark, isSpam: isSpam, by: scanner, at: prepared.time.now())
                    senders[example.fingerprint] = scanner.takeSenderKeys()
                    examples.append(example)
                }
                progress.advance(by: item.weight)
            }
        }
        return examples
    }

    /// What stands for the recipient who teaches; zero for everybody. Where one was asked for, it is that one or an error: a lesson must not
    /// reach somebody else because of what a file says.
    private func mark(of message: Message, path: String, _ making: MessageMaking, key: RecipientKey?) throws -> UInt64 {
        guard let key else { return 0 }
        let mark = key.mark(of: message.envelope)
        guard let recipient else { return mark }
        guard mark != 0 else {
            throw CommandFailure(
                "\(path): this message has several recipients, and --recipient teaches for one; leave it out, or teach without --recipient")
        }
        let asked = [key.mark(ofAddress: recipient), key.mark(of: MessageMaking.party(recipient, on: message.channel))]
        guard asked.contains(mark) else {
            throw CommandFailure(
                "\(path): this message is for somebody else than \(recipient); leave it out, or teach with the recipient it names")
        }
        return mark
    }

    private func example(
        of message: Message, for recipient: UInt64, isSpam: Bool, by scanner: Scanner, at time: Timestamp
    ) async -> TrainingExample {
        let fingerprint = TrainingExample.fingerprint(of: message.bytes.span, for: recipient)
        var seen = await scanner.learnable(message)
        seen.features.recipient = recipient
        return TrainingExample(
            fingerprint: fingerprint, isSpam: isSpam, source: source, reason: reason, time: time, features: seen.features,
            contentKey: ContentKey.of(scanner.reading), findings: seen.findings, wording: seen.wording,
            channel: seen.channel)
    }

    private func report(_ lesson: Lesson, folder: String) throws {
        switch lesson.refusal {
        case .tooMany(let source, let most, let left):
            throw CommandFailure(
                "\(source) may teach \(most) messages a day, and \(left) of them are left; teach fewer, or raise it in learning.sources")
        case .unknownSource(let source):
            throw CommandFailure("\(source) may not teach; name it in learning.sources, or give * a trust there")
        case .tooManyRecipients(let most):
            throw CommandFailure("no more than \(most) recipients may teach for themselves; forget one, or teach without --recipient")
        case nil: break
        }
        for id in lesson.overruled {
            StandardStreams.report("\(id): not learnt; a source that is believed more has spoken of this message")
        }
        guard let version = lesson.version, let trial = lesson.trial else {
            throw CommandFailure("nothing was learnt")
        }
        guard lesson.isUsed else {
            throw CommandFailure(
                "nothing was learnt: \(version) \(trial.summary). The model before judges on. "
                    + "Look at the messages; to see what it would do, scan --set model.path=\(folder)/models/\(version).model; to teach them all the same, --force"
            )
        }
        for example in lesson.taught {
            if common.json {
                StandardStreams.printObject { object in
                    object.member("id", example.fingerprint)
                    object.member("spam", example.isSpam)
                    object.member("source", example.source)
                    object.member("heldOut", example.isHeldOut)
                    if example.recipient != 0 { object.member("recipient", example.recipientName) }
                    object.member("model", version)
                }
            } else {
                let aside = example.isHeldOut ? "  held out" : ""
                StandardStreams.printLine("\(example.fingerprint)  \(example.isSpam ? "spam" : "ham")\(aside)")
            }
        }
        if !common.json {
            StandardStreams.printLine(
                "Learnt \(lesson.taught.count); the model is now \(version). Take one back with: chaffinch forget ID")
        }
        trial.warn()
    }
}

extension Trial {
    /// What is wrong with a model that did not pass.
    var summary: String {
        var faults: [String] = []
        if !lostCanaries.isEmpty {
            let names = lostCanaries.prefix(3).joined(separator: ", ") + (lostCanaries.count > 3 ? " ..." : "")
            faults.append("gets \(lostCanaries.count) canaries wrong that the model before gets right (\(names))")
        }
        if lost > won {
            faults.append(
                "gets \(lost) of \(heldOut) held-out messages wrong that the model before gets right, and \(won) right that it gets wrong")
        }
        return faults.joined(separator: ", and ")
    }

    /// Says on standard error which canaries the model in use gets wrong.
    func warn() {
        for name in lostCanaries + wrongCanaries {
            StandardStreams.report("the canary \(name) is judged wrong")
        }
    }
}

/// `chaffinch forget`: takes back what was taught.
struct ForgetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget", abstract: HelpSentences.summary("forget"))

    @Argument(help: ArgumentHelp("The ids that `learn` printed.", valueName: "id")) var ids: [String] = []
    @Option(name: .long, help: ArgumentHelp("Everything that this source taught.", valueName: "name")) var source: String?
    @Option(name: .long, help: ArgumentHelp("Everything that was taught for this recipient alone.", valueName: "address"))
    var recipient: String?
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard [!ids.isEmpty, source != nil || recipient != nil].count(where: { $0 }) == 1 else {
            throw ValidationError("give ids, or --source with a name, or --recipient with an address")
        }
    }

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let time = try common.time()
            let state = try LocalState(folder: settings.stateFolder)
            let learning = try await state.learning(base: ContentModel.starter(), policy: LocalLearning.Policy(settings))
            var ids = self.ids
            if let name = recipient ?? source {
                ids = try await learning.fingerprints(of: source, by: recipient)
                if ids.isEmpty { throw CommandFailure("\(name) taught nothing that counts; `model log` says who did") }
            }
            let named = ids
            let outcome = try await state.teaching {
                let version = try await learning.forget(named, at: time.now())?.version
                // Also what the model forgot before, when what is said of senders could not be written: asked again, that is made good.
                let gone = Set(named).subtracting(try await learning.fingerprints())
                try await SenderLessons(state.records).takeBack(gone, at: time.now())
                return version
            }
            guard let version = outcome else {
                let known = Set(try await learning.fingerprints())
                let wrong = ids.first { !known.contains($0) } ?? ""
                throw CommandFailure("\(wrong): no example of that id counts, and nothing was forgotten; `learn` printed the ids")
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

extension Lesson {
    /// What it says of those who sent its messages.
    fileprivate func ofSenders(_ keys: [String: SenderKeys], trust: Float, at moment: Timestamp) -> [SenderLessons.Lesson] {
        taught.compactMap { example in
            keys[example.fingerprint].map { keys in
                SenderLessons.Lesson(
                    id: example.fingerprint, source: example.source, isSpam: example.isSpam, trust: trust,
                    isPersonal: example.recipient != 0,
                    time: moment, keys: keys)
            }
        }
    }
}

extension LocalLearning {
    /// The fingerprints of what a source taught, or what was taught for somebody with this address alone; of both, where both are given.
    func fingerprints(of source: String?, by recipient: String?) async throws -> [String] {
        guard let recipient else { return try await fingerprints(of: source) }
        guard let mark = try await recipientKey()?.mark(ofAddress: recipient) else { return [] }
        return try await fingerprints(of: source, for: mark)
    }
}

extension TrainingExample {
    /// What stands for the recipient, for people.
    var recipientName: String {
        let digits = String(recipient, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
