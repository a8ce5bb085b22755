import Messages
import Testing

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
        (1_795_219_200, "2026-11-21T00:00:00Z"), (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"), (253_402_300_799, "9999-12-31T23:59:59Z"), (-2_203_891_200, "1900-03-01T00:00:00Z"),
    ])
    func knownMoments(seconds: Int64, text: String) {
        #expect(Timestamp(seconds: seconds).description == text)
        #expect(Timestamp(rfc3339: text)?.seconds == seconds)
    }

    @Test func civilDatesRoundTrip() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<20_000 {
            let moment = Timestamp(seconds: Int64.random(in: -62_135_596_800...253_402_300_799, using: &random))
            let now = moment.civil
            let back = Timestamp(year: now.year, month: now.month, day: now.day, hour: now.hour, minute: now.minute, second: now.second)
            #expect(back == moment)
            #expect(Timestamp(rfc3339: moment.description) == moment)
        }
    }

    @Test func everyDayFollowsTheDayBefore() throws {
        // 1896 to 2104 holds two centuries that are no leap years and one that is.
        var day = try #require(Timestamp(year: 1896, month: 1, day: 1))
        let end = try #require(Timestamp(year: 2104, month: 1, day: 1))
        var before = day.civil
        while day < end {
            day = Timestamp(seconds: day.seconds + 86_400)
            let now = day.civil
            let isNextDay = now.year == before.year && now.month == before.month && now.day == before.day + 1
            let isNextMonth = now.day == 1 && (now.month == before.month + 1 || (now.month == 1 && now.year == before.year + 1))
            #expect(isNextDay || isNextMonth)
            before = now
        }
    }

    @Test(arguments: [
        "1985-04-12T23:20:50.52Z", "1996-12-19T16:39:57-08:00", "1990-12-31T23:59:60Z", "1937-01-01T12:00:27.87+00:20",
        "2026-11-21t08:00:00z",
        "2026-11-21 08:00:00Z",
    ])
    func readsTheExamplesOfRFC3339(text: String) {
        #expect(Timestamp(rfc3339: text) != nil)
    }

    @Test func offsetsAndFractionsCount() {
        #expect(Timestamp(rfc3339: "1985-04-12T23:20:50.52Z")?.milliseconds == 482_196_050_520)
        #expect(Timestamp(rfc3339: "1996-12-19T16:39:57-08:00") == Timestamp(rfc3339: "1996-12-20T00:39:57Z"))
        #expect(Timestamp(rfc3339: "1990-12-31T15:59:60-08:00") == Timestamp(rfc3339: "1991-01-01T00:00:00Z"))
        #expect(Timestamp(rfc3339: "2026-11-21T00:00:00.123456789Z")?.milliseconds == 1_795_219_200_123)
    }

    @Test(arguments: [
        "", "2026", "2026-11-21", "2026-11-21T08:00:00", "2026-11-21T08:00Z", "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z",
        "2026-11-31T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T08:60:00Z", "2026-11-21T08:00:61Z", "2026-11-21T08:00:00.Z",
        "2026-11-21T08:00:00+0100", "2026-11-21T08:00:00+24:00", "2026-11-21T08:00:00+01:60", "2026-11-21T08:00:00Z ",
        "0000-01-01T00:00:00Z",
        "2026-11-21T08:00:00.5", "٢٠٢٦-11-21T08:00:00Z", "+026-11-21T08:00:00Z", "2026/11/21T08:00:00Z",
    ])
    func refusesOtherTexts(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test func theEarliestAndLatestMomentsDoNotTrap() {
        for moment in [Timestamp(milliseconds: .min), Timestamp(milliseconds: .max), Timestamp(seconds: .min), Timestamp(seconds: .max)] {
            #expect(!moment.description.isEmpty)
            #expect((1...12).contains(moment.civil.month))
            #expect((1...31).contains(moment.civil.day))
            _ = moment.seconds(since: Timestamp(milliseconds: .max))
        }
        #expect(Timestamp(milliseconds: -1).seconds == -1)
        #expect(Timestamp(milliseconds: -1000).seconds == -1)
        #expect(Timestamp(milliseconds: -1001).seconds == -2)
        #expect(Timestamp(milliseconds: 999).seconds == 0)
    }

    @Test func refusesFieldsOutOfRange() {
        #expect(Timestamp(year: 2026, month: 0, day: 1) == nil)
        #expect(Timestamp(year: 2026, month: 1, day: 0) == nil)
        #expect(Timestamp(year: 10_000, month: 1, day: 1) == nil)
        #expect(Timestamp(year: 2026, month: 1, day: .max) == nil)
        #expect(Timestamp(year: 2026, month: 1, day: 1, offsetMinutes: 1440) == nil)
        #expect(Timestamp(year: 2026, month: 1, day: 1, offsetMinutes: .min) == nil)
    }
}

