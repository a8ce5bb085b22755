public import Localization
public import Messages

/// One rule of an operator's, checked.
public struct Rule: Sendable {
    /// How grave a hit is: for people who sort reports; it decides nothing.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        case info, low, medium, high, critical
    }

    /// Whether a rule acts.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Its hits are noted and change nothing.
        case observe
        /// It acts.
        case act
    }

    /// What the rule is called, in all files of one filter.
    public var id: String
    /// What it looks for, in words, by language; at least one.
    public var descriptions: [Language: String]
    /// Who answers for it.
    public var owner: String
    /// How grave a hit is.
    public var severity: Severity
    /// From when on it no longer acts; nothing when it stays.
    public var expiry: Timestamp?
    /// The channels whose messages it is asked of; empty is all.
    public var channels: [Channel]
    /// The direction of the messages it is asked of; nothing is any.
    public var direction: Direction?
    /// Whether it acts.
    public var mode: Mode
    /// What it does.
    public var effect: RuleHit.Effect
    /// When it has its say, where it says what is done.
    public var standing: RuleHit.Standing
    /// The layer of X.1231 that its evidence belongs to.
    public var layer: Layer
    /// Where it is written.
    public var place: RulePlace
    /// Messages that it must match, and must not.
    public var examples: [RuleExample]
    /// When it is met.
    var condition: Condition

    /// What its evidence and decisions are called.
    public var name: String { RuleHit.name(ofRule: id) }

    /// Whether it has expired at a moment.
    public func hasExpired(at moment: Timestamp) -> Bool { expiry.map { $0 <= moment } ?? false }

    /// A message that met it, as the verdict notes it.
    public var hit: RuleHit {
        RuleHit(id: id, place: place.fileAndLine, effect: effect, standing: standing, isActing: mode == .act)
    }

    /// Its description as a sentence: where a language is missing the English one stands, and where that is missing the first there is.
    public var sentence: Sentence {
        let fallback = descriptions[.english] ?? Language.allCases.lazy.compactMap { descriptions[$0] }.first ?? id
        func wording(_ language: Language) -> String { descriptions[language] ?? fallback }
        return Sentence(
            name, en: wording(.english), fr: wording(.french), es: wording(.spanish), ru: wording(.russian), ar: wording(.arabic),
            zh: wording(.chinese))
    }
}
