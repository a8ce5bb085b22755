public import Messages
public import Settings

/// An operator's or a country's own definition of what is done with a verdict: per channel and direction, versioned, and by profiles of
/// jurisdictions, operators, domains and recipients over that.
///
/// The program holds no definition of its own beyond a careful default, and every new profile begins in observe-only mode: the
/// disposition is computed and recorded, and not carried out (X.1231: the administering body defines what counts as spam).
public struct PolicyProfile: Sendable {
    let settings: Settings
    /// What jurisdictions, operators, domains and recipients want beside the settings.
    public let profiles: ProfileBook
    /// The profiles that are for everybody.
    private let everybody: ProfileBook.Chain
    /// What stands for those for whom no narrower profile does, looked up once: it is asked for nearly every message.
    private let usual: [Place: PolicyLadder]

    /// The profile that the settings describe, and those over them.
    public init(_ settings: Settings, profiles: ProfileBook = .empty) {
        self.settings = settings
        self.profiles = profiles
        let everybody = profiles.chain(for: nil)
        var usual: [Place: PolicyLadder] = [:]
        for channel in Set(Channel.known + settings[.policyChannels]) {
            for direction in Direction.allCases {
                usual[Place(channel: channel, direction: direction)] = PolicyLadder { disposition in
                    profiles.standing(for: disposition, on: channel, direction, everybody, over: settings).map { .line($0) }
                }
            }
        }
        self.usual = usual
        self.everybody = everybody
    }

    private struct Place: Hashable {
        var channel: Channel
        var direction: Direction
    }

    /// The profile's version, recorded with each decision.
    public var version: String { settings[.policyVersion] }

    /// Whether dispositions are carried out.
    public var mode: PolicyMode { settings[.policyMode] }

    /// What is to be done with a message of this channel and direction whose verdict has this probability, where no recipient is named.
    ///
    /// Of all dispositions whose threshold is reached the strongest is due. The narrowest threshold stands for each of them.
    public func decision(probability: Double, channel: Channel, direction: Direction) -> Decision {
        let question = Question(probability, channel, direction, profiles.chain(for: nil))
        let ladder = ladder(question)
        return finished(thresholds(ladder, question), question, ladder)
    }

    /// What is to be done with a message of this channel and direction of which this is thought.
    ///
    /// In this order: the operator's rules whose standing is protected; temporary orders; rules that are binding; what recipients say by their own
    /// lists; the operator's other rules; the thresholds. Of several rules of one standing the one that is written first decides. Binding lines of
    /// profiles hold against all but the first, and against orders those of jurisdictions do.
    /// - Parameters:
    ///   - recipient: the one for whom it is asked; where nobody is named, one answer has to do for all whose lists say something, and it is
    ///     the gentlest of theirs.
    public func decision(on verdict: Verdict, channel: Channel, direction: Direction, for recipient: Party? = nil) -> Decision {
        if let recipient {
            let said = verdict.recipients.hits.first { $0.isActing && $0.recipient == recipient }
            return decision(on: verdict, channel, direction, profiles.chain(for: recipient), said)
        }
        let hits = verdict.recipients.hits
        var gentlest: Decision?
        if hits.isEmpty || verdict.recipients.hasOthers {
            gentlest = decision(on: verdict, channel, direction, profiles.chain(for: nil), nil)
        }
        for hit in hits {
            let own = decision(on: verdict, channel, direction, profiles.chain(for: hit.recipient), hit.isActing ? hit : nil)
            if gentlest.map({ own.isGentler(than: $0) }) ?? true { gentlest = own }
        }
        return gentlest ?? decision(on: verdict, channel, direction, profiles.chain(for: nil), nil)
    }

