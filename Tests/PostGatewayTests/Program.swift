import Foundation
import PostGateway
import TestSupport

/// A program beside the tests.
enum Program {
    /// What a program writes on standard output, however it ends.
    static func output(_ path: String, _ arguments: [String]) async throws -> String {
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

extension TemporaryFolder {
    /// A certificate of localhost that vouches for itself, and its key; nothing, said aloud, where openssl is not there.
    func certificates() async throws -> HTTPServer.Certificates? {
        let files = HTTPServer.Certificates(chain: path + "/chain.pem", key: path + "/key.pem")
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl") else {
            print("SKIPPED: openssl is not there (Scripts/install-dependencies); its cases did not run.")
            return nil
        }
        _ = try await Program.output(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
                "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost", "-keyout", files.key, "-out", files.chain,
            ])
        return files
    }
}
