// The Archives module; see ARCHITECTURE.md.
