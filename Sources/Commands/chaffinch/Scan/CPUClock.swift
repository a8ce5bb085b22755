internal import Glibc

/// What the process has used since the clock was made.
struct CPUClock {
    private let start = CPUClock.now()

    /// Seconds of processor time, of all threads.
    var seconds: Double { CPUClock.now() - start }

    private static func now() -> Double {
        // POSIX has a million of these in a second; a struct of time would belong to whichever module the compiler met first.
        Double(clock()) / 1_000_000
    }

    /// The most memory the process ever held, in MiB.
    static func peakMebibytes() -> Double {
        var usage = rusage()
        // getrusage fills the struct it is given, which lives through the call.
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
