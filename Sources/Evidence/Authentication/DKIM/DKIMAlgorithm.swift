/// How a signature was made (RFC 6376 section 3.3, RFC 8301, RFC 8463).
public enum DKIMAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// RSA over SHA-256.
    case rsaSHA256 = "rsa-sha256"
    /// Ed25519 over SHA-256.
    case ed25519SHA256 = "ed25519-sha256"
    /// RSA over SHA-1, which must not be accepted any more (RFC 8301 section 3.1).
    case rsaSHA1 = "rsa-sha1"

    /// The type of the key it takes.
    var keyType: DKIMKeyRecord.KeyType { self == .ed25519SHA256 ? .ed25519 : .rsa }
    /// Its hash, as `h=` of a key names it.
    var hashName: String { self == .rsaSHA1 ? "sha1" : "sha256" }

    /// The algorithm that `a=` names; nothing for other words.
    init?(_ name: Span<UInt8>) {
        if name.isWritten("rsa-sha256") {
            self = .rsaSHA256
        } else if name.isWritten("ed25519-sha256") {
            self = .ed25519SHA256
        } else if name.isWritten("rsa-sha1") {
            self = .rsaSHA1
        } else {
            return nil
        }
    }
}
