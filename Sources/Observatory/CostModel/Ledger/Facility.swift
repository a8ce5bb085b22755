public import Messages

/// What is needed within five years in one class of X.1231 by one means, and what is there already: amounts of money.
public struct Facility: Sendable, Hashable {
    /// By what means.
    public enum Means: String, Sendable, Hashable, CaseIterable {
        /// Rooms, lines and power.
        case facility
        /// Machines and programs.
        case technical
        /// People.
        case people
        /// Teaching them.
        case training
    }

    /// What is needed.
    public enum Requirement: Sendable, Hashable {
        /// So much, in money of the ledger's year.
        case entered(ParameterRange)
        /// What follows from the ledger: of filtering machines what servers cost that filter the mail of the fifth year, of people for
        /// feedback their pay over five years.
        case computed
    }

    /// The class: one of the five strategies of X.1231.
    public var layer: Layer
    /// The means.
    public var means: Means
    /// What is needed.
    public var required: Requirement
    /// What is there already, in money of the ledger's year; nothing while answers to a questionnaire are waited for.
    public var installed: ParameterRange?
    /// Where the amounts come from.
    public var entry: LedgerEntry
    /// Over how many answers it was added up what is there; nothing where it was entered.
    public var answers: InstalledBase.Answers?

    /// A facility.
    public init(layer: Layer, means: Means, required: Requirement, installed: ParameterRange?, entry: LedgerEntry) {
        self.layer = layer
        self.means = means
        self.required = required
        self.installed = installed
        self.entry = entry
    }

    /// Class and means in one word (`filtering.technical`).
    public var id: String { "\(layer.rawValue).\(means.rawValue)" }

    /// What has to be known to work out what is needed: nothing of what was entered.
    var needs: [Parameter] {
        guard required == .computed else { return [] }
        return (means == .people ? CostComponent.staff.needs : Needs.capital) + [.growth]
    }

    /// Whether what is needed by some means in some class can be worked out at all.
    static func isComputable(_ layer: Layer?, _ means: Means?) -> Bool {
        (layer == .filtering && means == .technical) || (layer == .feedback && means == .people)
    }
}