    /// What is to be done with a message for each of its recipients, and what where one answer has to do for all: the gentlest.
    ///
    /// - Parameters:
    ///   - recipients: those of the envelope.
    /// - Returns: the answer for all, and beside it each of several answers with the places of those whom it is for; none where all have one.
    public func decisions(
        on verdict: Verdict, channel: Channel, direction: Direction, for recipients: [Party]
    ) -> (shared: Decision, each: [RecipientDecision]) {
        guard recipients.count > 1, !profiles.profiles.isEmpty || !verdict.recipients.hits.isEmpty else {
            return (decision(on: verdict, channel: channel, direction: direction, for: recipients.first), [])
        }
        struct Wish: Hashable {
            var chain: ProfileBook.Chain
            var place: String?
            var list: RecipientHit.List?
        }
        let said = Dictionary(verdict.recipients.hits.filter(\.isActing).map { ($0.recipient, $0) }) { first, _ in first }
        var groups: [RecipientDecision] = []
        var byWish: [Wish: Int] = [:]
        var byDecision: [Decision: Int] = [:]
        for (place, recipient) in recipients.enumerated() {
            let hit = said.isEmpty ? nil : said[recipient]
            let wish = Wish(chain: profiles.chain(for: recipient), place: hit?.place, list: hit?.list)
            if let group = byWish[wish] {
                groups[group].recipients.append(place)
                continue
            }
            let own = decision(on: verdict, channel, direction, wish.chain, hit)
            let group = byDecision[own] ?? groups.count
            if group == groups.count { groups.append(RecipientDecision(for: [], own)) }
            groups[group].recipients.append(place)
            byDecision[own] = group
            byWish[wish] = group
        }
        var shared = groups[0].decision
        for group in groups.dropFirst() where group.decision.isGentler(than: shared) { shared = group.decision }
        return (shared, groups.count > 1 ? groups : [])
    }

    // MARK: One recipient

    /// What the thresholds are asked.
    struct Question {
        var probability: Double
        var channel: Channel
        var direction: Direction
        var chain: ProfileBook.Chain
        /// The temporary orders that act.
        var orders: [OrderHit] = []

        init(_ probability: Double, _ channel: Channel, _ direction: Direction, _ chain: ProfileBook.Chain) {
            self.probability = probability
            self.channel = channel
            self.direction = direction
            self.chain = chain
        }

        /// The order that moves a disposition's threshold, the one given last of several; nothing where none does.
        func order(moving disposition: Disposition) -> (hit: OrderHit, from: Double?)? {
            for hit in orders.reversed() {
                if case .threshold(disposition, let from) = hit.effect { return (hit, from) }
            }
            return nil
        }

        /// The order that says what is done, the one given first of several.
        var action: (hit: OrderHit, disposition: Disposition)? {
            for hit in orders {
                if case .disposition(let disposition) = hit.effect { return (hit, disposition) }
            }
            return nil
        }
    }

    private func decision(
        on verdict: Verdict, _ channel: Channel, _ direction: Direction, _ chain: ProfileBook.Chain, _ said: RecipientHit?
    ) -> Decision {
        var question = Question(verdict.probability, channel, direction, chain)
        question.orders = verdict.orders.filter(\.isActing)
        let rule = deciding(in: verdict)
        let ladder = ladder(question)
        if let rule, rule.hit.standing == .protected { return finished(decision(rule), question, ladder) }
        let decision = decided(rule, said, question, ladder)
        if question.orders.isEmpty { return finished(decision, question, ladder) }
        var plain = question
        plain.orders = []
        let without = decided(rule, said, plain, self.ladder(plain))
        var ordered = decision
        if without.disposition != decision.disposition || question.orders.contains(where: { $0.name == decision.because }) {
            ordered.without = without.disposition
        }
        return finished(ordered, question, ladder)
    }

    private func decided(_ rule: Deciding?, _ said: RecipientHit?, _ question: Question, _ ladder: PolicyLadder) -> Decision {
        if let order = question.action {
            return bound(decision(order.disposition, because: order.hit.name, at: order.hit.place), question, isOrdered: true)
        }
        let free: Decision =
            if let rule, rule.hit.standing == .binding {
                decision(rule)
            } else if let said {
                decision(said.disposition, because: said.name, at: said.place)
            } else if let rule {
                decision(rule)
            } else {
                thresholds(ladder, question)
            }
        return bound(free, question, isOrdered: false)
    }

    private typealias Deciding = (hit: RuleHit, disposition: Disposition)

    /// The rule of the operator's that decides, where one does.
    private func deciding(in verdict: Verdict) -> Deciding? {
        var deciding: Deciding?
        for hit in verdict.rules where hit.isActing {
            guard case .disposition(let disposition) = hit.effect else { continue }
            if deciding.map({ hit.standing < $0.hit.standing }) ?? true { deciding = (hit, disposition) }
        }
        return deciding
    }

