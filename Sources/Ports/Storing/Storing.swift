// The Storing module; see ARCHITECTURE.md.
