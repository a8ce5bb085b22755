internal import ArgumentParser
internal import JSON
internal import Localization
internal import Messages
internal import Resolving
internal import Settings
internal import Telemetry
internal import ZoneFiles

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The settings file.", valueName: "file"), completion: .file())
    var config: String?

    @Option(
        name: .long, help: ArgumentHelp("Overrides one setting; may be given again.", valueName: "key=value"),
        completion: .list(SettingCatalogue.standard.keys.map { $0.name + "=" }))
    var set: [String] = []

    @Option(name: .long, help: ArgumentHelp("The moment to judge at, instead of now (RFC 3339).", valueName: "time"))
    var now: String?

    @Option(
        name: .long,
        help: ArgumentHelp("A file of DNS records that replaces the network: a zone file, JSON or YAML.", valueName: "file"),
        completion: .file())
    var dns: String?

    @Flag(name: .long, help: "Print JSON, one object a line.")
    var json = false

    @Option(
        name: .long, help: ArgumentHelp("The language of reasons, tables and help: ar, zh, en, fr, ru, es.", valueName: "language"),
        completion: .list(Language.allCases.map(\.rawValue)))
    var lang: String?

    /// What `--channel` is, wherever it is taken.
    static let channelHelp = ArgumentHelp(
        "The channel of the messages: \(channelNames.joined(separator: ", ")).", valueName: "channel")
    /// What `--recipient` is, wherever it is taken.
    static let recipientHelp = ArgumentHelp(
        "Who the messages are for, where they do not say; what is taught is learnt for this recipient alone.", valueName: "address")
    /// What `--channel` can be completed to.
    static let channels = CompletionKind.list(channelNames)
    private static let channelNames = Channel.known.map(\.rawValue)

    /// The settings: defaults, the file, the environment, then flags.
    func settings() throws -> Settings {
        // A pipe gives its bytes once, and whoever asks for names reads them.
        if let dns { try FileBytes.check(dns) }
        var flags: [SettingFlag] = []
        for assignment in set {
            guard let flag = SettingFlag(assignment: assignment) else {
                throw CommandFailure("--set \(assignment): write it as key=value, for example --set policy.mode=act")
            }
            flags.append(flag)
        }
        if let lang { flags.append(SettingFlag(name: "lang", value: lang, flag: "--lang")) }
        do {
            let file = try config.map { path throws(SettingsError) in try SettingsFile(at: path) }
            return try Settings.load(file: file, environment: ProcessInfo.processInfo.environment, flags: flags)
        } catch {
            throw CommandFailure("\(error)")
        }
    }

    /// Who answers for names: the file of `--dns`, the servers that the settings name, or nobody.
    func resolver(_ settings: Settings) throws -> (any Resolver)? {
        if let dns {
            let bytes = try FileBytes.read(dns)
            do {
                return PreparedZone(try WrittenZone.zone(from: bytes))
            } catch {
                throw CommandFailure("\(dns): \(error)")
            }
        }
        return try Composition(settings: settings, time: try time()).nameServers()
    }

    /// Says what was done: a sentence to people, an object to programs.
    func say(_ sentence: String, _ members: (inout JSONText) -> Void) {
        if json { StandardStreams.printObject(members) } else { StandardStreams.printLine(sentence) }
    }

    /// The language to speak.
    func language(_ settings: Settings) -> Language {
        Language(rawValue: settings[.language]) ?? .preferred(in: ProcessInfo.processInfo.environment)
    }

    /// The clock: the real one, or one that stands at `--now`.
    func time() throws -> any TimeSource {
        guard let now else { return SystemTime() }
        guard let moment = Timestamp(rfc3339: now) else {
            throw CommandFailure("--now \(now): write a date and time like 2026-11-21T08:00:00Z")
        }
        return FixedTime(moment)
    }
}

/// Something that keeps a command from running: what is wrong, where, and what to do. The program ends with status 2.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
