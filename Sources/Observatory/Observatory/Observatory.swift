// Observatory: counts what was judged, and nothing else. It never sees content or an address; an observation has no field for either.
//
// Judged messages become observations, observations add up in a counter in memory, and a recorder flushes the counter in batches into
// a store. Counters merge: those of many workers or machines, in any order, make the one of all.
