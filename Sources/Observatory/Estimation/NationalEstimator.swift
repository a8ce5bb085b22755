internal import Glibc
public import Messages

/// Figures of one channel for the country, from the returns of some of its operators.
///
/// A share is the ratio of two totals, with the error of the total of `part - share · whole` over the whole (Särndal, Swensson and Wretman
/// 1992, 5.6), and an interval even on the scale of log-odds.
public struct NationalEstimator: Sendable {
    private let channel: Channel
    private let returns: [OperatorReturn]
    private let expansion: Expansion
    private let method: NationalEstimate.Method
    private let level: Double
    private let classes: [ThreatClass]
    private let every: [Double]
    private let spam: [Double]
    /// What each return adds to the error of a share of sources that are found unevenly: its spread times the root of its sources' squared spam.
    private let unevenness: Double

    /// An estimator.
    ///
    /// - Parameters:
    ///   - channel: how the messages travelled.
    ///   - returns: what operators counted, each with the same classes in the same order.
    ///   - others: the subscribers of each operator of the channel that returned nothing.
    ///   - level: how often intervals are to hold the truth.
    public init(channel: Channel, returns: [OperatorReturn], others: [Double], level: Double = 0.95) throws(EstimationError) {
        guard let first = returns.first else { throw .noReturns }
        if returns.count == 1, !others.isEmpty { throw .oneReturn(contributor: first.contributor) }
        for given in returns {
            try given.check()
            guard given.errors.classes == first.errors.classes else {
                throw .outOfRange("its classes are not those of \(first.contributor)", contributor: given.contributor)
            }
        }
        self.channel = channel
        self.returns = returns
        self.expansion = Expansion(sizes: returns.map(\.subscribers), others: others.filter { $0 > 0 })
        self.method = others.contains { $0 > 0 } ? .expanded : .corrected
        self.level = level
        self.classes = first.errors.classes
        self.every = classes.map { _ in 1 }
        let spam = classes.map { $0 == .none ? 0.0 : 1 }
        self.spam = spam
        self.unevenness = returns.reduce(0) { sum, given in
            guard given.detectionSpread > 0 else { return sum }
            let squares = given.sources.values.reduce(0) { squares, said in
                let count = CorrectedTotal([.init(said: said, target: spam)], of: given).value
                return squares + count * count
            }
            return sum + given.detectionSpread * squares.squareRoot()
        }
    }

    // MARK: Volumes

    /// Messages handed over.
    public var attempted: NationalEstimate { volume(.attempted, target: every) }

    /// Spam handed over.
    public var spamVolume: NationalEstimate { volume(.spam, target: spam) }

    /// Spam of each class.
    public var classVolumes: [NationalEstimate] {
        classes.indices.filter { spam[$0] > 0 }.map { place in
            volume(.spam, item: classes[place].rawValue, target: classes.indices.map { $0 == place ? 1 : 0 })
        }
    }

    /// Spam that no filter named; operators that returned nothing are taken to filter as the others do.
    public var delivered: NationalEstimate? {
        classes.firstIndex(of: .none).map { volume(.delivered, target: spam, passed: $0) }
    }

    private func volume(
        _ indicator: NationalEstimate.Indicator, item: String? = nil, target: [Double], passed: Int? = nil
    ) -> NationalEstimate {
        let totals = returns.map { CorrectedTotal([.init(said: $0.said, target: target)], of: $0, passed: passed) }
        let total = expansion.total(totals.map(\.value), variances: totals.map(\.variance))
        // Even on the scale of logarithms: totals cannot be below 0, and a few campaigns make them lean to large values.
        let factor = total.mid > 0 ? exp(quantile(total.degrees) * total.error / total.mid) : 1
        // Those that returned nothing have at least nothing.
        let counted = totals.reduce(0) { $0 + $1.value }
        let least = counted - quantile(.infinity) * totals.reduce(0) { $0 + $1.variance }.squareRoot()
        let mid = max(0, total.mid)
        return estimate(indicator, item, .messages, low: min(mid, max(least, mid / factor)), mid: mid, high: mid * factor)
    }

    // MARK: Shares

    /// The share of spam in all messages.
    public var spamShare: NationalEstimate {
        share(.spamShare, nil) { given in
            Ratio(part: [.init(said: given.said, target: spam)], whole: [.init(said: given.said, target: every)])
        }
    }

    /// The shares of classes in spam.
    public var classShares: [NationalEstimate] {
        classes.indices.filter { spam[$0] > 0 }.map { place in
            let target = classes.indices.map { $0 == place ? 1.0 : 0 }
            return share(.classShare, classes[place].rawValue) { given in
                Ratio(part: [.init(said: given.said, target: target)], whole: [.init(said: given.said, target: spam)])
            }
        }
    }

