// The Localization module; see ARCHITECTURE.md.
