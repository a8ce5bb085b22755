internal import ArgumentParser
internal import Authentication
internal import JSON
internal import Localization
internal import Messages
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
                let tagged = try self.tagged(written, by: signature, withKey: sign, at: moment)
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

    private func tagged(_ written: String, by signature: PrivateSignature, withKey number: Int, at moment: Timestamp) throws -> String {
        do {
            return try signature.signed(written, withKey: number, at: moment)
        } catch {
            switch error {
            case .noKey: throw CommandFailure("--sign \(number): there is no key \(number) in \(keys ?? "the file of keys")")
            case .empty: throw CommandFailure("the address is empty; the return path of a bounce is never tagged")
            case .tagged: throw CommandFailure("\(written): it is tagged already")
            case .notPlain:
                throw CommandFailure("\(written): only a local part of letters, digits and signs that need no quotes can be tagged")
            case .tooLong(let bytes):
                throw CommandFailure(
                    "\(written): with its tag the local part would have \(bytes) bytes, and \(PrivateSignature.localPartLimit) is the most "
                        + "(RFC 5321 section 4.5.3.1.1); choose a shorter one")
            }
        }
    }

    private func privateSignature(_ settings: Settings) throws -> PrivateSignature {
        guard let keys else {
            guard sign == nil else { throw CommandFailure("--sign needs the keys: give --keys FILE") }
            return PrivateSignature(keys: [:])
        }
        do {
            return try PrivateSignature(keyFile: try SecretFile.read(keys))
        } catch let problem as PrivateSignature.KeyFileError {
            throw CommandFailure("\(keys): \(problem)")
        }
    }
}
