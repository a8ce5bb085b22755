// The HTML module; see ARCHITECTURE.md.
