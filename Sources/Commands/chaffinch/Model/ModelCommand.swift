internal import ArgumentParser
internal import Learning
internal import Messages
internal import Settings
internal import Storing
internal import Telemetry

/// `chaffinch model`: which model judges, and moving models about.
struct ModelCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: HelpSentences.summary("model"),
        subcommands: [Info.self, Card.self, Export.self, Import.self, Rollback.self, Train.self])

    /// `chaffinch model info`
    struct Info: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.info"))
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                let model = try await Composition(settings: settings, time: try common.time()).model()
                let hasModels = LocalState.hasModels(in: settings.stateFolder)
                let models = hasModels ? try await LocalState(folder: settings.stateFolder).models.list() : []
                if common.json { return show(model, models) }
                StandardStreams.printLine("\(model.version): learnt from \(model.examples.ham) ham and \(model.examples.spam) spam.")
                for summary in models {
                    StandardStreams.printLine("\(summary.isCurrent ? "*" : " ") \(summary.version)  \(summary.time)  \(summary.size) bytes")
                }
            }
        }

        private func show(_ model: ContentModel, _ models: [CheckpointSummary]) {
            StandardStreams.printObject { object in
                object.member("model", model.version)
                object.member("ham", Int(model.examples.ham))
                object.member("spam", Int(model.examples.spam))
                object.key("models")
                object.list { list in
                    for summary in models {
                        list.object { entry in
                            entry.member("version", summary.version)
                            entry.member("time", "\(summary.time)")
                            entry.member("bytes", summary.size)
                            entry.member("current", summary.isCurrent)
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
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let model = try await Composition(settings: try common.settings(), time: try common.time()).model()
                try WholeFile.write(ModelFile.bytes(of: model), to: path)
                common.say("\(model.version) written to \(path).") { object in
                    object.member("model", model.version)
                    object.member("path", path)
                }
            }
        }
    }

    /// `chaffinch model import`
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.import"))
        @Argument(help: ArgumentHelp("The file to read.", valueName: "file"), completion: .file()) var path: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let bytes = try FileBytes.read(path)
                let model: ContentModel
                do { model = try ModelFile.model(from: bytes.span) } catch { throw CommandFailure("\(path): \(error)") }
                let state = try LocalState(folder: try common.settings().stateFolder)
                let version = LocalState.importedPrefix + "\(try await state.models.list().count + 1)"
                try await state.models.save(Checkpoint(version: version, time: try common.time().now(), bytes: bytes))
                common.say("\(model.version) imported as \(version); it judges from now on.") { object in
                    object.member("model", version)
                    object.member("imported", model.version)
                }
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
                guard let summary = try await state.models.rollBack() else {
                    throw CommandFailure("there is no earlier model to go back to; `chaffinch model info` lists those there are")
                }
                common.say("\(summary.version) judges from now on.") { object in object.member("model", summary.version) }
            }
        }
    }
}
