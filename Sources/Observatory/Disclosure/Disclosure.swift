// Disclosure: what may be published of figures that people and operators gave in confidence.
//
// A table of true figures goes in (`StatisticalTable`), a table that is safe to hand out comes out (`PublishedTable`): figures as they are,
// counts rounded, or nothing. `DisclosureControl` decides, `DisclosureAuditor` attacks what came out as a reader could.
