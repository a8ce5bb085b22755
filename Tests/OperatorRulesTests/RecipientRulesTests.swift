import Messages
import Reading
import Testing

@testable import OperatorRules

@Suite struct RecipientRulesTests {
    private let file = """
        zone: "+01:00"
        recipients:
          "+4917099":
            mode: act
            allow: ["+4930901820", BANK, "@school.example", "+4915*"]
            deny: [WINNER, "+88*", "+4930100..+4930199"]
            keywords: [lottery, "quick  loan", 彩票]
            quiet: ["22:00..06:00", "sun 00:00..24:00"]
            denied: reject
          Jenny@Ours.example:
            deny: "@bad.example"
        """

    private func rulings(
        _ text: String, from sender: String, to recipients: [Party] = [.number("4917099")], at time: String = "2026-11-12T09:00:00Z",
        file: String? = nil, allowing: RuleAllowances = RuleAllowances(), channel: Channel = .sms, author: ProvenOrigin.Author? = nil
    ) throws -> RecipientRulings {
        let snapshot = try RuleSample.load([RuleFile(path: "r.yaml", text: file ?? self.file)], allowing: allowing)
        var message = Message(
            text: Array(text.utf8), channel: channel,
            envelope: Envelope(
                sender: sender.contains("@")
                    ? .mailbox(local: String(sender.prefix { $0 != "@" }), domain: String(sender.drop { $0 != "@" }.dropFirst()))
                    : Party(textMessageAddress: sender), recipients: recipients))
        message.arrival = try #require(Timestamp(rfc3339: time))
        let reader = try RuleSample.reader()
        reader.read(message)
        reader.finish()
        var examiner = RuleExaminer()
        let origin = author.map { ProvenOrigin(author: $0) }
        _ = examiner.examine(reader.reading, origin: origin, at: RuleSample.now, by: snapshot)
        return examiner.rulings(of: message.envelope.recipients, by: snapshot, origin: origin)
    }

    @Test(arguments: [
        ("hello", "+4930901820", RecipientHit.List.allow), ("hello", "bank", .allow), ("hello", "teacher@mail.school.example", .allow),
        ("win the lottery", "+4915112345678", .allow), ("hello", "Winner", .deny), ("hello", "+8812345678", .deny),
        ("hello", "+4930150", .deny), ("hello", "+4930200", nil), ("hello", "+49301500", nil), ("a LOTTERY", "+3312345678", .keyword),
        ("lotteries", "+3312345678", nil), ("a quick loan", "+3312345678", .keyword), ("买彩票吧", "+3312345678", .keyword),
        ("hello", "x@notschool.example", nil), ("hello", "88", nil),
    ]) func listsGoInTheirOrder(text: String, sender: String, expected: RecipientHit.List?) throws {
        let rulings = try rulings(text, from: sender)
        #expect(rulings.hits.map(\.list) == (expected.map { [$0] } ?? []), "\(sender): \(text)")
        #expect(
            rulings.hits.allSatisfy { $0.disposition == ($0.list == .allow ? .accept : .reject) && $0.isActing && $0.place == "r.yaml:3" })
        #expect(rulings.hasOthers == (expected == nil))
    }

    @Test(arguments: [
        ("2026-11-12T20:59:00Z", false), ("2026-11-12T21:00:00Z", true), ("2026-11-13T04:59:00Z", true), ("2026-11-13T05:00:00Z", false),
        ("2026-11-15T11:00:00Z", true), ("2026-11-16T11:00:00Z", false),
    ]) func quietFollowsTheZone(time: String, isQuiet: Bool) throws {
        #expect(try rulings("hello", from: "+3312345678", at: time).hits.map(\.list) == (isQuiet ? [.quiet] : []))
        #expect(try rulings("hello", from: "BANK", at: time).hits.map(\.list) == [.allow])
    }

    @Test func anAllowedNameIsNotBelievedAgainstProof() throws {
        #expect(try rulings("lottery", from: "BANK", author: .notAuthenticated).hits.map(\.list) == [.keyword])
        #expect(try rulings("lottery", from: "BANK", author: .authenticated).hits.map(\.list) == [.allow])
    }

    @Test func eachRecipientIsAskedAlone() throws {
        let both: [Party] = [.number("4917099"), .mailbox(local: "jenny", domain: "ours.example")]
        let rulings = try rulings("hello", from: "x@bad.example", to: both)
        #expect(rulings.hits.map(\.recipient) == [both[1]] && rulings.hasOthers)
        #expect(rulings.hits[0].disposition == .quarantine && !rulings.hits[0].isActing, "what is new is only watched")
        #expect(try self.rulings("lottery", from: "x@bad.example", to: both).hits.count == 2)
    }

    @Test func keywordsMayBeForbidden() throws {
        #expect(try rulings("lottery", from: "+3312345678", allowing: RuleAllowances(recipientKeywords: false)).hits == [])
    }

    @Test(arguments: [
        ("allow: [\"*\"]", "a sender is named whole"), ("allow: [\"+88*1\"]", "a sender is named whole"),
        ("deny: [\"+100..+99\"]", "a sender is named whole"), ("deny: [\"+2..+1\"]", "a sender is named whole"),
        ("deny: [\"@\"]", "a sender is named whole"),
        ("keywords: [\"\"]", "a keyword is a text"), ("quiet: \"22..6\"", "quiet is a time of day"),
        ("quiet: \"xxx 22:00..06:00\"", "quiet is a time of day"),
        ("denied: accept", "is one of tag, quarantine, reject"), ("denny: [x]", "did you mean 'deny'?"), ("mode: on", "the mode is one of"),
        ("allow: [\(Array(repeating: "a", count: 201).joined(separator: ", "))]", "at most 200 members"),
    ]) func mistakesAreNamed(line: String, expected: String) {
        let problems = RuleSample.problems("recipients:\n  someone:\n    \(line)\n")
        #expect(problems.count == 1 && problems[0].hasPrefix("r.yaml:3:") && problems[0].contains(expected), "\(problems)")
    }

    @Test func aRecipientStandsOnce() {
        do {
            _ = try RuleSample.load([
                RuleFile(path: "a", text: "recipients: {X: {deny: y}}"), RuleFile(path: "b", text: "recipients: {x: {}}"),
            ])
            Issue.record("written twice")
        } catch {
            #expect(error.description == "b:1:14: the recipient's rules stand already at a:1")
        }
    }
}
