internal import CostModel
internal import Estimation
internal import Localization
internal import Messages
internal import Simulation

/// A simulation for people: what a centre would estimate, beside what there was.
struct SimulationPage {
    let profile: SimulationProfile
    let seed: UInt64
    let results: [SimulationResult]
    let language: Language
    let terminal: Terminal
    private let catalogue = Catalogue(Terms.all, SimulateSentences.all)

    init(profile: SimulationProfile, seed: UInt64, results: [SimulationResult], language: Language, terminal: Terminal) {
        self.profile = profile
        self.seed = seed
        self.results = results
        self.language = language
        self.terminal = terminal
    }

    /// How many sources and routes of a channel are shown; programs get all.
    private static let items = 3

    /// The lines of the page.
    var lines: [String] {
        let title = terminal.styled(Terminal.safe(profile.title), .bold)
        let head = text("simulate.head", profile.country, "\(seed)")
        return [title, head, terminal.styled(text("simulate.invented"), .yellow)] + results.flatMap(section)
    }

    private func section(_ result: SimulationResult) -> [String] {
        let heads = [
            text("term.channel"), text("simulate.figure"), text("simulate.low"), text("simulate.mid"), text("simulate.high"),
            text("simulate.truth"),
        ]
        var lines = ["", terminal.styled(result.period.name, .bold), terminal.styled(row(heads), .bold)]
        var inside = 0
        var counted = 0
        var shown: [String: Int] = [:]
        for estimate in result.estimates {
            guard let truth = result.truth.value(of: estimate) else { continue }
            counted += 1
            if estimate.contains(truth) { inside += 1 }
            let group = "\(estimate.channel) \(estimate.indicator)"
            shown[group, default: 0] += 1
            let isOne = [NationalEstimate.Indicator.sourceShare, .routeShare].contains(estimate.indicator)
            guard !isOne || shown[group, default: 0] <= SimulationPage.items else { continue }
            lines.append(row(cells(estimate, truth)))
        }
        for (channel, error) in result.missing.sorted(by: { $0.key < $1.key }) { lines.append("\(channel): \(error)") }
        return lines + [text("simulate.inside", "\(inside)", "\(counted)")]
    }

    private func cells(_ estimate: NationalEstimate, _ truth: Double) -> [String] {
        let name = estimate.indicator.rawValue + (estimate.item.map { " \($0)" } ?? "")
        return [estimate.channel.rawValue, Terminal.safe(name)]
            + [estimate.low, estimate.mid, estimate.high, truth].map(AmountText.rounded)
    }

    private func row(_ cells: [String]) -> String {
        let widths = [8, 34, 17, 17, 17, 17]
        return zip(cells, widths).map { Terminal.fitted($0, to: $1) }.joined()
    }

    private func text(_ key: String, _ arguments: String...) -> String { catalogue.text(key, in: language, arguments) }
}
