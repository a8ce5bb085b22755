internal import Filter
internal import Localization
internal import Messages
internal import Observatory

/// What a run of judgements came to.
struct Tally {
    private(set) var messages = 0
    private(set) var spam = 0
    private(set) var observations = ObservationCounter()
    private var labelled = 0
    private var wronglySpam = 0
    private var wronglyHam = 0

    /// Counts a judged message.
    mutating func add(_ judged: JudgedMessage) {
        messages += 1
        let isSpam = judged.decision.disposition != .accept
        if isSpam { spam += 1 }
        observations.add(
            Observation(
                at: judged.arrival, channel: judged.channel, cell: judged.cell, direction: judged.direction,
                threatClass: judged.verdict.threatClass, disposition: judged.decision.disposition, size: judged.size,
                language: judged.verdict.language, trust: judged.trust, client: client(of: judged),
                layer: judged.verdict.layer(behind: judged.decision.disposition), source: judged.network))
        guard let truth = judged.isSpam else { return }
        labelled += 1
        if isSpam, !truth { wronglySpam += 1 }
        if !isSpam, truth { wronglyHam += 1 }
    }

    /// What the machine looked like that handed the message over, where a host of ours wrote down which it was.
    private func client(of judged: JudgedMessage) -> Observation.Client {
        guard judged.channel == .email, judged.direction == .terminating, judged.trust == .seen else { return .unknown }
        return judged.verdict.hasZombieSigns ? .zombie : .plain
    }

    /// The sum in words.
    func lines(catalogue: Catalogue, language: Language) -> [String] {
        var lines = [catalogue.text("command.tally", in: language, ["\(messages)", "\(spam)", "\(messages - spam)"])]
        if labelled > 0 {
            lines.append(catalogue.text("command.tally-labels", in: language, ["\(labelled)", "\(wronglySpam)", "\(wronglyHam)"]))
        }
        return lines
    }
}
