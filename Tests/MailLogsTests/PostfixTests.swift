import MailLogs
import Messages
import Testing

/// Logs of Postfix.
struct PostfixTests {
    static let delivery = """
        Nov 22 05:31:37 mx postfix/smtpd[101]: connect from mail.example.org[192.0.2.1]
        Nov 22 05:31:37 mx postfix/smtpd[101]: 4F1A2B3C4D: client=mail.example.org[192.0.2.1]
        Nov 22 05:31:37 mx postfix/cleanup[102]: 4F1A2B3C4D: message-id=<1@example.org>
        Nov 22 05:31:38 mx postfix/qmgr[90]: 4F1A2B3C4D: from=<a@example.org>, size=4321, nrcpt=1 (queue active)
        Nov 22 05:31:38 mx postfix/smtpd[101]: disconnect from mail.example.org[192.0.2.1] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5
        Nov 22 05:31:39 mx postfix/lmtp[103]: 4F1A2B3C4D: to=<b@example.com>, orig_to=<info@example.com>, relay=mx.example.com[private/dovecot], delay=1.25, delays=0.5/0.01/0.5/0.24, dsn=2.0.0, status=sent (250 2.0.0 Ok)
        Nov 22 05:31:39 mx postfix/qmgr[90]: 4F1A2B3C4D: removed

        """

    @Test func aDeliveredMessageIsOne() throws {
        let read = LogReading(.postfix, PostfixTests.delivery)
        #expect(read.messages.count == 1 && read.tally.lines == 7 && read.tally.open == 0 && read.tally.defective == 0)
        let message = try #require(read.messages.first)
        #expect(message.moment == moment("2026-11-22T05:31:37Z"))
        #expect(message.client == client && !message.isAuthenticated && !message.isLocal)
        #expect(message.outcome == .delivered && message.ways == .inside && message.isFinished)
        #expect(message.size == 4321 && message.delay == 1250)
    }

    @Test func piecesOfAnySizeGiveTheSame() {
        let bytes = Array((PostfixTests.delivery + PostfixTests.refusals).utf8)
        let whole = LogReading(.postfix, bytes)
        for piece in [1, 2, 7, 100, 1000] {
            let read = LogReading(.postfix, bytes, piece: piece)
            #expect(read.messages == whole.messages && read.tally == whole.tally, "pieces of \(piece)")
        }
    }

    @Test func linesOfMessagesMayBeMixed() {
        let log = """
            Nov 22 05:31:37 mx postfix/smtpd[101]: AAAAAA: client=x[192.0.2.1], sasl_method=PLAIN, sasl_username=somebody
            Nov 22 05:31:37 mx postfix/smtpd[102]: BBBBBB: client=y[IPv6:2001:db8::5]
            Nov 22 05:31:38 mx postfix/qmgr[90]: BBBBBB: from=<>, size=7, nrcpt=2 (queue active)
            Nov 22 05:31:38 mx postfix/qmgr[90]: AAAAAA: from=<a@example.org>, size=9, nrcpt=1 (queue active)
            Nov 22 05:31:39 mx postfix/smtp[103]: AAAAAA: to=<b@example.com>, relay=mx.example.com[198.51.100.2]:25, delay=2, delays=1/0/0/1, dsn=2.0.0, status=sent (250 Ok)
            Nov 22 05:31:39 mx postfix/local[103]: BBBBBB: to=<c@example.com>, relay=local, delay=2, delays=1/0/0/1, dsn=5.1.1, status=bounced (unknown user)
            Nov 22 05:31:39 mx postfix/qmgr[90]: BBBBBB: removed
            Nov 22 05:31:39 mx postfix/qmgr[90]: AAAAAA: removed
            """
        let messages = LogReading(.postfix, log).messages
        #expect(messages.map(\.outcome) == [.bounced, .delivered])
        #expect(messages.map(\.isAuthenticated) == [false, true])
        #expect(messages.map(\.ways) == [[], .outside])
        #expect(messages[0].client == IPAddress("2001:db8::5") && messages[0].size == 7)
    }

