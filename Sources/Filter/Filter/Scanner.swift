public import Authentication
public import Features
public import Learning
public import Messages
internal import Patterns
public import Reading
public import Reputation
internal import Rules
internal import Telemetry

/// Turns messages into verdicts, one at a time, reusing its storage.
///
/// Make one for each task; they share the setup. The same message, setup and clock give the same verdict, bit for bit.
public final class Scanner {
    private let setup: FilterSetup
    private var rules: RuleBook
    private var signs: SignBook
    private var listSigns: ListSignBook
    private var judge: Judge
    private var threats: ThreatDecision
    /// Which of what was learnt the five above are made of.
    private var generation: Int
    private let reader: Reader
    private let extractor = FeatureExtractor()
    private var features = FeatureVector()
    private var weights: [Float] = []
    private var matches: [PatternMatch] = []
    private var scratch = PatternScratch()
    /// Asks the operator's rules; nothing where there are none.
    private let operatorRules: RuleStage?
    /// Remembers senders; nothing where nobody is remembered.
    private let senders: SenderStage?
    /// Asks temporary orders; nothing where nobody can give any.
    private let orders: OrderStage?

    /// A scanner of this setup.
    public init(_ setup: FilterSetup) {
        self.setup = setup
        self.reader = Reader(suffixes: setup.suffixes, names: setup.names, limits: setup.limits)
        let learnt = setup.learning.now
        self.threats = ThreatDecision(setup.rules, setup.signs, learnt.threats)
        self.judge = setup.judge(by: learnt)
        self.rules = setup.rules.weighted(by: judge.weights.findings)
        self.signs = setup.signs.weighted(by: judge.weights.findings)
        self.listSigns = setup.listSigns.weighted(by: judge.weights.findings)
        self.generation = learnt.generation
        self.operatorRules = setup.operatorRules.map { RuleStage($0) }
        self.senders = setup.senders.map { SenderStage($0, setup.suffixes) }
        self.orders = setup.orders.map { OrderStage($0) }
    }

    /// What was read from the message judged last.
    public var reading: Reading { reader.reading }

    /// What was found of where the message judged last came from; nothing where nobody was asked, or no answer came in time.
    public private(set) var authentication: AuthenticationOutcome?

    /// Judges a message.
    public func verdict(on message: consuming Message) async -> Verdict {
        let start = setup.time.monotonic()
        var coverage = Coverage()
        authentication = nil
        let inquiry = await read(message, since: start, into: &coverage)
        // One copy of what was read, which shares its storage, serves all who ask; it must be gone before the reader reads on.
        let reading = reader.reading
        // The whole message is judged by what has been learnt as of now, and nothing of that is kept for the next.
        let learnt = takeUp()
        for gap in reading.gaps where !coverage.gaps.contains(gap) { coverage.gaps.append(gap) }
        // What was read is always judged: its cost is bounded by limits, and a message that was slow to read must not pass for that.
        let phrases = findPhrases(in: reading.flat, into: &coverage)
        let examination = Examination(reading, phrases: phrases, now: setup.time.now())
        var evidence = rules.evidence(in: examination)
        coverage.answered += rules.checks.count
        evidence += contentEvidence(in: examination, by: learnt, coverage: &coverage)
        coverage.answered += 1
        if examination.reading.isMail, let facts = await facts(from: inquiry, in: examination, coverage: &coverage) {
            evidence += signs.evidence(in: facts)
            coverage.answered += signs.signs.count
            operatorRules?.note(facts)
            senders?.note(facts)
            orders?.note(facts)
        }
        if let listings = await listings(from: inquiry, coverage: &coverage) {
            evidence += listSigns.evidence(in: listings)
            coverage.answered += 1
        }
        if let senders {
            let isNameUnknown = await inquiry.helo?.isUnknown()
            evidence += senders.evidence(
                on: examination.reading, beside: evidence, isNameUnknown: isNameUnknown, at: examination.now, setup.time.monotonic())
            operatorRules?.note(exceeded: senders.exceeded)
            orders?.note(exceeded: senders.exceeded)
        }
        operatorRules?.begin(examination, evidence: &evidence, coverage: &coverage)
        var verdict = verdict(on: evidence, in: examination, by: learnt.model.version, coverage: coverage, since: start)
        operatorRules?.finish(&verdict)
        senders?.finish(&verdict, at: examination.now)
        orders?.finish(&verdict, on: examination)
        return verdict
    }

