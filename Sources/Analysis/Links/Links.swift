// The Links module; see ARCHITECTURE.md.
