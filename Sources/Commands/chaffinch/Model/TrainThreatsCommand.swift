internal import ArgumentParser
internal import Features
internal import Filter
internal import Learning
internal import Messages

extension ModelCommand {
    /// `chaffinch model train-threats`
    struct TrainThreats: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "train-threats", abstract: HelpSentences.summary("model.train-threats"),
            discussion: """
                The plan has one line for each kind of message: a place, its channel and language (or -), the kind as the place names it, the
                class, and how many are taken. Places are as for `chaffinch model train`; one that ends in / is a folder of tables. One
                message in ten is held out. What --without names is held out whole, and the figures are of that alone: of a source, or a kind,
                that was never seen.
                """)

        @Argument(help: "The plan.", completion: .file()) var plan: String
        @Option(name: .long, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file()) var output: String?
        @Option(name: .long, help: ArgumentHelp("The model's version.", valueName: "version")) var name = "untitled"
        @Option(
            name: .long, help: ArgumentHelp("The folder that $ stands for in the plan.", valueName: "folder"), completion: .directory)
        var folder = "."
        @Option(name: .long, help: ArgumentHelp("A source, or source:kind, to learn nothing from.", valueName: "source")) var without:
            [String] = []
        @OptionGroup var common: CommonOptions

        /// A message that was not learnt from.
        private struct Held {
            let sample: ThreatSample
            let threat: ThreatClass
            let source: Int
        }

        func run() async throws {
            try await Failing.awaited {
                var prepared = try await Preparation(common: common, model: ContentModel(version: "untrained"))
                prepared.takeEveryMessageItsTime()
                try prepared.expect(messages: 10_000)
                let plan = try ThreatPlan(at: plan, folder: folder)
                for name in without where !plan.sources.contains(where: { $0.isNamed(by: name) }) {
                    throw CommandFailure("--without \(name): \(self.plan) has no such source or kind")
                }
                var training = ThreatTraining()
                var held: [Held] = []
                for (number, source) in plan.sources.enumerated() {
                    try await add(source, number, to: &training, &held, prepared)
                }
                guard training.count > 0 else { throw CommandFailure("\(self.plan): it gives no example") }
                let model = training.model(version: name)
                if let output { try WholeFile.write(ThreatModelFile.bytes(of: model), to: output) }
                var report = ThreatReport(sources: plan.sources.map(\.name), examples: training.count, model: model)
                for one in held { report.add(one.sample, threat: one.threat, source: one.source) }
                if common.json { report.printJSON() } else { report.print() }
            }
        }

        private func add(
            _ source: ThreatPlan.Source, _ number: Int, to training: inout ThreatTraining, _ held: inout [Held], _ prepared: Preparation
        ) async throws {
            let scanner = Scanner(prepared.setup)
            var making = prepared.making
            making.channel = source.channel
            let name = source.name.drop { $0 == "$" }
            var seen: Set<UInt64> = []
            let labelled = try source.labelled()
            var progress = ProgressBar(total: labelled.count)
            defer { progress.clear() }
            for one in labelled {
                progress.advance(by: 1)
                guard let (_, message) = try making.messages(of: one.item).first else { continue }
                let sample = await scanner.threatSample(of: message)
                let key = ContentKey.of(scanner.reading)
                let isLeftOut = without.contains { $0 == name || $0 == name + ":" + one.kind }
                if !isLeftOut {
                    training.add(sample.features, words: sample.words, threat: one.threat, language: one.language, key: key)
                }
                // Of messages that say the same, one is asked; ham never is.
                let isAsked = without.isEmpty ? ThreatTraining.isHeldOut(key) : isLeftOut
                if isAsked, one.threat != .none, seen.insert(key).inserted {
                    held.append(Held(sample: sample, threat: one.threat, source: number))
                }
            }
        }
    }
}
