import Foundation
import TestSupport
import Testing

/// `chaffinch serve` under whoever started it: it says how it is, reads its settings again, and takes connections at sockets that were opened for it.
@Suite(.enabled(if: Command.isThere)) struct ReloadTests {
    /// A service with a settings file.
    private struct Service {
        let folder: TestFolder
        let supervisor: PeerProcess
        /// What it printed: the gateways and where they listen.
        private(set) var lines: [String] = []
        /// Where the sockets that were handed over listen.
        private(set) var ports: [Int] = []

        /// Nothing where the peer is not there.
        init?(_ settings: String, _ flags: [String], sockets: [String] = []) async throws {
            folder = try TestFolder()
            supervisor = try PeerProcess("supervisor")
            try write(settings)
            let question: [String: Any] = [
                "program": try #require(Command.path), "folder": Examples.folder, "sockets": sockets,
                "lines": flags.filter { $0.contains("listen=") && !$0.hasSuffix("=") }.count,
                "arguments": ["serve", "--config", folder.path + "/chaffinch.yaml"] + flags.flatMap { ["--set", $0] },
            ]
            guard let answer = try await supervisor.answer("start", question) else { return nil }
            #expect(answer["said"] as? [String] == ["READY=1"])
            lines = answer["lines"] as? [String] ?? []
            ports = answer["ports"] as? [Int] ?? []
        }

        /// Puts another settings file in place.
        func write(_ settings: String, to name: String = "chaffinch.yaml") throws {
            try settings.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
        }

        /// Has it read its settings again; gives what it logged of that.
        func reload() async throws -> String {
            let answer = try #require(try await supervisor.answer("reload"))
            let said = try #require(answer["said"] as? [String])
            #expect(said.count == 3 && said[0] == "RELOADING=1" && said[1].hasPrefix("MONOTONIC_USEC=") && said[2] == "READY=1", "\(said)")
            return answer["log"] as? String ?? ""
        }

        func stop() async throws {
            let answer = try #require(try await supervisor.answer("stop"))
            #expect(answer["said"] as? [String] == ["STOPPING=1"] && answer["status"] as? Int == 0, "\(answer)")
        }

        /// What is said of a post.
        func verdict(on text: String) async throws -> [String: Any] {
            let address = try #require(lines.first { $0.hasPrefix("http ") }).dropFirst(5)
            let record = String(decoding: try JSONSerialization.data(withJSONObject: ["text": text]), as: UTF8.self)
            let output = try await Program.output(
                "/usr/bin/curl", ["-s", "-H", "Content-Type: application/json", "-d", record, "http://\(address)/v1/check/post?lang=en"])
            return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    private let rule = """
        rules:
          - id: late-parcel
            description: Parcels that are late
            owner: desk
            channel: [post]
            when: text contains "parcel"
            action: WHAT
            mode: act
            examples:
              match: ["your parcel is late"]
              no-match: ["good morning"]
        """

    @Test func settingsAndRulesAreReadAgain() async throws {
        let flags = ["milter.listen=", "http.listen=127.0.0.1:0", "service.name=mx.test"]
        guard let service = try await Service("policy:\n  version: one\n", flags) else { return }
        let text = "your parcel is late"
        let before = try await service.verdict(on: text)
        #expect(before["policy"] as? String == "one" && before["threshold"] is NSNull, "\(before)")

        try service.write(rule.replacing("WHAT", with: "tag"), to: "rules.yaml")
        try service.write("policy:\n  version: two\n  mode: act\nrules:\n  files: [rules.yaml]\nfilter:\n  workers: 3\n")
        let log = try await service.reload()
        #expect(log.contains(#""event":"reloaded""#) && log.contains("policy.mode") && log.contains("rules.files"), "\(log)")
        // What only a new start changes is named.
        #expect(log.contains(#""event":"waits-for-restart","settings":"filter.workers""#), "\(log)")
        let after = try await service.verdict(on: text)
        #expect(after["policy"] as? String == "two" && after["carriedOut"] as? Bool == true)
        #expect(after["threshold"] as? String == "rule:late-parcel" && after["disposition"] as? String == "tag", "\(after)")

        // A file of rules that has changed is read again, though no setting has.
        try service.write(rule.replacing("WHAT", with: "reject"), to: "rules.yaml")
        #expect(try await service.reload().contains(#""event":"reloaded""#))
        #expect(try await service.verdict(on: text)["disposition"] as? String == "reject")

        // So are profiles.
        try service.write("profiles:\n  - {name: net, level: operator, version: 1, mode: observe-only}\n", to: "p.yaml")
        try service.write("policy:\n  mode: act\n  profiles: p.yaml\n")
        #expect(try await service.reload().contains("policy.profiles"))
        let held = try await service.verdict(on: text)
        #expect(held["profiles"] as? [String] == ["net@1"] && held["carriedOut"] as? Bool == false, "\(held)")
        try await service.stop()
    }

    @Test func whatIsWrongChangesNothing() async throws {
        let flags = ["milter.listen=", "http.listen=127.0.0.1:0", "service.name=mx.test"]
        guard let service = try await Service("policy:\n  version: one\n", flags) else { return }
        for (settings, words) in [
            ("policy:\n  version: two\n  nonsense: 1\n", "chaffinch.yaml:3: policy.nonsense"),
            ("policy:\n  version: two\nrules:\n  files: [none.yaml]\n", "none.yaml"),
            ("policy:\n  version: two\n  profiles: none.yaml\n", "none.yaml"),
            ("policy:\n  version: two\nservice:\n  when-unable: shrug\n", "shrug"),
            ("policy:\n  version: two\nlimits:\n  message-size: 1 GiB\n", "service.memory"),
        ] {
            try service.write(settings)
            let log = try await service.reload()
            #expect(log.contains(#""level":"error","event":"not-reloaded""#) && log.contains(words), "\(log)")
            #expect(try await service.verdict(on: "good morning")["policy"] as? String == "one")
        }
        try await service.stop()
    }

    /// A connection that is open meanwhile goes on, and what comes over it next is judged by what is new.
    @Test func noConnectionIsDropped() async throws {
        let flags = ["milter.listen=", "http.listen=127.0.0.1:0", "service.name=mx.test"]
        guard let service = try await Service("policy:\n  version: one\n", flags) else { return }
        let port = try #require(service.lines.first?.split(separator: ":").last.flatMap { Int($0) })
        let question: [String: Any] = ["port": port, "path": "/v1/check/post", "body": #"{"text":"good morning"}"#]
        for version in ["one", "two", "three"] {
            if version != "one" {
                try service.write("policy:\n  version: \(version)\n")
                #expect(try await service.reload().contains("policy.version"))
            }
            let answer = try #require(try await service.supervisor.answer("request", question))
            #expect((answer["body"] as? String)?.contains("\"policy\":\"\(version)\"") == true, "\(answer)")
        }
        try await service.stop()
    }

    @Test func socketsThatWereOpenedForItAreUsed() async throws {
        let flags = ["http.listen=", "milter.listen=systemd:milter", "spamd.listen=systemd:spamd", "service.name=mx.test"]
        guard let service = try await Service("", flags, sockets: ["milter", "other", "spamd"]) else { return }
        #expect(Set(service.lines) == ["spamd systemd:spamd", "milter systemd:milter"])
        let clients = try PeerProcess("mail-clients")
        let ping: [String: Any] = [
            "address": "127.0.0.1:\(try #require(service.ports.last))",
            "pieces": [Data("PING SPAMC/1.5\r\n\r\n".utf8).base64EncodedString()], "closes": true,
        ]
        let answer = try #require(try await clients.answer("raw", ping))
        let reply = (answer["reply"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
        #expect(String(decoding: reply, as: UTF8.self).contains("PONG"))
        try await service.stop()
        for (setting, words) in [
            ("milter.listen=systemd:milter", "no socket of this name"), ("http.listen=systemd:http", "HTTP takes no sockets"),
        ] {
            let run = try Command("serve", "--set", "milter.listen=", "--set", "http.listen=", "--set", setting)
            #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
        }
    }
}
