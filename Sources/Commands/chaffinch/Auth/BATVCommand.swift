internal import ArgumentParser
internal import Authentication
internal import Localization
internal import Settings
internal import Telemetry

/// `chaffinch auth batv`: tags a return path, or says what is found of a tag and what the address was before.
struct BATVCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "batv", abstract: HelpSentences.summary("auth.batv"))

    @Argument(help: ArgumentHelp("The address.", valueName: "address")) var address: String
    @Option(
        name: .long, help: ArgumentHelp("The file of keys: lines of a number from 0 to 9 and a key in hexadecimal.", valueName: "file"),
        completion: .file())
    var keys: String?
    @Option(name: .long, help: ArgumentHelp("Tag the address with the key of this number.", valueName: "number")) var sign: Int?
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failing.reported {
            let settings = try common.settings()
            let moment = try common.time().now()
            let written = CheckRequest.mailbox(address)
            let signature = try privateSignature(settings)
            if let sign {
                guard let tagged = signature.signed(written, withKey: sign, at: moment) else {
                    throw CommandFailure("\(written): there is no key \(sign), or the address is empty or tagged already")
                }
                common.say(Terminal.safe(tagged)) { $0.member("address", tagged) }
                return
            }
            let voice = CheckRun.Voice(common, settings)
            let explained = signature.result(of: written, at: moment).explained
            let original = PrivateSignature.stripped(written)
            common.say(Terminal.safe(explained.result + "  " + original) + "\n" + voice.shown(explained.reason)) { object in
                object.member("result", explained.result)
                object.member("reason", voice.text(explained.reason))
                object.member("original", original)
            }
        }
    }

    private func privateSignature(_ settings: Settings) throws -> PrivateSignature {
        guard let keys else {
            guard sign == nil else { throw CommandFailure("--sign needs the keys: give --keys FILE") }
            return PrivateSignature(keys: [:])
        }
        do {
            return try PrivateSignature(keyFile: try FileBytes.read(keys))
        } catch let problem as PrivateSignature.KeyFileError {
            throw CommandFailure("\(keys): \(problem)")
        }
    }
}
