internal import ArgumentParser
internal import JSON
internal import Learning
internal import Messages
internal import Settings
internal import Storing
internal import Telemetry

/// `chaffinch model`: which model judges, and moving models about.
struct ModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: HelpSentences.summary("model"),
        subcommands: [
            Info.self, Card.self, Export.self, Import.self, Rollback.self, Rebuild.self, Log.self, Train.self, TrainThreats.self,
            Weigh.self,
        ])

    /// `chaffinch model info`
    struct Info: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.info"))
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                let model = try await Composition(settings: settings, time: try common.time()).model()
                let hasModels = LocalState.hasModels(in: settings.stateFolder)
                let state = hasModels ? try LocalState(folder: settings.stateFolder) : nil
                let models = try await state?.models.list() ?? []
                let takenBack = try await state?.learning(base: ContentModel.starter()).takenBack() ?? 0
                if common.json { return try show(model, models, takenBack: takenBack) }
                StandardStreams.printLine("\(model.version): learnt from \(model.examples.ham) ham and \(model.examples.spam) spam.")
                StandardStreams.printLine("Kinds of spam are told by \(try ThreatModel.starter().version), which ships and is not taught.")
                if let personal = model.personal {
                    StandardStreams.printLine("Recipients who taught for themselves: \(personal.count).")
                }
                if takenBack > 0 {
                    StandardStreams.printLine(
                        "Approximate: \(takenBack) examples were taken back since it was built; `chaffinch model rebuild` makes it exact.")
                }
                for summary in models {
                    StandardStreams.printLine(
                        "\(summary.isCurrent ? "*" : summary.isCandidate ? "!" : " ") \(summary.version)  \(summary.time)  \(summary.size) bytes"
                    )
                }
            }
        }

        private func show(_ model: ContentModel, _ models: [CheckpointSummary], takenBack: Int) throws {
            let threatModel = try ThreatModel.starter().version
            StandardStreams.printObject { object in
                object.member("model", model.version)
                object.member("threatModel", threatModel)
                object.member("ham", Int(model.examples.ham))
                object.member("spam", Int(model.examples.spam))
                object.member("recipients", model.personal?.count ?? 0)
                object.member("approximate", takenBack > 0)
                object.key("models")
                object.list { list in
                    for summary in models {
                        list.object { entry in
                            entry.member("version", summary.version)
                            entry.member("time", "\(summary.time)")
                            entry.member("bytes", summary.size)
                            entry.member("current", summary.isCurrent)
                            entry.member("candidate", summary.isCandidate)
                        }
                    }
                }
            }
        }
    }

    /// `chaffinch model card`
    struct Card: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.card"))
        @OptionGroup var common: CommonOptions

        func run() throws {
            if common.json {
                StandardStreams.printObject { object in object.member("card", ContentModel.starterCard) }
            } else {
                StandardStreams.write(ContentModel.starterCard, to: 1)
            }
        }
    }

    /// `chaffinch model export`
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.export"))
        @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file()) var path: String
        @Flag(name: .long, help: "Write only what was learnt here, for others with the same base model.") var delta = false
        @Flag(name: .long, help: "Write what recipients taught for themselves too, with the key to their addresses.") var recipients = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                var model = try await Composition(settings: settings, time: try common.time()).model()
                if !recipients { model.forgetRecipients() }
                try WholeFile.write(try await bytes(of: model, settings), to: path)
                common.say("\(model.version) written to \(path).") { object in
                    object.member("model", model.version)
                    object.member("path", path)
                }
            }
        }

        private func bytes(of model: ContentModel, _ settings: Settings) async throws -> [UInt8] {
            guard delta else { return ModelFile.bytes(of: model.forOthers) }
            let starter = try ContentModel.starter()
            guard LocalState.hasModels(in: settings.stateFolder) else { return ModelDelta.bytes(of: model, beyond: starter) }
            return try await LocalState(folder: settings.stateFolder).learning(base: starter).delta(of: model)
        }
    }

    /// `chaffinch model rebuild`
    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.rebuild"))
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                let state = try LocalState(folder: settings.stateFolder)
                let learning = try await state.learning(base: ContentModel.starter(), policy: LocalLearning.Policy(settings))
                let time = try common.time()
                let version = try await state.teaching { try await learning.rebuild(at: time.now()).version ?? "" }
                common.say("Built anew from all examples that count; the model is now \(version).") { object in
                    object.member("model", version)
                }
            }
        }
    }

    /// `chaffinch model import`
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.import"))
        @Argument(help: ArgumentHelp("The file to read.", valueName: "file"), completion: .file()) var path: String
        @Option(
            name: .long,
            help: ArgumentHelp("Weights of the evidence to judge with, as `chaffinch model weigh` writes them.", valueName: "file"),
            completion: .file())
        var weights: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let bytes = try FileBytes.read(path)
                let folder = try common.settings().stateFolder
                var model = try await model(from: bytes, folder: folder)
                if let weights { model.evidenceWeights = try evidenceWeights(at: weights) }
                let state = try LocalState(folder: folder)
                let (time, form) = (try common.time(), ModelFile.bytes(of: model))
                let version = try await state.teaching {
                    let version = LocalLearning.nextVersion(LocalLearning.importedPrefix, after: try await state.models.list())
                    try await state.models.save(Checkpoint(version: version, time: time.now(), bytes: form))
                    return version
                }
                common.say("\(model.version) imported as \(version); it judges from now on.") { object in
                    object.member("model", version)
                    object.member("imported", model.version)
                }
            }
        }

        private func evidenceWeights(at path: String) throws -> EvidenceWeights {
            guard let weights = EvidenceWeights(text: String(decoding: try FileBytes.read(path), as: UTF8.self)) else {
                throw CommandFailure("\(path): this is no table of weights; give the path of a file written by `chaffinch model weigh`")
            }
            return weights
        }

        /// The model of a file: whole, or a delta on the starter model or one imported before.
        private func model(from bytes: [UInt8], folder: String) async throws -> ContentModel {
            var bases = [try ContentModel.starter()]
            let isDelta = ModelDelta.isDelta(bytes)
            if isDelta, LocalState.hasModels(in: folder) { bases += try await LocalState(folder: folder).imported() }
            do {
                return isDelta ? try ModelDelta.model(from: bytes, onOneOf: bases) : try ModelFile.model(from: bytes.span)
            } catch {
                throw CommandFailure("\(path): \(error)")
            }
        }
    }

    /// `chaffinch model rollback`
    struct Rollback: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.rollback"))
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let state = try LocalState(folder: try common.settings().stateFolder)
                guard let summary = try await state.teaching({ try await state.models.rollBack() }) else {
                    throw CommandFailure("there is no earlier model to go back to; `chaffinch model info` lists those there are")
                }
                common.say("\(summary.version) judges from now on.") { object in object.member("model", summary.version) }
            }
        }
    }
}
