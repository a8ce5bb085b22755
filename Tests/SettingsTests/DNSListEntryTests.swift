import Settings
import Testing

struct DNSListEntryTests {
    @Test func readsWhatItWrites() throws {
        for text in [
            "block addresses bl.example.org", "allow addresses good.example.org 127.0.0.2-127.0.0.9",
            "block domains dom.example test=x.example",
            "block addresses bl.example.org 127.0.0.2 127.0.0.4-127.0.0.7",
        ] {
            #expect(try #require(DNSListEntry(spelling: text)).spelling == text)
        }
        #expect(DNSListEntry(spelling: "  block  addresses\tBL.Example.Org ")?.zone == "bl.example.org")
    }

    @Test(arguments: [
        "", "bl.example.org", "block bl.example.org", "allow domains dom.example", "block addresses", "block addresses local",
        "block addresses bl..org", "block addresses bl.example.org 192.0.2.1", "block addresses bl.example.org 127.0.0.9-127.0.0.2",
        "block addresses bl.example.org test=x.example", "block addresses bl.example.org 127.0.0.2-", "block domains d.example test=",
    ])
    func refusesWhatMeansNothing(text: String) {
        #expect(DNSListEntry(spelling: text) == nil)
    }
}
