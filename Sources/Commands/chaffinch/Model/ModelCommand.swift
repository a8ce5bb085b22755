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
        static let configuration = CommandConfiguration(abstract: "Says which model judges and lists those that were learnt here.")
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                let model = try await Composition(settings: settings, time: try common.time()).model()
                StandardStreams.printLine("\(model.version): learnt from \(model.examples.ham) ham and \(model.examples.spam) spam.")
                guard LocalState.hasModels(in: settings.stateFolder) else { return }
                for summary in try await LocalState(folder: settings.stateFolder).models.list() {
                    StandardStreams.printLine("\(summary.isCurrent ? "*" : " ") \(summary.version)  \(summary.time)  \(summary.size) bytes")
                }
            }
        }
    }

    /// `chaffinch model card`
    struct Card: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the card of the model that ships: data, licences, error rates, weaknesses.")

        func run() {
            StandardStreams.write(ContentModel.starterCard, to: 1)
        }
    }

    /// `chaffinch model export`
    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes the model that judges into a file.")
        @Argument(help: "The file to write.") var path: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let model = try await Composition(settings: try common.settings(), time: try common.time()).model()
                try WholeFile.write(ModelFile.bytes(of: model), to: path)
                StandardStreams.printLine("\(model.version) written to \(path).")
            }
        }
    }

    /// `chaffinch model import`
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Makes the model of a file the one that judges here.")
        @Argument(help: "The file to read.") var path: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let bytes = try FileBytes.read(path)
                let model: ContentModel
                do { model = try ModelFile.model(from: bytes.span) } catch { throw CommandFailure("\(path): \(error)") }
                let state = try LocalState(folder: try common.settings().stateFolder)
                let version = LocalState.importedPrefix + "\(try await state.models.list().count + 1)"
                try await state.models.save(Checkpoint(version: version, time: try common.time().now(), bytes: bytes))
                StandardStreams.printLine("\(model.version) imported as \(version); it judges from now on.")
            }
        }
    }

    /// `chaffinch model rollback`
    struct Rollback: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Goes back to the model before the current one.")
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let state = try LocalState(folder: try common.settings().stateFolder)
                guard let summary = try await state.models.rollBack() else {
                    throw CommandFailure("there is no earlier model to go back to")
                }
                StandardStreams.printLine("\(summary.version) judges from now on.")
            }
        }
    }
}
