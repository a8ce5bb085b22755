import MIME
import Messages
import Testing

/// Fields in good form are read by a shorter way. Something that changes no meaning sends the same field the long way: both must agree.
struct FieldsShortWaysTests {
    private static let names = [
        "", "Anna", "Anna Ek", "A. B. O'Neil", "Anna  Ek", "Anna\tEk", "\"Bo, Jr.\"", "\"\"", "\" a  b \"", "\"a\\\"b\"",
        "\"bo@c.example\"",
        "\"=?utf-8?q?=C3=A9?=\"", "=?utf-8?q?=C3=A9?=", "Zoë", "a=b", "(c)", "a (c) b", "\u{7F}", "a]b)c",
    ]
    private static let addresses = [
        "a@b.example", "A.b+c@B.Example", "a@b", "a@b.", "a_b@c_d.example", "a@.b", "..@b", "@b", "a@", "a", "", "a@b@c", "a@[192.0.2.1]",
        "a @b", "\"a b\"@c", "a=b@c", "é@b", "a@b,c", "mailto:a@b", "@r:a@b", "a@b(c)",
    ]
    private static let comments = ["", " (c)", "(c d)", " ( c ) ", " (a (b))", " ()", " (=?utf-8?q?=C3=A9?=)", " (c", " (a) (b)", " x"]

    private static let mailboxes: [String] = names.flatMap { name in
        addresses.flatMap { address in
            comments.flatMap { comment in
                [
                    address + comment, "\(name) <\(address)>\(comment)", "\(name)<\(address)>\(comment)",
                    "\(name)\r\n <\(address)>\(comment)",
                ]
            }
        }
    }

    private func addresses(_ field: String) -> Addresses {
        let bytes = Array(field.utf8)
        return Addresses(bytes.span, ByteRange(all: bytes))
    }

    @Test func addressesAgree() {
        var different = 0
        for (index, mailbox) in FieldsShortWaysTests.mailboxes.enumerated() {
            let neighbour = FieldsShortWaysTests.mailboxes[index * 7919 % FieldsShortWaysTests.mailboxes.count]
            for field in index % 8 == 0 ? [mailbox, mailbox + ", " + neighbour, neighbour + ",\r\n\t" + mailbox] : [mailbox] {
                // Two commas at the end part nothing, and are not the good form.
                let (short, long) = (addresses(field), addresses(field + ",,"))
                let isSame = short.mailboxes == long.mailboxes && short.defects == long.defects && short.groups == long.groups
                if !isSame, different < 10 { Issue.record("\(field.debugDescription): \(short) and \(long)") }
                different += isSame ? 0 : 1
            }
        }
        #expect(different == 0)
    }

    @Test func datesAgree() {
        let weekdays = ["", "Sat, ", "Sat ", "sat,", "Mon, ", "Sat,  ", "Satur, ", "Xyz, "]
        let days = [
            "21 Nov 2026", "1 Jan 1970", "09 feb 2000", "29 Feb 2001", "31 Apr 2026", "0 Nov 2026", "121 Nov 2026", "21 Nov 0126",
            "21 Nov 3026",
        ]
        let times = ["08:00:00", "23:59:59", "23:59:60", "24:00:00", "08:60:00", "08:00", "8:00:00", "08:00:00.5"]
        let zones = [
            "+0100", "-0000", "+0000", "-1130", "+2360", "+2400", "+010", "+01000", "GMT", "", "+0100 (CET)", "+0100(a(b)c) ", "+0100 (x",
            "+0100 x",
        ]
        for weekday in weekdays {
            for day in days {
                for time in times {
                    for zone in zones {
                        let short = Array("\(weekday)\(day) \(time) \(zone)".utf8)
                        // Two spaces mean what one means, and are not the usual form.
                        let long = Array("\(weekday)\(day)  \(time) \(zone)".utf8)
                        let (one, other) = (
                            DateTimeValue(short.span, ByteRange(all: short)), DateTimeValue(long.span, ByteRange(all: long))
                        )
                        #expect(one.timestamp == other.timestamp, "\(String(decoding: short, as: UTF8.self))")
                        #expect(one.offsetMinutes == other.offsetMinutes && one.hasLocalOffset == other.hasLocalOffset)
                        #expect(one.defects.map(\.kind) == other.defects.map(\.kind), "\(String(decoding: short, as: UTF8.self))")
                    }
                }
            }
        }
    }

    /// A route reads a trace field without noting what is wrong with it; what it finds is the same.
    @Test func hopsSayWhatTheirFieldsSay() throws {
        for name in [
            "from a.example", "from HELO (rev.example [192.0.2.7])", "from [192.0.2.7] (helo=x)", "(from root@localhost)", "from unknown",
        ] {
            for by in [
                "by mx.example", "by mx.example (Postfix)", "by mx.example (open", "by mx.example with SMTP from b (c [192.0.2.8])", "",
            ] {
                for with in [
                    "with ESMTPS id 1", "with Microsoft SMTPSVC(5.0)", "with local-esmtp (Exim)", "with x", "via y with MMS/z",
                    "with SMTP (a; by z) id 2 by z from z (HELO z) for (z",
                ] {
                    for end in [
                        "; Sat, 21 Nov 2026 08:00:00 +0100 (CET)", "; Sat, 21 Nov 2026 08:00:00 +0100 for <a@b>", "", "; never",
                        "; 1 Jan 26 0:00 GMT; x",
                    ] {
                        let field = " \(name) \(by) \(with)\(end)"
                        let bytes = Array(field.utf8)
                        let whole = ByteRange(all: bytes)
                        let message = Message(
                            channel: .email, bytes: bytes, headers: [HeaderField(known: .received, name: .empty, body: whole)],
                            parts: [Part(kind: .textPlain, headers: ByteRange(0, 1), body: .empty)])
                        let hop = try #require(Route.hops(of: message, boundary: TrustBoundary()).first)
                        let said = ReceivedField(bytes.span, whole)
                        #expect(message.text(hop.from) == said.helo ?? said.from, "\(field)")
                        #expect(message.text(hop.by) == said.by, "\(field)")
                        #expect(hop.address == said.address && hop.with == said.with && hop.time == said.date?.timestamp, "\(field)")
                        if let reverse = said.reverseName { #expect(message.text(hop.reverseName) == reverse) }
                    }
                }
            }
        }
    }

    @Test func everyKnownNameIsFound() {
        for name in HeaderName.allCases where name != .other {
            for spelling in [name.rawValue, name.rawValue.lowercased(), name.rawValue.uppercased()] {
                #expect(HeaderName(Array(spelling.utf8).span) == name)
            }
            for place in name.rawValue.utf8.indices {
                var other = Array(name.rawValue.utf8)
                let offset = name.rawValue.utf8.distance(from: name.rawValue.startIndex, to: place)
                other[offset] = 0x7E
                #expect(HeaderName(other.span) == .other)
            }
        }
        #expect(HeaderName(Array("Fro".utf8).span) == .other)
        #expect(HeaderName(Array("Content-Transfer-Encodings".utf8).span) == .other)
    }
}
