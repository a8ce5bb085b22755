// The starter model, put into the program as read-only memory. `make model` makes the file again.
#include "StarterModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bytes[] = {
#embed "starter.model"
};

const unsigned char *chaffinch_starter_model(void) { return bytes; }

unsigned long chaffinch_starter_model_size(void) { return sizeof bytes; }
