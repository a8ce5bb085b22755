// The Patterns module; see ARCHITECTURE.md.
