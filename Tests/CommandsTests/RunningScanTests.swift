import Foundation
import TestSupport
import Testing

/// `scan -` as a co-process: whoever writes a message gets its verdict before writing the next.
@Suite(.enabled(if: Command.isThere), .timeLimit(.minutes(10))) struct RunningScanTests {
    private let text = "Dinner at seven? Bring bread, and the oats for the barn."

    private func line(_ text: String) -> String { "{\"text\":\"\(text)\",\"channel\":\"sms\"}\n" }

    /// The verdict on a text as soon as it is what is waited for. The filter looks a few times a second, so that one has to ask again.
    private func verdict(
        of scan: RunningCommand, on text: String, until isExpected: (_ probability: Double, _ model: String) -> Bool
    ) throws -> (probability: Double, model: String) {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            try scan.write(line(text))
            let object = try scan.object()
            let probability = try #require(object["probability"] as? Double)
            let model = try #require(object["model"] as? String)
            if isExpected(probability, model) { return (probability, model) }
        }
        throw Unchanged()
    }

    private struct Unchanged: Error {}

    @Test func eachLineIsAnsweredBeforeTheNext() throws {
        let scan = try RunningCommand("scan", "--json", "--set", "state.folder=", "-")
        for number in 1...70 {
            try scan.write(line("\(text) \(number)"))
            #expect(try scan.object()["path"] as? String == "-#\(number)")
        }
        // Half a line is no message yet.
        try scan.write("{\"text\":\"oats")
        try scan.write(" and rye\"}\n{\"text\":\"more")
        #expect(try scan.object()["path"] as? String == "-#71")
        try scan.write(" oats\"}\n")
        #expect(try scan.object()["path"] as? String == "-#72")
        let ended = try scan.end()
        #expect(ended.status == 0 && ended.errors.isEmpty)
        #expect(try scan.line() == nil)
    }

    /// A mail of a mailbox is whole when the next one begins.
    @Test func eachMailIsAnsweredWhenTheNextBegins() throws {
        let scan = try RunningCommand("scan", "--json", "--set", "state.folder=", "-")
        let separator = "From bird@nest.example Sat Nov 21 02:00:00 2026\n"
        let mail = "Subject: oats\nFrom: a@nest.example\n\noats and rye\n\n"
        try scan.write(separator + mail + separator)
        for number in 1...20 {
            #expect(try scan.object()["path"] as? String == "-#\(number)")
            try scan.write(mail + (number < 20 ? separator : ""))
        }
        _ = try scan.end()
        #expect(try scan.object()["path"] as? String == "-#21")
        #expect(try scan.line() == nil)
    }

    @Test func aRunningScanTakesUpWhatIsLearnt() throws {
        let folder = try TestFolder()
        // Nothing was learnt yet, so that there is not even a folder.
        let state = "state.folder=\(folder.path)/state"
        let path = try folder.write(line(text), to: "text.jsonl")
        let scan = try RunningCommand("scan", "--json", "--set", state, "--set", "observatory.record=false", "-")
        let before = try verdict(of: scan, on: text) { _, _ in true }
        #expect(before.probability < 0.5)

        let learnt = try #require(try Command("learn", "--json", "--set", state, "--spam", path).objects.first)
        let taught = try verdict(of: scan, on: text) { probability, _ in probability > 0.5 }
        #expect(taught.model == learnt["model"] as? String)

        #expect(try Command("forget", "--set", state, try #require(learnt["id"] as? String)).status == 0)
        let forgotten = try verdict(of: scan, on: text) { _, model in model != taught.model }
        #expect(forgotten.probability == before.probability)

        #expect(try Command("model", "rollback", "--set", state).status == 0)
        #expect(try verdict(of: scan, on: text) { _, model in model == taught.model } == taught)

        let file = folder.path + "/starter.model"
        #expect(try Command("model", "export", file, "--set", "state.folder=").status == 0)
        #expect(try Command("model", "import", file, "--set", state).status == 0)
        #expect(try verdict(of: scan, on: text) { _, model in model == before.model } == before)

        // The model a step back leads to is damaged on the disk: it does not judge, and that is said once.
        try Data("no model".utf8).write(to: URL(filePath: "\(folder.path)/state/models/\(forgotten.model).model"))
        #expect(try Command("model", "rollback", "--set", state).status == 0)
        let said = try #require(try scan.errorLine())
        #expect(said.contains(forgotten.model) && said.hasSuffix("\(before.model) judges on"))
        #expect(try verdict(of: scan, on: text) { _, _ in true } == before)
        #expect(try Command("model", "rollback", "--set", state).status == 0)
        #expect(try verdict(of: scan, on: text) { _, model in model == taught.model } == taught)
        let ended = try scan.end()
        #expect(ended.status == 1 && ended.errors.isEmpty)
    }
}
