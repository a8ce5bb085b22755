/// A way that messages came, as a figure spells it: stations from the first to the last with `>` between.
public struct StudyRoute: Sendable, Hashable {
    /// The stations, each a code of a country, a network or an operator.
    public var stations: [String]

    /// A way through stations.
    public init(stations: [String]) { self.stations = stations }

    /// A way as it is spelt.
    public init(_ spelling: String) {
        self.stations = spelling.split(separator: ">").map { station in
            String(station.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// As it is spelt.
    public var spelling: String { stations.joined(separator: ">") }
}
