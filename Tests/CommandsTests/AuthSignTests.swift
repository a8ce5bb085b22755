import Foundation
import Testing

/// What `chaffinch auth keygen` and `auth sign` make, checked by `auth dkim` and `auth arc` with a zone made of what was printed.
@Suite(.enabled(if: Command.isThere)) struct AuthSignTests {
    private static let mail =
        "From: Ann <ann@finch.example>\r\nTo: Bob <bob@wren.example>\r\nSubject: Seed\r\nDate: Sat, 21 Nov 2026 11:00:00 +0000\r\n"
        + "Authentication-Results: mx.finch.example; spf=pass smtp.mailfrom=finch.example\r\n\r\nSunflower  seed.\r\n"
    private static let now = ["--now", "2026-11-21T12:00:00Z"]

    /// Makes a key; gives its file and the line to publish.
    private func key(_ selector: String, in folder: TestFolder, _ options: String...) throws -> (file: String, line: String) {
        let file = "\(folder.path)/\(selector).pem"
        let run = try Command(["auth", "keygen", "--domain", "finch.example", "--selector", selector, "--out", file] + options)
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        try #require(lines.count == 2 && lines[0].hasPrefix("; "))
        return (file, lines[1])
    }

    private func sign(_ arguments: [String], mail: String = Self.mail) throws -> Command {
        let folder = try TestFolder()
        return try Command(["auth", "sign", try folder.write(mail, to: "mail.eml"), "--domain", "finch.example"] + Self.now + arguments)
    }

    @Test(arguments: ["rsa", "ed25519"]) func whatIsSignedVerifiesWithWhatIsPublished(algorithm: String) throws {
        let folder = try TestFolder()
        let made = try key("s1", in: folder, "--algorithm", algorithm)
        #expect(made.line.hasPrefix("s1._domainkey.finch.example. TXT \"v=DKIM1; k=\(algorithm); p="))
        #expect(made.line.split(separator: "\"").allSatisfy { $0.utf8.count <= 255 })
        for options in [
            [], ["--canonicalization", "simple/simple"], ["--headers", "from:from:subject", "--identity", "@mail.finch.example"],
        ] {
            let run = try sign(["--selector", "s1", "--key", made.file] + options)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.hasPrefix("DKIM-Signature: ") && run.output.hasSuffix(Self.mail))
            let zone = try folder.write(made.line + "\n", to: "zone")
            let checked = try Command(["auth", "dkim", try folder.write(run.output, to: "signed.eml"), "--json", "--dns", zone] + Self.now)
            #expect(checked.output.contains("\"pass\""), "\(checked.output)")
        }
        let lint = try Command("auth", "lint", "finch.example", "--json", "--dns", folder.path + "/zone")
        let findings = try #require(try lint.objects.first?["findings"] as? [[String: Any]])
        #expect(findings.contains { $0["id"] as? String == "lint.dkim.key" })
    }

    @Test func keysAreForTheirOwnerAloneAndAreNotOverwritten() throws {
        let folder = try TestFolder()
        let made = try key("s1", in: folder, "--algorithm", "ed25519")
        let permissions = try FileManager.default.attributesOfItem(atPath: made.file)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let before = try Data(contentsOf: URL(filePath: made.file))
        let again = try Command("auth", "keygen", "--domain", "finch.example", "--selector", "s1", "--out", made.file)
        #expect(again.status == 2 && again.errors.contains("is there already") && again.output.isEmpty)
        #expect(try Data(contentsOf: URL(filePath: made.file)) == before)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: made.file)
        #expect(try sign(["--selector", "s1", "--key", made.file]).errors.contains("chmod 600"))
        for wrong in [["--bits", "1024"], ["--bits", "2049"], ["--algorithm", "dsa"], ["--algorithm", "ed25519", "--bits", "2048"]] {
            let run = try Command(["auth", "keygen", "--domain", "finch.example", "--selector", "x", "--out", folder.path + "/x"] + wrong)
            #expect(run.status == 2 && run.output.isEmpty)
        }
        #expect(try Command("auth", "keygen", "--domain", "../x", "--selector", "s").status == 2)
    }

    @Test func keysChangeByTheCalendar() throws {
        let folder = try TestFolder()
        let (old, new) = (
            try key("old", in: folder, "--algorithm", "ed25519").file, try key("new", in: folder, "--algorithm", "ed25519").file
        )
        let other = try key("rsa", in: folder).file
        let keys = ["--key", "old@2026-01-01=\(old)", "--key", "new@2026-12-01=\(new)"]
        #expect(try sign(keys).output.contains("s=old;"))
        #expect(try sign(keys + ["--now", "2026-12-02T00:00:00Z"]).output.contains("s=new;"))
        #expect(try sign(keys + ["--now", "2025-12-02T00:00:00Z"]).errors.contains("no key signs at"))
        #expect(try sign(["--key", "old@then=\(old)"]).errors.contains("is no date"))
        #expect(try sign(["--key", old]).errors.contains("--selector"))
        // One signature for each type of key.
        let both = try sign(keys + ["--key", "rsa@2026-01-01T00:00:00Z=\(other)"]).output
        #expect(both.contains("a=rsa-sha256;") && both.contains("a=ed25519-sha256;") && both.hasSuffix(Self.mail))
    }

    @Test func chainsAreBegunAndGoneOnWith() throws {
        let folder = try TestFolder()
        let made = try key("a1", in: folder)
        let zone = try folder.write(made.line + "\n", to: "zone")
        let arc = ["--arc", "--service", "mx.finch.example", "--selector", "a1", "--key", made.file]
        let once = try sign(arc).output
        #expect(once.hasPrefix("ARC-Seal: ") && once.hasSuffix(Self.mail))
        #expect(once.contains("ARC-Authentication-Results: i=1; mx.finch.example; spf=pass"))
        #expect(try sign(arc, mail: once).errors.contains("--dns"))
        let twice = try sign(arc + ["--dns", zone], mail: once).output
        #expect(twice.contains("i=2") && twice.hasSuffix(once))
        let checked = try Command(["auth", "arc", try folder.write(twice, to: "sealed.eml"), "--json", "--dns", zone] + Self.now)
        #expect(checked.output.contains("\"pass\""), "\(checked.output)")
        #expect(try sign(["--arc", "--selector", "a1", "--key", made.file]).status == 2)
        for option in [["--headers", "from"], ["--identity", "finch.example"], ["--canonicalization", "simple/simple"]] {
            let refused = try sign(arc + option)
            #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.contains("\(option[0]) does not go with --arc"))
        }
    }

    @Test(arguments: ["\n", "\r\n"]) func whatIsFoundIsWrittenAndWhatOthersWroteInOurNameGoes(lineEnd: String) throws {
        let folder = try TestFolder()
        let zone = try folder.write("finch.example. TXT \"v=spf1 ip4:192.0.2.1 -all\"\n", to: "zone")
        let strangers = Self.mail.replacing("\r\n", with: lineEnd)
        let options = ["--dns", zone, "--ip", "203.0.113.9", "--mail-from", "ann@finch.example", "--helo", "out.example"] + Self.now
        let stamp = ["auth", "stamp", "--service", "MX.finch.example"]
        let run = try Command(stamp + [try folder.write(strangers, to: "mail.eml")] + options)
        #expect(run.status == 0, "\(run.errors)")
        let clean = strangers.replacing(
            "Authentication-Results: mx.finch.example; spf=pass smtp.mailfrom=finch.example\(lineEnd)", with: "")
        #expect(run.output.hasPrefix("Authentication-Results: MX.finch.example;") && run.output.hasSuffix(clean))
        let added = run.output.dropLast(clean.count)
        #expect(added.contains("spf=fail") && added.contains("Received-SPF: fail") && !added.contains("spf=pass"))
        #expect(added.contains("\r\n") == (lineEnd == "\r\n"))
        // Once more: what stands there now bears our name too, and nothing shows that it is ours.
        let again = try Command(stamp + [try folder.write(run.output, to: "again.eml")] + options)
        #expect(again.output.components(separatedBy: "Authentication-Results:").count == 2)
        // A trace line below which anybody may have written anything is no proof of ours, where we took the mail from its sender ourselves.
        let trace = "Received: from a (a [192.0.2.1]) by mx.finch.example; Sat, 21 Nov 2026 11:00:00 +0000\(lineEnd)"
        let claimed = "Authentication-Results: mx.finch.example; dmarc=pass\(lineEnd)" + trace + clean
        let trusting = ["--set", "trust.hosts=mx.finch.example"]
        let third = try Command(stamp + [try folder.write(claimed, to: "claimed.eml")] + options + trusting)
        #expect(third.output.hasSuffix(trace + clean) && !third.output.contains("dmarc=pass"))
        #expect(try Command(["auth", "stamp", "--service", "a b", "-"] + options).status == 2)
    }

    @Test func whatCannotBeSignedIsSaid() throws {
        let folder = try TestFolder()
        let made = try key("s1", in: folder, "--algorithm", "ed25519")
        let keys = ["--selector", "s1", "--key", made.file]
        #expect(try sign(keys, mail: "Subject: x\r\n\r\nx\r\n").errors.contains("no From field"))
        #expect(try sign(keys + ["--identity", "wren.example"]).errors.contains("at or below"))
        #expect(try sign(keys + ["--canonicalization", "loose"]).status == 2)
        #expect(try sign(keys + ["--headers", "from::to"]).status == 2)
        #expect(try sign(["--selector", "s1", "--key", try folder.write("no key", to: "bad.pem")]).errors.contains("auth keygen"))
        let fields = try #require(try sign(keys + ["--json"]).objects.first?["fields"] as? String)
        #expect(fields.hasPrefix("DKIM-Signature: ") && fields.hasSuffix("\r\n"))
    }
}
