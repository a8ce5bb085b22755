internal import Glibc

/// What the process has used since the clock was made.
struct CPUClock {
    private let start = CPUClock.now()

    /// Seconds of processor time, of all threads.
    var seconds: Double { CPUClock.now() - start }

    private static func now() -> Double {
        var now = timespec()
        // clock_gettime fills the struct it is given, which lives through the call.
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
    }

    /// The most memory the process ever held, in MiB.
    static func peakMebibytes() -> Double {
        var usage = rusage()
        // getrusage fills the struct it is given, which lives through the call.
        unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) / 1024
    }
}
