/// What is asked of the domain name system: the records of one type at one name.
public struct Question: Sendable, Hashable {
    /// The name.
    public var name: DomainName
    /// The type.
    public var type: RecordType

    /// A question.
    public init(_ name: DomainName, _ type: RecordType) {
        self.name = name
        self.type = type
    }

    /// Tells questions apart, nearly always.
    var digest: Int { name.digest &+ Int(type.rawValue) }

    /// Whether the same is asked.
    public static func == (one: Question, other: Question) -> Bool {
        one.type.rawValue == other.type.rawValue && one.name == other.name
    }

    /// Hashes the hash of the name, with the type.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
    }
}

extension Question: CustomStringConvertible {
    /// The name and the type.
    public var description: String { "\(name) \(type)" }
}
