internal import Resolving

/// How a check went, by the records it read: how many terms of each were looked at, and what the last came to. All steps follow from that.
struct SPFTrace: Sendable, Hashable {
    /// A record that was read.
    struct Visit: Sendable, Hashable {
        /// The record.
        let published: SPFPublished
        /// Whose it is.
        let owner: DomainName
        /// The owner as it was written, where that is something else.
        private let other: [UInt8]?
        /// How many records deep.
        let depth: Int32
        /// The visit from which it was made, less than none for the first, and the directive there; less than none for `redirect`.
        let parent: Int32
        let directive: Int32
        /// How many terms had asked before.
        let termsBefore: Int32
        /// How many directives were looked at.
        private(set) var looked: Int32 = 0
        /// What the last of them came to.
        private(set) var finding = SPFOutcome.Finding.noMatch
        /// Whether `redirect` was followed.
        var isFollowed = false

        init(
            _ published: SPFPublished, of owner: DomainName, written: [UInt8], depth: Int32, parent: Int32, directive: Int32,
            after termsBefore: Int32
        ) {
            self.published = published
            self.owner = owner
            other = written == owner.bytes ? nil : written
            self.depth = depth
            self.parent = parent
            self.directive = directive
            self.termsBefore = termsBefore
        }

        /// The owner as it was written.
        var written: [UInt8] { other ?? owner.bytes }

        /// Whether every term was looked at, and could be decided.
        var isComplete: Bool {
            guard looked == published.directiveCount, published.redirect == nil || isFollowed else { return false }
            if case .undecided = finding { return false }
            return true
        }

        /// Notes what the last of so many directives came to.
        mutating func note(_ finding: SPFOutcome.Finding, after looked: Int32) {
            self.looked = looked
            self.finding = finding
        }
    }

    /// For how many records there is room at once; few checks read more.
    static let usualCount = 5

    /// The records, in the order in which they were read.
    var visits: [Visit] = []

    /// Every term that was looked at, in order.
    var steps: [SPFOutcome.Step] {
        var steps: [SPFOutcome.Step] = []
        var next = 0
        while next < visits.count { append(visit: &next, to: &steps) }
        return steps
    }

    /// The steps of a visit, with those of visits made from it after the term they were made for. No deeper than a record may refer to others.
    private func append(visit next: inout Int, to steps: inout [SPFOutcome.Step]) {
        let number = next
        let visit = visits[number]
        let owner = visit.owner.description
        next += 1
        func append(_ term: String, _ finding: SPFOutcome.Finding, directive: Int32) {
            steps.append(SPFOutcome.Step(depth: Int(visit.depth), domain: owner, term: term, finding: finding))
            guard next < visits.count, visits[next].parent == number, visits[next].directive == directive else { return }
            self.append(visit: &next, to: &steps)
        }
        for directive in 0..<visit.looked {
            let isLast = directive == visit.looked - 1
            append(visit.published.words(ofDirective: Int(directive)), isLast ? visit.finding : .noMatch, directive: directive)
        }
        if visit.isFollowed { append(visit.published.wordsOfRedirect, .followed, directive: -1) }
    }
}
