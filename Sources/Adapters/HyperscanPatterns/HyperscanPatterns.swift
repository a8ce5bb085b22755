// The HyperscanPatterns module; see ARCHITECTURE.md.
