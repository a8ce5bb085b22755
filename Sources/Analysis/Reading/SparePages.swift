internal import HTML

/// Pages of earlier messages, kept because their memory serves again: a few large ones must not hold it for ever.
struct SparePages {
    private var pages: [HTMLPage] = []
    private let limit: Int
    /// How many bytes the pages hold.
    private(set) var heldBytes = 0

    /// No pages yet, and never more than so many bytes of them.
    init(limit: Int) {
        self.limit = limit
    }

    var count: Int { pages.count }

    /// Keeps those pages that there is room for.
    mutating func keep(_ others: [HTMLPage]) {
        for page in others {
            let bytes = page.heldBytes
            guard heldBytes + bytes <= limit else { continue }
            heldBytes += bytes
            pages.append(page)
        }
    }

    /// A page to read into.
    mutating func take() -> HTMLPage {
        guard let page = pages.popLast() else { return HTMLPage() }
        heldBytes -= page.heldBytes
        return page
    }
}
