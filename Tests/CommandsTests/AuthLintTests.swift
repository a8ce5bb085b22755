import Foundation
import Testing

/// What `chaffinch auth lint` prints, and how it ends.
@Suite(.enabled(if: Command.isThere)) struct AuthLintTests {
    private static let broken = """
        $ORIGIN broken.example.
        @ SOA ns hostmaster 1 3600 600 604800 300
        @ MX 10 mail
        mail A 192.0.2.1
        @ TXT "v=spf1 mx +all"
        """

    @Test func linesAreThereToBeCopied() throws {
        let folder = try TestFolder()
        let run = try Command("auth", "lint", "--dns", try folder.write(Self.broken, to: "zone"))
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("broken.example — problems: "))
        #expect(run.output.contains("\n; broken.example. TXT \"v=spf1 mx +all\"\nbroken.example. TXT \"v=spf1 mx -all\"\n"))
        let lines = try Command("auth", "lint", "--lines", "--dns", folder.path + "/zone").output
        #expect(lines.contains("broken.example. TXT \"v=spf1 mx -all\"\n") && !lines.contains("problems"))
    }

    @Test func programsGetAnObjectADomain() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.broken + "\nother.example. SOA ns hostmaster 1 3600 600 604800 300\n", to: "zone")
        let objects = try Command("auth", "lint", "--json", "--lang", "ru", "--dns", file).objects
        #expect(objects.map { $0["domain"] as? String } == ["broken.example", "other.example"])
        let findings = try #require(objects.first?["findings"] as? [[String: Any]])
        let first = try #require(findings.first { $0["id"] as? String == "lint.spf.pass-all" })
        #expect(first["severity"] as? String == "dangerous" && first["mechanism"] as? String == "spf")
        let repairs = try #require(objects.first?["repairs"] as? [[String: Any]])
        let repair = repairs[try #require(first["repair"] as? Int)]
        #expect((repair["lines"] as? [String])?.contains("broken.example. TXT \"v=spf1 mx -all\"") == true)
        // What needs no repair has none.
        #expect(findings.contains { $0["severity"] as? String == "fine" && $0["repair"] is NSNull })
        #expect((first["text"] as? String)?.contains("любому компьютеру") == true)
    }

    @Test func anOptionTakesOneValueAndADomainStaysADomain() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.broken, to: "zone")
        let run = try Command(
            "auth", "lint", "--selector", "s1", "--selector", "s2", "--host", "out.broken.example", "broken.example", "--dns", file,
            "--json")
        #expect(try run.objects.map { $0["domain"] as? String } == ["broken.example"])
        #expect(run.output.contains("s1._domainkey.broken.example") && run.output.contains("s2._domainkey.broken.example"))
    }

    /// A record is printed once, however many faults it has.
    @Test func aLargeRecordStandsOnce() throws {
        let folder = try TestFolder()
        let terms = (0..<10_000).map { "a:h\($0).large.example" }.joined(separator: " ")
        let zone = "$ORIGIN large.example.\n@ SOA ns hostmaster 1 3600 600 604800 300\n@ A 192.0.2.1\n@ TXT \"v=spf1 \(terms) -all\"\n"
        let run = try Command("auth", "lint", "--json", "--dns", try folder.write(zone, to: "zone"))
        #expect(run.status == 1)
        // The record as it is and as it is to be, and little more.
        #expect(run.output.utf8.count < 3 * zone.utf8.count)
    }

    @Test func eachLanguageHasItsColon() throws {
        let folder = try TestFolder()
        let file = try folder.write(Self.broken, to: "zone")
        for (language, head) in [("fr", "✗ dangereux : "), ("en", "✗ dangerous: "), ("zh", "✗ 危险："), ("ar", "✗ خطر:")] {
            #expect(try Command("auth", "lint", "--lang", language, "--dns", file).output.contains(head))
        }
    }

    @Test func whatCannotRunEndsWithTwo() throws {
        #expect(try Command("auth", "lint", "example.org").errors.contains("dns.ask"))
        #expect(try Command("auth", "lint", "example.org").status == 2)
        let folder = try TestFolder()
        let silent = try folder.write("silent.example. ANY !timeout\n*.silent.example. ANY !timeout\n", to: "zone")
        let run = try Command("auth", "lint", "silent.example", "--dns", silent)
        #expect(run.status == 2 && run.output.contains("could not be looked up"))
        #expect(try Command("auth", "lint", "--dns", silent).status == 2)
        #expect(try Command("auth", "lint", "not..aname", "--dns", silent).status == 2)
    }
}
