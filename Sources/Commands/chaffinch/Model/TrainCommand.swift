internal import ArgumentParser
internal import Features
internal import Filter
internal import Learning
internal import MIME
internal import Messages
internal import Reading

extension ModelCommand {
    /// `chaffinch model train`
    struct Train: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpSentences.summary("model.train"),
            discussion: """
                The plan has one line for each source: a path, the most ham and the most spam taken of it, and its channel (or -).
                A source is a folder with an index file (label and path a line), a table (.tsv) or JSON lines (.jsonl). Paths are relative
                to the plan's folder; those that begin with $ are taken from --folder.
                """)

        @Argument(help: "The plan.", completion: .file()) var plan: String
        @Option(name: .long, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file()) var output: String
        @Option(name: .long, help: ArgumentHelp("The model's version.", valueName: "version")) var name: String
        @Option(
            name: .long, help: ArgumentHelp("The folder that $ stands for in the plan.", valueName: "folder"), completion: .directory)
        var folder = "."
        @Option(name: .long, help: ArgumentHelp("How often the examples are gone through.", valueName: "number"))
        var rounds = 8
        @Option(
            name: .long, parsing: .upToNextOption,
            help: ArgumentHelp("Sources to leave out, by the last part of their path without its ending.", valueName: "source"))
        var without: [String] = []
        @Option(
            name: .long, parsing: .upToNextOption,
            help: ArgumentHelp("Of this source, only mails whose date says this year or later.", valueName: "source=year"))
        var since: [String] = []
        @OptionGroup var common: CommonOptions

        /// How many examples of a source were taken.
        private struct Taken {
            var name: String
            var ham = 0
            var spam = 0
        }

        func validate() throws {
            guard (1...1000).contains(rounds) else { throw ValidationError("--rounds takes a number from 1 to 1000") }
            for limit in since where TrainingPlan.year(in: limit) == nil {
                throw ValidationError("--since takes source=year, such as csdmc2010=2006; not \(limit)")
            }
        }

        func run() async throws {
            try await Failing.awaited {
                let prepared = try await Preparation(common: common, model: ContentModel(version: "untrained"))
                var training = BatchTraining()
                var taken: [Taken] = []
                let sources = try TrainingPlan(at: plan, folder: folder).sources
                let named = without + since.compactMap { TrainingPlan.year(in: $0)?.source }
                for name in named where !sources.contains(where: { $0.shortName == name }) {
                    throw CommandFailure("\(plan): it has no source \(name); name one of its paths by the last part, without the ending")
                }
                for source in sources where !without.contains(source.shortName) {
                    let sum = try add(source, to: &training, prepared)
                    taken.append(sum)
                    if !common.json { StandardStreams.printLine("\(sum.name): \(sum.ham) ham, \(sum.spam) spam") }
                }
                guard training.count > 0 else { throw CommandFailure("\(plan): it gives no example; see `chaffinch model train --help`") }
                var progress = ProgressBar(total: training.count * rounds)
                let result = training.model(version: name, settings: BatchTraining.Settings(rounds: rounds)) {
                    progress.advance(by: 1)
                }
                progress.clear()
                try WholeFile.write(ModelFile.bytes(of: result.model), to: output)
                show(result.model, taken, result.reports.filter { $0.ham + $0.spam > 0 }, calibrationError: result.calibrationError)
            }
        }

        private func show(_ model: ContentModel, _ taken: [Taken], _ reports: [BatchTraining.GroupReport], calibrationError: Double) {
            guard common.json else {
                for report in reports {
                    StandardStreams.printLine(
                        "\(report.name): held out \(report.ham) ham (\(report.hamMissed) wrong), \(report.spam) spam (\(report.spamMissed) wrong)"
                    )
                }
                StandardStreams.printLine("calibration error \((calibrationError * 10_000).rounded() / 10_000)")
                StandardStreams.printLine(
                    "\(name): \(model.examples.ham) ham and \(model.examples.spam) spam in \(rounds) rounds, written to \(output)")
                return
            }
            StandardStreams.printObject { object in
                object.member("model", name)
                object.member("path", output)
                object.member("ham", Int(model.examples.ham))
                object.member("spam", Int(model.examples.spam))
                object.member("rounds", rounds)
                object.member("calibrationError", calibrationError, digits: 6)
                object.key("sources")
                object.list { list in
                    for source in taken {
                        list.object { entry in
                            entry.member("name", source.name)
                            entry.member("ham", source.ham)
                            entry.member("spam", source.spam)
                        }
                    }
                }
                object.key("heldOut")
                object.list { list in
                    for report in reports {
                        list.object { entry in
                            entry.member("name", report.name)
                            entry.member("ham", report.ham)
                            entry.member("hamWrong", report.hamMissed)
                            entry.member("spam", report.spam)
                            entry.member("spamWrong", report.spamMissed)
                        }
                    }
                }
            }
        }

        private func add(_ source: TrainingPlan.Source, to training: inout BatchTraining, _ prepared: Preparation) throws -> Taken {
            let scanner = Scanner(prepared.setup)
            var making = prepared.making
            making.channel = source.channel
            training.begin(group: source.name)
            var taken = Taken(name: source.name)
            let first = since.compactMap { TrainingPlan.year(in: $0) }.first { $0.source == source.shortName }?.year
            let items = try source.items()
            var progress = ProgressBar(total: items.count)
            defer { progress.clear() }
            for item in items {
                progress.advance(by: 1)
                guard let isSpam = item.isSpam, isSpam ? taken.spam < source.spam : taken.ham < source.ham else { continue }
                var isTaken = false
                for (_, message) in try making.messages(of: item) {
                    let features = scanner.features(of: message)
                    if let first, (scanner.reading.header.date?.timestamp?.civil.year ?? 0) < first { continue }
                    training.add(features, isSpam: isSpam, key: ContentKey.of(scanner.reading))
                    isTaken = true
                }
                guard isTaken else { continue }
                if isSpam { taken.spam += 1 } else { taken.ham += 1 }
            }
            return taken
        }
    }
}

