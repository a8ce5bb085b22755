/// How far a profile of policy reaches; the widest first.
public enum ProfileLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A country, or whoever makes its law.
    case jurisdiction
    /// Whoever runs the network.
    case `operator`
    /// The recipients of a domain, or of a block of numbers.
    case domain
    /// One recipient.
    case recipient

    /// The wider comes first.
    public static func < (left: ProfileLevel, right: ProfileLevel) -> Bool { left.place < right.place }

    /// Its place among all, the widest first.
    public var place: Int {
        switch self {
        case .jurisdiction: 0
        case .operator: 1
        case .domain: 2
        case .recipient: 3
        }
    }

    /// Whether lines of this level may bind narrower ones.
    public var mayBind: Bool { self < .domain }
}

/// A profile's name and version, as decisions and reports carry them.
public struct ProfileName: Sendable, Hashable, CustomStringConvertible {
    /// What it is called.
    public var name: String
    /// Its version.
    public var version: String
    /// How far it reaches.
    public var level: ProfileLevel

    /// A name.
    public init(_ name: String, version: String, level: ProfileLevel) {
        self.name = name
        self.version = version
        self.level = level
    }

    /// Name and version.
    public var description: String { "\(name)@\(version)" }
}
