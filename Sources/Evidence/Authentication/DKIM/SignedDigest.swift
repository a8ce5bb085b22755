internal import Crypto

/// The digest that a signature is over.
enum SignedDigest {
    case sha256(SHA256.Digest)
    case sha1(Insecure.SHA1.Digest)

    /// The digest of data by the hash of an algorithm.
    init(of data: [UInt8], by algorithm: DKIMAlgorithm) {
        if algorithm == .rsaSHA1 {
            self = .sha1(SignedDigest.digest(of: data, by: Insecure.SHA1.self))
        } else {
            self = .sha256(SignedDigest.digest(of: data, by: SHA256.self))
        }
    }

    /// One call of the library with all bytes: its own way for collections of bytes asks each for its pieces.
    @inline(__always)
    private static func digest<Hash: HashFunction>(of data: [UInt8], by type: Hash.Type) -> Hash.Digest {
        var hash = Hash()
        // The pointer is used only inside the closure.
        unsafe data.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return hash.finalize()
    }
}
