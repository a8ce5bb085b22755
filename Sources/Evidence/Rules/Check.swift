public import Localization
public import Messages

/// One question asked of a message: small, pure, and able to say in six languages what it found.
///
/// A check looks at nothing but the examination it is given. It has no state, and asks nobody.
public protocol Check: Sendable {
    /// What the finding says to a person; its key is the check's id.
    var sentence: Sentence { get }
    /// The layer of X.1231 the check belongs to.
    var layer: Layer { get }
    /// The log-odds of spam that the finding adds when it says nothing else: a prior, to be fitted anew from local feedback.
    var weight: Double { get }
    /// The class of threat that the finding points to, when it points to one.
    var threat: ThreatClass? { get }
    /// What a message must have for the check to find anything; the check is not called where it is missing.
    var needs: Needs { get }

    /// What the check found; nothing when there is nothing to say.
    func finding(in examination: Examination) -> Finding?
}

extension Check {
    /// The check's stable code: `header.date-in-future`.
    public var id: String { sentence.key }

    /// No class in particular.
    public var threat: ThreatClass? { nil }

    /// Nothing: called for every message.
    public var needs: Needs { .nothing }

    /// Content and form of the message itself.
    public var layer: Layer { .filtering }
}
