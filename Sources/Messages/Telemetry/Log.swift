internal import Messages
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where log lines go: buffered, and sampled by event, so that a storm of one event costs neither time nor disk.
///
/// Of one event at most so many lines a second are kept; the next line of the event says how many were not (`suppressed`). Lines are
/// written out when the buffer is full, at once when one is an error, and by `flush`.
public final class Log: Sendable {
    /// The size at which the buffer is written out, in bytes.
    public static let bufferSize = 16 * 1024
    /// How many different events are sampled; of those beyond, every line is kept.
    public static let eventLimit = 1024

    private struct Sample {
        var second: Int64
        var kept: Int
        var suppressed: Int
    }

    private struct State {
        var buffer: [UInt8] = []
        var samples: [String: Sample] = [:]
    }

    private let level: LogLevel
    private let linesPerSecond: Int
    private let time: any TimeSource
    private let output: @Sendable ([UInt8]) -> Void
    private let state = Mutex(State())

    /// A log.
    ///
    /// - Parameters:
    ///   - level: the least important level that is kept.
    ///   - linesPerSecond: how many lines of one event a second are kept.
    ///   - time: the clock.
    ///   - output: writes bytes out, whole lines at a time; standard error unless given. It is called one call at a time.
    public init(
        level: LogLevel, linesPerSecond: Int = 10, time: any TimeSource,
        output: @escaping @Sendable ([UInt8]) -> Void = Log.writeToStandardError
    ) {
        self.level = level
        self.linesPerSecond = max(1, linesPerSecond)
        self.time = time
        self.output = output
    }

    /// Logs an event; the fields are only made when the line is kept.
    public func log(_ level: LogLevel, _ event: String, _ fields: @autoclosure () -> [(name: String, value: LogLine.Value)] = []) {
        guard level >= self.level else { return }
        let now = time.now()
        state.withLock { state in
            guard let suppressed = admit(event, at: now, &state) else { return }
            var line = LogLine(time: now, level: level, event: event, fields: fields())
            if suppressed > 0 { line.fields.append(("suppressed", .number(suppressed))) }
            state.buffer += Array(line.json.utf8) + [0x0A]
            if level >= .error || state.buffer.count >= Log.bufferSize { writeOut(&state) }
        }
    }

    /// Writes out what is buffered.
    public func flush() {
        state.withLock { writeOut(&$0) }
    }

    private func writeOut(_ state: inout State) {
        guard !state.buffer.isEmpty else { return }
        output(state.buffer)
        state.buffer.removeAll(keepingCapacity: true)
    }

    /// Gives how many lines of the event were left out before this one, or nothing when this one is left out too.
    private func admit(_ event: String, at now: Timestamp, _ state: inout State) -> Int? {
        let second = now.seconds
        guard var sample = state.samples[event] else {
            if state.samples.count < Log.eventLimit { state.samples[event] = Sample(second: second, kept: 1, suppressed: 0) }
            return 0
        }
        if sample.second != second {
            let suppressed = sample.suppressed
            state.samples[event] = Sample(second: second, kept: 1, suppressed: 0)
            return suppressed
        }
        if sample.kept < linesPerSecond { sample.kept += 1 } else { sample.suppressed += 1 }
        state.samples[event] = sample
        return sample.suppressed > 0 ? nil : 0
    }

    /// Writes bytes to standard error; what cannot be written is lost, as there is nowhere left to say so.
    public static let writeToStandardError: @Sendable ([UInt8]) -> Void = { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            // Safe: the buffer lives for the call, and its own count is passed.
            let written = unsafe rest.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
