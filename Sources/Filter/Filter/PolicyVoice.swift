public import Messages
public import Settings

/// One that has a say in what is done with a message, and what came of it: precedence, for people to see.
public struct PolicyVoice: Sendable, Hashable {
    /// What came of a voice.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It decided.
        case decided
        /// Another went before it.
        case gaveWay = "gave-way"
        /// It stands, and the message is not as likely spam as it asks.
        case notReached = "not-reached"
        /// It is only watched.
        case watched
    }

    /// What a decision by it is called.
    public var name: String
    /// Where it is written; nothing where nobody wrote it.
    public var place: String?
    /// The profile whose line it is; nothing for rules, lists and settings.
    public var profile: ProfileName?
    /// What it wants done.
    public var disposition: Disposition
    /// Whether it is a threshold, and not a rule or a list.
    public var isThreshold: Bool
    /// From which probability on, where it is a threshold; nothing is never.
    public var from: Double?
    /// Whether narrower profiles may not make it milder.
    public var isBinding: Bool
    /// What came of it.
    public var outcome: Outcome
}

extension PolicyProfile {
    /// Everybody who has a say on a message for a recipient, in the order in which they are asked; the lines on one disposition the one that stands
    /// first.
    public func voices(on verdict: Verdict, channel: Channel, direction: Direction, for recipient: Party? = nil) -> [PolicyVoice] {
        let decision = decision(on: verdict, channel: channel, direction: direction, for: recipient)
        func outcome(_ name: String, _ place: String?, isActing: Bool) -> PolicyVoice.Outcome {
            !isActing ? .watched : name == decision.because && place == decision.place ? .decided : .gaveWay
        }
        func rules(_ standings: Set<RuleHit.Standing>) -> [PolicyVoice] {
            verdict.rules.filter { standings.contains($0.standing) }.compactMap { hit in
                guard case .disposition(let disposition) = hit.effect else { return nil }
                return PolicyVoice(
                    name: hit.name, place: hit.place, disposition: disposition, isThreshold: false, isBinding: hit.standing == .binding,
                    outcome: outcome(hit.name, hit.place, isActing: hit.isActing))
            }
        }
        let lists = verdict.recipients.hits.filter { recipient == nil || $0.recipient == recipient }.map { hit in
            PolicyVoice(
                name: hit.name, place: hit.place, disposition: hit.disposition, isThreshold: false, isBinding: false,
                outcome: outcome(hit.name, hit.place, isActing: hit.isActing))
        }
        let orders = verdict.orders.map { hit in
            var voice = PolicyVoice(
                name: hit.name, place: hit.place, disposition: .accept, isThreshold: false, isBinding: false,
                outcome: outcome(hit.name, hit.place, isActing: hit.isActing))
            switch hit.effect {
            case .disposition(let disposition): voice.disposition = disposition
            case .threshold(let disposition, let from):
                (voice.disposition, voice.isThreshold, voice.from) = (disposition, true, from)
                if hit.isActing, voice.outcome != .decided, from.map({ verdict.probability < $0 }) ?? true { voice.outcome = .notReached }
            }
            return voice
        }
        let question = Question(verdict.probability, channel, direction, profiles.chain(for: recipient))
        let lines = PolicyThreshold.ladder.reversed().flatMap { voices(for: $0, question, decision) }
        // Lines that bind are asked before recipients are; what they say of a disposition stands in one place all the same.
        return rules([.protected]) + orders + rules([.binding]) + lists + rules([.usual]) + lines
    }

    /// The lines that hold for a recipient before any message is there, the hardest disposition first; those that stand are `notReached`, and those
    /// that others go before `gaveWay`.
    public func lines(channel: Channel, direction: Direction, for recipient: Party? = nil) -> [PolicyVoice] {
        // No message is as unlikely spam as that.
        let question = Question(-1, channel, direction, profiles.chain(for: recipient))
        let nothing = Decision(disposition: .accept, isCarriedOut: false, because: nil, policy: version)
        return PolicyThreshold.ladder.reversed().flatMap { voices(for: $0, question, nothing) }
    }

    /// Whether what is due for a recipient is carried out.
    public func mode(for recipient: Party?) -> PolicyMode {
        mode == .act ? profiles.mode(of: profiles.chain(for: recipient)) : .observeOnly
    }

    private func voices(for disposition: Disposition, _ question: Question, _ decision: Decision) -> [PolicyVoice] {
        let standing = standing(for: disposition, question)
        var lines = profiles.lines(for: disposition, on: question.channel, question.direction, question.chain, over: settings)
        // What nobody wrote, and nobody wants, is not worth a line.
        lines.removeAll { $0.threshold.origin == .builtIn && $0.threshold.probability == nil }
        if let standing, let place = lines.firstIndex(where: { $0.name == standing.name && $0.threshold == standing.threshold }) {
            lines.remove(at: place)
            lines.insert(standing, at: 0)
        } else if let standing, standing.profile != nil {
            lines.insert(standing, at: 0)
        }
        return lines.map { line in
            let isReached = line.threshold.probability.map { question.probability >= $0 } ?? false
            let place = PolicyProfile.place(of: line.threshold.origin)
            let outcome: PolicyVoice.Outcome =
                if line.name == decision.because, place == decision.place {
                    .decided
                } else if let standing, line.threshold == standing.threshold, !isReached {
                    .notReached
                } else {
                    .gaveWay
                }
            return PolicyVoice(
                name: line.name, place: place, profile: line.profile?.name, disposition: disposition, isThreshold: true,
                from: line.threshold.probability, isBinding: line.isBinding, outcome: outcome)
        }
    }
}
