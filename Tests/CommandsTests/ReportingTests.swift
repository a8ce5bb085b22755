import Foundation
import TestSupport
import Testing

/// What people report by command, and by the script that Dovecot runs.
@Suite(.enabled(if: Command.isThere)) struct ReportingTests {
    private let mail = "From: x@out.example\r\nSubject: win\r\n\r\nSeeds by the sack, delivered to your door, order now\r\n"

    private func forwarded(_ mail: String) -> String {
        "From: ann@in.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nlook\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n\(mail)\r\n--x--\r\n"
    }

    private func command(_ words: String..., in folder: TestFolder, input: String = "") throws -> Command {
        let settings = ["state.folder=\(folder.path)/state", "feedback.spam=spam@in.example", "feedback.ham=ham@in.example"]
        let file = try folder.write(input, to: "input")
        // Through a pipe, as mail servers do.
        let quoted = (words + settings.flatMap { ["--set", $0] }).map { "'\($0)'" }.joined(separator: " ")
        return try Command(script: "cat \(file) | \"$CHAFFINCH\" feedback \(quoted)")
    }

    @Test func forwardedMailIsLearntAndTakenBack() throws {
        let folder = try TestFolder()
        let taken = try command("take", "--to", "Spam@in.example", "--reporter", "ann", "--json", "-", in: folder, input: forwarded(mail))
        let report = try #require(try taken.objects.first, "\(taken.errors)")
        let reference = try #require(report["ref"] as? String)
        #expect(report["outcome"] as? String == "spam" && taken.status == 0)
        let again = try command("take", "--spam", "--message", "--reporter", "bob", "--json", "-", in: folder, input: mail)
        #expect(try again.objects.first?["ref"] as? String == reference)
        let log = try Command("model", "log", "--json", "--set", "state.folder=\(folder.path)/state")
        #expect(try log.objects.map { $0["source"] as? String } == ["feedback"])
        #expect(try command("outcome", reference, "--lang", "fr", in: folder).output.contains("appris comme spam"))
        let listed = try command("list", "--reporter", "ann", in: folder).output
        #expect(listed.contains("ann=spam  bob=spam") && listed.contains("ann is believed by 0.80"), "\(listed)")
        #expect(try command("decide", reference, "--ham", "--json", in: folder).objects.first?["outcome"] as? String == "ham")
        #expect(try command("list", "--reporter", "ann", in: folder).output.contains("wrong: 1"))
        #expect(try command("withdraw", reference, "--json", in: folder).objects.first?["outcome"] as? String == "spam")
        for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/state") where name.hasPrefix("reports.sqlite") {
            let bytes = try Data(contentsOf: URL(filePath: "\(folder.path)/state/\(name)"))
            #expect(bytes.range(of: Data("Seeds".utf8)) == nil && bytes.range(of: Data("bob".utf8)) == nil, "\(name)")
        }
    }

    /// Another key would not open what is there.
    @Test func aLostKeyIsNotReplaced() throws {
        let folder = try TestFolder()
        #expect(try command("take", "--spam", "--message", "--reporter", "ann", "-", in: folder, input: mail).status == 0)
        let key = "\(folder.path)/state/quarantine.key"
        try FileManager.default.removeItem(atPath: key)
        let lost = try command("take", "--spam", "--message", "--reporter", "bob", "-", in: folder, input: mail)
        #expect(
            lost.status == 75 && lost.errors.contains("bring it back") && !FileManager.default.fileExists(atPath: key), "\(lost.errors)")
    }

    @Test func whatIsNoReportIsToldToTheMailServer() throws {
        let folder = try TestFolder()
        #expect(try command("take", "--spam", "--reporter", "ann", "-", in: folder, input: mail).status == 65)
        #expect(try command("take", "--reporter", "ann", "-", in: folder, input: forwarded(mail)).status == 65)
        #expect(try command("take", "--spam", "--reporter", "", "-", in: folder, input: forwarded(mail)).status == 2)
        #expect(try command("take", "--spam", "--reporter", "command", "-", in: folder, input: forwarded(mail)).status == 2)
        #expect(try command("take", "--to", "x@in.example", "--reporter", "ann", "-", in: folder, input: forwarded(mail)).status == 75)
        #expect(try command("outcome", "0", in: folder).status == 2)
    }

    /// The service that takes reports, and the token to show it.
    private func service(in folder: TestFolder) throws -> (service: RunningService, token: String) {
        let state = "state.folder=\(folder.path)/state"
        let made = try Command("token", "create", "dovecot", "--scope", "feedback", "--json", "--set", state)
        let token = try #require(try made.objects.first?["token"] as? String)
        let service = try RunningService(["milter.listen=", "http.listen=127.0.0.1:0", "http.tokens=always", state])
        // Tokens are looked for as soon as it runs, and then every second.
        let probe = """
            until curl -s -o /dev/null -f -H 'Authorization: Bearer \(token)' http://\(service.address)/v1/reports/0 ||
                curl -s -H 'Authorization: Bearer \(token)' http://\(service.address)/v1/reports/0 | grep -q not-found; do :; done
            """
        #expect(try Command(script: probe).status == 0)
        return (service, token)
    }

    private func reports(in folder: TestFolder) throws -> [[String: Any]] {
        try Command("feedback", "list", "--json", "--set", "state.folder=\(folder.path)/state").objects
    }

    private func words(_ report: [String: Any]?) -> [String] {
        (report?["words"] as? [[String: Any]] ?? []).map { "\($0["by"] as? String ?? "") \($0["spam"] as? Bool == true ? "spam" : "ham")" }
    }

    /// Somebody moves mail in a living Dovecot.
    @Test func whatIsMovedInDovecotIsReported() async throws {
        let folder = try TestFolder()
        let (running, token) = try service(in: folder)
        let dovecot = try PeerProcess("dovecot", [Examples.folder + "/dovecot"])
        func move(_ user: String, _ from: String, _ to: String) async throws -> [String: Any]? {
            try await dovecot.answer(
                "move",
                [
                    "mail": Data(mail.utf8).base64EncodedString(), "user": user, "from": from, "to": to, "url": "http://\(running.address)",
                    "token": token,
                ])
        }
        guard let moved = try await move("ann@in.example", "INBOX", "Junk") else { return }
        #expect(moved["moved"] as? Bool == true, "\(moved)")
        #expect(try words(reports(in: folder).first) == ["ann@in.example spam"], "\(moved)")
        // Out of it again, by somebody else, to whose spam folder it was delivered.
        let back = try #require(try await move("bob@in.example", "Junk", "INBOX"))
        #expect(try words(reports(in: folder).first) == ["ann@in.example spam", "bob@in.example ham"], "\(back)")
        // What is thrown away is not said to be good.
        _ = try await move("eve@in.example", "Junk", "Trash")
        let all = try reports(in: folder)
        #expect(all.count == 1 && words(all.first).last == "eve@in.example spam")
    }

    /// The script says what went wrong by its status, which Dovecot writes into its log.
    @Test func theScriptSaysWhatIsWrong() throws {
        let folder = try TestFolder()
        let (running, token) = try service(in: folder)
        let file = try folder.write(mail, to: "mail.eml")
        _ = try folder.write(
            "url = \"http://\(running.address)/v1/reports\"\nheader = \"Authorization: Bearer \(token)\"\n", to: "chaffinch-feedback.conf")
        let script = """
            cd \(folder.path) && cp \(Examples.folder)/dovecot/chaffinch-feedback .
            for who in ann@in.example 'a b' '' command; do ./chaffinch-feedback spam "$who" <\(file) 2>/dev/null; echo $?; done
            ./chaffinch-feedback other ann <\(file) 2>/dev/null; echo $?
            sed -i 's/Bearer ./Bearer x/' chaffinch-feedback.conf; ./chaffinch-feedback ham ann@in.example <\(file) 2>/dev/null; echo $?
            """
        #expect(try Command(script: script).output == "0\n75\n64\n75\n64\n75\n")
        let all = try reports(in: folder)
        #expect(all.count == 1 && words(all.first) == ["ann@in.example spam"])
        _ = running
    }
}
