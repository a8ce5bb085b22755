// Made by Scripts/make-html-entities; do not edit.
// The named character references of the WHATWG HTML standard (section 13.5) as a trie of constant tables.
#pragma once
#include <stdint.h>

enum {
    html_entity_root_count = 128,
    html_entity_node_count = 9853,
    html_entity_text_count = 1512,
};

// By first byte of a name: the index of its node plus one, or 0 where no name begins with it.
const uint16_t *html_entity_roots(void);

// By node: its byte in bits 0 to 6, whether it is the last of its siblings in bit 7, the index of its first child above (0: none).
const uint32_t *html_entity_nodes(void);

// By node: the index of the text of the name that ends there, or 0.
const uint16_t *html_entity_values(void);

// By index: up to seven bytes of UTF-8, the first lowest, and their number in the highest byte.
const uint64_t *html_entity_texts(void);
