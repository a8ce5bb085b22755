internal import Documents
internal import Localization
public import Messages
internal import Observatory

/// The figures of a study for statistical offices, by SDMX 3.0: structures, and data in XML and CSV.
///
/// Structures: `DSD_SPAM_TRAFFIC` and `DSD_SPAM_COST`, code lists with names in six languages, and copies of the cross-domain lists that they
/// use, as a message must bring what it refers to. What is withheld has the status `Q` and no value.
public struct SDMXMessage: Sendable {
    /// The agency of the structures.
    static let agency = "CHAFFINCH"
    static let version = "1.0"

    let data: StudyData
    let date: Timestamp
    let traffic: SDMXTable
    let cost: SDMXTable

    /// Messages of the figures of a study.
    ///
    /// - Parameters:
    ///   - data: the figures.
    ///   - date: when the messages were made, as they say in their heads.
    public init(_ data: StudyData, date: Timestamp) {
        self.data = data
        self.date = date
        traffic = SDMXTable.traffic(data)
        cost = SDMXTable.cost(data)
    }

    private var tables: [SDMXTable] { [traffic, cost] }

    private static let spaces = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0"
    private static let names = "urn:sdmx:org.sdmx.infomodel"

    static func urn(_ kind: String, _ id: String, item: String? = nil) -> String {
        "\(names).\(kind)=\(agency):\(id)(\(version))" + (item.map { "." + $0 } ?? "")
    }

    private func header(_ id: String, into xml: inout XMLText, _ structures: [SDMXTable] = []) {
        let civil = date.civil
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        xml.element("mes:Header") { xml in
            xml.element("mes:ID", id)
            xml.element("mes:Test", data.isExample ? "true" : "false")
            xml.element(
                "mes:Prepared",
                "\(civil.year)-\(two(civil.month))-\(two(civil.day))T\(two(civil.hour)):\(two(civil.minute)):\(two(civil.second))Z")
            xml.empty("mes:Sender", ["id": SDMXMessage.agency])
            for table in structures {
                xml.element(
                    "mes:Structure",
                    [
                        "structureID": table.id, "namespace": SDMXMessage.urn("datastructure.DataStructure", table.id),
                        "dimensionAtObservation": "AllDimensions",
                    ]
                ) { $0.element("com:Structure", SDMXMessage.urn("datastructure.DataStructure", table.id)) }
            }
        }
        xml.raw("\n")
    }

    // MARK: Structures

    /// The structures: flows, code lists, concepts and the two data structures (SDMX-ML 3.0 structure message).
    public var structure: [UInt8] {
        var xml = XMLText()
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.element(
            "mes:Structure",
            [
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance", "xmlns:mes": "\(SDMXMessage.spaces)/message",
                "xmlns:str": "\(SDMXMessage.spaces)/structure", "xmlns:com": "\(SDMXMessage.spaces)/common",
            ]
        ) { xml in
            header("STRUCTURE", into: &xml)
            xml.element("mes:Structures") { xml in
                flows(&xml)
                lists(&xml)
                concepts(&xml)
                xml.element("str:DataStructures") { xml in for table in tables { definition(of: table, &xml) } }
            }
        }
        xml.raw("\n")
        return xml.bytes
    }

    private func flows(_ xml: inout XMLText) {
        xml.element("str:Dataflows") { xml in
            for table in tables {
                maintained("str:Dataflow", table.flow, [.english: table.name], isPartial: nil, &xml) {
                    $0.element("str:Structure", SDMXMessage.urn("datastructure.DataStructure", table.id))
                }
            }
        }
    }

    private func maintained(
        _ element: String, _ id: String, _ names: [Language: String], isPartial: Bool?, _ xml: inout XMLText,
        _ body: (inout XMLText) -> Void
    ) {
        let partial = isPartial.map { " isPartial=\"\($0)\"" } ?? ""
        xml.raw(
            "<\(element) id=\"\(id)\" version=\"\(SDMXMessage.version)\" isExternalReference=\"false\" agencyID=\"\(SDMXMessage.agency)\"\(partial)>"
        )
        SDMXMessage.write(names, &xml)
        body(&xml)
        xml.raw("</\(element)>\n")
    }

    private static func write(_ names: [Language: String], _ xml: inout XMLText) {
        for language in Language.allCases {
            if let name = names[language] { xml.element("com:Name", ["xml:lang": language.rawValue], name) }
        }
    }

