import Messages
import Testing

@testable import Settings

/// Reads a file's text under the name `chaffinch.yaml`.
private func read(_ text: String, environment: [String: String] = [:], flags: [SettingFlag] = []) -> (Settings, [String]) {
    let (settings, problems) = Settings.read(
        file: SettingsFile(path: "etc/chaffinch.yaml", text: text), environment: environment, flags: flags)
    return (settings, problems.map(\.description))
}

@Suite struct SettingsReading {
    @Test func nothingGivesTheDefaults() throws {
        let settings = try Settings.load()
        #expect(settings[.filterDeadlineMail] == .seconds(5))
        #expect(settings[.filterDeadlineText] == .milliseconds(100))
        #expect(settings[.filterWorkers] == nil)
        #expect(settings[.policyMode] == .observeOnly)
        #expect(settings[.trustNetworks] == [])
        #expect(settings[.observatoryRecord])
        #expect(settings.origin(of: "filter.workers") == .builtIn)
        #expect(settings.policyThresholds.count == 4)
    }

    @Test func sharesOfSpam() {
        let (settings, problems) = read("filter:\n  spam-share: [sms:0.02, fax:0.5]\npolicy:\n  channels: [fax]\n")
        #expect(problems == [])
        #expect(
            settings[.filterSpamShare] == [SpamShare(channel: .sms, share: 0.02), SpamShare(channel: Channel(rawValue: "fax"), share: 0.5)])
        for wrong in ["sms", "sms:0", "sms:1", "sms:-0.1", "sms:x", "SMS:0.1", "sms:0.1:2", ":0.1"] {
            let (settings, problems) = read("filter:\n  spam-share: [\"\(wrong)\"]\n")
            #expect(problems.count == 1 && problems[0].contains("as in sms:0.02"), "\(wrong): \(problems)")
            #expect(settings[.filterSpamShare] == [])
        }
    }

    @Test func sharesAreOfChannelsThatExist() {
        let (_, misspelt) = read("filter:\n  spam-share: [emial:0.3]\n")
        #expect(misspelt.count == 1 && misspelt[0].contains("did you mean 'email'?"), "\(misspelt)")
        let (_, twice) = read("filter:\n  spam-share: [sms:0.3, sms:0.2]\n")
        #expect(twice.count == 1 && twice[0].contains("'sms' has two shares"), "\(twice)")
    }

    @Test func readsEveryType() {
        let (settings, problems) = read(
            """
            lang: fr
            filter:
              deadline:
                mail: 2500ms
                text: "1 s"
              workers: 4
            limits:
              message-size: 10 MiB
              parts: 50
            trust:
              hosts: [mx.example.org, .Relay.example]
              networks:
                - 192.0.2.0/24
                - 2001:DB8::/32
                - 198.51.100.7
            state:
              folder: var
            observatory:
              record: false
            policy:
              mode: act
              version: "2026-11"
              channels: [fax]
              fax:
                originating:
                  reject: never
            """)
        #expect(problems == [])
        #expect(settings[.language] == "fr")
        #expect(settings[.filterDeadlineMail] == .milliseconds(2500))
        #expect(settings[.filterDeadlineText] == .seconds(1))
        #expect(settings[.filterWorkers] == 4)
        #expect(settings[.limitsMessageSize] == 10 << 20)
        #expect(settings[.limitsParts] == 50)
        #expect(settings[.trustHosts] == ["mx.example.org", ".relay.example"])
        #expect(settings[.trustNetworks].map(\.description) == ["192.0.2.0/24", "2001:db8::/32", "198.51.100.7/32"])
        #expect(settings[.stateFolder] == "etc/var")
        #expect(settings.stateFolder == "etc/var")
        #expect(!settings[.observatoryRecord])
        #expect(settings[.policyMode] == .act)
        #expect(settings[.policyVersion] == "2026-11")
        #expect(settings[.policyChannels] == [Channel(rawValue: "fax")])
        let fax = settings.policyLadder(channel: Channel(rawValue: "fax"), direction: .originating)
        #expect(fax.map(\.disposition) == [.tag, .quarantine])
    }

    @Test func listsEveryProblemWithItsLine() {
        let (_, problems) = read(
            """
            filter:
              deadline:
                mail: 5
                texte: 1 s
              workers: 0
            deadline:
              mail: 5 s
            limits: 7
            lang: de
            trust:
              hosts: [mx..example]
              networks: [192.0.2.1/24]
            observatory:
              record: yes
            policy:
              mode: watch
              emial:
                terminating:
                  tag: 0.4
              email:
                terminated:
                  tag: 0.4
                terminating:
                  discard: 0.999
                  tag: 1.5
              version:
                a: 1
            state:
              folder:
            """)
        let expected = [
            "etc/chaffinch.yaml:3: filter.deadline.mail: '5' is not a time with its unit (ms, s, min, h, d) from 10 ms to 2 min",
            "etc/chaffinch.yaml:4: filter.deadline.texte: no setting has this name; did you mean 'filter.deadline.text'?",
            "etc/chaffinch.yaml:5: filter.workers: '0' is out of range: auto, or a whole number from 1 to 256",
            "etc/chaffinch.yaml:6: deadline: no setting has this name; did you mean 'dns.deadline'?",
            "etc/chaffinch.yaml:8: limits: this is a section; settings stand below it, not a value",
            "etc/chaffinch.yaml:9: lang: 'de' is not one of auto, ar, zh, en, fr, ru, es",
            "etc/chaffinch.yaml:11: trust.hosts: 'mx..example' is not a host name",
            "etc/chaffinch.yaml:12: trust.networks: '192.0.2.1/24' is not a network such as 192.0.2.0/24 or 2001:db8::/32, with no bit set beyond its length",
            "etc/chaffinch.yaml:14: observatory.record: 'yes' is not true or false",
            "etc/chaffinch.yaml:16: policy.mode: 'watch' is not one of observe-only, act",
            "etc/chaffinch.yaml:19: policy.emial.terminating.tag: no channel is called 'emial'; did you mean 'email'? Name a channel of your own in policy.channels first",
            "etc/chaffinch.yaml:22: policy.email.terminated.tag: 'terminated' is not one of terminating, originating, transit, default (policy, channel, direction, disposition); did you mean 'terminating'?",
            "etc/chaffinch.yaml:24: policy.email.terminating.discard: messages are dropped silently only where policy.allow-discard is true; reject tells the sender",
            "etc/chaffinch.yaml:25: policy.email.terminating.tag: '1.5' is not a probability from 0 to 1, or never",
            "etc/chaffinch.yaml:26: policy.version: this is a setting and takes a value; nothing can stand below it",
            "etc/chaffinch.yaml:29: state.folder: the value is missing; delete the line to have the default",
        ]
        #expect(problems == expected)
    }

    @Test func brokenYAMLNamesItsLine() {
        #expect(read("filter:\n  deadline: [1\nlang: fr\n").1.first?.hasPrefix("etc/chaffinch.yaml:3: not YAML here") == true)
        #expect(read("lang: fr\nlang: es\n").1.first?.hasPrefix("etc/chaffinch.yaml:1: set twice in one section: lang") == true)
        #expect(read("- a\n- b\n").1 == ["etc/chaffinch.yaml:1: the file has to hold sections of settings, each 'name: value'"])
        #expect(read("").1 == [])
        #expect(read("# nothing\n").1 == [])
        #expect(read("filter:\n").1 == [])
    }

    @Test func aNameSetInTwoFormsIsTold() {
        let (settings, problems) = read("filter:\n  workers: 2\nfilter.workers: 3\n")
        #expect(problems == ["etc/chaffinch.yaml:3: filter.workers: set already at etc/chaffinch.yaml:2"])
        #expect(settings[.filterWorkers] == 2)
    }

    @Test func hostileNestingIsRefusedNotFollowed() {
        let (_, problems) = read(String(repeating: "[", count: 100_000))
        #expect(problems.count == 1)
        let (_, aliases) = read("a: &a [x, x]\nb: &b [*a, *a]\nlang: *b\n")
        #expect(!aliases.isEmpty)
    }
}

