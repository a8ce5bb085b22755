#pragma once

/// The bytes of the starter model, in the format of Learning's ModelFile. They live as long as the program.
const unsigned char *chaffinch_starter_model(void);

/// How many bytes the starter model has.
unsigned long chaffinch_starter_model_size(void);

/// The model card as UTF-8 text. It lives as long as the program.
const unsigned char *chaffinch_model_card(void);

/// How many bytes the model card has.
unsigned long chaffinch_model_card_size(void);

/// The weights of evidence as text, in the format of Learning's EvidenceWeights. They live as long as the program.
const unsigned char *chaffinch_starter_weights(void);

/// How many bytes the weights of evidence have.
unsigned long chaffinch_starter_weights_size(void);

/// The bytes of the model of the kinds of spam, in the format of Learning's ThreatModelFile. They live as long as the program.
const unsigned char *chaffinch_threat_model(void);

/// How many bytes the model of the kinds of spam has.
unsigned long chaffinch_threat_model_size(void);

/// Gives the memory of the starter model's bytes back to the system, once they were read; they can still be read again.
void chaffinch_give_back_starter_model(void);

/// The same for the model of the kinds of spam.
void chaffinch_give_back_threat_model(void);
