public import Reputation
public import Resolving

/// What a filter needs to ask lists of hosts and domains. Shared by reference: what has been found of the lists is the same for all.
public final class ListPart: Sendable {
    /// The lists.
    public let lists: [DNSList]
    /// Which of them answer as lists do.
    public let health = ListHealth()
    /// Who answers questions.
    public let resolver: any Resolver
    /// How long all questions of one message may take together. The judgement's own deadline bounds it too.
    public let deadline: Duration

    /// A part; questions may take 4 s unless something else is said.
    public init(_ lists: [DNSList], asking resolver: any Resolver, deadline: Duration = .seconds(4)) {
        self.lists = lists
        self.resolver = resolver
        self.deadline = deadline
    }
}
