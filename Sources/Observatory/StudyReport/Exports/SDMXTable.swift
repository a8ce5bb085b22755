internal import CostModel
internal import Documents
internal import Localization
internal import Messages
internal import Observatory

/// One data structure of SDMX with its rows: each row has a field for each component, empty where there is nothing to say.
struct SDMXTable: Sendable {
    /// A dimension, attribute or measure.
    struct Component: Sendable {
        enum Role: Sendable { case dimension, time, attribute, measure }

        var id: String
        var name: String
        var role: Role
        /// The code list; nothing where the value is text or a number.
        var list: String?
        /// What the value is where there is no list.
        var type = "String"

        func write(_ xml: inout XMLText) {
            xml.element("str:ConceptIdentity", SDMXMessage.urn("conceptscheme.Concept", "CS_SPAM", item: id))
            xml.element("str:LocalRepresentation") { xml in
                if let list {
                    xml.element("str:Enumeration", SDMXMessage.urn("codelist.Codelist", list))
                    xml.empty("str:EnumerationFormat", ["textType": "String"])
                } else {
                    xml.empty("str:TextFormat", ["textType": type])
                }
            }
        }
    }

    var id: String
    var flow: String
    var name: String
    var components: [Component]
    var rows: [[String]]
    var lists: [SDMXCodeList]

    /// All of a dimension, as SDMX writes it.
    static let total = "_T"

    /// A code as SDMX spells one: letters, digits, `_`, `-`, `$` and `@`.
    static func code(_ text: String) -> String {
        let allowed: [Character] = text.unicodeScalars.map { scalar in
            let isPlain =
                scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-")
            return isPlain ? Character(scalar) : "_"
        }
        let code = String(allowed).uppercased()
        return code.isEmpty ? "_Z" : code
    }

    // MARK: Traffic

    /// The dimensions that keys of figures are, with their code lists.
    private static let keyed: [(key: StudyKey, id: String, name: String)] = [
        (.channel, "CHANNEL", "Channel"), (.category, "CATEGORY", "Category"), (.direction, "DIRECTION", "Direction"),
        (.country, "COUNTERPART_AREA", "Counterpart area"), (.route, "ROUTE", "Route"), (.trust, "ROUTE_TRUST", "Trust in the route"),
        (.network, "NETWORK", "Network of origin"), (.operator, "OPERATOR", "Operator"),
        (.issuer, "SENDER_ID_ISSUER", "Issuer of sender ids"),
        (.layer, "STRATEGY", "Strategy of X.1231"), (.disposition, "DISPOSITION", "Disposition"), (.language, "LANGUAGE", "Language"),
    ]

    static func traffic(_ data: StudyData) -> SDMXTable {
        var dimensions: [Component] = [
            Component(id: "FREQ", name: "Frequency", role: .dimension, list: "CL_FREQ"),
            Component(id: "REF_AREA", name: "Reference area", role: .dimension, list: "CL_AREA"),
            Component(id: "INDICATOR", name: "Indicator", role: .dimension, list: "CL_SPAM_INDICATOR"),
        ]
        for (key, id, name) in keyed {
            dimensions.append(Component(id: id, name: name, role: .dimension, list: key == .country ? "CL_AREA" : "CL_SPAM_\(id)"))
        }
        dimensions += [
            Component(id: "COLL_METHOD", name: "Collection method", role: .dimension, list: "CL_SPAM_METHOD"),
            Component(id: "UNIT_MEASURE", name: "Unit of measure", role: .dimension, list: "CL_SPAM_UNIT"),
            Component(id: "TIME_PERIOD", name: "Time period", role: .time, type: "ObservationalTimePeriod"),
        ]
        let rest: [Component] = [
            Component(id: "OBS_VALUE", name: "Observation value", role: .measure, type: "Double"),
            Component(id: "OBS_STATUS", name: "Observation status", role: .attribute, list: "CL_OBS_STATUS"),
            Component(id: "CONF_STATUS", name: "Confidentiality status", role: .attribute, list: "CL_CONF_STATUS"),
            Component(id: "LOW", name: "Low", role: .attribute, type: "Double"),
            Component(id: "HIGH", name: "High", role: .attribute, type: "Double"),
            Component(id: "COVERAGE", name: "Coverage", role: .attribute, type: "Double"),
            Component(id: "CONTRIBUTORS", name: "Contributors", role: .attribute, type: "Integer"),
            Component(id: "COMMENT_OBS", name: "Comment", role: .attribute),
        ]
        let components = dimensions + rest
        let rows = data.ordered.map { row(of: $0, data) }
        var table = SDMXTable(
            id: "DSD_SPAM_TRAFFIC", flow: "DF_SPAM_TRAFFIC", name: "Spam: traffic", components: components, rows: rows, lists: [])
        table.lists = SDMXCodeList.lists(of: table, data)
        return table
    }

