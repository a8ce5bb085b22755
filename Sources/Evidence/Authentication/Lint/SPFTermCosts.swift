internal import Resolving

/// How many terms ask the domain name system before a record is read to its end, and which of its own terms bring them along
/// (RFC 7208 section 4.6.4).
struct SPFTermCosts {
    /// How many may.
    static let allowed = 10
    /// How many of the dearest terms are named.
    private static let shown = 12
    /// Records that refer to each other can make any number; this is as far as anybody counts.
    private static let bound = 1_000_000

    /// How many ask.
    private(set) var total = 0
    /// What records cost that were read to their end.
    private var records: [DomainName: Int] = [:]
    private var terms: [(term: String, count: Int)] = []

    /// A term of the domain's own record: what asks from here on is counted for it.
    mutating func begin(_ term: String) {
        terms.append((term, 0))
    }

    /// So many more terms ask.
    mutating func ask(_ count: Int = 1) {
        total = min(total + count, SPFTermCosts.bound)
        if !terms.isEmpty { terms[terms.count - 1].count = min(terms[terms.count - 1].count + count, SPFTermCosts.bound) }
    }

    /// Notes what a record cost that was begun at this total.
    mutating func finish(_ name: DomainName, from start: Int) {
        records[name] = total - start
    }

    /// What a record costs, where it was read to its end.
    func cost(of name: DomainName) -> Int? { records[name] }

    /// The terms of the domain's own record that ask, the dearest first: `include:a.example (5), mx (1)`.
    var list: String {
        let asking = terms.filter { $0.count > 0 }.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
        let named = asking.prefix(SPFTermCosts.shown).map { "\($0.element.term) (\($0.element.count))" }.joined(separator: ", ")
        return asking.count > SPFTermCosts.shown ? named + ", …" : named
    }
}
