public import Messages
public import Resolving

/// Whether the host names of a client have its address in turn: `iprev` of RFC 8601 section 3.
public struct ReverseName: Sendable {
    /// How many names of an address are looked at.
    public static let nameLimit = 10

    /// What is found.
    public enum Result: String, Sendable, Hashable {
        /// A name has the address.
        case pass
        /// There are names, and none has it.
        case fail
        /// No answer came in time.
        case temperror
        /// The address has no name (section 2.7.3).
        case permerror
    }

    /// The result, and the names.
    public struct Outcome: Sendable, Hashable {
        /// What is found.
        public var result: Result
        /// The first name that has the address.
        public var name: DomainName?
        /// All names that were looked at.
        public var candidates: [DomainName] = []
    }

    private let lookups: Lookups

    /// A check that asks through these look-ups.
    public init(asking lookups: Lookups) {
        self.lookups = lookups
    }

    /// The result for a client's address.
    public func outcome(of address: IPAddress) async -> Outcome {
        let type: RecordType = address.bitWidth == 32 ? .a : .aaaa
        let answer = await lookups.answer(.reverse(of: address), .ptr)
        guard !answer.outcome.isTemporary else { return Outcome(result: .temperror) }
        let candidates = Array(answer.records.compactMap(\.name).prefix(ReverseName.nameLimit))
        for candidate in candidates { lookups.expect(Question(candidate, type)) }
        var outcome = Outcome(result: candidates.isEmpty ? .permerror : .fail, candidates: candidates)
        for candidate in candidates {
            let addresses = await lookups.answer(candidate, type)
            if addresses.records.compactMap(\.address).contains(address) {
                return Outcome(result: .pass, name: candidate, candidates: candidates)
            }
            if addresses.outcome.isTemporary { outcome.result = .temperror }
        }
        return outcome
    }
}
