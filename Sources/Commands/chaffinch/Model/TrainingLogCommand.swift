internal import ArgumentParser
internal import JSON
internal import Learning
internal import Messages
internal import Settings

extension ModelCommand {
    /// `chaffinch model log`: who taught what, when and why.
    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("model.log"))
        @Option(name: .long, help: ArgumentHelp("Only what this source taught.", valueName: "name")) var source: String?
        @Option(name: .long, help: ArgumentHelp("Only what was taught for this recipient alone.", valueName: "address")) var recipient:
            String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                guard LocalState.hasModels(in: settings.stateFolder) else { return }
                let learning = try await LocalState(folder: settings.stateFolder).learning(base: ContentModel.starter())
                var mark: UInt64?
                if let recipient {
                    mark = try await learning.recipientKey()?.mark(ofAddress: recipient)
                    if mark == nil { return }
                }
                for example in try await learning.taught() where source.map({ SourceRules.means($0, example.source) }) ?? true {
                    if mark == nil || example.recipient == mark { show(example) }
                }
            }
        }

        private func show(_ example: TrainingExample) {
            guard !common.json else {
                return StandardStreams.printObject { object in
                    object.member("id", example.fingerprint)
                    object.member("spam", example.isSpam)
                    object.member("source", example.source)
                    object.member("reason", example.reason)
                    object.member("time", "\(example.time)")
                    object.member("heldOut", example.isHeldOut)
                    if example.recipient != 0 { object.member("recipient", example.recipientName) }
                }
            }
            let label = (example.isSpam ? "spam" : "ham ") + (example.isHeldOut ? "  held out" : "")
            let source = example.source + (example.recipient == 0 ? "" : "  for " + example.recipientName)
            StandardStreams.printLine("\(example.fingerprint)  \(example.time)  \(label)  \(source)  \(example.reason)")
        }
    }
}
