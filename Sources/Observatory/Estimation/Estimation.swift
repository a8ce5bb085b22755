// Estimation: from what some operators counted, what holds for the country, with intervals that say how far it can be believed.
//
// The chain for each figure: counts of a filter's words, corrected by its audited errors (`AuditedErrors`); operators that return
// nothing, foretold from those that do (`Expansion`); shares as ratios of such totals (`NationalEstimator`). docs/estimation.md has the
// method, its assumptions and its limits.
