// The ZBarImages module; see ARCHITECTURE.md.
