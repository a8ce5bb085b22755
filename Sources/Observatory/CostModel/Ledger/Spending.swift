/// What somebody says they spend in a year on the work against spam. It is told, not worked out, and stands beside the estimate.
public struct Spending: Sendable, Hashable {
    /// Who spends: those whom Resolution 52 names (considering d), and the state.
    public enum Actor: String, Sendable, Hashable, CaseIterable {
        /// Who keeps mailboxes for others.
        case mailProvider = "mail-provider"
        /// Who carries traffic.
        case networkOperator = "network-operator"
        /// Who carries texts and calls of mobile subscribers.
        case mobileOperator = "mobile-operator"
        /// Who only uses messages, in business.
        case company
        /// People at home.
        case user
        /// Ministries, regulators, the police.
        case state
    }

    /// On what.
    public enum Purpose: String, Sendable, Hashable, CaseIterable {
        /// Machines and rooms that are bought.
        case capital
        /// Running them: lines, power, rent.
        case operation
        /// Licences of programs, and data that is paid for.
        case licences
        /// Pay.
        case staff
        /// Teaching staff or the public.
        case training
    }

    /// How large those are who spend, in their own words, as ENISA asked in 2009.
    public enum Size: String, Sendable, Hashable, CaseIterable {
        case verySmall = "very-small"
        case small, medium, large
        case veryLarge = "very-large"
    }

    /// Who spends.
    public var actor: Actor
    /// On what.
    public var purpose: Purpose
    /// How large they are; nothing where they are of several sizes, or nobody asked.
    public var size: Size?
    /// Over how many of them it was added up; nothing where it stands for all.
    public var respondents: Int?
    /// How much in a year, in money of the ledger's year, of all of them together.
    public var amount: ParameterRange
    /// Where the amount comes from.
    public var entry: LedgerEntry

    /// Spending.
    public init(actor: Actor, purpose: Purpose, size: Size?, respondents: Int?, amount: ParameterRange, entry: LedgerEntry) {
        self.actor = actor
        self.purpose = purpose
        self.size = size
        self.respondents = respondents
        self.amount = amount
        self.entry = entry
    }

    /// Who, how large and on what in one word (`mail-provider.very-small.staff`).
    public var id: String { [actor.rawValue, size?.rawValue, purpose.rawValue].compactMap { $0 }.joined(separator: ".") }
}
