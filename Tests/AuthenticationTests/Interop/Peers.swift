import Foundation
import Testing

/// Other people's programs behind `Tests/Peers/authentication`: dkimpy, OpenDKIM's library and Exim. They run as long as this lives.
///
/// Whoever asks waits on a queue of its own: the threads of the tests stay free for those that have a deadline.
final class Peers: Sendable {
    /// A peer that could not answer.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let process: Process
    private let questions: FileHandle
    private let answers: FileHandle
    private let queue = DispatchQueue(label: "peers")

    init() throws {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        let (questions, answers) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(filePath: root + "/Peers/authentication")
        process.standardInput = questions
        process.standardOutput = answers
        self.questions = questions.fileHandleForWriting
        self.answers = answers.fileHandleForReading
        try process.run()
    }

    deinit {
        // It ends with its input.
        try? questions.close()
    }

    /// The answer to a question; nothing, said aloud, where the peer is not there.
    func answer(_ ask: String, _ members: [String: Any] = [:]) async throws -> [String: Any]? {
        let question = try JSONSerialization.data(withJSONObject: members.merging(["ask": ask]) { $1 })
        let said: Data = try await withCheckedThrowingContinuation { continuation in
            queue.async { [self] in continuation.resume(with: Result { try line(after: question) }) }
        }
        let answer = try JSONSerialization.jsonObject(with: said) as? [String: Any] ?? [:]
        if let missing = answer["missing"] as? String {
            print("SKIPPED: \(missing) is not there (Scripts/install-dependencies); its cases did not run.")
            return nil
        }
        if let problem = answer["problem"] as? String, !problem.isEmpty { throw Failure(description: problem) }
        return answer
    }

    private func line(after question: Data) throws -> Data {
        try questions.write(contentsOf: question + Data("\n".utf8))
        var line = Data()
        // One answer comes for one question: nothing stands behind its line.
        while line.last != UInt8(ascii: "\n") {
            let more = answers.availableData
            guard !more.isEmpty else { throw Failure(description: "the peers ended") }
            line += more
        }
        return line
    }
}
