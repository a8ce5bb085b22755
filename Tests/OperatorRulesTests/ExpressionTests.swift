import MIME
import Messages
import Testing

@testable import OperatorRules

private func text(_ text: String, from sender: Party? = nil, to recipients: [Party] = [], at time: String = "2026-11-12T09:00:00Z")
    -> Message
{
    var message = Message(
        text: Array(text.utf8), channel: .sms, envelope: Envelope(sender: sender, recipients: recipients),
        arrival: Timestamp(rfc3339: time) ?? RuleSample.now)
    message.cell = .storedText
    return message
}

private let mail: Message = {
    let lines = [
        "Received: from mx.far.example (mx.far.example [198.51.100.7]) by mx.ours.example with ESMTP id 1; Thu, 12 Nov 2026 09:00:00 +0000",
        "From: \"PayFriend Service\" <Billing@Mail.PayFriend.example>", "Reply-To: collect@elsewhere.example",
        "To: Jenny <jenny@ours.example>, Robin <robin@other.example>", "Cc: third@ours.example",
        "Subject: =?utf-8?q?Ihre_R=C3=A9chnung_No=2E_4711?=", "X-Mailer: BulkBlaster 3.1", "List-Id: news <news.payfriend.example>",
        "Message-ID: <1@x.example>", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=b", "", "--b",
        "Content-Type: text/plain; charset=utf-8", "", "Please pay at https://Pay.Friend-Login.example/now?x=1 or call +49 30 901820.",
        "--b", "Content-Type: application/zip; name=\"Invoice.PDF.zip\"", "Content-Disposition: attachment; filename=\"Invoice.PDF.zip\"",
        "",
        "PK", "--b--", "",
    ]
    var message = MailParser().parse(Array(lines.joined(separator: "\r\n").utf8))
    message.hops = Route.hops(of: message, boundary: TrustBoundary())
    message.arrival = RuleSample.now
    message.envelope.clientAddress = IPAddress("198.51.100.7")
    message.envelope.helo = "mx.far.example"
    message.envelope.returnPath = .mailbox(local: "bounce", domain: "payfriend.example")
    return message
}()

@Suite struct ExpressionTests {
    @Test(arguments: [
        ("channel == email", true), ("channel in {sms, mms}", false), ("direction == terminating", true),
        ("sender == \"billing@mail.payfriend.example\"", true), ("sender == BILLING@mail.payfriend.example", true),
        ("sender.domain within \"payfriend.example\"", true), ("sender.domain within {friend.example}", false),
        ("sender.domain == payfriend.example", false), ("sender.domain ends with \"friend.example\"", true),
        ("sender.name contains \"payfriend\"", true), ("sender.name starts with \"PayFriend\"", true), ("sender.kind == mailbox", true),
        ("envelope.sender starts with {bounce, \"x\"}", true), ("envelope.sender.domain == payfriend.example", true),
        ("envelope.helo == mx.far.example", true), ("reply-to.domain != sender.domain", true), ("reply-to.domain == sender.domain", false),
        ("reply-to is missing", false), ("recipient in {\"jenny@ours.example\"}", true), ("recipient.domain == ours.example", true),
        ("recipient.count == 3", true), ("subject matches /no\\. *[0-9]{4}$/", true), ("subject contains \"RÉCHNUNG\"", true),
        ("subject contains word \"chnung\"", false), ("text contains \"please  pay\"", true), ("text contains word {\"pay\"}", true),
        ("text matches /^ihre/", true), ("text is present", true), ("link.host == pay.friend-login.example", true),
        ("link.url contains \"?x=1\"", true), ("link.domain in $some", false), ("link.count in 1..3", true),
        ("contact.number == \"+4930901820\"", true), ("contact.wallet is missing", true),
        ("attachment.name ends with \".pdf.zip\"", true), ("attachment.extension in {zip, rar}", true),
        ("attachment.type == \"application/zip\"", true), ("attachment.count >= 1", true),
        ("client.address in {198.51.100.0/24, 2001:db8::/32}", true), ("client.address == 198.51.100.8", false),
        ("route.address in {198.51.100.7}", true), ("header(\"x-mailer\") contains \"bulk\"", true),
        ("header(\"X-Nothing\") is present", false),
        ("is-mail and is-list and not is-reply", true), ("is-bounce or is-html", false), ("size < 2KiB", true), ("words > 3", true),
        ("auth.spf == pass", false), ("auth.spf != pass", true), ("true", true), ("not (true and not false)", false),
        ("channel == sms or channel == email and is-mail", true), ("(channel == sms or channel == email) and is-bounce", false),
        ("not not is-mail", true), ("time.weekday in {thu, fri}", true), ("time.weekday in sat..mon", false), ("time >= 2026-11-12", true),
        ("time in 2026-11-01..2026-11-12", false), ("time.clock in 22:00..09:01", true), ("time.clock < 09:00", false),
        ("language is present", true), ("link.host not in $some", true), ("text not contains \"lottery\"", true),
    ]) func ofAMail(condition: String, expected: Bool) throws {
        #expect(try RuleSample.holds(condition, mail) == expected, "\(condition)")
    }

