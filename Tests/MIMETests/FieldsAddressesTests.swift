import MIME
import Messages
import Testing

/// Reads an address field given as text.
private func read(_ field: String) -> Addresses {
    let bytes = Array(field.utf8)
    return Addresses(bytes.span, ByteRange(all: bytes))
}

private func kinds(_ addresses: Addresses) -> Set<String> {
    Set(addresses.defects.map(\.kind.rawValue))
}

struct FieldsAddressesTests {
    @Test func plainForms() {
        let found = read("Anna Ek <anna@example.org>, \"Bo, Jr.\" <bo@example.org>, c@EXAMPLE.net").mailboxes
        #expect(found.map(\.displayName) == ["Anna Ek", "Bo, Jr.", ""])
        #expect(found.map(\.address) == ["anna@example.org", "bo@example.org", "c@example.net"])
        #expect(found[0].party == .mailbox(local: "anna", domain: "example.org"))
        #expect(found[0].source == ByteRange(0, 26))
    }

    /// RFC 5322 appendix A.1.3 and A.5 show groups and comments; these are of the same shapes.
    @Test func groupsAndComments() {
        let found = read("Crew(all):Ida(the (first) one) <ida@ship.example>,(none),jon@ship.example;, undisclosed-recipients:;")
        #expect(found.groups == ["Crew", "undisclosed-recipients"])
        #expect(found.mailboxes.map(\.group) == ["Crew", "Crew"])
        #expect(found.mailboxes.map(\.comment) == ["the (first) one", ""])
        #expect(found.defects.isEmpty)
    }

    @Test func obsoleteForms() {
        let found = read("Eva <@a.example,@b.example:eva . holm@c . example>")
        #expect(found.mailboxes.map(\.address) == ["eva.holm@c.example"])
        #expect(kinds(found) == ["address.obsolete-route"])
        #expect(read("\"a b\".c @ [192.0.2.1]").mailboxes.map(\.address) == ["a b.c@[192.0.2.1]"])
    }

    @Test func internationalForms() {
        let found = read("Zoë <zoë@bücher.example>, =?utf-8?q?=C3=85sa?= =?utf-8?q?_Berg?= <asa@example.org>")
        #expect(found.mailboxes.map(\.displayName) == ["Zoë", "Åsa Berg"])
        #expect(found.mailboxes[0].address == "zoë@bücher.example")
        #expect(found.defects.isEmpty)
    }

    @Test(arguments: [
        ("Doe, Jane <jane@example.org>", ["Doe, Jane|jane@example.org"], "address.unquoted-comma"),
        ("Shop, <jane@example.org>", ["Shop|jane@example.org"], "address.unquoted-comma"),
        ("Shop <jane@example,org>", ["Shop|jane@example,org"], "address.malformed"),
        ("Shop <Jane <jane@example.org>>", ["Shop <Jane|jane@example.org"], ""),
        ("=?utf-8?q?J=C3=A9_<jane@example.org>?=", ["Jé |jane@example.org"], "encoded-word.broken"),
        ("Jane Doe jane@example.org", ["Jane Doe|jane@example.org"], "address.missing-brackets"),
        ("Jane <jane@example.org", ["Jane|jane@example.org"], "address.unclosed-bracket"),
        ("Jane <jane@example.org, bo@example.org", ["Jane|jane@example.org", "|bo@example.org"], "address.unclosed-bracket"),
        ("Jane <<jane@example.org>>", ["Jane|jane@example.org"], "address.doubled-brackets"),
        ("A <a@example.org> B <b@example.org>", ["A B|a@example.org", "|b@example.org"], "address.missing-comma"),
        ("\"bank@bank.example\" <x@y.example>", ["bank@bank.example|x@y.example"], "address.in-display-name"),
        ("Bank <support> <x@y.example>", ["Bank <support>|x@y.example"], ""),
        ("<>", ["|"], "address.empty"),
        ("postmaster", ["|postmaster"], "address.missing-domain"),
        ("The Whole Team", ["The Whole Team|"], "address.missing"),
        ("a@b@example.org", ["|a@b@example.org"], "address.many-ats"),
        ("Jane (oops <jane@example.org>", ["Jane (oops|jane@example.org"], "field.unclosed-comment"),
        ("\"Jane <jane@example.org>", ["\"Jane|jane@example.org"], "field.unclosed-quote"),
        ("mailto:jane@example.org", ["|jane@example.org"], "address.malformed"),
        ("<mailto:jane@example.org>", ["|jane@example.org"], ""),
        ("Jane <jane@example.org.>", ["Jane|jane@example.org"], "address.malformed"),
        ("J\u{FC}rgen <j@example.org>, , ,", ["J\u{FC}rgen|j@example.org"], ""),
    ])
    func brokenForms(_ field: String, _ expected: [String], _ defect: String) {
        let found = read(field)
        #expect(found.mailboxes.map { "\($0.displayName)|\($0.address)" } == expected)
        #expect(kinds(found) == (defect.isEmpty ? [] : [defect]))
    }

    @Test(arguments: [
        ("\"Bank <info@Bank.example>\" <x@y.example>", Party.mailbox(local: "info", domain: "bank.example")),
        ("\"it's a@b\" <x@y.example>", nil), ("\"@home.\" <x@y.example>", nil), ("Bo <x@y.example>", nil),
        ("\"see bo@a.example.\" <x@y.example>", .mailbox(local: "bo", domain: "a.example")),
    ])
    func addressesInDisplayNames(_ field: String, _ expected: Party?) {
        #expect(read(field).mailboxes.first?.addressInDisplayName == expected)
    }

    @Test func rawLatin1Name() {
        let bytes: [UInt8] = Array("J".utf8) + [0xFC] + Array("rgen <j@example.org>".utf8)
        let found = Addresses(bytes.span, ByteRange(all: bytes))
        #expect(found.mailboxes.first?.displayName == "Jürgen")
        #expect(found.defects.map(\.kind) == [.rawEightBit])
    }

    @Test func rangesBeyondTheBufferAreCut() {
        let bytes = Array("xx a@example.org yy".utf8)
        #expect(Addresses(bytes.span, ByteRange(3, 16)).mailboxes.map(\.address) == ["a@example.org"])
        #expect(Addresses(bytes.span, ByteRange(3, 16)).mailboxes.map(\.source) == [ByteRange(3, 16)])
        #expect(Addresses(bytes.span, ByteRange(500, 900)).mailboxes.isEmpty)
        #expect(Addresses(bytes.span, ByteRange(17, 900)).mailboxes.map(\.local) == ["yy"])
    }
}
