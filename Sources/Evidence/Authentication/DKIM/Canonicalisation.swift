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
        public init?(_ value: [UInt8]) {
            self.init(value.span)
        }

        /// The same of bytes that stand somewhere.
        init?(_ value: Span<UInt8>) {
            var slash = 0
            while slash < value.count, value[slash] != UInt8(ascii: "/") { slash += 1 }
            guard let header = Canonicalisation(value.extracting(..<slash)) else { return nil }
            self.header = header
            body = .simple
            guard slash < value.count else { return }
            guard let body = Canonicalisation(value.extracting((slash + 1)...)) else { return nil }
            self.body = body
        }
    }

    /// The algorithm of this name.
    private init?(_ name: Span<UInt8>) {
        if name.isWritten("simple") {
            self = .simple
        } else if name.isWritten("relaxed") {
            self = .relaxed
        } else {
            return nil
        }
    }
}

extension Canonicalisation.Pair: CustomStringConvertible {
    /// The pair as `c=` has it.
    public var description: String { "\(header.rawValue)/\(body.rawValue)" }
}