    static let refusals = """
        Nov 22 05:32:00 mx postfix/smtpd[201]: connect from unknown[192.0.2.1]
        Nov 22 05:32:00 mx postfix/smtpd[201]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example; listed; from=<s@example.net> to=<a@example.com> proto=ESMTP helo=<x>
        Nov 22 05:32:01 mx postfix/smtpd[201]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example; listed; from=<s@example.net> to=<b@example.com> proto=ESMTP helo=<x>
        Nov 22 05:32:02 mx postfix/smtpd[201]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 450 4.1.8 <t@example.net>: Sender address rejected: Domain not found; from=<t@example.net> to=<b@example.com> proto=ESMTP helo=<x>
        Nov 22 05:32:03 mx postfix/smtpd[201]: disconnect from unknown[192.0.2.1]

        """

    @Test func refusedRecipientsOfOneAttemptAreOneMessage() {
        let messages = LogReading(.postfix, PostfixTests.refusals).messages
        #expect(messages.map(\.outcome) == [.refused, .deferred])
        #expect(messages.map(\.reason) == [.blockList, .sender])
        #expect(messages.allSatisfy { $0.client == client })
        // A client that comes again tries another message.
        #expect(LogReading(.postfix, PostfixTests.refusals + PostfixTests.refusals).messages.count == 4)
    }

