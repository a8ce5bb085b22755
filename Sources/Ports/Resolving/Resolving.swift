// Resolving: the port to the domain name system. A question has one answer, and a failure to answer is an answer too: "no such name",
// "no such record", "no time" and "not to be trusted" mean different things to every mechanism that asks (RFC 7208 section 2.6).
//
// Names and records are hostile input: whoever sends a message writes the records of the domain that it names.