    @Test(arguments: [
        ("sender == \"+4915112345678\"", true), ("sender starts with {\"+49151\", \"+88\"}", true), ("sender.kind == number", true),
        ("recipient == \"+4917099\"", true), ("subject is missing", true), ("text contains word \"free\"", true),
        ("text contains \"v1agra\"", true), ("text contains \"viagra\"", false), ("header(\"Subject\") is present", false),
        ("client.address is missing", true), ("client.address in {0.0.0.0/0}", false), ("sender.domain is present", false),
        ("text matches /fr+ee +\\d{2,3} coins/", true), ("words == 4", true),
    ]) func ofAText(condition: String, expected: Bool) throws {
        let message = text("FREE 100 Coins, v1agra", from: .number("4915112345678"), to: [.number("4917099")])
        #expect(try RuleSample.holds(condition, message) == expected, "\(condition)")
    }

    @Test func disguiseIsSeenThrough() throws {
        // Full width, and a Cyrillic letter inside a Latin word.
        let message = text("ｆｒｅｅ cаsino")
        #expect(try RuleSample.holds("text contains word \"free\" and text contains \"casino\"", message))
    }

    @Test func whereItComesFrom() throws {
        let origin = ProvenOrigin(
            spf: "pass", spfDomain: "payfriend.example", dkimDomains: ["a.example", "mail.b.example"], dmarc: "fail",
            author: .notAuthenticated)
        for condition in [
            "auth.spf == pass", "auth.spf.domain within payfriend.example", "auth.dkim.domain within $some",
            "auth.dmarc in {fail, permerror}",
            "auth.author == not-authenticated",
        ] {
            #expect(try RuleSample.holds(condition, mail, origin: origin), "\(condition)")
            #expect(try !RuleSample.holds(condition, mail), "what is not known holds for nothing: \(condition)")
        }
    }

    @Test func zonesAndMidnight() throws {
        let late = text("x", at: "2026-11-12T23:30:00Z")
        #expect(try RuleSample.holds("time.clock in 22:00..06:00 and time.weekday == thu", late))
        #expect(try RuleSample.holds("time.clock in 00:00..01:00 and time.weekday == fri", late, zone: "+01:00"))
        #expect(try RuleSample.holds("time.clock >= 18:30 and time < 2026-11-13", late, zone: "-05:00"))
        #expect(try RuleSample.holds("time >= 2026-11-13", late, zone: "+01:00"))
    }

    @Test func theVerdictIsAskedAfterwards() throws {
        let condition = "verdict.probability in 0.4..0.6 and verdict.class == phishing"
        let verdict = RuleVerdict(probability: 0.5, threatClass: .phishing)
        #expect(try RuleSample.holds(condition, mail, verdict: verdict))
        #expect(try !RuleSample.holds(condition, mail, verdict: RuleVerdict(probability: 0.7, threatClass: .phishing)))
        #expect(try !RuleSample.holds(condition, mail))
    }

    @Test func manyMembersAndPatternsAreOnePass() throws {
        let members = (0..<2000).map { "h\($0).example" }.joined(separator: ", ")
        let words = (0..<500).map { "\"word\($0)\"" }.joined(separator: ", ")
        let message = text("see https://a.h1999.example/ for word499 now")
        #expect(try RuleSample.holds("link.host within $many", message, sets: "  many: [\(members)]"))
        #expect(try RuleSample.holds("text contains word {\(words)}", message))
    }
}

