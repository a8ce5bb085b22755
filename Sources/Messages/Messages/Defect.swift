/// Something wrong in a message's bytes: a value, never an error. Reading went on after it.
public struct Defect: Sendable, Hashable {
    /// What is wrong. An open set: each format adds its own kinds beside its parser.
    public struct Kind: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
        /// The kind's stable code: format, dot, words with hyphens (`mime.missing-boundary`).
        public let rawValue: String

        /// The kind with this code.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The code.
        public var description: String { rawValue }
    }

    /// What is wrong.
    public var kind: Kind
    /// The offset of the first byte concerned, in the message's buffer.
    public var offset: Int

    /// A defect at a byte offset.
    public init(_ kind: Kind, at offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}
