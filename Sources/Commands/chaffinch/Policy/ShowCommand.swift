internal import ArgumentParser
internal import Filter
internal import JSON
internal import Localization
internal import Messages
internal import Settings

/// `chaffinch policy show`: which lines hold for a recipient, and where each is written.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: HelpSentences.summary("policy.show"))

    @Option(name: .long, help: ArgumentHelp("Who gets the messages; anybody when left out.", valueName: "address")) var recipient: String?
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel = Channel.email.rawValue
    @Option(
        name: .long, help: ArgumentHelp("The direction: terminating, originating, transit.", valueName: "direction"),
        completion: .list(Direction.allCases.map(\.rawValue)))
    var direction = Direction.terminating.rawValue
    @OptionGroup var common: CommonOptions

    func run() throws {
        try Failing.reported {
            let settings = try common.settings()
            let policy = try Composition(settings: settings, time: try common.time()).policy()
            let wanted = Channel(rawValue: channel.lowercased())
            guard Channel.known.contains(wanted) || settings[.policyChannels].contains(wanted) else {
                throw CommandFailure("--channel \(channel): there is no such channel")
            }
            guard let way = Direction(rawValue: direction) else {
                throw CommandFailure("--direction \(direction): there are \(Direction.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            let party = recipient.map { MessageMaking.party($0, on: wanted) }
            let lines = policy.lines(channel: wanted, direction: way, for: party)
            let mode = policy.mode(for: party).rawValue
            let voice = PolicyVoicing(common.language(settings))
            if common.json {
                StandardStreams.printObject { object in
                    object.member("channel", wanted.rawValue)
                    object.member("direction", way.rawValue)
                    object.member("recipient", party?.description)
                    object.member("mode", mode)
                    object.member("profiles", policy.profiles.names(of: policy.profiles.chain(for: party)).map(\.description))
                    object.key("lines")
                    object.list { list in for line in lines { line.write(into: &list) } }
                }
            } else {
                StandardStreams.printLine("policy.mode: \(mode)")
                for line in lines { StandardStreams.printLine(voice.line(line, stands: "policy.stands")) }
            }
        }
    }
}
