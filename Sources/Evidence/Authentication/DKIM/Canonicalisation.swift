/// How much of a change on the way a signature bears (RFC 6376 section 3.4).
public enum Canonicalisation: String, Sendable, Hashable, CaseIterable {
    /// Nearly none.
    case simple
    /// Changes of white space, and of case in the names of fields.
    case relaxed

    /// The algorithms for the header and for the body, as `c=` names them.
    public struct Pair: Sendable, Hashable {
        /// For the header.
        public var header: Canonicalisation
        /// For the body.
        public var body: Canonicalisation

        /// A pair; simple for both is what holds where nothing is said (section 3.5).
        public init(header: Canonicalisation = .simple, body: Canonicalisation = .simple) {
            self.header = header
            self.body = body
        }

        /// The pair that `c=` names: one word, or two with a slash between; nothing for other words.
        public init?(_ value: some Collection<UInt8>) {
            let words = value.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            guard words.count <= 2, let header = Canonicalisation(rawValue: String(decoding: words[0], as: UTF8.self)) else { return nil }
            self.header = header
            body = .simple
            guard words.count == 2 else { return }
            guard let body = Canonicalisation(rawValue: String(decoding: words[1], as: UTF8.self)) else { return nil }
            self.body = body
        }
    }
}

extension Canonicalisation.Pair: CustomStringConvertible {
    /// The pair as `c=` has it.
    public var description: String { "\(header.rawValue)/\(body.rawValue)" }
}
