// Settings: one typed file, the environment over it, and flags over both.
//
// The catalogue names every setting once, with its type, default, range and line of documentation; reading, `explain` and the example
// file all come from it, so they cannot drift apart. The file belongs to the operator: it is trusted not to be an attack, and nothing
// else about it is taken for granted; everything wrong with it is told at once, each with its line.
internal import Messages

/// The settings a program runs by: a value for every key of the catalogue, each knowing where it came from.
public struct Settings: Sendable {
    struct Entry: Sendable {
        var data: SettingData
        var origin: SettingOrigin
    }

    let catalogue: SettingCatalogue
    var entries: [String: Entry] = [:]
    var thresholds: [PolicyThreshold] = PolicyThreshold.defaults
    var stateFolderByEnvironment = ""

    /// The defaults of a catalogue alone.
    public init(catalogue: SettingCatalogue = .standard) {
        self.catalogue = catalogue
    }

    /// The value of a setting.
    public subscript<Value>(setting: Setting<Value>) -> Value {
        entries[setting.key.name].flatMap { Value($0.data) } ?? setting.defaultValue
    }

    /// Where the value of a key came from; the default when nothing set it.
    public func origin(of name: String) -> SettingOrigin {
        entries[name]?.origin ?? .builtIn
    }

    /// The thresholds that were set, and the built-in ones, in the order of channel, direction and disposition.
    public var policyThresholds: [PolicyThreshold] { thresholds.sorted() }

    /// The folder that holds the program's state: `state.folder` when it is set, else the one the environment names for such things
    /// (`$XDG_STATE_HOME/chaffinch`, `~/.local/state/chaffinch`), else `/var/lib/chaffinch`.
    public var stateFolder: String {
        let named = self[.stateFolder]
        if !named.isEmpty { return named }
        return stateFolderByEnvironment.isEmpty ? "/var/lib/chaffinch" : stateFolderByEnvironment
    }
}

extension Settings {
    /// Reads the settings; every problem found is in the list, and the settings hold what could be read beside it.
    ///
    /// - Parameters:
    ///   - file: the settings file, if there is one.
    ///   - environment: the environment; `CHAFFINCH_` variables are settings (`CHAFFINCH_FILTER_DEADLINE_MAIL`).
    ///   - flags: settings from the command line, later ones over earlier ones.
    public static func read(
        file: SettingsFile? = nil, environment: [String: String] = [:], flags: [SettingFlag] = [],
        catalogue: SettingCatalogue = .standard
    ) -> (settings: Settings, problems: [SettingProblem]) {
        var reader = SettingsReader(catalogue: catalogue)
        if let file { reader.read(file) }
        reader.read(environment: environment)
        reader.read(flags: flags)
        reader.checkPolicy()
        return (reader.settings, SettingProblem.sorted(reader.problems))
    }

    /// Reads the settings, or throws everything that is wrong with them.
    public static func load(
        file: SettingsFile? = nil, environment: [String: String] = [:], flags: [SettingFlag] = [],
        catalogue: SettingCatalogue = .standard
    ) throws(SettingsError) -> Settings {
        let (settings, problems) = read(file: file, environment: environment, flags: flags, catalogue: catalogue)
        if !problems.isEmpty { throw SettingsError(problems) }
        return settings
    }

    /// A setting's value, where it came from, and what it means; throws with the nearest known key when there is none of that name.
    public func explain(_ name: String) throws(SettingsError) -> SettingExplanation {
        if let key = catalogue[name] {
            let entry = entries[name]
            return SettingExplanation(
                name: name, value: key.kind.spelling(of: entry?.data ?? key.defaultData), origin: entry?.origin ?? .builtIn,
                defaultValue: key.kind.spelling(of: key.defaultData), accepts: key.kind.description, documentation: key.documentation)
        }
        if let place = PolicyPlace(name) {
            let threshold = threshold(for: place.disposition, channel: place.channel, direction: place.direction)
            return SettingExplanation(
                name: name, value: PolicyThreshold.spelling(of: threshold?.probability), origin: threshold?.origin ?? .builtIn,
                defaultValue: PolicyThreshold.spelling(of: PolicyThreshold.builtIn(place.disposition)),
                accepts: PolicyThreshold.accepts, documentation: PolicyThreshold.documentation)
        }
        throw SettingsError([catalogue.unknown(name, origin: .request)])
    }
}

/// A setting from the command line.
public struct SettingFlag: Sendable, Hashable {
    /// The setting's dotted name.
    public var name: String
    /// The value as written; members of a list are separated by commas.
    public var value: String
    /// The flag as the user wrote it, to name it in messages: `--lang`.
    public var flag: String

    /// A setting from the command line.
    public init(name: String, value: String, flag: String) {
        self.name = name
        self.value = value
        self.flag = flag
    }

    /// Reads `name=value`, the argument of a `--set` flag; nothing without an equals sign.
    public init?(assignment: String, flag: String = "--set") {
        guard let equals = assignment.firstIndex(of: "=") else { return nil }
        self.init(name: String(assignment[..<equals]), value: String(assignment[assignment.index(after: equals)...]), flag: flag)
    }
}

/// What `config explain` tells of one setting.
public struct SettingExplanation: Sendable, Hashable, CustomStringConvertible {
    /// The dotted name.
    public var name: String
    /// The value, spelt as the file would have it.
    public var value: String
    /// Where the value came from.
    public var origin: SettingOrigin
    /// The default, spelt as the file would have it.
    public var defaultValue: String
    /// What the setting accepts, in words.
    public var accepts: String
    /// What the setting is for.
    public var documentation: String

    /// Several lines for a person.
    public var description: String {
        """
        \(name) = \(value)
          from:    \(origin)
          default: \(defaultValue)
          accepts: \(accepts)
          \(documentation)
        """
    }
}
