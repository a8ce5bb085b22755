internal import Documents

/// Level bars with their names and values written at them, with the interval of each as a line with two ends.
struct BarChart {
    struct Bar {
        var name: String
        var value: Double
        var range: ClosedRange<Double>?
        var text: String
    }

    var bars: [Bar]
    var isRightToLeft: Bool

    private static let pitch = 30.0
    private static let thickness = 18.0

    /// The drawing.
    func drawing() -> Drawing {
        let names = bars.map { ChartStyle.width(of: $0.name, size: ChartStyle.text) }.max() ?? 0
        let left = min(names, 210) + 12
        let values = bars.map { ChartStyle.width(of: $0.text, size: ChartStyle.text) }.max() ?? 0
        let longest = bars.map { max($0.value, $0.range?.upperBound ?? 0) }.max() ?? 0
        let scale = longest > 0 ? (ChartStyle.width - left - values - 20) / longest : 0
        var drawing = Drawing(
            width: ChartStyle.width, height: Double(bars.count) * BarChart.pitch + 12, isRightToLeft: isRightToLeft)
        for (row, bar) in bars.enumerated() {
            let top = 8 + Double(row) * BarChart.pitch
            let base = top + BarChart.thickness / 2 + 4
            drawing.marks.append(
                .label(
                    Drawing.Label(
                        ChartStyle.fitted(bar.name, to: left - 12, size: ChartStyle.text), at: Drawing.Point(left - 8, base), .right,
                        size: ChartStyle.text, colour: ChartStyle.ink)))
            let length = max(bar.value * scale, bar.value > 0 ? 1.5 : 0)
            drawing.marks.append(
                .rectangle(
                    Drawing.Frame(x: left, y: top, width: length, height: BarChart.thickness), Drawing.Paint(ChartStyle.accent)))
            if let range = bar.range { drawing.marks += whisker(range, at: top + BarChart.thickness / 2, from: left, scale) }
            let end = left + max(length, (bar.range?.upperBound ?? 0) * scale)
            drawing.marks.append(
                .label(
                    Drawing.Label(bar.text, at: Drawing.Point(end + 7, base), .left, size: ChartStyle.text, colour: ChartStyle.ink)))
        }
        let foot = Double(bars.count) * BarChart.pitch + 4
        drawing.marks.append(
            .line([Drawing.Point(left, 2), Drawing.Point(left, foot)], Drawing.Stroke(ChartStyle.axis, width: 1)))
        return isRightToLeft ? drawing.mirrored() : drawing
    }

    private func whisker(_ range: ClosedRange<Double>, at height: Double, from left: Double, _ scale: Double) -> [Drawing.Mark] {
        let (low, high) = (left + range.lowerBound * scale, left + range.upperBound * scale)
        guard high - low > 1 else { return [] }
        let stroke = Drawing.Stroke(ChartStyle.ink, width: 1.4)
        func upright(_ x: Double) -> Drawing.Mark { .line([Drawing.Point(x, height - 5), Drawing.Point(x, height + 5)], stroke) }
        return [.line([Drawing.Point(low, height), Drawing.Point(high, height)], stroke), upright(low), upright(high)]
    }
}
