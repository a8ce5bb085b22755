import MailLogs
import Messages
import Testing

/// Moments of lines.
struct LogClockTests {
    private func moments(_ stamps: [String], latest: String = "2026-12-01T00:00:00Z", offset: Int = 0, year: Int? = nil) -> [String] {
        let log = stamps.enumerated().map {
            "\($0.element) mx postfix/smtpd[\($0.offset)]: NOQUEUE: reject: RCPT from x[192.0.2.1]: 550 no; from=<> to=<b> proto=SMTP helo=<x>\n"
        }
        return LogReading(.postfix, log.joined(), latest: moment(latest), offset: offset, year: year).messages.map { "\($0.moment)" }
    }

    @Test func everySpellingIsRead() {
        #expect(moments(["Nov  2 05:31:37"]) == ["2026-11-02T05:31:37Z"])
        #expect(moments(["Nov 02 05:31:37"], offset: 120) == ["2026-11-02T03:31:37Z"])
        #expect(moments(["2026-11-22T05:31:37.123456+01:00", "2026-11-22T05:31:37Z"]) == ["2026-11-22T04:31:37Z", "2026-11-22T05:31:37Z"])
        #expect(
            moments(["2026-11-22T05:31:37-0930", "2026-11-22T05:31:60"], offset: 60) == ["2026-11-22T15:01:37Z", "2026-11-22T04:32:00Z"])
    }

    @Test func yearsAreInferred() {
        #expect(moments(["Dec  1 12:00:00", "Dec  2 12:00:00"]) == ["2026-12-01T12:00:00Z", "2026-12-02T12:00:00Z"])
        #expect(moments(["Dec  3 12:00:00"]) == ["2025-12-03T12:00:00Z"])
        #expect(moments(["Feb 29 12:00:00"]) == ["2024-02-29T12:00:00Z"])
        #expect(moments(["Mar  1 12:00:00"], year: 2019) == ["2019-03-01T12:00:00Z"])
    }

    @Test func aLogRunsOnOverNewYear() {
        let stamps = ["Dec 31 23:59:59", "Jan  1 00:00:01", "Dec 31 23:59:58", "Jan  1 00:00:02", "Jul  1 00:00:00"]
        #expect(
            moments(stamps, latest: "2026-08-01T00:00:00Z") == [
                "2025-12-31T23:59:59Z", "2026-01-01T00:00:01Z", "2025-12-31T23:59:58Z", "2026-01-01T00:00:02Z", "2026-07-01T00:00:00Z",
            ])
    }

    @Test func whatIsNoMomentIsADefect() {
        for stamp in [
            "Nov 32 05:31:37", "Nov 22 25:31:37", "Nov 22 05:31:61", "Nix 22 05:31:37", "2026-13-22T05:31:37", "2026-11-22X05:31:37", "",
            "Nov 22",
        ] {
            let read = LogReading(.postfix, "\(stamp) mx postfix/qmgr[9]: AAAAAA: removed\n")
            #expect(read.tally.defectCounts[Int(MailLogTally.Defect.Kind.moment.rawValue)] == 1, "\(stamp)")
        }
    }
}