    /// What there is to learn from a message, seen as `verdict(on:)` sees it.
    public func learnable(_ message: consuming Message) async -> LearnableMessage {
        var coverage = Coverage()
        let inquiry = await read(message, since: setup.time.monotonic(), into: &coverage)
        let examination = Examination(
            reader.reading, phrases: findPhrases(in: reader.reading.flat, into: &coverage), now: setup.time.now())
        extractor.extract(from: examination.reading, into: &features, isLocal: true)
        var strengths = rules.strengths(in: examination)
        if let facts = await facts(from: inquiry, in: examination, coverage: &coverage) {
            strengths += signs.strengths(in: facts)
            senders?.note(facts)
        }
        // What is remembered is no finding to learn from: what is taught counts there already.
        senders?.takeUp(examination.reading)
        if let listings = await listings(from: inquiry, coverage: &coverage) { strengths += listSigns.strengths(in: listings) }
        return LearnableMessage(
            features: features.set, findings: strengths.map { WeighedFinding(id: $0.id, strength: $0.strength) },
            wording: Wording(words: examination.reading.wordCount, languageTag: examination.reading.languageTag),
            channel: examination.message.channel)
    }

    /// The keys under which the sender of the message looked at last by `learnable` is remembered.
    public func takeSenderKeys() -> SenderKeys? { senders?.takeKeys() }

    /// The words of the message judged last that spoke most for its class; none when only findings did.
    public func words(for threat: ThreatClass) -> [String] {
        threats.words(for: threat, features: features, reading: reader.reading)
    }

    /// What the class of a message is decided from, were it spam.
    public func threatSample(of message: consuming Message) async -> ThreatSample {
        var coverage = Coverage()
        let inquiry = await read(message, since: setup.time.monotonic(), into: &coverage)
        let examination = Examination(
            reader.reading, phrases: findPhrases(in: reader.reading.flat, into: &coverage), now: setup.time.now())
        extractor.extract(from: examination.reading, into: &features)
        var evidence = rules.evidence(in: examination)
        if let facts = await facts(from: inquiry, in: examination, coverage: &coverage) { evidence += signs.evidence(in: facts) }
        return ThreatSample(
            features: features.set, words: features.textCount, findings: threats.findings(evidence, examination.phrases))
    }

    /// The features of a message, to learn from: all groups.
    public func features(of message: consuming Message) -> FeatureSet {
        reader.read(message)
        reader.finish()
        extractor.extract(from: reader.reading, into: &features, isLocal: true)
        return features.set
    }

    /// How many words are read from a message: what `chaffinch measure --stage reading` times.
    public func words(of message: consuming Message) -> Int {
        reader.read(message)
        reader.finish()
        return reader.reading.wordCount
    }

    /// The log-odds that content alone gives a message: what `chaffinch measure --stage content` times.
    public func contentLogOdds(of message: consuming Message) -> Float {
        reader.read(message)
        reader.finish()
        let learnt = takeUp()
        extract(from: reader.reading, for: learnt)
        return learnt.model.logOdds(of: features.set)
    }

    /// What has been learnt as of now, with everything made ready to judge by it.
    private func takeUp() -> Learnt {
        let learnt = setup.learning.now
        guard learnt.generation != generation else { return learnt }
        judge = setup.judge(by: learnt)
        rules = setup.rules.weighted(by: judge.weights.findings)
        signs = setup.signs.weighted(by: judge.weights.findings)
        listSigns = setup.listSigns.weighted(by: judge.weights.findings)
        threats = ThreatDecision(setup.rules, setup.signs, learnt.threats)
        generation = learnt.generation
        return learnt
    }

    /// Reads a message; gives the questions about where it came from, which were asked before anything else was done.
    private func read(_ message: consuming Message, since start: Duration, into coverage: inout Coverage) async -> Inquiry {
        let limit = message.channel == .email ? setup.deadlines.mail : setup.deadlines.text
        var inquiry = Inquiry(deadline: Deadline(after: limit, from: start, by: setup.time))
        if let part = setup.authentication {
            inquiry.authentication = AuthenticationInquiry.start(on: message, by: part, before: inquiry.deadline, setup.time)
        }
        inquiry.lists = ListEvidence.inquiry(on: message, by: setup.lists, before: inquiry.deadline, setup.time)
        if senders?.isWatching == true {
            inquiry.helo = HELOInquiry.start(on: message, by: setup.authentication, before: inquiry.deadline, setup.time)
        }
        reader.read(message)
        if reader.hasAttachmentsToInspect { await inspectAttachments(before: inquiry.deadline, into: &coverage) }
        reader.finish()
        if var lists = inquiry.lists {
            ListEvidence.ask(&lists, about: reader.reading, setup.suffixes)
            inquiry.lists = lists
        }
        return inquiry
    }

