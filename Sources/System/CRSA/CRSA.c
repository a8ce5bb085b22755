#include "CRSA.h"

#include <limits.h>
#include <string.h>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

enum { LARGEST_EXPONENT_BITS = 33 };

static int exponent_is_sound(const EVP_PKEY *key) {
    BIGNUM *exponent = NULL;
    if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent) != 1) return 0;
    int bits = BN_num_bits(exponent);
    int sound = BN_is_odd(exponent) && bits >= 2 && bits <= LARGEST_EXPONENT_BITS;
    BN_free(exponent);
    return sound;
}

/// Whether bytes end in the key as DER writes it (X.690 section 10), which no negative number and no long form of a length survives.
static int is_der(const uint8_t *bytes, size_t length, const EVP_PKEY *key) {
    unsigned char *again = NULL;
    int written = i2d_PublicKey(key, &again);
    int same = written > 0 && (size_t)written <= length && memcmp(bytes + length - written, again, (size_t)written) == 0;
    OPENSSL_free(again);
    return same;
}

/// The key, which the caller frees; null where the bytes are none.
static EVP_PKEY *public_key(const uint8_t *bytes, size_t length) {
    if (length > LONG_MAX) return NULL;
    const unsigned char *end = bytes;
    EVP_PKEY *key = d2i_PUBKEY(NULL, &end, (long)length);
    if (key == NULL) {
        end = bytes;
        key = d2i_PublicKey(EVP_PKEY_RSA, NULL, &end, (long)length);
    }
    if (key != NULL && end == bytes + length && EVP_PKEY_is_a(key, "RSA") && exponent_is_sound(key) && is_der(bytes, length, key)) {
        return key;
    }
    EVP_PKEY_free(key);
    return NULL;
}

int rsa_public_key_is_sound(const uint8_t *bytes, size_t length) {
    EVP_PKEY *key = public_key(bytes, length);
    EVP_PKEY_free(key);
    ERR_clear_error();
    return key != NULL;
}

int rsa_public_key_verifies(
    const uint8_t *bytes, size_t length, const uint8_t *signature, size_t signature_length, const uint8_t *digest, size_t digest_length) {
    const EVP_MD *hash = digest_length == 32 ? EVP_sha256() : digest_length == 20 ? EVP_sha1() : NULL;
    EVP_PKEY *key = public_key(bytes, length);
    EVP_PKEY_CTX *context = key != NULL && hash != NULL ? EVP_PKEY_CTX_new(key, NULL) : NULL;
    int verified = context != NULL && EVP_PKEY_verify_init(context) == 1
        && EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1 && EVP_PKEY_CTX_set_signature_md(context, hash) == 1
        && EVP_PKEY_verify(context, signature, signature_length, digest, digest_length) == 1;
    EVP_PKEY_CTX_free(context);
    EVP_PKEY_free(key);
    ERR_clear_error();
    return verified;
}
