// Received-SPF (RFC 7208 section 9.1): a server's result of SPF, in a field older than Authentication-Results and as easily forged.

public import Messages

/// A result of SPF as a server wrote it into a message.
public struct ReceivedSPF: Sendable, Hashable {
    /// One thing that the server says beside its result.
    public struct Pair: Sendable, Hashable {
        /// The key in lower case: `client-ip`, `envelope-from`, `helo`, `problem`, `receiver`, `identity`, `mechanism`.
        public var key: String
        /// The value, quotes resolved.
        public var value: String

        /// A pair.
        public init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// The result in lower case: `pass`, `softfail`.
    public var result: String
    /// What comments say.
    public var comment: String
    /// The pairs in order.
    public var pairs: [Pair]
    /// What is wrong with the field.
    public var defects: [Defect] = []

    /// A result.
    public init(_ result: String, comment: String = "", pairs: [Pair] = []) {
        self.result = result
        self.comment = comment
        self.pairs = pairs
    }

    /// Reads the body of a Received-SPF field.
    /// - Parameters:
    ///   - bytes: the message's buffer.
    ///   - range: the field's body; a range beyond the buffer is cut to it.
    public init(_ bytes: Span<UInt8>, _ range: ByteRange) {
        var scanner = ResultScanner(FieldBytes.trimmed(bytes, range))
        scanner.skipSpace(bytes)
        let start = scanner.index
        self.init(scanner.keyword(bytes))
        if result.isEmpty { scanner.defects.note(.resultsMalformed, at: start) }
        scanner.skipSpace(bytes)
        while !scanner.isAtEnd {
            let place = scanner.index
            let key = scanner.keyword(bytes)
            scanner.skipSpace(bytes)
            if !key.isEmpty, scanner.byte(bytes) == 61 {
                scanner.step()
                scanner.skipSpace(bytes)
                guard pairs.count < FieldLimits.resultProperties else {
                    scanner.defects.note(.resultsTooMany, at: place)
                    break
                }
                pairs.append(Pair(key, scanner.value(bytes, unquoted: .resultsUnquoted)))
                scanner.skipSpace(bytes)
            }
            // Pairs without a semicolon between them are common; anything else is passed over.
            if scanner.byte(bytes) == 59 {
                scanner.step()
            } else if scanner.index == place || key.isEmpty {
                scanner.defects.note(.resultsMalformed, at: place)
                scanner.skipItem(bytes)
                if scanner.byte(bytes) == 59 { scanner.step() }
            }
            scanner.skipSpace(bytes)
        }
        comment = String(decoding: scanner.comments, as: UTF8.self)
        defects = scanner.defects
    }

    /// The value of the first pair with this key, given in lower case.
    public subscript(key: String) -> String? {
        pairs.first { $0.key == key }?.value
    }
}
