import Features
import Messages
import Storing
import Testing

@testable import Learning

/// What recipients teach for themselves: their own, undoable, and nobody else's.
@Suite struct PersonalLearningTests {
    private static let key = RecipientKey(low: 7, high: 11)
    private let anna = key.mark(ofAddress: "anna@birds.example")
    private let ben = key.mark(ofAddress: "ben@birds.example")
    private let carl = key.mark(ofAddress: "carl@birds.example")
    private let now = Timestamp(seconds: 2000)

    private func features(_ text: String, for recipient: UInt64 = 0) throws -> FeatureSet {
        var features = try LearningSample.features(text)
        features.recipient = recipient
        return features
    }

    private func example(_ text: String, isSpam: Bool, for recipient: UInt64 = 0, source: String = "test") throws -> TrainingExample {
        TrainingExample(
            fingerprint: fingerprint(text, for: recipient), isSpam: isSpam, source: source,
            time: Timestamp(seconds: 1000), features: try features(text, for: recipient))
    }

    private func fingerprint(_ text: String, for recipient: UInt64 = 0) -> String {
        TrainingExample.fingerprint(of: Array(text.utf8).span, for: recipient)
    }

    private func offer(_ number: Int) -> String { "Garden centre offer \(number): bird seed half price this week only, order now" }
    private func note(_ number: Int) -> String { "Dear robin, lunch at \(number) in the garden with Jenny" }

    private struct Place {
        var records = MemoryRecordLog()
        var models = MemoryModelStore()
        var learners = MemoryModelStore()
        var base = ContentModel(version: "base", bucketBits: 12)

        func learning(exactLimit: Int = 1000) -> LocalLearning {
            var policy = LocalLearning.Policy()
            policy.exactLimit = exactLimit
            return LocalLearning(base: base, log: TrainingLog(records), models: models, learners: learners, policy: policy)
        }
    }

    /// A place where everybody's offers are spam, taught in several lessons.
    private func place(exactLimit: Int) async throws -> (Place, LocalLearning) {
        let place = Place()
        let learning = place.learning(exactLimit: exactLimit)
        try await TrainingLog(place.records).append([], keeping: PersonalLearningTests.key)
        let examples = try (0..<40).map { try example($0 % 2 == 0 ? offer($0) : note($0), isSpam: $0 % 2 == 0) }
        _ = try await learning.learn(examples, at: now, isForced: true)
        return (place, learning)
    }

    /// What one calls ham another goes on calling spam, and for one who taught nothing no bit of the answer changes.
    @Test(arguments: [20, 1000]) func everybodyHasAWord(exactLimit: Int) async throws {
        let (_, learning) = try await place(exactLimit: exactLimit)
        let before = try #require(try await learning.current())
        let lesson = try (50..<53).map { try example(offer($0), isSpam: false, for: anna) }
        #expect(try await learning.learn(lesson, at: now).isUsed)
        #expect(try await learning.learn([example(note(60), isSpam: true, for: ben)], at: now).isUsed)
        let after = try #require(try await learning.current())
        for number in 70..<75 {
            #expect(after.logOdds(of: try features(offer(number), for: anna)) < 0)
            #expect(after.logOdds(of: try features(offer(number), for: ben)) > 0)
            #expect(after.logOdds(of: try features(note(number), for: ben)) > 0)
            for text in [offer(number), note(number), "Something else \(number)"] {
                for recipient in [0, carl] {
                    #expect(after.logOdds(of: try features(text, for: recipient)) == before.logOdds(of: try features(text)))
                }
            }
        }
        #expect(after.evidenceWeights == before.evidenceWeights)
        #expect(after.personal?.count == 2)
        #expect(after.personal?.mark(of: Envelope(recipients: [.mailbox(local: "Anna", domain: "birds.example")])) == anna)
        #expect(after.personal?.mark(of: Envelope(recipients: [.mailbox(local: "carl", domain: "birds.example")])) == 0)
    }

    /// The sum of what each feature is said to give is the score, the recipient's own copies among them.
    @Test func explanationsNameTheOwnCopies() async throws {
        let (_, learning) = try await place(exactLimit: 1000)
        _ = try await learning.learn([example(offer(50), isSpam: false, for: anna)], at: now)
        let model = try #require(try await learning.current())
        func given(to features: FeatureSet) -> Float {
            var weights: [Float] = []
            #expect(model.opinion(on: features, weights: &weights).logOdds == model.logOdds(of: features))
            model.turnIntoContributions(&weights, of: features)
            return weights.reduce(0, +)
        }
        let hers = try features(offer(51), for: anna)
        let copies = try #require(model.personal).score(of: hers)
        #expect(copies < -1)
        let rest = given(to: try features(offer(51)))
        #expect(abs(given(to: hers) - rest - copies) < 0.01)
    }

    // MARK: The life cycle

