internal import ArgumentParser
internal import JSON
internal import Messages
internal import PostGateway
internal import Settings
internal import Storing
internal import Telemetry

/// `chaffinch token`: who may ask the service over HTTP, and for what.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: HelpSentences.summary("token"), subcommands: [Create.self, List.self, Revoke.self])

    private static func register(_ common: CommonOptions) throws -> TokenRegister {
        TokenRegister(try LocalState(folder: try common.settings().stateFolder).records)
    }

    /// `chaffinch token create`
    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("token.create"))
        @Argument(help: ArgumentHelp("Who gets it: a name that learning.sources may know.", valueName: "name")) var name: String
        @Option(
            name: .long,
            help: ArgumentHelp(
                "What it allows: check, feedback, metrics, hold, quarantine, admin; may be given again.", valueName: "scope"),
            completion: .list(Scope.allCases.map(\.rawValue)))
        var scope: [String] = [Scope.check.rawValue]
        @Option(
            name: .long,
            help: ArgumentHelp("With the scope quarantine: shows what is held for this recipient alone.", valueName: "address"))
        var recipient: String?
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard SourceTrust.isName(name) else {
                throw ValidationError("\(name): a name has up to 64 small letters, digits, hyphens, underscores, dots and at signs")
            }
            guard !SourceTrust.reserved.contains(name) else {
                throw ValidationError("\(name): what Chaffinch itself learns is kept under this name; give another")
            }
            if recipient != nil, scope != [Scope.quarantine.rawValue] {
                throw ValidationError("--recipient goes with --scope quarantine and no other")
            }
            if let wrong = scope.first(where: { Scope(rawValue: $0) == nil }) {
                throw ValidationError("--scope \(wrong): there are \(Scope.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            if Scope.apart.isSubset(of: scope.compactMap(Scope.init(rawValue:))) {
                throw ValidationError(
                    "--scope hold and --scope quarantine in one token let its holder send any mail to anybody past the filter; make a token for each"
                )
            }
        }

        func run() async throws {
            try await Failing.awaited {
                let scopes = Set(scope.compactMap(Scope.init(rawValue:)))
                guard
                    let token = try await TokenCommand.register(common).create(
                        name, scopes: scopes, for: recipient, at: try common.time().now())
                else {
                    throw CommandFailure("\(name) has a token already; revoke it first, or give another name")
                }
                if !common.json { StandardStreams.report("this is shown once and kept nowhere: chaffinch knows its hash alone") }
                common.say(token) { object in
                    object.member("name", name)
                    object.member("token", token)
                    object.member("scopes", scopes.map(\.rawValue).sorted())
                }
            }
        }
    }

    /// `chaffinch token list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("token.list"))
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                for token in try await TokenCommand.register(common).tokens() {
                    let scopes = token.scopes.map(\.rawValue).sorted()
                    let recipient = token.recipient.map { "  \($0)" } ?? ""
                    common.say(Terminal.safe("\(token.name)  \(token.created)  \(scopes.joined(separator: ","))\(recipient)")) { object in
                        object.member("name", token.name)
                        object.member("created", "\(token.created)")
                        object.member("scopes", scopes)
                        if let recipient = token.recipient { object.member("recipient", recipient) }
                    }
                }
            }
        }
    }

    /// `chaffinch token revoke`
    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("token.revoke"))
        @Argument(help: ArgumentHelp("Whose it is.", valueName: "name")) var name: String
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                guard try await TokenCommand.register(common).revoke(name, at: try common.time().now()) else {
                    throw CommandFailure("\(name) has no token; `token list` names those who do")
                }
                common.say("The token of \(name) is revoked; a service that runs lets it in no more within a second.") { object in
                    object.member("name", name)
                    object.member("revoked", true)
                }
            }
        }
    }
}
