public import Authentication
public import Features
public import Learning
public import Messages
internal import Reading
public import Rules

/// Says what kind of spam a message is.
///
/// The score of a class is what the words of the text give to it (`ThreatModel`) and what the findings do that point to it, both in
/// log-odds. The likeliest class is named when it is likelier than not by a margin; otherwise the class is `unspecified`. Only of a message
/// that is taken for spam is the class asked.
public struct ThreatDecision: Sendable {
    /// The classes that may be named, in the order of scores: those that the words speak for, and two that only findings do.
    public static let classes = ThreatModel.classes + [.malware, .bulk]
    private static let unspecified = ThreatModel.classes.count - 1
    private static let malware = ThreatModel.classes.count
    private static let bulk = ThreatModel.classes.count + 1

    /// The class that a check points to, and how strongly.
    private struct Pointer {
        var place: Int
        var weight: Double
    }

    /// The probability from which on a class is named; docs/learning.md says how often that was right on sources that the model was not
    /// trained on.
    static let sureness = 0.7
    /// What a finding's weight counts beside a word's: the weights were made to tell spam from ham, not one kind of spam from another.
    static let findingFactor = 2.0
    /// What one phrase of a theme gives to the theme's class, of at most four.
    static let phraseWeight = 0.3
    /// From so much evidence of a harmful file on, the words count for nothing: a program that is attached is one whatever the text says.
    static let certainMalware = 2.0

    private let pointers: [String: Pointer]
    private let model: ThreatModel?

    /// A decision by these checks and signs and this model. Their weights are those they were written with: what speaks for spam on a channel is
    /// fitted anew, what points to a class is not.
    public init(_ rules: RuleBook, _ signs: SignBook = .standard, _ model: ThreatModel?) {
        self.model = model
        let all = rules.checks.map { ($0.id, $0.threat, $0.weight) } + signs.signs.map { ($0.id, $0.threat, $0.weight) }
        pointers = Dictionary(
            all.compactMap { id, threat, weight in
                guard let place = threat.flatMap(ThreatDecision.classes.firstIndex), weight > 0 else { return nil }
                return (id, Pointer(place: place, weight: weight))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The class of a message with this evidence.
    func threat(probability: Double, evidence: [Evidence], phrases: PhraseHits, features: borrowing FeatureVector) -> ThreatClass {
        guard probability >= 0.5 else { return .none }
        let scores = model?.scores(of: features.set, words: features.textCount)
        return ThreatDecision.threat(scores: scores, findings: findings(evidence, phrases))
    }

    /// The words that spoke most for a class; none when the model had no say.
    func words(for threat: ThreatClass, features: borrowing FeatureVector, reading: borrowing Reading) -> [String] {
        let count = features.textCount
        guard let model, model.scores(of: features.set, words: count) != nil else { return [] }
        var contributions: [Float] = []
        model.contributions(of: features.set, words: count, to: threat, into: &contributions)
        let strongest = ContentModel.strongest(of: contributions, towardSpam: true, count: 12)
        return ContentEvidence.telling(strongest, of: features, in: reading)
    }

    /// The log-odds that findings and phrases give to each class they point to.
    func findings(_ evidence: [Evidence], _ phrases: PhraseHits) -> ThreatModel.Scores {
        var weights = ThreatModel.Scores()
        for piece in evidence {
            if let pointer = pointers[piece.id] { weights[pointer.place] += pointer.weight }
        }
        for (theme, place) in ThreatDecision.themes where phrases.has(theme) {
            weights[place] += ThreatDecision.phraseWeight * Double(min(phrases[theme], 4))
        }
        return weights
    }

    /// The class that words and findings make likeliest; `unspecified` when none is likely enough.
    public static func threat(scores: ThreatModel.Scores?, findings: ThreatModel.Scores) -> ThreatClass {
        if findings[malware] >= certainMalware { return .malware }
        // Without an opinion of the words all classes are alike; of a class that they do not speak for they say as much as of none.
        var total = scores ?? ThreatModel.Scores()
        total[malware] = findings[malware] > 0 ? total[unspecified] : -.infinity
        total[bulk] = findings[bulk] > 0 ? total[unspecified] : -.infinity
        total += findingFactor * findings
        let highest = total.max()
        var sum = 0.0
        var likeliest = unspecified
        for place in classes.indices {
            sum += Judge.naturalExponential(total[place] - highest)
            if total[place] == highest { likeliest = place }
        }
        return 1 / sum >= sureness ? classes[likeliest] : .unspecified
    }

    /// The class that findings alone point to with the most weight, as it was said before words were learnt: to measure against.
    public static func strongest(of findings: ThreatModel.Scores) -> ThreatClass {
        let highest = findings.max()
        guard highest > 0 else { return .unspecified }
        return classes.indices.filter { findings[$0] == highest }.map { classes[$0] }.min() ?? .unspecified
    }

    private static let themes: [(Theme, Int)] = [
        (.selling, .advertising), (.marketing, .advertising), (.pharmacy, .advertising), (.replica, .advertising), (.loan, .advertising),
        (.parcel, .phishing), (.account, .phishing), (.mailbox, .phishing), (.tax, .phishing), (.toll, .phishing),
        (.codeRequest, .phishing),
        (.prize, .scam), (.wrongNumber, .scam), (.family, .scam), (.job, .scam), (.extortion, .scam), (.advanceFee, .scam),
        (.investment, .scam), (.boss, .scam), (.renewal, .scam), (.technicalHelp, .scam),
        (.adult, .adult), (.gambling, .gambling),
    ].map { (theme: Theme, threat: ThreatClass) in (theme, classes.firstIndex(of: threat) ?? unspecified) }
}

/// What the class of one message is decided from, to train and measure the threat model by.
public struct ThreatSample: Sendable {
    /// The message's features.
    public let features: FeatureSet
    /// How many of them, from the first on, are words of the text and pairs of them.
    public let words: Int
    /// The log-odds that findings and phrases give to each class of `ThreatDecision.classes`.
    public let findings: ThreatModel.Scores
}

extension FeatureVector {
    /// How many features, from the first on, are words of the text and pairs of them.
    var textCount: Int { origins.firstIndex { $0.kind != .word && $0.kind != .pair } ?? origins.count }
}
