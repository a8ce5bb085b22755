import Filter
import Foundation
import MIME
import MailGateway
import Messages
import Quarantine
import Storing
import Synchronization
import Telemetry
import Testing

/// What is learnt of what people report.
struct FeedbackDeskTests {
    private final class Pupil: Teaching {
        let lessons = Mutex<[String]>([])

        func learn(
            _ word: LessonQueue.Word, of message: Message, because reason: String, from source: String
        ) async throws(LessonQueue.Refusal) -> LessonQueue.Outcome {
            let text = String(decoding: message.bytes, as: UTF8.self)
            if text.contains("Subject: full") { throw .failed("the disk is full") }
            lessons.withLock { $0.append("\(word.rawValue) \(source)") }
            return word == .nothing ? .forgotten(id: "e1", model: "m3") : .learnt(id: "e1", model: "m2")
        }
    }

    private let pupil = Pupil()
    private let time = ManualTime(Timestamp(seconds: 1_000_000))
    private let store = MemoryQuarantineStore()

    private func desk(needed: Double = 0.5) throws -> FeedbackDesk {
        let complaints = Complaints(
            store, key: try #require(QuarantineKey(secret: [UInt8](repeating: 7, count: 32))),
            limits: .init(keep: .seconds(86_400 * 9), bytes: 1 << 24),
            time: time)
        return FeedbackDesk(
            reception: MailReception(limits: .standard, boundary: TrustBoundary(), service: "mx.test"), teacher: pupil, needed: needed,
            time: time
        ) { _ in complaints }
    }

    private var lessons: [String] { pupil.lessons.withLock { $0 } }

    private func mail(_ subject: String = "win", received: String = "a") -> [UInt8] {
        Array("Received: from \(received)\r\nFrom: x@out.example\r\nSubject: \(subject)\r\n\r\nseeds\r\n".utf8)
    }

    @Test func oneMessageIsLearntOnce() async throws {
        let desk = try desk()
        let first = try await desk.take(mail(), as: .itself, isSpam: true, by: "ann")
        #expect(first.map(\.outcome) == [.spam] && first[0].lesson == "e1")
        // As another got it, by another way.
        let second = try await desk.take(mail(received: "b"), as: .itself, isSpam: true, by: "bob")
        #expect(second[0].reference == first[0].reference && second[0].words.count == 2)
        #expect(lessons == ["spam feedback"])
        #expect(try await desk.complaint(first[0].reference) == second[0])
    }

    @Test func whatIsTakenBackIsForgotten() async throws {
        let desk = try desk()
        let reference = try await desk.take(mail(), as: .itself, isSpam: true, by: "ann")[0].reference
        #expect(try await desk.withdraw(reference, by: "ann").outcome == .waiting)
        #expect(lessons == ["spam feedback", "nothing feedback"])
        #expect(try await desk.decide(reference, isSpam: false).outcome == .ham)
        #expect(lessons.last == "ham feedback")
        // Nobody outvotes the operator.
        for name in ["a", "b", "c"] { #expect(try await desk.take(mail(), as: .itself, isSpam: true, by: name)[0].outcome == .ham) }
        await #expect(throws: FeedbackDesk.Refusal.unheard) { try await desk.withdraw(String(repeating: "0", count: 32), by: "ann") }
    }

    @Test func severalHaveToSayItWhereOneIsNotEnough() async throws {
        let desk = try desk(needed: 1.2)
        #expect(try await desk.take(mail(), as: .itself, isSpam: true, by: "ann")[0].outcome == .waiting)
        #expect(lessons.isEmpty)
        #expect(try await desk.take(mail(), as: .itself, isSpam: true, by: "bob")[0].outcome == .spam)
        // One who says the contrary brings it below.
        #expect(try await desk.take(mail(), as: .itself, isSpam: false, by: "eve")[0].outcome == .waiting)
        #expect(lessons == ["spam feedback", "nothing feedback"])
    }

    @Test func whatCannotBeLearntIsToldAndTriedAgain() async throws {
        let desk = try desk()
        let kept = try await desk.take(mail("full"), as: .itself, isSpam: true, by: "ann")[0]
        #expect(kept.outcome == .kept && kept.because == "the disk is full")
        #expect(try await desk.complaint(kept.reference).because == "the disk is full")
        #expect(try await desk.take(mail("full"), as: .itself, isSpam: true, by: "bob")[0].outcome == .kept)
    }

    @Test func attachedMessagesAreTaken() async throws {
        let desk = try desk()
        let inner = String(decoding: mail(), as: UTF8.self)
        let outer =
            "From: ann@in.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nlook\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n\(inner)\r\n--x--\r\n"
        let taken = try await desk.take(Array(outer.utf8), as: .attached, isSpam: false, by: "ann")
        #expect(taken.map(\.outcome) == [.ham] && taken[0].words.map(\.way) == ["forwarded"])
        // The mail itself, moved by another: the same message.
        #expect(try await desk.take(mail(), as: .itself, isSpam: false, by: "bob")[0].reference == taken[0].reference)
        await #expect(throws: FeedbackDesk.Refusal.noWord) { try await desk.take(Array(outer.utf8), as: .attached, isSpam: nil, by: "ann") }
        await #expect(throws: FeedbackDesk.Refusal.nothingReported) { try await desk.take(mail(), as: .attached, isSpam: true, by: "ann") }
    }

    @Test func nobodyFillsTheStore() async throws {
        let desk = try desk(needed: 1)
        for number in 0..<FeedbackDesk.mostPerDay { _ = try await desk.take(mail("n\(number)"), as: .itself, isSpam: true, by: "ann") }
        await #expect(throws: FeedbackDesk.Refusal.tooMany(FeedbackDesk.mostPerDay)) {
            try await desk.take(mail("more"), as: .itself, isSpam: true, by: "ann")
        }
        _ = try await desk.take(mail("more"), as: .itself, isSpam: true, by: "bob")
        time.advance(by: .seconds(86_401))
        _ = try await desk.take(mail("more"), as: .itself, isSpam: true, by: "ann")
    }
}
