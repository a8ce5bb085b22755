import AddressOrigins
import Messages
import Observatory
import Synchronization
import Testing
import TrafficImport

/// Logs of mail servers, in the study.
struct MailLogImportTests {
    /// A log of so many messages, each delivered or refused, of an hour each ten.
    static func log(_ numbers: Range<Int>) -> String {
        numbers.map { number in
            let stamp = "Nov \(10 + number / 240 % 10) \(number / 10 % 24 < 10 ? "0" : "")\(number / 10 % 24):00:00 mx postfix"
            let name = String(0x100000 + number, radix: 16).uppercased()
            guard number % 3 != 0 else {
                return
                    "\(stamp)/smtpd[\(number)]: NOQUEUE: reject: RCPT from x[198.51.100.\(number % 250)]: 554 5.7.1 Service unavailable; Client host [198.51.100.1] blocked using bl.example; from=<a@example.net> to=<b@example.com> proto=SMTP helo=<x>\n"
            }
            return """
                \(stamp)/smtpd[7]: \(name): client=x[192.0.2.1]
                \(stamp)/qmgr[8]: \(name): from=<a@example.org>, size=1000, nrcpt=1 (queue active)
                \(stamp)/lmtp[9]: \(name): to=<b@example.com>, relay=x, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (ok)
                \(stamp)/qmgr[8]: \(name): removed

                """
        }.joined()
    }

    @Test func whatIsCountedIsWhatTheLogSays() async throws {
        var run = ImportRun()
        run.origins = try OriginFile.origins(Array("# name: T\n# date: 2026-11-01\n192.0.2.0/24,64500,FR\n".utf8), name: "t", date: nil)
        let summary = try await run.take(MailLogImportTests.log(0..<300))
        #expect(summary.messages == 300 && summary.defects.isEmpty && summary.origins == [OriginDataset(name: "T", date: "2026-11-01")])
        #expect(try await run.totals() == ["accept": 200, "reject": 100])
        #expect(try await run.totals(by: [.threatClass, .contributor]) == ["none op1": 200, "unspecified op1": 100])
        #expect(try await run.totals(by: [.origin, .trust]) == ["FR confirmed": 200, "unknown confirmed": 100])
        #expect(try await run.totals(by: [.kind, .source]) == ["network AS64500": 200, "country FR": 200])
        #expect(try await run.totals(by: [.direction]) == ["terminating": 300])
    }

    @Test func aSecondRunCountsNothing() async throws {
        let run = ImportRun()
        let log = MailLogImportTests.log(0..<100)
        try await run.take(log)
        let again = try await run.take(log, path: "other-name.log")
        #expect(again.messages == 0 && again.bytes == 0)
        #expect(try await run.totals() == ["accept": 66, "reject": 34])
    }

    @Test func aLogThatGrewIsGoneOnWith() async throws {
        let whole = Array(MailLogImportTests.log(0..<120).utf8)
        // Cuts at places of all kinds: in the middle of a line, of a message, at the begin.
        for cut in [0, 1, 100, 777, 1000, 5000, 5001, 9999, whole.count - 1, whole.count] {
            let run = ImportRun()
            try await run.take(Array(whole[..<cut]))
            try await run.take(whole)
            #expect(try await run.totals() == ["accept": 80, "reject": 40], "cut at \(cut)")
        }
    }

    @Test func aLogThatWasRotatedIsGoneOnWith() async throws {
        let whole = Array(MailLogImportTests.log(0..<120).utf8)
        let cut = try #require(whole[9000...].firstIndex(of: 10)) + 1
        let run = ImportRun()
        try await run.take(Array(whole[..<4000]), path: "/var/log/mail.log")
        try await run.take(Array(whole[..<cut]), path: "/var/log/mail.log.1")
        try await run.take(Array(whole[cut...]), path: "/var/log/mail.log")
        try await run.take(Array(whole[..<cut]), path: "/var/log/mail.log.1", isFinal: true)
        #expect(try await run.totals() == ["accept": 80, "reject": 40])
    }

