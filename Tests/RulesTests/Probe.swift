import MIME
import Messages
import PSLDomains
import Patterns
import Reading
import Testing

@testable import Rules

/// Asks one check about one sample, with everything else as the program has it.
struct Probe: Sendable {
    private let suffixes: LibPSLSuffixes
    private let names: ICUNames
    private let matcher: any PatternMatcher

    /// The moment at which samples are judged.
    static let now = Timestamp(seconds: 1_794_301_200)  // 2026-11-10T09:00:00Z

    private static let made = Result { try Probe(matcher: LiteralMatcher(PhraseBook.standard.patterns())) }

    /// The probe that the tests share.
    static var shared: Probe { get throws { try made.get() } }

    init(matcher: any PatternMatcher) throws {
        self.suffixes = try LibPSLSuffixes()
        self.names = try ICUNames()
        self.matcher = matcher
    }

    /// What a check of this id finds; `nil` when it has nothing to say.
    func finding(of id: String, in sample: Sample) throws -> Finding? {
        let check = try #require(RuleBook.standard.checks.first { $0.id == id }, "there is no check \(id)")
        return check.finding(in: try examination(of: sample))
    }

    /// What checks look at.
    func examination(of sample: Sample) throws -> Examination {
        let reader = Reader(suffixes: suffixes, names: names)
        reader.read(message(of: sample))
        for question in reader.attachmentsToInspect() {
            let codes = question.kind == .codes ? sample.codes.map { Array($0.utf8) } : []
            reader.add(AttachmentAnswer(to: question, codes: codes, listing: question.kind == .listing ? sample.listing : nil))
        }
        reader.finish()
        var scratch = PatternScratch()
        var matches: [PatternMatch] = []
        var hits = PhraseHits()
        try matcher.scan(reader.reading.flat.span, scratch: &scratch, matches: &matches)
        PhraseBook.standard.count(matches, into: &hits)
        return Examination(reader.reading, phrases: hits, now: Probe.now)
    }

    private func message(of sample: Sample) -> Message {
        guard sample.channel == .email else { return Message(text: sample.bytes, channel: sample.channel) }
        var message = MailParser().parse(sample.bytes)
        message.hops = Route.hops(of: message, boundary: TrustBoundary())
        return message
    }
}

/// A check, a message that it must speak of, and a harmless twin of which it must not.
struct RuleCase: Sendable, CustomTestStringConvertible {
    var id: String
    var found: Sample
    var twin: Sample
    var location: SourceLocation

    init(_ id: String, _ found: Sample, twin: Sample = .mail(), location: SourceLocation = #_sourceLocation) {
        self.id = id
        self.found = found
        self.twin = twin
        self.location = location
    }

    var testDescription: String { "\(id), line \(location.line)" }

    /// Asks the check about both.
    func verify() throws {
        let probe = try Probe.shared
        #expect(try probe.finding(of: id, in: found) != nil, "\(id) is silent", sourceLocation: location)
        #expect(try probe.finding(of: id, in: twin) == nil, "\(id) speaks of the twin", sourceLocation: location)
    }
}
