public import Features
internal import Learning
public import Messages
internal import Patterns
public import Reading
internal import Rules
internal import Telemetry

/// Turns messages into verdicts, one at a time, reusing its storage.
///
/// Make one for each task; they share the setup. The same message, setup and clock give the same verdict, bit for bit.
public final class Scanner {
    private let setup: FilterSetup
    private let reader: Reader
    private let extractor = FeatureExtractor()
    private var features = FeatureVector()
    private var phrases = PhraseHits()
    private var matches: [PatternMatch] = []
    private var scratch = PatternScratch()
    private let threats: [String: ThreatClass]

    /// A scanner of this setup.
    public init(_ setup: FilterSetup) {
        self.setup = setup
        self.reader = Reader(suffixes: setup.suffixes, names: setup.names, limits: setup.limits)
        self.threats = setup.rules.threats
    }

    /// What was read from the message judged last.
    public var reading: Reading { reader.reading }

    /// Judges a message.
    public func verdict(on message: consuming Message) async -> Verdict {
        let start = setup.time.monotonic()
        let limit = message.channel == .email ? setup.deadlines.mail : setup.deadlines.text
        let deadline = Deadline(after: limit, by: setup.time)
        var coverage = Coverage()

        reader.read(message)
        if reader.hasAttachmentsToInspect { await inspectAttachments(before: deadline, into: &coverage) }
        reader.finish()
        for gap in reader.reading.gaps where !coverage.gaps.contains(gap) { coverage.gaps.append(gap) }
        // What was read is always judged: its cost is bounded by limits, and a message that was slow to read must not pass for that.
        findPhrases(into: &coverage)
        var evidence = ruleEvidence()
        coverage.answered += setup.rules.checks.count
        if let content = contentEvidence() { evidence.append(content) }
        coverage.answered += 1
        return verdict(on: evidence, coverage: coverage, since: start)
    }

    /// The features of a message, to learn from. The vector is valid until the scanner is used again.
    public func features(of message: consuming Message) -> FeatureVector {
        reader.read(message)
        reader.finish()
        extractor.extract(from: reader.reading, into: &features)
        return features
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
        extractor.extract(from: reader.reading, into: &features)
        return setup.model.logOdds(of: features)
    }

    private func inspectAttachments(before deadline: Deadline, into coverage: inout Coverage) async {
        let inspection = AttachmentInspection(codeReader: setup.codeReader, archiveLister: setup.archiveLister)
        let findings = await inspection.findings(on: reader.attachmentsToInspect(), before: deadline)
        coverage.gaps += findings.gaps
        coverage.answered += findings.answers.count
        for answer in findings.answers { reader.add(answer) }
    }

    private func findPhrases(into coverage: inout Coverage) {
        phrases = PhraseHits()
        guard let matcher = setup.matcher else {
            coverage.gaps.append(Coverage.Gap("phrases", .notConfigured))
            return
        }
        do {
            let text = reader.reading.flat
            let isWhole = try matcher.scan(text.span, scratch: &scratch, matches: &matches)
            if !isWhole { coverage.gaps.append(Coverage.Gap("phrases", .limit)) }
            setup.phrases.count(matches, into: &phrases)
        } catch {
            coverage.gaps.append(Coverage.Gap("phrases", .unreadable))
        }
    }

    private func ruleEvidence() -> [Evidence] {
        setup.rules.evidence(in: Examination(reader.reading, phrases: phrases, now: setup.time.now()))
    }

    private func contentEvidence() -> Evidence? {
        extractor.extract(from: reader.reading, into: &features)
        guard !features.isEmpty else { return nil }
        return ContentEvidence.evidence(of: features, in: reader.reading, by: setup.model)
    }

    private func verdict(on evidence: [Evidence], coverage: Coverage, since start: Duration) -> Verdict {
        let logOdds = setup.judge.logOdds(of: evidence)
        let probability = Judge.probability(ofLogOdds: logOdds)
        let threat = ThreatDecision.threat(probability: probability, evidence: evidence, threats: threats, phrases: phrases)
        return Verdict(
            probability: probability, logOdds: logOdds, threatClass: threat, evidence: Judge.ranked(evidence), coverage: coverage,
            language: reader.reading.languageTag, defects: reader.reading.message.defects + reader.reading.defects,
            model: setup.model.version, elapsed: setup.time.monotonic() - start)
    }
}
