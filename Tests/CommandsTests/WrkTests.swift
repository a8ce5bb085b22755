import Foundation
import TestSupport
import Testing

/// wrk (Debian's), a generator of load that is not ours, keeps connections full of requests.
@Suite(.enabled(if: Command.isThere)) struct WrkTests {
    private static let path = "/usr/bin/wrk"

    /// Every request is answered, and with 200, however many come at once.
    @Test func everyRequestIsAnswered() throws {
        guard FileManager.default.isExecutableFile(atPath: WrkTests.path) else {
            print("SKIPPED: wrk is not there; Scripts/install-dependencies installs it.")
            return
        }
        let folder = try TestFolder()
        let service = try RunningService(["milter.listen=", "http.listen=127.0.0.1:0", "history.keep=false"])
        let script = folder.path + "/post.lua"
        try Data(
            """
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = '{"text": "Which seeds do your finches like best?", "from": {"account": "robin"}}'
            """.utf8
        ).write(to: URL(filePath: script))
        let wrk = Process()
        let output = Pipe()
        wrk.executableURL = URL(filePath: WrkTests.path)
        wrk.arguments = ["-t", "1", "-c", "16", "-d", "1s", "-s", script, "http://\(service.address)/v1/check/post"]
        wrk.standardOutput = output
        try wrk.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        wrk.waitUntilExit()
        // Of what went wrong wrk has a line, and none where nothing did.
        #expect(!said.contains("Non-2xx") && !said.contains("Socket errors"), "\(said)")
        let count = try #require(said.firstMatch(of: /([0-9]+) requests in/)?.1).description
        #expect((Int(count) ?? 0) >= 16)
        print("cases wrk: \(count) run, 0 failed")
    }
}
