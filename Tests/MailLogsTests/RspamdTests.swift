import MailLogs
import Messages
import Testing

/// Logs of Rspamd.
struct RspamdTests {
    private func line(_ action: String, id: String = "<1@example.org>", head: String = "2026-11-22 05:31:37.250 #77(normal) <a1b2c3>; task")
        -> String
    {
        "\(head); rspamd_task_write_log: id: \(id), qid: <4F1A2B3C4D>, ip: 192.0.2.1, from: <a@example.org>, (default: \(action): [9.10/15.00] [A(1.00){x:~;},B(0.00){]), len: 9;}]), len: 4321, time: 123.45ms, dns req: 12, digest: <0>, rcpts: <b@example.com>, mime_rcpts: <b@example.com>\n"
    }

    @Test func verdictsAreTold() throws {
        let cases: [(String, MailTransaction.Outcome, RefusalReason)] = [
            ("F (no action)", .accepted, .other), ("F (greylist)", .deferred, .greylisting), ("F (add header)", .tagged, .other),
            ("F (rewrite subject)", .tagged, .other), ("F (soft reject)", .deferred, .rate), ("T (reject)", .refused, .content),
            ("T (discard)", .discarded, .content), ("T (quarantine)", .held, .content),
        ]
        for (action, outcome, reason) in cases {
            let message = try #require(LogReading(.rspamd, line(action)).messages.first)
            #expect(message.outcome == outcome && message.reason == reason, "\(action)")
            #expect(
                message.client == client && message.delay == 123
                    && message.moment == Timestamp(milliseconds: moment("2026-11-22T05:31:37Z").milliseconds + 250))
        }
    }

    @Test func otherPlacesOfItsLogAreKnown() {
        let log =
            line("T (reject)", head: "Nov 22 05:31:37 mx rspamd[77]: <a1b2c3>; task")
            + "2026-11-22 05:31:37 #77(normal) <a1b2c3>; proxy; rspamd_message_parse: loaded message\n"
            + "2026-11-22 05:31:37 #77(normal) <a1b2c3>; task; rspamd_task_write_log: something else\n"
        let read = LogReading(.rspamd, log)
        #expect(read.messages.count == 1 && read.tally.defective == 0)
    }

    @Test func aNameThatLooksLikeFieldsHidesNothingButTheClient() throws {
        let log = line("T (reject)", id: "<x>, qid: <y>, ip: 198.51.100.9, from: <z>, more>")
        let message = try #require(LogReading(.rspamd, log).messages.first)
        #expect(message.client == nil && message.outcome == .refused)
    }
}