/// What a model is trained from.
struct TrainingPlan {
    /// One place with labelled messages.
    struct Source {
        let name: String
        let path: String
        let ham: Int
        let spam: Int
        let channel: Channel?

        /// The last part of the path, without its ending and without the sign of the folder.
        var shortName: String {
            let last = name.split(separator: "/").last.map(String.init) ?? name
            let bare = last.hasPrefix("$") ? String(last.dropFirst()) : last
            for ending in [".tsv", ".jsonl"] where bare.hasSuffix(ending) { return String(bare.dropLast(ending.count)) }
            return bare
        }

        /// The labelled messages of the place, in an order that depends on nothing but their paths.
        func items() throws -> [InputItem] {
            let index = path + "/index"
            if path.hasSuffix(".tsv") || path.hasSuffix(".jsonl") {
                let items = try LabelledMessages.records(at: path, InputSource(channel: channel))
                return spread(items)
            }
            return spread(try LabelledMessages.index(at: index))
        }

        /// A fixed shuffle, so that a limit takes from the whole of a source and not from its beginning.
        private func spread(_ items: [InputItem]) -> [InputItem] {
            items.enumerated().sorted { left, right in
                let keys = (UInt64(left.offset) &* 0x9E37_79B9_7F4A_7C15, UInt64(right.offset) &* 0x9E37_79B9_7F4A_7C15)
                return keys.0 < keys.1
            }.map(\.element)
        }
    }

    let sources: [Source]

    /// The two sides of `source=year`.
    static func year(in limit: String) -> (source: String, year: Int)? {
        let sides = limit.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, let year = Int(sides[1]) else { return nil }
        return (String(sides[0]), year)
    }

    init(at path: String, folder: String) throws {
        let base = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        var sources: [Source] = []
        for (number, line) in String(decoding: try FileBytes.read(path), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let fields = line.prefix { $0 != "#" }.split(separator: " ")
            if fields.isEmpty { continue }
            guard fields.count == 4, let ham = Int(fields[1]), let spam = Int(fields[2]) else {
                throw CommandFailure("\(path):\(number + 1): a line is: path, most ham, most spam, channel or -")
            }
            let place = fields[0].hasPrefix("$") ? folder + fields[0].dropFirst() : (base.isEmpty ? "" : base + "/") + fields[0]
            let channel = fields[3] == "-" ? nil : Channel(rawValue: String(fields[3]))
            sources.append(Source(name: String(fields[0]), path: place, ham: ham, spam: spam, channel: channel))
        }
        self.sources = sources
    }
}
