// Fits the weights of the evidence combiner to labelled messages.
public import Features
public import Messages

/// A logistic regression over the content expert's log-odds and the findings of the checks, with two kinds of knowledge from before: every
/// number is pulled towards the one it had (a Gaussian prior), and none changes its sign, so that what speaks for spam by its nature
/// never speaks against it.
///
/// A channel with enough messages of both classes gets a factor and a prior of its own, pulled towards those of its family; where a family
/// has one such channel alone, the family's are that channel's, and serve the others.
///
/// Newton's method on the whole, with a descent along one coordinate at a time inside the bounds. The same examples in the same order give
/// the same weights, bit for bit.
public struct EvidenceFitting: Sendable {
    /// How firmly the numbers are held where they were.
    public struct Pull: Sendable, Hashable {
        /// The standard deviation of a finding's weight, as a share of the weight it had.
        public var findings: Double
        /// The weight from which on that share is taken: smaller ones move as freely as it.
        public var least: Double
        /// The standard deviation of the content's factors and of the priors of families; nothing keeps them as they are.
        public var families: Double?
        /// The standard deviation of a channel's own factor and prior about those it had, or about its family's.
        public var channels: Double = 0.5

        /// A pull.
        public init(findings: Double, least: Double, families: Double?) {
            self.findings = findings
            self.least = least
            self.families = families
        }

        /// For weights that ship, fitted to many thousand messages.
        public static let shipped = Pull(findings: 1, least: 0.05, families: 1)
        /// For what is learnt where the program runs.
        public static let local = Pull(findings: 0.5, least: 0.4, families: nil)
    }

    /// So many messages of each class a channel must have for numbers of its own.
    static let channelExamples = 50
    /// What no factor falls below: more evidence of spam in the content never lowers the sum.
    private static let leastFactor = 0.05

    /// No weight falls below this share of what it was: what was rarely seen here may still happen.
    static let floor = 0.1

    private struct Example: Sendable {
        var findings: [(place: Int, strength: Double)]
        var content: Double
        var family: Int
        var channel: Channel?
        var group: Int
        var isSpam: Bool
        var weight: Double
    }

    private let before: EvidenceWeights
    private let ids: [String]
    private let places: [String: Int]
    private let kinds: [Int]
    private var examples: [Example] = []
    /// The channels that get numbers of their own, in the order of their codes.
    private var channels: [Channel] = []

    /// A fitting that begins with these weights and pulls towards them; of checks that are not wanted the weights stay.
    public init(from weights: EvidenceWeights, only wanted: Set<String>? = nil) {
        before = weights
        ids = weights.findings.keys.filter { wanted?.contains($0) ?? true }.sorted()
        places = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        var kinds: [Int] = []
        for (place, id) in ids.enumerated() {
            // In order, ids of one kind stand side by side.
            let isFirst = place == 0 || !Saturation.isSameKind(ids[place - 1], id)
            kinds.append(isFirst ? place : kinds[place - 1])
        }
        self.kinds = kinds
    }

    /// How many examples there are.
    public var count: Int { examples.count }

    /// Adds a message: what was found, and what a content expert said that had not learnt from it. `group` is its source.
    public mutating func add(
        _ findings: [WeighedFinding], content: Double, family: ChannelFamily, channel: Channel? = nil, isSpam: Bool, group: Int = 0,
        weight: Double = 1
    ) {
        let known = findings.compactMap { finding in places[finding.id].map { (place: $0, strength: finding.strength) } }
        examples.append(
            Example(
                findings: known, content: content, family: Int(family.rawValue) - 1, channel: channel, group: group, isSpam: isSpam,
                weight: weight))
    }

    /// Makes both kinds count as the shares of spam say that are assumed, whatever their numbers here; of a source with many messages each counts
    /// less, by the square root of their number. A channel that has both kinds is balanced by itself, the rest of its family together.
    /// In each family the weights sum to `total`; nothing for that takes twice the weight of the rarer kind.
    public mutating func balance(total: Double? = nil) {
        for family in ChannelFamily.allCases {
            let members = examples.indices.filter { examples[$0].family == Int(family.rawValue) - 1 }
            let all = members.reduce(0) { $0 + examples[$1].weight }
            var rest = members
            for channel in bothKinds(among: members) {
                balance(
                    rest.filter { examples[$0].channel == channel }, share: before.numbers(of: channel, in: family).share,
                    total: total.map { $0 / all })
                rest.removeAll { examples[$0].channel == channel }
            }
            balance(rest, share: before[family].share, total: total.map { $0 / all })
        }
    }

