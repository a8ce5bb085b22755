import Settings
import Testing

/// What differs between settings that were read twice.
struct SettingsChangesTests {
    private func settings(_ assignments: String...) throws -> Settings {
        try Settings.load(flags: assignments.compactMap { SettingFlag(assignment: $0) })
    }

    @Test func keysAndThresholdsThatDifferAreNamed() throws {
        let earlier = try settings("filter.workers=2", "policy.sms.default.reject=0.9")
        #expect(try settings("filter.workers=2", "policy.sms.default.reject=0.9").changes(since: earlier).isEmpty)
        let later = try settings("policy.mode=act", "policy.sms.default.reject=0.95", "policy.im.default.tag=never")
        #expect(
            later.changes(since: earlier) == ["filter.workers", "policy.mode", "policy.im.default.tag", "policy.sms.default.reject"])
        #expect(earlier.changes(since: later).count == 4)
        // A value that is written out and that of the default are the same.
        #expect(try settings("policy.mode=observe-only").changes(since: try settings()).isEmpty)
    }

    @Test func someAreKept() throws {
        let earlier = try settings("filter.workers=2", "policy.mode=act")
        let later = try settings("filter.workers=3", "policy.version=two")
        let kept = later.keeping(["filter.workers", "service.grace"], from: earlier)
        #expect(kept[.filterWorkers] == 2 && kept[.policyMode] == .observeOnly && kept[.policyVersion] == "two")
        #expect(try settings("filter.workers=3").keeping(["filter.workers"], from: try settings())[.filterWorkers] == nil)
    }
}
