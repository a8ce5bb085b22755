import Dispatch
import Foundation
import Images
import Messages
import Telemetry
import Testing

@testable import Filter

/// A door that nobody gets through until it is opened, and everybody after.
private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func pass() {
        semaphore.wait()
        semaphore.signal()
    }

    func open() { semaphore.signal() }
}

/// A code reader whose library hangs.
private struct HangingReader: CodeReader {
    var gate: Gate

    func codes(in image: Span<UInt8>, budget: ImageBudget, isOverdue: () -> Bool) -> CodeReading {
        gate.pass()
        return CodeReading()
    }
}

/// A library that hangs costs a gap in the coverage, and nobody's time beyond the deadline.
@Suite(.timeLimit(.minutes(10))) struct HangingLibraryTests {
    private let picture = FilterSample.mail(
        "From: robin@chaffinch.example", "Subject: bird", "MIME-Version: 1.0", "Content-Type: image/gif", "", "GIF89a", "")
    private let late = [Coverage.Gap("pictures", .deadline), FilterSample.unauthenticated]

    /// As many verdicts at a time as would hold every thread of Swift's pool several times over, if they were held.
    @Test func verdictsComeThoughEveryInspectionHangs() async throws {
        let gate = Gate()
        defer { gate.open() }
        var setup = try FilterSample.setup()
        setup.codeReader = HangingReader(gate: gate)
        setup.deadlines = .init(mail: .milliseconds(20))
        let (shared, picture) = (setup, picture)
        let gaps = await withTaskGroup(of: [Coverage.Gap].self) { group in
            for _ in 0..<4 * ProcessInfo.processInfo.activeProcessorCount {
                group.addTask { await Scanner(shared).verdict(on: picture).coverage.gaps }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(gaps.allSatisfy { $0 == late })
    }

    /// Where all threads are lost to a library that hangs, nobody waits for it any more: not an hour, not at all.
    @Test func lostThreadsAreNotWaitedFor() async throws {
        let gate = Gate()
        defer { gate.open() }
        let time = ManualTime(FilterSample.now)
        var setup = try FilterSample.setup(time: time)
        setup.codeReader = HangingReader(gate: gate)
        setup.deadlines = .init(mail: .milliseconds(1))
        for _ in 0..<InspectionThreads.lostLimit {
            #expect(await Scanner(setup).verdict(on: picture).coverage.gaps == late)
            time.advance(by: .seconds(1))
        }
        setup.deadlines = .init(mail: .seconds(3600))
        #expect(await Scanner(setup).verdict(on: picture).coverage.gaps == late)
    }

    /// Jobs that find no thread free wait for one, in their order; those that nobody waits for any more are dropped.
    @Test func jobsWaitForAThread() async {
        let time = ManualTime()
        let threads = InspectionThreads(limit: 1)
        let gate = Gate()
        let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
        let long = Deadline(after: .seconds(10), by: time)
        let short = Deadline(after: .seconds(1), by: time)
        #expect(threads.start(before: long) { gate.pass() })
        #expect(threads.start(before: long) { continuation.yield(1) })
        #expect(threads.start(before: short) { continuation.yield(2) })
        #expect(
            threads.start(before: long) {
                continuation.yield(3)
                continuation.finish()
            })
        time.advance(by: .seconds(2))
        gate.open()
        #expect(await stream.reduce(into: []) { $0.append($1) } == [1, 3])
    }

    /// What waits holds memory: there is a bound to it.
    @Test func notEverythingWaits() {
        let threads = InspectionThreads(limit: 1)
        let gate = Gate()
        defer { gate.open() }
        let deadline = Deadline(after: .seconds(10), by: ManualTime())
        let taken = (0...InspectionThreads.waitingLimit + 5).count { _ in threads.start(before: deadline) { gate.pass() } }
        #expect(taken == InspectionThreads.waitingLimit + 1)
    }
}