    /// The channels of which there is ham and spam, at least so much of each.
    private func bothKinds(among members: [Int], least: Int = 1) -> [Channel] {
        var counts: [Channel: (ham: Int, spam: Int)] = [:]
        for index in members where examples[index].weight > 0 {
            guard let channel = examples[index].channel, EvidenceWeights.isNameable(channel) else { continue }
            if examples[index].isSpam { counts[channel, default: (0, 0)].spam += 1 } else { counts[channel, default: (0, 0)].ham += 1 }
        }
        return counts.filter { min($0.value.ham, $0.value.spam) >= least }.keys.sorted()
    }

    /// Makes a share of the weight of these examples that of spam; together they weigh `total` times what they did.
    private mutating func balance(_ members: [Int], share: Double, total: Double?) {
        let all = members.reduce(0) { $0 + examples[$1].weight }
        let spam = members.reduce(0) { $0 + (examples[$1].isSpam ? examples[$1].weight : 0) }
        let wanted = total.map { $0 * all } ?? 2 * min(spam, all - spam)
        for isSpam in [false, true] {
            let own = members.filter { examples[$0].isSpam == isSpam }
            var counts: [Int: Int] = [:]
            for index in own { counts[examples[index].group, default: 0] += 1 }
            for index in own { examples[index].weight /= Double(counts[examples[index].group] ?? 1).squareRoot() }
            let sum = own.reduce(0) { $0 + examples[$1].weight }
            guard sum > 0 else { continue }
            let factor = wanted * (isSpam ? share : 1 - share) / sum
            for index in own { examples[index].weight *= factor }
        }
    }

    /// The channels that get numbers of their own.
    private func channels(_ pull: Pull) -> [Channel] {
        ChannelFamily.allCases.flatMap { family in
            let members = examples.indices.filter { examples[$0].family == Int(family.rawValue) - 1 }
            let found = bothKinds(among: members, least: EvidenceFitting.channelExamples)
            // Where the families' numbers stay, lessons may be about mistakes alone, which are no sample of anything.
            return pull.families == nil ? found.filter { isSample($0, members) } : found.count > 1 ? found : []
        }.sorted()
    }

    /// Whether the weights from before judged at least half of each class of a channel's messages rightly.
    private func isSample(_ channel: Channel, _ members: [Int]) -> Bool {
        let values = start
        var right = (ham: 0, spam: 0)
        var wrong = (ham: 0, spam: 0)
        for index in members where examples[index].channel == channel && examples[index].weight > 0 {
            let example = examples[index]
            let numbers = before.numbers(of: channel, in: ChannelFamily(channel))
            let found = example.findings.reduce(0) { sum, finding in
                sum + finding.strength * values[finding.place] * rank(finding, among: example.findings, values)
            }
            let isCalledSpam = numbers.prior + numbers.factor * example.content + found > 0
            switch (example.isSpam, isCalledSpam) {
            case (true, true): right.spam += 1
            case (true, false): wrong.spam += 1
            case (false, false): right.ham += 1
            case (false, true): wrong.ham += 1
            }
        }
        return right.ham >= wrong.ham && right.spam >= wrong.spam
    }

    /// The weights that fit the examples, as their table says them.
    public func weights(pull: Pull = .shipped, rounds: Int = 30) -> EvidenceWeights {
        var fitting = self
        fitting.channels = channels(pull)
        return fitting.fitted(pull, rounds)
    }

    private func fitted(_ pull: Pull, _ rounds: Int) -> EvidenceWeights {
        let start = start
        var descent = BoundedDescent(values: start, bounds: bounds(pull))
        let precisions = precisions(pull)
        let places = Dictionary(uniqueKeysWithValues: channels.enumerated().map { ($1, $0) })
        for round in 0..<rounds {
            var gradient = zip(descent.values, start).enumerated().map { precisions[$0] * ($1.0 - $1.1) }
            var curvature = Curvature(diagonal: precisions)
            for example in examples where example.weight > 0 { add(example, places, at: descent.values, &gradient, &curvature) }
            // Findings of one kind may change places from step to step; shorter steps come to rest all the same.
            if descent.step(gradient: gradient, curvature: curvature, share: round < 5 ? 1 : 0.7) < 1e-3 { break }
        }
        return weights(of: descent.values)
    }

