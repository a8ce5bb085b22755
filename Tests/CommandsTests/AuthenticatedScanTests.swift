import Testing

/// Where a mail comes from, in the verdicts of the program.
@Suite(.enabled(if: Command.isThere)) struct AuthenticatedScanTests {
    private let zone = """
        paypal.com. TXT "v=spf1 ip4:192.0.2.0/28 -all"
        _dmarc.paypal.com. TXT "v=DMARC1; p=reject"
        hawk.example. TXT "v=spf1 ip4:198.51.100.7 -all"
        mail.hawk.example. A 198.51.100.7
        7.100.51.198.in-addr.arpa. PTR mail.hawk.example.
        """
    private let mail = """
        Return-Path: <bounces@hawk.example>
        Received: from mail.hawk.example (mail.hawk.example [198.51.100.7]) by mx.wren.example with ESMTPS id 1;
         Tue, 10 Nov 2026 09:00:03 +0000
        From: PayPal <service@paypal.com>
        To: jenny@wren.example
        Subject: Your receipt
        Date: Tue, 10 Nov 2026 09:00:00 +0000
        Message-ID: <1@hawk.example>

        Thank you, the seed has been paid for.

        """

    private func ids(_ run: Command) throws -> [String] {
        let reasons = try run.objects.first?["reasons"] as? [[String: Any]]
        return (reasons ?? []).compactMap { $0["id"] as? String }.filter { $0.hasPrefix("authentication.") }
    }

    private func missing(_ run: Command) throws -> [String] {
        let coverage = try run.objects.first?["coverage"] as? [String: Any]
        let missing = coverage?["missing"] as? [[String: String]]
        return (missing ?? []).map { "\($0["what"] ?? ""): \($0["reason"] ?? "")" }
    }

    @Test func recordsOfAFileSpeakInTheVerdict() throws {
        let folder = try TestFolder()
        let mail = try folder.write(mail, to: "mail.eml")
        let state = ["--set", "state.folder=\(folder.path)/state"]
        let trust = ["--set", "trust.hosts=mx.wren.example"]
        let dns = ["--dns", try folder.write(zone, to: "zone")]
        let plain = try Command(["explain", "--json", mail] + state)
        #expect(try ids(plain).isEmpty && missing(plain).contains("authentication: not-configured"))
        #expect(try !Command(["scan", mail] + state).output.contains("authentication"))
        let told = try Command(["explain", "--json", mail] + state + trust + dns)
        #expect(try ids(told).starts(with: ["authentication.brand-forged", "authentication.dmarc-reject"]) && missing(told).isEmpty)
        // Nobody is known to have taken the mail in.
        let stranger = try Command(["explain", "--json", mail] + state + dns)
        #expect(try ids(stranger).isEmpty && missing(stranger) == ["authentication.client: not-configured"])
        let dead = ["--dns", try folder.write(zone.replacing("TXT", with: "TXT !timeout ;"), to: "dead")]
        let silent = try Command(["explain", "--json", mail] + state + trust + dead)
        #expect(try missing(silent).contains("authentication.spf: deadline") && !ids(silent).contains("authentication.brand-forged"))
        let twice = try (0..<2).map { _ in
            try Command(["explain", "--json", mail] + state + trust + dns).objects.first?["logOdds"] as? Double
        }
        #expect(twice[0] != nil && twice[0] == twice[1])
        // Taught with its records, the mail is remembered with what they said.
        #expect(try Command(["learn", "--spam", mail] + state + trust + dns).status == 0)
    }

    @Test func keysOfReturnPathsAreReadFromAFile() throws {
        let folder = try TestFolder()
        let mail = try folder.write(mail, to: "mail.eml")
        let wrong = try folder.write("x 00\n", to: "keys")
        let run = try Command("explain", mail, "--set", "authentication.batv-keys=\(wrong)", "--set", "state.folder=\(folder.path)/state")
        #expect(run.status == 2 && run.errors.contains("line 1"))
    }
}
