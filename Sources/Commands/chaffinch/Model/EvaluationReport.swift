internal import Evaluation
internal import Glibc
internal import JSON

/// What an evaluation found, for programs and for people.
struct EvaluationReport {
    let measures: Measures
    /// The measures of each channel, in the order of their codes.
    let channels: [(channel: String, measures: Measures)]
    let intervals: Bootstrap.Intervals
    let messages: Int
    /// Processor time; nothing where scores were only read.
    let cpuSeconds: Double?
    let peakResidentMiB: Double

    /// The log-odds of a probability between 0 and 1.
    static func logOdds(ofProbability probability: Double) -> Double {
        log(probability / (1 - probability))
    }

    private var messagesPerSecond: Double? {
        guard let cpuSeconds, cpuSeconds > 0 else { return nil }
        return Double(messages) / cpuSeconds
    }

    private typealias Row = (name: String, title: String, value: Double?, interval: Bootstrap.Interval?, digits: Int)

    private var rows: [Row] {
        [
            ("oneMinusROCAPercent", "1-ROCA%", measures.oneMinusROCAPercent, intervals.oneMinusROCAPercent, 4),
            ("lamPercent", "lam%", measures.lamPercent, intervals.lamPercent, 3),
            ("hamErrorPercent", "ham lost %", measures.hamErrorPercent, intervals.hamErrorPercent, 3),
            ("spamErrorPercent", "spam missed %", measures.spamErrorPercent, intervals.spamErrorPercent, 3),
            (
                "spamErrorPercentAtHam0_1", "spam missed % at ham lost 0.1 %", measures.spamErrorPercentAtHam0_1,
                intervals.spamErrorPercentAtHam0_1, 2
            ),
            ("calibrationError", "calibration error", measures.calibrationError, nil, 4),
        ]
    }

    /// One JSON object.
    var json: String {
        var json = JSONText()
        json.object { object in
            object.member("messages", messages)
            object.member("ham", measures.ham)
            object.member("spam", measures.spam)
            for row in rows {
                guard let value = row.value else { continue }
                object.member(row.name, value, digits: 6)
                guard let interval = row.interval else { continue }
                object.member(row.name + "Low", interval.low, digits: 6)
                object.member(row.name + "High", interval.high, digits: 6)
            }
            if channels.count > 1 { list(channels, in: &object) }
            guard let cpuSeconds, let messagesPerSecond else { return }
            object.member("messagesPerSecond", messagesPerSecond, digits: 1)
            object.member("cpuSeconds", cpuSeconds, digits: 3)
            object.member("peakResidentMiB", peakResidentMiB, digits: 1)
        }
        return json.text
    }

    private func list(_ channels: [(channel: String, measures: Measures)], in object: inout JSONText) {
        object.key("channels")
        object.list { list in
            for (channel, measures) in channels {
                list.object { entry in
                    entry.member("channel", channel)
                    entry.member("ham", measures.ham)
                    entry.member("spam", measures.spam)
                    for (name, value) in [
                        ("oneMinusROCAPercent", measures.oneMinusROCAPercent), ("hamErrorPercent", measures.hamErrorPercent),
                        ("spamErrorPercent", measures.spamErrorPercent), ("calibrationError", measures.calibrationError),
                    ] {
                        if let value { entry.member(name, value, digits: 6) }
                    }
                }
            }
        }
    }

    /// A table.
    var text: String {
        var text = "\(messages) messages: \(measures.ham) ham, \(measures.spam) spam\n"
        for row in rows {
            guard let value = row.value else { continue }
            text += padded(row.title, 32) + JSONText.fixed(value, digits: row.digits)
            if let interval = row.interval {
                text += "  (\(JSONText.fixed(interval.low, digits: row.digits)) to \(JSONText.fixed(interval.high, digits: row.digits)))"
            }
            text += "\n"
        }
        if channels.count > 1 {
            for (channel, measures) in channels {
                guard let error = measures.calibrationError else { continue }
                let title = "calibration error, \(channel)"
                text += padded(title, 32) + JSONText.fixed(error, digits: 4) + "  (\(measures.ham) ham, \(measures.spam) spam)\n"
            }
        }
        guard let messagesPerSecond else { return text }
        text += padded("messages per CPU second", 32) + JSONText.fixed(messagesPerSecond, digits: 0) + "\n"
        return text + padded("peak memory, MiB", 32) + JSONText.fixed(peakResidentMiB, digits: 1) + "\n"
    }

    private func padded(_ title: String, _ width: Int) -> String {
        title + String(repeating: " ", count: max(1, width - title.count))
    }
}
