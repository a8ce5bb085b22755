import Foundation
import Testing

@testable import Evaluation

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Plots")
struct PlotsTests {
    private let messages: [ScoredMessage] = (0..<400).map { (place: Int) -> ScoredMessage in
        let isSpam = place % 3 == 0
        let shift = isSpam ? 5 : 0
        return ScoredMessage(logOdds: Double(place % 17 - 8 + shift), isSpam: isSpam)
    }

    @Test("Every plot is well-formed and carries its title, whatever is drawn")
    func wellFormed() throws {
        for samples in [messages, [], [ScoredMessage(logOdds: .infinity, isSpam: true)]] {
            for plot in [
                Plots.roc(of: samples, title: "a < b & c"), Plots.learningCurve(of: samples, title: "a < b & c"),
                Plots.reliability(of: samples, title: "a < b & c"),
            ] {
                let parser = XMLParser(data: Data(plot.utf8))
                #expect(parser.parse())
                #expect(plot.contains("a &lt; b &amp; c"))
                #expect(["\"nan", ",nan", " nan", "inf"].allSatisfy { !plot.contains($0) })
            }
        }
    }

    @Test("Several channels have a line each, by name")
    func channels() {
        var messages = messages
        #expect(!Plots.reliability(of: messages, title: "a").contains(">sms<"))
        for place in messages.indices { messages[place].channel = place % 2 == 0 ? "sms" : "a<b" }
        let plot = Plots.reliability(of: messages, title: "a")
        #expect(plot.contains(">sms</text>") && plot.contains(">a&lt;b</text>"))
        #expect(messages.byChannel.map(\.channel) == ["a<b", "sms"])
        #expect(messages.byChannel.map(\.messages.count) == [200, 200])
    }

    @Test("The terminal's bars are as long as the share that is spam")
    func bars() {
        let half = (0..<100).map { ScoredMessage(logOdds: 0, isSpam: $0 % 2 == 0) }
        let text = Plots.reliabilityText(of: half, width: 20)
        #expect(text == " 50% ==========|" + String(repeating: " ", count: 11) + "50% of 100\n")
    }
}
