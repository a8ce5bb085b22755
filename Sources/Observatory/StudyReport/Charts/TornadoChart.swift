internal import Documents

/// Bars from the estimate where one value is lowest to where it is highest, around the line of the likeliest estimate.
struct TornadoChart {
    struct Swing {
        var name: String
        var low: Double
        var high: Double
        var lowText: String
        var highText: String
    }

    var base: Double
    var baseText: String
    var swings: [Swing]
    var isRightToLeft: Bool

    private static let pitch = 32.0
    private static let thickness = 18.0

    /// The drawing.
    func drawing() -> Drawing {
        let left = min(swings.map { ChartStyle.width(of: $0.name, size: ChartStyle.text) }.max() ?? 0, 230) + 12
        let ends = swings.flatMap { [$0.low, $0.high] } + [base]
        let (least, most) = (ends.min() ?? 0, ends.max() ?? 1)
        let textRoom = swings.flatMap { [$0.lowText, $0.highText] }.map { ChartStyle.width(of: $0, size: 11) }.max() ?? 0
        let (from, to) = (left + textRoom + 12, ChartStyle.width - textRoom - 12)
        func x(_ value: Double) -> Double { most > least ? from + (to - from) * (value - least) / (most - least) : (from + to) / 2 }
        let foot = 30 + Double(swings.count) * TornadoChart.pitch
        var drawing = Drawing(width: ChartStyle.width, height: foot + 6, isRightToLeft: isRightToLeft)
        for (row, swing) in swings.enumerated() {
            drawing.marks += marks(of: swing, top: 30 + Double(row) * TornadoChart.pitch, left: left, x)
        }
        let middle = x(base)
        drawing.marks.append(
            .line([Drawing.Point(middle, 22), Drawing.Point(middle, foot)], Drawing.Stroke(ChartStyle.ink, width: 1.4)))
        drawing.marks.append(
            .label(
                Drawing.Label(baseText, at: Drawing.Point(middle, 15), .middle, size: 11, isBold: true, colour: ChartStyle.ink)))
        return isRightToLeft ? drawing.mirrored() : drawing
    }

    private func marks(of swing: Swing, top: Double, left: Double, _ x: (Double) -> Double) -> [Drawing.Mark] {
        let (below, above, middle) = (x(min(swing.low, swing.high)), x(max(swing.low, swing.high)), x(base))
        let foot = top + TornadoChart.thickness / 2 + 4
        // What a low value does is plain, what a high one does is hatched, whichever side they lie on.
        let lowIsBelow = swing.low <= swing.high
        let low = Drawing.Paint(ChartStyle.accent)
        let high = Drawing.Paint(ChartStyle.second, hatch: .rising)
        func bar(_ from: Double, _ to: Double, _ paint: Drawing.Paint) -> Drawing.Mark {
            .rectangle(Drawing.Frame(x: from, y: top, width: max(to - from, 0), height: TornadoChart.thickness), paint)
        }
        func words(_ text: String, _ at: Double, _ side: Drawing.Label.Side, _ size: Double = 11) -> Drawing.Mark {
            .label(Drawing.Label(text, at: Drawing.Point(at, foot), side, size: size, colour: ChartStyle.ink))
        }
        return [
            words(ChartStyle.fitted(swing.name, to: left - 12, size: ChartStyle.text), left - 8, .right, ChartStyle.text),
            bar(below, middle, lowIsBelow ? low : high), bar(middle, above, lowIsBelow ? high : low),
            words(lowIsBelow ? swing.lowText : swing.highText, below - 5, .right),
            words(lowIsBelow ? swing.highText : swing.lowText, above + 5, .left),
        ]
    }
}
