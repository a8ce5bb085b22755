// The Rules module; see ARCHITECTURE.md.
