public import Authentication
public import Resolving

/// What a filter needs to find out where mail comes from. Shared by reference: it is large, and asked for with each message.
public final class AuthenticationPart: Sendable {
    /// What all checks share.
    public let setup: AuthenticationSetup
    /// Who answers questions; nothing where nobody is asked, and only what hosts of ours wrote into a message counts.
    public let resolver: (any Resolver)?
    /// How long all questions of one message may take together. The judgement's own deadline bounds it too.
    public let deadline: Duration

    /// A part; questions may take 4 s unless something else is said.
    public init(_ setup: AuthenticationSetup, asking resolver: (any Resolver)? = nil, deadline: Duration = .seconds(4)) {
        self.setup = setup
        self.resolver = resolver
        self.deadline = deadline
    }
}
