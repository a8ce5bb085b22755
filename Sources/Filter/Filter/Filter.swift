// The Filter module; see ARCHITECTURE.md.
