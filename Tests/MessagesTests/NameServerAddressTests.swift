import Messages
import Testing

/// How name servers are written.
struct NameServerAddressTests {
    @Test func serversAreWrittenWithAddressAndPort() {
        #expect(NameServerAddress("192.0.2.1")?.description == "192.0.2.1")
        #expect(NameServerAddress("2001:db8::1@5353")?.description == "2001:db8::1@5353")
        #expect(NameServerAddress("192.0.2.1@53") == NameServerAddress("192.0.2.1"))
    }

    @Test(arguments: ["", "ns.example.org", "192.0.2.1@", "192.0.2.1@0", "192.0.2.1@65536", "192.0.2.1@+1", "192.0.2.1@1@2", "@53"])
    func otherTextsAreNoServers(text: String) {
        #expect(NameServerAddress(text) == nil)
    }
}
