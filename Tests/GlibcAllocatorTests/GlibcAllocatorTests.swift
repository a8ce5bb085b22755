import GlibcAllocator
import Testing

/// What the service asks of the C library's allocator, and that it has it.
struct GlibcAllocatorTests {
    /// Without it the threshold follows the longest block that was freed, and long mails stay in arenas for good.
    @Test func longBlocksGoBackHoweverManyWereFreed() {
        #expect(GlibcAllocator.settle())
        for _ in 0..<3 {
            let before = GlibcAllocator.mappedBytes
            let block = [UInt8](repeating: 1, count: 24 << 20)
            withExtendedLifetime(block) { #expect(GlibcAllocator.mappedBytes - before >= 20 << 20) }
        }
    }
}
