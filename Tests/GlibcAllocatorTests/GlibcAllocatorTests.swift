import GlibcAllocator
import Testing

/// What the service asks of the C library's allocator. What comes of it is measured (`make bench-soak`): within one process other tests' freed blocks serve the
/// next allocation, whatever is set.
struct GlibcAllocatorTests {
    @Test func theLibraryTakesAllThatIsAsked() {
        #expect(GlibcAllocator.settle())
    }
}
