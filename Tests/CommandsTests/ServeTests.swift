import Foundation
import TestSupport
import Testing

/// `chaffinch serve` beside a living Postfix: real verdicts over real sockets.
@Suite(.enabled(if: Command.isThere)) struct ServeTests {
    /// The service, for as long as this lives.
    private final class Service {
        let process = Process()
        /// What it said first: the name of the gateway and where it listens.
        let address: String

        init(_ settings: String...) throws {
            let output = Pipe()
            process.executableURL = URL(filePath: try #require(Command.path))
            let names = "authentication/names.zone"
            process.arguments =
                ["serve", "--dns", names] + ["milter.listen=127.0.0.1:0", "service.name=mx.test"].flatMap { ["--set", $0] }
            process.arguments?.append(contentsOf: settings.flatMap { ["--set", $0] })
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
            try #require(words.count == 2 && words[0] == "milter")
            address = String(words[1])
        }

        deinit { process.terminate() }

        /// Tells it to stop; gives how it ended.
        func stop() -> Int32 {
            process.terminate()
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    private func send(_ name: String, over postfix: PeerProcess) async throws -> (reply: String, mail: String?)? {
        let mail = try Data(contentsOf: URL(filePath: Examples.folder + "/authentication/\(name).eml"))
        let text = String(decoding: mail, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        let question: [String: Any] = [
            "mail": Data(text.utf8).base64EncodedString(), "from": "bounce@cuckoo.example", "to": ["bob@wren.example"],
            "client": "203.0.113.66",
            "helo": "out.cuckoo.example",
        ]
        guard let answer = try await postfix.answer("send", question) else { return nil }
        let delivered = try #require(answer["delivered"] as? [[String: Any]])
        let bytes = (delivered.first?["mail"] as? String).flatMap { Data(base64Encoded: $0) }
        return (try #require((answer["replies"] as? [String])?.last), bytes.map { String(decoding: $0, as: UTF8.self) })
    }

    @Test func whatCannotBeServedIsSaid() throws {
        for (settings, words) in [
            (["milter.listen=nowhere"], "is not an address with a port"), (["milter.listen="], "nothing to serve"),
            (["milter.listen=192.0.2.1:1"], "cannot listen at 192.0.2.1:1: "), (["service.silence=1s"], "filter.deadline.mail"),
        ] {
            let run = try Command(["serve"] + settings.flatMap { ["--set", $0] })
            #expect(run.status == 2 && run.errors.contains(words), "\(settings): \(run.errors)")
        }
    }

    @Test func observesFirstAndActsWhenTold() async throws {
        let observing = try Service()
        let postfix = try PeerProcess("postfix", ["inet:\(observing.address)"])
        guard let observed = try await send("forged", over: postfix) else { return }
        let mail = try #require(observed.mail)
        #expect(mail.hasPrefix("Authentication-Results: mx.test; dmarc=fail"))
        #expect(mail.contains("disposition=reject;\r\n mode=observe-only") && !mail.contains("X-Spam-Flag"))
        #expect(observing.stop() == 0)
        // Nobody listens any more: nothing is lost, and nothing is let through unseen.
        let alone = try #require(try await send("forged", over: postfix))
        #expect(alone.mail == nil && !alone.reply.hasPrefix("2"))

        let acting = try Service("policy.mode=act")
        let other = try PeerProcess("postfix", ["inet:\(acting.address)"])
        let refused = try #require(try await send("forged", over: other))
        #expect(refused.reply.hasPrefix("550 5.7.1") && refused.mail == nil)
        let signed = try #require(try await send("signed", over: other))
        #expect(signed.mail?.contains("dkim=pass header.d=robin.example") == true)
        #expect(acting.stop() == 0)
    }
}
