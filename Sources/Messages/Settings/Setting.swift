/// One setting of the catalogue: its name, type, default and line of documentation.
public struct SettingKey: Sendable, Hashable {
    /// The dotted name: `filter.deadline.mail`.
    public let name: String
    /// The type and range.
    public let kind: SettingKind
    /// The value when nothing sets it.
    public let defaultData: SettingData
    /// What the setting is for: one sentence, without naming default or range, which are printed beside it.
    public let documentation: String

    /// The environment variable that sets the key: `CHAFFINCH_FILTER_DEADLINE_MAIL`.
    public var variable: String {
        "CHAFFINCH_" + name.uppercased().map { $0 == "." || $0 == "-" ? "_" : String($0) }.joined()
    }
}

/// A key of the catalogue together with the Swift type of its value: what code asks the settings with.
public struct Setting<Value: SettingValue>: Sendable {
    /// The key in the catalogue.
    public let key: SettingKey
    /// The value when nothing sets it.
    public let defaultValue: Value

    /// A setting; the default has to lie in the range of its kind, which a test of the catalogue checks.
    public init(_ name: String, _ kind: SettingKind, default defaultValue: Value, _ documentation: String) {
        self.key = SettingKey(name: name, kind: kind, defaultData: defaultValue.data, documentation: documentation)
        self.defaultValue = defaultValue
    }
}