    /// The place of the first number of a channel: its factor's distance from the family's; that of its prior follows.
    private func place(ofChannel number: Int) -> Int { ids.count + 2 * ChannelFamily.allCases.count + 2 * number }

    /// The numbers in one row: the findings' weights, the families' factors, their priors, and how far those of channels are from them.
    private var start: [Double] {
        let families = ChannelFamily.allCases.map { before[$0] }
        let own = channels.flatMap { channel in
            let (own, family) = (before[channel], before[ChannelFamily(channel)])
            return [own.factor - family.factor, own.prior - family.prior]
        }
        return ids.map { before.findings[$0] ?? 0 } + families.map(\.factor) + families.map(\.prior) + own
    }

    private func weights(of values: [Double]) -> EvidenceWeights {
        var weights = before
        for (place, id) in ids.enumerated() { weights.findings[id] = values[place] }
        for (number, family) in ChannelFamily.allCases.enumerated() {
            weights[family].factor = values[ids.count + number]
            weights[family].prior = values[ids.count + ChannelFamily.allCases.count + number]
        }
        for (number, channel) in channels.enumerated() {
            let family = weights[ChannelFamily(channel)]
            let place = place(ofChannel: number)
            weights.own[channel, default: .init()].factor = max(family.factor + values[place], EvidenceFitting.leastFactor)
            weights.own[channel, default: .init()].prior = family.prior + values[place + 1]
        }
        return weights.rounded()
    }

    private func bounds(_ pull: Pull) -> [ClosedRange<Double>] {
        let ends = EvidenceWeights.magnitude - 1
        let start = start
        let findings = start[..<ids.count].map { weight in
            weight > 0 ? weight * EvidenceFitting.floor...ends : -ends...weight * EvidenceFitting.floor
        }
        let families = ChannelFamily.allCases
        let own = channels.flatMap { channel in
            // On its way no factor of a channel turns round beside the family's that it began with: from there Newton's method does not come back.
            let least = EvidenceFitting.leastFactor - before[ChannelFamily(channel)].factor
            return [min(least, 0)...ends / 2, -ends / 2...ends / 2]
        }
        guard pull.families != nil else {
            return findings + start[ids.count..<(ids.count + 2 * families.count)].map { $0...$0 } + own
        }
        return findings + families.map { _ in EvidenceFitting.leastFactor...ends / 2 } + families.map { _ in -ends / 2...ends / 2 } + own
    }

    private func precisions(_ pull: Pull) -> [Double] {
        start.enumerated().map { place, value in
            let deviation =
                place < ids.count
                ? pull.findings * max(abs(value), pull.least) : place < self.place(ofChannel: 0) ? pull.families ?? 1 : pull.channels
            return 1 / (deviation * deviation)
        }
    }

    /// Adds one example's share of the gradient and of the curvature.
    private func add(
        _ example: Example, _ channels: [Channel: Int], at values: [Double], _ gradient: inout [Double], _ curvature: inout Curvature
    ) {
        var row = example.findings.map { (place: $0.place, value: $0.strength * rank($0, among: example.findings, values)) }
        row.append((ids.count + example.family, example.content))
        row.append((ids.count + ChannelFamily.allCases.count + example.family, 1))
        if let number = example.channel.flatMap({ channels[$0] }) {
            row.append((place(ofChannel: number), example.content))
            row.append((place(ofChannel: number) + 1, 1))
        }
        let sum = row.reduce(0) { $0 + $1.value * values[$1.place] }
        let probability = Double(1 / (1 + exponential(Float(-sum))))
        let error = example.weight * (probability - (example.isSpam ? 1 : 0))
        let slope = example.weight * max(probability * (1 - probability), 1e-6)
        for (number, entry) in row.enumerated() {
            gradient[entry.place] += error * entry.value
            for other in row[...number] { curvature.add(slope * entry.value * other.value, entry.place, other.place) }
        }
    }

    /// What a finding counts beside the others of its kind.
    private func rank(
        _ finding: (place: Int, strength: Double), among findings: [(place: Int, strength: Double)], _ values: [Double]
    ) -> Double {
        let own = finding.strength * values[finding.place]
        var share = 1.0
        for other in findings where other.place != finding.place && kinds[other.place] == kinds[finding.place] {
            let weight = other.strength * values[other.place]
            guard (weight < 0) == (own < 0) else { continue }
            if abs(weight) > abs(own) || abs(weight) == abs(own) && other.place < finding.place { share *= Saturation.share }
        }
        return share
    }
}
