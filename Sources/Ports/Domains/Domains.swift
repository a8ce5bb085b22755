// The Domains module; see ARCHITECTURE.md.
