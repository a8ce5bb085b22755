import Foundation
import TestSupport
import Testing

/// The service with one gateway, for as long as this lives.
final class RunningService {
    let process = Process()
    let address: String

    init(_ settings: [String]) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: try #require(Command.path))
        process.arguments =
            ["serve", "--dns", "authentication/names.zone"] + (["service.name=mx.test"] + settings).flatMap { ["--set", $0] }
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

    deinit { process.terminate() }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
