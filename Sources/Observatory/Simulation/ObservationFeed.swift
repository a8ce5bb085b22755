internal import Messages
public import Observatory

/// Turns cells into what the observatory of the country would be told: by operators that take part, and by people who report.
public struct ObservationFeed: Sendable {
    private let country: SimulatedCountry
    /// Each channel's routes as the observatory names them, without the operator that they end at.
    private let routes: [[ObservedRoute.Station]]
    private let trusts: [Hop.Trust]

    /// A feed of a country.
    public init(_ country: SimulatedCountry) {
        self.country = country
        let table = RouteTable(country.profile)
        trusts = table.names.indices.map { table.trust(of: $0) }
        routes = table.names.indices.map { route in
            let trust = table.trust(of: route)
            let origin = ObservedRoute.Station(ObservedSource(.country, table.origins[table.country(of: route)]), trust: trust)
            guard let carrier = table.carrier(of: route) else { return [origin] }
            return [origin, .init(ObservedSource(.operator, carrier.code), trust: trust)]
        }
    }

    /// The observations of a cell, handed over one by one.
    public func observations(of cell: borrowing TrafficCell, _ take: (Observation) -> Void) {
        let channel = country.channels[cell.channel]
        let served = channel.operators[cell.operatorPlace].profile
        let hour = Timestamp(seconds: Int64(cell.hour) * 3600)
        if cell.complaints > 0 {
            take(
                Observation(
                    at: hour, channel: channel.profile.channel, cell: channel.profile.channel.usualCell, direction: .terminating,
                    threatClass: channel.classes[cell.classPlace], disposition: .accept, size: Int(channel.profile.size),
                    language: country.profile.languages[cell.language].code, layer: .feedback, method: .reported, count: cell.complaints))
        }
        guard served.returns != .none else { return }
        let seen = observation(of: cell, by: served, on: channel, at: hour)
        for place in channel.classes.indices {
            for (count, isMarked) in [(cell.unmarked[place], false), (cell.marked[place], true)] where count > 0 {
                var one = seen
                one.threatClass = channel.classes[place]
                if place > 0, let name = cell.campaign { one.campaign = ObservationFeed.number(of: name, channel: cell.channel) }
                one.disposition = ObservationFeed.disposition(of: one.threatClass)
                one.layer = place == 0 ? nil : isMarked ? .network : .filtering
                one.client = channel.profile.zombies == 0 ? .unknown : isMarked ? .zombie : .plain
                one.count = Int((Double(count) / (served.returns == .sampled ? served.sampling : 1)).rounded())
                take(one)
            }
        }
    }

    /// What operators that take part tell of a day: how many mailboxes or subscribers their counts stand for.
    public func reports(on day: Int, _ take: (OperatorReport) -> Void) {
        let moment = Timestamp(seconds: Int64(day) * 86_400)
        for channel in country.channels {
            for served in channel.operators where served.profile.returns != .none {
                take(
                    OperatorReport(
                        at: moment, contributor: served.profile.code, method: .reported, channel: channel.profile.channel,
                        mailboxes: Int(served.subscribers)))
            }
        }
    }

    /// A campaign's number among all of a channel.
    private static func number(of name: TrafficCell.CampaignName, channel: Int) -> UInt64 {
        SplitMix.scattered(UInt64(truncatingIfNeeded: name.day) << 24 ^ UInt64(truncatingIfNeeded: name.number) << 8 ^ UInt64(channel))
    }

    /// What is common to all messages of a cell.
    private func observation(
        of cell: borrowing TrafficCell, by served: SimulationProfile.OperatorProfile, on channel: SimulatedChannel, at hour: Timestamp
    ) -> Observation {
        let trust = trusts[cell.route]
        var stations = routes[cell.route]
        let origin = country.profile.origins[cell.claimedCountry].code
        stations[0].place.code = origin
        stations.append(.init(ObservedSource(.operator, served.code), trust: .seen))
        return Observation(
            at: hour, channel: channel.profile.channel, cell: channel.profile.channel.usualCell,
            direction: origin == country.profile.country ? .originating : .terminating, threatClass: .none, disposition: .accept,
            size: Int(channel.profile.size), language: country.profile.languages[cell.language].code, origin: origin, trust: trust,
            method: served.returns == .sampled ? .sampled : .measured, contributor: served.code,
            source: ObservedSource(channel.profile.sourceKind.observed, channel.sources[cell.source].code),
            route: ObservedRoute(stations))
    }

    /// Harm is refused, the rest is held, and wanted messages pass.
    static func disposition(of threatClass: ThreatClass) -> Disposition {
        switch threatClass {
        case .none: .accept
        case .phishing, .malware, .scam: .reject
        default: .quarantine
        }
    }
}

extension SimulationProfile.SourceKind {
    var observed: ObservedSource.Kind {
        switch self {
        case .network: .network
        case .operator: .operator
        case .senderIDIssuer: .senderIDIssuer
        }
    }
}
