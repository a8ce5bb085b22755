// Storing: ports to the program's state, one small protocol for each pattern of access, each with a real version in memory.
//
// Stores take sets: one read per message for all its keys, one write per batch. Additions commute, so a store may delay, merge and
// reorder them, and nodes never need a lock. An adapter keeps a port's promises when the kit in StoringTesting finds nothing.
