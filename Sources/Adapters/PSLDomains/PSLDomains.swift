// The PSLDomains module; see ARCHITECTURE.md.
