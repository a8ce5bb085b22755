internal import Documents

/// Lines over periods, each with its name at its end, its own dashes and its own marks; a period without a value is a gap.
struct LineChart {
    struct Line {
        var name: String
        var values: [Double?]
        var ranges: [ClosedRange<Double>?]
    }

    var periods: [String]
    var lines: [Line]
    /// How a value is written at the axis.
    var tick: (Double) -> String
    var isRightToLeft: Bool

    private static let height = 300.0
    private static let top = 14.0
    private static let foot = 262.0

    private struct Frame {
        var left: Double
        var right: Double
        var highest: Double
        var count: Int

        func x(_ place: Int) -> Double {
            count > 1 ? left + (right - left) * Double(place) / Double(count - 1) : (left + right) / 2
        }

        func y(_ value: Double) -> Double { LineChart.foot - (LineChart.foot - LineChart.top) * value / highest }
    }

    /// The drawing.
    func drawing() -> Drawing {
        let greatest =
            lines.flatMap { line in
                zip(line.values, line.ranges).map { max($0 ?? 0, $1?.upperBound ?? 0) }
            }.max() ?? 0
        let step = ChartStyle.step(over: greatest / 4)
        let steps = max(1, Int((greatest / step - 0.000_001).rounded(.up)))
        let ticks = (0...steps).map { Double($0) * step }
        let tickRoom = ticks.map { ChartStyle.width(of: tick($0), size: ChartStyle.text) }.max() ?? 0
        let nameRoom = min(lines.map { ChartStyle.width(of: $0.name, size: ChartStyle.text) }.max() ?? 0, 170)
        let frame = Frame(
            left: tickRoom + 16, right: ChartStyle.width - nameRoom - 22, highest: Double(steps) * step, count: periods.count)
        var drawing = Drawing(width: ChartStyle.width, height: LineChart.height, isRightToLeft: isRightToLeft)
        drawing.marks = grid(ticks, frame) + axis(frame)
        for (place, line) in lines.enumerated() { drawing.marks += marks(of: line, place, frame) }
        drawing.marks += names(frame, room: nameRoom)
        return isRightToLeft ? drawing.mirrored() : drawing
    }

    private func grid(_ ticks: [Double], _ frame: Frame) -> [Drawing.Mark] {
        ticks.flatMap { value -> [Drawing.Mark] in
            let y = frame.y(value)
            let stroke = Drawing.Stroke(value == 0 ? ChartStyle.axis : ChartStyle.grid, width: 1)
            return [
                .line([Drawing.Point(frame.left, y), Drawing.Point(frame.right, y)], stroke),
                .label(
                    Drawing.Label(
                        tick(value), at: Drawing.Point(frame.left - 7, y + 4), .right, size: ChartStyle.text, colour: ChartStyle.quiet)),
            ]
        }
    }

    /// Names of periods, as many as there is room for; the last one always.
    private func axis(_ frame: Frame) -> [Drawing.Mark] {
        let widest = periods.map { ChartStyle.width(of: $0, size: ChartStyle.text) }.max() ?? 0
        let room = (frame.right - frame.left) / Double(max(1, periods.count - 1))
        let stride = max(1, Int(((widest + 12) / max(room, 1)).rounded(.up)))
        return periods.indices.reversed().enumerated().filter { $0.offset % stride == 0 }.map { _, place in
            .label(
                Drawing.Label(
                    periods[place], at: Drawing.Point(frame.x(place), LineChart.foot + 20), .middle, size: ChartStyle.text,
                    colour: ChartStyle.quiet))
        }
    }

    private func marks(of line: Line, _ place: Int, _ frame: Frame) -> [Drawing.Mark] {
        let colour = ChartStyle.palette[place % ChartStyle.palette.count]
        let stroke = Drawing.Stroke(colour, width: 2.2, dash: ChartStyle.dashes[place % ChartStyle.dashes.count])
        var marks: [Drawing.Mark] = []
        for run in runs(of: line) {
            let banded = run.filter { line.ranges[$0] != nil }
            if banded.count == run.count, run.count > 1 {
                let upper = run.map { Drawing.Point(frame.x($0), frame.y(line.ranges[$0]?.upperBound ?? 0)) }
                let lower = run.reversed().map { Drawing.Point(frame.x($0), frame.y(line.ranges[$0]?.lowerBound ?? 0)) }
                marks.append(.polygon(upper + lower, Drawing.Paint(colour, opacity: 0.16)))
            }
            let points = run.map { Drawing.Point(frame.x($0), frame.y(line.values[$0] ?? 0)) }
            if points.count > 1 { marks.append(.line(points, stroke)) }
            marks += points.map { LineChart.sign(place, at: $0, colour) }
        }
        return marks
    }

    /// Where values follow each other without a gap.
    private func runs(of line: Line) -> [[Int]] {
        var runs: [[Int]] = []
        for place in line.values.indices where line.values[place] != nil {
            if place > 0, line.values[place - 1] != nil, !runs.isEmpty { runs[runs.count - 1].append(place) } else { runs.append([place]) }
        }
        return runs
    }

    private static func sign(_ place: Int, at point: Drawing.Point, _ colour: Drawing.Colour) -> Drawing.Mark {
        let (x, y, paint) = (point.x, point.y, Drawing.Paint(colour))
        switch place % 4 {
        case 0: return .disc(point, radius: 3.6, paint)
        case 1: return .rectangle(Drawing.Frame(x: x - 3.4, y: y - 3.4, width: 6.8, height: 6.8), paint)
        case 2: return .polygon([Drawing.Point(x, y - 4.6), Drawing.Point(x + 4.4, y + 3.4), Drawing.Point(x - 4.4, y + 3.4)], paint)
        default:
            return .polygon(
                [Drawing.Point(x, y - 4.8), Drawing.Point(x + 4.8, y), Drawing.Point(x, y + 4.8), Drawing.Point(x - 4.8, y)], paint)
        }
    }

    /// The names of lines beside their ends, moved apart where they would lie on each other.
    private func names(_ frame: Frame, room: Double) -> [Drawing.Mark] {
        let ends = lines.enumerated().compactMap { place, line in
            line.values.last { $0 != nil }.flatMap { $0 }.map { (place: place, y: frame.y($0)) }
        }.sorted { ($0.y, $0.place) < ($1.y, $1.place) }
        var marks: [Drawing.Mark] = []
        var lowest = -Double.infinity
        for (order, end) in ends.enumerated() {
            // Room is kept for those that come below.
            let most = LineChart.foot + 8 - Double(ends.count - 1 - order) * 15
            let y = min(max(end.y + 4, lowest + 15), most)
            lowest = y
            marks.append(
                .label(
                    Drawing.Label(
                        ChartStyle.fitted(lines[end.place].name, to: room, size: ChartStyle.text), at: Drawing.Point(frame.right + 10, y),
                        .left, size: ChartStyle.text, isBold: true, colour: LineChart.readable(end.place))))
        }
        return marks
    }

    /// The colour of a line as words can wear it: dark enough to be read on white.
    private static func readable(_ place: Int) -> Drawing.Colour {
        let colours = [0x005A8C, 0x9A4400, 0x006B4E, 0x8C3D69, 0x7A5500, 0x1B5E85, 0x5C4500, 0x444444].map { Drawing.Colour($0) }
        return colours[place % colours.count]
    }
}
