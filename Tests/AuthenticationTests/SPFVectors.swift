import Resolving
import TestSupport
import Yams
import ZoneFiles

/// The scenarios of a file of the openspf suite.
enum SPFVectors {
    struct Case {
        var label: String
        var helo: String
        var host: String
        var mailFrom: String
        var results: [String]
        var explanation: String?
    }

    struct Scenario {
        var zone: Zone
        var defaultExplanation: String?
        var cases: [Case]
    }

    /// The scenarios of a file, in its order.
    static func scenarios(at path: String) throws -> [Scenario] {
        let text = String(decoding: try SharedData.bytes(at: path), as: UTF8.self)
        var scenarios: [Scenario] = []
        for document in try Yams.compose_all(yaml: text) {
            guard let pairs = document.mapping, let zone = pairs[Node("zonedata")], let tests = pairs[Node("tests")]?.mapping else {
                continue
            }
            let name = pairs[Node("description")]?.scalar?.string ?? ""
            var scenario = Scenario(zone: try StructuredZone.zone(from: try Yams.serialize(node: Node(["zonedata": zone]))), cases: [])
            for (key, test) in tests {
                guard let fields = test.mapping else { continue }
                let result = fields[Node("result")]
                scenario.cases.append(
                    Case(
                        label: name + "/" + (key.scalar?.string ?? ""), helo: fields[Node("helo")]?.scalar?.string ?? "",
                        host: fields[Node("host")]?.scalar?.string ?? "", mailFrom: fields[Node("mailfrom")]?.scalar?.string ?? "",
                        results: result?.sequence?.compactMap(\.scalar?.string) ?? [result?.scalar?.string ?? ""],
                        explanation: fields[Node("explanation")]?.scalar?.string))
            }
            scenarios.append(scenario)
        }
        return scenarios
    }
}