@Suite struct SettingsLayers {
    @Test func flagsGoOverEnvironmentOverFile() throws {
        let text = "filter:\n  workers: 2\n  deadline:\n    mail: 1 s\n    text: 10 ms\n"
        let (settings, problems) = read(
            text, environment: ["CHAFFINCH_FILTER_WORKERS": "3", "CHAFFINCH_FILTER_DEADLINE_MAIL": "2 s", "PATH": "/bin"],
            flags: [
                SettingFlag(name: "filter.workers", value: "4", flag: "--workers"),
                SettingFlag(name: "filter.workers", value: "5", flag: "--set"),
            ])
        #expect(problems == [])
        #expect(settings[.filterWorkers] == 5)
        #expect(settings[.filterDeadlineMail] == .seconds(2))
        #expect(settings[.filterDeadlineText] == .milliseconds(10))
        #expect(settings.origin(of: "filter.workers") == .flag("--set"))
        #expect(settings.origin(of: "filter.deadline.mail") == .variable("CHAFFINCH_FILTER_DEADLINE_MAIL"))
        #expect(settings.origin(of: "filter.deadline.text") == .file(path: "etc/chaffinch.yaml", line: 5))
    }

    @Test func environmentReadsListsAndThresholds() {
        let (settings, problems) = read(
            "",
            environment: [
                "CHAFFINCH_TRUST_HOSTS": "a.example, b.example", "CHAFFINCH_POLICY_SMS_TERMINATING_REJECT": "0.97",
                "CHAFFINCH_CONFIG": "/etc/x", "CHAFFINCH_LIMITS_MESSAGE_SIZE": "2048",
            ])
        #expect(problems == [])
        #expect(settings[.trustHosts] == ["a.example", "b.example"])
        #expect(settings[.limitsMessageSize] == 2048)
        #expect(settings.threshold(for: .reject, channel: .sms, direction: .terminating)?.probability == 0.97)
        #expect(settings.threshold(for: .reject, channel: .sms, direction: .originating)?.probability == 0.99)
    }

