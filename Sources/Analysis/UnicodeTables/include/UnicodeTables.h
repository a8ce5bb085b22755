// Look-ups in the Unicode tables. Every function takes any number: what is no code point gives 0, so none can read outside.
//
// A two-stage table has an index by the code point's high bits (16-bit numbers) into blocks of equal content.
#pragma once
#include <stdint.h>

#include "UnicodeTablesLayout.h"

extern const unsigned char chaffinch_unicode[CHAFFINCH_SIZE];

static inline uint32_t chaffinch_read16(uint32_t at) {
    return (uint32_t)chaffinch_unicode[at] | (uint32_t)chaffinch_unicode[at + 1] << 8;
}

static inline uint32_t chaffinch_read32(uint32_t at) {
    return chaffinch_read16(at) | chaffinch_read16(at + 2) << 16;
}

#define CHAFFINCH_CELL(TABLE, code)                                                                  \
    ((chaffinch_read16(CHAFFINCH_##TABLE##_INDEX + 2 * ((code) >> CHAFFINCH_##TABLE##_SHIFT))        \
      << CHAFFINCH_##TABLE##_SHIFT) +                                                                \
     ((code) & ((1u << CHAFFINCH_##TABLE##_SHIFT) - 1)))

/// How a scalar folds: 0 for "stays itself"; otherwise a target or the offset of a sequence in bits 0 to 20, and flags above.
static inline uint32_t chaffinch_fold(uint32_t code) {
    return code < 0x110000 ? chaffinch_read32(CHAFFINCH_FOLD_BLOCKS + 4 * CHAFFINCH_CELL(FOLD, code)) : 0;
}

/// What a folded scalar is: word class in bits 0 to 3, script in 4 to 8, kind in 9 to 12, flags above.
static inline uint16_t chaffinch_class(uint32_t code) {
    return code < 0x110000 ? (uint16_t)chaffinch_read16(CHAFFINCH_CLASS_BLOCKS + 2 * CHAFFINCH_CELL(CLASS, code)) : 0;
}

/// The small ASCII letter that a folded scalar can be taken for, or 0.
static inline uint8_t chaffinch_lookalike(uint32_t code) {
    return code < 0x110000 ? chaffinch_unicode[CHAFFINCH_LOOKALIKE_BLOCKS + CHAFFINCH_CELL(LOOKALIKE, code)] : 0;
}

/// The Word_Break property (UAX 29) as a number, and 0x80 for Extended_Pictographic.
static inline uint8_t chaffinch_word_break(uint32_t code) {
    return code < 0x110000 ? chaffinch_unicode[CHAFFINCH_WORD_BREAK_BLOCKS + CHAFFINCH_CELL(WORD_BREAK, code)] : 0;
}

/// The canonical combining class in bits 0 to 7, above them the offset of the full canonical decomposition, or 0.
static inline uint32_t chaffinch_canonical(uint32_t code) {
    return code < 0x110000 ? chaffinch_read32(CHAFFINCH_CANONICAL_BLOCKS + 4 * CHAFFINCH_CELL(CANONICAL, code)) : 0;
}

/// The offset of the prototype of UTS 39 section 4, or 0 for "stays itself".
static inline uint32_t chaffinch_skeleton(uint32_t code) {
    return code < 0x110000 ? chaffinch_read16(CHAFFINCH_SKELETON_BLOCKS + 2 * CHAFFINCH_CELL(SKELETON, code)) : 0;
}

#define CHAFFINCH_POOL_BYTE(TABLE, offset)                                                     \
    ((offset) < CHAFFINCH_SIZE - CHAFFINCH_##TABLE ? chaffinch_unicode[CHAFFINCH_##TABLE + (offset)] : 0)

/// A byte of the folding sequences: at a sequence's offset its length, then its UTF-8.
static inline uint8_t chaffinch_sequence_byte(uint32_t offset) { return CHAFFINCH_POOL_BYTE(SEQUENCES, offset); }

/// A byte of the canonical decompositions: at an offset the length, then the UTF-8.
static inline uint8_t chaffinch_decomposition_byte(uint32_t offset) { return CHAFFINCH_POOL_BYTE(DECOMPOSITIONS, offset); }

/// A byte of the prototypes: at an offset the length, then the UTF-8.
static inline uint8_t chaffinch_prototype_byte(uint32_t offset) { return CHAFFINCH_POOL_BYTE(PROTOTYPES, offset); }

/// The primary composite of two scalars (Unicode section 3.11, D117), Hangul apart; 0 when there is none.
static inline uint32_t chaffinch_composition(uint32_t first, uint32_t second) {
    uint32_t low = 0, high = CHAFFINCH_COMPOSITION_COUNT;
    while (low < high) {
        uint32_t middle = (low + high) / 2, at = CHAFFINCH_COMPOSITIONS + 12 * middle;
        uint32_t a = chaffinch_read32(at), b = chaffinch_read32(at + 4);
        if (a == first && b == second) return chaffinch_read32(at + 8);
        if (a < first || (a == first && b < second)) low = middle + 1;
        else high = middle;
    }
    return 0;
}