    /// The share of a source in spam.
    public func sourceShare(_ source: String) -> NationalEstimate {
        share(.sourceShare, source) { given in self.group(given.sources[source], of: given.said) }
    }

    /// The share of a route in spam whose route was seen or confirmed.
    public func routeShare(_ route: String) -> NationalEstimate {
        share(.routeShare, route) { given in self.group(given.routes[route], of: self.graded(given)) }
    }

    /// The share of spam whose route is only claimed.
    public var claimedShare: NationalEstimate { share(.claimedShare, nil) { given in self.group(given.claimed, of: given.said) } }

    /// The share of spam from machines that were taken over; nothing where an operator did not look for signs.
    public var zombieShare: NationalEstimate? {
        guard returns.allSatisfy({ $0.signs != nil }) else { return nil }
        return share(.zombieShare, nil) { given in
            let signs = given.signs ?? OperatorReturn.SignErrors(found: 1, ofTaken: 1, clear: 1, ofOthers: 1)
            var ratio = self.group(given.marked, of: given.said)
            ratio.part[0].target = self.spam.map { $0 * signs.specificity / signs.information }
            ratio.part.append(
                .init(said: ratio.rest, target: self.spam.map { $0 * (signs.specificity - 1) / signs.information }))
            ratio.signs = signs
            return ratio
        }
    }

    /// The largest shares of sources, the largest first.
    public func topSources(_ limit: Int = 20) -> [NationalEstimate] { top(limit, Set(returns.flatMap(\.sources.keys)), sourceShare) }

    /// The largest shares of routes, the largest first.
    public func topRoutes(_ limit: Int = 20) -> [NationalEstimate] { top(limit, Set(returns.flatMap(\.routes.keys)), routeShare) }

    /// Distinct sources, no fewer than this: by how many were met at one operator alone and at two (Chao). A source is met where its spam,
    /// corrected, is more than three times its error.
    public var distinctSources: NationalEstimate {
        var met: [Int] = []
        for source in Set(returns.flatMap(\.sources.keys)) {
            let count = returns.count { given in
                guard let said = given.sources[source] else { return false }
                let total = CorrectedTotal([.init(said: said, target: spam)], of: given)
                return total.value > 3 * total.variance.squareRoot() && total.value > 0
            }
            if count > 0 { met.append(count) }
        }
        let count = CaptureRecapture.chao(seen: met.count, once: met.count { $0 == 1 }, twice: met.count { $0 == 2 }, level: level)
        return lowerBound(.sources, .sources, count, method: .lowerBound)
    }

    /// Campaigns, from those that traps met, those that people reported, and those of both (Chapman).
    public func campaigns(trapped: Int, reported: Int, both: Int) -> NationalEstimate {
        let count = CaptureRecapture.chapman(first: trapped, second: reported, both: both, level: level)
        return lowerBound(.campaigns, .campaigns, count, method: .captureRecapture)
    }

    private func lowerBound(
        _ indicator: NationalEstimate.Indicator, _ unit: NationalEstimate.Unit, _ count: CaptureRecapture.Count,
        method: NationalEstimate.Method
    ) -> NationalEstimate {
        NationalEstimate(
            indicator, channel: channel, low: count.low, mid: count.mid, high: count.high, unit: unit, method: method,
            coverage: expansion.coverage, contributors: returns.count, level: level)
    }

    /// Everything: volumes, shares of spam, classes and takeovers, and the largest sources and routes.
    public func all(top limit: Int = 20) -> [NationalEstimate] {
        let volumes = [attempted, spamVolume] + classVolumes + [delivered].compactMap(\.self)
        let shares = [spamShare] + classShares + [claimedShare] + [zombieShare].compactMap(\.self)
        return volumes + shares + topSources(limit) + topRoutes(limit) + [distinctSources]
    }

    private func top(_ limit: Int, _ items: Set<String>, _ share: (String) -> NationalEstimate) -> [NationalEstimate] {
        let shares = items.map(share).filter { $0.mid > 0 }
        return Array(shares.sorted { $0.mid != $1.mid ? $0.mid > $1.mid : $0.item ?? "" < $1.item ?? "" }.prefix(limit))
    }

    // MARK: Ratios

    /// What a share is of, in one return.
    private struct Ratio {
        var part: [CorrectedTotal.Part]
        var whole: [CorrectedTotal.Part]
        /// Messages of the whole that are not of the part.
        var rest: [Double] = []
        var signs: OperatorReturn.SignErrors?

