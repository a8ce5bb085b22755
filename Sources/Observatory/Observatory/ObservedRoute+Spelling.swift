internal import Messages

extension ObservedRoute {
    /// The way as one word: `country:claimed:US>network:seen:AS64500`. Nothing a station's code may hold ends a station.
    public var spelling: String {
        stations.map { "\($0.place.kind.rawValue):\($0.trust.rawValue):\($0.place.code)" }.joined(separator: ">")
    }

    /// Reads a way that was spelt so; nothing when it was not.
    public init?(spelling: String) {
        var stations: [Station] = []
        for piece in spelling.split(separator: ">", omittingEmptySubsequences: false) {
            let fields = piece.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3, let kind = ObservedSource.Kind(rawValue: String(fields[0])),
                let trust = Hop.Trust(rawValue: String(fields[1]))
            else { return nil }
            stations.append(Station(ObservedSource(kind, String(fields[2])), trust: trust))
        }
        self.init(stations)
    }
}
