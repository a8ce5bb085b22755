import Resolving
import ResolvingTesting
import Telemetry
import Testing
import ZoneFiles

/// The resolvers of the port keep its promises.
struct ConformanceTests {
    @Test func zones() async {
        #expect(await ResolverConformance { ConformanceZone.zone }.run() == [])
    }

    @Test func caches() async {
        #expect(await ResolverConformance { AnswerCache(before: ConformanceZone.zone, by: ManualTime()) }.run() == [])
    }

    @Test func recordings() async {
        #expect(await ResolverConformance { RecordingResolver(ConformanceZone.zone) }.run() == [])
    }

    @Test func zonesFromFiles() async {
        let faults = ["silent ANY !timeout", "servfail ANY !servfail", "refused ANY !refused", "half ANY !truncated"]
        let text = ConformanceZone.text + "$ORIGIN \(ConformanceZone.faultyName).\n" + faults.map { $0 + "\n" }.joined()
        #expect(await ResolverConformance { try ZoneFile(Array(text.utf8)).zone }.run() == [])
    }
}
