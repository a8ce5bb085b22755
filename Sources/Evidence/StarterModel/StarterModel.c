// The starter model, its card, the weights of evidence and the model of the kinds of spam, put into the program as read-only memory. `make model` makes the model again.
#include "StarterModel.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "starter.model"
};

const unsigned char *chaffinch_starter_model(void) { return bytes; }

unsigned long chaffinch_starter_model_size(void) { return sizeof bytes; }

static const unsigned char card[] = {
#embed "model-card.md"
};

const unsigned char *chaffinch_model_card(void) { return card; }

unsigned long chaffinch_model_card_size(void) { return sizeof card; }

static const unsigned char weights[] = {
#embed "evidence.weights"
};

const unsigned char *chaffinch_starter_weights(void) { return weights; }

unsigned long chaffinch_starter_weights_size(void) { return sizeof weights; }

static const unsigned char threats[] = {
#embed "threat.model"
};

const unsigned char *chaffinch_threat_model(void) { return threats; }

unsigned long chaffinch_threat_model_size(void) { return sizeof threats; }

// Constants lie in pages of the program's file: whoever asks for them again gets them from there (madvise(2), MADV_DONTNEED on a private
// mapping of a file). Only whole pages, so that no neighbour goes too; a refusal costs nothing but memory.
static void give_back(const unsigned char *start, unsigned long size) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t from = ((uintptr_t)start + page - 1) & ~(page - 1), to = ((uintptr_t)start + size) & ~(page - 1);
    if (from < to) (void)madvise((void *)from, to - from, MADV_DONTNEED);
}

void chaffinch_give_back_starter_model(void) { give_back(bytes, sizeof bytes); }

void chaffinch_give_back_threat_model(void) { give_back(threats, sizeof threats); }
