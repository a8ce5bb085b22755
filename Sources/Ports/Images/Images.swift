// The Images module; see ARCHITECTURE.md.