    private func lists(_ xml: inout XMLText) {
        xml.element("str:Codelists") { xml in
            for list in SDMXCodeList.merged(tables.flatMap(\.lists)) {
                maintained("str:Codelist", list.id, [.english: list.name], isPartial: false, &xml) { xml in
                    for code in list.codes { xml.element("str:Code", ["id": code.id]) { SDMXMessage.write(code.names, &$0) } }
                }
            }
        }
    }

    private func concepts(_ xml: inout XMLText) {
        var seen: Set<String> = []
        let components = tables.flatMap(\.components).filter { seen.insert($0.id).inserted }
        xml.element("str:ConceptSchemes") { xml in
            maintained("str:ConceptScheme", "CS_SPAM", [.english: "Concepts of the study of spam"], isPartial: false, &xml) { xml in
                for component in components {
                    xml.element("str:Concept", ["id": component.id]) { SDMXMessage.write([.english: component.name], &$0) }
                }
            }
        }
    }

    private func definition(of table: SDMXTable, _ xml: inout XMLText) {
        maintained("str:DataStructure", table.id, [.english: table.name], isPartial: nil, &xml) { xml in
            xml.element("str:DataStructureComponents") { xml in
                xml.element("str:DimensionList") { xml in
                    for (place, component) in table.components.filter({ $0.role == .dimension }).enumerated() {
                        xml.element("str:Dimension", ["id": component.id, "position": "\(place + 1)"]) { component.write(&$0) }
                    }
                    for component in table.components where component.role == .time {
                        xml.element("str:TimeDimension", ["id": component.id]) { component.write(&$0) }
                    }
                }
                xml.element("str:AttributeList") { xml in
                    for component in table.components where component.role == .attribute {
                        xml.element("str:Attribute", ["id": component.id, "usage": "optional"]) { xml in
                            component.write(&xml)
                            xml.raw("<str:AttributeRelationship><str:Observation/></str:AttributeRelationship>")
                            xml.raw("<str:MeasureRelationship><str:Measure>OBS_VALUE</str:Measure></str:MeasureRelationship>")
                        }
                    }
                }
                xml.element("str:MeasureList") { xml in
                    for component in table.components where component.role == .measure {
                        xml.element("str:Measure", ["id": component.id, "usage": "optional"]) { component.write(&$0) }
                    }
                }
            }
        }
    }

    // MARK: Data

    /// The figures in XML (SDMX-ML 3.0 structure-specific data), a data set for each structure that has figures.
    public var xml: [UInt8] {
        let filled = tables.filter { !$0.rows.isEmpty }
        var xml = XMLText()
        var spaces = ""
        for (place, table) in filled.enumerated() {
            spaces +=
                " xmlns:ns\(place + 1)=\"\(SDMXMessage.urn("datastructure.DataStructure", table.id)):ObsLevelDim:AllDimensions\""
        }
        xml.raw(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mes:StructureSpecificData xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:mes=\"\(SDMXMessage.spaces)/message\" xmlns:ss=\"\(SDMXMessage.spaces)/data/structurespecific\""
                + " xmlns:com=\"\(SDMXMessage.spaces)/common\"\(spaces)>")
        header("DATA", into: &xml, filled)
        for (place, table) in filled.enumerated() {
            xml.element(
                "mes:DataSet", ["ss:structureRef": table.id, "xsi:type": "ns\(place + 1):DataSetType", "action": "Replace"]
            ) { xml in
                xml.raw("\n")
                for row in table.rows {
                    xml.raw("<Obs")
                    for (component, value) in zip(table.components, row) where !value.isEmpty {
                        xml.raw(" \(component.id)=\"\(XMLText.escaped(value))\"")
                    }
                    xml.raw("/>\n")
                }
            }
        }
        xml.raw("</mes:StructureSpecificData>\n")
        return xml.bytes
    }

    /// The figures of traffic in CSV (SDMX-CSV 2.0).
    public var csv: [UInt8] {
        let reference = "\(SDMXMessage.agency):\(traffic.id)(\(SDMXMessage.version))"
        let lines =
            [["STRUCTURE", "STRUCTURE_ID", "ACTION"] + traffic.components.map(\.id)]
            + traffic.rows.map { ["datastructure", reference, "R"] + $0 }
        return Array(lines.map { CSVText.line($0) }.joined().utf8)
    }
}
