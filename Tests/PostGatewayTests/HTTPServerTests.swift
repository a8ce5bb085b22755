import Foundation
import Messages
import PostGateway
import Synchronization
import Telemetry
import TestSupport
import Testing

/// The gateway over real sockets, asked by curl and by clients that behave badly.
struct HTTPServerTests {
    /// Runs a server for as long as `body` takes.
    private func serving(
        _ gateway: PostGateway = .test(), certificates: HTTPServer.Certificates? = nil, patience: Duration = .seconds(60),
        body: (_ port: Int) async throws -> Void
    ) async throws {
        let (addresses, found) = AsyncStream.makeStream(of: ListenAddress.self)
        let server = HTTPServer(
            at: .network(host: "127.0.0.1", port: 0), certificates: certificates,
            limits: .init(connections: 100, patience: patience), log: Log(level: .error, time: SystemTime()), gateway: { gateway }
        ) { found.yield($0) }
        let running = Task {
            defer { found.finish() }
            try await server.run()
        }
        defer { running.cancel() }
        var bound = addresses.makeAsyncIterator()
        guard case .network(_, let port)? = await bound.next() else { return try await running.value }
        try await body(port)
    }

    private func curl(_ arguments: String...) async throws -> String { try await Program.output("/usr/bin/curl", ["-s"] + arguments) }

    private let json = ["-H", "Content-Type: application/json"]

    @Test func requestsAreAnswered() async throws {
        try await serving { port in
            let base = "http://127.0.0.1:\(port)"
            let reply = try await curl("-i", "-H", "Content-Type: application/json", "-d", #"{"text":"tag this"}"#, base + "/v1/check/post")
            #expect(reply.hasPrefix("HTTP/1.1 200 OK\r\n") && reply.contains(#""disposition":"tag""#), "\(reply)")
            #expect(reply.lowercased().contains("date: thu, 01 jan 1970 00:16:40 gmt\r\n"))
            let health = try await curl("-I", base + "/v1/health")
            #expect(health.hasPrefix("HTTP/1.1 200 OK\r\n"))
            // Two on one connection.
            let two = try await curl("-w", "%{num_connects}", base + "/v1/health", base + "/v1/health")
            #expect(two.hasSuffix("0") && two.contains("}1{"), "\(two)")
            let form = try await curl(
                "-i", "-d", "api_key=k&blog=b&user_ip=192.0.2.1&comment_content=discard+me", base + "/1.1/comment-check")
            #expect(form.contains("\r\n\r\ntrue") && form.lowercased().contains("x-akismet-pro-tip: discard\r\n"), "\(form)")
            let key = try await curl(
                "--resolve", "k1.spam.example:\(port):127.0.0.1", "-d", "blog=b", "http://k1.spam.example:\(port)/1.1/verify-key")
            #expect(key == "valid")
        }
    }

    @Test func whatIsTooLargeOrBrokenIsRefused() async throws {
        let folder = try TemporaryFolder()
        try folder.write([UInt8](repeating: 0x61, count: 4 << 20), to: "large")
        try folder.write(Array(("{\"text\":" + String(repeating: "[", count: 10_000)).utf8), to: "deep")
        try await serving { port in
            let url = "http://127.0.0.1:\(port)/v1/check/post"
            func post(_ file: String, _ type: String = "application/json") async throws -> String {
                try await curl("-H", "Content-Type: \(type)", "-w", "%{http_code}", "--data-binary", "@\(folder.path)/\(file)", url)
            }
            #expect(try await post("large").hasSuffix("413"))
            #expect(try await post("deep").hasSuffix("400"))
            #expect(try await post("deep", "text/html").hasSuffix("415"))
            // Whoever asks first whether it is wanted is told at once, and sends nothing.
            let asked = try await curl(
                "-H", "Content-Type: application/json", "-H", "Expect: 100-continue", "--expect100-timeout", "30", "-w",
                "%{http_code} %{size_upload}", "--data-binary", "@\(folder.path)/large", url)
            #expect(asked.hasSuffix("413 0"), "\(asked)")
            let wanted = try await curl(
                "-H", "Content-Type: application/json", "-H", "Expect: 100-continue", "--expect100-timeout", "30", "-w", "%{http_code}",
                "-d", #"{"text":"x"}"#, url)
            #expect(wanted.hasSuffix("200"))
            // Nobody says how long it is.
            let chunked = try await curl(
                "-H", "Content-Type: application/json", "-H", "Transfer-Encoding: chunked", "-w", "%{http_code}", "--data-binary",
                "@\(folder.path)/large", url)
            #expect(chunked.hasSuffix("413"))
            #expect(try await raw(port, "GARBAGE\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
            #expect(try await raw(port, "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n").hasPrefix("HTTP/1.1 400 "))
            let manyFields = String(repeating: "A: b\r\n", count: 2 * WebLimits.headerFields)
            #expect(try await raw(port, "GET / HTTP/1.1\r\nHost: x\r\n\(manyFields)\r\n").hasPrefix("HTTP/1.1 400 "))
            #expect(try await curl("http://127.0.0.1:\(port)/v1/health").contains("serving"))
        }
    }

    @Test func whatIsHeldIsBounded() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("{\"text\":\"\(String(repeating: "a", count: 200_000))\"}".utf8), to: "post")
        try await serving(.test(bodyBytes: 100_000)) { port in
            let reply = try await curl(
                "-i", "-H", "Content-Type: application/json", "--data-binary", "@\(folder.path)/post",
                "http://127.0.0.1:\(port)/v1/check/post")
            #expect(reply.contains("503 Service Unavailable") && reply.lowercased().contains("retry-after: 1\r\n"))
            // What was held is given back.
            #expect(try await curl("http://127.0.0.1:\(port)/metrics").contains("chaffinch_kept_bytes 0\n"))
        }
    }

