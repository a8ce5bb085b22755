internal import ArgumentParser
internal import Filter
internal import JSON
internal import Localization
internal import Messages
internal import Observatory
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch policy report`: what was due on live mail and texts, by which line, and how much of it was done.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: HelpSentences.summary("policy.report"),
        discussion: "Counts of live messages by whole hours: no content, no address. Only where state.folder is set.")

    @Option(name: .long, help: ArgumentHelp("From when on: so long ago (24h, 7d), or a moment (RFC 3339).", valueName: "time"))
    var since = "24h"
    @Option(name: .long, help: ArgumentHelp("The moment after the period (RFC 3339); now when left out.", valueName: "time")) var until:
        String?
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let now = try common.time().now()
            let start = try PolicyCommand.moment(since, before: now, "--since")
            let end = try until.map { try PolicyCommand.moment($0, before: now, "--until") } ?? now
            // Hours are counted whole; the one that the end lies in counts as well.
            let first = Observation.hour(of: start)
            let hours = first..<max(first + 1, Observation.hour(of: end) + 1)
            let store = SQLiteAggregateStore(try LocalState(folder: settings.stateFolder).database)
            let counts = try await DecisionQuery(store).decisions(by: DecisionDimension.allCases, hours: hours)
            let report = DecisionReport(counts, hours: hours, channel: channel)
            if common.json {
                report.printObject(settings)
            } else {
                let terminal = Terminal.standard(environment: ProcessInfo.processInfo.environment)
                for line in report.lines(PolicyVoicing(common.language(settings)), terminal, settings) { StandardStreams.printLine(line) }
            }
        }
    }
}

/// What decisions of a period came to.
struct DecisionReport {
    /// One line of the table.
    struct Row: Hashable {
        var channel: String
        var direction: String
        var disposition: String
        var line: String
        var version: String
        var messages = 0
        var done = 0
    }

    let hours: Range<Int>
    private(set) var rows: [Row] = []
    private(set) var messages = 0
    private(set) var spared = 0
    /// By channel: how many messages have at least the probability of each band.
    private(set) var bands: [String: [Int]] = [:]

    init(_ counts: [[String]: AggregateCounts], hours: Range<Int>, channel: String?) {
        self.hours = hours
        var byRow: [Row: (messages: Int, done: Int)] = [:]
        for (values, counted) in counts {
            func value(_ dimension: DecisionDimension) -> String { values[dimension.rawValue] }
            guard channel == nil || value(.channel) == channel else { continue }
            let number = Int(clamping: counted.messages)
            let row = Row(
                channel: value(.channel), direction: value(.direction), disposition: value(.disposition), line: value(.line),
                version: value(.version))
            byRow[row, default: (0, 0)].messages += number
            if value(.done) == "yes" { byRow[row, default: (0, 0)].done += number }
            messages += number
            if value(.spared) == "yes" { spared += number }
            let band = DecisionObservation.bands.lastIndex { DecisionObservation.spelling(ofBand: $0) == value(.band) }
            for place in 0...(band ?? 0) {
                bands[value(.channel), default: Array(repeating: 0, count: DecisionObservation.bands.count)][place] += number
            }
        }
        rows = byRow.map { row, counts in
            var row = row
            (row.messages, row.done) = counts
            return row
        }.sorted { left, right in
            let leftPlace = (left.channel, DecisionReport.place(of: left.disposition), -left.messages, left.line)
            return leftPlace < (right.channel, DecisionReport.place(of: right.disposition), -right.messages, right.line)
        }
    }

    /// The hardest first.
    private static func place(of disposition: String) -> Int {
        -(Disposition.allCases.firstIndex { $0.rawValue == disposition } ?? 0)
    }

    private static func moment(ofHour hour: Int) -> Timestamp { Timestamp(seconds: Int64(hour) * 3600) }

    /// The bands that thresholds are usually set in.
    private static let shown = [0.5, 0.8, 0.9, 0.95, 0.99, 0.995, 0.999]

    func lines(_ voice: PolicyVoicing, _ terminal: Terminal, _ settings: Settings) -> [String] {
        var lines = [
            terminal.styled(
                voice.text(
                    "policy.report-head", "\(DecisionReport.moment(ofHour: hours.lowerBound))",
                    "\(DecisionReport.moment(ofHour: hours.upperBound))", "\(messages)"), .bold)
        ]
        let isActing = settings[.policyMode] == .act
        lines.append(voice.text(isActing ? "policy.report-acts" : "policy.report-observes"))
        guard messages > 0 else { return lines + [voice.text("policy.report-nothing")] }
        let heads = ["term.channel", "term.direction", "term.disposition"].map { voice.text($0) }
        let columns = [12, 14, 16, 10, 10]
        func table(_ cells: [String], _ rest: String) -> String {
            zip(cells, columns).map { Terminal.fitted($0, to: $1) }.joined() + rest
        }
        lines.append("")
        lines.append(
            terminal.styled(
                table(heads + [voice.text("command.messages"), voice.text("policy.done")], voice.text("policy.line")), .bold))
        for row in rows {
            let disposition = Disposition(rawValue: row.disposition).map { voice.catalogue.name(of: $0, in: voice.language) }
            let version = row.version.isEmpty ? "" : " [\(row.version)]"
            lines.append(
                table(
                    [row.channel, row.direction, disposition ?? row.disposition, "\(row.messages)", "\(row.done)"],
                    Terminal.safe((row.line == "none" ? "—" : row.line) + version)))
        }
        lines += ["", terminal.styled(voice.text("policy.report-bands"), .bold)]
        for (channel, counts) in bands.sorted(by: { $0.key < $1.key }) {
            let cells = DecisionObservation.bands.enumerated().filter { DecisionReport.shown.contains($1) }.map { "≥\($1): \(counts[$0])" }
            lines.append(Terminal.fitted(channel, to: 12) + cells.joined(separator: "  "))
        }
        lines.append("")
        if spared > 0 { lines.append(voice.text("policy.report-spared", "\(spared)")) }
        return lines + [voice.text("policy.report-unknown")]
    }

    func printObject(_ settings: Settings) {
        StandardStreams.printObject { object in
            object.member("from", "\(DecisionReport.moment(ofHour: hours.lowerBound))")
            object.member("to", "\(DecisionReport.moment(ofHour: hours.upperBound))")
            object.member("mode", settings[.policyMode].rawValue)
            object.member("messages", messages)
            object.member("spared", spared)
            object.key("decisions")
            object.list { list in
                for row in rows {
                    list.object { entry in
                        entry.member("channel", row.channel)
                        entry.member("direction", row.direction)
                        entry.member("disposition", row.disposition)
                        entry.member("line", row.line == "none" ? nil : row.line)
                        entry.member("version", row.version)
                        entry.member("messages", row.messages)
                        entry.member("done", row.done)
                    }
                }
            }
            object.key("atLeast")
            object.list { list in
                for (channel, counts) in bands.sorted(by: { $0.key < $1.key }) {
                    for (place, band) in DecisionObservation.bands.enumerated() {
                        list.object { entry in
                            entry.member("channel", channel)
                            entry.member("probability", band, digits: 3)
                            entry.member("messages", counts[place])
                        }
                    }
                }
            }
        }
    }
}

/// `chaffinch policy review`: what temporary orders did.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "review", abstract: HelpSentences.summary("policy.review"))
    @Argument(help: ArgumentHelp("An order's id; all of the period when left out.", valueName: "id")) var id: String?
    @Option(name: .long, help: ArgumentHelp("Orders that held since then: so long ago (30d), or a moment (RFC 3339).", valueName: "time"))
    var since = "30d"
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let now = try common.time().now()
            let start = try PolicyCommand.moment(since, before: now, "--since")
            let state = try LocalState(folder: settings.stateFolder)
            let orders = try await OrderRegister(state.records).orders().filter { order in
                id.map { $0 == order.id } ?? (order.over >= start)
            }
            let voice = PolicyVoicing(common.language(settings))
            guard !orders.isEmpty else {
                if let id { throw CommandFailure("\(id): no order was given under this id") }
                if !common.json { StandardStreams.printLine(voice.text("policy.no-orders")) }
                return
            }
            let first = orders.map { Observation.hour(of: $0.from) }.min() ?? 0
            let store = SQLiteAggregateStore(state.database)
            let counts = try await DecisionQuery(store).orders(
                by: OrderDimension.allCases, hours: first..<max(first + 1, Observation.hour(of: now) + 1))
            // What a service whose state folder nobody named does is not counted, and nothing must not be taken for no effect.
            let isCounted = settings[.observatoryRecord] && settings.origin(of: "state.folder") != .builtIn
            for order in orders { show(order, counts.filter { $0.key.first == order.id }, isCounted: isCounted, at: now, voice) }
        }
    }

    private func show(
        _ order: PolicyOrder, _ counts: [[String]: AggregateCounts], isCounted: Bool, at now: Timestamp, _ voice: PolicyVoicing
    ) {
        let rows = counts.map { (values: $0.key, messages: Int(clamping: $0.value.messages)) }.sorted {
            $0.messages != $1.messages ? $0.messages > $1.messages : $0.values.joined() < $1.values.joined()
        }
        let total = rows.reduce(0) { $0 + $1.messages }
        func value(_ dimension: OrderDimension, _ values: [String]) -> String { values[dimension.rawValue] }
        if common.json {
            StandardStreams.printObject { object in
                PolicyVoicing.write(order, at: now, into: &object)
                object.member("counted", isCounted)
                object.member("messages", total)
                object.key("did")
                object.list { list in
                    for row in rows {
                        list.object { entry in
                            entry.member("channel", value(.channel, row.values))
                            entry.member("without", value(.without, row.values))
                            entry.member("with", value(.with, row.values))
                            entry.member("done", value(.done, row.values) == "yes")
                            entry.member("messages", row.messages)
                        }
                    }
                }
            }
            return
        }
        for line in voice.lines(order, at: now) { StandardStreams.printLine(line) }
        let isKnown = isCounted || total > 0
        StandardStreams.printLine("  " + (isKnown ? voice.text("policy.review-total", "\(total)") : voice.text("policy.report-nothing")))
        func name(_ code: String) -> String { Disposition(rawValue: code).map { voice.catalogue.name(of: $0, in: voice.language) } ?? code }
        for row in rows {
            let isDone = voice.text(value(.done, row.values) == "yes" ? "command.carried-out" : "command.observe-only")
            StandardStreams.printLine(
                "    \(row.messages)  \(value(.channel, row.values)): \(name(value(.without, row.values))) → \(name(value(.with, row.values)))  (\(isDone))"
            )
        }
    }
}