    @Test func aRunThatWasBrokenOffIsGoneOnWith() async throws {
        let whole = Array(MailLogImportTests.log(0..<120).utf8)
        for saves in 0..<40 {
            let run = ImportRun()
            run.checkpoints.failing.withLock { $0 = saves }
            _ = try? await run.take(Array(whole[..<(whole.count - 300)]))
            run.checkpoints.failing.withLock { $0 = nil }
            try await run.take(whole)
            #expect(try await run.totals() == ["accept": 80, "reject": 40], "broken off after \(saves)")
        }
    }

    @Test func withoutCheckpointsTheStoreStillKnows() async throws {
        var run = ImportRun()
        let log = MailLogImportTests.log(0..<100)
        try await run.take(log)
        let other = ImportRun()
        run = ImportRun.sharing(run, checkpoints: other.checkpoints)
        let again = try await run.take(log)
        #expect(again.knownParts > 1)
        #expect(try await run.totals() == ["accept": 66, "reject": 34])
    }

    @Test func whatIsOpenIsCountedAtTheEndOnce() async throws {
        let run = ImportRun()
        let log = "Nov 22 05:00:00 mx postfix/qmgr[8]: AAAAAA: from=<a@example.org>, size=1000, nrcpt=1 (queue active)\n"
        let first = try await run.take(log)
        #expect(first.open == 1 && first.messages == 0)
        #expect(try await run.take(log, isFinal: true).messages == 1)
        #expect(try await run.take(log, isFinal: true).messages == 0)
        #expect(try await run.totals() == ["accept": 1])
    }

    @Test func whatIsBrokenIsTold() async throws {
        let run = ImportRun()
        let summary = try await run.take("\0\0\0\nnonsense\n" + MailLogImportTests.log(0..<10) + "half a li")
        #expect(summary.defectCounts == ["binary": 1, "moment": 1] && summary.defects.map(\.line) == [1, 2] && summary.messages == 10)
    }

    @Test func directionsAndLayersAreTold() async throws {
        let run = ImportRun()
        let log = """
            Nov 22 05:00:00 mx postfix/smtpd[7]: AAAAAA: client=x[192.0.2.1], sasl_method=PLAIN, sasl_username=u
            Nov 22 05:00:00 mx postfix/qmgr[8]: AAAAAA: from=<a@example.org>, size=1, nrcpt=1 (queue active)
            Nov 22 05:00:01 mx postfix/smtp[9]: AAAAAA: to=<b@example.com>, relay=y[198.51.100.1]:25, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (ok)
            Nov 22 05:00:01 mx postfix/qmgr[8]: AAAAAA: removed
            Nov 22 05:00:00 mx postfix/smtpd[7]: BBBBBB: client=x[192.0.2.1]
            Nov 22 05:00:00 mx postfix/qmgr[8]: BBBBBB: from=<a@example.org>, size=1, nrcpt=1 (queue active)
            Nov 22 05:00:01 mx postfix/smtp[9]: BBBBBB: to=<b@example.com>, relay=y[198.51.100.1]:25, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (ok)
            Nov 22 05:00:01 mx postfix/qmgr[8]: BBBBBB: removed
            Nov 22 05:00:02 mx postfix/cleanup[8]: CCCCCC: milter-reject: END-OF-MESSAGE from x[192.0.2.1]: 5.7.1 Spam; from=<a> to=<b> proto=ESMTP helo=<x>

            """
        try await run.take(log)
        #expect(
            try await run.totals(by: [.direction, .layer]) == ["originating none": 1, "transit none": 1, "terminating filtering": 1])
    }

    @Test func anEmptyFileIsNothing() async throws {
        let run = ImportRun()
        let summary = try await run.take("")
        #expect(summary.messages == 0)
        #expect(try run.checkpoints.all().isEmpty)
    }
}
