internal import Documents
internal import Observatory

/// Figures as rows of columns that are the same for all: one row an observation (Wickham 2014), for spreadsheets and statistics.
public struct TidyTable: Sendable {
    /// The names of the columns.
    public let columns: [String]
    /// The rows, each with as many fields as there are columns.
    public let rows: [[String]]

    /// The table of a study: figures, then costs, then answers, in an order that depends on them alone.
    public init(_ data: StudyData) {
        let keys = StudyKey.allCases
        columns =
            ["country", "period", "indicator"] + keys.map(\.rawValue)
            + ["value", "low", "high", "unit", "state", "method", "coverage", "contributors", "dataset", "dataset_date", "version"]
        let dates = Dictionary(data.datasets.map { ($0.id, $0.date) }) { first, _ in first }
        func row(
            _ period: String, _ indicator: String, _ named: [StudyKey: String], _ value: StudyValue, _ unit: String, _ rest: [String]
        ) -> [String] {
            var row: [String] = [data.country, period, indicator]
            for key in keys { row.append(named[key] ?? "") }
            row += TidyTable.fields(of: value, unit)
            row += rest
            row.append(data.version)
            return row
        }
        let figures: [[String]] = data.ordered.map { figure in
            row(
                figure.period.description, figure.indicator.rawValue, figure.keys, figure.value, figure.indicator.unit.rawValue,
                [
                    figure.method.rawValue, figure.coverage.map { TidyTable.number($0) } ?? "", figure.contributors.map(String.init) ?? "",
                    figure.dataset ?? "", figure.dataset.flatMap { dates[$0] } ?? "",
                ])
        }
        let costs: [[String]] = (data.costs?.amounts ?? []).map { amount in
            row(
                data.period.description, "COST:\(amount.id)", [:], .range(low: amount.p5, mid: amount.p50, high: amount.p95),
                data.costs?.currency ?? "", ["estimated", "", "", "", ""])
        }
        let answers: [[String]] = data.answers.map { answer in
            row(
                data.period.description, "ANSWER:\(answer.code)", [:], answer.value, answer.unit,
                [answer.method.rawValue, "", answer.respondents.map(String.init) ?? "", "", ""])
        }
        rows = figures + costs + answers
    }

    private static func fields(of value: StudyValue, _ unit: String) -> [String] {
        switch value {
        case .exact(let number): [TidyTable.number(number), "", "", unit, "known"]
        case .range(let low, let mid, let high): [mid, low, high].map(TidyTable.number) + [unit, "known"]
        case .suppressed: ["", "", "", unit, "suppressed"]
        case .missing: ["", "", "", unit, "missing"]
        }
    }

    /// A number as programs read it: without groups, with a point, and no more digits than it has.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        if let whole = Int64(exactly: value) { return String(whole) }
        let millionths = (value.magnitude * 1_000_000).rounded()
        guard millionths < 9e15 else { return "\(value)" }
        let (whole, fraction) = UInt64(millionths).quotientAndRemainder(dividingBy: 1_000_000)
        let padded = String(repeating: "0", count: 6 - String(fraction).count) + String(fraction)
        let tail = String(padded.reversed().drop { $0 == "0" }.reversed())
        return (value < 0 && millionths > 0 ? "-" : "") + "\(whole)" + (tail.isEmpty ? "" : "." + tail)
    }

    /// The table as CSV (RFC 4180), in UTF-8.
    public var csv: [UInt8] {
        Array(([columns] + rows).map { CSVText.line($0) }.joined().utf8)
    }
}

/// Lines of CSV (RFC 4180).
enum CSVText {
    /// A record with its end of line.
    static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

    /// A field; one that begins as a formula does in spreadsheets is kept from being one.
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        guard safe.contains(where: { $0 == "\"" || $0 == "," || $0.isNewline }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}

extension StudyData {
    /// The figures by indicator, keys and period, whatever order they came in.
    var ordered: [StudyFigure] {
        figures.sorted {
            ($0.indicator.rank, $0.indicator.rawValue, $0.spelling, $0.period, $0.method.rawValue)
                < ($1.indicator.rank, $1.indicator.rawValue, $1.spelling, $1.period, $1.method.rawValue)
        }
    }
}
