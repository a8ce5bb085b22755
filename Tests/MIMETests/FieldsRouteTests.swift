import MIME
import Messages
import Testing

struct FieldsRouteTests {
    /// A message whose trace fields are given, last hop first.
    private func message(_ received: [String]) -> Message {
        var bytes: [UInt8] = []
        var fields: [HeaderField] = []
        for value in received {
            let start = bytes.count
            bytes += Array("Received:".utf8)
            let body = bytes.count
            bytes += Array(value.utf8)
            fields.append(HeaderField(known: .received, name: ByteRange(start, body - 1), body: ByteRange(body, bytes.count)))
            bytes += [13, 10]
        }
        let part = Part(kind: .textPlain, headers: ByteRange(0, fields.count), body: ByteRange(bytes.count, bytes.count))
        return Message(channel: .email, bytes: bytes, headers: fields, parts: [part])
    }

    private let route = [
        " from mx.ours.example (mx.ours.example [10.1.0.5]) by store.ours.example with LMTP id 1; Sat, 21 Nov 2026 08:00:03 +0000",
        " from HELO.sender.example (out.sender.example [192.0.2.7])\r\n by mx.ours.example (Postfix) with ESMTPS id 2\r\n"
            + " for <me@ours.example>; Sat, 21 Nov 2026 08:00:02 +0000",
        " from bank.example (bank.example [198.51.100.9]) by mx.ours.example with ESMTP; Sat, 21 Nov 2026 08:00:01 +0000",
    ]

    /// A client may give any name of itself; one that reads like the next clause hides neither its address nor that it is a stranger.
    @Test(arguments: ["by", "with", "via", "id", "for", "from", "BY"]) func aNameThatReadsLikeAClauseHidesNobody(name: String) throws {
        let boundary = TrustBoundary(hosts: [".ours.example"])
        let message = message([
            " from \(name) (host.evil.example [198.51.100.66])\r\n by mx.ours.example (Postfix) with ESMTP id 1; Sat, 21 Nov 2026 08:00:02 +0000",
            " from bank.example (bank.example [192.0.2.1]) by mx.ours.example with ESMTP; Sat, 21 Nov 2026 08:00:01 +0000",
        ])
        let hops = Route.hops(of: message, boundary: boundary)
        #expect(hops.map(\.trust) == [.seen, .claimed])
        #expect(hops[0].address == IPAddress("198.51.100.66") && message.text(hops[0].from) == name)
        let nameless = self.message([
            " from \(name) by mx.ours.example with ESMTP; Sat, 21 Nov 2026 08:00:02 +0000",
            " from bank.example (bank.example [192.0.2.1]) by mx.ours.example with ESMTP; Sat, 21 Nov 2026 08:00:01 +0000",
        ])
        #expect(Route.hops(of: nameless, boundary: boundary).map(\.trust).last == .claimed)
        // What says nothing of a client came from inside the machine.
        let local = self.message([
            " by mx.ours.example (Postfix, from userid 0) id 7; Sat, 21 Nov 2026 08:00:02 +0000",
            " from mx.ours.example (localhost [127.0.0.1]) by mx.ours.example with ESMTP; Sat, 21 Nov 2026 08:00:01 +0000",
        ])
        #expect(Route.hops(of: local, boundary: boundary).map(\.trust) == [.seen, .seen])
    }

    @Test func theBoundaryEndsWithTheFirstOutsider() throws {
        let network = try #require(IPNetwork("10.0.0.0/8"))
        let message = message(route)
        let hops = Route.hops(of: message, boundary: TrustBoundary(hosts: [".ours.example"], networks: [network]))
        // The last line names a host of ours, but an outsider stands above it and may have written it.
        #expect(hops.map(\.trust) == [.seen, .seen, .claimed])
        #expect(message.text(hops[1].from) == "HELO.sender.example")
        #expect(message.text(hops[1].reverseName) == "out.sender.example")
        #expect(hops[1].address == IPAddress("192.0.2.7"))
        #expect(message.text(hops[1].by) == "mx.ours.example")
        #expect(hops[1].with == "ESMTPS")
        #expect(hops[1].time == Timestamp(rfc3339: "2026-11-21T08:00:02Z"))
    }

    @Test func aDateWithoutASemicolon() {
        let bytes = Array(" by mx.example with HTTP id 7\r\n\tSat, 21 Nov 2026 08:00:00.369 +0000 (UTC)".utf8)
        let found = ReceivedField(bytes.span, ByteRange(all: bytes))
        #expect(found.date?.timestamp == Timestamp(rfc3339: "2026-11-21T08:00:00Z"))
        #expect(found.defects.map(\.kind) == [.receivedWithoutDate])
    }

    @Test func withoutABoundaryNothingIsSeen() {
        #expect(Route.hops(of: message(route), boundary: TrustBoundary()).allSatisfy { $0.trust == .claimed })
        #expect(Route.hops(of: message([]), boundary: TrustBoundary()).isEmpty)
    }

    @Test func networks() throws {
        let small = try #require(IPNetwork("192.0.2.128/25"))
        #expect(small.contains(.v4(0xC000_02FF)))
        #expect(!small.contains(.v4(0xC000_0201)))
        let six = try #require(IPNetwork("2001:db8::/33"))
        #expect(try six.contains(#require(IPAddress("2001:db8:7fff::1"))))
        #expect(try !six.contains(#require(IPAddress("2001:db8:8000::1"))))
        #expect(try #require(IPNetwork("::/0")).contains(.v6(high: 1, low: 1)))
        #expect(IPNetwork("10.0.0.0/33") == nil)
        #expect(IPNetwork("10.0.0.0/x") == nil)
        #expect(IPNetwork("example.org") == nil)
    }

    @Test(arguments: [
        ("[192.0.2.1]", "192.0.2.1"), (" 192.0.2.1", "192.0.2.1"), ("[IPv6:2001:db8::1]", "2001:db8::1"), ("2001:db8::1", "2001:db8::1"),
        ("192.0.2.1:25", "192.0.2.1"), ("none", ""), ("", ""), ("[999.0.2.1]", ""),
    ])
    func originatingAddresses(_ field: String, _ expected: String) {
        let bytes = Array(field.utf8)
        let found = ReceivedField.originatingAddress(bytes.span, ByteRange(all: bytes))
        #expect(found.map { "\($0)" } ?? "" == expected)
    }
}
