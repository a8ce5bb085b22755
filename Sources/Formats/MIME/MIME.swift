// The MIME module; see ARCHITECTURE.md.