    @Test func reasonsAreTold() {
        let cases: [(String, RefusalReason, MailTransaction.Outcome)] = [
            (
                "reject: RCPT from unknown[192.0.2.1]: 450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]",
                .clientName, .deferred
            ),
            (
                "reject: RCPT from x[192.0.2.1]:4711: 550 5.1.1 <b@example.com>: Recipient address rejected: User unknown in virtual mailbox table",
                .recipient, .refused
            ),
            (
                "reject: RCPT from x[192.0.2.1]: 450 4.2.0 <b@example.com>: Recipient address rejected: Greylisted, see http://x.example",
                .greylisting, .deferred
            ),
            (
                "reject: RCPT from x[192.0.2.1]: 550 5.7.23 <b@example.com>: Recipient address rejected: Message rejected due to: SPF fail",
                .authentication, .refused
            ),
            ("reject: RCPT from x[192.0.2.1]: 454 4.7.1 <b@example.com>: Relay access denied", .relaying, .deferred),
            ("reject: RCPT from x[192.0.2.1]: 504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname", .greeting, .refused),
            (
                "reject: DATA from x[192.0.2.1]: 503 5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining",
                .protocolBreach, .refused
            ),
            ("reject: MAIL from x[192.0.2.1]: 552 5.3.4 Message size exceeds fixed limit", .size, .refused),
            ("milter-reject: END-OF-MESSAGE from x[192.0.2.1]: 5.7.1 Spam message rejected", .content, .refused),
            ("milter-reject: END-OF-MESSAGE from x[192.0.2.1]: 4.7.1 Try again later", .greylisting, .deferred),
            ("milter-reject: END-OF-MESSAGE from x[192.0.2.1]: 5.7.1 virus Test-Signature detected", .malware, .refused),
            ("milter-reject: RCPT from x[192.0.2.1]: 451 4.7.1 Greylisting in action, please come back later", .greylisting, .deferred),
            ("reject: CONNECT from x[192.0.2.1]: 421 4.7.0 Error: too many connections", .rate, .deferred),
            // What was refused is the stranger's word: it decides nothing.
            (
                "reject: RCPT from x[192.0.2.1]: 550 5.1.8 <\"x blocked using SPF\"@example.net>: Sender address rejected: Domain not found",
                .sender, .refused
            ),
        ]
        for (line, reason, outcome) in cases {
            let log =
                "Nov 22 05:32:00 mx postfix/smtpd[201]: NOQUEUE: \(line); from=<s@example.net> to=<b@example.com> proto=ESMTP helo=<x>\n"
            let messages = LogReading(.postfix, log).messages
            #expect(
                messages.map(\.reason) == [reason] && messages.map(\.outcome) == [outcome] && messages.first?.client == client, "\(line)")
        }
    }

    @Test func aMessageThatAFilterRefusedIsOne() {
        let log = """
            Nov 22 05:31:37 mx postfix/smtpd[101]: 4F1A2B3C4D: client=x[192.0.2.1]
            Nov 22 05:31:37 mx postfix/cleanup[102]: 4F1A2B3C4D: message-id=<1@example.org>
            Nov 22 05:31:38 mx postfix/smtpd[101]: 4F1A2B3C4D: reject: RCPT from x[192.0.2.1]: 550 5.1.1 <c@example.com>: Recipient address rejected: User unknown; from=<a@example.org> to=<c@example.com> proto=SMTP helo=<x>
            Nov 22 05:31:38 mx postfix/cleanup[102]: 4F1A2B3C4D: milter-reject: END-OF-MESSAGE from x[192.0.2.1]: 5.7.1 Spam; from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<x>
            Nov 22 05:31:40 mx postfix/cleanup[102]: 5A1A2B3C4D: reject: header Subject: 4.0 from x[192.0.2.9]; from=<a@example.org> to=<b@example.com> proto=ESMTP helo=<x>: 5.7.1 message content rejected
            """
        let read = LogReading(.postfix, log)
        #expect(read.messages.map(\.reason) == [.content, .content] && read.messages.map(\.outcome) == [.refused, .refused])
        #expect(read.messages[0].client == client && read.messages[0].moment == moment("2026-11-22T05:31:37Z") && read.tally.open == 0)
    }

    @Test func wordsOfStrangersMoveNothing() throws {
        let log = """
            Nov 22 05:31:37 mx postfix/qmgr[90]: 4F1A2B3C4D: from=<"x>, size=1, nrcpt=1"@example.org>, size=4321, nrcpt=1 (queue active)
            Nov 22 05:31:39 mx postfix/smtp[103]: 4F1A2B3C4D: to=<"b>, relay=none, delay=9, status=sent (250)"@example.com>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.1, status=deferred (connect: Connection refused, status=sent)
            Nov 22 05:31:39 mx postfix/qmgr[90]: 4F1A2B3C4D: removed
            """
        let message = try #require(LogReading(.postfix, log).messages.first)
        #expect(message.size == 4321 && message.outcome == .postponed && message.delay == nil)
    }

    @Test func whatAFilterBehindTheQueueGivesBackIsCountedOnce() throws {
        let log = """
            Nov 22 05:31:37 mx postfix/smtpd[101]: AAAAAA: client=x[192.0.2.1], sasl_method=PLAIN, sasl_username=u
            Nov 22 05:31:37 mx postfix/qmgr[90]: AAAAAA: from=<a@example.org>, size=100, nrcpt=1 (queue active)
            Nov 22 05:31:38 mx postfix/smtpd[105]: BBBBBB: client=localhost[127.0.0.1]
            Nov 22 05:31:38 mx postfix/qmgr[90]: BBBBBB: from=<a@example.org>, size=150, nrcpt=1 (queue active)
            Nov 22 05:31:38 mx postfix/smtp[103]: AAAAAA: to=<b@example.com>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as BBBBBB)
            Nov 22 05:31:38 mx postfix/qmgr[90]: AAAAAA: removed
            Nov 22 05:31:39 mx postfix/virtual[106]: BBBBBB: to=<b@example.com>, relay=virtual, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (delivered to maildir)
            Nov 22 05:31:39 mx postfix/qmgr[90]: BBBBBB: removed
            """
        let messages = LogReading(.postfix, log).messages
        let message = try #require(messages.first)
        #expect(messages.count == 1 && message.client == client && message.isAuthenticated && message.size == 150)
        #expect(message.moment == moment("2026-11-22T05:31:37Z"))
    }

    @Test func clientsThatFailATestAreCountedApart() {
        let log = """
            Nov 22 05:31:37 mx postfix/postscreen[9]: CONNECT from [192.0.2.1]:3212 to [198.51.100.1]:25
            Nov 22 05:31:37 mx postfix/postscreen[9]: PREGREET 14 after 0.1 from [192.0.2.1]:3212: EHLO x\\r\\n
            Nov 22 05:31:37 mx postfix/dnsblog[10]: addr 192.0.2.1 listed by domain bl.example as 127.0.0.2
            Nov 22 05:31:38 mx postfix/postscreen[9]: DNSBL rank 5 for [192.0.2.1]:3212
            Nov 22 05:31:38 mx postfix/postscreen[9]: NOQUEUE: reject: RCPT from [192.0.2.1]:3212: 550 5.7.1 Service unavailable; client [192.0.2.1] blocked using bl.example; from=<a@example.org>, to=<b@example.com>, proto=ESMTP, helo=<x>
            Nov 22 05:31:38 mx postfix/postscreen[9]: DISCONNECT [192.0.2.1]:3212
            """
        let read = LogReading(.postfix, log)
        #expect(read.tally.screened == 2 && read.messages.map(\.reason) == [.blockList])
    }

    @Test func whatNeverEndsAgesOut() {
        let log = """
            Nov 10 05:00:00 mx postfix/smtpd[101]: AAAAAA: client=x[192.0.2.1]
            Nov 10 05:00:00 mx postfix/qmgr[90]: AAAAAA: from=<a@example.org>, size=100, nrcpt=1 (queue active)
            Nov 10 05:00:00 mx postfix/smtpd[101]: BBBBBB: client=x[192.0.2.1]
            Nov 20 05:00:00 mx postfix/smtpd[101]: CCCCCC: client=x[192.0.2.1]
            """
        let read = LogReading(.postfix, log)
        #expect(read.messages.map(\.outcome) == [.accepted] && read.messages.first?.isFinished == false)
        #expect(read.tally.unfinished == 1 && read.tally.incomplete == 1 && read.tally.open == 1)
        let closed = LogReading(.postfix, log, finish: true)
        #expect(closed.messages.count == 1 && closed.tally.open == 0 && closed.tally.incomplete == 2)
    }

    @Test func theTableIsBounded() {
        var log = ""
        for number in 0..<5000 {
            log +=
                "Nov 22 05:00:00 mx postfix/qmgr[90]: \(String(0x100000 + number, radix: 16).uppercased()): from=<>, size=1, nrcpt=1 (queue active)\n"
        }
        let read = LogReading(.postfix, Array(log.utf8), openMessages: 64)
        #expect(read.tally.open <= 64 && read.messages.count == 5000 - read.tally.open && read.tally.unfinished == read.messages.count)
    }

    @Test func anotherReaderGoesOn() {
        let lines = (PostfixTests.delivery + PostfixTests.refusals).split(separator: "\n").map { Array($0.utf8) + [10] }
        let whole = LogReading(.postfix, Array(lines.joined()))
        for cut in 0...lines.count {
            let first = LogReading(.postfix, Array(lines[..<cut].joined()))
            var second = LogReading(.postfix, [UInt8]())
            let isTaken = second.reader.restore(first.reader.state)
            #expect(isTaken)
            var messages = first.messages
            _ = second.reader.read(Array(lines[cut...].joined()).span, isLast: true, into: &messages)
            #expect(messages == whole.messages && second.tally == whole.tally, "cut at line \(cut)")
        }
        var reader = LogReading(.postfix, "").reader
        for wrong: [UInt8] in [[], [9], [1, 2, 3]] {
            let isTaken = reader.restore(wrong)
            #expect(!isTaken)
        }
    }
}
