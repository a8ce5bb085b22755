import Features
import Messages
import Storing
import Testing

@testable import Learning

@Suite struct LanguageLessonsTests {
    private func base() throws -> ContentModel {
        var base = ContentModel(version: "base", bucketBits: 10)
        base.evidenceWeights = EvidenceWeights(text: "language.en 1\nlanguage.other 0.1\n")
        return base
    }

    private func korean(_ number: Int, isSpam: Bool, at seconds: Int64 = 1000) throws -> TrainingExample {
        let words = ["내일", "저녁에", "시간", "괜찮으세요", "회의", "대출", "당첨", "지금", "확인", "전화"]
        let text =
            (0..<4).map { words[(number * 7 + $0 * 3 + number / 10) % words.count] }.joined(separator: " ") + (isSpam ? " 무료" : " 우리")
        return try LearningSample.example(text, isSpam: isSpam, at: seconds, language: "ko")
    }

    private func weights(ham: Int, spam: Int) throws -> EvidenceWeights? {
        let examples = try (0..<ham).map { try korean($0, isSpam: false) } + (0..<spam).map { try korean($0, isSpam: true) }
        return EvidenceWeights(fittedTo: examples, beside: try base())
    }

    /// One class alone says nothing of the other; a few of each bring most of the trust, and fifty all of it.
    @Test(arguments: [
        (0, 0, 0.1), (1, 0, 0.1), (0, 30, 0.1), (1, 1, 0.4), (2, 9, 0.55), (10, 10, 0.85), (49, 60, 0.1 + 0.9 * 49 / 51), (50, 60, 1),
    ])
    func trustRisesWithTheRarerClass(ham: Int, spam: Int, trust: Double) throws {
        var lessons = LanguageLessons.Count()
        for _ in 0..<ham { lessons.add(1, isSpam: false) }
        for _ in 0..<spam { lessons.add(1, isSpam: true) }
        var weights = try #require(try base().evidenceWeights)
        weights.lessons.counts["ko"] = lessons
        #expect(abs(weights.trust(inLanguage: "ko-KR") - trust) < 1e-12)
        #expect(weights.trust(inLanguage: "sw") == 0.1)
        #expect(weights.trust(inLanguage: "en") == 1)
    }

    /// What was corrected is believed at once, and only that.
    @Test func aTaughtMessageIsBelieved() throws {
        let taught = try #require(try weights(ham: 0, spam: 1))
        let key = try korean(0, isSpam: true).contentKey
        #expect(key != 0)
        #expect(taught.trust(inLanguage: "ko", contentKey: key) == 1)
        #expect(taught.trust(inLanguage: "ko", contentKey: key ^ 1) == 0.1)
        #expect(taught.trust(inLanguage: "ko", contentKey: 0) == 0.1)
        #expect(taught.trust(in: try korean(0, isSpam: true).traits, isTaught: false) == 1)
        #expect(taught.trust(in: try korean(3, isSpam: true).traits, isTaught: false) == 0.1)
        #expect(taught.trust(in: try korean(3, isSpam: true).traits, isTaught: true) == 1)
        #expect(taught.trust(in: MessageTraits(family: .text), isTaught: false) == 1)
        #expect(EvidenceWeights(text: taught.text) == taught)
        #expect(taught.text.contains("taught.ko.ham 0.000\ntaught.ko.spam 1.000\n"))
    }

    /// Of a language that ships nothing is counted; what a source half believed says counts half, and is not believed at once.
    @Test func onlyNewLanguagesAreCounted() throws {
        let english = try LearningSample.example("hello", isSpam: false, language: "en")
        #expect(EvidenceWeights(fittedTo: [english], beside: try base()) == nil)
        let half = try #require(EvidenceWeights(fittedTo: [try korean(0, isSpam: true)], beside: try base()) { _ in 0.5 })
        #expect(half.lessons.counts["ko"] == .init(ham: 0, spam: 0.5))
        #expect(half.lessons.messages.isEmpty)
    }

    @Test func noMoreMessagesAreKeptThanATableHolds() {
        var lessons = LanguageLessons()
        for key in (1...2000).reversed() { lessons.keep(UInt64(key)) }
        #expect(lessons.messages.count == LanguageLessons.mostMessages)
        #expect(lessons.messages == lessons.messages.sorted())
        #expect(lessons.holds(2000) && !lessons.holds(1))
    }

    private func learning(exactLimit: Int) throws -> LocalLearning {
        var policy = LocalLearning.Policy()
        policy.exactLimit = exactLimit
        return LocalLearning(base: try base(), log: TrainingLog(MemoryRecordLog()), models: MemoryModelStore(), policy: policy)
    }