    @Test func environmentAndFlagsAreChecked() {
        let (_, problems) = read(
            "", environment: ["CHAFFINCH_FILTER_WORKER": "2", "CHAFFINCH_LANG": "xx"],
            flags: [SettingFlag(name: "filter.worker", value: "2", flag: "--set")])
        #expect(
            problems == [
                "environment variable CHAFFINCH_FILTER_WORKER: no setting belongs to this variable; did you mean 'CHAFFINCH_FILTER_WORKERS'?",
                "environment variable CHAFFINCH_LANG: lang: 'xx' is not one of auto, ar, zh, en, fr, ru, es",
                "flag --set: filter.worker: no setting has this name; did you mean 'filter.workers'?",
            ])
    }

    @Test func assignmentsAreRead() {
        #expect(SettingFlag(assignment: "lang=fr")?.name == "lang")
        #expect(SettingFlag(assignment: "policy.version=a=b")?.value == "a=b")
        #expect(SettingFlag(assignment: "lang") == nil)
    }

    @Test func theStateFolderFollowsTheEnvironment() throws {
        #expect(try Settings.load().stateFolder == "/var/lib/chaffinch")
        #expect(try Settings.load(environment: ["HOME": "/home/a"]).stateFolder == "/home/a/.local/state/chaffinch")
        #expect(try Settings.load(environment: ["HOME": "/home/a", "XDG_STATE_HOME": "/s"]).stateFolder == "/s/chaffinch")
        #expect(try Settings.load(environment: ["HOME": "/home/a", "CHAFFINCH_STATE_FOLDER": "/t"]).stateFolder == "/t")
    }
}

@Suite struct SettingsExplaining {
    @Test func tellsValueAndOrigin() throws {
        let (settings, _) = read("filter:\n  deadline:\n    mail: 90 s\n")
        let explanation = try settings.explain("filter.deadline.mail")
        #expect(explanation.value == "90 s")
        #expect(explanation.defaultValue == "5 s")
        #expect(explanation.origin.description == "etc/chaffinch.yaml:3")
        #expect(explanation.description.contains("from:    etc/chaffinch.yaml:3"))
        #expect(try settings.explain("limits.message-size").value == "64 MiB")
        #expect(try settings.explain("filter.workers").value == "auto")
    }

    @Test func tellsWhichThresholdHolds() throws {
        let (settings, problems) = read("policy:\n  sms:\n    default:\n      reject: 0.95\n  default:\n    transit:\n      tag: 0.3\n")
        #expect(problems == [])
        #expect(try settings.explain("policy.sms.terminating.reject").value == "0.95")
        #expect(try settings.explain("policy.sms.terminating.reject").origin == .file(path: "etc/chaffinch.yaml", line: 4))
        #expect(try settings.explain("policy.email.transit.tag").value == "0.3")
        #expect(try settings.explain("policy.email.terminating.tag").value == "0.5")
        #expect(try settings.explain("policy.email.terminating.discard").value == "never")
    }

    @Test func anUnknownKeyNamesTheNearest() {
        #expect(throws: SettingsError.self) { try Settings().explain("filter.deadlin.mail") }
        do {
            _ = try Settings().explain("filter.deadlin.mail")
        } catch {
            #expect(error.description == "filter.deadlin.mail: no setting has this name; did you mean 'filter.deadline.mail'?")
        }
    }
}

