public import Messages

/// Something that an estimate says an amount of.
public enum CostFigure: Sendable, Hashable {
    /// One line.
    case component(CostComponent)
    /// All lines of a perspective that can be worked out.
    case total(Perspective)
    /// What is still to be invested in one class of X.1231, within five years.
    case gap(Layer)
    /// The same by one means, over the classes that are known.
    case gapByMeans(Facility.Means)
    /// The same in one class by one means.
    case facilityGap(Layer, Facility.Means)
    /// The same of all classes.
    case wholeGap
    /// What the investment is worth today.
    case presentValue
    /// The largest investment that is worth its while against a loss.
    case ceiling
    /// What somebody says they spend in a year, of all sizes and on all purposes.
    case spending(Spending.Actor)

    /// Its name for programs (`user-time`, `total.users`, `gap.filtering`, `gap.people`, `gap.filtering.people`, `spending.state`).
    public var id: String {
        switch self {
        case .component(let component): component.rawValue
        case .total(let perspective): "total.\(perspective.rawValue)"
        case .gap(let layer): "gap.\(layer.rawValue)"
        case .gapByMeans(let means): "gap.\(means.rawValue)"
        case .facilityGap(let layer, let means): "gap.\(layer.rawValue).\(means.rawValue)"
        case .wholeGap: "gap"
        case .presentValue: "present-value"
        case .ceiling: "ceiling"
        case .spending(let actor): "spending.\(actor.rawValue)"
        }
    }

    /// What the figure belongs to: a perspective by its name, `investment` or `spending`.
    public var group: String {
        switch self {
        case .component(let component): component.perspective.rawValue
        case .total(let perspective): perspective.rawValue
        case .gap, .gapByMeans, .facilityGap, .wholeGap, .presentValue, .ceiling: "investment"
        case .spending: "spending"
        }
    }

    /// Every figure, in the order of a report.
    public static let all: [CostFigure] =
        CostComponent.allCases.map(CostFigure.component)
        + Perspective.allCases.filter(\.hasTotal).map(CostFigure.total)
        + Layer.allCases.map(CostFigure.gap) + Facility.Means.allCases.map(CostFigure.gapByMeans)
        + Layer.allCases.flatMap { layer in Facility.Means.allCases.map { CostFigure.facilityGap(layer, $0) } }
        + [.wholeGap, .presentValue, .ceiling] + Spending.Actor.allCases.map(CostFigure.spending)

    /// The figure of a name; nothing where it is none.
    public init?(id: String) {
        guard let figure = CostFigure.all.first(where: { $0.id == id }) else { return nil }
        self = figure
    }

    /// Whether it is told in international dollars too: totals, lines that are in no total, the gap.
    var isCompared: Bool {
        switch self {
        case .component(let component): !component.perspective.hasTotal
        case .total, .gap, .wholeGap: true
        case .gapByMeans, .facilityGap, .presentValue, .ceiling, .spending: false
        }
    }

    /// Whether a tornado is drawn of it: totals, lines that are in no total, the gap and what it is worth.
    public var hasTornado: Bool {
        switch self {
        case .component(let component): !component.perspective.hasTotal
        case .gap, .gapByMeans, .facilityGap, .ceiling, .spending: false
        case .total, .wholeGap, .presentValue: true
        }
    }
}
