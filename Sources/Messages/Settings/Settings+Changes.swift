extension Settings {
    /// The names of all that differs between these settings and earlier ones, in the order of the catalogue: keys, and the thresholds that
    /// were set (`policy.sms.terminating.reject`).
    public func changes(since earlier: Settings) -> [String] {
        let keys = catalogue.keys.filter { value(of: $0) != earlier.value(of: $0) }.map(\.name)
        let (now, before) = (ladder, earlier.ladder)
        let places = Set(now.keys).union(before.keys).filter { now[$0] != before[$0] }
        return keys + places.sorted()
    }

    /// These settings with earlier values for some keys: those that only a new start of the program changes.
    public func keeping(_ names: Set<String>, from earlier: Settings) -> Settings {
        var kept = self
        for name in names { kept.entries[name] = earlier.entries[name] }
        return kept
    }

    private func value(of key: SettingKey) -> SettingData { entries[key.name]?.data ?? key.defaultData }

    private var ladder: [String: Double?] {
        Dictionary(thresholds.map { ($0.name, $0.probability) }) { first, _ in first }
    }
}
