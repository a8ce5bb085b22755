import Settings
import Testing

struct RateEntryTests {
    @Test func readsWhatItWrites() throws {
        for text in [
            "bulk sender 200/1h", "bulk sender 200/1h burst 50", "accounts account 500/1d weight 1.5",
            "good address 5/10s burst 2 weight -0.25",
            "flood network 1000/1min burst 100 defer", "links link-host 30/1h tag observe", "ids sender-id 9/1s reject",
            "r recipient 1/30d",
        ] {
            let entry = try #require(RateEntry(spelling: text), "\(text)")
            #expect(entry.spelling == text)
        }
        let entry = try #require(RateEntry(spelling: " bulk  sender\t200/60min burst 200 weight 2 observe "))
        #expect(entry.spelling == "bulk sender 200/1h weight 2 observe")
        #expect(entry.effect == .weight(2000) && entry.isWatched && entry.burst == 200 && entry.time == .seconds(3600))
    }

    @Test(arguments: [
        "", "bulk", "bulk sender", "bulk sender 200", "bulk sender 0/1h", "bulk sender 200/1h burst", "bulk sender 200/1h burst 0",
        "bulk nobody 200/1h", "Bulk sender 200/1h", "bulk sender 200/1h accept", "bulk sender 200/1h discard", "bulk sender 200/1h weight",
        "bulk sender 200/1h weight 13", "bulk sender 200/1h weight 0", "bulk sender 200/1h weight 1e1", "bulk sender 200/1h observe",
        "bulk sender 200/1h defer reject", "bulk sender 200/31d", "bulk sender 200/1ms", "bulk sender 9999999/1h", "bulk sender 1/1h/1h",
        "bulk sender 200/1h weight --1",
    ])
    func refusesWhatMeansNothing(text: String) {
        #expect(RateEntry(spelling: text) == nil)
    }

    @Test func standsInSettings() throws {
        let file = SettingsFile(
            path: "c.yaml", text: "rates:\n  limits:\n    - bulk sender 200/1h weight 1.5\n    - flood address 60/1min defer\n")
        #expect(try Settings.load(file: file)[.ratesLimits].map(\.name) == ["bulk", "flood"])
        #expect(throws: SettingsError.self) { try Settings.load(file: SettingsFile(path: "c.yaml", text: "rates:\n  limits: [bulk]\n")) }
    }
}
