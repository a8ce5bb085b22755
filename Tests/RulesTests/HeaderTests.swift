import Testing

@Suite struct HeaderTests {
    private static let crowd = (1...20).map { "wren\($0)@wren.example" }

    static let cases: [RuleCase] = [
        RuleCase("header.asked-receipt", .mail("Disposition-Notification-To: robin@chaffinch.example")),
        RuleCase(
            "header.asked-receipt", .mail("Return-Receipt-To: robin@chaffinch.example"), twin: .mail("Errors-To: robin@chaffinch.example")),
        RuleCase(
            "header.easy-unsubscribe",
            .mail("List-Unsubscribe: <https://chaffinch.example/u/1>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
            twin: .mail("List-Unsubscribe: <https://chaffinch.example/u/1>")),
        RuleCase("header.empty-subject", .mail("Subject: \t ")),
        RuleCase("header.empty-subject", .mail(without: "Subject"), twin: .mail("Subject: =?utf-8?B?0JfQtdGA0L3Qvg==?=")),
        RuleCase("header.high-priority", .mail("X-Priority: 1 (Highest)"), twin: .mail("X-Priority: 3 (Normal)")),
        RuleCase("header.high-priority", .mail("Importance: High"), twin: .mail("Importance: low")),
        RuleCase(
            "header.list-mail", .mail("List-Id: Finches <finches.wren.example>", "List-Post: <mailto:finches@wren.example>"),
            twin: .mail("List-Id: Finches <finches.wren.example>")),
        RuleCase("header.malformed", .mail("X-Song: trill\r\nthis line is no field\r\nX-Wing: white")),
        RuleCase("header.malformed", .mail("X-Song: trill\r\n: nameless"), twin: .mail("X-Song: trill\r\n folded")),
        RuleCase("header.malformed-message-id", .mail("Message-ID: <12345>"), twin: .mail("Message-ID: <12345@chaffinch.example>")),
        RuleCase("header.malformed-message-id", .mail("Message-ID: <@chaffinch.example>"), twin: .mail(without: "Message-ID")),
        RuleCase(
            "header.many-recipients", .mail("To: \(crowd.joined(separator: ", "))"),
            twin: .mail("To: \(crowd.dropLast().joined(separator: ", "))")),
        RuleCase("header.missing-date", .mail(without: "Date")),
        RuleCase("header.missing-from", .mail(without: "From")),
        RuleCase("header.missing-from", .mail("From: nobody in particular"), twin: .mail("From: robin@chaffinch.example")),
        RuleCase("header.missing-message-id", .mail(without: "Message-ID")),
        RuleCase("header.no-recipient", .mail("To: undisclosed-recipients:;")),
        RuleCase("header.no-recipient", .mail(without: "To"), twin: .mail("Cc: jenny@wren.example", without: "To")),
        RuleCase(
            "header.pretended-outlook", .mail("X-Mailer: Microsoft Outlook Express 6.00.2900"),
            twin: .mail("X-Mailer: Microsoft Outlook Express 6.00.2900", "X-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900")),
        RuleCase(
            "header.pretended-reply", .mail("Subject: Re: your order"),
            twin: .mail("Subject: RE: your order", "In-Reply-To: <1@wren.example>")),
        RuleCase("header.pretended-reply", .mail("Subject: =?utf-8?B?5Zue5aSNOiDorqLljZU=?="), twin: .mail("Subject: Reed warblers")),
        RuleCase("header.pretended-reply", .mail("Subject: 答复：订单"), twin: .mail("Subject: 订单答复")),
        RuleCase("header.raw-8-bit", .latin1(subject: [0xE9, 0x74, 0xE9]), twin: .mail("Subject: été")),
        RuleCase("header.repeated-fields", .mail("Subject: one", "Subject: two"), twin: .mail("Comments: one", "Comments: two")),
        RuleCase("header.sent-by-script", .mail("X-PHP-Originating-Script: 33:send.php"), twin: .mail("X-Mailer: PHP conference list")),
        RuleCase(
            "header.several-from", .mail("From: robin@chaffinch.example", "From: bank@harbour.example"),
            twin: .mail("From: robin@chaffinch.example, jay@chaffinch.example")),
        RuleCase(
            "header.shouted-subject", .mail("Subject: FREE SEED FOR EVERYBODY"), twin: .mail("Subject: NASA and the RSPB count birds")),
        RuleCase(
            "header.threaded-reply", .mail("In-Reply-To: <1@wren.example>", body: "> Shall we meet?\r\nYes."),
            twin: .mail("In-Reply-To: <1@wren.example>")),
    ]

    @Test(arguments: cases) func asksTheHeader(_ example: RuleCase) throws { try example.verify() }
}

extension Sample {
    /// A mail whose subject is in bytes that are not UTF-8.
    fileprivate static func latin1(subject: [UInt8]) -> Sample {
        var sample = mail(without: "Subject")
        sample.bytes = Array("Subject: ".utf8) + subject + [13, 10] + sample.bytes
        return sample
    }
}
