// What Chaffinch asks of OpenSSL's libcrypto: RSA keys of a size that is no multiple of eight bits, which BoringSSL does not verify with.
// OpenSSL's own headers stay out of sight.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Whether bytes are a public RSA key, as SubjectPublicKeyInfo or alone (RFC 8017 appendix A.1.1), with an exponent that is odd and has
/// 2 to 33 bits: the bound that BoringSSL sets, so that no key makes us calculate for long.
int rsa_public_key_is_sound(const uint8_t *_Nonnull key, size_t key_length);

/// Whether a signature by RSASSA-PKCS1-v1_5 (RFC 8017 section 8.2) over a digest was made with the key that belongs to this one.
/// The digest is of SHA-256 where it has 32 bytes, of SHA-1 where it has 20.
int rsa_public_key_verifies(
    const uint8_t *_Nonnull key, size_t key_length, const uint8_t *_Nonnull signature, size_t signature_length,
    const uint8_t *_Nonnull digest, size_t digest_length);
