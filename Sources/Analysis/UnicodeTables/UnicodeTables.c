// Made by a script; see ARCHITECTURE.md.
