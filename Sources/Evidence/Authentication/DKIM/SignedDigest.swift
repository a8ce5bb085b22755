internal import Crypto
internal import FoundationEssentials

/// The digest that a signature is over.
enum SignedDigest {
    case sha256(SHA256.Digest)
    case sha1(Insecure.SHA1.Digest)

    /// The digest of data by the hash of an algorithm.
    init(of data: [UInt8], by algorithm: DKIMAlgorithm) {
        self = algorithm == .rsaSHA1 ? .sha1(Insecure.SHA1.hash(data: data)) : .sha256(SHA256.hash(data: data))
    }
}
