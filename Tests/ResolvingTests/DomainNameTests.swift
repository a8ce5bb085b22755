import Messages
import Resolving
import Testing

/// Names as the domain name system compares them.
struct DomainNameTests {
    @Test func limitsAreThoseOfTheStandard() {
        let label = String(repeating: "a", count: 63)
        #expect(DomainName(label + ".org") != nil)
        #expect(DomainName(label + "a.org") == nil)
        #expect(DomainName([label, label, label, String(repeating: "a", count: 61)].joined(separator: "."))?.bytes.count == 253)
        #expect(DomainName([label, label, label, String(repeating: "a", count: 62)].joined(separator: ".")) == nil)
        #expect(DomainName("a..b") == nil)
        #expect(DomainName(".a") == nil)
        #expect(DomainName("") == nil)
    }

    @Test func placesInTheTree() throws {
        let name = try #require(DomainName("a.b.Example.ORG."))
        #expect(name.description == "a.b.example.org")
        #expect(name.labelCount == 4)
        #expect(name.parent == DomainName("b.example.org"))
        #expect(name.suffix(labels: 2) == DomainName("example.org"))
        #expect(name.suffix(labels: 9) == name)
        #expect(name.isWithin(try #require(DomainName("example.org"))))
        #expect(!name.isWithin(try #require(DomainName("ample.org"))))
        #expect(name.isWithin(.root))
        #expect(DomainName("org")?.parent == .root)
    }

    @Test func addressesHaveNames() {
        #expect(DomainName.reverse(of: .v4(0xC000_0207)).description == "7.2.0.192.in-addr.arpa")
        #expect(
            DomainName.reverse(of: .v6(high: 0x2001_0DB8_0000_0000, low: 1)).description
                == "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa")
    }
}
