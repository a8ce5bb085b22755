internal import ArgumentParser
internal import Features
internal import Filter
internal import JSON
internal import Learning
internal import MIME
internal import Messages
internal import Reading
internal import Rules

extension ModelCommand {
    /// `chaffinch model weigh`
    struct Weigh: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpSentences.summary("model.weigh"),
            discussion: """
                The plan is that of `chaffinch model train`. In five folds, cut by content, a model is trained from the other four and
                judges the fifth, so that no weight is fitted to what a model knew by heart. The weights are pulled towards those that the
                checks were written with, and keep their signs; a channel's own prior and factor are pulled towards those of its family.
                Files of one folder count as one source.
                """)

        @Argument(help: "The plan.", completion: .file()) var plan: String
        @Option(name: .long, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file()) var output: String
        @Option(
            name: .long, help: ArgumentHelp("The folder that $ stands for in the plan.", valueName: "folder"), completion: .directory)
        var folder = "."
        @Option(
            name: .long, parsing: .upToNextOption,
            help: ArgumentHelp("Sources that teach the model but fit no weight: composed messages.", valueName: "source"))
        var learnOnly: [String] = []
        @OptionGroup var choice: PlanChoice
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                var prepared = try await Preparation(common: common, model: ContentModel(version: "untrained"))
                prepared.takeEveryMessageItsTime()
                try prepared.expect(messages: 10_000)
                var lessons: [PlannedLesson] = []
                let sources = try choice.sources(of: TrainingPlan(at: plan, folder: folder), at: plan)
                for name in learnOnly where !sources.contains(where: { $0.shortName == name }) {
                    throw CommandFailure("--learn-only \(name): no such source is taken of \(plan)")
                }
                for (number, source) in sources.enumerated() {
                    let collection = sources.firstIndex { $0.collection == source.collection } ?? number
                    let taught = try await source.lessons(
                        prepared, number: number, collection: collection, since: choice.firstYear(of: source))
                    lessons += taught
                    if !common.json { StandardStreams.printLine("\(source.name): \(taught.count)") }
                }
                guard !lessons.isEmpty else { throw CommandFailure("\(plan): it gives no example; see `chaffinch model train --help`") }
                let silent = Set(sources.indices.filter { learnOnly.contains(sources[$0].shortName) })
                var weights = OutOfFoldWeights(lessons: lessons, learnOnly: silent).weights(from: prepared.setup.weights)
                weights.languages = TaughtLanguages.trust(after: lessons)
                try WholeFile.write(Array(weights.text.utf8), to: output)
                if common.json {
                    StandardStreams.printObject { object in
                        object.member("path", output)
                        object.member("messages", lessons.count)
                    }
                } else {
                    StandardStreams.printLine("\(weights.findings.count) weights fitted to \(lessons.count) messages, written to \(output)")
                }
            }
        }
    }
}

/// One message of a plan, with what there is to learn from it.
struct PlannedLesson {
    let seen: LearnableMessage
    let isSpam: Bool
    let key: UInt64
    /// The tag of its language; nothing where it cannot be told.
    let language: String?
    /// The number of its source in the plan.
    let source: Int
    /// The number of the first source that belongs together with its own.
    let collection: Int
}

extension TrainingPlan.Source {
    /// The messages that are taken of this source, as the filter sees them.
    func lessons(_ prepared: Preparation, number: Int, collection: Int, since year: Int?) async throws -> [PlannedLesson] {
        let scanner = Scanner(prepared.setup)
        var making = prepared.making
        making.channel = channel
        var lessons: [PlannedLesson] = []
        var room = (ham: ham, spam: spam)
        let items = try items()
        var progress = ProgressBar(total: items.count)
        defer { progress.clear() }
        for item in items {
            progress.advance(by: 1)
            guard let isSpam = item.isSpam, (isSpam ? room.spam : room.ham) > 0 else { continue }
            for (_, message) in try making.messages(of: item) {
                let seen = await scanner.learnable(message)
                if let year, (scanner.reading.header.date?.timestamp?.civil.year ?? 0) < year { continue }
                lessons.append(
                    PlannedLesson(
                        seen: seen, isSpam: isSpam, key: ContentKey.of(scanner.reading), language: scanner.reading.languageTag,
                        source: number, collection: collection))
            }
            if isSpam { room.spam -= 1 } else { room.ham -= 1 }
        }
        return lessons
    }
}
