import Messages
import Observatory
import Testing

@testable import chaffinch

/// What the service and `scan` tell the observatory of a message.
@Suite struct Observing {
    private func verdict(_ evidence: [Evidence]) -> Verdict {
        Verdict(
            probability: 0.9, logOdds: 2, threatClass: .scam, evidence: evidence, coverage: Coverage(), model: "m", elapsed: .seconds(0))
    }

    @Test func theLayerThatWeighedMostDecided() {
        let judged = verdict([
            Evidence(id: "a", layer: .filtering, weight: 2), Evidence(id: "b", layer: .network, weight: 1.5),
            Evidence(id: "c", layer: .network, weight: 1), Evidence(id: "d", layer: .service, weight: -9),
        ])
        #expect(judged.layer(behind: .tag) == .network, "two pieces of a layer weigh together")
        #expect(judged.layer(behind: .accept) == nil)
        #expect(verdict([Evidence(id: "d", layer: .service, weight: -9)]).layer(behind: .reject) == nil, "nothing spoke against it")
    }

    @Test func onlyANetworkThatWasSeenIsASource() {
        func source(_ address: IPAddress?, _ trust: Hop.Trust) -> ObservedSource? {
            var message = Message(text: Array("hello".utf8), channel: .email)
            message.hops = [Hop(address: address, trust: trust)]
            return ObservedSource(handingOver: message)
        }
        #expect(source(IPAddress("192.0.2.77"), .seen) == ObservedSource(.network, "192.0.2.0/24"))
        #expect(source(IPAddress("2001:db8:1:2::3"), .seen) == ObservedSource(.network, "2001:db8:1::/48"))
        #expect(source(IPAddress("192.0.2.77"), .claimed) == nil)
        #expect(source(nil, .seen) == nil)
        #expect(ObservedSource(handingOver: Message(text: [], channel: .sms)) == nil)
    }
}