@Suite struct ExpressionMistakes {
    /// The condition stands from line 13, column 7 on.
    @Test(arguments: [
        ("sendr == \"x\"", "13:7: rule: there is no field 'sendr'; did you mean 'sender'?"),
        ("is-mail and txt contains \"x\"", "13:19: rule: there is no field 'txt'; did you mean 'text'?"),
        ("sender contain \"x\"", "13:14: rule: a comparison is expected after a text, not 'contain'; did you mean 'contains'?"),
        ("sender > \"x\"", "13:14: rule: texts are not larger or smaller than each other; 'sender' is a text"),
        ("link.count > \"x\"", "13:20: rule: a number is expected, not the text \"x\""),
        ("link.count contains 3", "13:18: rule: numbers cannot be compared so"),
        (
            "channel == smss",
            "13:18: rule: 'channel' is never 'smss'; it is one of email, sms, mms, rcs, im, post, voice, ad; did you mean 'sms'?"
        ),
        ("client.address in {192.0.2.1/24}", "13:26: rule: '192.0.2.1/24' is not an address or a network"),
        ("link.host in $sme", "13:20: rule: the file has no set 'sme'; did you mean '$some'?"),
        ("sender in \"x\"", "13:17: rule: 'in' is followed by a set"), ("sender == $some", "13:17: rule: one value is expected"),
        ("subject == x", "13:18: rule: write \"x\" between quotation marks"),
        ("sender within \"x.example\"", "13:14: rule: 'within' is for names of hosts"),
        ("link.host within \".x.example\"", "13:24: rule: '.x.example' is not the name of a host"),
        ("text == \"x\"", "13:12: rule: 'text' is searched"), ("text contains \"\"", "13:21: rule: the text is empty"),
        ("text contains \"\u{200B}\"", "13:21: rule: no reader sees anything of"),
        ("text matches \"x\"", "13:20: rule: 'matches' is followed by a pattern between slashes"),
        ("text matches /a(/", "13:22: rule: the pattern is wrong"),
        ("text contains \"x", "13:21: rule: the text that begins here has no end"),
        ("is-mail & is-html", "13:15: rule: conditions are joined by the words"),
        ("sender = \"x\"", "13:14: rule: a single '=' is no operator"),
        ("!is-mail", "13:7: rule: '!' is no operator"), ("(is-mail", "13:15: rule: ')' is expected, not the end"),
        ("is-mail is-html", "13:15: rule: 'and', 'or' or the end is expected, not 'is-html'"),
        ("is-mail and", "13:18: rule: a field or '(' is expected"),
        ("time.clock in 25:00..26:00", "13:21: rule: a time of day is expected"), ("time > yesterday", "13:14: rule: a date or a moment"),
        ("time.weekday == someday", "13:23: rule: a day is one of mon"), ("words in 5..2", "13:16: rule: the range is empty"),
        ("header(\"\") is present", "13:14: rule: the name of a header field"),
        ("words is present", "13:7: rule: a number is there in every message"),
        ("sender is nice", "13:17: rule: 'is' is followed by 'present' or 'missing'"),
        ("subject == sender", "13:18: rule: 'subject' and 'sender' are not spelt alike"),
    ]) func areNamedByLineAndColumn(condition: String, expected: String) {
        let problems = RuleSample.problems(RuleSample.file(condition))
        #expect(problems.count == 1 && problems[0].hasPrefix("r.yaml:" + expected), "\(condition): \(problems)")
    }

    @Test func aWeightCannotAskForTheVerdict() {
        let problems = RuleSample.problems(RuleSample.file("verdict.probability > 0.5", action: "weight: 1"))
        #expect(problems.count == 1 && problems[0].contains("cannot ask for it"), "\(problems)")
    }

    @Test func depthAndLengthAreBounded() {
        let deep = String(repeating: "(", count: 40) + "is-mail" + String(repeating: ")", count: 40)
        #expect(RuleSample.problems(RuleSample.file(deep)).first?.contains("more than 32 deep") == true)
        let shallow = String(repeating: "(", count: 32) + "is-mail" + String(repeating: ")", count: 32)
        #expect(RuleSample.problems(RuleSample.file(shallow)) == [])
        let long = [String](repeating: "is-mail", count: 1000).joined(separator: " or ")
        #expect(RuleSample.problems(RuleSample.file(long)).first?.contains("longer than 8192 bytes") == true)
    }

    /// The ways in which YAML writes a text: the place is found in all of them.
    @Test func everyStyleOfYAMLIsFollowed() {
        func place(_ lines: String) -> String {
            let file = """
                rules:
                  - id: r
                    description: d
                    owner: o
                    action: tag
                    examples: {match: [x], no-match: [x]}
                \(lines)
                """
            let problems = RuleSample.problems(file)
            return problems.count == 1 ? String(problems[0].prefix { $0 != " " }) : "\(problems)"
        }
        #expect(place("    when: is-mail and wrong") == "r.yaml:7:23:")
        #expect(place("    when: \"is-mail and \\\"x\\\" or y\"") == "r.yaml:7:24:")
        #expect(place("    when: 'is-mail and text contains ''é'' and wrong'") == "r.yaml:7:48:")
        #expect(place("    when: |\n      is-mail\n        and\n          wrong") == "r.yaml:10:11:")
        #expect(place("    when: >\n      is-mail\n      and\n\n      wrong") == "r.yaml:11:7:")
        #expect(place("    when: is-mail\n      and wrong") == "r.yaml:8:11:")
    }
}
