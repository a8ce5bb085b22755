internal import Documents

/// Bands from origin by transit to arrival, as wide as what they carried: a map of routes that needs no map.
struct FlowChart {
    struct Flow {
        /// What it passed, one name for each column.
        var stations: [String]
        var amount: Double
        /// Which colour it has.
        var hue: Int
    }

    /// The names over the columns.
    var heads: [String]
    var flows: [Flow]
    /// How an amount is written.
    var text: (Double) -> String
    var isRightToLeft: Bool

    private static let top = 34.0
    private static let gap = 8.0
    /// What a node takes at least: its name and its amount stand beside it.
    private static let least = 26.0
    private static let nodeWidth = 12.0

    private struct Node {
        var name: String
        var amount: Double
        var top = 0.0
        /// How much of its edge is taken, on the side flows come in and on the other.
        var taken = (0.0, 0.0)
    }

    /// The drawing.
    func drawing() -> Drawing {
        var columns = heads.indices.map(nodes)
        let most = columns.map(\.count).max() ?? 1
        let total = flows.reduce(0) { $0 + $1.amount }
        let scale = total > 0 ? max(170, Double(most) * 34) / total : 0
        let height = columns.map { FlowChart.height($0, scale) }.max() ?? 0
        for column in columns.indices { place(&columns[column], height, scale) }
        var drawing = Drawing(width: ChartStyle.width, height: FlowChart.top + height + 14, isRightToLeft: isRightToLeft)
        drawing.marks = bands(&columns, scale) + columns.indices.flatMap { marks(of: columns[$0], column: $0, scale) }
        return isRightToLeft ? drawing.mirrored() : drawing
    }

    private func nodes(_ column: Int) -> [Node] {
        var amounts: [String: Double] = [:]
        for flow in flows { amounts[flow.stations[column], default: 0] += flow.amount }
        return amounts.map { Node(name: $0.key, amount: $0.value) }
            .sorted { $0.amount != $1.amount ? $0.amount > $1.amount : $0.name < $1.name }
    }

    private func place(_ nodes: inout [Node], _ height: Double, _ scale: Double) {
        var y = FlowChart.top + max(0, (height - FlowChart.height(nodes, scale)) / 2)
        for place in nodes.indices {
            let room = max(nodes[place].amount * scale, FlowChart.least)
            nodes[place].top = y + (room - nodes[place].amount * scale) / 2
            y += room + FlowChart.gap
        }
    }

    private static func height(_ nodes: [Node], _ scale: Double) -> Double {
        nodes.reduce(0) { $0 + max($1.amount * scale, least) + gap } - gap
    }

    private var room: Double {
        min(flows.map { ChartStyle.width(of: $0.stations[0], size: ChartStyle.text) }.max() ?? 0, 150)
    }

    private func x(_ column: Int) -> Double {
        let arrival = flows.compactMap(\.stations.last).map { ChartStyle.width(of: $0, size: ChartStyle.text) }.max() ?? 0
        let (from, to) = (max(room, 60) + 10, ChartStyle.width - min(max(arrival, 70), 150) - 10 - FlowChart.nodeWidth)
        return from + (to - from) * Double(column) / Double(max(heads.count - 1, 1))
    }

    private func bands(_ columns: inout [[Node]], _ scale: Double) -> [Drawing.Mark] {
        var marks: [Drawing.Mark] = []
        for column in columns.indices.dropLast() {
            for flow in flows.sorted(by: { FlowChart.order($0, $1, in: columns, column) }) {
                guard let start = columns[column].firstIndex(where: { $0.name == flow.stations[column] }),
                    let end = columns[column + 1].firstIndex(where: { $0.name == flow.stations[column + 1] })
                else { continue }
                let thickness = flow.amount * scale
                let from = columns[column][start].top + columns[column][start].taken.1
                let to = columns[column + 1][end].top + columns[column + 1][end].taken.0
                columns[column][start].taken.1 += thickness
                columns[column + 1][end].taken.0 += thickness
                let ribbon = Drawing.Ribbon(
                    from: Drawing.Point(x(column) + FlowChart.nodeWidth, from), height: thickness, to: Drawing.Point(x(column + 1), to),
                    height: thickness)
                marks.append(.ribbon(ribbon, Drawing.Paint(ChartStyle.palette[flow.hue % ChartStyle.palette.count], opacity: 0.42)))
            }
        }
        return marks
    }

    /// Bands leave and arrive in the order of the nodes, so that they cross as little as they can.
    private static func order(_ left: Flow, _ right: Flow, in columns: [[Node]], _ column: Int) -> Bool {
        func key(_ flow: Flow) -> [Int] {
            [column, column + 1].map { place in columns[place].firstIndex { $0.name == flow.stations[place] } ?? 0 } + [flow.hue]
        }
        return key(left).lexicographicallyPrecedes(key(right))
    }

    private func marks(of nodes: [Node], column: Int, _ scale: Double) -> [Drawing.Mark] {
        let isLast = column == heads.count - 1
        let side: Drawing.Label.Side = column == 0 ? .right : .left
        let edge = column == 0 ? x(column) - 6 : x(column) + FlowChart.nodeWidth + 6
        let headSide: Drawing.Label.Side = column == 0 ? .left : isLast ? .right : .middle
        let headPlace = column == 0 ? 4 : isLast ? ChartStyle.width - 4 : x(column) + FlowChart.nodeWidth / 2
        var marks: [Drawing.Mark] = [
            .label(
                Drawing.Label(
                    heads[column], at: Drawing.Point(headPlace, 16), headSide, size: ChartStyle.text, isBold: true, colour: ChartStyle.quiet
                ))
        ]
        for node in nodes {
            let height = max(node.amount * scale, 1.5)
            marks.append(
                .rectangle(
                    Drawing.Frame(x: x(column), y: node.top, width: FlowChart.nodeWidth, height: height), Drawing.Paint(ChartStyle.ink)))
            let middle = node.top + height / 2
            let name = ChartStyle.fitted(node.name, to: 150, size: ChartStyle.text)
            marks.append(
                .label(
                    Drawing.Label(name, at: Drawing.Point(edge, middle), side, size: ChartStyle.text, isBold: true, colour: ChartStyle.ink))
            )
            marks.append(
                .label(Drawing.Label(text(node.amount), at: Drawing.Point(edge, middle + 13), side, size: 10.5, colour: ChartStyle.ink)))
        }
        return marks
    }
}
