/// What one respondent answered in one round, and how far it came.
public struct Response: Sendable {
    /// How far it came.
    public enum State: String, Sendable, Hashable, CaseIterable {
        /// It is being filled in.
        case draft
        /// Sections are with other parties.
        case delegated
        /// The respondent handed it in.
        case submitted
        /// The centre looks at it.
        case inReview = "in-review"
        /// It came back with questions.
        case returned
        /// It was found good.
        case approved
        /// It entered published figures.
        case published

        /// Whether answers may still change.
        public var isOpen: Bool { [.draft, .delegated, .returned].contains(self) }
    }

    /// A section that somebody else fills in.
    public struct Delegation: Sendable, Hashable {
        /// Who.
        public var party: String
        /// Whether it came back.
        public var isBack: Bool

        /// A delegation.
        public init(party: String, isBack: Bool = false) {
            self.party = party
            self.isBack = isBack
        }
    }

    /// One thing that happened.
    public struct Event: Sendable, Hashable {
        /// When (RFC 3339).
        public var time: String
        /// Who did it.
        public var person: String
        /// What was done.
        public var step: String
        /// What was said to it.
        public var note: String

        /// An event.
        public init(time: String, person: String, step: String, note: String = "") {
            self.time = time
            self.person = person
            self.step = step
            self.note = note
        }
    }

    /// The instrument's code.
    public var instrument: String
    /// The instrument's version.
    public var version: Int
    /// The round, such as `2026`.
    public var round: String
    /// The respondent's code.
    public var respondent: String
    /// How far it came.
    public private(set) var state = State.draft
    /// Who fills in which section.
    public private(set) var delegations: [String: Delegation] = [:]
    /// The answers, by question. What has none was not answered, or not asked.
    public internal(set) var answers: [String: Answer] = [:]
    /// The returned forms that were read, so that none is read twice.
    public internal(set) var forms: [String] = []
    /// What happened, in order.
    public private(set) var history: [Event] = []

    /// An empty response.
    public init(_ instrument: Instrument, round: String, respondent: String) {
        self.instrument = instrument.code
        version = instrument.version
        self.round = round
        self.respondent = respondent
    }

    init(
        instrument: String, version: Int, round: String, respondent: String, state: State, delegations: [String: Delegation],
        answers: [String: Answer], forms: [String], history: [Event]
    ) {
        self.instrument = instrument
        self.version = version
        self.round = round
        self.respondent = respondent
        self.state = state
        self.delegations = delegations
        self.answers = answers
        self.forms = forms
        self.history = history
    }

    /// Whether a question is asked at all, given the answers so far.
    public func asks(_ question: Question) -> Bool {
        guard let relevance = question.relevance else { return true }
        return answers[relevance.code]?.choices.contains { relevance.choices.contains($0) } == true
    }

    // MARK: The way through

    /// A step of the way, taken by somebody.
    public enum Step: Sendable, Hashable {
        /// Gives a section to another party.
        case delegate(section: String, party: String)
        /// A section is back from its party.
        case takeBack(section: String)
        /// Hands the response in.
        case submit
        /// Takes it up at the centre.
        case review
        /// Sends it back with a question.
        case giveBack(note: String)
        /// Finds it good.
        case approve
        /// Lets it enter published figures.
        case publish

        var name: String {
            switch self {
            case .delegate: "delegate"
            case .takeBack: "take-back"
            case .submit: "submit"
            case .review: "review"
            case .giveBack: "return"
            case .approve: "approve"
            case .publish: "publish"
            }
        }
    }

    /// Takes a step; throws where the response is not there yet.
    public mutating func take(_ step: Step, by person: String, at time: String, in instrument: Instrument) throws(StepError) {
        guard person.contains(where: { !$0.isWhitespace }) else { throw .nobody }
        var note = ""
        switch step {
        case .delegate(let section, let party):
            try require(step, [.draft, .delegated, .returned])
            guard instrument.sections.contains(where: { $0.code == section }) else { throw .unknownSection(section) }
            guard party.contains(where: { !$0.isWhitespace }) else { throw .nobody }
            delegations[section] = Delegation(party: party)
            (state, note) = (.delegated, "\(section): \(party)")
        case .takeBack(let section):
            try require(step, [.delegated])
            guard delegations[section] != nil else { throw .notDelegated(section) }
            delegations[section]?.isBack = true
            if delegations.values.allSatisfy(\.isBack) { state = .draft }
            note = section
        case .submit:
            if let open = delegations.filter({ !$0.value.isBack }).min(by: { $0.key < $1.key }) {
                throw .sectionIsOut(open.key, open.value.party)
            }
            try require(step, [.draft, .returned])
            state = .submitted
        case .review:
            try require(step, [.submitted])
            state = .inReview
        case .giveBack(let why):
            try require(step, [.inReview])
            guard why.contains(where: { !$0.isWhitespace }) else { throw .noNote }
            (state, note) = (.returned, why)
        case .approve:
            try require(step, [.inReview])
            // Nobody approves an own return.
            if history.last(where: { $0.step == Step.submit.name })?.person == person { throw .ownSubmission(person) }
            state = .approved
        case .publish:
            try require(step, [.approved])
            state = .published
        }
        history.append(Event(time: time, person: person, step: step.name, note: note))
    }

    private func require(_ step: Step, _ states: [State]) throws(StepError) {
        guard states.contains(state) else { throw .wrongState(step: step.name, state: state, needed: states) }
    }
}

/// Why a step cannot be taken.
public enum StepError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The response is not where the step begins.
    case wrongState(step: String, state: Response.State, needed: [Response.State])
    /// There is no such section.
    case unknownSection(String)
    /// The section is with nobody.
    case notDelegated(String)
    /// A section is still with its party.
    case sectionIsOut(String, String)
    /// Whoever hands in cannot approve.
    case ownSubmission(String)
    /// It is not said who does it.
    case nobody
    /// It is not said why.
    case noNote

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .wrongState(let step, let state, let needed):
            "'\(step)' is not possible: the response is \(state.rawValue), and has to be \(needed.map(\.rawValue).joined(separator: " or "))"
        case .unknownSection(let section): "section '\(section)': there is none; the sections are the letters A to L"
        case .notDelegated(let section): "section \(section): it is with nobody"
        case .sectionIsOut(let section, let party): "section \(section) is still with \(party); import what they send, or take it back"
        case .ownSubmission(let person): "\(person) handed this in; let somebody else approve it"
        case .nobody: "say who does it"
        case .noNote: "say why it goes back"
        }
    }
}
