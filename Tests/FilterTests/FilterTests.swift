import Archives
import Filter
import Images
import Messages
import Patterns
import Rules
import Telemetry
import Testing

/// A code reader that always finds the same code.
private struct OneCode: CodeReader {
    var content: String

    func codes(in image: Span<UInt8>, budget: ImageBudget, isOverdue: () -> Bool) -> CodeReading {
        CodeReading(codes: [ImageCode(payload: Array(content.utf8), symbology: .qr)])
    }
}

/// A code reader that takes longer than any deadline, by a clock that it moves itself.
private struct SlowReader: CodeReader {
    var time: ManualTime

    func codes(in image: Span<UInt8>, budget: ImageBudget, isOverdue: () -> Bool) -> CodeReading {
        time.advance(by: .seconds(60))
        return CodeReading(gap: isOverdue() ? .deadline : .unreadable)
    }
}

/// A matcher whose engine fails.
private struct BrokenMatcher: PatternMatcher {
    let unsupported: [UInt32] = []

    func scan(_ text: Span<UInt8>, scratch: inout PatternScratch, matches: inout [PatternMatch]) throws(PatternError) -> Bool {
        throw .wholeWordExpression(1)
    }
}

@Suite struct CoverageTests {
    private let letter = FilterSample.mail(
        "From: robin@chaffinch.example", "To: jenny@wren.example", "Subject: seed", "", "The seed for next week has come.")
    private let picture = FilterSample.mail(
        "From: robin@chaffinch.example", "Subject: bird", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "", "--x", "",
        "A bird", "--x", "Content-Type: image/gif", "", "GIF89a", "--x--", "")

    @Test func everythingIsAskedAndAnswered() async throws {
        let verdict = await Scanner(try FilterSample.setup()).verdict(on: letter)
        #expect(verdict.coverage.gaps == [FilterSample.unauthenticated])
        #expect(verdict.coverage.answered == RuleBook.standard.checks.count + 1)
        let text = await Scanner(try FilterSample.setup()).verdict(on: Message(text: Array("seed".utf8), channel: .sms))
        #expect(text.coverage.isComplete)
    }

    @Test func withoutAMatcherPhrasesAreAGap() async throws {
        var setup = try FilterSample.setup()
        setup.matcher = nil
        let verdict = await Scanner(setup).verdict(on: letter)
        #expect(verdict.coverage.gaps == [Coverage.Gap("phrases", .notConfigured), FilterSample.unauthenticated])
        setup.matcher = BrokenMatcher()
        let broken = await Scanner(setup).verdict(on: letter)
        #expect(broken.coverage.gaps == [Coverage.Gap("phrases", .unreadable), FilterSample.unauthenticated])
    }

    @Test func withoutACodeReaderPicturesAreAGap() async throws {
        let verdict = await Scanner(try FilterSample.setup()).verdict(on: picture)
        #expect(verdict.coverage.gaps == [Coverage.Gap("pictures", .notConfigured), FilterSample.unauthenticated])
    }

    @Test func whatACodeSaysIsEvidence() async throws {
        var setup = try FilterSample.setup()
        setup.codeReader = OneCode(content: "https://chaffinch.com/pay")
        let verdict = await Scanner(setup).verdict(on: picture)
        #expect(verdict.coverage.gaps == [FilterSample.unauthenticated])
        #expect(verdict.evidence.contains { $0.id == "link.code-in-picture" && $0.details == ["chaffinch.com"] })
    }

    @Test func archivesWithoutAListerAreAGap() async throws {
        let message = FilterSample.mail(
            "From: robin@chaffinch.example", "MIME-Version: 1.0", "Content-Type: application/zip", "Content-Transfer-Encoding: base64", "",
            "UEsDBBQAAAA=")
        let verdict = await Scanner(try FilterSample.setup()).verdict(on: message)
        #expect(verdict.coverage.gaps == [Coverage.Gap("archives", .notConfigured), FilterSample.unauthenticated])
        var setup = try FilterSample.setup()
        setup.archiveLister = ZIPLister()
        let damaged = await Scanner(setup).verdict(on: message)
        #expect(damaged.coverage.gaps.map(\.what) == ["archives", "authentication"])
    }

    /// What did not answer in time is a gap; what was read is judged all the same.
    @Test func aLateAnswerIsAGapAndTheRestIsJudged() async throws {
        let time = ManualTime(FilterSample.now)
        var setup = try FilterSample.setup(time: time)
        setup.codeReader = SlowReader(time: time)
        let verdict = await Scanner(setup).verdict(on: picture)
        #expect(verdict.coverage.gaps.contains(Coverage.Gap("pictures", .deadline)))
        #expect(!verdict.evidence.isEmpty)
        #expect(verdict.elapsed >= .seconds(60))
    }

    /// Who makes a message slow to read must not get it past the checks for that.
    @Test func aMessageIsJudgedHoweverLate() async throws {
        var setup = try FilterSample.setup()
        setup.deadlines = .init(mail: .zero, text: .zero)
        for message in [letter, Message(text: Array("seed".utf8), channel: .sms)] {
            let verdict = await Scanner(setup).verdict(on: message)
            #expect(verdict.coverage.answered > 100)
        }
    }

    @Test func limitsOfTheReadingShow() async throws {
        let page = (0..<1100).map { "<a href=\"https://seed.example/\($0)\">x</a>" }.joined()
        let message = FilterSample.mail("From: robin@chaffinch.example", "Content-Type: text/html", "", page)
        let verdict = await Scanner(try FilterSample.setup()).verdict(on: message)
        #expect(verdict.coverage.gaps.contains(Coverage.Gap("links", .limit)))
    }
}

@Suite struct DeadlineTests {
    @Test func timeRunsOut() {
        let time = ManualTime()
        let deadline = Deadline(after: .seconds(2), by: time)
        #expect(!deadline.hasPassed)
        time.advance(by: .milliseconds(1500))
        #expect(deadline.remaining == .milliseconds(500))
        time.advance(by: .seconds(1))
        #expect(deadline.hasPassed)
        #expect(deadline.remaining == .zero)
    }
}
