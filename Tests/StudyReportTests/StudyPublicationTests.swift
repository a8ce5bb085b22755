import Messages
import Observatory
import Storing
import Telemetry
import Testing

@testable import StudyReport

@Suite struct StudyPublicationTests {
    private let publication = StudyPublication(source: "example, 2026-10-01")

    @Test func whatTheCentreCountedAloneIsPublished() throws {
        let period = try StudyExample.period("2026-Q3")
        let figures = try publication.figures(of: [StudyTally(.spam, period, [.channel: "email"], 7), StudyTally(.spam, period, [:], 7)])
        #expect(figures.map(\.value) == [.exact(7), .exact(7)])
    }

    @Test func ofTooFewOperatorsNothingIsToldNorCanBeWorkedOut() throws {
        let period = try StudyExample.period("2026-Q3")
        var counts: [StudyTally] = []
        // Four operators give three channels; of one channel only one of them knows.
        for (contributor, channel, amount) in [
            ("a", "email", 400.0), ("b", "email", 380), ("c", "email", 390), ("d", "email", 370), ("a", "sms", 100), ("b", "sms", 90),
            ("c", "sms", 95), ("d", "sms", 85), ("d", "voice", 60),
        ] {
            for keys in [[:], [StudyKey.channel: channel]] {
                counts.append(StudyTally(.spam, period, keys, amount, contributor: contributor))
            }
        }
        let figures = try publication.figures(of: counts)
        let hidden = figures.filter { $0.value == .suppressed }
        #expect(hidden.contains { $0.keys == [.channel: "voice"] })
        // One hidden part of a total that is told could be worked out.
        let isTotalHidden = hidden.contains { $0.keys.isEmpty }
        #expect(isTotalHidden || hidden.count > 1)
        #expect(hidden.allSatisfy { $0.contributors == nil })
    }

    @Test func countsOfTheObservatoryBecomeFigures() async throws {
        let store = MemorySegmentStore()
        let moment = Timestamp(year: 2026, month: 8, day: 2) ?? Timestamp(milliseconds: 0)
        var counter = ObservationCounter()
        for _ in 0..<3 {
            counter.add(
                Observation(
                    at: moment, channel: .email, cell: .storedText, direction: .terminating, threatClass: .phishing, disposition: .reject,
                    size: 100, origin: "ZZ", trust: .seen))
        }
        counter.add(
            Observation(
                at: moment, channel: .email, cell: .storedText, direction: .terminating, threatClass: .none, disposition: .accept,
                size: 100,
                origin: "YY", trust: .claimed))
        let recorder = ObservationRecorder(into: StudyStore(store), writer: "test", time: ManualTime(moment))
        await recorder.record(counter)
        try await recorder.flush()
        let period = try StudyExample.period("2026-Q3")
        let counts = try await StudyGathering(StudyQuery(store)).counts(of: period)
        var data = StudyData(country: "XX", organisation: "o", period: period, version: "1")
        data.figures = try publication.figures(of: counts)
        #expect(data.figure(of: .messages, in: period)?.value == .exact(4))
        #expect(data.figure(of: .spam, [.category: "phishing"], in: period)?.value == .exact(3))
        #expect(data.figure(of: .spam, [.country: "ZZ"], in: period)?.value == .exact(3))
        #expect(data.share([:], in: period) == .exact(0.75))
        #expect(data.figure(of: .refused, in: period)?.value == .exact(3))
    }
}
