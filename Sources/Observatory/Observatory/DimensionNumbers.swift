internal import Messages

/// The numbers that stand for the values of dimensions while they are counted: fixed for closed sets, given as they come for open ones.
struct DimensionNumbers: Sendable {
    private var channels = CodeTable(limit: 256)
    private var threatClasses = CodeTable(limit: 256)
    private var languages = CodeTable(limit: 1024)
    private var origins = CodeTable(limit: 1024)
    private var contributors = CodeTable(limit: 4096, first: Dimension.own)
    private var sources = CodeTable(limit: 1 << 18, lengthLimit: 48)
    private var routes = CodeTable(limit: 1 << 18, lengthLimit: 512)
    private var spelt: [ObservedRoute: UInt64] = [:]

    /// How many bits the number of a dimension has.
    static func bits(of dimension: Dimension) -> UInt64 {
        switch dimension {
        case .verdict: 1
        case .direction, .trust, .client, .method, .kind: 2
        case .cell, .disposition, .layer, .figure: 3
        case .size: 5
        case .channel, .threatClass: 8
        case .language, .origin: 10
        case .contributor: 12
        case .source, .route: 18
        }
    }

    /// The number of an open dimension's value.
    mutating func number(of value: String?, _ dimension: Dimension) -> UInt64 {
        switch dimension {
        case .channel: channels.number(of: value)
        case .threatClass: threatClasses.number(of: value)
        case .language: languages.number(of: value)
        case .origin: origins.number(of: value)
        case .contributor: contributors.number(of: value)
        case .source: sources.number(of: value)
        case .route: routes.number(of: value)
        default: 0
        }
    }

    /// The number of a way; as many as there are room for are spelt once each.
    mutating func number(of route: ObservedRoute) -> UInt64 {
        if let number = spelt[route] { return number }
        let number = routes.number(of: route.spelling)
        if number > 1 { spelt[route] = number }
        return number
    }

    /// The numbers here of what another counter numbered: one for each of its values; nothing where they are the same.
    mutating func translation(of other: DimensionNumbers, _ dimension: Dimension) -> [UInt64]? {
        guard DimensionNumbers.isOpen(dimension) else { return nil }
        return other.values(of: dimension).enumerated().map { index, value in
            index <= 2 ? UInt64(index) : number(of: value, dimension)
        }
    }

    /// The values of a dimension by their numbers.
    func values(of dimension: Dimension) -> [String] {
        switch dimension {
        case .channel: channels.codes
        case .threatClass: threatClasses.codes
        case .language: languages.codes
        case .origin: origins.codes
        case .contributor: contributors.codes
        case .source: sources.codes
        case .route: routes.codes
        case .cell: Cell.allCases.map(\.rawValue)
        case .direction: Direction.allCases.map(\.rawValue)
        case .disposition: Disposition.allCases.map(\.rawValue)
        case .size: (0..<32).map(String.init)
        case .trust: Hop.Trust.allCases.map(\.rawValue)
        case .client: Observation.Client.allCases.map(\.rawValue)
        case .layer: [Dimension.none] + Layer.allCases.map(\.rawValue)
        case .method: CountMethod.allCases.map(\.rawValue)
        case .verdict: ["ham", "spam"]
        case .kind: ObservedSource.Kind.allCases.map(\.rawValue)
        case .figure: StudyFigure.allCases.map(\.code)
        }
    }

    /// Whether a dimension's set of values is open, so that its numbers are each counter's own.
    private static func isOpen(_ dimension: Dimension) -> Bool {
        [.channel, .threatClass, .language, .origin, .contributor, .source, .route].contains(dimension)
    }
}

/// What operators tell of themselves, and what sketches are of.
enum StudyFigure: UInt64, Sendable, CaseIterable {
    case mailboxes
    case droppedConnections
    case senders
    case sources
    case campaigns
    case size
    case delay

    /// The figure's stable code.
    var code: String {
        switch self {
        case .mailboxes: "mailboxes"
        case .droppedConnections: "dropped-connections"
        case .senders: DistinctCount.Thing.senders.rawValue
        case .sources: DistinctCount.Thing.sources.rawValue
        case .campaigns: DistinctCount.Thing.campaigns.rawValue
        case .size: QuantileCount.Quantity.size.rawValue
        case .delay: QuantileCount.Quantity.delay.rawValue
        }
    }
}

// The places of cases in their own lists, as numbers; spelt out, as a search through the list would cost more than counting.

extension Cell {
    var number: UInt64 {
        switch self {
        case .realTimeText: 0
        case .realTimeVoice: 1
        case .realTimeVideo: 2
        case .storedText: 3
        case .storedVoice: 4
        case .storedVideo: 5
        }
    }
}

extension Direction {
    var number: UInt64 {
        switch self {
        case .terminating: 0
        case .originating: 1
        case .transit: 2
        }
    }
}

extension Disposition {
    var number: UInt64 {
        switch self {
        case .accept: 0
        case .tag: 1
        case .quarantine: 2
        case .defer: 3
        case .reject: 4
        case .discard: 5
        }
    }
}

extension Hop.Trust {
    var number: UInt64 {
        switch self {
        case .claimed: 0
        case .confirmed: 1
        case .seen: 2
        }
    }
}

extension Observation.Client {
    var number: UInt64 {
        switch self {
        case .unknown: 0
        case .plain: 1
        case .zombie: 2
        }
    }
}

extension Layer? {
    var number: UInt64 {
        switch self {
        case nil: 0
        case .equipment: 1
        case .network: 2
        case .service: 3
        case .filtering: 4
        case .feedback: 5
        }
    }
}

extension CountMethod {
    var number: UInt64 {
        switch self {
        case .measured: 0
        case .sampled: 1
        case .reported: 2
        case .surveyed: 3
        }
    }
}

extension ObservedSource.Kind {
    var number: UInt64 {
        switch self {
        case .network: 0
        case .country: 1
        case .operator: 2
        case .senderIDIssuer: 3
        }
    }
}