    @Test(arguments: ["", "POST /v1/check/post HT", "POST /v1/check/post HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{"])
    func whoeverIsTooSlowIsCutOff(_ beginning: String) async throws {
        try await serving(patience: .milliseconds(100)) { port in
            // It ends: nothing more is sent, and nothing is answered.
            let answer = try await raw(port, beginning)
            #expect(answer == "")
        }
    }

    @Test func overTLSBothVersionsAreSpoken() async throws {
        let folder = try TemporaryFolder()
        guard let certificates = try await folder.certificates() else { return }
        try await serving(certificates: certificates) { port in
            let url = "https://localhost:\(port)/v1/check/post"
            for version in ["--http2", "--http1.1"] {
                let reply = try await curl(
                    "--cacert", certificates.chain, version, "-H", "Content-Type: application/json", "-d", #"{"text":"tag"}"#, "-w",
                    "%{http_version} %{http_code}", url)
                #expect(reply.hasSuffix(version == "--http2" ? "2 200" : "1.1 200"), "\(reply)")
            }
            let key = try await curl(
                "--cacert", certificates.chain, "-k", "--http2", "--resolve", "k1.spam.example:\(port):127.0.0.1", "-d", "blog=b",
                "https://k1.spam.example:\(port)/1.1/verify-key")
            #expect(key == "valid")
            // In the clear nothing is answered there.
            let clear = try await raw(port, "GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(!clear.contains("HTTP/1.1"))
        }
        var mutual = certificates
        mutual.clientAuthorities = certificates.chain
        try await serving(certificates: mutual) { port in
            let url = "https://localhost:\(port)/v1/health"
            let with = try await curl("--cacert", mutual.chain, "--cert", mutual.chain, "--key", mutual.key, "-w", "%{http_code}", url)
            #expect(with.hasSuffix("200"))
            let without = try await curl("--cacert", mutual.chain, "-w", "%{http_code}", url)
            #expect(without.hasSuffix("000"))
        }
    }

    @Test func badCertificatesAreSaid() async throws {
        let problem = await #expect(throws: (any Error).self) {
            try await serving(certificates: .init(chain: "/none.pem", key: "/none.key")) { _ in }
        }
        #expect("\(problem as Any)".contains("http.certificate"))
    }

    @Test func answersKeepToTheirDescription() async throws {
        // What teaches is described like the rest, and not asked a thousand times.
        try await serving { port in
            let peer = try PeerProcess("schemathesis", ["http://127.0.0.1:\(port)"])
            let teaching = ["--exclude-path-regex", "submit|feedback|v1/reports$"]
            guard let run = try await peer.answer("run", ["examples": 20, "seed": 1, "more": teaching])
            else {
                return
            }
            #expect(run["status"] as? Int == 0, "\(run["output"] ?? "")")
        }
    }

