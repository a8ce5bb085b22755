import Features
import Messages
import Testing

@testable import Learning

/// A state that no learner wrote is nothing, so that the log is read again: it must not become a model that nobody can read.
@Suite struct LearnerFileTests {
    private static let base: ContentModel = {
        var model = ContentModel(version: "base", bucketBits: 10)
        model.local = LocalViews(bucketBits: 10)
        return model
    }()
    /// Where the floats begin, and where the first sums of squares of biases do.
    private static let (floats, sums) = (40, 40 + 4 * 4)

    private func sample(source: String = "test") throws -> LearnerState {
        var state = LearnerState(base: LearnerFileTests.base)
        let example = try LearningSample.example("Free seed for every finch", isSpam: true, source: source)
        state.learn([TrainingLog.Taught(number: 1, example: example)], replaying: []) { _ in 1 }
        state.words = 1
        return state
    }

    private func read(_ bytes: [UInt8]) -> LearnerState? { LearnerFile.state(from: bytes, base: LearnerFileTests.base) }

    private func changed(_ bytes: [UInt8], at offset: Int, to new: [UInt8]) -> [UInt8] {
        var bytes = bytes
        bytes.replaceSubrange(offset..<(offset + new.count), with: new)
        return bytes
    }

    private func float(_ value: Float) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(littleEndian: value.bitPattern)
        return bytes
    }

    @Test func whatIsWrittenIsRead() throws {
        let bytes = LearnerFile.bytes(of: try sample())
        #expect(read(bytes).map(LearnerFile.bytes) == bytes)
    }

    @Test func numbersThatNoLearnerHasAreRefused() throws {
        let bytes = LearnerFile.bytes(of: try sample())
        for value in [1e5, -1e5, 3e38, .infinity, .nan] as [Float] {
            #expect(read(changed(bytes, at: LearnerFileTests.floats, to: float(value))) == nil, "bias \(value)")
        }
        for value in [0, -1, 1e13, .infinity, .nan] as [Float] {
            #expect(read(changed(bytes, at: LearnerFileTests.sums, to: float(value))) == nil, "sum \(value)")
        }
        // The entry ends with three views of three numbers: its flags stand before them, and the errors of the last view nine bytes on.
        let flags = bytes.count - 37
        #expect(read(changed(bytes, at: flags, to: [16])) == nil)
        // Before them stand two bytes of the source and four of the word's number, of which there is one.
        for number in [0, 2] as [UInt8] { #expect(read(changed(bytes, at: flags - 6, to: [number])) == nil, "number \(number)") }
        #expect(read(changed(bytes, at: bytes.count - 12, to: float(1) + float(0))) == nil)
        #expect(read(changed(bytes, at: bytes.count - 12, to: float(1) + float(1))) != nil)
        #expect(read(changed(bytes, at: bytes.count - 8, to: float(-1))) == nil)
    }

    /// Counts that would overflow with the next lesson.
    @Test func countsBeyondAnyLogAreRefused() throws {
        let bytes = LearnerFile.bytes(of: try sample())
        for offset in [16, 24] {
            #expect(read(changed(bytes, at: offset, to: Array(repeating: 0xFF, count: 8))) == nil)
            #expect(read(changed(bytes, at: offset, to: [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0])) != nil)
        }
    }

    @Test func namesOfSourcesAreCutBetweenCharacters() throws {
        let state = try #require(read(LearnerFile.bytes(of: try sample(source: String(repeating: "é", count: 200)))))
        #expect(state.ledger.sources == [String(repeating: "é", count: 127)])
    }

    /// A step so small that the sum of squares does not show it leaves a number when it is taken back.
    @Test func theSmallestStepIsTakenBack() {
        var weights: [Float] = [0.5]
        var squares: [Float] = [0.01]
        Correction.View(errors: 1e-12, squares: 1e-24, alone: 1e-12)
            .takeBack([0], scale: 1, share: 1, inertia: 0.01, &weights, &squares)
        #expect(weights[0] == 0.5 && squares[0] == 0.01)
    }
}