    /// Few lessons or many, learnt together or one by one: the same trust; and what is taken back is gone.
    @Test(arguments: [1000, 3])
    func lessonsAreCountedAndTakenBack(exactLimit: Int) async throws {
        let learning = try learning(exactLimit: exactLimit)
        let now = Timestamp(seconds: 2000)
        var ids: [String] = []
        for number in 0..<8 {
            let lesson = try await learning.learn([korean(number, isSpam: number % 2 == 0, at: Int64(number))], at: now, isForced: true)
            ids += lesson.taught.map(\.fingerprint)
        }
        let weights = try #require(await learning.current()?.evidenceWeights)
        #expect(weights.lessons.counts["ko"] == .init(ham: 4, spam: 4))
        #expect(weights.lessons.messages.count == 8)
        _ = try await learning.forget([ids[0]], at: now)
        let after = try #require(await learning.current()?.evidenceWeights)
        #expect(after.lessons.counts["ko"] == .init(ham: 4, spam: 3))
        #expect(after.lessons.messages.count == 7)
        _ = try await learning.rebuild(at: now)
        #expect(try await learning.current()?.evidenceWeights?.lessons == after.lessons)
        var turned = try korean(1, isSpam: false)
        turned.isSpam = true
        _ = try await learning.learn([turned], at: now, isForced: true)
        #expect(try await learning.current()?.evidenceWeights?.lessons.counts["ko"] == .init(ham: 3, spam: 4))
    }

    /// More than counts may be taught: what is taken back of it is not missed while enough is left.
    @Test func takingBackLeavesWhatIsLeft() {
        func taught(_ numbers: Range<Int>, isSpam: Bool) -> [LanguageLessons.Message] {
            numbers.map { LanguageLessons.Message(language: "ko", isSpam: isSpam, contentKey: UInt64($0 + 1), trust: 1) }
        }
        let all = LanguageLessons().counting(taught(0..<200, isSpam: false) + taught(200..<400, isSpam: true))
        #expect(all.counts["ko"] == .init(ham: 50, spam: 50))
        #expect(all.messages.isEmpty, "a language that is wholly believed needs no messages")
        let left = LanguageLessons().counting(taught(0..<60, isSpam: false) + taught(200..<400, isSpam: true))
        #expect(left == all)
        let few = LanguageLessons().counting(taught(0..<10, isSpam: false) + taught(200..<400, isSpam: true))
        #expect(few.counts["ko"] == .init(ham: 10, spam: 50))
        #expect(few.messages.count == 210)
    }

    /// Of a text that was taught twice, one copy is left when the other is taken back; and the newest keys stay when there are too many.
    @Test func copiesAndNewestStay() {
        let copy = LanguageLessons.Message(language: "ko", isSpam: true, contentKey: 7, trust: 1)
        #expect(LanguageLessons().counting([copy]).holds(7))
        #expect(LanguageLessons().counting([copy, copy]).messages == [7])
        let many = (1...700).map { LanguageLessons.Message(language: "ko", isSpam: true, contentKey: UInt64($0), trust: 1) }
        let lessons = LanguageLessons().counting(many)
        #expect(lessons.messages.count == LanguageLessons.mostMessages)
        #expect(lessons.holds(700) && !lessons.holds(1))
        #expect(lessons.withoutMessages.messages.isEmpty)
        #expect(lessons.withoutMessages.counts == lessons.counts)
    }

    /// After going back to an older model the log still holds all lessons, and so does what is learnt next.
    @Test(arguments: [1000, 3])
    func lessonsSurviveARollback(exactLimit: Int) async throws {
        let learning = try learning(exactLimit: exactLimit)
        let now = Timestamp(seconds: 2000)
        for number in 0..<6 {
            _ = try await learning.learn([korean(number, isSpam: number % 2 == 0, at: Int64(number))], at: now, isForced: true)
        }
        _ = try await learning.models.rollBack()
        _ = try await learning.learn([korean(6, isSpam: true, at: 6)], at: now, isForced: true)
        #expect(try await learning.current()?.evidenceWeights?.lessons.counts["ko"] == .init(ham: 3, spam: 4))
    }

    /// Where a share of spam is set, a correction shows beside it.
    @Test(arguments: [1000, 1])
    func correctionsShowBesideAShareOfSpam(exactLimit: Int) async throws {
        var policy = LocalLearning.Policy()
        policy.exactLimit = exactLimit
        policy.spamShares = [.sms: 0.02]
        let learning = LocalLearning(base: try base(), log: TrainingLog(MemoryRecordLog()), models: MemoryModelStore(), policy: policy)
        let now = Timestamp(seconds: 2000)
        for number in 0..<3 {
            let example = try LearningSample.example(
                "offer number \(number) today", isSpam: true, at: Int64(number), language: "en", channel: .sms)
            _ = try await learning.learn([example], at: now, isForced: true)
            let model = try #require(await learning.current())
            let weights = (model.evidenceWeights ?? .starter).assuming(policy.spamShares)
            let logOdds = weights.logOdds(content: Double(model.logOdds(of: example.features)), findings: [], on: example.traits)
            #expect(logOdds > 0, "\(number)")
        }
    }

    /// Others get a model without what names messages.
    @Test func othersGetNoMessages() async throws {
        let learning = try learning(exactLimit: 1000)
        _ = try await learning.learn([korean(0, isSpam: true)], at: Timestamp(seconds: 2000), isForced: true)
        let model = try #require(await learning.current())
        #expect(model.evidenceWeights?.lessons.messages.count == 1)
        #expect(model.forOthers.evidenceWeights?.lessons.messages == [])
        let carried = try ModelDelta.model(from: learning.delta(of: model), onOneOf: [try base()])
        #expect(carried.evidenceWeights?.lessons.messages == [])
        #expect(carried.evidenceWeights?.lessons.counts["ko"] == .init(ham: 0, spam: 1))
    }
}
