// The Text module; see ARCHITECTURE.md.
