import GlibcAllocator
import Testing

/// What the service asks of the C library's allocator, and that it has it.
struct GlibcAllocatorTests {
    /// Without it the threshold follows the longest block that was freed, and long mails stay in arenas for good.
    @Test func longBlocksAreMappedHoweverManyWereFreed() {
        #expect(GlibcAllocator.settle())
        for _ in 0..<3 {
            let block = UnsafeMutableRawPointer.allocate(byteCount: 24 << 20, alignment: 16)
            // A block that is mapped for itself alone begins behind its own head, at the beginning of a page.
            #expect(Int(bitPattern: block) % 4096 == 16)
            unsafe block.deallocate()
        }
    }
}
