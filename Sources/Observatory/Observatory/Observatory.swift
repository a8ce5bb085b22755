// The Observatory module; see ARCHITECTURE.md.
