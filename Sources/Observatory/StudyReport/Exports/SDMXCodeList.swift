internal import CostModel
internal import Localization
internal import Messages
internal import Observatory

/// A code list of SDMX: those codes that a message uses, with names in the languages there are.
struct SDMXCodeList: Sendable {
    struct Code: Sendable, Hashable {
        var id: String
        var names: [Language: String]
    }

    var id: String
    var name: String
    var codes: [Code]

    /// Lists of two tables that have one id, put together.
    static func merged(_ lists: [SDMXCodeList]) -> [SDMXCodeList] {
        var merged: [String: SDMXCodeList] = [:]
        for list in lists {
            var all = merged[list.id] ?? SDMXCodeList(id: list.id, name: list.name, codes: [])
            let known = Set(all.codes.map(\.id))
            all.codes += list.codes.filter { !known.contains($0.id) }
            all.codes.sort { $0.id < $1.id }
            merged[list.id] = all
        }
        return merged.values.sorted { $0.id < $1.id }
    }

    /// The lists that a table's components name, with the codes that stand in its rows.
    static func lists(of table: SDMXTable, _ data: StudyData) -> [SDMXCodeList] {
        let names = names(data)
        return table.components.enumerated().compactMap { place, component in
            guard let id = component.list else { return nil }
            let used = Set(table.rows.map { $0[place] }.filter { !$0.isEmpty }).union(always[id].map { Set($0.keys) } ?? [])
            let codes = used.sorted().map { code in
                Code(
                    id: code,
                    names: always[id]?[code].map { [.english: $0] } ?? names[id + "/" + code] ?? names["/" + code] ?? [.english: code])
            }
            return SDMXCodeList(id: id, name: component.name, codes: codes)
        }
    }

    /// Cross-domain lists of SDMX, as far as a study uses them, and lists whose codes need no translation.
    private static let always: [String: [String: String]] = [
        "CL_FREQ": ["A": "Annual", "Q": "Quarterly", "M": "Monthly"],
        "CL_OBS_STATUS": ["A": "Normal value", "E": "Estimated value", "M": "Missing value", "Q": "Missing value; suppressed"],
        "CL_CONF_STATUS": ["F": "Free", "C": "Confidential statistical information"],
        "CL_SPAM_UNIT": [
            "MSG": "Messages", "RATIO": "Share of 1", "NUMBER": "Number", "PER1000": "For each 1000 subscribers", "BYTE": "Bytes",
            "MS": "Milliseconds",
        ],
        "CL_SPAM_STAT": ["P5": "5th percentile", "P50": "Median", "P95": "95th percentile"],
    ]

    /// Names by list and code, or by code alone.
    private static func names(_ data: StudyData) -> [String: [Language: String]] {
        let catalogue = Catalogue(Terms.all, StudySentences.all, CostFigure.sentences)
        var names: [String: [Language: String]] = ["/" + SDMXTable.total: [:]]
        func add(_ list: String, _ code: String, _ key: String) {
            guard let sentence = catalogue[key] else { return }
            names[list + "/" + SDMXTable.code(code)] = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, sentence[$0]) })
        }
        for indicator in StudyIndicator.known { add("CL_SPAM_INDICATOR", indicator.rawValue, "study.i.\(indicator.rawValue)") }
        for method in CountMethod.allCases { add("CL_SPAM_METHOD", method.rawValue, "study.m.\(method.rawValue)") }
        for channel in Channel.known { add("CL_SPAM_CHANNEL", channel.rawValue, "channel.\(channel.rawValue)") }
        for category in ThreatClass.known { add("CL_SPAM_CATEGORY", category.rawValue, "class.\(category.rawValue)") }
        for layer in Layer.allCases { add("CL_SPAM_STRATEGY", layer.rawValue, "layer.\(layer.rawValue)") }
        for name in ["terminating", "originating", "transit"] { add("CL_SPAM_DIRECTION", name, "direction.\(name)") }
        for name in ["accept", "tag", "quarantine", "defer", "reject", "discard"] {
            add("CL_SPAM_DISPOSITION", name, "disposition.\(name)")
        }
        for name in ["seen", "confirmed", "claimed"] { add("CL_SPAM_ROUTE_TRUST", name, "trust.\(name)") }
        for figure in CostFigure.all { add("CL_SPAM_COMPONENT", figure.id, "cost.figure.\(figure.id)") }
        for (code, texts) in data.names { names["/" + SDMXTable.code(code)] = texts }
        names["/" + SDMXTable.total] = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0, catalogue.text("study.total", in: $0)) })
        names["/UNKNOWN"] = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, catalogue.text("study.unknown", in: $0)) })
        return names
    }
}
