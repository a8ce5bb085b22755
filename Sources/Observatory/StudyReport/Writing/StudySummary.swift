internal import CostModel
internal import Localization
internal import Observatory

/// The sentences of the summary: each is made from figures, and left out where they are withheld or missing.
struct StudySummary {
    private let data: StudyData
    private let voice: StudyVoice
    private var period: StudyPeriod { data.period }

    init(_ data: StudyData, _ voice: StudyVoice) {
        self.data = data
        self.voice = voice
    }

    /// The sentences, the most important first.
    var sentences: [String] {
        let told =
            [volume, change, channels, kinds, countries, networks, route, claimed, zombies, spread, stopped, reports].compactMap { $0 }
            + costs + [coverage, withheld].compactMap { $0 }
        return told.isEmpty ? [voice.text("study.s.nothing")] : told
    }

    private func text(_ key: String, _ details: String...) -> String {
        // Details are whole phrases; isolating each keeps names of another direction in their place.
        switch details.count {
        case 0: voice.text(key)
        case 1: voice.text(key, details[0])
        case 2: voice.text(key, details[0], details[1])
        case 3: voice.text(key, details[0], details[1], details[2])
        default: voice.text(key, details[0], details[1], details[2], details[3])
        }
    }

    private func number(_ indicator: StudyIndicator) -> Double? { data.figure(of: indicator, in: period)?.value.mid }

    // MARK: Volume and change

    private var volume: String? {
        guard let messages = number(.messages), let share = data.share([:], in: period), let mid = share.mid else { return nil }
        let told = text(
            "study.s.volume", voice.period(period), voice.numbers.counted(messages, .messages),
            data.name(of: data.country, in: voice.language),
            voice.numbers.percent(mid))
        guard let range = share.range else { return told }
        return told + (voice.language == .chinese ? "" : " ") + text("study.s.interval", voice.numbers.percent(range))
    }

    private var change: String? {
        guard let change = ShareChange(from: data.share([:], in: period.previous), to: data.share([:], in: period)) else { return nil }
        let (before, points) = (voice.period(period.previous), voice.numbers.number(change.difference * 100, digits: 1))
        let size = voice.numbers.number(change.difference.magnitude * 100, digits: 1)
        guard let range = change.range else { return text("study.s.changed", before, points) }
        // A fall is told without its sign, and so is its interval, from the smaller to the larger.
        let ends = [range.lowerBound, range.upperBound].map { change.tendency == .fell ? -$0 : $0 }.sorted()
        let interval = text(
            "study.s.between", voice.numbers.number(ends[0] * 100, digits: 1), voice.numbers.number(ends[1] * 100, digits: 1))
        switch change.tendency {
        case .rose: return text("study.s.rose", before, size, interval)
        case .fell: return text("study.s.fell", before, size, interval)
        case .unclear, .unmeasured: return text("study.s.unclear", before, points, interval)
        }
    }

    private var channels: String? {
        let items = data.figures(of: .messages, by: [.channel], in: period)
            .sorted { ($1.value.mid ?? 0, $0.spelling) < ($0.value.mid ?? 0, $1.spelling) }
            .compactMap { figure -> String? in
                guard let channel = figure.keys[.channel], let share = data.share(figure.keys, in: period, method: figure.method)?.mid
                else { return nil }
                return text("study.s.item", voice.name(channel, of: .channel), voice.numbers.percent(share))
            }
        return items.isEmpty ? nil : text("study.s.channels", voice.list(items))
    }

    // MARK: Types, sources, routes

    /// The most frequent values of a key, with their shares; those that nobody knows are not among them.
    private func top(_ key: StudyKey, _ count: Int) -> (items: [String], dataset: String?)? {
        let figures = data.figures(of: .spam, by: [key], in: period)
        let base = data.spamBase(figures, in: period)
        guard base > 0 else { return nil }
        let known = figures.filter { ![Dimension.unknown, Dimension.other].contains($0.keys[key] ?? "") && ($0.value.mid ?? 0) > 0 }
            .sorted { ($1.value.mid ?? 0, $0.spelling) < ($0.value.mid ?? 0, $1.spelling) }.prefix(count)
        guard let first = known.first else { return nil }
        let items = known.map {
            text("study.s.item", voice.name($0.keys[key] ?? "", of: key), voice.numbers.percent(($0.value.mid ?? 0) / base))
        }
        let dataset = data.datasets.first { $0.id == first.dataset }.map { text("study.s.dated", $0.name, $0.date) }
        return (items, dataset)
    }

