import Messages
import Storing
import Testing

@testable import Observatory

let start = Timestamp(seconds: 1_795_219_200)
let end = Timestamp(seconds: 1_795_219_200 + 86_400)
let theDay = Period(from: start, to: end)

func anObservation(_ random: inout SplitMix, within seconds: Range<Int64> = 0..<86_400) -> Observation {
    let places = [
        ObservedSource(.network, "AS64500"), ObservedSource(.network, "AS64501"), ObservedSource(.country, "KE"),
        ObservedSource(.operator, "tel-1"), ObservedSource(.senderIDIssuer, "33700"),
    ]
    let stations = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        ObservedRoute.Station(
            places.randomElement(using: &random) ?? places[0], trust: Hop.Trust.allCases.randomElement(using: &random) ?? .seen)
    }
    return Observation(
        at: Timestamp(seconds: start.seconds + Int64.random(in: seconds, using: &random)),
        channel: Channel.known.randomElement(using: &random) ?? .email, cell: Cell.allCases.randomElement(using: &random) ?? .storedText,
        direction: Direction.allCases.randomElement(using: &random) ?? .transit,
        threatClass: ThreatClass.known.randomElement(using: &random) ?? .none,
        disposition: Disposition.allCases.randomElement(using: &random) ?? .accept, size: Int.random(in: 0..<5000, using: &random),
        language: [nil, "en", "fr", "zh-Hant", "unknown", "other"].randomElement(using: &random) ?? nil,
        origin: [nil, "CH", "DE", "KE"].randomElement(using: &random) ?? nil,
        trust: Hop.Trust.allCases.randomElement(using: &random) ?? .seen,
        client: Observation.Client.allCases.randomElement(using: &random) ?? .plain, layer: Layer.allCases.randomElement(using: &random),
        method: CountMethod.allCases.randomElement(using: &random) ?? .measured,
        contributor: [nil, "op-a", "op-b"].randomElement(using: &random) ?? nil,
        source: Bool.random(using: &random) ? places.randomElement(using: &random) : nil,
        route: stations.isEmpty ? nil : ObservedRoute(stations),
        delay: Bool.random(using: &random) ? Int.random(in: 0..<9000, using: &random) : nil,
        count: Int.random(in: 1...3, using: &random), sender: random.next(), campaign: UInt64.random(in: 0..<5, using: &random))
}

func counter(of observations: some Sequence<Observation>) -> ObservationCounter {
    var counter = ObservationCounter()
    for observation in observations { counter.add(observation) }
    return counter
}

/// What a counter counted, spelt with values: by segment, the bytes with the numbers of one naming.
func segments(of counter: ObservationCounter) -> [SegmentKey: [UInt8]] {
    // Numbers in the order of values, the same for all counters of these observations.
    let values = SegmentWriter.values(of: counter).union(["op-a", "op-b"]).sorted()
    return SegmentWriter(numbers: Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt32($0)) })).segments(of: counter)
}

/// Answers to questions about one counter alone.
func query(_ counter: ObservationCounter) async throws -> StudyQuery {
    let store = MemorySegmentStore()
    try await StudyStore(store).add(counter, from: .writer("w", sequence: 0), at: start)
    return StudyQuery(store)
}

@Suite struct CountingObservations {
    @Test func aCountHasItsDimensions() async throws {
        let route = ObservedRoute([
            .init(ObservedSource(.country, "KE"), trust: .confirmed), .init(ObservedSource(.network, "AS64500"), trust: .seen),
        ])
        let observation = Observation(
            at: start, channel: .sms, cell: .storedText, direction: .terminating, threatClass: .scam, disposition: .reject, size: 1024,
            language: "fr", origin: "KE", trust: .confirmed, client: .zombie, layer: .network, method: .sampled, contributor: "op-a",
            source: ObservedSource(.network, "AS64500"), route: route, count: 10)
        let query = try await query(counter(of: [observation, observation]))
        let expected = StudyCount(
            messages: 20, bytes: 20_480, observations: 2, methods: [.sampled: 20], contributors: ["op-a": 20])
        let values: [Dimension: String] = [
            .channel: "sms", .cell: "stored-text", .direction: "terminating", .threatClass: "scam", .disposition: "reject", .size: "11",
            .language: "fr", .origin: "KE", .trust: "confirmed", .client: "zombie", .layer: "network", .method: "sampled",
            .contributor: "op-a",
        ]
        for (dimension, value) in values {
            #expect(try await query.traffic(by: [dimension], in: theDay) == [[value]: expected], "\(dimension)")
        }
        let networks = try await query.sources(.network, in: theDay)
        #expect(networks.rows == [.init(name: ObservedSource(.network, "AS64500"), count: expected, spam: 20)])
        #expect(networks.bound == 0)
        #expect(try await query.sources(.country, in: theDay).rows.map(\.name.code) == ["KE"], "the origin is a source too")
        let routes = try await query.routes(in: theDay)
        #expect(routes.rows == [.init(name: route, count: expected, spam: 20)])
    }

    @Test func dimensionsOfDifferentTablesAreRefusedTogether() async throws {
        let query = try await query(ObservationCounter())
        #expect(StudyTable.counting([.language, .channel]) == .languages)
        #expect(StudyTable.counting([.language, .origin]) == nil)
        await #expect(throws: StoreError.self) { try await query.traffic(by: [.language], in: theDay, where: [.origin: ["KE"]]) }
        #expect(try await query.traffic(by: [], in: theDay).isEmpty)
    }

