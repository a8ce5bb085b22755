internal import CMalloc

/// The allocator of the C library, as a program has it that runs for months.
public enum GlibcAllocator {
    /// Blocks of so many bytes and more go back to the system when they are freed.
    private static let largeBlock: Int32 = 1 << 20
    /// So much freed memory at its end an arena keeps: with less, threads ask the system for it again and again.
    private static let keptFree: Int32 = 16 << 20
    /// Among how many arenas threads share what they free.
    private static let arenas: Int32 = 4

    /// Keeps memory low under mixed load; gives whether the library took all that was asked. Call it before there are threads.
    ///
    /// Left alone, glibc keeps up to 64 MiB of freed memory for each of eight arenas a core once it has seen a few long mails (mallopt(3): the threshold of
    /// M_MMAP_THRESHOLD is dynamic unless it is set).
    @discardableResult
    public static func settle() -> Bool {
        let wanted = [(M_MMAP_THRESHOLD, largeBlock), (M_TRIM_THRESHOLD, keptFree), (M_ARENA_MAX, arenas)]
        return wanted.filter { parameter, value in mallopt(parameter, value) != 1 }.isEmpty
    }
}
