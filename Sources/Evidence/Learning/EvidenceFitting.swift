// Fits the weights of the evidence combiner to labelled messages.
public import Features

/// A logistic regression over the content expert's log-odds and the findings of the checks, with two kinds of knowledge from before: every
/// number is pulled towards the one it had (a Gaussian prior), and none changes its sign, so that what speaks for spam by its nature
/// never speaks against it.
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
        /// The standard deviation of the content's factors and of the priors; nothing keeps them as they are.
        public var families: Double?

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

    /// No weight falls below this share of what it was: what was rarely seen here may still happen.
    static let floor = 0.1

    private struct Example: Sendable {
        var findings: [(place: Int, strength: Double)]
        var content: Double
        var family: Int
        var group: Int
        var isSpam: Bool
        var weight: Double
    }

    private let before: EvidenceWeights
    private let ids: [String]
    private let places: [String: Int]
    private let kinds: [Int]
    private var examples: [Example] = []

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
        _ findings: [WeighedFinding], content: Double, family: ChannelFamily, isSpam: Bool, group: Int = 0, weight: Double = 1
    ) {
        let known = findings.compactMap { finding in places[finding.id].map { (place: $0, strength: finding.strength) } }
        examples.append(
            Example(findings: known, content: content, family: Int(family.rawValue) - 1, group: group, isSpam: isSpam, weight: weight))
    }

    /// Makes both kinds count the same as everywhere, whatever their numbers here: in each family their weights sum to `total`, a share of
    /// it for spam; of a source with many messages each counts less, by the square root of their number. Nothing for `total` takes twice
    /// the weight of the rarer kind.
    public mutating func balance(total: Double? = nil) {
        for family in 0..<ChannelFamily.allCases.count {
            let members = examples.indices.filter { examples[$0].family == family }
            let all = members.reduce(0) { $0 + examples[$1].weight }
            let spam = members.reduce(0) { $0 + (examples[$1].isSpam ? examples[$1].weight : 0) }
            let wanted = total ?? 2 * min(spam, all - spam)
            for isSpam in [false, true] {
                let own = members.filter { examples[$0].isSpam == isSpam }
                var counts: [Int: Int] = [:]
                for index in own { counts[examples[index].group, default: 0] += 1 }
                for index in own { examples[index].weight /= Double(counts[examples[index].group] ?? 1).squareRoot() }
                let sum = own.reduce(0) { $0 + examples[$1].weight }
                guard sum > 0 else { continue }
                let share = EvidenceFitting.spamShare(ofFamily: family)
                let factor = wanted * (isSpam ? share : 1 - share) / sum
                for index in own { examples[index].weight *= factor }
            }
        }
    }

    /// The share of spam that is assumed, whatever the collections at hand hold: no source gives it (docs/learning.md).
    private static func spamShare(ofFamily slot: Int) -> Double {
        slot == Int(ChannelFamily.text.rawValue) - 1 ? 0.2 : 0.38
    }

    /// The weights that fit the examples, as their table says them.
    public func weights(pull: Pull = .shipped, rounds: Int = 30) -> EvidenceWeights {
        var descent = BoundedDescent(values: start, bounds: bounds(pull))
        let precisions = precisions(pull)
        for round in 0..<rounds {
            var gradient = zip(descent.values, start).enumerated().map { precisions[$0] * ($1.0 - $1.1) }
            var curvature = Curvature(diagonal: precisions)
            for example in examples where example.weight > 0 { add(example, at: descent.values, &gradient, &curvature) }
            // Findings of one kind may change places from step to step; shorter steps come to rest all the same.
            if descent.step(gradient: gradient, curvature: curvature, share: round < 5 ? 1 : 0.7) < 1e-3 { break }
        }
        return weights(of: descent.values)
    }

    /// The numbers in one row: the findings' weights, the families' factors, their priors.
    private var start: [Double] {
        let families = ChannelFamily.allCases.map { before[$0] }
        return ids.map { before.findings[$0] ?? 0 } + families.map(\.factor) + families.map(\.prior)
    }

    private func weights(of values: [Double]) -> EvidenceWeights {
        var weights = before
        for (place, id) in ids.enumerated() { weights.findings[id] = values[place] }
        for (number, family) in ChannelFamily.allCases.enumerated() {
            weights[family] = .init(
                prior: values[ids.count + ChannelFamily.allCases.count + number], factor: values[ids.count + number])
        }
        return weights.rounded()
    }

    private func bounds(_ pull: Pull) -> [ClosedRange<Double>] {
        let ends = EvidenceWeights.magnitude - 1
        let findings = start[..<ids.count].map { weight in
            weight > 0 ? weight * EvidenceFitting.floor...ends : -ends...weight * EvidenceFitting.floor
        }
        guard pull.families != nil else { return findings + start[ids.count...].map { $0...$0 } }
        let families = ChannelFamily.allCases
        return findings + families.map { _ in 0.05...ends } + families.map { _ in -ends...ends }
    }

    private func precisions(_ pull: Pull) -> [Double] {
        start.enumerated().map { place, value in
            let deviation = place < ids.count ? pull.findings * max(abs(value), pull.least) : pull.families ?? 1
            return 1 / (deviation * deviation)
        }
    }

    /// Adds one example's share of the gradient and of the curvature.
    private func add(_ example: Example, at values: [Double], _ gradient: inout [Double], _ curvature: inout Curvature) {
        var row = example.findings.map { (place: $0.place, value: $0.strength * rank($0, among: example.findings, values)) }
        row.append((ids.count + example.family, example.content))
        row.append((ids.count + ChannelFamily.allCases.count + example.family, 1))
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
