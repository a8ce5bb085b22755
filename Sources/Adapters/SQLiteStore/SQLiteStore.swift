// The SQLiteStore module; see ARCHITECTURE.md.
