import Foundation
import TestSupport
import Testing

/// `chaffinch serve` with one gateway, for as long as this lives.
final class RunningService {
    let process = Process()
    /// Where it listens.
    let address: String

    /// With these settings, of which one has a gateway listen where there is room.
    init(_ settings: [String], _ arguments: [String] = ["--dns", "authentication/names.zone"]) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: try #require(Command.path))
        process.arguments = ["serve"] + arguments + (["service.name=mx.test"] + settings).flatMap { ["--set", $0] }
        process.currentDirectoryURL = URL(filePath: Examples.folder)
        process.environment = ["LANG": "C"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { break }
            line += more
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        try #require(words.count == 2)
        address = String(words[1])
    }

    /// Over HTTP alone, with a state folder.
    convenience init(_ folder: TestFolder, _ settings: String...) throws {
        let all = ["milter.listen=", "http.listen=127.0.0.1:0", "state.folder=\(folder.path)/state"] + settings
        try self.init(all, ["--now", "2026-11-21T08:00:00Z"])
    }

    deinit { process.terminate() }

    /// The answer to a request, made by curl.
    func ask(_ path: String, _ arguments: String...) throws -> (status: Int, text: String) {
        let curl = Process()
        let output = Pipe()
        curl.executableURL = URL(filePath: "/usr/bin/curl")
        curl.arguments = ["-s", "-w", "\n%{http_code}"] + arguments + ["http://\(address)\(path)"]
        curl.standardOutput = output
        try curl.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        curl.waitUntilExit()
        var lines = text.components(separatedBy: "\n")
        let status = Int(lines.removeLast()) ?? 0
        return (status, lines.joined(separator: "\n"))
    }

    /// Ends it without a word.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Tells it to stop; gives how it ended.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
