import MailLogs
import Messages
import Testing

/// Logs that are torn, mixed, or no logs at all.
struct HostileLogTests {
    private let good = Array(PostfixTests.delivery.utf8)

    @Test func theRestIsReadAllTheSame() {
        let broken: [([UInt8], MailLogTally.Defect.Kind)] = [
            ([UInt8](repeating: 0, count: 5000) + [10], .binary), (Array("half a li\n".utf8), .moment),
            ([UInt8](repeating: 0x41, count: 100_000) + [10], .tooLong), (Array("Nov 22 05:31:37 m\0x y\n".utf8), .binary),
            (Array("Nov 22 05:31:37 torn\n".utf8), .torn), ([0xFF, 0xFE, 0x4E, 0, 0x6F, 0, 10], .binary),
        ]
        for (bytes, kind) in broken {
            for piece in [Int.max, 512] {
                let read = LogReading(.postfix, bytes + good, piece: piece)
                #expect(read.messages.count == 1, "\(kind) in pieces of \(piece)")
                #expect(read.tally.defects.map(\.kind) == [kind] && read.tally.defects.first?.line == 1, "\(kind) in pieces of \(piece)")
                #expect(read.tally.lines == 8)
            }
        }
    }

    @Test func zerosBeforeALineAreNotedAndTheLineIsRead() {
        let read = LogReading(.postfix, [0, 0, 0] + good)
        #expect(read.messages.count == 1 && read.tally.defective == 1)
    }

    @Test func defectsThatAreKeptAreBounded() {
        let read = LogReading(.postfix, String(repeating: "x\n", count: 1000))
        #expect(read.tally.defects.count == MailLogLimits.defects && read.tally.defective == 1000 && read.tally.lines == 1000)
    }

    @Test func everyCutAndEveryChangedByteIsRead() {
        var run = 0
        for cut in good.indices {
            let read = LogReading(.postfix, Array(good[..<cut]), finish: true)
            #expect(read.messages.count <= 1)
            var changed = good
            changed[cut] = changed[cut] &+ 13
            #expect(LogReading(.postfix, changed, finish: true).messages.count <= 3)
            for form in [MailLogForm.exim, .rspamd] { #expect(LogReading(form, changed, finish: true).messages.isEmpty) }
            run += 1
        }
        #expect(run == good.count)
    }

    @Test func theFormIsTold() {
        #expect(MailLogForm(of: good.span) == .postfix)
        #expect(MailLogForm(of: Array("2026-11-22 05:31:37 1tExAm-000001-AB Completed\n".utf8).span) == .exim)
        #expect(
            MailLogForm(
                of: Array(
                    "2026-11-22 05:31:37 #7(normal) <a>; task; rspamd_task_write_log: id: <a>, ip: 192.0.2.1, (default: T (reject): [1/1] []), len: 1, time: 1ms\n"
                        .utf8
                ).span) == .rspamd)
        #expect(MailLogForm(of: Array("hello\nworld\n".utf8).span) == nil)
        #expect(MailLogForm(of: [UInt8](repeating: 0, count: 1000).span) == nil)
    }
}
