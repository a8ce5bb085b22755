public import Observatory

/// A true count, with who gave it: what a study is built from, and what never leaves the house.
public struct StudyTally: Sendable, Hashable {
    /// What was counted.
    public var indicator: StudyIndicator
    /// When.
    public var period: StudyPeriod
    /// Of what.
    public var keys: [StudyKey: String]
    /// How much.
    public var amount: Double
    /// The operator that counted it; nothing where the centre did itself.
    public var contributor: String?
    /// How.
    public var method: CountMethod
    /// The id of the dataset that names were looked up in.
    public var dataset: String?

    /// A count.
    public init(
        _ indicator: StudyIndicator, _ period: StudyPeriod, _ keys: [StudyKey: String] = [:], _ amount: Double, contributor: String? = nil,
        method: CountMethod = .measured, dataset: String? = nil
    ) {
        self.indicator = indicator
        self.period = period
        self.keys = keys
        self.amount = amount
        self.contributor = contributor
        self.method = method
        self.dataset = dataset
    }
}