@Suite struct IPAddressTests {
    /// RFC 5952 section 4, RFC 4291 section 2.2, RFC 5952 section 5.
    @Test(arguments: [
        ("2001:0db8::0001", "2001:db8::1"), ("2001:db8:0:0:0:0:2:1", "2001:db8::2:1"), ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"),
        ("2001:0:0:1:0:0:0:1", "2001:0:0:1::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"), ("2001:DB8::ABCD", "2001:db8::abcd"),
        ("0:0:0:0:0:0:0:0", "::"), ("0:0:0:0:0:0:0:1", "::1"), ("1:0:0:0:0:0:0:0", "1::"), ("FF01:0:0:0:0:0:0:101", "ff01::101"),
        ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"), ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("::FFFF:129.144.52.38", "129.144.52.38"),
        ("::ffff:8190:3426", "129.144.52.38"), ("::13.1.68.3", "::d01:4403"), ("64:ff9b::192.0.2.33", "64:ff9b::c000:221"),
        ("fe80::1%eth0", "fe80::1"), ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
    ])
    func readsAndPrints(text: String, canonical: String) {
        #expect(IPAddress(text)?.description == canonical)
        #expect(IPAddress(canonical)?.description == canonical)
    }

    @Test(arguments: [
        "", ":", ":::", "1", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.", ".1.2.3", "1..2.3", "01.2.3.4", "1.2.3.4 ", "0x1.2.3.4",
        "1.2.3.4%eth0",
        "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "1:2:3:4:5:6:7:", ":1:2:3:4:5:6:7", ":::1", "1:::2", "12345::", "g::", "::1.2.3",
        "::1.2.3.4:5", "1:2:3:4:5:6:7:1.2.3.4", "1:2:3:4:5:6:7::8:9", "::1::", "[::1]", "%eth0", "٣.1.1.1",
    ])
    func refusesOtherTexts(text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test func addressesRoundTrip() {
        var random = SplitMix(seed: 9)
        for _ in 0..<20_000 {
            let quad = IPAddress.v4(UInt32.random(in: 0...(.max), using: &random))
            #expect(IPAddress(quad.description) == quad)
            // Half of the groups are zero, so that runs of zeros of every length and place come up.
            let groups = (0..<8).map { _ in Bool.random(using: &random) ? 0 : UInt64.random(in: 0...0xFFFF, using: &random) }
            let high = groups[0] << 48 | groups[1] << 32 | groups[2] << 16 | groups[3]
            let low = groups[4] << 48 | groups[5] << 32 | groups[6] << 16 | groups[7]
            if high == 0, low >> 32 == 0xFFFF { continue }
            let address = IPAddress.v6(high: high, low: low)
            #expect(IPAddress(address.description) == address)
        }
    }

    @Test func hostileTextDoesNotTrap() {
        var random = SplitMix(seed: 4)
        let alphabet = Array("0123456789abcdef::::....%/ xG")
        for _ in 0..<50_000 {
            let text = String((0..<Int.random(in: 0...24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "0" })
            if let address = IPAddress(text) { #expect(IPAddress(address.description) == address) }
            if let network = IPNetwork(text) { #expect(IPNetwork(network.description) == network) }
        }
        #expect(IPAddress(String(repeating: ":", count: 100_000)) == nil)
        #expect(IPAddress(String(repeating: "1:", count: 100_000)) == nil)
    }

    /// RFC 6890 section 2.2 and the registries it set up: the last address before each block, its ends, and the first after.
    @Test(
        arguments: [
            ("0.0.0.0", "0.255.255.255", nil, "1.0.0.0"), ("10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"),
            ("100.64.0.0", "100.127.255.255", "100.63.255.255", "100.128.0.0"),
            ("127.0.0.0", "127.255.255.255", "126.255.255.255", "128.0.0.0"),
            ("169.254.0.0", "169.254.255.255", "169.253.255.255", "169.255.0.0"),
            ("172.16.0.0", "172.31.255.255", "172.15.255.255", "172.32.0.0"),
            ("192.0.0.0", "192.0.0.255", "191.255.255.255", "192.0.1.0"), ("192.0.2.0", "192.0.2.255", "192.0.1.255", "192.0.3.0"),
            ("192.168.0.0", "192.168.255.255", "192.167.255.255", "192.169.0.0"),
            ("198.18.0.0", "198.19.255.255", "198.17.255.255", "198.20.0.0"),
            ("198.51.100.0", "198.51.100.255", "198.51.99.255", "198.51.101.0"),
            ("203.0.113.0", "203.0.113.255", "203.0.112.255", "203.0.114.0"),
            ("224.0.0.0", "255.255.255.255", "223.255.255.255", nil),
            ("2001:db8::", "2001:db8:ffff:ffff::1", "2001:db7:ffff::", "2001:db9::"),
            ("3fff::", "3fff:fff:ffff::", "3ffe:ffff::", "3fff:1000::"), ("2001:2::", "2001:2:0:ffff::", "2001:1:ffff::", "2001:2:1::"),
            ("2001:10::", "2001:1f:ffff::", "2001:f:ffff::", "2001:20::"), ("fc00::", "fdff:ffff::", nil, nil),
            ("fe80::", "febf::", nil, nil),
            ("ff02::1", "::1", "3ffe::1", "2000::"), ("::", "1fff::", nil, nil),
        ] as [(String, String, String?, String?)])
    func tellsPublicFromReserved(first: String, last: String, before: String?, after: String?) {
        #expect(IPAddress(first)?.isPublic == false)
        #expect(IPAddress(last)?.isPublic == false)
        if let before { #expect(IPAddress(before)?.isPublic == true, "\(before)") }
        if let after { #expect(IPAddress(after)?.isPublic == true, "\(after)") }
    }
}

@Suite struct IPNetworkTests {
    @Test func holdsItsAddresses() throws {
        let network = try #require(IPNetwork("192.0.2.0/24"))
        #expect(network.contains(try #require(IPAddress("192.0.2.255"))))
        #expect(!network.contains(try #require(IPAddress("192.0.3.0"))))
        #expect(!network.contains(try #require(IPAddress("2001:db8::1"))))
        #expect(try #require(IPNetwork("0.0.0.0/0")).contains(.v4(.max)))
        let wide = try #require(IPNetwork("2001:db8::/33"))
        #expect(wide.contains(try #require(IPAddress("2001:db8:7fff:ffff::"))))
        #expect(!wide.contains(try #require(IPAddress("2001:db8:8000::"))))
        #expect(try #require(IPNetwork("::/0")).contains(.v6(high: .max, low: .max)))
        let narrow = try #require(IPNetwork("2001:db8::8/125"))
        #expect(narrow.contains(try #require(IPAddress("2001:db8::f"))))
        #expect(!narrow.contains(try #require(IPAddress("2001:db8::10"))))
        #expect(try #require(IPNetwork("192.0.2.7")).length == 32)
        #expect(try #require(IPNetwork("::ffff:192.0.2.0/120")).description == "192.0.2.0/24")
    }

    @Test(arguments: [
        "", "/", "192.0.2.0/", "192.0.2.0/33", "192.0.2.1/24", "192.0.2.0/+24", "192.0.2.0/-1", "2001:db8::/129", "2001:db8::1/64",
        "192.0.2.0/24/8",
        "::ffff:192.0.2.0/24", "192.0.2.0/999999999999999999999",
    ])
    func refusesOtherTexts(text: String) {
        #expect(IPNetwork(text) == nil)
    }
}

@Suite struct PartyTests {
    @Test(arguments: [
        ("+41 22 730 5111", Party.number("41227305111")), ("0041-22-7305111", .number("0041227305111")),
        ("(079) 555.12.34", .number("0795551234")),
        ("+12", .number("12")), ("72345", .shortCode("72345")), ("123-456", .shortCode("123456")), ("MyBank", .senderID("MyBank")),
        ("1800FLOWERS", .senderID("1800FLOWERS")), ("", .senderID("")), ("+", .senderID("+")), ("-", .senderID("-")),
        ("12+34567", .senderID("12+34567")),
        ("٠١٢٣٤٥٦٧٨", .senderID("٠١٢٣٤٥٦٧٨")), ("123456789012345", .number("123456789012345")),
        ("1234567890123456", .senderID("1234567890123456")),
        ("++41227305111", .senderID("++41227305111")),
    ])
    func readsTextMessageAddresses(text: String, party: Party) {
        #expect(Party(textMessageAddress: text) == party)
    }

    @Test func knowsItsDomain() {
        #expect(Party.mailbox(local: "a", domain: "example.org").domain == "example.org")
        #expect(Party.domain("example.org").domain == "example.org")
        #expect(Party.sip("sip:alice@Example.org:5060;transport=tcp").domain == "example.org")
        #expect(Party.sip("SIPS:example.org").domain == "example.org")
        #expect(Party.sip("sip:alice@[2001:db8::1]:5060").domain == nil)
        #expect(Party.sip("sip:").domain == nil)
        #expect(Party.sip("").domain == nil)
        #expect(Party.number("41227305111").domain == nil)
    }

    @Test func printsItsProtocolsSpelling() {
        #expect(Party.number("41227305111").description == "+41227305111")
        #expect(Party.mailbox(local: "a", domain: "example.org").description == "a@example.org")
        #expect(Party.account(platform: "forum", name: "a").description == "forum:a")
    }
}

@Suite struct MessageTests {
    @Test func rangesClamp() {
        #expect(ByteRange(5, 3).isEmpty)
        #expect(ByteRange(-5, 3).range == 0..<3)
        #expect(ByteRange(0, .max).end == .max)
        #expect(ByteRange(2..<7).count == 5)
    }

    @Test func aMessageAlwaysHasAPart() {
        var message = Message(channel: .email, bytes: [1, 2, 3], parts: [])
        #expect(message.parts.count == 1)
        #expect(message.header(.subject) == nil)
        message.parts[0].headers = ByteRange(3, 9)
        #expect(message.ownHeaders.isEmpty)
        message.parts = []
        #expect(message.ownHeaders.isEmpty)
    }

    @Test func channelsHaveTheirCells() {
        #expect(Message(text: [], channel: .sms).cell == .storedText)
        #expect(Message(text: [], channel: .im).cell == .realTimeText)
        #expect(Message(text: [], channel: .voice).cell == .realTimeVoice)
        #expect(Message(text: [], channel: Channel(rawValue: "fax")).cell == .storedText)
    }

    @Test func trustIsInOrder() {
        #expect(Hop.Trust.claimed < .confirmed)
        #expect(Hop.Trust.confirmed < .seen)
        #expect(!(Hop.Trust.seen < .seen))
    }

    @Test func kindsOfPartsKnowWhatTheyAre() {
        #expect(Part.Kind.allCases.filter(\.isMultipart).count == 8)
        #expect(Part.Kind.allCases.filter(\.isText) == [.textPlain, .textHTML, .textCalendar, .textOther])
        #expect(Set(HeaderName.allCases.map { $0.rawValue.lowercased() }).count == HeaderName.allCases.count)
    }

    @Test func coverageIsCompleteWithoutGaps() {
        #expect(Coverage(answered: 3).isComplete)
        #expect(!Coverage(answered: 3, gaps: [Coverage.Gap("images.qr", .deadline)]).isComplete)
    }
}
