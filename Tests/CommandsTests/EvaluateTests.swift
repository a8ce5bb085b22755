import Foundation
import TestSupport
import Testing

@Suite("evaluate", .enabled(if: Command.isThere))
struct EvaluateTests {
    private struct Report: Decodable {
        var messages: Int
        var ham: Int
        var spam: Int
        var oneMinusROCAPercent: Double
        var lamPercent: Double
        var hamErrorPercent: Double
        var spamErrorPercent: Double
        var spamErrorPercentAtHam0_1: Double
        var calibrationError: Double
        var messagesPerSecond: Double
        var cpuSeconds: Double
        var peakResidentMiB: Double
    }

    /// A table of texts that a filter can learn to tell apart, written into a folder.
    private func table(in folder: TemporaryFolder, count: Int = 300) throws -> String {
        let grains = ["oats", "rye", "millet", "barley", "hemp", "sunflower"]
        let lines = (0..<count).map { number in
            let grain = grains[number % grains.count]
            return number % 3 == 0
                ? "spam\ten\tWIN free \(grain) now, claim code \(number) at http://seed.example/\(number)"
                : "ham\ten\tI bought \(grain) for the finches at noon, see you at \(number % 12)"
        }
        let path = folder.path + "/texts.tsv"
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
        return path
    }

    private func report(_ arguments: String...) throws -> Report {
        let command = try Command(["evaluate"] + arguments + ["--json", "--draws", "20"])
        #expect(command.status == 0, "\(command.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(command.output.utf8))
    }

    @Test("Learning as it goes, and from other folds, tells apart what can be told apart")
    func learns() throws {
        let folder = try TemporaryFolder()
        let path = try table(in: folder)
        let online = try report("--index", path, "--online")
        #expect(online.messages == 300 && online.ham == 200 && online.spam == 100)
        #expect(online.oneMinusROCAPercent < 2)
        let folds = try report("--index", path, "--folds", "3")
        #expect(folds.oneMinusROCAPercent < 0.1)
        #expect(folds.hamErrorPercent == 0)
        let trained = try report("--index", path, "--train", path)
        #expect(trained.spamErrorPercent == 0)
    }

    @Test("The same run gives the same figures, and wrong labels make them worse")
    func noise() throws {
        let folder = try TemporaryFolder()
        let path = try table(in: folder)
        let clean = try report("--index", path, "--online")
        #expect(try report("--index", path, "--online").oneMinusROCAPercent == clean.oneMinusROCAPercent)
        #expect(try report("--index", path, "--online", "--noise", "0.3").oneMinusROCAPercent > clean.oneMinusROCAPercent)
        #expect(try report("--index", path, "--online", "--feedback", "0").oneMinusROCAPercent == 50)
    }

    @Test("Scores read from a file measure as they did where they were made, and say what was learnt")
    func measuresScores() throws {
        let folder = try TemporaryFolder()
        let path = try table(in: folder)
        let scores = folder.path + "/scores"
        let online = try Command("evaluate", "--index", path, "--online", "--noise", "0.3", "--scores", scores, "--json", "--draws", "20")
        let measured = try Command("evaluate", "--measure", scores, "--json", "--draws", "20")
        #expect(measured.status == 0, "\(measured.errors)")
        #expect(!measured.output.contains("messagesPerSecond"))
        #expect(online.output.hasPrefix(String(measured.output.dropLast(2))))
        let lines = try String(contentsOfFile: scores, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ") }
        let wrong = lines.count { $0[1] != $0[3] }
        #expect(lines.allSatisfy { $0.count == 4 } && (60...120).contains(wrong), "\(wrong) of 300 labels are wrong")
        _ = try report("--index", path, "--folds", "3", "--scores", scores)
        let folds = try String(contentsOfFile: scores, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ")[3] }
        #expect(Set(folds) == ["0", "1", "2"])
        try Data("0.5 perhaps\n".utf8).write(to: URL(filePath: scores))
        #expect(try Command("evaluate", "--measure", scores).status == 2)
        #expect(try Command("evaluate", "--measure", scores, "--index", path).status == 2)
    }

    @Test("Pictures and scores are written where they were asked for")
    func files() throws {
        let folder = try TemporaryFolder()
        let path = try table(in: folder)
        _ = try report("--index", path, "--online", "--plots", folder.path, "--scores", folder.path + "/scores")
        for name in ["roc.svg", "learning.svg", "reliability.svg"] {
            #expect(try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8).hasPrefix("<svg"))
        }
        #expect(try String(contentsOfFile: folder.path + "/scores", encoding: .utf8).split(separator: "\n").count == 300)
    }

    @Test("Calibration is told channel by channel, where there are several")
    func channels() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/texts.jsonl"
        let lines = (0..<60).map { number in
            let channel = ["sms", "im", "fax 9"][number % 3]
            let text = number % 2 == 0 ? "WIN free oats now, claim code \(number)" : "see you at noon \(number)"
            return "{\"channel\":\"\(channel)\",\"label\":\"\(number % 2 == 0 ? "spam" : "ham")\",\"text\":\"\(text)\"}"
        }
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: path))
        let scores = folder.path + "/scores"
        let json = try Command("evaluate", "--index", path, "--json", "--draws", "0", "--scores", scores, "--plots", folder.path)
        #expect(json.status == 0, "\(json.errors)")
        struct Channels: Decodable {
            struct Channel: Decodable {
                var channel: String
                var ham: Int
                var spam: Int
                var calibrationError: Double
            }
            var channels: [Channel]
        }
        let found = try JSONDecoder().decode(Channels.self, from: Data(json.output.utf8)).channels
        #expect(found.map(\.channel) == ["?", "im", "sms"])
        #expect(found.allSatisfy { $0.ham == 10 && $0.spam == 10 && (0...1).contains($0.calibrationError) })
        #expect(try String(contentsOfFile: folder.path + "/reliability.svg", encoding: .utf8).contains(">im</text>"))
        let measured = try Command("evaluate", "--measure", scores, "--draws", "0")
        #expect(measured.output.contains("calibration error, sms") && measured.output.contains("the share that is spam, im:"))
        let one = try Command("evaluate", "--index", path, "--json", "--draws", "0", "--channel", "sms", "--folds", "2")
        #expect(one.output.contains("\"channels\""))
    }

    @Test("What is wrong in an index is said with its line")
    func wrongIndex() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/index"
        try Data("ham a.eml\nperhaps b.eml\n".utf8).write(to: URL(filePath: path))
        let command = try Command("evaluate", "--index", path)
        #expect(command.status == 2)
        #expect(command.errors.contains(":2: a line is: label path"))
        #expect(try Command("evaluate", "--index", path, "--online", "--folds", "3").status == 2)
        #expect(try Command("evaluate", "--index", folder.path + "/none").status == 2)
    }
}
