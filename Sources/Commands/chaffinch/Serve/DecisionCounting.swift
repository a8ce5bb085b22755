internal import Filter
internal import Messages
internal import Observatory

extension DecisionCounter {
    /// Counts what was decided on a message that came in at a moment, and what temporary orders came to for it.
    mutating func add(_ judged: JudgedMail, at moment: Timestamp, channel: Channel, direction: Direction, size: Int) {
        let decision = judged.decision
        add(
            DecisionObservation(
                at: moment, channel: channel, direction: direction, disposition: decision.disposition, isDone: decision.isCarriedOut,
                line: decision.because, version: decision.profile.map(DecisionCounter.version) ?? decision.policy,
                probability: judged.verdict.probability,
                isSpared: judged.recipients.contains { decision.isGentler(than: $0.decision) }, size: size))
        for hit in judged.verdict.orders {
            guard let with = DecisionCounter.outcome(of: hit, in: judged) else { continue }
            add(
                OrderObservation(
                    at: moment, order: hit.id, channel: channel, without: decision.without ?? decision.disposition, with: with,
                    isDone: hit.isActing && decision.isCarriedOut && decision.without != nil))
        }
    }

    /// The name of a profile as it is counted: who it is that has one of their own is nobody's business.
    private static func version(of profile: ProfileName) -> String {
        profile.level == .recipient ? profile.level.rawValue : profile.description
    }

    /// What an order made of a message, or would have; nothing where it made no difference that can be told.
    private static func outcome(of hit: OrderHit, in judged: JudgedMail) -> Disposition? {
        let decision = judged.decision
        switch hit.effect {
        case .disposition(let disposition): return hit.isActing ? decision.disposition : disposition
        case .threshold(let disposition, let from):
            if hit.isActing { return decision.without == nil ? nil : decision.disposition }
            // Watched: it would count where it is reached and nothing stronger is due.
            guard let from, judged.verdict.probability >= from, decision.disposition.isGentler(than: disposition) else { return nil }
            return disposition
        }
    }
}
