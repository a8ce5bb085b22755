// Localization: what Chaffinch says to people, in the six languages of ITU.
//
// `Language` chooses, `Sentence` is one thing said in six languages, `Catalogue` is all of them by key, `Terms` are the words of the
// command itself. Sentences are compiled in: no file to lose, nothing to parse at the start. No Foundation.
