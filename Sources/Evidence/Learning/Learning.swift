// The Learning module; see ARCHITECTURE.md.
