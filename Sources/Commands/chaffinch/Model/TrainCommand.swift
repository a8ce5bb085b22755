internal import ArgumentParser
internal import Features
internal import Filter
internal import JSON
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
        @OptionGroup var choice: PlanChoice
        @OptionGroup var common: CommonOptions

        /// How many examples of a source were taken.
        private struct Taken {
            var name: String
            var ham = 0
            var spam = 0
        }

        func validate() throws {
            guard (1...1000).contains(rounds) else { throw ValidationError("--rounds takes a number from 1 to 1000") }
        }

        func run() async throws {
            try await Failing.awaited {
                let prepared = try await Preparation(common: common, model: ContentModel(version: "untrained"))
                var training = BatchTraining()
                var taken: [Taken] = []
                for source in try choice.sources(of: TrainingPlan(at: plan, folder: folder), at: plan) {
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
            let first = choice.firstYear(of: source)
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
