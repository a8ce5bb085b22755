import Testing

@Suite struct DateTests {
    // The samples' last hop is of Tuesday 10 November 2026, 09:00:03 UTC.
    static let cases: [RuleCase] = [
        RuleCase("date.in-future", .mail("Date: Thu, 12 Nov 2026 09:00:00 +0000"), twin: .mail("Date: Tue, 10 Nov 2026 20:00:00 +0000")),
        RuleCase(
            "date.in-future", .mail("Date: Thu, 12 Nov 2026 09:00:00 +0000", without: "Received"),
            twin: .mail("Date: Tue, 10 Nov 2026 22:00:00 +1400", without: "Received")),
        RuleCase("date.in-past", .mail("Date: Thu, 05 Nov 2026 09:00:00 +0000"), twin: .mail("Date: Sun, 08 Nov 2026 09:00:00 +0000")),
        RuleCase("date.contradictory", .mail("Date: Mon, 10 Nov 2026 09:00:00 +0000")),
        RuleCase("date.contradictory", .mail("Date: 31 Feb 2026 09:00:00 +0000"), twin: .mail("Date: 28 Feb 2026 09:00:00 +0000")),
        RuleCase("date.unreadable", .mail("Date: yesterday at noon"), twin: .mail("Date: 10 Nov 26 09:00 GMT")),
    ]

    @Test(arguments: cases) func asksTheDate(_ example: RuleCase) throws { try example.verify() }
}
