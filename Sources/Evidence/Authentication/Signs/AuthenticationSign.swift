public import Localization
public import Messages

/// One thing that a message's authentication can say for or against it: small, pure, and able to say in six languages what it found.
///
/// A sign looks at nothing but the facts that it is given. What could not be asked, or was not answered, is no fact: no sign speaks of it.
///
/// The weights are priors written by hand: what is published on each mechanism orders them, and no corpus that may train what ships has the
/// records of its time to fit them to. Local feedback moves them.
public protocol AuthenticationSign: Sendable {
    /// What the finding says to a person; its key is the sign's id, `authentication.` and a name.
    var sentence: Sentence { get }
    /// The layer of X.1231 the sign belongs to: the network that carried the message, or the service that answers for it.
    var layer: Layer { get }
    /// The log-odds of spam that the finding adds when it says nothing else.
    var weight: Double { get }
    /// The class of threat that the finding points to, when it points to one.
    var threat: ThreatClass? { get }

    /// What the sign found; nothing when there is nothing to say.
    func finding(in facts: AuthenticationFacts) -> Finding?
}

extension AuthenticationSign {
    /// The sign's stable code: `authentication.dmarc-reject`.
    public var id: String { sentence.key }

    /// No class in particular.
    public var threat: ThreatClass? { nil }

    /// Who sends, and by whose leave.
    public var layer: Layer { .service }
}
