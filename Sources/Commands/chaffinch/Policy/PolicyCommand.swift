internal import ArgumentParser
internal import Filter
internal import JSON
internal import Localization
internal import Messages
internal import OperatorRules
internal import Settings
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch policy`: what is done with messages: temporary orders, and what would have happened.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: HelpSentences.summary("policy"),
        subcommands: [ShowCommand.self, OrderCommand.self, OrdersCommand.self, EndCommand.self, ReviewCommand.self, ReportCommand.self])

    static func register(_ settings: Settings) throws -> OrderRegister {
        OrderRegister(try LocalState(folder: settings.stateFolder).records)
    }

    /// Who gives or ends an order: who is named, or whoever runs the command.
    static func author(_ given: String?, hint: String = "say who gives the order") throws -> String {
        let environment = ProcessInfo.processInfo.environment
        let name = given ?? ["SUDO_USER", "USER", "LOGNAME"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return try text(name, "--author", limit: OrderLimits.authorBytes, hint: hint)
    }

    /// One line of text for people.
    static func text(_ written: String, _ option: String, limit: Int, hint: String) throws -> String {
        let text = written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isClean = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard (1...limit).contains(text.utf8.count), isClean else {
            throw CommandFailure("\(option): \(hint), in 1 to \(limit) bytes without control characters")
        }
        return text
    }

    /// A moment, or so long ago.
    static func moment(_ text: String, before now: Timestamp, _ option: String) throws -> Timestamp {
        if let moment = Timestamp(rfc3339: text) { return moment }
        guard let length = Duration(written: text) else {
            throw CommandFailure("\(option) \(text): write a time and its unit, as in 24h or 7d, or a moment like 2026-11-21T08:00:00Z")
        }
        return now.moved(by: .zero - length)
    }
}

extension Timestamp {
    /// The moment so much later.
    func moved(by duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        let (product, isTooMuch) = seconds.multipliedReportingOverflow(by: 1000)
        let (sum, isBeyond) = milliseconds.addingReportingOverflow(product + attoseconds / 1_000_000_000_000_000)
        return Timestamp(milliseconds: isTooMuch || isBeyond ? (seconds < 0 ? .min : .max) : sum)
    }
}

/// `chaffinch policy order`
struct OrderCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "order", abstract: HelpSentences.summary("policy.order"),
        discussion: """
            A service that runs takes it up within a second:

              chaffinch policy order --for 3h --reason "false bank" --when 'sender == "MYBANK"' --channel sms --action reject
              chaffinch policy order --for 2h --reason "wave" --when 'link.host within {example.com}' --action quarantine
              chaffinch policy order --for 1h --reason "false alarms" --channel email --threshold reject=never
            """)

    @Option(name: .customLong("for"), help: ArgumentHelp("How long it holds, as in 90min or 3h; 7d at most.", valueName: "time"))
    var length: String
    @Option(name: .long, help: ArgumentHelp("Why.", valueName: "text")) var reason: String
    @Option(name: .long, help: ArgumentHelp("Who gives it; whoever runs the command when left out.", valueName: "name")) var author: String?
    @Option(name: .long, help: ArgumentHelp("From when on it holds (RFC 3339); now when left out.", valueName: "time")) var from: String?
    @Option(name: .long, help: ArgumentHelp("The messages it is about, by a condition as rules have it.", valueName: "condition"))
    var when: String?
    @Option(
        name: .long,
        help: ArgumentHelp("What is done with them: accept, tag, quarantine, defer, reject, discard.", valueName: "disposition"),
        completion: .list(Disposition.allCases.map(\.rawValue)))
    var action: String?
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Instead of both, from which probability on a disposition is due: reject=0.8, quarantine=never.", valueName: "line"))
    var threshold: String?
    @Option(name: .long, help: CommonOptions.channelHelp, completion: CommonOptions.channels) var channel: String?
    @Option(
        name: .long, help: ArgumentHelp("The direction: terminating, originating, transit.", valueName: "direction"),
        completion: .list(Direction.allCases.map(\.rawValue)))
    var direction: String?
    @Flag(name: .long, help: "Only watch: count what it would do.") var observe = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let now = try common.time().now()
            let order = try order(settings, at: now)
            let composition = Composition(settings: settings, time: try common.time())
            do throws(RuleError) {
                _ = try composition.orders([order])
            } catch {
                let told = error.problems.map { "--when, column \($0.place.column): \($0.message)" }
                throw CommandFailure(told.joined(separator: "\n"))
            }
            let register = try PolicyCommand.register(settings)
            let open = try await register.orders().count { $0.isOpen(at: now) }
            guard open < OrderLimits.orders else {
                throw CommandFailure("\(open) orders hold already or are to come; end some first, or make a rule of what is to last")
            }
            try await register.give(order)
            let isOnlyObserving = settings[.policyMode] == .observeOnly
            let voice = PolicyVoicing(common.language(settings))
            common.say(voice.text("policy.ordered", order.id, "\(order.from)", "\(order.until)")) { object in
                PolicyVoicing.write(order, at: now, into: &object)
                object.member("carriedOut", !isOnlyObserving && order.isActing)
            }
            if isOnlyObserving, !common.json { StandardStreams.report(voice.text("policy.ordered-observing")) }
        }
    }

    private func order(_ settings: Settings, at now: Timestamp) throws -> PolicyOrder {
        guard let length = Duration(written: length), length > .zero, length <= OrderLimits.longest else {
            throw CommandFailure(
                "--for \(length): write a time and its unit, as in 90min or 3h, and at most \(OrderLimits.longest.written)")
        }
        var start = now
        if let from {
            guard let moment = Timestamp(rfc3339: from) else {
                throw CommandFailure("--from \(from): write a date and time like 2026-11-21T08:00:00Z")
            }
            guard moment >= now.moved(by: .seconds(-60)), moment <= now.moved(by: OrderLimits.ahead) else {
                throw CommandFailure("--from \(from): an order begins now, or within \(OrderLimits.ahead.written)")
            }
            start = max(moment, now)
        }
        let wanted = channel.map { Channel(rawValue: $0.lowercased()) }
        if let wanted, !Channel.known.contains(wanted), !settings[.policyChannels].contains(wanted) {
            throw CommandFailure("--channel \(wanted): there is no such channel")
        }
        let way = direction.flatMap(Direction.init(rawValue:))
        if let direction, way == nil {
            throw CommandFailure("--direction \(direction): there are \(Direction.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return PolicyOrder(
            id: PolicyOrder.randomID(), author: try PolicyCommand.author(author),
            reason: try PolicyCommand.text(reason, "--reason", limit: OrderLimits.reasonBytes, hint: "say why the order is given"),
            made: now, from: start, until: start.moved(by: length), channel: wanted, direction: way, measure: try measure(settings),
            isActing: !observe)
    }

    private func measure(_ settings: Settings) throws -> PolicyOrder.Measure {
        let measure: PolicyOrder.Measure
        let due: Disposition
        switch (when, action, threshold) {
        case (let when?, let action?, nil):
            guard let disposition = Disposition(rawValue: action) else {
                throw CommandFailure("--action \(action): there are \(Disposition.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            due = disposition
            measure = .action(disposition, when: when)
        case (nil, nil, let threshold?):
            let parts = threshold.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let disposition = Disposition(rawValue: parts[0]), PolicyThreshold.ladder.contains(disposition),
                parts[1] == "never" || Double(parts[1]).map({ (0...1).contains($0) }) ?? false
            else {
                throw CommandFailure(
                    "--threshold \(threshold): write a disposition (tag, quarantine, reject, discard), '=', and a probability from 0 to 1 or never"
                )
            }
            due = disposition
            measure = .threshold(disposition, Double(parts[1]))
        default:
            throw CommandFailure("give --when with --action, or --threshold alone")
        }
        if due == .discard, !settings[.policyAllowDiscard] {
            throw CommandFailure("messages are dropped silently only where policy.allow-discard is true; reject tells the sender")
        }
        return measure
    }
}

/// `chaffinch policy orders`
struct OrdersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "orders", abstract: HelpSentences.summary("policy.orders"))
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let now = try common.time().now()
            let open = try await PolicyCommand.register(settings).orders().filter { $0.isOpen(at: now) }
            let voice = PolicyVoicing(common.language(settings))
            if open.isEmpty, !common.json { StandardStreams.printLine(voice.text("policy.no-orders")) }
            for order in open {
                common.say(voice.lines(order, at: now).joined(separator: "\n")) { object in
                    PolicyVoicing.write(order, at: now, into: &object)
                }
            }
        }
    }
}

/// `chaffinch policy end`
struct EndCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "end", abstract: HelpSentences.summary("policy.end"))
    @Argument(help: ArgumentHelp("The order's id.", valueName: "id")) var id: String
    @Option(name: .long, help: ArgumentHelp("Why.", valueName: "text")) var reason: String
    @Option(name: .long, help: ArgumentHelp("Who ends it; whoever runs the command when left out.", valueName: "name")) var author: String?
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Failing.awaited {
            let settings = try common.settings()
            let now = try common.time().now()
            let end = PolicyOrder.End(
                at: now, author: try PolicyCommand.author(author),
                reason: try PolicyCommand.text(reason, "--reason", limit: OrderLimits.reasonBytes, hint: "say why the order is ended"))
            guard let order = try await PolicyCommand.register(settings).end(id, end) else {
                throw CommandFailure("\(id): no order of this id holds or is to come; `chaffinch policy orders` names those that are")
            }
            let voice = PolicyVoicing(common.language(settings))
            common.say(voice.text("policy.ended", id, "\(order.until)")) { object in
                object.member("order", id)
                object.member("ended", true)
            }
        }
    }
}