    private var kinds: String? { top(.category, 3).map { text("study.s.kinds", voice.list($0.items)) } }

    /// Countries and networks are named with the dataset that says so, and not without.
    private func sources(_ key: StudyKey, _ sentence: String) -> String? {
        guard let top = top(key, 3), let dataset = top.dataset else { return nil }
        return text(sentence, voice.list(top.items), dataset)
    }

    private var countries: String? { sources(.country, "study.s.countries") }
    private var networks: String? { sources(.network, "study.s.networks") }

    private var route: String? {
        let known = data.knownRoutes(in: period)
        let total = known.reduce(0) { $0 + ($1.value.mid ?? 0) }
        guard total > 0, let first = known.first, let amount = first.value.mid else { return nil }
        return text("study.s.route", voice.name(first.keys[.route] ?? "", of: .route), voice.numbers.percent(amount / total))
    }

    private var claimed: String? {
        let figures = data.figures(of: .spam, by: [.route, .trust], in: period).filter { $0.keys[.trust] == "claimed" }
        let sum = figures.reduce(0) { $0 + ($1.value.mid ?? 0) }
        return sum > 0 ? text("study.s.claimed", voice.numbers.counted(sum, .messages)) : nil
    }

    private var zombies: String? { number(.zombieShare).map { text("study.s.zombies", voice.numbers.percent($0)) } }

    private var spread: String? {
        guard let sources = number(.sources), let campaigns = number(.campaigns) else { return nil }
        // Russian says both after a colon, as bare numbers.
        if voice.language == .russian { return text("study.s.sources", voice.numbers.number(sources), voice.numbers.number(campaigns)) }
        return text("study.s.sources", voice.numbers.counted(sources, .sources), voice.numbers.counted(campaigns, .campaigns))
    }

    private var stopped: String? {
        let figures = data.figures(of: .spam, by: [.disposition], in: period)
        let base = data.spamBase(figures, in: period)
        func sum(_ dispositions: Set<String>) -> Double {
            figures.filter { dispositions.contains($0.keys[.disposition] ?? "") }.reduce(0) { $0 + ($1.value.mid ?? 0) }
        }
        guard base > 0, !figures.contains(where: { $0.value == .suppressed }) else { return nil }
        let (refused, marked) = (sum(["reject"]), sum(["tag", "quarantine", "discard"]))
        guard refused + marked > 0 else { return nil }
        return text("study.s.stopped", voice.numbers.percent(refused / base), voice.numbers.percent(marked / base))
    }

    private var reports: String? { number(.reports).map { text("study.s.reports", voice.numbers.counted($0, .reports)) } }

    // MARK: Costs

    private var costs: [String] {
        guard let costs = data.costs else { return [] }
        func told(_ figure: CostFigure, _ sentence: String) -> String? {
            guard let amount = costs.amount(of: figure) else { return nil }
            let range = text("study.s.between", voice.money(amount.p5), voice.money(amount.p95))
            return text(sentence, voice.money(amount.p50), costs.currency, range)
        }
        let perspectives = Perspective.allCases.filter(\.hasTotal).compactMap { told(.total($0), "study.s.cost.\($0.rawValue)") }
        let apart = perspectives.count > 1 ? [text("study.s.cost.apart")] : []
        return perspectives + apart + [told(.wholeGap, "study.s.gap")].compactMap { $0 }
    }

    // MARK: How it was counted

    private var coverage: String? {
        guard let figure = data.figure(of: .messages, in: period), let coverage = figure.coverage, let contributors = figure.contributors
        else {
            return nil
        }
        return text(
            "study.s.coverage", voice.numbers.percent(coverage, digits: 0), voice.numbers.counted(Double(contributors), .contributors))
    }

    private var withheld: String? {
        let count = data.figures.count { $0.period == period && $0.value == .suppressed }
        return count > 0 ? text("study.s.withheld", voice.numbers.counted(Double(count), .withheld)) : nil
    }
}
