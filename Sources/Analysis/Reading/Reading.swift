// The Reading module; see ARCHITECTURE.md.
