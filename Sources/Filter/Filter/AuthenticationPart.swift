public import Authentication
public import Resolving

/// What a filter needs to find out where mail comes from.
public struct AuthenticationPart: Sendable {
    /// What all checks share.
    public var setup: AuthenticationSetup
    /// Who answers questions; nothing where nobody is asked, and only what hosts of ours wrote into a message counts.
    public var resolver: (any Resolver)?
    /// How long all questions of one message may take together. The judgement's own deadline bounds it too.
    public var deadline: Duration

    /// A part; questions may take 4 s unless something else is said.
    public init(_ setup: AuthenticationSetup, asking resolver: (any Resolver)? = nil, deadline: Duration = .seconds(4)) {
        self.setup = setup
        self.resolver = resolver
        self.deadline = deadline
    }
}
