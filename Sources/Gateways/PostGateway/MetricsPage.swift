internal import JSON

/// What was counted, in the text format of Prometheus (version 0.0.4).
struct MetricsPage {
    private(set) var text = ""

    init(_ counts: Meter.Counts, load: Int, kept: Int, version: String, model: String) {
        begin("chaffinch_info", "gauge", "The program, and the model that judges.")
        line("chaffinch_info", [("version", version), ("model", model)], "1")
        begin("chaffinch_verdicts_total", "counter", "Messages judged, by what the policy says is due and whether that is done.")
        for (key, count) in counts.verdicts.sorted(by: { $0.key < $1.key }) {
            let labels = [
                ("gateway", key.gateway), ("channel", key.channel), ("disposition", key.disposition),
                ("carried_out", String(key.isCarriedOut)),
            ]
            line("chaffinch_verdicts_total", labels, String(count))
        }
        begin("chaffinch_refused_total", "counter", "Messages that were not judged, by why: busy where too many waited.")
        for (reason, count) in counts.refusals.sorted(by: { $0.key < $1.key }) {
            line("chaffinch_refused_total", [("reason", reason)], String(count))
        }
        judgements(counts)
        begin("chaffinch_messages_in_work", "gauge", "Messages that are being judged or wait for it.")
        line("chaffinch_messages_in_work", [], String(load))
        begin("chaffinch_http_answers_total", "counter", "Answers over HTTP.")
        for (key, count) in counts.answers.sorted(by: { $0.key < $1.key }) {
            line("chaffinch_http_answers_total", [("route", key.route), ("status", String(key.status))], String(count))
        }
        begin("chaffinch_kept_bytes", "gauge", "Bytes of messages that connections keep now, of service.memory.")
        line("chaffinch_kept_bytes", [], String(kept))
        begin("chaffinch_lessons_total", "counter", "What became of messages that were said to be spam or none.")
        for (outcome, count) in counts.lessons.sorted(by: { $0.key < $1.key }) {
            line("chaffinch_lessons_total", [("outcome", outcome)], String(count))
        }
    }

    private mutating func judgements(_ counts: Meter.Counts) {
        let name = "chaffinch_judgement_seconds"
        begin(name, "histogram", "How long messages waited and were judged.")
        var sum = 0
        for (bound, count) in zip(Meter.bounds, counts.buckets) {
            sum += count
            line(name + "_bucket", [("le", "\(bound)")], String(sum))
        }
        sum += counts.buckets.last ?? 0
        line(name + "_bucket", [("le", "+Inf")], String(sum))
        line(name + "_sum", [], JSONText.fixed(counts.seconds, digits: 6))
        line(name + "_count", [], String(sum))
    }

    private mutating func begin(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
        text += name
        if !labels.isEmpty { text += "{" + labels.map { "\($0)=\"\(MetricsPage.escaped($1))\"" }.joined(separator: ",") + "}" }
        text += " " + value + "\n"
    }

    private static func escaped(_ value: String) -> String {
        value.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}