@Suite struct SettingsPolicy {
    @Test func aHarderDispositionIsNeverDueBeforeAMilder() {
        let (_, problems) = read("policy:\n  email:\n    default:\n      reject: 0.4\n  sms:\n    transit:\n      tag: 0.95\n")
        #expect(
            problems == [
                "etc/chaffinch.yaml:4: policy.email.default.reject: on email.default reject is due from 0.4 on, before the milder quarantine from 0.9",
                "etc/chaffinch.yaml:7: policy.sms.transit.tag: on sms.transit quarantine is due from 0.9 on, before the milder tag from 0.95",
            ])
    }

    @Test func discardIsAnOptIn() {
        let (settings, problems) = read("policy:\n  allow-discard: true\n  email:\n    terminating:\n      discard: 0.9999\n")
        #expect(problems == [])
        let ladder = settings.policyLadder(channel: .email, direction: .terminating)
        #expect(ladder.map(\.disposition) == [.tag, .quarantine, .reject, .discard])
        #expect(ladder.map(\.probability) == [0.5, 0.9, 0.99, 0.9999])
    }
}

@Suite struct SettingsCatalogue {
    @Test func theExampleHoldsEveryDefault() throws {
        let text = SettingCatalogue.standard.example()
        let (settings, problems) = read(text)
        #expect(problems == [])
        for key in SettingCatalogue.standard.keys {
            #expect(settings.entries[key.name]?.data == key.defaultData, "\(key.name)")
        }
        #expect(settings.policyThresholds.map(\.probability) == Settings().policyThresholds.map(\.probability))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 112 })
    }

    @Test func everyKeyIsSound() {
        let keys = SettingCatalogue.standard.keys
        #expect(Set(keys.map(\.name)).count == keys.count)
        #expect(Set(keys.map(\.variable)).count == keys.count)
        for key in keys {
            #expect(key.name.split(separator: ".").allSatisfy { SettingKind.isCode($0) }, "\(key.name)")
            #expect(key.documentation.hasSuffix("."), "\(key.name)")
            #expect(PolicyPlace(key.name) == nil)
        }
        #expect(Setting.filterDeadlineMail.key.variable == "CHAFFINCH_FILTER_DEADLINE_MAIL")
    }

    @Test(arguments: [
        ("5 s", Duration.seconds(5)), ("5s", .seconds(5)), ("100 ms", .milliseconds(100)), ("2 min", .seconds(120)),
        ("1 h", .seconds(3600)),
        ("7 d", .seconds(604_800)),
    ])
    func readsTimes(text: String, duration: Duration) {
        #expect(Unit.duration(text) == duration)
    }

    @Test(arguments: ["", "5", "s", "5 sec", "-5 s", "5.5 s", "99999999999999999999 s", "9999999999999999 d", "٥ s"])
    func refusesOtherTimes(text: String) {
        #expect(Unit.duration(text) == nil)
    }

    @Test func readsSizesAndFractions() {
        #expect(Unit.bytes("64 KiB") == 65_536)
        #expect(Unit.bytes("12") == 12)
        #expect(Unit.bytes("12 kB") == nil)
        #expect(Unit.decimal("0.25") == 0.25)
        #expect(Unit.decimal("1") == 1)
        for text in ["", ".", "nan", "inf", "1e-3", "-0.5", "0x1", "1.0.0"] { #expect(Unit.decimal(text) == nil, "\(text)") }
    }

    @Test func findsTheNearestWord() {
        #expect(Spelling.slips(Array("kitten".utf8), Array("sitting".utf8)) == 3)
        #expect(Spelling.slips(Array("mial".utf8), Array("mail".utf8)) == 1)
        #expect(Spelling.slips([], Array("abc".utf8)) == 3)
        #expect(Spelling.nearest(to: "xyzzy", in: ["lang", "mail"]) == nil)
        #expect(Spelling.nearest(to: String(repeating: "a", count: 100_000), in: ["lang"]) == nil)
    }

    @Test func aMissingFileIsTold() {
        #expect(throws: SettingsError.self) { try SettingsFile(at: "/nonexistent/chaffinch.yaml") }
        do {
            _ = try SettingsFile(at: "/nonexistent/chaffinch.yaml")
        } catch {
            #expect(error.problems.first?.kind == .unreadable)
        }
    }
}
