public import Estimation
public import Messages

/// Adds up what each operator that takes part would return to the centre: what its filter said, and nothing of the truth.
public struct ReturnCounter: Sendable {
    private let country: SimulatedCountry
    private var tallies: [[Tally?]]

    fileprivate struct Tally {
        var said: [Double]
        var claimed: [Double]
        var marked: [Double]
        var sources: [[Double]]
        var routes: [[Double]]
        /// All messages, by true class and class said: what an audit is drawn from.
        var judged: [[Int]]
        /// Spam of each source, and how much of it was missed.
        var spam: [Int]
        var missed: [Int]

        init(_ channel: SimulatedChannel) {
            let nothing = channel.classes.map { _ in 0.0 }
            said = nothing
            claimed = nothing
            marked = nothing
            sources = channel.sources.map { _ in nothing }
            routes = channel.routes.names.map { _ in nothing }
            judged = channel.classes.map { _ in channel.classes.map { _ in 0 } }
            spam = channel.sources.map { _ in 0 }
            missed = spam
        }

        mutating func add(_ cell: borrowing TrafficCell, isClaimed: Bool) {
            if cell.classPlace > 0 {
                spam[cell.source] += cell.count
                missed[cell.source] += cell.said[0]
            }
            for place in said.indices {
                judged[cell.classPlace][place] += cell.said[place]
                let unmarked = Double(cell.unmarked[place])
                let withSigns = Double(cell.marked[place])
                let all = unmarked + withSigns
                guard all > 0 else { continue }
                said[place] += all
                marked[place] += withSigns
                sources[cell.source][place] += all
                if isClaimed { claimed[place] += all } else { routes[cell.route][place] += all }
            }
        }
    }

    /// A counter for a country.
    public init(_ country: SimulatedCountry) {
        self.country = country
        tallies = country.channels.map { channel in channel.operators.map { $0.profile.returns == .none ? nil : Tally(channel) } }
    }

    /// Counts a cell.
    public mutating func add(_ cell: borrowing TrafficCell) {
        let isClaimed = country.channels[cell.channel].routes.trust(of: cell.route) == .claimed
        tallies[cell.channel][cell.operatorPlace]?.add(cell, isClaimed: isClaimed)
    }

    /// The returns of a channel.
    public func returns(of channel: Channel) throws(EstimationError) -> [OperatorReturn] {
        guard let place = country.channels.firstIndex(where: { $0.profile.channel == channel }) else { return [] }
        var returns: [OperatorReturn] = []
        for (served, tally) in zip(country.channels[place].operators, tallies[place]) {
            guard let tally else { continue }
            var numbers = country.auditNumbers(operator: served.place, channel: place)
            returns.append(try operatorReturn(served, tally, on: country.channels[place], &numbers))
        }
        return returns
    }

    /// An estimator over the returns of a channel, which knows of the others what a register would: their subscribers.
    public func estimator(of channel: Channel, level: Double = 0.95) throws(EstimationError) -> NationalEstimator {
        let operators = country.channels.first { $0.profile.channel == channel }?.operators ?? []
        let others = operators.filter { $0.profile.returns == .none }.map(\.subscribers)
        return try NationalEstimator(channel: channel, returns: try returns(of: channel), others: others, level: level)
    }

    private func operatorReturn(
        _ served: SimulatedOperator, _ tally: Tally, on channel: SimulatedChannel, _ numbers: inout SplitMix
    ) throws(EstimationError) -> OperatorReturn {
        let code = served.profile.code
        let audit = served.signAudit
        var sources: [String: [Double]] = [:]
        for (source, said) in zip(channel.sources, tally.sources) where said.contains(where: { $0 > 0 }) { sources[source.code] = said }
        var routes: [String: [Double]] = [:]
        for (name, said) in zip(channel.routes.names, tally.routes) where said.contains(where: { $0 > 0 }) { routes[name] = said }
        return OperatorReturn(
            contributor: code, subscribers: served.subscribers, sampling: served.profile.returns == .sampled ? served.profile.sampling : 1,
            errors: try AuditedErrors(classes: channel.classes, counts: tally.audit(of: served, &numbers), contributor: code),
            signs: channel.profile.zombies == 0
                ? nil : .init(found: audit.found, ofTaken: audit.of, clear: audit.clear, ofOthers: audit.of),
            detectionSpread: tally.detectionSpread(served, &numbers), said: tally.said, sources: sources, routes: routes,
            claimed: tally.claimed, marked: tally.marked)
    }
}

extension ReturnCounter.Tally {
    /// Messages of each class picked at random from what there was, labelled, and what the filter had said of them.
    func audit(of served: SimulatedOperator, _ numbers: inout SplitMix) -> [[Int]] {
        zip(judged, served.errors).map { counts, usual in
            let sum = counts.reduce(0, +)
            var labelled = counts.map { _ in 0 }
            numbers.share(served.profile.filter.audit, among: sum > 0 ? counts.map(Double.init).shares : usual, into: &labelled)
            return labelled
        }
    }

    /// Spam picked at random and labelled with its source as well, and what that tells of how differently sources are found.
    func detectionSpread(_ served: SimulatedOperator, _ numbers: inout SplitMix) -> Double {
        let whole = spam.reduce(0, +)
        guard whole > 0 else { return 0 }
        var labelled = spam.map { _ in 0 }
        numbers.share(served.profile.filter.audit * (judged.count - 1), among: spam.map(Double.init).shares, into: &labelled)
        let found = spam.indices.map { place in
            numbers.binomial(labelled[place], 1 - Double(missed[place]) / Double(max(spam[place], 1)))
        }
        return OperatorReturn.detectionSpread(labelled: labelled, found: found)
    }
}
