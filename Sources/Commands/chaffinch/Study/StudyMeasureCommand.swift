internal import ArgumentParser
internal import JSON
internal import Messages
internal import Observatory
internal import SQLiteStore
internal import Storing

/// `chaffinch study measure`: how fast this machine counts, and what a year of a large network takes.
struct StudyMeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: HelpSentences.summary("study.measure"), shouldDisplay: false)

    @Option(name: .long, help: ArgumentHelp("How many observations are counted for the speeds.", valueName: "number"))
    var observations = 4_000_000
    @Option(name: .long, help: ArgumentHelp("How many days the network is counted; 0 for the speeds alone.", valueName: "number"))
    var days = 365
    @Option(name: .long, help: ArgumentHelp("How many operators contribute.", valueName: "number")) var contributors = 12
    @Argument(help: "A new folder for what is counted; it may grow to gigabytes.", completion: .directory) var folder: String

    func validate() throws {
        guard observations > 0, days >= 0, (1...1000).contains(contributors) else {
            throw ValidationError("--observations, --days and --contributors take positive numbers")
        }
    }

    func run() async throws {
        try await Failing.awaited {
            try await measureSpeeds()
            if days > 0 { try await measureYear() }
        }
    }

    private func tell(_ name: String, _ value: Double, _ unit: String) {
        StandardStreams.printObject { object in
            object.member("figure", name)
            object.member("value", value, digits: 4)
            object.member("unit", unit)
        }
    }

    // MARK: Speeds

    /// Counts the same observations in memory, and through a store on the disk with a batch of 250,000 at a time.
    private func measureSpeeds() async throws {
        var traffic = NetworkTraffic(contributors: contributors)
        let hour = Observation.hour(of: Timestamp(seconds: 1_795_219_200))
        let sample = (0..<200_000).map { _ in traffic.message(in: hour) }
        var counter = ObservationCounter()
        let memory = CPUClock()
        for index in 0..<observations { counter.add(sample[index % sample.count]) }
        tell("in memory", Double(observations) / memory.seconds, "observations/s")
        tell("keys in memory", Double(counter.keyCount), "keys")

        let study = StudyStore(SQLiteSegmentStore(try SQLiteDatabase(folder: folder, fileName: "speed.sqlite")))
        let clock = ContinuousClock()
        let begin = clock.now
        let disk = CPUClock()
        var sequence: Int64 = 0
        counter = ObservationCounter()
        for index in 0..<observations {
            counter.add(sample[index % sample.count])
            if (index + 1) % 250_000 == 0 || index + 1 == observations {
                try await study.add(counter, from: .writer("measure", sequence: sequence), at: Timestamp(seconds: 1_795_219_200))
                sequence += 1
                counter = ObservationCounter()
            }
        }
        tell("durable", Double(observations) / ((clock.now - begin) / .seconds(1)), "observations/s")
        tell("durable, processor time", Double(observations) / disk.seconds, "observations/s")
    }

    // MARK: A year

    /// Counts a network of 10^9 messages a day as a service would: hours as long as they are kept, whole days before.
    private func measureYear() async throws {
        let database = try SQLiteDatabase(folder: folder, fileName: "year.sqlite")
        let study = StudyStore(SQLiteSegmentStore(database))
        var traffic = NetworkTraffic(contributors: contributors)
        let lastDay = Observation.hour(of: Timestamp(seconds: 1_798_675_200)) / 24
        var sequence: Int64 = 0
        for day in lastDay - days..<lastDay {
            let isOpen = day >= lastDay - StudyStore.openDays
            for hour in isOpen ? Array(0..<24) : [0] {
                var counter = ObservationCounter()
                traffic.count(hour: day * 24 + hour, share: isOpen ? 1 : 24, in: &counter)
                try await study.add(
                    counter, from: .writer("measure", sequence: sequence), at: Timestamp(seconds: Int64(day) * 86_400))
                sequence += 1
            }
            let now = Timestamp(seconds: Int64(day + 1) * 86_400)
            try await study.tidy(at: now)
            try await study.rollUp(at: now)
        }
        try database.close()
        tell("messages", traffic.messages, "messages")
        try await ask(lastDay: lastDay)
    }

    /// Asks what a study asks, each question of a program that just opened the file.
    private func ask(lastDay: Int) async throws {
        let end = Timestamp(seconds: Int64(lastDay) * 86_400)
        let year = Period(hours: (lastDay - min(days, 365)) * 24..<lastDay * 24)
        guard let month = year.months.dropLast().last else { return }
        let quarter = Period(hours: month.hours.lowerBound - 61 * 24..<month.hours.upperBound)
        let yesterday = Period(hours: Observation.hour(of: end) - 24..<Observation.hour(of: end))
        let questions: [(String, @Sendable (StudyQuery) async throws -> Int)] = [
            ("year by channel and class", { try await $0.traffic(by: [.channel, .threatClass], in: year).count }),
            ("year by all of traffic", { try await $0.traffic(by: StudyTable.traffic.dimensions, in: year).count }),
            ("year by country", { try await $0.traffic(by: [.origin, .threatClass], in: year).count }),
            ("year by language", { try await $0.traffic(by: [.language], in: year).count }),
            ("91 days by class", { try await $0.traffic(by: [.threatClass], in: quarter).count }),
            ("24 hours by class", { try await $0.traffic(by: [.threatClass], in: yesterday).count }),
            ("year, top 20 networks", { try await $0.sources(.network, in: year, top: 20).rows.count }),
            ("month, top 20 networks", { try await $0.sources(.network, in: month, top: 20).rows.count }),
            ("year, top 20 routes", { try await $0.routes(in: year, top: 20).rows.count }),
            ("year, distinct senders", { Int(try await $0.distinct(.senders, in: year).estimate) }),
            ("year, quantiles of size", { try await $0.quantiles(.size, [0.5, 0.95], in: year).values.count }),
            ("year, operator indicators", { try await $0.operators(in: year).count }),
            ("year, share of zombies", { Int(try await $0.zombies(in: year).zombie.messages) }),
        ]
        let clock = ContinuousClock()
        for (name, question) in questions {
            let begin = clock.now
            let database = try SQLiteDatabase(folder: folder, fileName: "year.sqlite")
            let answer = try await question(StudyQuery(SQLiteSegmentStore(database)))
            let seconds = (clock.now - begin) / .seconds(1)
            try database.close()
            guard answer > 0 else { throw CommandFailure("\(name): there is no answer") }
            tell(name, seconds, "s")
        }
    }
}