    @Test func theClientOfAkismetIsServed() async throws {
        let teacher = ListeningTeacher()
        try await serving(.test(teacher: teacher, gate: Gate(TwoTokens(), letsLocalsIn: false))) { port in
            let client = try PeerProcess("akismet", ["http://127.0.0.1:\(port)"])
            func ask(_ method: String, _ text: String = "", key: String = "everything") async throws -> [String: Any]? {
                var members: [String: Any] = ["key": key, "site": "https://blog.example/"]
                if method != "verify_key" {
                    members["arguments"] = ["user_ip": "192.0.2.7", "comment_content": text, "comment_author": "Ann"]
                }
                return try await client.answer(method, members)
            }
            guard let verified = try await ask("verify_key") else { return }
            #expect(verified["result"] as? String == "True")
            for (key, method, text, result) in [
                ("wrong", "verify_key", "", "False"), ("wrong", "comment_check", "accept", "APIKeyError"),
                ("everything", "comment_check", "accept this", "HAM"), ("everything", "comment_check", "reject this", "SPAM"),
                ("everything", "comment_check", "discard this", "DISCARD"), ("everything", "submit_spam", "pills", "True"),
                ("everything", "submit_ham", "birds", "True"), ("everything", "submit_spam", "full", "RequestError"),
                ("checker", "submit_spam", "pills", "RequestError"),
            ] {
                let answer = try await ask(method, text, key: key)
                #expect(answer?["result"] as? String == result, "\(key) \(method) \(text): \(answer ?? [:])")
            }
            #expect(teacher.words.withLock { $0.map(\.text) } == ["pills", "birds"])
        }
    }

    @Test func theModuleOfSynapseIsServed() async throws {
        try await serving(.test(gate: Gate(TwoTokens(), letsLocalsIn: false))) { port in
            let url = "http://127.0.0.1:\(port)/matrix/antispam"
            let module = try PeerProcess("synapse", [url, "checker"])
            func event(_ body: String) -> [String: Any] {
                ["event": ["type": "m.room.message", "sender": "@a:b", "content": ["body": body]]]
            }
            guard let passed = try await module.answer("check_event_for_spam", ["arguments": event("accept")]) else { return }
            #expect(passed["result"] as? String == "NOT_SPAM")
            let refused = try await module.answer("check_event_for_spam", ["arguments": event("reject")])
            #expect(refused?["result"] as? String == "M_FORBIDDEN")
            #expect((refused?["data"] as? [String: Any])?["error"] as? String == "Refused as unsolicited")
            let joined = try await module.answer("user_may_join_room", ["arguments": ["user": "@a:b", "room": "!r:b", "is_invited": true]])
            #expect(joined?["result"] as? String == "NOT_SPAM")
            // A wrong token is a no, in words that the module understands.
            let stranger = try PeerProcess("synapse", [url, "wrong"])
            let unknown = try await stranger.answer("check_event_for_spam", ["arguments": event("accept")])
            #expect(unknown?["result"] as? String == "M_FORBIDDEN")
        }
    }

    /// Prosody fetches a list with its mod_firewall, as docs/http.md has it set up, and keeps those out who stand on it.
    @Test func prosodyKeepsOutWhoIsListed() async throws {
        let list = try PublishedList(Array("# of late\neve@wren.example\nspam.example\n".utf8))
        try await serving(.test(lists: ["jids": list])) { port in
            let prosody = try PeerProcess("prosody", ["http://127.0.0.1:\(port)/v1/lists/jids"])
            guard let passed = try await prosody.answer("send", ["from": "ann", "to": "bob", "text": "seeds"]) else { return }
            #expect(passed["delivered"] as? Bool == true && passed["error"] is NSNull, "\(passed)")
            let refused = try await prosody.answer("send", ["from": "eve", "to": "bob", "text": "win"])
            #expect(refused?["delivered"] as? Bool == false && refused?["error"] as? String == "policy-violation", "\(refused ?? [:])")
        }
    }

    /// What comes back for these bytes until the server ends the connection.
    private func raw(_ port: Int, _ text: String) async throws -> String {
        let script = "exec 3<>/dev/tcp/127.0.0.1/\(port) && printf '%b' \"$1\" >&3 && cat <&3"
        return try await Program.output("/bin/bash", ["-c", script, "bash", text])
    }
}
