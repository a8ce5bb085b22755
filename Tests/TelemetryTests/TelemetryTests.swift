import Messages
import Synchronization
import Telemetry
import Testing

@Suite struct TimeTests {
    @Test func theSystemsClocksRun() {
        let clock = SystemTime()
        let first = clock.monotonic()
        #expect(clock.monotonic() >= first)
        #expect(clock.now() > Timestamp(milliseconds: 1_700_000_000_000))
    }

    @Test func aFixedClockStandsAndStillMeasures() {
        let stopwatch = ManualTime()
        let clock = FixedTime(Timestamp(milliseconds: 5), measuringWith: stopwatch)
        stopwatch.advance(by: .seconds(3))
        #expect(clock.now().milliseconds == 5)
        #expect(clock.monotonic() == .seconds(3))
    }

    @Test func aManualClockMovesByHand() {
        let clock = ManualTime(Timestamp(milliseconds: 1000))
        clock.advance(by: .milliseconds(1500))
        clock.advance(by: .seconds(-9))
        #expect(clock.now().milliseconds == 2500)
        #expect(clock.monotonic() == .milliseconds(1500))
        for _ in 0..<1000 { clock.advance(by: .microseconds(10)) }
        #expect(clock.now().milliseconds == 2510)
    }
}

@Suite struct RandomTests {
    @Test func streamsDoNotDependOnEachOther() {
        let source = SeededRandom(seed: 7)
        var first = source.stream(1)
        var second = source.stream(2)
        var again = SeededRandom(seed: 7).stream(1)
        let value = first.next()
        #expect(value != second.next())
        #expect(value == again.next())
        var system = SystemRandom().stream(1)
        var other = SystemRandom().stream(1)
        #expect(system.next() != other.next())
    }
}

@Suite struct CountingTests {
    @Test func quantilesAreNearTheTruth() {
        var histogram = LatencyHistogram()
        var random = SplitMix(seed: 5)
        var values: [UInt64] = []
        for _ in 0..<20_000 {
            let value = UInt64.random(in: 0..<(1 << UInt64.random(in: 1...38, using: &random)), using: &random)
            values.append(value)
            histogram.record(nanoseconds: value)
        }
        values.sort()
        for share in [0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1] {
            let exact = Double(values[max(0, Int((Double(values.count) * share).rounded(.up)) - 1)])
            let (seconds, attoseconds) = histogram.quantile(share).components
            let told = Double(seconds) * 1e9 + Double(attoseconds) / 1e9
            #expect(told >= exact && told <= exact * (1 + 1.0 / 32) + 1, "\(share): \(told) for \(exact)")
        }
        #expect(histogram.count == 20_000)
    }

    @Test func extremeTimesAreCounted() {
        var histogram = LatencyHistogram()
        #expect(histogram.quantile(0.5) == .zero)
        #expect(histogram.mean == .zero)
        histogram.record(.seconds(-1))
        histogram.record(.seconds(Int64.max))
        histogram.record(nanoseconds: .max)
        histogram.record(.seconds(7200))
        #expect(histogram.count == 4)
        #expect(histogram.quantile(0) == .zero)
        #expect(histogram.quantile(.nan) == .zero)
        #expect(histogram.quantile(1) == .nanoseconds(Int64.max))
    }

    @Test func histogramsAddInAnyOrder() {
        var random = SplitMix(seed: 11)
        var parts = [LatencyHistogram](repeating: LatencyHistogram(), count: 3)
        var whole = LatencyHistogram()
        for index in 0..<3000 {
            let value = random.next() >> UInt64.random(in: 20...60, using: &random)
            parts[index % 3].record(nanoseconds: value)
            whole.record(nanoseconds: value)
        }
        var left = parts[0]
        left.merge(parts[1])
        left.merge(parts[2])
        var right = parts[2]
        var inner = parts[1]
        inner.merge(parts[0])
        right.merge(inner)
        #expect(left == whole)
        #expect(right == whole)
    }
}

/// Collects what a log writes.
private final class Collected: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    func take(_ more: [UInt8]) { bytes.withLock { $0 += more } }
    var lines: [String] { bytes.withLock { String(decoding: $0, as: UTF8.self) }.split(separator: "\n").map(String.init) }
}

@Suite struct LogTests {
    @Test func aLineIsOneJSONObject() {
        let line = LogLine(
            time: Timestamp(milliseconds: 0), level: .warning, event: "store.slow",
            fields: [
                ("what", .text("a\"b\\c\nd\u{1B}[31m\u{202E}é")), ("rows", .number(-3)), ("share", .decimal(0.5)), ("bad", .decimal(.nan)),
                ("retry", .flag(true)),
            ])
        #expect(
            line.json
                == #"{"time":"1970-01-01T00:00:00Z","level":"warning","event":"store.slow","what":"a\"b\\c\nd\u001b[31m\u202eé","rows":-3,"share":0.5,"bad":null,"retry":true}"#
        )
    }

    @Test func keepsOnlyWhatMatters() {
        let collected = Collected()
        let log = Log(level: .warning, time: ManualTime(), output: collected.take)
        log.log(.info, "a")
        log.log(.warning, "b")
        #expect(collected.lines.isEmpty)
        log.flush()
        #expect(collected.lines.count == 1)
        log.log(.error, "c", [("code", .number(1))])
        #expect(collected.lines.count == 2)
        #expect(LogLevel(name: "info") == .info)
        #expect(LogLevel(name: "loud") == nil)
    }

    @Test func aStormOfOneEventIsSampled() {
        let collected = Collected()
        let time = ManualTime()
        let log = Log(level: .debug, linesPerSecond: 3, time: time, output: collected.take)
        for _ in 0..<100 { log.log(.info, "storm") }
        log.log(.info, "other")
        time.advance(by: .seconds(1))
        log.log(.info, "storm")
        log.flush()
        #expect(collected.lines.count == 5)
        #expect(collected.lines.last?.contains(#""suppressed":97"#) == true)
    }

    @Test func theBufferIsBounded() {
        let collected = Collected()
        let time = ManualTime()
        let log = Log(level: .debug, time: time, output: collected.take)
        let text = String(repeating: "x", count: 1000)
        for _ in 0..<40 {
            time.advance(by: .seconds(1))
            log.log(.info, "long", [("text", .text(text))])
        }
        #expect(collected.lines.count >= 16)
        for index in 0..<3000 { log.log(.info, "event\(index)") }
        log.flush()
        #expect(collected.lines.count == 3040)
    }
}