    private func decision(_ deciding: Deciding) -> Decision {
        decision(deciding.disposition, because: deciding.hit.name, at: deciding.hit.place)
    }

    private func decision(_ disposition: Disposition, because: String?, at place: String?) -> Decision {
        var decision = Decision(disposition: disposition, isCarriedOut: mode == .act, because: because, policy: version)
        decision.place = place
        return decision
    }

    private func decision(_ disposition: Disposition, by line: ProfileBook.Line) -> Decision {
        var decision = decision(disposition, because: line.name, at: PolicyProfile.place(of: line.threshold.origin))
        decision.profile = line.profile?.name
        return decision
    }

    /// Where a line is written; nothing where nobody wrote it.
    static func place(of origin: SettingOrigin) -> String? { origin == .builtIn ? nil : "\(origin)" }

    /// What the thresholds say: of those that stand and are reached the one of the strongest disposition.
    private func thresholds(_ ladder: PolicyLadder, _ question: Question) -> Decision {
        guard let (disposition, rung) = ladder.reached(at: question.probability) else {
            return decision(.accept, because: nil, at: nil)
        }
        switch rung {
        case .line(let line): return decision(disposition, by: line)
        case .order(let hit, _): return decision(disposition, because: hit.name, at: hit.place)
        }
    }

    /// What stands for each disposition.
    private func ladder(_ question: Question) -> PolicyLadder {
        if question.chain == everybody, question.orders.isEmpty,
            let usual = usual[Place(channel: question.channel, direction: question.direction)]
        {
            return usual
        }
        return PolicyLadder { disposition in
            if let (hit, from) = question.order(moving: disposition) { return .order(hit, from: from) }
            return standing(for: disposition, question).map { .line($0) }
        }
    }

    func standing(for disposition: Disposition, _ question: Question) -> ProfileBook.Line? {
        profiles.standing(for: disposition, on: question.channel, question.direction, question.chain, over: settings)
    }

    /// A decision within what binding lines of profiles leave open: no milder than a line that is reached, and nothing that one rules out.
    ///
    /// An order is the operator's word of today: it goes before the operator's own binding lines, and not before a jurisdiction's.
    private func bound(_ free: Decision, _ question: Question, isOrdered: Bool) -> Decision {
        let lines = profiles.binding(on: question.channel, question.direction, question.chain).filter { line in
            let isMoved = isOrdered || question.order(moving: line.threshold.disposition) != nil
            return !isMoved || line.profile?.name.level == .jurisdiction
        }
        if lines.isEmpty { return free }
        var ruled: [Disposition: ProfileBook.Line] = [:]
        // Of two lines on one disposition the wider profile's holds, and comes first.
        for line in lines where ruled[line.threshold.disposition] == nil { ruled[line.threshold.disposition] = line }
        var decision = free
        for disposition in PolicyThreshold.ladder {
            guard let line = ruled[disposition], let least = line.threshold.probability, question.probability >= least else { continue }
            if decision.disposition.isGentler(than: disposition) { decision = self.decision(disposition, by: line) }
        }
        for disposition in PolicyThreshold.ladder.reversed() where decision.disposition == disposition {
            guard let line = ruled[disposition], line.threshold.probability == nil else { continue }
            let place = PolicyThreshold.ladder.firstIndex(of: disposition) ?? 0
            decision = self.decision(place > 0 ? PolicyThreshold.ladder[place - 1] : .accept, by: line)
        }
        return decision
    }

    /// A decision with what does not depend on who made it.
    private func finished(_ decision: Decision, _ question: Question, _ ladder: PolicyLadder) -> Decision {
        var decision = decision
        decision.spamFrom = ladder.least
        guard !question.chain.isEmpty else { return decision }
        decision.profiles = profiles.names(of: question.chain)
        if profiles.mode(of: question.chain) != .act { decision.isCarriedOut = false }
        return decision
    }

    /// Whether a verdict of this probability makes a message spam on this channel: anything but acceptance is due.
    public func isSpam(probability: Double, channel: Channel, direction: Direction) -> Bool {
        decision(probability: probability, channel: channel, direction: direction).disposition != .accept
    }
}