    @Test func fieldsOfWordsAreAsWideAsTheirDimensions() {
        for table in StudyTable.allCases {
            #expect(table.dimensions.reduce(0) { $0 + DimensionNumbers.bits(of: $1) } <= 64)
            #expect(table.dimensions.prefix(3) == [.contributor, .method, .channel])
        }
    }

    @Test func everyCaseComesBackAsItself() async throws {
        var counted = ObservationCounter()
        var expected: Set<[String]> = []
        for cell in Cell.allCases {
            for direction in Direction.allCases {
                for disposition in Disposition.allCases {
                    for (trust, client) in zip(Hop.Trust.allCases, Observation.Client.allCases) {
                        for (layer, method) in zip(Layer.allCases, CountMethod.allCases) {
                            counted.add(
                                Observation(
                                    at: start, channel: .email, cell: cell, direction: direction, threatClass: .none,
                                    disposition: disposition, size: 0, trust: trust, client: client, layer: layer, method: method))
                            expected.insert([
                                cell.rawValue, direction.rawValue, disposition.rawValue, trust.rawValue, client.rawValue, layer.rawValue,
                                method.rawValue,
                            ])
                        }
                    }
                }
            }
        }
        let told = try await query(counted).traffic(
            by: [.cell, .direction, .disposition, .trust, .client, .layer, .method], in: theDay)
        #expect(Set(told.keys) == expected)
        #expect(told.values.allSatisfy { $0.messages == 1 })
    }

    @Test func sizesFallIntoBuckets() {
        for (size, bucket) in [(0, 0), (-5, 0), (1, 1), (2, 2), (1023, 10), (1024, 11), (1 << 30, 31), (.max, 31)] as [(Int, UInt64)] {
            #expect(ObservationCounter.sizeBucket(of: size) == bucket, "\(size)")
        }
    }

    @Test func hoursAreRoundedDown() {
        #expect(Observation.hour(of: Timestamp(seconds: -1)) == -1)
        #expect(Observation.hour(of: Timestamp(seconds: -3600)) == -1)
        #expect(Observation.hour(of: Timestamp(seconds: 3599)) == 0)
        _ = Observation.hour(of: Timestamp(milliseconds: .min))
        _ = Observation.hour(of: Timestamp(milliseconds: .max))
    }

    @Test func mergingIsCommutativeAndAssociative() {
        var random = SplitMix(seed: 21)
        for _ in 0..<10 {
            let parts = (0..<3).map { _ in (0..<Int.random(in: 0...300, using: &random)).map { _ in anObservation(&random) } }
            let all = Array(parts.joined())
            // Counters know other values in another order, so every one is asked in the naming of all.
            let values = SegmentWriter.values(of: counter(of: all)).sorted()
            let writer = SegmentWriter(numbers: Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt32($0)) }))
            let whole = writer.segments(of: counter(of: all.shuffled(using: &random)))
            let counters = parts.map { counter(of: $0) }
            var left = counters[0]
            left.merge(counters[1])
            left.merge(counters[2])
            var inner = counters[2]
            inner.merge(counters[1])
            var right = inner
            right.merge(counters[0])
            var withNothing = ObservationCounter()
            withNothing.merge(left)
            withNothing.merge(ObservationCounter())
            for merged in [left, right, withNothing] { #expect(writer.segments(of: merged) == whole) }
        }
    }

    @Test func openSetsAreBounded() async throws {
        var counted = ObservationCounter()
        for index in 0..<5000 {
            counted.add(
                Observation(
                    at: start, channel: Channel(rawValue: "c\(index)"), cell: .storedText, direction: .transit,
                    threatClass: ThreatClass(rawValue: "t\(index % 300)"), disposition: .accept, size: 1, language: "l\(index)",
                    origin: index.isMultiple(of: 2) ? "somebody@example.org" : String(repeating: "x", count: 1000),
                    source: ObservedSource(.network, "somebody@example.org")))
        }
        let query = try await query(counted)
        func values(_ dimension: Dimension) async throws -> [String] {
            try await query.traffic(by: [dimension], in: theDay).keys.compactMap(\.first)
        }
        #expect(try await values(.channel).count <= 256)
        #expect(try await values(.threatClass).count <= 256)
        #expect(try await values(.language).count <= 1024)
        #expect(try await values(.origin) == ["other"], "free text is never kept as a code")
        #expect(try await query.sources(.network, in: theDay).rows.isEmpty, "nor as a source")
        #expect(try await query.sources(.network, in: theDay).total.messages == 5000)
        #expect(try await query.traffic(by: [], in: theDay)[[]]?.messages == 5000)
    }

    @Test func numbersFarOutDoNotCrash() async throws {
        var counted = ObservationCounter()
        for (size, count, delay) in [(Int.max, Int.max, Int.max), (.min, 1, .min), (0, .min, 0)] {
            counted.add(
                Observation(
                    at: Timestamp(milliseconds: .max), channel: .email, cell: .storedText, direction: .transit, threatClass: .none,
                    disposition: .accept, size: size, delay: delay, count: count))
        }
        counted.add(OperatorReport(at: start, mailboxes: .max, droppedConnections: .min))
        _ = try await query(counted)
    }
}
