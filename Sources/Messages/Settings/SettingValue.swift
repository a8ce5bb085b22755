public import Messages

/// A setting's value between the file and the Swift type.
public enum SettingData: Sendable, Hashable {
    /// True or false.
    case boolean(Bool)
    /// A whole number, or bytes.
    case integer(Int)
    /// The word `auto`.
    case automatic
    /// A length of time.
    case duration(Duration)
    /// A probability.
    case fraction(Double)
    /// Text, a path, or one of several words.
    case text(String)
    /// Several words.
    case list([String])
}

/// A Swift type that settings can have.
public protocol SettingValue: Sendable {
    /// The value in the form of the catalogue.
    var data: SettingData { get }
    /// Reads the form of the catalogue; nothing when it is of another type.
    init?(_ data: SettingData)
}

extension Bool: SettingValue {
    /// True or false.
    public var data: SettingData { .boolean(self) }
    /// Reads true or false.
    public init?(_ data: SettingData) {
        guard case .boolean(let value) = data else { return nil }
        self = value
    }
}

extension Int: SettingValue {
    /// The number.
    public var data: SettingData { .integer(self) }
    /// Reads a number.
    public init?(_ data: SettingData) {
        guard case .integer(let value) = data else { return nil }
        self = value
    }
}

extension Optional: SettingValue where Wrapped == Int {
    /// The number; nothing is `auto`.
    public var data: SettingData { map { .integer($0) } ?? .automatic }
    /// Reads a number or `auto`.
    public init?(_ data: SettingData) {
        switch data {
        case .integer(let value): self = .some(value)
        case .automatic: self = .none
        default: return nil
        }
    }
}

extension Duration: SettingValue {
    /// The length of time.
    public var data: SettingData { .duration(self) }
    /// Reads a length of time.
    public init?(_ data: SettingData) {
        guard case .duration(let value) = data else { return nil }
        self = value
    }
}

extension Double: SettingValue {
    /// The fraction.
    public var data: SettingData { .fraction(self) }
    /// Reads a fraction.
    public init?(_ data: SettingData) {
        guard case .fraction(let value) = data else { return nil }
        self = value
    }
}

extension String: SettingValue {
    /// The text.
    public var data: SettingData { .text(self) }
    /// Reads text.
    public init?(_ data: SettingData) {
        guard case .text(let value) = data else { return nil }
        self = value
    }
}

extension Array: SettingValue where Element: SettingElement {
    /// The members' spellings.
    public var data: SettingData { .list(map(\.spelling)) }
    /// Reads a list whose members all can be read.
    public init?(_ data: SettingData) {
        guard case .list(let words) = data else { return nil }
        let members = words.compactMap { Element(spelling: $0) }
        guard members.count == words.count else { return nil }
        self = members
    }
}

extension SettingValue where Self: RawRepresentable, RawValue == String {
    /// The raw value.
    public var data: SettingData { .text(rawValue) }
    /// Reads the raw value.
    public init?(_ data: SettingData) {
        guard case .text(let value) = data else { return nil }
        self.init(rawValue: value)
    }
}

/// A Swift type that lists in settings are made of.
public protocol SettingElement: Sendable {
    /// How the file spells it.
    var spelling: String { get }
    /// Reads the file's spelling.
    init?(spelling: String)
}

extension String: SettingElement {
    /// The text itself.
    public var spelling: String { self }
    /// The text itself.
    public init?(spelling: String) { self = spelling }
}

extension IPNetwork: SettingElement {
    /// Address, slash, length.
    public var spelling: String { description }
    /// Reads an address with or without a length.
    public init?(spelling: String) { self.init(spelling) }
}

extension NameServerAddress: SettingElement {
    /// Address, and port where it is not the usual one.
    public var spelling: String { description }
    /// Reads an address with or without a port.
    public init?(spelling: String) { self.init(spelling) }
}

extension ListenAddress: SettingElement {
    /// Address and port, or the path of a socket file.
    public var spelling: String { description }
    /// Reads an address and a port, or the path of a socket file.
    public init?(spelling: String) { self.init(spelling) }
}

extension Channel: SettingElement {
    /// The channel's code.
    public var spelling: String { rawValue }
    /// The channel of a code.
    public init?(spelling: String) { self.init(rawValue: spelling) }
}
