import Foundation
import TestSupport
import Testing

/// `chaffinch auth feedback` and `chaffinch parse report`.
@Suite(.enabled(if: Command.isThere)) struct AuthFeedbackTests {
    private static let zone = """
        example.org. TXT "v=spf1 ip4:192.0.2.40 -all"
        _dmarc.example.org. TXT "v=DMARC1; p=reject; sp=quarantine; rua=mailto:r@example.org"
        """

    private static func mail(from address: String) -> String {
        """
        Return-Path: <ann@example.org>
        Received: from mail.example.org ([\(address)]) by mx.example.net; Sat, 21 Nov 2026 11:00:00 +0000
        From: Ann <ann@example.org>
        Date: Sat, 21 Nov 2026 11:00:00 +0000

        See you at noon.

        """
    }

    /// A folder with two honest mails and a forged one, and the report written of them.
    private func report(_ arguments: String..., body: (_ folder: TemporaryFolder, _ path: String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/mails", withIntermediateDirectories: true)
        for (index, address) in ["192.0.2.40", "192.0.2.40", "203.0.113.9"].enumerated() {
            try folder.write(Array(Self.mail(from: address).utf8), to: "mails/\(index).eml")
        }
        try folder.write(Array(Self.zone.utf8), to: "names.zone")
        let run = try Command(
            ["auth", "feedback", "write", folder.path + "/mails", "--organization", "Us", "--email", "r@example.net", "--out", folder.path]
                + ["--dns", folder.path + "/names.zone", "--json"] + arguments)
        #expect(run.status == 0 && run.errors.isEmpty)
        let object = try #require(try run.objects.first)
        #expect(object["messages"] as? Int == 3)
        try body(folder, try #require(object["path"] as? String))
    }

    @Test(arguments: [[], ["--old"]]) func whatIsWrittenIsRead(_ form: [String]) throws {
        try report(form.first ?? "--lang=en") { folder, path in
            let read = try Command("auth", "feedback", "read", path, "--json")
            let domains = try #require(try read.objects.first?["domains"] as? [[String: Any]])
            let domain = try #require(domains.first)
            #expect(domains.count == 1 && domain["domain"] as? String == "example.org")
            #expect(domain["passed"] as? Int == 2 && domain["failed"] as? Int == 1 && domain["rejected"] as? Int == 0)
            let sources = try #require(domain["sources"] as? [[String: Any]])
            #expect(sources.map { $0["address"] as? String } == ["192.0.2.40", "203.0.113.9"])
            let parsed = try #require(try Command("parse", "report", path).objects.first?["aggregate"] as? [[String: Any]])
            #expect(parsed.first?["policy"] as? String == "reject" && parsed.first?["subdomainPolicy"] as? String == "quarantine")
        }
    }

    @Test func packedReportsAndMailsWithThemAreRead() throws {
        try report { folder, path in
            let packing = try Command(
                script: """
                    cd "$1" && gzip -k *.xml && python3 - <<'END'
                    import zipfile, glob, base64
                    path = glob.glob("*.xml")[0]
                    zipfile.ZipFile("report.zip", "w", zipfile.ZIP_DEFLATED).write(path)
                    body = base64.encodebytes(open("report.zip", "rb").read()).decode()
                    open("report.eml", "w").write("From: r@example.net\\nSubject: Report Domain: example.org\\nMIME-Version: 1.0\\n"
                        "Content-Type: application/zip; name=report.zip\\nContent-Transfer-Encoding: base64\\n\\n" + body)
                    END
                    """, folder.path)
            #expect(packing.status == 0, "\(packing.errors)")
            for file in [path + ".gz", folder.path + "/report.zip", folder.path + "/report.eml"] {
                let read = try Command("auth", "feedback", "read", file, "--json")
                #expect(read.status == 0 && read.errors.isEmpty, "\(file)")
                let domain = try #require((try read.objects.first?["domains"] as? [[String: Any]])?.first, "\(file)")
                #expect(domain["messages"] as? Int == 3, "\(file)")
            }
        }
    }

    @Test func aReportCountsOnceAndADomainHasOneSpelling() throws {
        let folder = try TemporaryFolder()
        func xml(_ domain: String, _ identifier: String) -> String {
            """
            <feedback><report_metadata><org_name>R</org_name><report_id>\(identifier)</report_id>
            <date_range><begin>1795000000</begin><end>1795086399</end></date_range></report_metadata>
            <policy_published><domain>\(domain)</domain><p>none</p></policy_published>
            <record><row><source_ip>192.0.2.1</source_ip><count>5</count></row><identifiers><header_from>\(domain)</header_from></identifiers></record>
            </feedback>
            """
        }
        for (index, (domain, identifier)) in [
            ("example.org", "1"), ("Example.ORG", "1"), ("Example.ORG", "2"), ("example.org.", "3"), ("example.net", "1"),
        ].enumerated() {
            try folder.write(Array(xml(domain, identifier).utf8), to: "\(index).xml")
        }
        #expect(try Command(script: #"gzip -k "$1"/0.xml"#, folder.path).status == 0)
        let read = try Command("auth", "feedback", "read", folder.path, "--json")
        #expect(read.status == 0 && read.errors.components(separatedBy: "it is not counted again").count == 3)
        let domains = try #require(try read.objects.first?["domains"] as? [[String: Any]])
        #expect(domains.map { $0["domain"] as? String } == ["example.net", "example.org"])
        #expect(domains.map { $0["messages"] as? Int } == [5, 15] && domains.map { $0["reports"] as? Int } == [1, 3])
    }

    @Test func oneReportThatCannotBeWrittenHoldsUpNoOther() throws {
        let folder = try TemporaryFolder()
        let long = (0..<3).map { _ in String(repeating: "a", count: 63) }.joined(separator: ".") + ".example"
        let names = [long, "bank.example", "zoo.example"]
        try FileManager.default.createDirectory(atPath: folder.path + "/mails", withIntermediateDirectories: true)
        for (index, name) in names.enumerated() {
            try folder.write(Array(Self.mail(from: "192.0.2.40").replacing("example.org", with: name).utf8), to: "mails/\(index).eml")
        }
        let zone = names.map { "_dmarc.\($0). TXT \"v=DMARC1; p=none\"\n" }.joined()
        try folder.write(Array(zone.utf8), to: "names.zone")
        let arguments =
            ["auth", "feedback", "write", folder.path + "/mails", "--organization", "Us", "--email", "r@reports.some-receiver.example.net"]
            + ["--out", folder.path + "/out", "--dns", folder.path + "/names.zone", "--json"]
        let all = try Command(arguments)
        #expect(all.status == 0 && all.errors.isEmpty, "\(all.errors)")
        let written = try #require(try all.objects.map { $0["path"] as? String } as? [String])
        #expect(written.count == 3)
        // A folder stands where a report should go.
        let bank = try #require(written.first { $0.contains("bank.example") })
        try FileManager.default.removeItem(atPath: bank)
        try FileManager.default.createDirectory(atPath: bank + "/x", withIntermediateDirectories: true)
        let some = try Command(arguments)
        #expect(some.status == 2 && some.errors.contains("bank.example"))
        #expect(try some.objects.map { $0["domain"] as? String } == [long, "zoo.example"])
    }

    @Test func whatIsNoReportIsSaid() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("<html><body>Hello</body></html>".utf8), to: "page.xml")
        try folder.write(Array(Self.mail(from: "192.0.2.40").utf8), to: "mail.eml")
        for name in ["page.xml", "mail.eml"] {
            let read = try Command("auth", "feedback", "read", folder.path + "/" + name)
            #expect(read.status == 2 && read.errors.contains(name), "\(name)")
        }
        let nobody = try Command(
            "auth", "feedback", "write", folder.path, "--organization", "U", "--email", "r@e.example", "--out", folder.path)
        #expect(nobody.status == 2 && nobody.errors.contains("dns.ask"))
        try folder.write([], to: "zone")
        let into = try Command(
            ["auth", "feedback", "write", folder.path, "--organization", "U", "--email", "r@e.example", "--dns", folder.path + "/zone"]
                + ["--out", folder.path + "/page.xml"])
        #expect(into.status == 2 && into.errors.contains("that is a file"))
    }
}
