internal import Messages
public import Resolving

/// The promises that every resolver keeps.
public struct ResolverConformance {
    /// What not every way of asking can know.
    public struct Blindness: OptionSet, Sendable {
        /// The bits.
        public let rawValue: Int

        /// The blindness with these bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// It cannot tell a refusal from another failure of a server.
        public static let refusals = Blindness(rawValue: 1)
        /// It cannot tell an answer that is not whole from another failure of a server.
        public static let truncation = Blindness(rawValue: 2)
    }

    private let makeResolver: () async throws -> any Resolver
    private let blindness: Blindness
    /// Longer than any answer takes; only a resolver that does not answer waits for it.
    private let patience = Duration.seconds(30)

    /// A kit for the resolvers that a closure makes, each of which knows `ConformanceZone`.
    public init(blindTo blindness: Blindness = [], _ makeResolver: @escaping () async throws -> any Resolver) {
        self.makeResolver = makeResolver
        self.blindness = blindness
    }

    /// Runs the kit; gives what is broken, nothing when every promise holds.
    public func run() async -> [String] {
        var findings: [String] = []
        do {
            let resolver = try await makeResolver()
            await findsEveryRecord(resolver, &findings)
            await tellsNothingApart(resolver, &findings)
            await followsAliases(resolver, &findings)
            await tellsFailuresApart(resolver, &findings)
            await keepsToTheLimit(resolver, &findings)
            await answersSideBySide(resolver, &findings)
        } catch {
            findings.append("unexpected: \(error)")
        }
        return findings
    }

    private func ask(_ resolver: any Resolver, _ labels: String, _ type: RecordType) async -> Answer {
        await resolver.answer(to: Question(ConformanceZone.below(labels), type), within: patience)
    }

    private func findsEveryRecord(_ resolver: any Resolver, _ findings: inout [String]) async {
        var expected: [Question: [RecordData]] = [:]
        for (name, type, data) in ConformanceZone.records where !name.labels.contains([UInt8(ascii: "*")]) {
            expected[Question(name, type), default: []].append(data)
        }
        for (question, records) in expected {
            let answer = await resolver.answer(to: question, within: patience)
            if answer.outcome != .found || Set(answer.records) != Set(records) || answer.records.count != records.count {
                findings.append("\(question) has its records: \(answer.outcome), \(answer.records)")
            }
            if !answer.aliases.isEmpty || answer.authority != nil { findings.append("\(question) has no alias, and nobody says no") }
            if !(1...Zone.timeToLive).contains(answer.timeToLive) { findings.append("\(question) may be kept: \(answer.timeToLive) s") }
        }
        let wild = await ask(resolver, "any.thing.wild", .a)
        if wild.records != [.address(.v4(0xC000_0209))] { findings.append("a wildcard answers for what is below: \(wild)") }
    }

    private func tellsNothingApart(_ resolver: any Resolver, _ findings: inout [String]) async {
        let nothing: [(String, RecordType, Answer.Outcome)] = [
            ("mail", .mx, .noData), ("b.deep", .a, .noData), ("deep", .txt, .noData), ("any.wild", .txt, .noData),
            ("absent", .a, .nonexistent), ("x.y.absent", .txt, .nonexistent), ("below.mail", .a, .nonexistent),
        ]
        for (labels, type, outcome) in nothing {
            let answer = await ask(resolver, labels, type)
            let title = "\(labels) \(type)"
            if answer.outcome != outcome { findings.append("\(title) is \(outcome), not \(answer.outcome)") }
            if !answer.records.isEmpty || !answer.aliases.isEmpty { findings.append("\(title): nothing has neither records nor aliases") }
            if answer.authority != ConformanceZone.name {
                findings.append("\(title): the zone says no, not \(answer.authority?.description ?? "nobody")")
            }
            if !(1...Zone.timeToLive).contains(answer.timeToLive) { findings.append("\(title) may be kept: \(answer.timeToLive) s") }
        }
    }

