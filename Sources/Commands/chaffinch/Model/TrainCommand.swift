internal import ArgumentParser
internal import Features
internal import Filter
internal import Learning
internal import Messages

extension ModelCommand {
    /// `chaffinch model train`
    struct Train: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Trains a model from labelled messages.",
            discussion: """
                The plan has one line for each source: a path, the most ham and the most spam taken of it, and its channel (or -).
                A source is a folder with an index file (label and path a line), a table (.tsv) or JSON lines (.jsonl). Paths are relative
                to the plan's folder; those that begin with $ are taken from --folder.
                """)

        @Argument(help: "The plan.") var plan: String
        @Option(name: .long, help: "The file to write.") var output: String
        @Option(name: .long, help: "The model's version.") var name: String
        @Option(name: .long, help: "The folder that $ stands for in the plan.") var folder = "."
        @Option(name: .long, help: "How often the examples are gone through.") var rounds = 3
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let prepared = try await Preparation(common: common, model: ContentModel(version: "untrained"))
                var training = BatchTraining()
                for source in try TrainingPlan(at: plan, folder: folder).sources {
                    try add(source, to: &training, prepared)
                }
                let (model, reports) = training.model(version: name, rounds: rounds)
                for report in reports where report.ham + report.spam > 0 {
                    StandardStreams.printLine(
                        "\(report.name): held out \(report.ham) ham (\(report.hamMissed) wrong), \(report.spam) spam (\(report.spamMissed) wrong)"
                    )
                }
                try WholeFile.write(ModelFile.bytes(of: model), to: output)
                StandardStreams.printLine(
                    "\(name): \(model.examples.ham) ham and \(model.examples.spam) spam in \(rounds) rounds, written to \(output)")
            }
        }

        private func add(_ source: TrainingPlan.Source, to training: inout BatchTraining, _ prepared: Preparation) throws {
            let scanner = Scanner(prepared.setup)
            var making = prepared.making
            making.channel = source.channel
            training.begin(group: source.name)
            var taken = (ham: 0, spam: 0)
            for item in try source.items() {
                guard let isSpam = item.isSpam, isSpam ? taken.spam < source.spam : taken.ham < source.ham else { continue }
                for (_, message) in try making.messages(of: item) {
                    training.add(scanner.features(of: message), isSpam: isSpam, key: ContentKey.of(scanner.reading))
                }
                if isSpam { taken.spam += 1 } else { taken.ham += 1 }
            }
            StandardStreams.printLine("\(source.name): \(taken.ham) ham, \(taken.spam) spam")
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

        /// The labelled messages of the place, in an order that depends on nothing but their paths.
        func items() throws -> [InputItem] {
            let index = path + "/index"
            if path.hasSuffix(".tsv") || path.hasSuffix(".jsonl") {
                return spread(try InputSource(channel: channel).items(at: path).items)
            }
            let lines = String(decoding: try FileBytes.read(index), as: UTF8.self).split(separator: "\n")
            return spread(
                lines.compactMap { line in
                    let fields = line.split(separator: " ", maxSplits: 1)
                    guard fields.count == 2, let isSpam = InputSource.isSpam(String(fields[0])) else { return nil }
                    let file = path + "/" + fields[1].drop { $0 == " " }
                    return InputItem(path: file, content: .file(file), isSpam: isSpam)
                })
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
