// What a mechanism came to, put so that a person can follow it: the result, what it means, and what was looked at on the way.
public import Localization

/// One result with everything that is to be said of it.
public struct Explanation: Sendable, Hashable {
    /// Which way a result points. Says nothing of whether a message is wanted.
    public enum Mark: Sendable, Hashable {
        /// Somebody is shown to answer for the message.
        case proved
        /// Somebody says that the message is not theirs.
        case denied
        /// Nothing is shown either way.
        case open
        /// It could not be found out.
        case unknown
    }

    /// One thing that was looked at.
    public struct Step: Sendable, Hashable {
        /// How deep it stands below the first.
        public var depth: Int
        /// The text of a record or the name that was asked; a stranger's, never to be taken for ours.
        public var text: String
        /// What came of it, for programs: the words of the standard, or a few of ours in English.
        public var result: String
        /// What came of it, in the reader's language.
        public var finding: Statement.Detail

        init(depth: Int, text: String, result: String, _ finding: Statement.Detail? = nil) {
            self.depth = depth
            self.text = text
            self.result = result
            self.finding = finding ?? .text(result)
        }

        /// The step and what came of it.
        public var statement: Statement { Statement("auth.step", details: [.text(text), finding]) }
    }

    /// Which way it points.
    public var mark: Mark
    /// The result in the words of the standard: `pass`, `fail`.
    public var result: String
    /// What it is about: a domain, an address.
    public var subject: String
    /// Why, and what it means.
    public var reason: Statement
    /// What else should be known.
    public var further: [Statement] = []
    /// What was looked at, in order.
    public var steps: [Step] = []

    /// Nothing was asked, for this reason.
    public init(_ result: String, _ reason: Statement) {
        self.init(.open, result, reason)
    }

    init(_ mark: Mark, _ result: String, of subject: String = "", _ reason: Statement) {
        self.mark = mark
        self.result = result
        self.subject = subject
        self.reason = reason
    }

    /// Everything that explanations say, in six languages.
    public static let sentences: [Sentence] =
        SPFSentences.all + SignatureSentences.all + SyntaxSentences.all + PolicySentences.all + ChainSentences.all + ClientSentences.all
        + ProofSentences.all + StepSentences.all

    /// A text of bytes that a stranger wrote.
    static func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
}
