/// One value of everything that is uncertain.
struct Scenario: Sendable {
    var parameters = ParameterValues()
    /// What is needed of each facility, in the order of the ledger; nothing where it is computed.
    var required: [Double?]
    /// What is there already; nothing while answers are waited for.
    var installed: [Double?]
    /// What is spent, in the order of the ledger.
    var spending: [Double]
}

/// Something uncertain that a figure depends on.
enum CostInput: Sendable, Hashable {
    case parameter(Parameter)
    case required(Int)
    case installed(Int)
    case spending(Int)
}
