internal import Foundation

/// A program beside the tests.
public enum Program {
    /// What a program writes on standard output, however it ends.
    public static func output(_ path: String, _ arguments: [String]) async throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let reading = output.fileHandleForReading
        // Whoever waits does so on a thread of its own: those of the tests stay free for the server.
        let bytes = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: reading.readDataToEndOfFile()) }
        }
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
