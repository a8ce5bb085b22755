/// Pictures of an evaluation, as SVG.
public enum Plots {
    /// The ROC curve as the TREC spam tracks drew it: ham lost against spam missed, both in per cent, on axes of equal ratios.
    public static func roc(of messages: [ScoredMessage], title: String) -> String {
        let ticks = [0.01, 0.1, 1, 10, 100]
        let curve = RankedScores(messages).curve.map { (x: $0.hamLost, y: $0.spamMissed) }
        return Chart(
            title: title,
            x: Chart.Axis(title: "ham lost, %", low: 0.01, high: 100, ticks: ticks, isLogarithmic: true),
            y: Chart.Axis(title: "spam missed, %", low: 0.01, high: 100, ticks: ticks, isLogarithmic: true),
            lines: [Chart.Line(points: curve)]
        ).svg
    }

    /// 1-ROCA% along the stream.
    public static func learningCurve(of messages: [ScoredMessage], title: String) -> String {
        let curve = LearningCurve(of: messages)
        let count = max(messages.count, 1)
        return Chart(
            title: title,
            x: Chart.Axis(title: "messages", low: 0, high: Double(count), ticks: (0...4).map { Double(count * $0 / 4) }),
            y: Chart.Axis(
                title: "1-ROCA% of the last \(curve.window)", low: 0.001, high: 100, ticks: [0.001, 0.01, 0.1, 1, 10, 100],
                isLogarithmic: true),
            lines: [Chart.Line(points: curve.points.map { (Double($0.messages), $0.oneMinusROCAPercent) }, hasDots: true)]
        ).svg
    }

    /// What was said against what was so: on the diagonal, probabilities mean what they say. A line for each channel, where there are several.
    public static func reliability(of messages: [ScoredMessage], title: String) -> String {
        let ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
        let channels = messages.byChannel
        let lines = channels.prefix(mostChannels).enumerated().map { place, entry in
            let bins = Reliability(of: entry.messages).bins.map { (x: $0.meanProbability, y: $0.spamShare) }
            return Chart.Line(
                points: bins, colour: colours[place % colours.count], hasDots: true, name: channels.count > 1 ? entry.channel : "")
        }
        return Chart(
            title: title,
            x: Chart.Axis(title: "probability given", low: 0, high: 1, ticks: ticks),
            y: Chart.Axis(title: "share that is spam", low: 0, high: 1, ticks: ticks),
            lines: [Chart.Line(points: [(0, 0), (1, 1)], colour: "#999999", isDashed: true)] + lines
        ).svg
    }

    /// How many channels one picture shows.
    private static let mostChannels = 12
    private static let colours = ["#c01c28", "#1a5fb4", "#26a269", "#e66100", "#613583", "#63452c"]

    /// Reliability for a terminal: a line a bin, with a bar for the share that is spam and a mark where it should end.
    public static func reliabilityText(of messages: [ScoredMessage], width: Int = 40) -> String {
        let cells = max(10, width)
        var text = ""
        for bin in Reliability(of: messages).bins {
            let bar = Int((bin.spamShare * Double(cells)).rounded())
            let mark = min(cells - 1, Int((bin.meanProbability * Double(cells)).rounded()))
            let line = (0..<cells).map { $0 == mark ? "|" : $0 < bar ? "=" : " " }.joined()
            text += "\(percent(bin.meanProbability)) \(line) \(percent(bin.spamShare)) of \(bin.count)\n"
        }
        return text
    }

    private static func percent(_ share: Double) -> String {
        let text = "\(Int((share * 100).rounded()))"
        return String(repeating: " ", count: max(0, 3 - text.count)) + text + "%"
    }
}