        /// What is left of the part when so much of the whole is taken away: its total is 0 over all returns at the true share.
        func residual(_ share: Double) -> [CorrectedTotal.Part] {
            guard !rest.isEmpty else {
                let target = zip(part[0].target, whole[0].target).map { $0 - share * $1 }
                return [.init(said: part[0].said, target: target)]
            }
            let spam = whole[0].target
            let first = CorrectedTotal.Part(said: part[0].said, target: zip(part[0].target, spam).map { $0 - share * $1 })
            let other = part.count > 1 ? part[1].target : spam.map { _ in 0 }
            return [first, .init(said: rest, target: zip(other, spam).map { $0 - share * $1 })]
        }
    }

    private func group(_ said: [Double]?, of whole: [Double]) -> Ratio {
        let part = said ?? classes.map { _ in 0 }
        return Ratio(
            part: [.init(said: part, target: spam)], whole: [.init(said: whole, target: spam)],
            rest: zip(whole, part).map { max(0, $0 - $1) })
    }

    private func graded(_ given: OperatorReturn) -> [Double] { zip(given.said, given.claimed).map { max(0, $0 - $1) } }

    private func share(_ indicator: NationalEstimate.Indicator, _ item: String?, of ratio: (OperatorReturn) -> Ratio) -> NationalEstimate {
        let ratios = returns.map(ratio)
        let parts = zip(ratios, returns).map { CorrectedTotal($0.part, of: $1).value }
        let wholes = zip(ratios, returns).map { CorrectedTotal($0.whole, of: $1).value }
        let whole = wholes.reduce(0, +)
        guard whole > 0 else { return estimate(indicator, item, .share, low: 0, mid: 0, high: 1) }
        let share = parts.reduce(0, +) / whole
        let residuals = zip(ratios, returns).enumerated().map { place, pair in
            var residual = CorrectedTotal(pair.0.residual(share), of: pair.1)
            if let signs = pair.0.signs { residual.add(variance: signs.variance(taken: parts[place], of: wholes[place])) }
            return residual
        }
        let total = expansion.total(residuals.map(\.value), variances: residuals.map(\.variance))
        let own = indicator == .sourceShare ? zip(parts, returns).reduce(0) { $0 + max(0, $1.0) * $1.1.detectionSpread } : nil
        let uneven = indicator == .classShare || indicator == .spamShare ? 0 : uneven(share, own: own)
        let error = (total.error * expansion.coverage * total.error * expansion.coverage + uneven).squareRoot() / whole
        let interval = ShareInterval.logit(share, error: error, quantile: quantile(total.degrees))
        return estimate(
            indicator, item, .share, low: interval.lowerBound, mid: min(max(share, 0), 1), high: interval.upperBound)
    }

    /// The variance of a part of all returned spam that comes of filters which find some sources better than others. What is hard for one
    /// filter is taken to be hard for all.
    ///
    /// - Parameter own: of one source, its spam times the spread; nothing for a part of many sources, which are taken to fall into it by chance.
    private func uneven(_ share: Double, own: Double?) -> Double {
        let share = min(max(share, 0), 1)
        guard let own else { return unevenness * unevenness * share * (1 - share) }
        return own * own * (1 - share) * (1 - share) + unevenness * unevenness * share * share
    }

    private func quantile(_ degrees: Double) -> Double { Distributions.studentT((1 + level) / 2, degrees: degrees) }

    private func estimate(
        _ indicator: NationalEstimate.Indicator, _ item: String?, _ unit: NationalEstimate.Unit, low: Double, mid: Double, high: Double
    ) -> NationalEstimate {
        NationalEstimate(
            indicator, channel: channel, item: item, low: low, mid: mid, high: high, unit: unit, method: method,
            coverage: expansion.coverage, contributors: returns.count, level: level)
    }
}

extension OperatorReturn.SignErrors {
    /// The variance that errors of signs, and the finite audit of them, bring into spam from machines taken over.
    func variance(taken: Double, of whole: Double) -> Double {
        let others = max(0, whole - taken)
        let taken = max(0, taken)
        func chance(_ rate: Double, _ audited: Double) -> Double {
            let cautious = (rate * audited + 0.5) / (audited + 1)
            return cautious * (1 - cautious)
        }
        let miss = chance(sensitivity, auditedTaken)
        let alarm = chance(specificity, auditedOthers)
        return (taken * taken * miss / auditedTaken + others * others * alarm / auditedOthers + taken * miss + others * alarm)
            / (information * information)
    }
}