    /// The questions to the outside that one message causes, and by when they are to be answered.
    private struct Inquiry {
        var deadline: Deadline
        var authentication: AuthenticationInquiry?
        var lists: ListInquiry?
        var helo: HELOInquiry?
    }

    /// What lists say of the message that was read; nothing where none was asked.
    private func listings(from inquiry: Inquiry, coverage: inout Coverage) async -> ListFindings? {
        guard let findings = await inquiry.lists?.findings() else { return nil }
        ListEvidence.note(findings, in: &coverage)
        return findings
    }

    /// What is known of where the mail that was read came from.
    private func facts(
        from inquiry: Inquiry, in examination: borrowing Examination, coverage: inout Coverage
    ) async -> AuthenticationFacts? {
        var outcome: AuthenticationOutcome?
        if let questions = inquiry.authentication {
            outcome = await questions.outcome(before: inquiry.deadline, by: setup.inspectionThreads.alarms)
        }
        authentication = outcome
        return AuthenticationEvidence.facts(
            on: examination.reading, outcome, wasAsked: inquiry.authentication != nil, by: setup.authentication, coverage: &coverage)
    }

    private func inspectAttachments(before deadline: Deadline, into coverage: inout Coverage) async {
        let inspection = AttachmentInspection(
            codeReader: setup.codeReader, archiveLister: setup.archiveLister, threads: setup.inspectionThreads)
        let findings = await inspection.findings(on: reader.attachmentsToInspect(), before: deadline)
        coverage.gaps += findings.gaps
        coverage.answered += findings.answers.count
        for answer in findings.answers { reader.add(answer) }
    }

    private func findPhrases(in text: [UInt8], into coverage: inout Coverage) -> PhraseHits {
        var phrases = PhraseHits()
        guard let matcher = setup.matcher else {
            coverage.gaps.append(Coverage.Gap("phrases", .notConfigured))
            return phrases
        }
        do {
            let isWhole = try matcher.scan(text.span, scratch: &scratch, matches: &matches)
            if !isWhole { coverage.gaps.append(Coverage.Gap("phrases", .limit)) }
            setup.phrases.count(matches, into: &phrases)
        } catch {
            coverage.gaps.append(Coverage.Gap("phrases", .unreadable))
        }
        return phrases
    }

    /// The features that the model looks at: the portable ones alone where nothing was taught here, by anybody for all or by the recipient.
    private func extract(from reading: borrowing Reading, for learnt: Learnt) {
        let recipient = learnt.model.personal?.mark(of: reading.message.envelope) ?? 0
        extractor.extract(from: reading, into: &features, isLocal: learnt.model.local != nil || recipient != 0)
        features.recipient = recipient
    }

    /// Below this trust in a language, a verdict says that its wording was hardly judged.
    private static let muchTrust = 0.5

    private func contentEvidence(
        in examination: borrowing Examination, by learnt: Learnt, coverage: inout Coverage
    ) -> [Evidence] {
        extract(from: examination.reading, for: learnt)
        guard !features.isEmpty else { return [] }
        let reading = examination.reading
        // A recipient who taught is believed to have done so in the language that is written to that recipient.
        let trust =
            features.recipient != 0
            ? 1 : judge.weights.trust(inLanguage: reading.languageTag, contentKey: ContentKey.of(reading))
        if trust < Scanner.muchTrust { coverage.gaps.append(Coverage.Gap("wording", .untaught)) }
        let factor = trust * judge.weights[examination.message.channel].factor
        return ContentEvidence.evidence(of: features, in: examination.reading, by: learnt.model, factor: factor, weights: &weights)
    }

    private func verdict(
        on evidence: [Evidence], in examination: borrowing Examination, by version: String, coverage: Coverage, since start: Duration
    ) -> Verdict {
        let shares = judge.shares(of: evidence)
        let logOdds = judge.logOdds(of: shares, on: examination.message.channel)
        let probability = Judge.probability(ofLogOdds: logOdds)
        let threat = threats.threat(probability: probability, evidence: shares, phrases: examination.phrases, features: features)
        return Verdict(
            probability: probability, logOdds: logOdds, threatClass: threat, evidence: shares, coverage: coverage,
            language: examination.reading.languageTag,
            defects: examination.reading.message.defects + examination.reading.defects,
            model: version, elapsed: setup.time.monotonic() - start)
    }
}

/// What there is to learn from one message.
public struct LearnableMessage: Sendable {
    /// What the content expert learns from.
    public var features: FeatureSet
    /// What the checks found.
    public var findings: [WeighedFinding]
    /// How far the content expert is believed on it.
    public var wording: Wording
    /// How it travelled.
    public var channel: Channel
}
