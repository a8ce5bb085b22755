import Features
import Testing

@testable import Learning

@Suite("Messages without a label")
struct BackgroundTests {
    private func learner() -> OnlineLearner {
        OnlineLearner(from: ContentModel(version: "test", bucketBits: 12), settings: .init(localBits: 12))
    }

    /// Every third message is ham; words 1 to 9 are spam's, 11 to 19 ham's, and 20 and above anybody's.
    private func message(_ number: Int, isSpam: Bool) -> FeatureSet {
        let own = UInt32(isSpam ? 1 : 11)
        return FeatureSet(
            family: .mail, hashes: [own + UInt32(number % 9), own + UInt32(number / 9 % 9), 20 + UInt32(number % 7)].distinct)
    }

    private func stream(_ count: Int) -> [(features: FeatureSet, isSpam: Bool)] {
        (0..<count).map { ($0 % 3 == 0, $0) }.map { (message($0.1, isSpam: !$0.0), !$0.0) }
    }

    @Test("While only spam was explained, what waits shows what is not spam")
    func oneClass() {
        var plain = learner()
        var aware = learner()
        for (features, _) in stream(400) { _ = aware.see(features) }
        for number in 0..<100 {
            let features = message(number, isSpam: true)
            plain.learn(features, isSpam: true)
            aware.learn(features, isSpam: true, seen: -1)
        }
        let ham = message(5, isSpam: false)
        let spam = message(5, isSpam: true)
        #expect(plain.logOdds(of: ham) > 0)
        #expect(aware.logOdds(of: ham) < 0)
        #expect(aware.logOdds(of: spam) > 0)
        // What was guessed never enters the model.
        #expect(ModelFile.bytes(of: aware.model()) == ModelFile.bytes(of: plain.model()))
    }

    @Test("Where every label comes at once, or none is missing any more, nothing is changed")
    func immediate() {
        var plain = learner()
        var aware = learner()
        for (place, (features, isSpam)) in stream(600).enumerated() {
            let before = plain.learn(features, isSpam: isSpam, isDoubted: true)
            #expect(aware.learn(features, isSpam: isSpam, isDoubted: true) == before)
            if place > 200 { #expect(aware.see(features).logOdds == plain.logOdds(of: features)) }
        }
        #expect(aware.see(message(1, isSpam: true)).number == nil)
    }

    @Test("A label passes over what was seen before its message, and one of now over all")
    func passing() {
        var waiting = WaitingMessages()
        for number in 0..<10 { #expect(waiting.keep(message(number, isSpam: true)) == number) }
        waiting.passOver(upTo: 3)
        #expect(waiting.count == 6)
        #expect(waiting.message(at: 0) == message(4, isSpam: true))
        waiting.passOver(upTo: 2)
        waiting.passOver(upTo: -1)
        #expect(waiting.count == 6)
        waiting.passOver(upTo: .max)
        #expect(waiting.count == 0)
        #expect(waiting.message(at: 7) == nil)
        _ = waiting.keep(message(1, isSpam: true))
        waiting.passOver(upTo: nil)
        #expect(waiting.count == 0)
    }

    @Test("No more is kept than there is room for")
    func room() {
        var waiting = WaitingMessages()
        for number in 0..<(2 * WaitingMessages.capacity + 7) { _ = waiting.keep(message(number, isSpam: false)) }
        #expect(waiting.count == WaitingMessages.capacity)
        #expect(waiting.message(at: 0) == message(WaitingMessages.capacity + 7, isSpam: false))
        let large = FeatureSet(family: .mail, hashes: Array(0..<UInt32(WaitingMessages.featureCapacity / 2)))
        for _ in 0..<3 { _ = waiting.keep(large) }
        #expect(waiting.count == 2)
    }

    @Test("An example taken back takes with it what was guessed beside it")
    func takenBack() {
        var aware = learner()
        var plain = learner()
        for (features, _) in stream(400) { _ = aware.see(features) }
        for number in 0..<40 {
            aware.learn(message(number, isSpam: true), isSpam: true, seen: -1)
            plain.learn(message(number, isSpam: true), isSpam: true)
        }
        let spam = message(50, isSpam: true)
        var correction = Correction()
        _ = aware.learn(spam, isSpam: true, trust: 1, isRepeated: false, noting: &correction)
        #expect(aware.background.isGuessing)
        aware.takeBack(spam, isSpam: true, correction)
        #expect(!aware.background.isGuessing)
        var other = Correction()
        _ = plain.learn(spam, isSpam: true, trust: 1, isRepeated: false, noting: &other)
        plain.takeBack(spam, isSpam: true, other)
        #expect(ModelFile.bytes(of: aware.model()) == ModelFile.bytes(of: plain.model()))
    }
}

extension [UInt32] {
    /// Each number once, in order.
    fileprivate var distinct: [UInt32] {
        reduce(into: []) { list, number in if !list.contains(number) { list.append(number) } }
    }
}
