public import Messages

/// Something that an estimate says an amount of.
public enum CostFigure: Sendable, Hashable {
    /// One line.
    case component(CostComponent)
    /// All lines of a perspective that can be worked out.
    case total(Perspective)
    /// What is still to be invested in one class of X.1231, within five years.
    case gap(Layer)
    /// The same of all classes.
    case wholeGap
    /// What the investment is worth today.
    case presentValue
    /// The largest investment that is worth its while against a loss.
    case ceiling

    /// Its name for programs (`user-time`, `total.users`, `gap.filtering`).
    public var id: String {
        switch self {
        case .component(let component): component.rawValue
        case .total(let perspective): "total.\(perspective.rawValue)"
        case .gap(let layer): "gap.\(layer.rawValue)"
        case .wholeGap: "gap"
        case .presentValue: "present-value"
        case .ceiling: "ceiling"
        }
    }

    /// Every figure, in the order of a report.
    public static let all: [CostFigure] =
        CostComponent.allCases.map(CostFigure.component)
        + Perspective.allCases.filter(\.hasTotal).map(CostFigure.total)
        + Layer.allCases.map(CostFigure.gap) + [.wholeGap, .presentValue, .ceiling]

    /// Whether a tornado is drawn of it: totals, lines that are in no total, the gap and what it is worth.
    public var hasTornado: Bool {
        switch self {
        case .component(let component): !component.perspective.hasTotal
        case .gap, .ceiling: false
        case .total, .wholeGap, .presentValue: true
        }
    }
}
