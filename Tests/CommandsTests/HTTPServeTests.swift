import Foundation
import TestSupport
import Testing

/// `chaffinch serve` asked over HTTP: real verdicts over real sockets, and lessons that last.
@Suite(.enabled(if: Command.isThere)) struct HTTPServeTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func theVerdictIsThatOfScan() throws {
        let folder = try TestFolder()
        let service = try RunningService(folder)
        for (path, kind) in [("sms/" + (try names("sms")[0]), "sms"), ("voice/" + (try names("voice")[0]), "call")] {
            let text = try String(contentsOfFile: Examples.folder + "/" + path, encoding: .utf8)
            let scan = try Command("scan", "--json", "--now", "2026-11-21T08:00:00Z", path)
            let record = try JSONSerialization.data(withJSONObject: ["text": text])
            let reply = try service.ask(
                "/v1/check/\(kind)", "-H", "Content-Type: application/json", "-d", String(decoding: record, as: UTF8.self))
            try compare(reply.text, scan.output, isCall: kind == "call")
        }
        let mail = "mail/spam/" + (try names("mail/spam")[0])
        let scan = try Command("scan", "--json", "--now", "2026-11-21T08:00:00Z", mail)
        let reply = try service.ask("/v1/check/mail", "-H", "Content-Type: message/rfc822", "--data-binary", "@\(Examples.folder)/\(mail)")
        try compare(reply.text, scan.output, isCall: false)
        #expect(service.stop() == 0)
    }

    private func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Examples.folder + "/" + folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Both say the same but for the path, the time it took, and what scan does not say.
    private func compare(_ answer: String, _ scanned: String, isCall: Bool) throws {
        var (answer, scanned) = (try object(answer), try object(scanned))
        for name in ["path", "milliseconds"] {
            #expect(answer[name] != nil && scanned[name] != nil)
            answer[name] = nil
            scanned[name] = nil
        }
        for name in ["policy", "threshold", "ref"] { #expect(answer.removeValue(forKey: name) != nil) }
        // Of calls it is said besides what nobody looks at.
        if isCall {
            answer["coverage"] = nil
            scanned["coverage"] = nil
        }
        #expect(answer as NSDictionary == scanned as NSDictionary)
    }

    /// What is said of somebody's line counts for the next one of theirs, in the service that comes after it too, and where it is only asked.
    @Test func sendersAreRemembered() throws {
        let folder = try TestFolder()
        let line = #"{"text": "Seeds for the winter, in all sizes.", "from": {"account": "Robin"}}"#
        func reasons(_ service: RunningService) throws -> [String] {
            let reply = try service.ask("/v1/check/im", "-H", "Content-Type: application/json", "-d", line)
            return try #require(try object(reply.text)["reasons"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        }
        let first = try RunningService(folder, "learning.sources=http:1")
        #expect(try reasons(first).contains("history.new-sender"))
        let word = #"{"kind": "im", "message": \#(line), "spam": true}"#
        #expect(try service(first, says: word).contains("learnt"))
        #expect(try reasons(first).contains("history.bad-sender"))
        #expect(first.stop() == 0)
        let second = try RunningService(folder)
        #expect(try reasons(second).contains("history.bad-sender"))
        // Within a second what was judged is on the disk, whatever becomes of the service: ask until it shows.
        let stranger = line.replacing("Robin", with: "Wren")
        #expect(try service(second, says: #"{"kind": "im", "message": \#(stranger), "spam": true}"#).contains("learnt"))
        var isKept = false
        for _ in 0..<200 where !isKept { isKept = try remembers("Wren", folder) }
        second.kill()
        #expect(isKept)
        let off = try RunningService(folder, "history.keep=false")
        #expect(try !reasons(off).contains { $0.hasPrefix("history.") })
    }

    /// What a command teaches beside the service is said of the sender too, and taken back; before the service began as well.
    @Test func sendersAreTaughtBesideTheService() throws {
        let folder = try TestFolder()
        let state = ["--set", "state.folder=\(folder.path)/state"]
        let line = #"{"text": "Seeds for the winter, in all sizes.", "from": {"account": "Robin"}}"#
        let file = try folder.write(#"{"text": "Watches, cheap, today only!", "channel": "im", "from": "Robin"}"# + "\n", to: "line.jsonl")
        // How much was said against the sender, as the service has handed it on.
        func spam() throws -> Double {
            try Command(["senders", "show", "im:robin", "--json"] + state).objects.first?["spam"] as? Double ?? 0
        }
        func becomes(_ wanted: Double) throws -> Bool {
            for _ in 0..<300 where try abs(spam() - wanted) < 0.1 { return true }
            return false
        }
        let first = try RunningService(folder)
        let learnt = try Command(["learn", "--json", "--force", "--spam", file] + state)
        let id = try #require(try learnt.objects.first?["id"] as? String, "\(learnt.errors)")
        #expect(try becomes(1))
        let reply = try first.ask("/v1/check/im", "-H", "Content-Type: application/json", "-d", line)
        #expect(reply.text.contains("history.bad-sender"), "\(reply.text)")
        #expect(try Command(["forget", id] + state).status == 0)
        #expect(try becomes(0))
        #expect(first.stop() == 0)
        #expect(try Command(["learn", "--force", "--spam", file] + state).status == 0)
        // What was taken up once is not taken up again.
        for _ in 0..<2 {
            let next = try RunningService(folder)
            #expect(try becomes(1))
            #expect(next.stop() == 0)
        }
    }

    /// What is remembered is shown, and forgotten by a service that runs.
    @Test func sendersAreShownAndForgotten() throws {
        let folder = try TestFolder()
        let line = #"{"text": "Seeds for the winter, in all sizes.", "from": {"account": "Robin"}}"#
        // By the system's clock, as the command that forgets.
        let settings = ["milter.listen=", "http.listen=127.0.0.1:0", "state.folder=\(folder.path)/state", "learning.sources=http:1"]
        let service = try RunningService(settings)
        func reasons() throws -> [String] {
            let reply = try service.ask("/v1/check/im", "-H", "Content-Type: application/json", "-d", line)
            return try #require(try object(reply.text)["reasons"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        }
        func senders(_ words: String...) throws -> Command {
            try Command(["senders"] + words + ["--set", "state.folder=\(folder.path)/state"])
        }
        #expect(try self.service(service, says: #"{"kind": "im", "message": \#(line), "spam": true}"#).contains("learnt"))
        #expect(try reasons().contains("history.bad-sender"))
        // What the service remembers is there for others after a second: ask until it shows.
        var page = try senders("show", "im:Robin", "--json")
        for _ in 0..<200 where page.output.isEmpty { page = try senders("show", "im:Robin", "--json") }
        let fact = try #require(try page.objects.first, "\(page.errors)")
        #expect(fact["of"] as? String == "sender" && fact["id"] as? String == "history.bad-sender" && fact["spam"] as? Double ?? 0 > 0.9)
        let key = try #require(fact["key"] as? String)
        #expect(try senders("show", key, "--json").objects.first?["key"] as? String == key)
        #expect(try senders("show", "im:robin", "--lang", "es").output.contains("este remitente, a cualquiera: mensajes"))
        // A moment that is yet to come is now: what comes afterwards is remembered.
        let gone = try senders("forget", "im:robin", "--author", "anna", "--now", "2099-01-01T00:00:00Z")
        #expect(gone.status == 0 && gone.output.contains("im:robin is forgotten"), "\(gone)")
        var isForgotten = false
        for _ in 0..<200 where !isForgotten { isForgotten = try !reasons().contains("history.bad-sender") }
        #expect(isForgotten)
        #expect(try senders("show", "im:robin").output.contains("was forgotten at"))
        #expect(try self.service(service, says: #"{"kind": "im", "message": \#(line), "spam": true}"#).contains("learnt"))
        #expect(try reasons().contains("history.bad-sender"))
        let trail = try Command("quarantine", "log", "--json", "--set", "state.folder=\(folder.path)/state").objects
        #expect(trail.map { $0["action"] as? String } == ["forget-sender"] && trail.first?["by"] as? String == "anna")
        #expect(service.stop() == 0)
        for words in [["forget", "robin"], ["forget", "203.0.113.0/20"], ["show", "a b"]] {
            #expect(try Command(["senders"] + words + ["--set", "state.folder=\(folder.path)/state"]).status == 2, "\(words)")
        }
        let none = try Command("senders", "show", "im:robin", "--set", "state.folder=\(folder.path)/other")
        #expect(none.status == 2 && none.errors.contains("no senders are remembered here"))
    }

    /// Lists of the operator, as XMPP servers fetch them; one with a mistake keeps the service from starting.
    @Test func listsAreServed() throws {
        let folder = try TestFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/lists", withIntermediateDirectories: true)
        try Data("# of late\nbad.example\n".utf8).write(to: URL(filePath: folder.path + "/lists/jids.txt"))
        let service = try RunningService(folder, "http.lists=\(folder.path)/lists")
        let reply = try service.ask("/v1/lists/jids", "-i")
        #expect(reply.status == 200 && reply.text.hasSuffix("bad.example\n"), "\(reply.text)")
        let tag = reply.text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("etag: ") }?.dropFirst(6) ?? ""
        let again = try service.ask("/v1/lists/jids", "-H", "If-None-Match: \(tag)")
        #expect(!tag.isEmpty && again == (304, ""), "\(again)")
        #expect(try service.ask("/v1/lists/other").status == 404)
        #expect(service.stop() == 0)
        try Data("bad example\n".utf8).write(to: URL(filePath: folder.path + "/lists/jids.txt"))
        let refused = try Command(
            "serve", "--set", "milter.listen=", "--set", "http.listen=127.0.0.1:0", "--set", "http.lists=\(folder.path)/lists")
        #expect(refused.status == 2 && refused.errors.contains("jids.txt: line 1: "), "\(refused.errors)")
    }

    private func service(_ service: RunningService, says word: String) throws -> String {
        try service.ask("/v1/feedback", "-H", "Content-Type: application/json", "-d", word).text
    }

    /// Whether a command that only asks finds that somebody sent spam.
    private func remembers(_ account: String, _ folder: TestFolder) throws -> Bool {
        let line = #"{"text": "Seeds for the winter, in all sizes.", "channel": "im", "from": "\#(account)"}"#
        try Data((line + "\n").utf8).write(to: URL(filePath: folder.path + "/line.jsonl"))
        let scan = try Command(
            "scan", "--json", "--now", "2026-11-21T08:00:00Z", "--set", "state.folder=\(folder.path)/state", "--set",
            "history.consult=true",
            folder.path + "/line.jsonl")
        return scan.output.contains("history.bad-sender")
    }

    @Test func whatPeopleSayIsLearntAndStays() throws {
        let folder = try TestFolder()
        let service = try RunningService(folder)
        let fields = ["-d", "api_key=any", "-d", "blog=https://blog.example", "-d", "user_ip=192.0.2.7"]
        func submit(_ method: String, _ text: String) throws -> (status: Int, text: String) {
            try service.ask(
                "/1.1/" + method, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], "--data-urlencode",
                "comment_content=\(text)")
        }
        #expect(try submit("submit-spam", "Wonderful seeds for your feeder") == (200, "Thanks for making the web a better place."))
        #expect(try submit("submit-ham", "The finches came back this week") == (200, "Thanks for making the web a better place."))
        #expect(try service.ask("/v1/health").text.contains(#""model":"local-2""#))
        // What was thanked for is on the disk, whatever becomes of the service.
        service.kill()
        let log = try Command("model", "log", "--json", "--set", "state.folder=\(folder.path)/state")
        let taught = try log.objects
        #expect(taught.map { $0["spam"] as? Bool } == [true, false])
        #expect(taught.allSatisfy { $0["source"] as? String == "akismet" && $0["reason"] as? String == "akismet https://blog.example" })
    }

    @Test func aVerdictIsCorrectedByItsReference() throws {
        let folder = try TestFolder()
        let service = try RunningService(folder)
        let json = ["-H", "Content-Type: application/json", "-d"]
        let post = #"{"text":"Seeds for winter birds, by the sack, delivered to your door"}"#
        let verdict = try object(try service.ask("/v1/check/post", json[0], json[1], json[2], post).text)
        let reference = try #require(verdict["ref"] as? String)
        let again = try object(try service.ask("/v1/verdicts/" + reference).text)
        #expect(again as NSDictionary == verdict as NSDictionary)
        let word = "{\"ref\":\"\(reference)\",\"spam\":true,\"reason\":\"a reader said so\"}"
        let outcome = try object(try service.ask("/v1/feedback", json[0], json[1], json[2], word).text)
        #expect(outcome["outcome"] as? String == "learnt" && outcome["model"] as? String == "local-1")
        // It counts for the next.
        let next = try object(try service.ask("/v1/check/post", json[0], json[1], json[2], post).text)
        let (before, after) = (verdict["probability"] as? Double, next["probability"] as? Double)
        let grown = try #require(after) - (try #require(before))
        #expect(grown > 0 && next["model"] as? String == "local-1")
        let taught = try Command("model", "log", "--json", "--set", "state.folder=\(folder.path)/state").objects
        #expect(taught.map { $0["reason"] as? String } == ["http: a reader said so"])
    }

    @Test func whatIsJudgedIsCounted() throws {
        let folder = try TestFolder()
        let service = try RunningService(folder)
        let post = ["-H", "Content-Type: application/json", "-d", #"{"text":"hello from the garden"}"#]
        for _ in 0..<3 { #expect(try service.ask("/v1/check/post", post[0], post[1], post[2], post[3]).status == 200) }
        #expect(service.stop() == 0)
        let counts = try Command(
            "study", "counts", "--by", "channel", "--from", "2026-11-21T00:00:00Z", "--json", "--set", "state.folder=\(folder.path)/state")
        #expect(counts.output.contains("post"), "\(counts.output) \(counts.errors)")
        #expect(try counts.objects.map { $0["messages"] as? Int } == [3], "\(counts.output)")
        #expect(try counts.objects.first?["methods"] as? [String: Int] == ["measured": 3])
        #expect(try counts.objects.first?["contributors"] as? [String: Int] == ["own": 3])
    }

    @Test func tokensDecideWhoMayAsk() throws {
        let folder = try TestFolder()
        let state = ["--set", "state.folder=\(folder.path)/state"]
        let locked = try Command(["doctor", "--set", "http.tokens=always"] + state)
        #expect(locked.status == 1 && locked.output.contains("✗ HTTP: a token is needed to ask, and there is none; make one"))
        let made = try Command(["token", "create", "shop", "--scope", "check", "--json"] + state)
        let token = try #require(made.objects.first?["token"] as? String)
        #expect(try Command(["doctor", "--set", "http.tokens=always"] + state).output.contains("✓ HTTP: 127.0.0.1:7780"))
        let service = try RunningService(folder, "http.tokens=always")
        let post = ["-H", "Content-Type: application/json", "-d", #"{"text":"hello"}"#]
        func ask(_ token: String?) throws -> Int {
            let field = token.map { "Authorization: Bearer " + $0 } ?? "X-None: 1"
            return try service.ask("/v1/check/post", post[0], post[1], post[2], post[3], "-H", field).status
        }
        // It looks for tokens as soon as it runs, and then every second.
        while try ask(token) != 200 {}
        #expect(try ask(nil) == 401)
        #expect(try ask("chf0") == 401)
        #expect(try service.ask("/metrics", "-H", "Authorization: Bearer " + token).status == 403)
        #expect(try Command(["token", "list"] + state).output.hasPrefix("shop  "))
        #expect(try Command(["token", "create", "shop"] + state).status == 2)
        #expect(try Command(["token", "create", "Shop"] + state).status == 2)
        #expect(try Command(["token", "create", "desk", "--scope", "all"] + state).status == 2)
        #expect(try Command(["token", "revoke", "shop"] + state).status == 0)
        #expect(try Command(["token", "revoke", "shop"] + state).status == 2)
        while try ask(token) == 200 {}
        #expect(try ask(token) == 401)
    }
}
