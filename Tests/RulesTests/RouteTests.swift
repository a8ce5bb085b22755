import Testing

@Suite struct RouteTests {
    private static let tail = "by mx.wren.example with ESMTP id 2; Tue, 10 Nov 2026 09:00:03 +0000"

    static let cases: [RuleCase] = [
        RuleCase(
            "route.dial-up-client", .mail("Received: from mail.chaffinch.example (ppp-198-51-100-7.isp.example [198.51.100.7]) \(tail)"),
            twin: .mail("Received: from mail.chaffinch.example (mail-1.pool.example [198.51.100.7]) \(tail)")),
        RuleCase(
            "route.nameless-client", .mail("Received: from [198.51.100.7] (unknown [198.51.100.7]) \(tail)"),
            twin: .mail("Received: from mail.chaffinch.example (unknown [198.51.100.7]) \(tail)")),
        RuleCase("route.nameless-client", .mail("Received: from laptop (unknown [198.51.100.7]) \(tail)")),
        RuleCase("route.no-trace", .mail(without: "Received")),
        RuleCase(
            "route.against-time",
            .mail(
                "Received: from a.chaffinch.example (a.chaffinch.example [198.51.100.7]) \(tail)",
                "Received: from b.chaffinch.example (b.chaffinch.example [198.51.100.8]) by a.chaffinch.example with ESMTP id 1; "
                    + "Thu, 12 Nov 2026 09:00:00 +0000"),
            twin: .mail(
                "Received: from a.chaffinch.example (a.chaffinch.example [198.51.100.7]) \(tail)",
                "Received: from b.chaffinch.example (b.chaffinch.example [198.51.100.8]) by a.chaffinch.example with ESMTP id 1; "
                    + "Sun, 08 Nov 2026 09:00:00 +0000")),
    ]

    @Test(arguments: cases) func asksTheRoute(_ example: RuleCase) throws { try example.verify() }
}
