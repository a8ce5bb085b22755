// Questions asked of sixteen bytes at once, answered with a bit for each byte.
//
// Swift 6.3 can compare sixteen bytes only lane by lane: it has no way from a vector of truths to a number of bits. Everything here takes and
// gives values; memory is read and written by the caller, in Swift, with its checks. The vectors are clang's own, so that one source serves
// every processor: a question is three or four instructions with SSE2 and a few more with NEON.
#ifndef CHAFFINCH_ASCII_BLOCKS_H
#define CHAFFINCH_ASCII_BLOCKS_H

#include <stdint.h>

typedef uint8_t ChaffinchBytes __attribute__((ext_vector_type(16)));
typedef uint16_t ChaffinchSums __attribute__((ext_vector_type(16)));
typedef _Bool ChaffinchBits __attribute__((ext_vector_type(16)));

#define CHAFFINCH_PURE static inline __attribute__((always_inline, const))

/// The high bit of every byte; the first byte's is the lowest.
CHAFFINCH_PURE uint32_t chaffinch_high_bits(ChaffinchBytes bytes) {
    ChaffinchBits bits = __builtin_convertvector(bytes >> 7, ChaffinchBits);
    uint16_t gathered;
    __builtin_memcpy(&gathered, &bits, sizeof gathered);
    return gathered;
}

/// Which bytes lie between two, both included.
CHAFFINCH_PURE uint32_t chaffinch_between(ChaffinchBytes bytes, uint8_t low, uint8_t top) {
    return chaffinch_high_bits((ChaffinchBytes)(bytes - low <= (ChaffinchBytes)(uint8_t)(top - low)));
}

/// Which bytes equal those of another vector at the same place.
CHAFFINCH_PURE uint32_t chaffinch_equal(ChaffinchBytes bytes, ChaffinchBytes others) {
    return chaffinch_high_bits((ChaffinchBytes)(bytes == others));
}

/// 0x80 where a byte is an ASCII capital, 0 elsewhere.
CHAFFINCH_PURE ChaffinchBytes chaffinch_capitals(ChaffinchBytes bytes) {
    return (ChaffinchBytes)(bytes - (uint8_t)'A' <= (ChaffinchBytes)(uint8_t)25) & (ChaffinchBytes)(uint8_t)0x80;
}

/// Which bytes are not ASCII, or are controls other than the line feed.
CHAFFINCH_PURE uint32_t chaffinch_uncommon(ChaffinchBytes bytes) {
    ChaffinchBytes control = (ChaffinchBytes)(bytes <= (ChaffinchBytes)(uint8_t)0x1F);
    ChaffinchBytes newline = (ChaffinchBytes)(bytes == (ChaffinchBytes)(uint8_t)0x0A);
    return chaffinch_high_bits(bytes | (control ^ newline));
}

#define CHAFFINCH_WITHIN(bytes, low, top) \
    ((ChaffinchBytes)(bytes - (uint8_t)(low) <= (ChaffinchBytes)(uint8_t)((top) - (low))))

/// Which bytes of ASCII are signs that count as more than punctuation: currency, symbols, calls, questions, what stands for letters or joins them.
CHAFFINCH_PURE uint32_t chaffinch_telling_signs(ChaffinchBytes bytes) {
    return chaffinch_high_bits(
        CHAFFINCH_WITHIN(bytes, '<', '@') | CHAFFINCH_WITHIN(bytes, '^', '`') | CHAFFINCH_WITHIN(bytes, '~', 0x7F) |
        (ChaffinchBytes)(bytes == (ChaffinchBytes)(uint8_t)'!') | (ChaffinchBytes)(bytes == (ChaffinchBytes)(uint8_t)'$') |
        (ChaffinchBytes)(bytes == (ChaffinchBytes)(uint8_t)'+') | (ChaffinchBytes)(bytes == (ChaffinchBytes)(uint8_t)'|'));
}

/// Adds 1 to every counter whose byte is the one looked for; a counter holds 255.
CHAFFINCH_PURE ChaffinchBytes chaffinch_tally(ChaffinchBytes counters, ChaffinchBytes bytes, uint8_t wanted) {
    return counters - (ChaffinchBytes)(bytes == (ChaffinchBytes)wanted);
}

/// The sum of sixteen counters.
CHAFFINCH_PURE uint32_t chaffinch_sum(ChaffinchBytes counters) {
    return __builtin_reduce_add(__builtin_convertvector(counters, ChaffinchSums));
}

#endif