    @Test func aWordIsTakenBackWithoutATrace() async throws {
        let (_, learning) = try await place(exactLimit: 1000)
        let before = try #require(try await learning.current())
        let lesson = try [example(offer(50), isSpam: false, for: anna), example(note(50), isSpam: true, for: ben)]
        _ = try await learning.learn(lesson, at: now)
        #expect(try await learning.fingerprints(for: anna) == [lesson[0].fingerprint])
        _ = try await learning.forget([lesson[0].fingerprint], at: now)
        let half = try #require(try await learning.current())
        #expect(half.personal?.recipients == [ben: 1])
        #expect(half.logOdds(of: try features(offer(51), for: anna)) == before.logOdds(of: try features(offer(51))))
        _ = try await learning.forget([lesson[1].fingerprint], at: now)
        var after = try #require(try await learning.current())
        after.version = before.version
        #expect(ModelFile.bytes(of: after) == ModelFile.bytes(of: before))
    }

    /// Beyond the limit, by inverse corrections and by building anew.
    @Test func amongManyAWordIsTakenBackAtOnce() async throws {
        let (place, learning) = try await place(exactLimit: 20)
        let before = try #require(try await learning.current())
        let word = try example(offer(50), isSpam: false, for: anna)
        let other = try example(note(50), isSpam: true, for: ben)
        _ = try await learning.learn([word], at: now)
        _ = try await learning.learn([other], at: now)
        let bytes = try #require(try await place.learners.current()).bytes
        let state = try #require(LearnerFile.state(from: bytes, base: place.base))
        #expect(LearnerFile.bytes(of: state) == bytes)
        #expect(state.ledger.entries.suffix(2).map(\.recipient) == [anna, ben])
        for length in stride(from: 0, to: bytes.count, by: bytes.count / 7) {
            #expect(LearnerFile.state(from: Array(bytes[..<length]), base: place.base) == nil)
        }

        _ = try await learning.forget([word.fingerprint], at: now)
        let after = try #require(try await learning.current())
        #expect(after.personal?.recipients == [ben: 1])
        let hers = try features(offer(51), for: anna)
        #expect(after.logOdds(of: hers) == before.logOdds(of: try features(offer(51))))
        #expect(after.logOdds(of: try features(note(51), for: ben)) > 0)
        _ = try await learning.rebuild(at: now)
        let rebuilt = try #require(try await learning.current())
        #expect(rebuilt.personal?.recipients == [ben: 1])
        #expect(rebuilt.logOdds(of: try features(note(51), for: ben)) > 0)
        // A rebuild learns each once; what it learns of what is common does not depend on ben.
        let never = Place()
        let alone = never.learning(exactLimit: 20)
        _ = try await alone.learn(
            (0..<40).map { try example($0 % 2 == 0 ? offer($0) : note($0), isSpam: $0 % 2 == 0) }, at: now, isForced: true)
        _ = try await alone.rebuild(at: now)
        let common = try #require(try await alone.current())
        for text in [offer(51), note(51)] { #expect(rebuilt.logOdds(of: try features(text)) == common.logOdds(of: try features(text))) }
        #expect(rebuilt.evidenceWeights == common.evidenceWeights)
    }

    /// The same message is another example for each recipient, and one for everybody.
    @Test func twoMaySayDifferentThingsOfOneMessage() async throws {
        let (_, learning) = try await place(exactLimit: 1000)
        let text = "Sunday market: seed, nest boxes, feeders"
        let words = try [(anna, true), (ben, false), (UInt64(0), false)].map { try example(text, isSpam: $1, for: $0) }
        #expect(Set(words.map(\.fingerprint)).count == 3)
        #expect(words[2].fingerprint == fingerprint(text))
        _ = try await learning.learn(words, at: now)
        let model = try #require(try await learning.current())
        #expect(model.logOdds(of: try features(text, for: anna)) > 0)
        #expect(model.logOdds(of: try features(text, for: ben)) < 0)
        #expect(model.logOdds(of: try features(text)) < 0)
        #expect(try await learning.fingerprints().count == 43)
    }

    @Test func whoTaughtNothingElsePaysNothing() async throws {
        let place = Place()
        let learning = place.learning()
        let key = try await learning.recipientKey(orNew: PersonalLearningTests.key)
        #expect(key == PersonalLearningTests.key)
        #expect(try await learning.recipientKey() == nil)
        _ = try await learning.learn([example(offer(1), isSpam: true, for: anna)], at: now, hashedBy: key)
        #expect(try await learning.recipientKey(orNew: RecipientKey(low: 1, high: 2)) == key)
        let model = try #require(try await learning.current())
        #expect(model.local == nil)
        #expect(model.score(of: try features(offer(1))) == place.base.score(of: try features(offer(1))))
        #expect(model.logOdds(of: try features(offer(1), for: anna)) > 1)
    }

    @Test func aDeltaAndAFileCarryWhatRecipientsTaught() async throws {
        let (place, learning) = try await place(exactLimit: 1000)
        _ = try await learning.learn([example(offer(50), isSpam: false, for: anna)], at: now)
        var model = try #require(try await learning.current())
        let bytes = ModelFile.bytes(of: model)
        let read = try ModelFile.model(from: bytes.span)
        #expect(read.personal?.key == PersonalLearningTests.key && read.personal?.recipients == [anna: 1])
        #expect(ModelFile.bytes(of: read) == bytes)
        let delta = learning.delta(of: model)
        #expect(delta.count < bytes.count / 4)
        #expect(ModelFile.bytes(of: try ModelDelta.model(from: delta, onOneOf: [place.base])) == bytes)
        for length in [80, bytes.count / 2, bytes.count - 1] {
            let cut = Array(bytes[..<length])
            #expect(throws: ModelFile.Failure.self) { try ModelFile.model(from: cut.span) }
        }
        model.forgetRecipients()
        let short = ModelFile.bytes(of: model)
        #expect(short.count < bytes.count - 500_000)
        let without = try ModelFile.model(from: short.span)
        #expect(without.personal == nil)
    }

    /// Copies of another installation, hashed by another key, are nobody's here.
    @Test func copiesUnderAnotherKeyAreDropped() async throws {
        var place = Place()
        place.base.personal = PersonalCopies(key: RecipientKey(low: 1, high: 2))
        place.base.personal?.recipients[99] = 1
        let learning = place.learning()
        try await TrainingLog(place.records).append([], keeping: PersonalLearningTests.key)
        _ = try await learning.learn([example(offer(1), isSpam: true)], at: now)
        #expect(try await learning.current()?.personal?.recipients == [99: 1])
        _ = try await learning.learn([example(offer(1), isSpam: true, for: anna)], at: now)
        #expect(try await learning.current()?.personal?.recipients == [anna: 1])
        let fresh = Place(base: place.base).learning()
        #expect(try await fresh.recipientKey(orNew: PersonalLearningTests.key) == RecipientKey(low: 1, high: 2))
    }

    // MARK: Examples, addresses

    @Test func anExampleKeepsItsRecipient() throws {
        let example = try example(offer(1), isSpam: true, for: anna)
        #expect(example.recipient == anna)
        #expect(TrainingExample(bytes: example.bytes, fingerprint: example.fingerprint, time: example.time) == example)
        var bytes = example.bytes
        let tag = try #require(bytes.lastIndex(of: 3))
        #expect(bytes[tag + 1] == 8)
        for index in 2..<10 { bytes[tag + index] = 0 }
        #expect(TrainingExample(bytes: bytes, fingerprint: example.fingerprint, time: example.time) == nil)
    }

    @Test(arguments: [
        (Party.mailbox(local: "Anna", domain: "birds.example"), "ANNA@birds.example"),
        (.number("447700900123"), "+44 7700 900-123"), (.number("447700900123"), "447700900123"),
        (.account(platform: "im", name: "anna"), "IM:Anna"), (.senderID("FINCH"), "finch"),
    ])
    func anAddressIsKnownHoweverItIsWritten(party: Party, address: String) {
        #expect(PersonalLearningTests.key.mark(of: party) == PersonalLearningTests.key.mark(ofAddress: address))
        #expect(PersonalLearningTests.key.mark(of: party) != RecipientKey(low: 7, high: 12).mark(of: party))
    }

    @Test(arguments: [
        (Party.account(platform: "im", name: "anna"), Party.account(platform: "post", name: "anna")),
        (.account(platform: "im", name: "447700900123"), .number("447700900123")),
        (.account(platform: "im", name: "+44 7700 900123"), .number("447700900123")),
        (.account(platform: "", name: "447700900123"), .number("447700900123")),
        (.account(platform: "im", name: "anna@birds.example"), .mailbox(local: "anna", domain: "birds.example")),
    ])
    func whoIsSomebodyElseHasAnotherMark(party: Party, other: Party) {
        #expect(PersonalLearningTests.key.mark(of: party) != PersonalLearningTests.key.mark(of: other))
    }

    @Test func onlyASingleRecipientIsKnown() {
        let parties = [Party.number("447700900123"), .number("447700900124")]
        let marks = [[], [parties[0]], parties].map { PersonalLearningTests.key.mark(of: Envelope(recipients: $0)) }
        #expect(marks == [0, PersonalLearningTests.key.mark(of: parties[0]), 0])
    }

    /// The check value that the authors of SipHash give (appendix A).
    @Test func theHashIsSipHash() throws {
        let key = try #require(RecipientKey(bytes: (0..<16).map { UInt8($0) }))
        #expect(key.bytes == (0..<16).map { UInt8($0) })
        let bytes = (0..<15).map { UInt8($0) }
        let hash = key.hash(of: bytes.span)
        #expect(hash == 0xA129_CA61_49BE_45E5)
        #expect(RecipientKey(bytes: [1, 2]) == nil)
    }
}
