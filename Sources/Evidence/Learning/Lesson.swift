/// What came of teaching or taking back.
public struct Lesson: Sendable {
    /// Why nothing of a lesson was taken.
    public enum Refusal: Sendable, Hashable {
        /// The source said too much within a day: so many are left of its most.
        case tooMany(source: String, most: Int, left: Int)
        /// No rule lets this source teach.
        case unknownSource(String)
        /// More recipients than this would have taught for themselves.
        case tooManyRecipients(most: Int)
    }

    /// The version of the new model; nothing when none was made.
    public var version: String?
    /// Whether it judges from now on; otherwise it is a candidate, and nothing was taught.
    public var isUsed = false
    /// How it did beside the model before.
    public var trial: Trial?
    /// The examples that were learnt or held out.
    public var taught: [TrainingExample] = []
    /// The fingerprints of messages on which a source believed more has spoken; what was said of them now was not taken.
    public var overruled: [String] = []
    /// Why nothing was taken.
    public var refusal: Refusal?

    init(
        version: String? = nil, isUsed: Bool = false, trial: Trial? = nil, taught: [TrainingExample] = [], overruled: [String],
        refusal: Refusal?
    ) {
        self.version = version
        self.isUsed = isUsed
        self.trial = trial
        self.taught = taught
        self.overruled = overruled
        self.refusal = refusal
    }

    init(refusal: Refusal?, overruled: [String]) {
        self.init(version: nil, overruled: overruled, refusal: refusal)
    }
}
