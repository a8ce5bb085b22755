// The LibarchiveArchives module; see ARCHITECTURE.md.
