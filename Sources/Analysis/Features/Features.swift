// The Features module; see ARCHITECTURE.md.