/// Made-up traffic of a large network, with every combination of dimensions in every hour that is likely to occur in it: what the tables
/// take depends on these, not on how many messages there are.
struct NetworkTraffic {
    private let contributors: [String]
    private let channels: [Channel] = [.email, .sms, .voice]
    private let countries = NetworkTraffic.countries()
    private let languages = (0..<40).map { "l\($0)" }
    private let networks = (0..<20_000).map { ObservedSource(.network, "AS\(64_512 + $0)") }
    private let routes: [ObservedRoute]
    private let outcomes: [(Disposition, Layer?)]
    private var random = SplitMix(seed: 6)
    private(set) var messages = 0.0

    init(contributors count: Int) {
        contributors = (0..<count).map { "operator-\($0)" }
        var outcomes: [(Disposition, Layer?)] = [(.accept, nil)]
        for disposition in [Disposition.tag, .quarantine, .reject] {
            for layer in Layer.allCases { outcomes.append((disposition, layer)) }
        }
        self.outcomes = outcomes
        let (networks, countries) = (networks, countries)
        routes = (0..<20_000).map { index in
            ObservedRoute([
                .init(ObservedSource(.country, countries[index % countries.count]), trust: index.isMultiple(of: 3) ? .claimed : .confirmed),
                .init(networks[index], trust: .seen),
            ])
        }
    }

    private static func countries() -> [String] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return (0..<150).map { index in String([letters[index / 26], letters[index % 26]]) }
    }

    /// Counts an hour: for each contributor, channel and direction every class with every country, language, size and outcome.
    mutating func count(hour: Int, share: Int, in counter: inout ObservationCounter) {
        let groups = contributors.count * channels.count * Direction.allCases.count
        let rounds = 9 * countries.count
        let mean = max(1_000_000_000 / 24 / (groups * rounds), 1)
        // A whole day in one hour needs as many names as a day has.
        for _ in 0..<(share == 1 ? 1 : 4) {
            for contributor in contributors {
                for channel in channels {
                    for direction in Direction.allCases {
                        for index in 0..<rounds {
                            let count = (1 + Int(random.next() % UInt64(2 * mean))) * max(share / 4, 1)
                            messages += Double(count)
                            counter.add(observation(hour, contributor, channel, direction, index, count))
                        }
                    }
                }
            }
        }
        for contributor in contributors {
            counter.add(
                OperatorReport(
                    at: Timestamp(seconds: Int64(hour) * 3600), contributor: contributor, mailboxes: 1_000_000, droppedConnections: 1000))
        }
    }

    /// A message at random.
    mutating func message(in hour: Int) -> Observation {
        let contributor = contributors[Int(random.next() % UInt64(contributors.count))]
        let direction = Direction.allCases[Int(random.next() % 3)]
        return observation(
            hour, contributor, channels[Int(random.next() % 3)], direction, Int(random.next() % UInt64(9 * countries.count)), 1)
    }

    private mutating func observation(
        _ hour: Int, _ contributor: String, _ channel: Channel, _ direction: Direction, _ index: Int, _ count: Int
    ) -> Observation {
        let place = index / 9
        let (disposition, layer) = outcomes[place % outcomes.count]
        // Some networks send much, most little.
        let skewed = random.fraction()
        let network = Int(skewed * skewed * Double(networks.count))
        return Observation(
            at: Timestamp(seconds: Int64(hour) * 3600), channel: channel, cell: channel.usualCell, direction: direction,
            threatClass: ThreatClass.known[index % 9], disposition: disposition, size: 1 << (place % 12 + 8) | Int(random.next() & 0xFF),
            language: languages[place % languages.count], origin: countries[place], trust: direction == .originating ? .seen : .confirmed,
            client: place / outcomes.count % 2 == 0 ? .plain : .zombie, layer: layer, contributor: contributor, source: networks[network],
            route: routes[network], delay: Int(random.next() % 5000), count: count, sender: random.next() >> 30,
            campaign: random.next() >> 50)
    }
}
