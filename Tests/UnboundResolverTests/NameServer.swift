import Foundation
import Messages
import Resolving
import TestSupport
import UnboundResolver

/// A name server of `Tests/Peers/name-server`, which runs as long as this lives.
final class NameServer {
    /// Where it listens.
    let address: NameServerAddress
    /// The file with the key that vouches for a zone that was signed.
    private(set) var anchor: String?

    private let process = Process()
    private let folder: TemporaryFolder?

    /// A server that fails in the way that a name's first label says; `slow` waits so long.
    static func faulty(slow seconds: Double = 1) throws -> NameServer? {
        try NameServer(["faults", String(seconds)], lines: 1, folder: nil)
    }

    /// NSD with a zone; nothing, said aloud, where there is no NSD.
    static func authority(_ name: DomainName, _ text: String, signed: Bool = false) throws -> NameServer? {
        let folder = try TemporaryFolder()
        let path = folder.path + "/zone"
        try Data(text.utf8).write(to: URL(filePath: path))
        return try NameServer(["authority", "\(name)\(signed ? "+" : "=")\(path)"], lines: signed ? 2 : 1, folder: folder)
    }

    private init?(_ arguments: [String], lines: Int, folder: TemporaryFolder?) throws {
        self.folder = folder
        let root = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
        let output = Pipe()
        process.executableURL = URL(filePath: root + "/Peers/name-server")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        var said = Data()
        while said.count(where: { $0 == UInt8(ascii: "\n") }) < lines {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            said += more
        }
        let words = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
        guard words.count == lines, let port = UInt16(words[0]) else {
            process.waitUntilExit()
            print("SKIPPED: no name server (status \(process.terminationStatus)); its cases did not run.")
            return nil
        }
        address = NameServerAddress(.v4(0x7F00_0001), port: port)
        anchor = words.count > 1 ? words[1] : nil
    }

    deinit {
        process.terminate()
    }
}
