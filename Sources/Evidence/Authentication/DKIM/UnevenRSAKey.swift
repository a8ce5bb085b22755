private import CRSA

/// A public RSA key whose size in bits is no multiple of eight. RFC 8301 section 3.2 asks verifiers for every size from 1024 bits on;
/// swift-crypto leaves these out, so they go to libcrypto. They are rare: the key is read anew for each signature.
struct UnevenRSAKey: Sendable {
    private let der: [UInt8]

    /// Nothing where the bytes are no public RSA key.
    init?(der: [UInt8]) {
        // The pointer is read only inside the closure; a key is never empty here, but the C function takes no null.
        let isSound = unsafe der.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return false }
            return unsafe rsa_public_key_is_sound(start, bytes.count) == 1
        }
        guard isSound else { return nil }
        self.der = der
    }

    /// Whether a signature by RSASSA-PKCS1-v1_5 over a digest of SHA-256 or SHA-1 was made with the key that belongs to this.
    func verifies(_ signature: [UInt8], of digest: [UInt8]) -> Bool {
        // The pointers are read only inside the closures.
        unsafe der.withUnsafeBufferPointer { key in
            unsafe signature.withUnsafeBufferPointer { signature in
                unsafe digest.withUnsafeBufferPointer { digest in
                    guard let keyStart = key.baseAddress, let digestStart = digest.baseAddress,
                        let signatureStart = signature.baseAddress
                    else { return false }
                    return unsafe rsa_public_key_verifies(
                        keyStart, key.count, signatureStart, signature.count, digestStart, digest.count) == 1
                }
            }
        }
    }
}
