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
}

extension Question: CustomStringConvertible {
    /// The name and the type.
    public var description: String { "\(name) \(type)" }
}
