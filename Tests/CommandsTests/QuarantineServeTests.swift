import Foundation
import TestSupport
import Testing

/// Mail that a running service holds: beside a living Postfix, and over HTTP.
@Suite(.enabled(if: Command.isThere)) struct QuarantineServeTests {
    private func command(_ words: String..., in folder: TestFolder, _ settings: String...) throws -> Command {
        let state = ["state.folder=\(folder.path)/state"] + settings
        return try Command(words + state.flatMap { ["--set", $0] })
    }

    /// A mail that is held, and what asks Postfix to take it.
    private func forged(to recipients: [String]) throws -> (mail: String, question: [String: Any]) {
        let mail = try String(contentsOfFile: Examples.folder + "/authentication/forged.eml", encoding: .utf8)
            .replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
        let question: [String: Any] = [
            "mail": Data(mail.utf8).base64EncodedString(), "from": "bounce@cuckoo.example", "to": recipients,
            "client": "203.0.113.66", "helo": "out.cuckoo.example",
        ]
        return (mail, question)
    }

    /// The links in the digest of a folder.
    private func links(in folder: TestFolder, under address: String) throws -> [String] {
        let digest = try String(contentsOfFile: folder.path + "/digest-1.eml", encoding: .utf8)
        // The first part, in Base64.
        let part = try #require(digest.components(separatedBy: "base64\r\n\r\n").dropFirst().first?.components(separatedBy: "\r\n--").first)
        let text = try String(decoding: #require(Data(base64Encoded: part, options: .ignoreUnknownCharacters)), as: UTF8.self)
        return text.components(separatedBy: address + "/held/").dropFirst().map { String($0.prefix(96)) }
    }

    /// The button of a digest's page hands a held mail over to Postfix, whose filter, which held it, lets it pass.
    @Test func aLinkDeliversThroughPostfix() async throws {
        let folder = try TestFolder()
        let settings = [
            "policy.mode=act", "policy.default.default.reject=never", "policy.default.default.quarantine=0.6",
            "quarantine.keeper=store", "state.folder=\(folder.path)/state",
        ]
        let first = try RunningService(settings + ["http.listen=", "milter.listen=127.0.0.1:0"])
        let postfix = try PeerProcess("postfix", ["inet:\(first.address)"])
        guard try await postfix.answer("send", try forged(to: ["eve@wren.example"]).question) != nil else { return }
        #expect(first.stop() == 0)
        let port = try #require(try await postfix.answer("port")?["port"] as? Int)
        let filter = try RunningService(settings + ["http.listen=", "milter.listen=\(first.address)"])
        let web = try RunningService(
            settings + [
                "milter.listen=", "http.listen=127.0.0.1:0", "http.public-url=https://mail.example",
                "quarantine.release-to=127.0.0.1:\(port)",
            ])
        let told = try command(
            "quarantine", "digest", "--folder", folder.path, in: folder, "quarantine.digest-from=postmaster@in.example",
            "http.public-url=https://mail.example")
        #expect(told.status == 0, "\(told.errors)")
        let link = try #require(try links(in: folder, under: "https://mail.example").first)
        let pressed = try Command(script: "curl -s -i -d learn=true http://\(web.address)/held/\(link)")
        #expect(pressed.output.hasPrefix("HTTP/1.1 200") && pressed.output.contains("on its way"), "\(pressed.output)")
        let delivered = try #require(try await postfix.answer("delivered", ["recipients": 1])?["delivered"] as? [[String: Any]]).first
        #expect(delivered?["to"] as? [String] == ["eve@wren.example"])
        #expect(try command("quarantine", "list", "--json", in: folder).output.isEmpty)
        #expect(try command("forget", "--source", "link", in: folder).status == 0)
        #expect(web.stop() == 0 && filter.stop() == 0)
    }

    @Test func heldByUsReleasedThroughPostfix() async throws {
        let folder = try TestFolder()
        let settings = [
            "http.listen=", "policy.mode=act", "policy.default.default.reject=never", "policy.default.default.quarantine=0.6",
            "quarantine.keeper=store", "state.folder=\(folder.path)/state",
        ]
        let first = try RunningService(settings + ["milter.listen=127.0.0.1:0"])
        let postfix = try PeerProcess("postfix", ["inet:\(first.address)"])
        let (mail, question) = try forged(to: ["bob@wren.example", "eve@wren.example"])
        guard let answer = try await postfix.answer("send", question) else { return }
        #expect((answer["replies"] as? [String])?.last?.hasPrefix("250 2.0.0") == true, "\(answer)")
        #expect((answer["delivered"] as? [[String: Any]])?.isEmpty == true && answer["held"] as? Int == 0)
        // Killed at once, it has lost nothing.
        first.kill()
        let list = try command("quarantine", "list", "--json", in: folder)
        let held = try #require(try list.objects.first, "\(list.errors)")
        let reference = try #require(held["ref"] as? String)
        let to = (held["to"] as? [[String: Any]])?.compactMap { $0["address"] as? String }
        #expect(to == ["bob@wren.example", "eve@wren.example"] && held["from"] as? String == "bounce@cuckoo.example")
        // Postfix takes the first field out of what it receives: it writes the return path itself.
        let kept = mail.components(separatedBy: "\r\n").dropFirst().joined(separator: "\r\n")
        #expect(try command("quarantine", "show", reference, "--mail", in: folder).output == kept)
        let page = try command("quarantine", "show", reference, "--lang", "fr", in: folder)
        #expect(page.output.contains("Objet: ") && page.output.contains("bob@wren.example  retenu"), "\(page.output)\(page.errors)")
        let key = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/state/quarantine.key")
        #expect((key[.posixPermissions] as? NSNumber)?.intValue == 0o600)

        let port = try #require(try await postfix.answer("port")?["port"] as? Int)
        let way = "quarantine.release-to=127.0.0.1:\(port)"
        // Without the filter Postfix does not take it, and it is still held.
        let early = try command("quarantine", "release", reference, in: folder, way)
        #expect(early.status == 2 && early.errors.contains("still held"), "\(early)")
        let second = try RunningService(settings + ["milter.listen=\(first.address)"])
        let bob = try command("quarantine", "release", reference, "--recipient", "bob@wren.example", "--learn", "--json", in: folder, way)
        let outcome = try #require(try bob.objects.first, "\(bob.errors)")
        #expect(outcome["changed"] as? [String] == ["bob@wren.example"])
        let delivered = try #require(try await postfix.answer("delivered", ["recipients": 1])?["delivered"] as? [[String: Any]]).first
        #expect(delivered?["to"] as? [String] == ["bob@wren.example"] && delivered?["from"] as? String == "bounce@cuckoo.example")
        let text = (delivered?["mail"] as? String).flatMap { Data(base64Encoded: $0) }.map { String(decoding: $0, as: UTF8.self) }
        #expect(text?.hasSuffix(kept) == true && text?.contains("Chaffinch-Release") == false, "\(text ?? "")")
        // What was learnt can be taken back.
        let lesson = try #require((outcome["learnt"] as? [String: Any])?["id"] as? String)
        #expect(try command("forget", lesson, in: folder).status == 0)
        let gone = try command("quarantine", "delete", reference, in: folder)
        #expect(gone.output.contains("deleted: eve@wren.example"), "\(gone)")
        #expect(try command("quarantine", "list", "--json", in: folder).output.isEmpty)
        #expect(try command("quarantine", "list", "--all", "--json", in: folder).objects.count == 1)
        #expect(try command("quarantine", "release", reference, in: folder, way).output.contains("nothing was left to be done"))
        let log = try command("quarantine", "log", "--json", in: folder).objects.compactMap { $0["action"] as? String }
        #expect(log == ["read", "release", "release", "delete", "release"])
        #expect(second.stop() == 0)
    }

    /// What was acknowledged is there, whenever the service dies.
    @Test func nothingAcknowledgedIsLost() throws {
        let folder = try TestFolder()
        let token = try #require(
            try command("token", "create", "mx", "--scope", "hold", "--json", in: folder).objects.first?["token"] as? String)
        let mail = try folder.write("From: ann@out.example\r\nSubject: seeds\r\n\r\nby the sack\r\n", to: "mail.eml")
        var acknowledged: Set<String> = []
        for round in 0..<3 {
            let service = try RunningService(["milter.listen=", "http.listen=127.0.0.1:0", "state.folder=\(folder.path)/state"])
            let script = """
                for number in $(seq 200); do
                    curl -s -H 'Content-Type: message/rfc822' -H 'Authorization: Bearer \(token)' --data-binary @\(mail) \
                        "http://\(service.address)/v1/quarantine:hold?to=bob@in.example"
                    echo
                    [ $number -lt \(5 + 7 * round) ] || kill -9 \(service.process.processIdentifier) 2>/dev/null
                    kill -0 \(service.process.processIdentifier) 2>/dev/null || break
                done
                """
            let run = try Command(script: script)
            for line in run.output.split(separator: "\n") {
                let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                if let reference = object?["ref"] as? String { acknowledged.insert(reference) }
            }
            service.process.waitUntilExit()
        }
        #expect(acknowledged.count >= 9, "\(acknowledged.count)")
        let found = Set(try command("quarantine", "list", "--json", in: folder).objects.compactMap { $0["ref"] as? String })
        #expect(acknowledged.isSubset(of: found), "\(acknowledged.subtracting(found))")
        // Each recipient is told of theirs.
        let digests = try command(
            "quarantine", "digest", "--folder", folder.path, "--lang", "ru", "--json", in: folder,
            "quarantine.digest-from=postmaster@in.example")
        #expect(try digests.objects.map { $0["mails"] as? Int } == [found.count], "\(digests.errors)")
        let digest = try String(contentsOfFile: folder.path + "/digest-1.eml", encoding: .utf8)
        #expect(digest.contains("To: bob@in.example\r\n") && digest.contains("Content-Language: ru"))
        let profiles = try folder.write(
            "profiles: [{name: in, level: domain, for: \"@in.example\", version: 1, lang: fr}]", to: "profiles.yaml")
        _ = try command(
            "quarantine", "digest", "--folder", folder.path + "/state", "--lang", "ru", in: folder,
            "quarantine.digest-from=postmaster@in.example", "policy.profiles=\(profiles)")
        let theirs = try String(contentsOfFile: folder.path + "/state/digest-1.eml", encoding: .utf8)
        #expect(theirs.contains("Content-Language: fr"), "\(theirs.prefix(400))")
        #expect(try command("doctor", in: folder).output.contains("✓ quarantine: \(found.count) mails"))
    }

    /// A digest leads to a page of the service; pressing its button asks for release, and what comes of that is said there.
    @Test func aDigestLeadsToAPage() throws {
        let folder = try TestFolder()
        let token = try #require(
            try command("token", "create", "mx", "--scope", "hold", "--json", in: folder).objects.first?["token"] as? String)
        let mail = try folder.write("From: ann@out.example\r\nSubject: seeds\r\n\r\nby the sack\r\n", to: "mail.eml")
        let service = try RunningService([
            "milter.listen=", "http.listen=127.0.0.1:0", "http.public-url=https://mail.example/chaffinch/",
            "quarantine.release-to=127.0.0.1:1",
            "state.folder=\(folder.path)/state",
        ])
        let held = try Command(
            script: """
                curl -s -H 'Content-Type: message/rfc822' -H 'Authorization: Bearer \(token)' --data-binary @\(mail) \
                    "http://\(service.address)/v1/quarantine:hold?to=bob@in.example"
                """)
        #expect(held.output.contains("\"ref\""), "\(held)")
        let told = try command(
            "quarantine", "digest", "--folder", folder.path, in: folder, "quarantine.digest-from=postmaster@in.example",
            "http.public-url=https://mail.example/chaffinch/")
        #expect(told.status == 0, "\(told.errors)")
        let link = try #require(try links(in: folder, under: "https://mail.example/chaffinch").first)
        let page = try Command(script: "curl -s -i -H 'Accept-Language: es' http://\(service.address)/held/\(link)")
        #expect(page.output.hasPrefix("HTTP/1.1 200") && page.output.contains("<button>Entregarlo</button>"), "\(page.output)")
        #expect(page.output.contains("default-src 'none'") && page.output.lowercased().contains("cache-control: no-store"))
        let pressed = try Command(script: "curl -s -i -d learn=false http://\(service.address)/held/\(link)")
        #expect(pressed.output.hasPrefix("HTTP/1.1 503") && pressed.output.contains("still held"), "\(pressed.output)")
        let log = try command("quarantine", "log", "--json", in: folder).objects
        #expect(log.count == 2 && (log.last?["by"] as? String)?.hasPrefix("link/") == true && log.last?["action"] as? String == "release")
        let wrong = try command(
            "quarantine", "digest", "--folder", folder.path + "/state", in: folder, "quarantine.digest-from=postmaster@in.example",
            "http.public-url=mail.example")
        #expect(wrong.status == 2 && wrong.errors.contains("http.public-url mail.example"), "\(wrong)")
    }

    /// A password comes from a file that is not everybody's, and goes out by TLS. Where it does not, nothing is released, and all else goes on.
    @Test func howTheServerIsSpokenToMustBeRight() throws {
        let folder = try TestFolder()
        let password = try folder.write("seeds\n", to: "password")
        func run(_ words: [String], _ settings: [String]) throws -> Command {
            let all = ["state.folder=\(folder.path)/state"] + settings.map { "quarantine.release-\($0)" }
            return try Command(words + all.flatMap { ["--set", $0] })
        }
        func list(_ settings: String...) throws -> Command { try run(["quarantine", "list"], settings) }
        func doctor(_ settings: String...) throws -> Command { try run(["doctor"], settings) }
        func permit(_ mode: Int) throws { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: password) }
        let file = "password-file=\(password)"
        for mode in [0o604, 0o602, 0o620, 0o644] {
            try permit(mode)
            let open = try doctor("user=releaser", file, "tls=starttls")
            #expect((open.output + open.errors).contains("chmod o=,g-w"), "\(open)")
            #expect(try list("user=releaser", file, "tls=starttls").status == 0)
        }
        for mode in [0o600, 0o400, 0o640, 0o440] {
            try permit(mode)
            let fit = try doctor("user=releaser", file, "tls=starttls")
            #expect(fit.output.contains("✓ quarantine") && !(fit.output + fit.errors).contains("seeds"), "\(fit)")
        }
        try permit(0o600)
        #expect(try list("user=releaser", file, "tls=starttls").status == 0)
        #expect(try list("user=releaser", file, "tls=implicit").status == 0)
        for (run, why) in [
            (try list("user=releaser", file), "in the clear"), (try list("user=releaser", "tls=starttls"), "go together"),
            (try list(file, "tls=starttls"), "go together"), (try list("tls=yes"), "starttls"),
        ] {
            #expect(run.status == 2 && run.errors.contains(why) && !run.errors.contains("seeds"), "\(run.errors)")
        }
        let unknown = try doctor("tls=implicit", "authorities=\(folder.path)/none.pem")
        #expect((unknown.output + unknown.errors).contains("none.pem"), "\(unknown)")
        _ = try folder.write("seeds\nand more\n", to: "password")
        try permit(0o600)
        let long = try doctor("user=releaser", file, "tls=starttls")
        let said = long.output + long.errors
        #expect(said.contains("one line") && !said.contains("seeds"), "\(said)")
    }

    @Test func whatCannotBeHeldIsSaid() throws {
        let folder = try TestFolder()
        let unheard = try command("quarantine", "show", String(repeating: "0", count: 32), in: folder)
        #expect(unheard.status == 2 && unheard.errors.contains("No mail is held"))
        #expect(try command("quarantine", "list", in: folder).status == 0)
        #expect(try command("doctor", in: folder).output.contains("✓ quarantine: none yet"))
        // A key that others may read is none.
        let key = try folder.write(String(repeating: "0a", count: 32), to: "key")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        let run = try command("serve", in: folder, "quarantine.keeper=store", "quarantine.key=\(key)")
        #expect(run.status == 2 && run.errors.contains("chmod 600"), "\(run.errors)")
        #expect(try command("token", "create", "bob", "--scope", "check", "--recipient", "bob@in.example", in: folder).status == 2)
        for name in ["link", "command"] { #expect(try command("token", "create", name, in: folder).errors.contains("give another")) }
        // No token is a way past the filter.
        let both = try command("token", "create", "relay", "--scope", "quarantine", "--scope", "hold", in: folder)
        #expect(both.status == 2 && both.errors.contains("a token for each"), "\(both.errors)")
    }
}
