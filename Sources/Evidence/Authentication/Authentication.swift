// Authentication: what a message can prove about where it came from, mechanism by mechanism. *Authenticated* is not *wanted*: a result says
// who answers for a message, never whether anybody asked for it.
//
// Records, signatures and header fields are hostile input: each parser takes bytes, names the byte that is wrong, and is bounded in time.
