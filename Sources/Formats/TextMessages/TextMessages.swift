// The TextMessages module; see ARCHITECTURE.md.
