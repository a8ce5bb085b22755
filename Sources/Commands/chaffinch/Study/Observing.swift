internal import Messages
internal import Observatory

extension Verdict {
    /// The layer of X.1231 whose evidence weighed most for spam; nothing where the message was accepted or nothing spoke against it.
    func layer(behind disposition: Disposition) -> Layer? {
        guard disposition != .accept else { return nil }
        var weights: [Layer: Double] = [:]
        for one in evidence where one.weight > 0 { weights[one.layer, default: 0] += one.weight }
        // Of two that weigh the same the first in the order of the standard.
        return Layer.allCases.filter { weights[$0] != nil }.max { weights[$0] ?? 0 < weights[$1] ?? 0 }
    }
}

extension ObservedSource {
    /// The network that handed a message over, where a host of ours saw it: wide enough to be nobody's own address.
    init?(handingOver message: Message) {
        guard let hop = message.hops.first, hop.trust == .seen, let address = hop.address else { return nil }
        let length =
            switch address {
            case .v4: 24
            case .v6: 48
            }
        self.init(.network, "\(address.prefix(length))/\(length)")
    }
}
