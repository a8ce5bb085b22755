internal import Messages
internal import Yams

// Facilities and spending: lists of amounts of money.
extension LedgerReader {
    private static let facilityKeys = ["class", "means", "required", "installed"] + originKeys
    private static let spendingKeys = ["actor", "purpose", "size", "respondents", "value"] + originKeys

    // MARK: Facilities

    mutating func readFacilities(_ node: Node) {
        guard case .sequence(let list) = node else { return report(node, "the facilities are a list: each begins with a hyphen") }
        var seen: Set<String> = []
        for item in list {
            guard ledger.facilities.count < LedgerLimits.facilities else {
                return report(item, "there are more than \(LedgerLimits.facilities) facilities")
            }
            guard case .mapping(let mapping) = item else {
                report(item, "a facility is a list of 'name: value' lines")
                continue
            }
            guard let facility = readFacility(mapping, at: item) else { continue }
            if seen.insert(facility.id).inserted {
                ledger.facilities.append(facility)
            } else {
                report(item, entry: facility.id, "the class and means stand above already; add the amounts up")
            }
        }
    }

    private mutating func readFacility(_ mapping: Node.Mapping, at item: Node) -> Facility? {
        let before = problems.count
        var draft = Draft()
        var (layer, means): (Layer?, Facility.Means?)
        var (required, installed): (Facility.Requirement?, ParameterRange?)
        var isAnswered = false
        let name = "facility"
        let lines = lines(of: mapping, entry: name)
        for (key, node, value) in lines {
            switch key {
            case "class": layer = choice(value, "the class", entry: name)
            case "means": means = choice(value, "the means", entry: name)
            case "required":
                required = value.scalar?.string == "computed" ? .computed : readRange(value, .amount, entry: name).map { .entered($0) }
            case "installed":
                isAnswered = value.scalar?.string == "answers"
                installed = isAnswered ? nil : readRange(value, .amount, entry: name)
            default:
                if !read(key, value, into: &draft, entry: name) {
                    reportUnknown(node, among: LedgerReader.facilityKeys, what: "line of a facility", entry: name)
                }
            }
        }
        for key in ["class", "means", "required", "installed"] where !lines.contains(where: { $0.name == key }) {
            report(item, entry: name, "there is no '\(key)'")
        }
        if required == .computed, !Facility.isComputable(layer, means) {
            report(
                item, entry: name,
                "only machines for filtering and people for feedback (class and means) can be computed; enter what is needed")
        }
        complain(about: draft, unit: ledger.currency, isPrice: true, at: item, entry: name)
        guard problems.count == before, let layer, let means, let required,
            let entry = entry(draft, range: installed, isPrice: true, at: item)
        else { return nil }
        return Facility(
            layer: layer, means: means, required: inPricesOfLedger(required, of: draft.year), installed: entry.range, entry: entry)
    }

    private func inPricesOfLedger(_ requirement: Facility.Requirement, of year: Int?) -> Facility.Requirement {
        guard case .entered(let range) = requirement, let factor = ledger.priceFactor(from: year) else { return requirement }
        return .entered(range.scaled(by: factor))
    }

    // MARK: Spending

    mutating func readSpending(_ node: Node) {
        guard case .sequence(let list) = node else { return report(node, "the spending is a list: each begins with a hyphen") }
        var seen: Set<String> = []
        for item in list {
            guard ledger.spending.count < LedgerLimits.spending else {
                return report(item, "there are more than \(LedgerLimits.spending) lines of spending")
            }
            guard case .mapping(let mapping) = item else {
                report(item, "spending is a list of 'name: value' lines")
                continue
            }
            guard let spending = readSpending(mapping, at: item) else { continue }
            if seen.insert(spending.id).inserted {
                ledger.spending.append(spending)
            } else {
                report(item, entry: spending.id, "actor, size and purpose stand above already; add the amounts up")
            }
        }
    }

    private mutating func readSpending(_ mapping: Node.Mapping, at item: Node) -> Spending? {
        let before = problems.count
        var draft = Draft()
        var (actor, purpose, size): (Spending.Actor?, Spending.Purpose?, Spending.Size?)
        var (respondents, amount): (Int?, ParameterRange?)
        let name = "spending"
        let lines = lines(of: mapping, entry: name)
        for (key, node, value) in lines {
            switch key {
            case "actor": actor = choice(value, "the actor", entry: name)
            case "purpose": purpose = choice(value, "the purpose", entry: name)
            case "size": size = choice(value, "the size", entry: name)
            case "respondents": respondents = count(value, entry: name)
            case "value": amount = readRange(value, .amount, entry: name)
            default:
                if !read(key, value, into: &draft, entry: name) {
                    reportUnknown(node, among: LedgerReader.spendingKeys, what: "line of spending", entry: name)
                }
            }
        }
        for key in ["actor", "purpose", "value"] where !lines.contains(where: { $0.name == key }) {
            report(item, entry: name, "there is no '\(key)'")
        }
        complain(about: draft, unit: ledger.currency + "/year", isPrice: true, at: item, entry: name)
        guard problems.count == before, let actor, let purpose, let entry = entry(draft, range: amount, isPrice: true, at: item),
            let kept = entry.range
        else { return nil }
        return Spending(actor: actor, purpose: purpose, size: size, respondents: respondents, amount: kept, entry: entry)
    }

    private mutating func count(_ node: Node, entry: String) -> Int? {
        guard let text = node.scalar?.string, text.utf8.allSatisfy({ (48...57).contains($0) }), let count = Int(text),
            (1...LedgerLimits.respondents).contains(count)
        else {
            report(node, entry: entry, "respondents are a whole number from 1 to \(LedgerLimits.respondents)")
            return nil
        }
        return count
    }
}
