internal import Yams

// Several versions of one value, and scenarios: which of them is taken.
extension LedgerReader {
    /// Reads what says which version an entry is; false where the line is another.
    mutating func readVersion(_ name: String, _ value: Node, into version: inout EntryVersion, entry: String) -> Bool {
        switch name {
        case "version": version.name = text(value, "the version", entry: entry)
        case "valid-from": version.validFrom = day(value, entry: entry)
        case "valid-to": version.validTo = day(value, entry: entry)
        case "supersedes": version.supersedes = text(value, "the version that is superseded", entry: entry)
        default: return false
        }
        return true
    }

    mutating func readVersions(_ list: Node.Sequence, of parameter: Parameter, at key: Node) -> LedgerEntry? {
        let before = problems.count
        var versions: [LedgerEntry] = []
        for item in list {
            guard versions.count < LedgerLimits.versions else {
                report(item, entry: parameter.id, "there are more than \(LedgerLimits.versions) versions; take the oldest out")
                return nil
            }
            guard case .mapping(let mapping) = item else {
                report(item, entry: parameter.id, "a version is {version: ..., valid-from: ..., value: ..., unit: ..., ...}")
                continue
            }
            guard let entry = readEntry(mapping, parameter.definition, at: item) else { continue }
            guard let name = entry.version.name else {
                report(item, entry: parameter.id, "there is no 'version': where there are several, each has a name")
                continue
            }
            if versions.contains(where: { $0.version.name == name }) {
                report(item, entry: parameter.id, "the version '\(LedgerReader.short(name))' stands above already")
            }
            versions.append(entry)
        }
        for entry in versions {
            guard let other = entry.version.supersedes, !versions.contains(where: { $0.version.name == other }) else { continue }
            report(key, entry: parameter.id, "no version '\(LedgerReader.short(other))' stands here that could be superseded")
        }
        return problems.count == before ? choose(among: versions, of: parameter, at: key) : nil
    }

    /// The version that holds on the ledger's day and whose place no other has taken.
    ///
    /// A version takes the place of another from its first day on, even after its own last day: what was corrected does not come back.
    mutating func choose(among versions: [LedgerEntry], of parameter: Parameter, at key: Node) -> LedgerEntry? {
        for version in versions.map(\.version) {
            if let from = version.validFrom, let to = version.validTo, to < from {
                report(key, entry: parameter.id, "'valid-to' \(to) lies before 'valid-from' \(from)")
                return nil
            }
        }
        guard let day = ledger.asOf else { return nil }
        let begun = versions.filter { $0.version.hasBegun(by: day) }
        let superseded = Set(begun.compactMap(\.version.supersedes))
        let standing = begun.filter { entry in entry.version.name.map { !superseded.contains($0) } ?? true }
        let holding = standing.filter { $0.version.holds(on: day) }
        if holding.isEmpty, standing.isEmpty, !begun.isEmpty {
            report(key, entry: parameter.id, "each version is superseded by another; take one 'supersedes' out")
        } else if holding.count > 1 {
            let names = holding.compactMap(\.version.name).map(LedgerReader.short).joined(separator: ", ")
            report(key, entry: parameter.id, "several versions hold on \(day): \(names); give one a 'valid-to', or write 'supersedes'")
        } else if holding.isEmpty, let last = standing.compactMap(\.version.validTo).max() {
            ledger.lapsed[parameter] = last
        }
        guard holding.count == 1 else { return nil }
        ledger.lapsed[parameter] = nil
        return holding[0]
    }

    // MARK: Scenarios

    /// Reads all scenarios, and puts the values of the chosen one in place of the usual ones.
    mutating func readScenarios(_ node: Node?, chosen: String?) {
        var names: [String] = []
        if let node {
            guard case .mapping(let mapping) = node else {
                return report(node, "the scenarios are 'name: {parameter: {value: ..., ...}}' each")
            }
            for (name, key, value) in lines(of: mapping) {
                guard text(key, "the name of a scenario") != nil else { continue }
                let lapsed = ledger.lapsed
                let entries = readParameters(value)
                if name == chosen {
                    ledger.entries.merge(entries) { $1 }
                    ledger.scenario = name
                } else {
                    ledger.lapsed = lapsed
                }
                names.append(name)
            }
        }
        guard let chosen, ledger.scenario == nil else { return }
        let known = names.isEmpty ? "there are none" : "there are \(names.map(LedgerReader.short).joined(separator: ", "))"
        report(line: node?.mark?.line ?? 1, "there is no scenario '\(LedgerReader.short(chosen))'; \(known)")
    }
}
