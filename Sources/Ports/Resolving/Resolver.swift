/// Answers questions of the domain name system.
///
/// A resolver follows aliases, tells apart all outcomes of `Answer.Outcome`, and never throws: what went wrong is the answer.
public protocol Resolver: Sendable {
    /// The answer, or a time-out when none came within the limit. May be called from many tasks at once.
    func answer(to question: Question, within limit: Duration) async -> Answer

    /// The answer where it is known already and nobody has to be asked.
    func knownAnswer(to question: Question) -> Answer?
}

extension Resolver {
    /// Nothing: this resolver keeps no answers.
    public func knownAnswer(to question: Question) -> Answer? { nil }
}
