// The StoringTesting module; see ARCHITECTURE.md.
