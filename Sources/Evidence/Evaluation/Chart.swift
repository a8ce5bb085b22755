#if canImport(Glibc)
    internal import Glibc
#endif

/// A line chart as SVG 1.1, with axes, grid and labels: small enough to read, and the same bytes for the same data.
struct Chart {
    /// One axis.
    struct Axis {
        var title: String
        var low: Double
        var high: Double
        /// Where lines and numbers stand.
        var ticks: [Double]
        /// Whether equal steps are equal ratios.
        var isLogarithmic = false

        /// Where a value lies, from 0 to 1; values outside lie on the edge.
        func place(_ value: Double) -> Double {
            let share =
                isLogarithmic
                ? (log(max(value, low)) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low)
            return min(max(share, 0), 1)
        }
    }

    /// Points joined by a line.
    struct Line {
        var points: [(x: Double, y: Double)]
        var colour = "#1a5fb4"
        var isDashed = false
        var hasDots = false
        /// What it is called beside the others; empty for a line that needs no name.
        var name = ""
    }

    var title: String
    var x: Axis
    var y: Axis
    var lines: [Line]

    private static let width = 560.0
    private static let height = 420.0
    private static let left = 70.0
    private static let right = 20.0
    private static let top = 40.0
    private static let bottom = 55.0

    /// The chart as a document.
    var svg: String {
        var text = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 420" font-family="sans-serif" font-size="12" role="img">
            <title>\(Chart.escaped(title))</title>
            <rect width="560" height="420" fill="#ffffff"/>
            <text x="280" y="22" text-anchor="middle" font-size="14">\(Chart.escaped(title))</text>

            """
        text += gridX + gridY + axes
        for line in lines { text += drawn(line) }
        for (place, line) in lines.filter({ !$0.name.isEmpty }).enumerated() {
            text += "<text x=\"82\" y=\"\(60 + 16 * place)\" fill=\"\(line.colour)\">\(Chart.escaped(line.name))</text>\n"
        }
        return text + "</svg>\n"
    }

    private var gridX: String {
        x.ticks.map { tick in
            let place = Chart.number(horizontal(tick))
            return """
                <line x1="\(place)" y1="40" x2="\(place)" y2="365" stroke="#dddddd"/>
                <text x="\(place)" y="381" text-anchor="middle">\(Chart.label(tick))</text>

                """
        }.joined()
    }

    private var gridY: String {
        y.ticks.map { tick in
            let place = Chart.number(vertical(tick))
            return """
                <line x1="70" y1="\(place)" x2="540" y2="\(place)" stroke="#dddddd"/>
                <text x="64" y="\(place)" text-anchor="end" dominant-baseline="middle">\(Chart.label(tick))</text>

                """
        }.joined()
    }

    private var axes: String {
        """
        <rect x="70" y="40" width="470" height="325" fill="none" stroke="#555555"/>
        <text x="305" y="407" text-anchor="middle">\(Chart.escaped(x.title))</text>
        <text x="18" y="202" text-anchor="middle" transform="rotate(-90 18 202)">\(Chart.escaped(y.title))</text>

        """
    }

    private func drawn(_ line: Line) -> String {
        let places = line.points.map { (Chart.number(horizontal($0.x)), Chart.number(vertical($0.y))) }
        var text = "<polyline fill=\"none\" stroke=\"\(line.colour)\" stroke-width=\"2\""
        if line.isDashed { text += " stroke-dasharray=\"5 4\"" }
        text += " points=\"" + places.map { "\($0.0),\($0.1)" }.joined(separator: " ") + "\"/>\n"
        if line.hasDots {
            for place in places { text += "<circle cx=\"\(place.0)\" cy=\"\(place.1)\" r=\"3\" fill=\"\(line.colour)\"/>\n" }
        }
        return text
    }

    private func horizontal(_ value: Double) -> Double {
        Chart.left + x.place(value) * (Chart.width - Chart.left - Chart.right)
    }

    private func vertical(_ value: Double) -> Double {
        Chart.height - Chart.bottom - y.place(value) * (Chart.height - Chart.top - Chart.bottom)
    }

    /// A coordinate with one decimal.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func label(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? "\(Int(value))" : "\(value)"
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(scalar)
            }
        }.joined()
    }
}
