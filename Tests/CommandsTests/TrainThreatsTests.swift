import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Command.isThere)) struct TrainThreatsTests {
    private static let words = [
        "bargain discount order now cheap", "verify account password suspended login", "inheritance million transfer barrister",
    ]

    /// A folder with a table of three kinds, a reading of one line, and a plan.
    private func folder(plan: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        var table = ""
        for number in 0..<120 {
            for (kind, words) in TrainThreatsTests.words.enumerated() {
                // Letters alone, so that each text has a key of its own: words with digits do not count for it.
                let digits = Array("qrstuvwxyz")
                let name = String(number * 3 + kind, radix: 26).map { String($0.wholeNumberValue.map { digits[$0] } ?? $0) }.joined()
                table += "spam\ten\t\(words) q\(name)z\tk\(kind)\n"
            }
        }
        try folder.write(Array((table + "spam\ten\tan odd one that was read\n").utf8), to: "texts.tsv")
        try folder.write(Array("texts.tsv\t361\tscam\n".utf8), to: "read.tsv")
        try folder.write(Array(plan.utf8), to: "plan")
        return folder
    }

    private static let plan = """
        # A comment.
        $texts.tsv sms en k0 advertising 999
        $texts.tsv sms en k1 phishing    999
        $texts.tsv sms en k2 scam        100
        $texts.tsv sms en read.tsv *     999
        """

    private func train(_ folder: TemporaryFolder, _ more: String...) throws -> Command {
        try Command(["model", "train-threats", folder.path + "/plan", "--folder", folder.path + "/", "--json"] + more)
    }

    @Test func trainsTheSameBytesTwiceAndSaysHowWell() throws {
        let folder = try folder(plan: TrainThreatsTests.plan)
        for name in ["one", "two"] {
            let command = try train(folder, "--output", "\(folder.path)/\(name)", "--name", "t")
            #expect(command.status == 0, "\(command.errors)")
            #expect(command.output.contains(#""model":"t""#) && command.output.contains(#""confusion""#))
        }
        #expect(try folder.bytes(of: "one") == folder.bytes(of: "two"))
    }

    @Test func whatIsLeftOutIsAskedAlone() throws {
        let folder = try folder(plan: TrainThreatsTests.plan)
        let command = try train(folder, "--without", "texts.tsv:k1")
        #expect(command.output.contains(#""asked":120"#), "\(command.output)")
        #expect(!command.output.contains(#""scam":{"#), "the confusion has no other class")
    }

    @Test(arguments: [
        ("$texts.tsv sms en k0 advertising\n", "plan:1: a line is"), ("$texts.tsv sms en k0 nonsense 9\n", "there is no class nonsense"),
        ("", "it gives no example"),
    ])
    func aWrongPlanIsAnswered(plan: String, words: String) throws {
        let command = try train(try folder(plan: plan))
        #expect(command.status == 2 && command.errors.contains(words), "\(command.status) \(command.errors)")
    }
}
