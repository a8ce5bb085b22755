// ZoneFiles: a domain name system that is written down, for `--dns FILE`, replays and tests. Reads zone files (RFC 1035 section 5) with a
// few words more for what goes wrong, and the JSON and YAML shapes of test suites. The file is the operator's; a mistake in it is an error
// that names the line.
