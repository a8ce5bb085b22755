import Filter
import Messages
import Settings
import Testing

@Suite struct PolicyProfileTests {
    private func profile(_ text: String) throws -> PolicyProfile {
        PolicyProfile(try Settings.load(file: SettingsFile(path: "chaffinch.yaml", text: text)))
    }

    @Test(arguments: [
        (0.0, Disposition.accept), (0.499, .accept), (0.5, .tag), (0.89, .tag), (0.9, .quarantine), (0.99, .reject), (1, .reject),
    ])
    func theStrongestReachedIsDue(probability: Double, disposition: Disposition) throws {
        let decision = try profile("").decision(probability: probability, channel: .email, direction: .terminating)
        #expect(decision.disposition == disposition)
        #expect((decision.because == nil) == (disposition == .accept))
    }

    @Test func itIsKnownFromWhereOnSomethingIsDue() throws {
        for (text, wanted) in [
            ("", 0.5), ("policy:\n  email:\n    default:\n      tag: never\n", 0.9),
            ("policy:\n  default:\n    default:\n      tag: 0.2\n", 0.2),
            ("policy:\n  default:\n    default:\n      tag: never\n      quarantine: never\n      reject: never\n", nil),
        ] as [(String, Double?)] {
            let decision = try profile(text).decision(probability: 0.1, channel: .email, direction: .terminating)
            #expect(decision.spamFrom == wanted, "\(text)")
        }
    }

    @Test func aNewProfileOnlyObserves() throws {
        let observed = try profile("").decision(probability: 1, channel: .email, direction: .terminating)
        #expect(!observed.isCarriedOut)
        #expect(try profile("").mode == .observeOnly)
        let acted = try profile("policy:\n  mode: act\n  version: \"7\"").decision(probability: 1, channel: .email, direction: .terminating)
        #expect(acted.isCarriedOut)
        #expect(acted.disposition == observed.disposition)
        #expect(acted.policy == "7")
    }

    @Test func theNarrowestThresholdCounts() throws {
        let profile = try profile(
            """
            policy:
              default:
                default:
                  tag: 0.6
                originating:
                  tag: 0.3
              sms:
                default:
                  reject: never
                  quarantine: 0.7
                terminating:
                  tag: 0.2
            """)
        #expect(profile.decision(probability: 0.25, channel: .sms, direction: .terminating).because == "policy.sms.terminating.tag")
        #expect(profile.decision(probability: 0.25, channel: .sms, direction: .transit).disposition == .accept)
        #expect(profile.decision(probability: 0.35, channel: .email, direction: .originating).because == "policy.default.originating.tag")
        #expect(profile.decision(probability: 0.995, channel: .sms, direction: .transit).disposition == .quarantine)
        #expect(profile.decision(probability: 0.995, channel: .email, direction: .transit).disposition == .reject)
        #expect(profile.decision(probability: 0.55, channel: .email, direction: .transit).disposition == .accept)
    }

    @Test func nothingIsDiscardedUnlessAllowed() throws {
        for direction in Direction.allCases {
            #expect(try profile("").decision(probability: 1, channel: .sms, direction: direction).disposition == .reject)
        }
        #expect(throws: SettingsError.self) { try profile("policy:\n  sms:\n    default:\n      discard: 0.995") }
        let allowed = try profile("policy:\n  allow-discard: true\n  sms:\n    default:\n      discard: 0.995")
        #expect(allowed.decision(probability: 0.996, channel: .sms, direction: .terminating).disposition == .discard)
    }

    @Test func spamIsWhatIsNotAccepted() throws {
        let profile = try profile("")
        #expect(profile.isSpam(probability: 0.5, channel: .email, direction: .terminating))
        #expect(!profile.isSpam(probability: 0.49, channel: .email, direction: .terminating))
    }
}
