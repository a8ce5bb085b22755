/// What one operator counted of one channel in a period, and what is known of how it counted.
public struct OperatorReturn: Sendable, Hashable {
    /// The operator's code.
    public var contributor: String
    /// How many mailboxes or subscribers it serves.
    public var subscribers: Double
    /// The share of messages that was looked at, above 0 to 1; counts are of what was looked at.
    public var sampling: Double
    /// How often its filter errs.
    public var errors: AuditedErrors
    /// How often its signs of machines that were taken over err; nothing where nobody looked for signs.
    public var signs: SignErrors?
    /// How much the share of spam that is found differs between sources, beyond chance: the coefficient of variation.
    public var detectionSpread: Double
    /// Messages by the class that the filter said, in the order of `errors.classes`.
    public var said: [Double]
    /// The same, of each source.
    public var sources: [String: [Double]]
    /// The same, of each route of which all stations were seen or confirmed.
    public var routes: [String: [Double]]
    /// The same, of messages whose route is only claimed.
    public var claimed: [Double]
    /// The same, of messages from machines that show signs of having been taken over.
    public var marked: [Double]

    /// A return; nothing counted unless given.
    public init(
        contributor: String, subscribers: Double, sampling: Double = 1, errors: AuditedErrors, signs: SignErrors? = nil,
        detectionSpread: Double = 0,
        said: [Double] = [], sources: [String: [Double]] = [:], routes: [String: [Double]] = [:], claimed: [Double] = [],
        marked: [Double] = []
    ) {
        let nothing = [Double](repeating: 0, count: errors.classes.count)
        func counts(_ given: [Double]) -> [Double] { given.isEmpty ? nothing : given }
        self.contributor = contributor
        self.subscribers = subscribers
        self.sampling = sampling
        self.errors = errors
        self.signs = signs
        self.detectionSpread = detectionSpread
        self.said = counts(said)
        self.sources = sources
        self.routes = routes
        self.claimed = counts(claimed)
        self.marked = counts(marked)
    }

    /// How often signs of takeover err, from an audit of machines whose state is known.
    public struct SignErrors: Sendable, Hashable {
        /// The share of machines taken over that show signs.
        public var sensitivity: Double
        /// The share of others that show none.
        public var specificity: Double
        /// How many machines taken over were looked at.
        public var auditedTaken: Double
        /// How many others were looked at.
        public var auditedOthers: Double

        /// The errors found in an audit.
        public init(found: Int, ofTaken: Int, clear: Int, ofOthers: Int) {
            self.auditedTaken = Double(max(ofTaken, 1))
            self.auditedOthers = Double(max(ofOthers, 1))
            self.sensitivity = Double(found) / auditedTaken
            self.specificity = Double(clear) / auditedOthers
        }

        /// What signs tell beyond chance (Youden's index).
        var information: Double { sensitivity + specificity - 1 }
    }

    /// How much the share of spam that is found differs between sources, from labelled spam of each source and how much of it was found:
    /// the variance between sources that is left when that of chance is taken out (analysis of variance), as a coefficient of variation.
    public static func detectionSpread(labelled: [Int], found: [Int]) -> Double {
        let sum = Double(labelled.reduce(0, +))
        let share = Double(found.reduce(0, +)) / max(sum, 1)
        let groups = zip(labelled, found).filter { $0.0 > 0 }.map { (size: Double($0.0), share: Double($0.1) / Double($0.0)) }
        let size = sum - groups.reduce(0) { $0 + $1.size * $1.size } / max(sum, 1)
        guard groups.count > 1, size > 0, share > 0 else { return 0 }
        let between = groups.reduce(0) { $0 + $1.size * ($1.share - share) * ($1.share - share) }
        let within = groups.reduce(0) { $0 + $1.size * $1.share * (1 - $1.share) } / max(sum - Double(groups.count), 1)
        return max(0, (between - Double(groups.count - 1) * within) / size).squareRoot() / share
    }

    /// Refuses what no operator can have counted.
    func check() throws(EstimationError) {
        guard subscribers > 0, subscribers.isFinite else {
            throw .outOfRange("\(subscribers) subscribers: give a number above 0", contributor: contributor)
        }
        guard sampling > 0, sampling <= 1 else {
            throw .outOfRange("a sampling share of \(sampling): give one above 0 and up to 1", contributor: contributor)
        }
        guard detectionSpread >= 0, detectionSpread.isFinite else {
            throw .outOfRange("a spread of detection of \(detectionSpread): give one from 0", contributor: contributor)
        }
        let tables = [said, claimed, marked] + sources.values + routes.values
        guard tables.allSatisfy({ $0.count == errors.classes.count && $0.allSatisfy { $0 >= 0 && $0.isFinite } }) else {
            throw .outOfRange("counts that are below 0, or not one for each class of the audit", contributor: contributor)
        }
        if let signs, signs.information <= 0.05 { throw .uninformative(contributor: contributor) }
    }
}
