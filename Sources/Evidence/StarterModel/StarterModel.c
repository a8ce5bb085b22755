// The starter model, its card, the weights of evidence and the model of the kinds of spam, put into the program as read-only memory. `make model` makes the model again.
#include "StarterModel.h"

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
