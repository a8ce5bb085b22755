import Features
import Messages
import Storing
import Testing

@testable import Learning

/// That recipients who teach stay apart: from each other, and from whoever cannot be told from them.
@Suite struct RecipientsApartTests {
    private static let key = RecipientKey(low: 7, high: 11)
    private let anna = key.mark(ofAddress: "anna@birds.example")
    private let ben = key.mark(ofAddress: "ben@birds.example")
    private let carl = key.mark(ofAddress: "carl@birds.example")
    private let now = Timestamp(seconds: 2000)
    private let base = ContentModel(version: "base", bucketBits: 12)

    private func learning(
        _ records: MemoryRecordLog, exactLimit: Int = 20, recipients: Int = ModelLimits.recipients
    ) -> LocalLearning {
        var policy = LocalLearning.Policy()
        policy.exactLimit = exactLimit
        policy.recipients = recipients
        return LocalLearning(base: base, log: TrainingLog(records), models: MemoryModelStore(), policy: policy)
    }

    private func features(_ hashes: [UInt32], for recipient: UInt64 = 0) -> FeatureSet {
        var features = FeatureSet(family: .text, hashes: hashes)
        features.recipient = recipient
        return features
    }

    private func example(_ number: Int, _ hashes: [UInt32], isSpam: Bool, for recipient: UInt64 = 0) -> TrainingExample {
        TrainingExample(
            fingerprint: TrainingExample.text(ofFingerprint: UInt64(number)), isSpam: isSpam, source: "test", time: now,
            features: features(hashes, for: recipient))
    }

    /// Examples that hold for everybody, of both classes.
    private func common(_ numbers: Range<Int>) -> [TrainingExample] {
        numbers.map { example($0, [$0 % 2 == 0 ? 101 : 102, 1000 + UInt32($0)], isSpam: $0 % 2 == 0) }
    }

    /// Beside ben's word nothing of anna's is learnt again, so that none of it is left when ben's is taken back.
    @Test func nobodysWordMovesAnothersCopies() {
        let (hers, theirs) = ([1, 2, 3, 4] as [UInt32], [11, 12, 13, 14] as [UInt32])
        func places(_ hashes: [UInt32], _ mark: UInt64) -> Set<Int> {
            let places = PersonalCopies.Places(features([], for: mark), bucketBits: PersonalCopies.bucketBits)
            return Set(hashes.map { places[$0] })
        }
        #expect(places(hers, anna).isDisjoint(with: places(theirs, ben)))
        var scores: [Float] = []
        for isBenHeard in [false, true] {
            var state = LearnerState(base: base)
            state.learner.hearRecipients(by: RecipientsApartTests.key)
            for number in 0..<6 {
                let word = example(100 + number, hers, isSpam: number != 2, for: anna)
                state.build(with: TrainingLog.Taught(number: 100 + number, example: word), trust: 1)
                guard isBenHeard else { continue }
                let other = example(200 + number, theirs, isSpam: number % 2 == 0, for: ben)
                state.build(with: TrainingLog.Taught(number: 200 + number, example: other), trust: 1)
            }
            scores.append(state.learner.score(of: features(hers, for: anna)))
            state.takeBack((200..<206).map { TrainingLog.Taught(number: $0, example: example($0, theirs, isSpam: true, for: ben)) })
            scores.append(state.learner.score(of: features(hers, for: anna)))
            #expect(state.learner.score(of: features(theirs, for: ben)) == 0)
        }
        #expect(scores[0] != 0 && scores == Array(repeating: scores[0], count: 4))
    }

    /// A learner just built from the log remembers places of a list that shrinks when examples are replaced.
    @Test func manyWordsMayReplaceOthersInALearnerJustBuilt() async throws {
        let records = MemoryRecordLog()
        try await TrainingLog(records).append(common(1..<41))
        let lesson = try await learning(records).learn(common(11..<531), at: now, isForced: true)
        #expect(lesson.taught.count == 520)
        #expect(try await TrainingLog(records).places().count == 530)
    }

    @Test func moreRecipientsThanMayAreRefused() async throws {
        let learning = learning(MemoryRecordLog(), exactLimit: 1000, recipients: 2)
        let words = [(1, anna), (2, ben)].map { example($0, [1, 2], isSpam: true, for: $1) }
        _ = try await learning.learn(words, at: now, hashedBy: RecipientsApartTests.key)
        let refused = try await learning.learn([example(3, [1, 2], isSpam: true, for: carl)], at: now)
        #expect(refused.refusal == .tooManyRecipients(most: 2) && refused.version == nil)
        for (number, mark) in [(4, anna), (5, UInt64(0))] {
            #expect(try await learning.learn([example(number, [1, 2], isSpam: true, for: mark)], at: now).isUsed)
        }
        _ = try await learning.forget(try await learning.fingerprints(for: ben), at: now)
        #expect(try await learning.learn([example(3, [1, 2], isSpam: true, for: carl)], at: now).isUsed)
    }

    // MARK: The key

    @Test func aDamagedKeyIsAnError() async throws {
        let records = MemoryRecordLog()
        try await records.append([Record(id: "recipients", kind: "training.key", time: now, body: [1, 2, 3])])
        let learning = learning(records)
        var errors = [await #expect(throws: StoreError.self) { try await learning.recipientKey() }]
        errors.append(await #expect(throws: StoreError.self) { try await learning.recipientKey(orNew: RecipientsApartTests.key) })
        errors.append(
            await #expect(throws: StoreError.self) {
                try await learning.learn([example(1, [1], isSpam: true, for: anna)], at: now, hashedBy: RecipientsApartTests.key)
            })
        #expect(errors.allSatisfy { $0?.code == .damaged })
        #expect(try await learning.learn([example(2, [1], isSpam: true)], at: now).isUsed)
    }

    @Test(arguments: [0, 1000]) func examplesWithoutTheirKeyAreAnError(exactLimit: Int) async throws {
        let records = MemoryRecordLog()
        try await TrainingLog(records).append([example(1, [1], isSpam: true, for: anna)])
        let learning = learning(records, exactLimit: exactLimit)
        var errors = [await #expect(throws: StoreError.self) { try await learning.learn(common(2..<3), at: now) }]
        errors.append(await #expect(throws: StoreError.self) { try await learning.rebuild(at: now) })
        #expect(errors.allSatisfy { $0?.code == .missing })
        #expect(try await learning.taught().count == 1)
    }

    @Test func theKeyIsKeptWithTheFirstWordOfARecipient() async throws {
        let learning = learning(MemoryRecordLog())
        let new = RecipientKey.random()
        #expect(new != RecipientKey.random())
        _ = try await learning.learn(common(1..<3), at: now, hashedBy: new)
        #expect(try await learning.recipientKey() == nil)
        let word = example(3, [1], isSpam: true, for: anna)
        let keyless = await #expect(throws: StoreError.self) { try await learning.learn([word], at: now) }
        #expect(keyless?.code == .missing)
        _ = try await learning.learn([word], at: now, hashedBy: new)
        #expect(try await learning.recipientKey() == new)
        let other = await #expect(throws: StoreError.self) {
            try await learning.learn([word], at: now, hashedBy: RecipientsApartTests.key)
        }
        #expect(other?.code == .busy)
    }
}
