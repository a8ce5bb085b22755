import Testing

@Suite struct IdentityTests {
    static let cases: [RuleCase] = [
        RuleCase(
            "identity.address-in-name", .mail(#"From: "service@harbour.example" <robin@chaffinch.example>"#),
            twin: .mail(#"From: "robin@chaffinch.example" <robin@mail.chaffinch.example>"#)),
        RuleCase(
            "identity.brand-in-name", .mail("From: PayPal Service <robin@chaffinch.example>"),
            twin: .mail("From: PayPal Service <service@paypal.com>")),
        RuleCase(
            "identity.brand-in-name", .mail("From: Apple Support <robin@chaffinch.example>"),
            twin: .mail("From: Fiona Apple <fiona@chaffinch.example>")),
        RuleCase(
            "identity.look-alike-sender", .mail("From: Service <service@paypa1.com>"), twin: .mail("From: Service <service@paypal.com>")),
        RuleCase(
            "identity.mixed-script-name", .mail("From: H\u{0430}rbour Mutual <robin@chaffinch.example>"),
            twin: .mail("From: Павел Finch <robin@chaffinch.example>")),
        RuleCase("identity.impossible-domain", .mail("From: robin@localhost"), twin: .mail("From: robin@local.example")),
        RuleCase("identity.impossible-domain", .mail("From: robin@server.lan"), twin: .mail("From: robin@lan.example")),
        RuleCase(
            "identity.random-local-part", .mail("From: x7k2q9w4@chaffinch.example"), twin: .mail("From: robin.song1987@chaffinch.example")),
        RuleCase(
            "identity.random-local-part", .mail("From: brtkwxqz@chaffinch.example"), twin: .mail("From: schwartz@chaffinch.example")),
        RuleCase(
            "identity.reply-elsewhere", .mail("Reply-To: robin.song@gmail.com"), twin: .mail("Reply-To: orders@shop.chaffinch.example")),
        RuleCase(
            "identity.writes-to-self", .mail("To: Robin@chaffinch.example"), twin: .mail("To: jay@chaffinch.example")),
    ]

    @Test(arguments: cases) func asksTheSender(_ example: RuleCase) throws { try example.verify() }
}
