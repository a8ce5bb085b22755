/// What a check found: the beginning of a piece of evidence, which the check's id and weight complete.
public struct Finding: Sendable, Hashable {
    /// What the sentence is filled with.
    public var details: [String]
    /// How many times the check's weight it is worth; 1 unless the check grades what it finds.
    public var strength: Double

    /// A finding.
    public init(_ details: String..., strength: Double = 1) {
        self.details = details
        self.strength = strength
    }
}
