// The Telemetry module; see ARCHITECTURE.md.
