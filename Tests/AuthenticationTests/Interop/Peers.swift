import Foundation
import Testing

/// Other people's programs behind `Tests/Peers/authentication`: dkimpy, OpenDKIM's library and Exim. They run as long as this lives.
final class Peers {
    /// What a peer's program has to be there for.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let process = Process()
    private let questions = Pipe()
    private let answers = Pipe()
    private var read = Data()

    init() throws {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        process.executableURL = URL(filePath: root + "/Peers/authentication")
        process.standardInput = questions
        process.standardOutput = answers
        try process.run()
    }

    deinit {
        try? questions.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The answer to a question; nothing, said aloud, where the peer is not there.
    func answer(_ ask: String, _ members: [String: Any] = [:]) throws -> [String: Any]? {
        let question = try JSONSerialization.data(withJSONObject: members.merging(["ask": ask]) { $1 })
        try questions.fileHandleForWriting.write(contentsOf: question + Data("\n".utf8))
        let answer = try JSONSerialization.jsonObject(with: try line()) as? [String: Any] ?? [:]
        if let missing = answer["missing"] as? String {
            print("SKIPPED: \(missing) is not there (Scripts/install-dependencies); its cases did not run.")
            return nil
        }
        if let problem = answer["problem"] as? String, !problem.isEmpty { throw Failure(description: problem) }
        return answer
    }

    private func line() throws -> Data {
        while true {
            if let end = read.firstIndex(of: UInt8(ascii: "\n")) {
                defer { read = Data(read[(end + 1)...]) }
                return Data(read[..<end])
            }
            let more = answers.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Failure(description: "the peers ended") }
            read += more
        }
    }
}