    private static func row(of figure: StudyFigure, _ data: StudyData) -> [String] {
        let dataset = data.datasets.first { $0.id == figure.dataset }
        var row: [String] = [figure.period.frequency, code(data.country), code(figure.indicator.rawValue)]
        for dimension in keyed { row.append(figure.keys[dimension.key].map(code) ?? total) }
        row += [figure.method.rawValue.uppercased(), figure.indicator.unit.rawValue, figure.period.description]
        row += fields(of: figure.value)
        row.append(figure.coverage.map(TidyTable.number) ?? "")
        row.append(figure.contributors.map(String.init) ?? "")
        row.append(dataset.map { "\($0.name), \($0.date)" } ?? "")
        return row
    }

    /// The value, its status, its confidentiality and its bounds.
    private static func fields(of value: StudyValue) -> [String] {
        switch value {
        case .exact(let number): [TidyTable.number(number), "A", "F", "", ""]
        case .range(let low, let mid, let high): [TidyTable.number(mid), "E", "F", TidyTable.number(low), TidyTable.number(high)]
        case .suppressed: ["", "Q", "C", "", ""]
        case .missing: ["", "M", "F", "", ""]
        }
    }

    // MARK: Cost

    static func cost(_ data: StudyData) -> SDMXTable {
        let components = [
            Component(id: "FREQ", name: "Frequency", role: .dimension, list: "CL_FREQ"),
            Component(id: "REF_AREA", name: "Reference area", role: .dimension, list: "CL_AREA"),
            Component(id: "COMPONENT", name: "Cost component", role: .dimension, list: "CL_SPAM_COMPONENT"),
            Component(id: "PERSPECTIVE", name: "Perspective", role: .dimension, list: "CL_SPAM_PERSPECTIVE"),
            Component(id: "CURRENCY", name: "Currency", role: .dimension, list: "CL_SPAM_CURRENCY"),
            Component(id: "PRICE_BASE", name: "Price base", role: .dimension, list: "CL_SPAM_PRICE_BASE"),
            Component(id: "STAT", name: "Statistic", role: .dimension, list: "CL_SPAM_STAT"),
            Component(id: "TIME_PERIOD", name: "Time period", role: .time, type: "ObservationalTimePeriod"),
            Component(id: "OBS_VALUE", name: "Observation value", role: .measure, type: "Double"),
            Component(id: "OBS_STATUS", name: "Observation status", role: .attribute, list: "CL_OBS_STATUS"),
        ]
        var rows: [[String]] = []
        if let costs = data.costs {
            for amount in costs.amounts {
                for (statistic, value) in [("P5", amount.p5), ("P50", amount.p50), ("P95", amount.p95)] {
                    rows.append([
                        "A", code(data.country), code(amount.id), perspective(of: amount), code(costs.currency), "Y\(costs.priceYear)",
                        statistic, "\(data.period.year)", TidyTable.number(value), "E",
                    ])
                }
            }
        }
        var table = SDMXTable(
            id: "DSD_SPAM_COST", flow: "DF_SPAM_COST", name: "Spam: cost", components: components, rows: rows, lists: [])
        table.lists = SDMXCodeList.lists(of: table, data)
        return table
    }

    private static func perspective(of amount: StudyCosts.Amount) -> String {
        code(amount.figure?.group ?? "investment")
    }
}
