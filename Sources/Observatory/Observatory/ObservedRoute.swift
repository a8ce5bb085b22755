public import Messages

/// The way messages came, station by station, the first one first. Only stations that we saw or whose operator confirmed them enter
/// published figures; claimed ones are counted apart.
public struct ObservedRoute: Sendable, Hashable {
    /// One station.
    public struct Station: Sendable, Hashable {
        /// The network, operator or country, as in `ObservedSource`.
        public var place: ObservedSource
        /// How far the word of it can be believed.
        public var trust: Hop.Trust

        /// A station.
        public init(_ place: ObservedSource, trust: Hop.Trust) {
            self.place = place
            self.trust = trust
        }
    }

    /// How many stations are kept; of a longer way the last ones, which are nearest to us.
    public static let stationLimit = 8

    /// The stations.
    public let stations: [Station]

    /// A way through these stations.
    public init(_ stations: [Station]) {
        self.stations = Array(stations.suffix(ObservedRoute.stationLimit))
    }

    /// The grade of the whole way: that of its least believable station; claimed when there is none.
    public var trust: Hop.Trust { stations.map(\.trust).min() ?? .claimed }
}
