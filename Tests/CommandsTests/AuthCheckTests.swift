import Foundation
import TestSupport
import Testing

/// `chaffinch auth check` and the commands for single mechanisms.
@Suite(.enabled(if: Command.isThere)) struct AuthCheckTests {
    private static let zone = """
        example.org. TXT "v=spf1 ip4:192.0.2.40 -all"
        example.org. MX 10 mail.example.org.
        _dmarc.example.org. TXT "v=DMARC1; p=reject"
        mail.example.org. A 192.0.2.40
        40.2.0.192.in-addr.arpa. PTR mail.example.org.
        _client._smtp.mail.example.org. SRV 1 2 1 mail.example.org.
        """
    private static let mail = """
        From: Ann <ann@example.org>
        To: Bob <bob@example.net>
        Subject: Lunch
        Date: Sat, 21 Nov 2026 11:00:00 +0000

        See you at noon.

        """

    private func inFolder(_ body: (_ mail: String, _ zone: String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        let mail = folder.path + "/lunch.eml"
        let zone = folder.path + "/example.zone"
        try Self.mail.write(toFile: mail, atomically: true, encoding: .utf8)
        try (Self.zone + "\n").write(toFile: zone, atomically: true, encoding: .utf8)
        try body(mail, zone)
    }

    @Test func programsGetAResultAndAReasonOfEveryMechanism() throws {
        try inFolder { mail, zone in
            let run = try Command(
                "auth", "check", mail, "--dns", zone, "--ip", "192.0.2.40", "--helo", "mail.example.org", "--mail-from", "ann@example.org",
                "--json")
            #expect(run.status == 0 && run.errors.isEmpty)
            let object = try #require(try run.objects.first)
            let wanted = [
                "spf": "pass", "senderid": "pass", "dmarc": "pass", "arc": "none", "csa": "ok", "batv": "none", "iprev": "pass",
            ]
            for (key, result) in wanted {
                let found = try #require(object[key] as? [String: Any], "\(key)")
                #expect(found["result"] as? String == result, "\(key)")
                #expect((found["reason"] as? String)?.isEmpty == false, "\(key)")
            }
            #expect((object["dkim"] as? [Any])?.isEmpty == true)
            #expect(object["authenticated"] as? [String] == ["example.org"])
            #expect((object["questions"] as? [[String: Any]])?.isEmpty == false)
        }
    }

    @Test func peopleAreToldWhatIsProvedAndWhatIsNot() throws {
        try inFolder { mail, zone in
            let run = try Command(
                "auth", "check", mail, "--dns", zone, "--ip", "203.0.113.9", "--mail-from", "<>", "--helo", "elsewhere.example", "--lang",
                "es", environment: ["COLUMNS": "400"])
            #expect(run.status == 0)
            #expect(run.output.contains("Nada: no consta que ningún dominio responda por el mensaje."))
            #expect(run.output.contains("su dueño pide rechazar ese correo"))
            #expect(run.output.contains("también quien envía spam"))
        }
    }

    /// The mails of the manual: what is shown of them stays as the manual says.
    @Test(arguments: [
        ("signed", "pass", "pass", "none", ["robin.example"]), ("forged", "fail", nil, "none", ["cuckoo.example"]),
        ("list", "fail", "pass", "pass", ["birders.example"]),
    ])
    func theExamplesOfTheManualAreAsItSays(_ name: String, _ dmarc: String, _ dkim: String?, _ arc: String, _ domains: [String]) throws {
        let run = try Command(
            "auth", "check", "authentication/\(name).eml", "--dns", "authentication/names.zone", "--now", "2026-11-21T12:00:00Z", "--json")
        let object = try #require(try run.objects.first)
        #expect((object["dmarc"] as? [String: Any])?["result"] as? String == dmarc)
        #expect((object["arc"] as? [String: Any])?["result"] as? String == arc)
        #expect((object["dkim"] as? [[String: Any]])?.first?["result"] as? String == dkim)
        #expect(object["authenticated"] as? [String] == domains)
    }

    /// A pipe gives its bytes once.
    @Test func namesAreTakenFromAPipe() throws {
        try inFolder { _, zone in
            let run = try Command(
                script: #""$CHAFFINCH" auth spf --ip 192.0.2.40 --mail-from ann@example.org --json --dns <(cat "$1")"#, zone)
            #expect((try run.objects.first?["spf"] as? [String: Any])?["result"] as? String == "pass")
        }
    }

    @Test func withNobodyToAskNothingFails() throws {
        try inFolder { mail, _ in
            let run = try Command("auth", "check", mail, "--ip", "192.0.2.40", "--mail-from", "ann@example.org", "--json")
            let object = try #require(try run.objects.first)
            for key in ["spf", "dmarc", "iprev"] {
                #expect((object[key] as? [String: Any])?["result"] as? String == "temperror", "\(key)")
            }
            let page = try Command("auth", "check", mail, "--ip", "192.0.2.40")
            #expect(page.output.contains("--set dns.ask=system"))
        }
    }

    @Test func whatWasAnsweredCanBeAnsweredAgain() throws {
        try inFolder { mail, zone in
            let record = mail + ".zone"
            let arguments = ["auth", "check", mail, "--ip", "192.0.2.40", "--helo", "mail.example.org", "--mail-from", "ann@example.org"]
            let first = try Command(arguments + ["--dns", zone, "--record", record])
            let again = try Command(arguments + ["--dns", record])
            #expect(first.status == 0 && first.output == again.output)
        }
    }

    /// Who denied a name decides what CSA says of it.
    @Test func whoSaidNoIsRecordedToo() throws {
        try inFolder { mail, zone in
            let root = zone + ".root"
            try ". SOA a.root. n.root. 1 2 3 4 5\nexample.net. A 192.0.2.1\n".write(toFile: root, atomically: true, encoding: .utf8)
            let arguments = ["auth", "check", mail, "--ip", "192.0.2.9", "--helo", "mail.nope.test", "--json", "--dns"]
            let first = try Command(arguments + [root, "--record", root + ".again"]).objects.first?["csa"] as? [String: Any]
            let again = try Command(arguments + [root + ".again"]).objects.first?["csa"] as? [String: Any]
            #expect(first?["code"] as? String == "auth.csa.noSuchDomain" && again?["code"] as? String == "auth.csa.noSuchDomain")
        }
    }

    @Test(
        arguments: [
            ("ann@EXAMPLE.org", true, nil), ("<ann@example.org>", true, nil), ("SUBMITTER=ann@example.org", true, nil),
            ("SUBMITTER=ann+2Blist@example.org", false, "550 5.7.1 Submitter does not match header."),
        ] as [(String, Bool, String?)])
    func theSubmitterIsComparedWithTheHeader(written: String, isResponsible: Bool, reply: String?) throws {
        try inFolder { mail, zone in
            for command in ["check", "senderid"] {
                let arguments = ["auth", command, mail, "--dns", zone, "--ip", "192.0.2.40", "--submitter", written]
                let found = try Command(arguments + ["--json"]).objects.first?["senderid"] as? [String: Any]
                let submitter = try #require(found?["submitter"] as? [String: Any])
                #expect(submitter["isResponsible"] as? Bool == isResponsible && submitter["reply"] as? String == reply)
                let page = try Command(arguments, environment: ["COLUMNS": "400"]).output
                #expect(page.contains("in SUBMITTER") && page.contains("RFC 4405") == !isResponsible)
            }
            let none = try Command("auth", "senderid", mail, "--dns", zone, "--ip", "192.0.2.40", "--json").objects.first
            #expect((none?["senderid"] as? [String: Any])?["submitter"] is NSNull)
            let wrong = try Command(
                "auth", "senderid", mail, "--dns", zone, "--ip", "192.0.2.40", "--submitter", "SUBMITTER=a+2b@c.example")
            #expect(wrong.status == 2 && wrong.errors.contains("--submitter"))
        }
    }

    @Test func whoVouchesIsAskedAlone() throws {
        try inFolder { mail, zone in
            try ("VBR-Info: md=example.org; mc=all; mv=voucher.example\n" + Self.mail).write(
                toFile: mail, atomically: true, encoding: .utf8)
            try (Self.zone + "\nexample.org._vouch.voucher.example. TXT \"all\"\n").write(toFile: zone, atomically: true, encoding: .utf8)
            let arguments = ["auth", "vbr", mail, "--dns", zone, "--ip", "192.0.2.40", "--mail-from", "ann@example.org"]
            let trust = ["--set", "authentication.vouchers=voucher.example"]
            let object = try #require(try Command(arguments + trust + ["--json"]).objects.first)
            #expect((object["vbr"] as? [[String: Any]])?.map { $0["result"] as? String } == ["pass"] && object["spf"] == nil)
            #expect(try Command(arguments + trust).output.contains("✓ VBR"))
            let alone = try Command(arguments)
            #expect(alone.status == 0 && alone.output.contains("authentication.vouchers"))
            #expect((try Command(arguments + ["--json"]).objects.first?["vbr"] as? [Any])?.isEmpty == true)
            #expect(try Command("auth", "vbr", "--dns", zone).errors.contains("name the mail"))
        }
    }

    @Test func oneMechanismIsAskedAlone() throws {
        try inFolder { mail, zone in
            let spf = try Command("auth", "spf", "--ip", "192.0.2.41", "--mail-from", "ann@example.org", "--dns", zone, "--json")
            let object = try #require(try spf.objects.first)
            #expect((object["spf"] as? [String: Any])?["result"] as? String == "fail")
            #expect(object["dmarc"] == nil)
            let asked = try #require(object["questions"] as? [[String: Any]])
            #expect(asked.compactMap { $0["question"] as? String } == ["example.org TXT"])
            for name in ["senderid", "dkim", "dmarc", "arc"] {
                #expect(try Command("auth", name, mail, "--dns", zone, "--ip", "192.0.2.40").status == 0, "\(name)")
                let missing = try Command("auth", name, "--dns", zone)
                #expect(missing.status == 2 && missing.errors.contains("name the mail"), "\(name)")
            }
            let csa = try Command("auth", "csa", "--helo", "mail.example.org", "--ip", "192.0.2.40", "--dns", zone)
            #expect(csa.output.contains("✓ CSA"))
            #expect(try Command("auth", "iprev", "--ip", "192.0.2.40", "--dns", zone).output.contains("mail.example.org"))
        }
    }

    @Test func returnPathsAreTaggedCheckedAndStripped() throws {
        let folder = try TemporaryFolder()
        let keys = folder.path + "/keys"
        try "# ours\n3 6b65792d6f662d6f757273\n".write(toFile: keys, atomically: true, encoding: .utf8)
        let now = ["--now", "2026-11-21T12:00:00Z"]
        let tagged = try Command(["auth", "batv", "ann@example.org", "--keys", keys, "--sign", "3"] + now)
        #expect(tagged.status == 0 && tagged.output.hasPrefix("prvs=3"))
        let address = tagged.output.trimmingCharacters(in: .newlines)
        #expect(try Command(["auth", "batv", address, "--keys", keys] + now).output.hasPrefix("pass  ann@example.org"))
        let late = try Command(["auth", "batv", address, "--keys", keys, "--now", "2026-12-21T12:00:00Z"])
        #expect(late.output.hasPrefix("expired"))
        #expect(try Command(["auth", "batv", address, "--json"] + now).objects.first?["original"] as? String == "ann@example.org")
        #expect(try Command("auth", "batv", "ann@example.org", "--sign", "3").status == 2)
        // Others than their owner may read the keys, which is said as it is of keys that sign mails.
        #expect(tagged.errors.contains("chmod 600"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keys)
        #expect(try Command(["auth", "batv", "ann@example.org", "--keys", keys, "--sign", "3"] + now).errors.isEmpty)
        for (address, words) in [
            ("\"a b\"@b.example", "need no quotes"), (String(repeating: "a", count: 49) + "@b.example", "RFC 5321 section 4.5.3.1.1"),
            (address, "tagged already"),
        ] {
            let refused = try Command(["auth", "batv", address, "--keys", keys, "--sign", "3"] + now)
            #expect(refused.status == 2 && refused.output.isEmpty && refused.errors.contains(words), "\(address)")
        }
        #expect(try Command(["auth", "batv", "ann@example.org", "--keys", keys, "--sign", "4"] + now).errors.contains("there is no key 4"))
    }

    @Test(arguments: [["--ip", "nowhere"], ["--dns", "/nonexistent.zone"]])
    func whatCannotBeUnderstoodIsSaid(_ arguments: [String]) throws {
        try inFolder { mail, _ in
            let run = try Command(["auth", "check", mail] + arguments)
            #expect(run.status == 2 && run.errors.contains(arguments[1]))
        }
    }

    @Test func manyAreCheckedAtOnceAsOneByOne() throws {
        try inFolder { mail, zone in
            let requests = zone + ".jsonl"
            let lines = [
                #"{"ip": "192.0.2.40", "helo": "mail.example.org", "mailFrom": "ann@example.org"}"#, "",
                #"{"mail": "\#(mail)", "ip": "192.0.2.41", "mailFrom": "<ann@example.org>", "other": 1}"#,
            ]
            try lines.joined(separator: "\n").write(toFile: requests, atomically: true, encoding: .utf8)
            let run = try Command("auth", "batch", requests, "--dns", zone, "--only", "dmarc", "--json")
            #expect(run.status == 0 && run.errors.isEmpty)
            let results = try run.objects.map { try #require(($0["spf"] as? [String: Any])?["result"] as? String) }
            #expect(results == ["pass", "fail"])
            #expect((try run.objects.last?["dmarc"] as? [String: Any])?["result"] as? String == "fail")
            #expect(try run.objects.last?["path"] as? String == mail)

            let plain = try Command("auth", "batch", requests, "--dns", zone, "--only", "spf")
            #expect(plain.output.hasPrefix("192.0.2.40: SPF pass"))
            let wrong = try Command("auth", "batch", requests, "--dns", zone, "--only", "spfx")
            #expect(wrong.status == 2 && wrong.errors.contains("there are spf, senderid, dkim"))
            try "not JSON".write(toFile: requests, atomically: true, encoding: .utf8)
            let unread = try Command("auth", "batch", requests, "--dns", zone)
            #expect(unread.status == 2 && unread.errors.contains("jsonl:1: write an object"))
        }
    }

    @Test func oneThatCannotBeReadHoldsUpNoOther() throws {
        try inFolder { mail, zone in
            let requests = zone + ".jsonl"
            let escape = mail + "\u{1B}[31m"
            try Self.mail.write(toFile: escape, atomically: true, encoding: .utf8)
            let lines = [
                #"{"mail": "/nonexistent.eml"}"#, #"{"ip": "nowhere"}"#, #"{"mail": "\#(mail)\u001b[31m", "ip": "192.0.2.40"}"#,
                #"{"ip": "192.0.2.40", "mailFrom": "ann@example.org"}"#,
            ]
            try lines.joined(separator: "\n").write(toFile: requests, atomically: true, encoding: .utf8)
            let run = try Command("auth", "batch", requests, "--dns", zone, "--only", "spf")
            #expect(run.status == 2 && run.errors.contains("/nonexistent.eml") && run.errors.contains("nowhere"))
            #expect(run.output.split(separator: "\n").count == 2 && run.output.contains("192.0.2.40: SPF pass"))
            #expect(!run.output.contains("\u{1B}"), "a path moves no cursor")
        }
    }

    @Test func mechanismsAreMeasured() throws {
        try inFolder { mail, zone in
            let requests = zone + ".jsonl"
            try #"{"ip": "192.0.2.40", "mailFrom": "ann@example.org"}"#.write(toFile: requests, atomically: true, encoding: .utf8)
            let policies = try #require(
                try Command("measure", "--stage", "spf", requests, "--dns", zone, "--repeat", "5", "--json").objects.first)
            #expect(policies["messages"] as? Int == 1 && policies["checksum"] as? Double == 5)
            let signatures = try #require(
                try Command("measure", "--stage", "dkim", mail, "--dns", zone, "--repeat", "2", "--json").objects.first)
            #expect(signatures["messages"] as? Int == 1 && signatures["checksum"] as? Double == 0)
            #expect(try Command("measure", "--stage", "dkim", mail).status == 2)
        }
    }
}
