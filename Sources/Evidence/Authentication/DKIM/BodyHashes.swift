internal import Crypto

/// The hashes of a mail's body, each made once however many signatures want it.
struct BodyHashes {
    /// A hash, and how long the body is in the form that was hashed.
    struct Value {
        var digest: [UInt8]
        var length: UInt64
    }

    private struct Key: Equatable {
        var isWeak: Bool
        var canonicalisation: Canonicalisation
        var limit: UInt64?
    }

    /// As many as signatures are looked at, at most.
    private var values: [(key: Key, value: Value)] = []

    /// The hash that a signature's `bh=` should be, always of the same mail.
    mutating func value(
        of mail: RawMail, _ algorithm: DKIMAlgorithm, _ canonicalisation: Canonicalisation, upTo limit: UInt64?
    ) -> Value {
        let key = Key(isWeak: algorithm == .rsaSHA1, canonicalisation: canonicalisation, limit: limit)
        if let known = values.first(where: { $0.key == key }) { return known.value }
        let value: Value
        if key.isWeak {
            let (digest, length) = BodyCanonicaliser<Insecure.SHA1>.digest(of: mail, canonicalisation, upTo: limit)
            value = Value(digest: Array(digest), length: length)
        } else {
            let (digest, length) = BodyCanonicaliser<SHA256>.digest(of: mail, canonicalisation, upTo: limit)
            value = Value(digest: Array(digest), length: length)
        }
        values.append((key, value))
        return value
    }
}
