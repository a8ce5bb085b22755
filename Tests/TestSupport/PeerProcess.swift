internal import Foundation

/// A program of Tests/Peers, asked line by line: a JSON object goes in, a JSON object comes out. It runs as long as this lives.
///
/// Whoever asks waits on a queue of its own: the threads of the tests stay free for those that have a deadline.
public final class PeerProcess: Sendable {
    /// A peer that could not answer.
    public struct Failure: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }

    private let process: Process
    private let questions: FileHandle
    private let answers: FileHandle
    private let queue = DispatchQueue(label: "peer")

    /// Starts a program of Tests/Peers by its name.
    public init(_ name: String, _ arguments: [String] = []) throws {
        let tests = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
        let (questions, answers) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(filePath: tests + "/Peers/" + name)
        process.arguments = arguments
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
    public func answer(_ ask: String, _ members: [String: Any] = [:]) async throws -> [String: Any]? {
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
            guard !more.isEmpty else { throw Failure(description: "the peer ended") }
            line += more
        }
        return line
    }
}
