import HTML
import Testing

@testable import Reading

@Suite struct SparePagesTests {
    private func page(letters: Int) -> HTMLPage {
        var reader = HTMLReader()
        var page = HTMLPage()
        reader.read([UInt8](repeating: 0x61, count: letters).span, into: &page)
        return page
    }

    @Test func pagesAreKeptUpToABoundOfBytes() {
        let small = page(letters: 100)
        #expect(small.heldBytes >= 100)
        var spare = SparePages(limit: small.heldBytes * 2)
        spare.keep([small, page(letters: 1_000_000), small, small])
        #expect(spare.count == 2)
        #expect(spare.heldBytes == small.heldBytes * 2)
    }

    @Test func whatIsTakenNoLongerCounts() {
        let small = page(letters: 100)
        var spare = SparePages(limit: small.heldBytes)
        spare.keep([small])
        #expect(spare.take().visible == small.visible)
        #expect(spare.heldBytes == 0)
        #expect(spare.take().visible.isEmpty)
        spare.keep([small])
        #expect(spare.count == 1)
    }
}
