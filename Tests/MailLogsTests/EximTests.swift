import MailLogs
import Messages
import Testing

/// Logs of Exim.
struct EximTests {
    private let delivery = """
        2026-11-22 05:31:37 1tExAm-000001-AB <= a@example.org H=mail.example.org (mail) [192.0.2.1]:4711 I=[198.51.100.1]:25 P=esmtps X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no S=4321 id=1@example.org T="S=9 H=[192.0.2.99]"
        2026-11-22 05:31:38 1tExAm-000001-AB => b <b@example.com> R=local_user T=maildir_home QT=1.5s DT=0s
        2026-11-22 05:31:38 1tExAm-000001-AB Completed QT=1s

        """

    @Test func aDeliveredMessageIsOne() throws {
        let read = LogReading(.exim, delivery)
        let message = try #require(read.messages.first)
        #expect(read.messages.count == 1 && read.tally.open == 0 && read.tally.defective == 0)
        #expect(message.client == client && message.size == 4321 && message.outcome == .delivered && message.ways == .inside)
        #expect(message.moment == moment("2026-11-22T05:31:37Z") && message.delay == 1500 && !message.isLocal && !message.isAuthenticated)
    }

    @Test func submissionsAndLocalMailAreTold() {
        let log = """
            2026-11-22 05:31:37 +0100 [77] 1tExAm-00000000001-ABCD <= a@example.org H=([192.0.2.99]) [192.0.2.1] P=esmtpsa A=plain:a S=10
            2026-11-22 05:31:38 +0100 [77] 1tExAm-00000000001-ABCD => b@example.com R=dnslookup T=remote_smtp H=mx.example.com [198.51.100.2] X=y C="250 OK H=x [10.0.0.1]"
            2026-11-22 05:31:38 +0100 [77] 1tExAm-00000000001-ABCD ** c@example.com R=dnslookup T=remote_smtp: no
            2026-11-22 05:31:38 +0100 [77] 1tExAm-00000000001-ABCD Completed
            2026-11-22 05:31:37 +0100 [78] 1tExAm-00000000002-ABCD <= <> R=1tExAm-00000000001-ABCD U=Debian-exim P=local S=20
            2026-11-22 05:31:38 +0100 [78] 1tExAm-00000000002-ABCD ** a@example.org: Unrouteable address
            2026-11-22 05:31:38 +0100 [78] 1tExAm-00000000002-ABCD Completed
            """
        let messages = LogReading(.exim, log).messages
        #expect(messages.map(\.isAuthenticated) == [true, false] && messages.map(\.isLocal) == [false, true])
        #expect(messages.map(\.outcome) == [.delivered, .bounced] && messages.map(\.ways) == [.outside, []])
        #expect(messages.map(\.client) == [client, nil] && messages[0].moment == moment("2026-11-22T04:31:37Z"))
    }

    @Test func refusalsAreTold() {
        let cases: [(String, RefusalReason, MailTransaction.Outcome)] = [
            ("H=(x) [192.0.2.1] F=<s@example.net> rejected RCPT <b@example.com>: relay not permitted", .relaying, .refused),
            ("H=x.example [192.0.2.1] F=<s@example.net> temporarily rejected RCPT <b@example.com>: greylisted", .greylisting, .deferred),
            ("H=x.example [192.0.2.1] F=<s@example.net> rejected RCPT <b@example.com>: Unrouteable address", .recipient, .refused),
            ("H=x.example [192.0.2.1] rejected MAIL <s@example.net>: Sender verify failed", .sender, .refused),
            ("H=x.example [192.0.2.1] F=<s@example.net> rejected RCPT <b@example.com>: listed in bl.example", .blockList, .refused),
            ("H=[192.0.2.1] rejected EHLO or HELO x_y: syntactically invalid argument(s)", .greeting, .refused),
            ("1tExAm-000001-AB H=x.example [192.0.2.1] F=<s@example.net> rejected after DATA: scored 9 spam points", .content, .refused),
            ("1tExAm-000001-AB H=x.example [192.0.2.1] F=<s@example.net> rejected after DATA: virus found", .malware, .refused),
        ]
        for (line, reason, outcome) in cases {
            let messages = LogReading(.exim, "2026-11-22 05:31:37 \(line)\n").messages
            #expect(
                messages.map(\.reason) == [reason] && messages.map(\.outcome) == [outcome] && messages.first?.client == client, "\(line)")
        }
    }

    @Test func theSystemsLoggerMayWriteIt() {
        let log = delivery.split(separator: "\n").map { "Nov 22 05:31:40 mx exim[77]: \($0)" }.joined(separator: "\n")
        #expect(LogReading(.exim, log).messages == LogReading(.exim, delivery).messages)
    }
}