    private func followsAliases(_ resolver: any Resolver, _ findings: inout [String]) async {
        func expect(_ labels: String, _ type: RecordType, _ outcome: Answer.Outcome, _ aliases: [String]) async -> Answer {
            let answer = await ask(resolver, labels, type)
            if answer.outcome != outcome { findings.append("\(labels) \(type) is \(outcome), not \(answer.outcome)") }
            if answer.aliases != aliases.map({ ConformanceZone.below($0) }) {
                findings.append("\(labels) \(type): the names on the way are \(aliases), not \(answer.aliases)")
            }
            return answer
        }
        let addresses = await expect("www", .a, .found, ["web", "mail"])
        if addresses.records.count != 2 { findings.append("an alias has the records of the last name: \(addresses.records)") }
        _ = await expect("www", .txt, .noData, ["web", "mail"])
        _ = await expect("dangling", .a, .nonexistent, ["absent"])
        let text = await expect("bare", .txt, .found, ["empty"])
        if text.texts != [[]] { findings.append("an empty text is a text: \(text.texts)") }
        let alias = await expect("www", .cname, .found, [])
        if alias.records != [.name(ConformanceZone.below("web"))] {
            findings.append("an alias that is asked for is not followed: \(alias.records)")
        }
        let loop = await ask(resolver, "loop", .a)
        if loop.outcome != .failed(code: 2) { findings.append("a loop of aliases is SERVFAIL, not \(loop.outcome)") }
    }

    private func tellsFailuresApart(_ resolver: any Resolver, _ findings: inout [String]) async {
        for (label, outcome) in ConformanceZone.faults {
            let name = ConformanceZone.below(label, ConformanceZone.faultyName)
            let limit: Duration = outcome == .timedOut ? .milliseconds(300) : patience
            let answer = await resolver.answer(to: Question(name, .a), within: limit)
            let isBlind =
                switch outcome {
                case .failed(5): blindness.contains(.refusals)
                case .truncated: blindness.contains(.truncation)
                default: false
                }
            if isBlind ? !answer.outcome.isTemporary : answer.outcome != outcome {
                findings.append("\(name) is \(outcome), not \(answer.outcome)")
            }
            if !answer.records.isEmpty { findings.append("\(name): a failure has no records") }
        }
    }

    private func keepsToTheLimit(_ resolver: any Resolver, _ findings: inout [String]) async {
        let question = Question(ConformanceZone.below("silent", ConformanceZone.faultyName), .txt)
        for limit in [Duration.zero, .milliseconds(-5), .milliseconds(1), .milliseconds(100)] {
            let answer = await resolver.answer(to: question, within: limit)
            if answer.outcome != .timedOut { findings.append("within \(limit) nothing comes: \(answer.outcome)") }
        }
        let patience = patience
        let cancelled = Task { await resolver.answer(to: question, within: patience) }
        cancelled.cancel()
        let answer = await cancelled.value
        if answer.outcome != .timedOut { findings.append("a question that nobody waits for ends: \(answer.outcome)") }
    }

    private func answersSideBySide(_ resolver: any Resolver, _ findings: inout [String]) async {
        let patience = patience
        let wrong = await withTaskGroup(of: String?.self) { group in
            for number in 0..<(3 * ConformanceZone.manyCount) {
                group.addTask {
                    let host = number % ConformanceZone.manyCount
                    let name = ConformanceZone.below("host\(host).many")
                    let type: RecordType = number.isMultiple(of: 5) ? .txt : .a
                    let answer = await resolver.answer(to: Question(name, type), within: patience)
                    let expected: [RecordData] = type == .a ? [.address(ConformanceZone.address(of: host))] : []
                    return answer.records == expected && answer.outcome == (type == .a ? .found : .noData)
                        ? nil : "\(name) \(type): \(answer)"
                }
            }
            return await group.reduce(into: [String]()) { wrong, one in if let one { wrong.append(one) } }
        }
        if !wrong.isEmpty { findings.append("\(wrong.count) of many questions side by side got a wrong answer, as \(wrong.first ?? "")") }
    }
}
