import Messages
import Settings
import Testing

/// Profiles over the settings: who holds for whom, which line stands, and what is refused.
struct ProfileBookTests {
    private func book(_ text: String, settings: String = "") throws -> (ProfileBook, Settings) {
        let settings = try Settings.load(file: SettingsFile(path: "chaffinch.yaml", text: settings))
        return (try ProfileBook.load([SettingsFile(path: "profiles.yaml", text: text)], over: settings), settings)
    }

    private func problems(_ text: String, settings: String = "") -> [String] {
        do {
            _ = try book(text, settings: settings)
            return []
        } catch let error as SettingsError {
            return error.problems.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    private static let four = """
        profiles:
          - name: telecom-act
            level: jurisdiction
            version: "2026-1"
            binding:
              sms:
                terminating:
                  reject: 0.995
              default:
                default:
                  discard: never
          - name: north
            level: operator
            version: 7
            thresholds:
              sms:
                default:
                  quarantine: 0.8
                  reject: 0.985
          - name: school
            level: domain
            for: ["@school.example", "+4930*"]
            version: 1.2
            mode: observe-only
            thresholds:
              default:
                default:
                  quarantine: 0.7
          - name: jenny
            level: recipient
            for: jenny@lab.school.example
            version: b
            mode: act
            thresholds:
              email: {default: {tag: 0.3}}
        """

    @Test func theNarrowestOfEachLevelHolds() throws {
        let (book, _) = try book(Self.four)
        func names(_ party: Party?) -> [String] { book.names(of: book.chain(for: party)).map(\.name) }
        #expect(names(nil) == ["telecom-act", "north"])
        #expect(names(.mailbox(local: "a", domain: "elsewhere.example")) == ["telecom-act", "north"])
        #expect(names(.mailbox(local: "a", domain: "lab.School.example")) == ["telecom-act", "north", "school"])
        #expect(names(.mailbox(local: "a", domain: "preschool.example")) == ["telecom-act", "north"])
        #expect(names(.mailbox(local: "Jenny", domain: "lab.school.example")) == ["telecom-act", "north", "school", "jenny"])
        #expect(names(.number("49301234567")) == ["telecom-act", "north", "school"])
        #expect(names(.number("4931")) == ["telecom-act", "north"])
        #expect(book.mode(of: book.chain(for: .number("49301"))) == .observeOnly)
        #expect(book.mode(of: book.chain(for: .mailbox(local: "jenny", domain: "lab.school.example"))) == .act)
        #expect(book.mode(of: book.chain(for: nil)) == .act)
    }

    @Test func theNarrowestLanguageIsSpoken() throws {
        let (book, _) = try book(
            Self.four.replacing("mode: observe-only", with: "lang: ru")
                + "\n  - {name: bern, level: recipient, for: b@in.example, version: 1, lang: fr}")
        #expect(book.language(for: nil) == nil && book.language(for: .mailbox(local: "a", domain: "in.example")) == nil)
        #expect(book.language(for: .mailbox(local: "B", domain: "in.example")) == "fr")
        #expect(book.language(for: .mailbox(local: "jenny", domain: "lab.school.example")) == "ru")
        let wrong = problems("profiles: [{name: a, level: operator, version: 1, lang: rus}]")
        #expect(wrong.contains { $0.contains("the language is one of") && $0.contains("did you mean 'ru'") }, "\(wrong)")
    }

    @Test func theNarrowestLineStands() throws {
        let (book, settings) = try book(Self.four)
        func line(_ disposition: Disposition, _ channel: Channel, _ party: Party?) -> String? {
            book.standing(for: disposition, on: channel, .terminating, book.chain(for: party), over: settings).map {
                "\($0.name) \($0.threshold.probability.map { "\($0)" } ?? "never") \($0.threshold.origin)"
            }
        }
        #expect(line(.reject, .sms, nil) == "profile:north:sms.default.reject 0.985 profiles.yaml:19")
        #expect(line(.reject, .email, nil) == "policy.default.default.reject 0.99 default")
        #expect(line(.quarantine, .sms, .number("49301")) == "profile:school:default.default.quarantine 0.7 profiles.yaml:28")
        let jenny = Party.mailbox(local: "jenny", domain: "lab.school.example")
        #expect(line(.tag, .email, jenny) == "profile:recipient:email.default.tag 0.3 profiles.yaml:35")
        #expect(line(.tag, .sms, jenny) == "policy.default.default.tag 0.5 default")
    }

    @Test func aBindingLineGoesBeforeAMilderOneOfANarrowerProfile() throws {
        let (book, settings) = try book(
            """
            profiles:
              - {name: law, level: jurisdiction, version: 1, binding: {sms: {terminating: {reject: 0.99}}, email: {default: {quarantine: never}}}}
              - {name: net, level: operator, version: 1, thresholds: {sms: {default: {reject: 0.999}}}}
              - {name: d, level: domain, version: 1, for: "@d.example", thresholds: {sms: {default: {reject: 0.95}}}}
            """)
        func standing(_ disposition: Disposition, _ channel: Channel, _ direction: Direction, _ party: Party?) -> ProfileBook.Line? {
            book.standing(for: disposition, on: channel, direction, book.chain(for: party), over: settings)
        }
        // Milder in one direction alone is no contradiction, and gives way in that.
        let bound = try #require(standing(.reject, .sms, .terminating, nil))
        #expect(bound.isBinding && bound.profile?.name.name == "law" && bound.threshold.probability == 0.99)
        #expect(standing(.reject, .sms, .originating, nil)?.threshold.probability == 0.999)
        // Stricter is free.
        #expect(standing(.reject, .sms, .terminating, .domain("d.example"))?.threshold.probability == 0.95)
        // A binding never is never, whatever the settings say.
        let never = try #require(standing(.quarantine, .email, .transit, nil))
        #expect(never.isBinding && never.threshold.probability == nil)
        #expect(book.binding(on: .sms, .terminating, book.chain(for: nil)).count == 1)
    }

    @Test func mistakesAreToldWithFileAndLine() {
        let all = problems(
            """
            profile: []
            profiles:
              - name: A
                level: country
                versoin: 1
              - name: b
                level: domain
                version: "1, 2"
                for: nonsense here@x
                thresholds: {smss: {}, sms: {sideways: {}, terminating: {rejct: 1, reject: 1.5, discard: 0.9, bounce: 0.9}}}
                binding: {}
            """)
        func has(_ text: String) -> Bool { all.contains { $0.contains(text) } }
        #expect(has("profiles.yaml:1: there is no section 'profile'; did you mean 'profiles'?"))
        #expect(has("profiles.yaml:3: a name is of small letters"))
        #expect(has("profiles.yaml:4: the level is one of jurisdiction, operator, domain, recipient, not 'country'"))
        #expect(has("profiles.yaml:5: there is no line of a profile 'versoin'; did you mean 'version'?"))
        #expect(has("profiles.yaml:8: b: a version is"))
        #expect(has("profiles.yaml:10: b: there is no channel 'smss'; did you mean 'sms'?"))
        #expect(has("profiles.yaml:10: b: there is no direction 'sideways'"))
        #expect(has("profiles.yaml:10: b: there is no disposition 'rejct'; did you mean 'reject'?"))
        #expect(has("'1.5' is not a probability"))
        #expect(has("b: messages are dropped silently only where policy.allow-discard is true"))
        #expect(has("b: nothing is bounced after it was taken"))
        #expect(has("profiles.yaml:11: b: only profiles of a jurisdiction or an operator bind others"))
        #expect(has("b: a profile of a domain needs 'for'"))
        #expect(problems("profiles:\n  - [").first?.hasPrefix("profiles.yaml:") == true)
        #expect(problems("").isEmpty && problems("profiles:").isEmpty)
    }

    @Test(arguments: [
        // Milder than what binds.
        (
            """
            profiles:
              - {name: law, level: jurisdiction, version: 1, binding: {sms: {default: {reject: 0.995}}}}
              - name: net
                level: operator
                version: 1
                thresholds: {sms: {terminating: {reject: 0.999}}}
            """,
            "profiles.yaml:6: net: profile:net:sms.terminating.reject is 0.999, and law binds at profiles.yaml:2: reject is due from 0.995 on"
        ),
        (
            """
            profiles:
              - {name: law, level: jurisdiction, version: 1, for: "@d.example", binding: {default: {default: {reject: never}}}}
              - {name: net, level: operator, version: 1, thresholds: {email: {default: {reject: 0.995}}}}
            """,
            "profiles.yaml:3: net: profile:net:email.default.reject is 0.995, and law binds at profiles.yaml:2: reject is never due"
        ),
        // A harder disposition before a milder one, over the settings and over another profile.
        (
            """
            profiles:
              - {name: net, level: operator, version: 1, thresholds: {sms: {default: {reject: 0.8}}}}
            """,
            "profiles.yaml:2: net: on sms.default reject is due from 0.8 on (profiles.yaml:2), before the milder quarantine from 0.9 (default)"
        ),
        (
            """
            profiles:
              - {name: net, level: operator, version: 1, thresholds: {default: {default: {quarantine: 0.8, reject: 0.85}}}}
              - {name: d, level: domain, version: 1, for: "@d.example", thresholds: {email: {default: {quarantine: 0.87}}}}
            """, "profiles.yaml:3: d: on email.default reject is due from 0.85 on (profiles.yaml:2), before the milder quarantine from 0.87"
        ),
        // Two for the same, and one name twice.
        (
            """
            profiles:
              - {name: a, level: operator, version: 1, mode: act}
              - {name: b, level: operator, version: 1, mode: act}
            """, "profiles.yaml:3: b: a profile of level operator for everybody stands already at profiles.yaml:2"
        ),
        (
            """
            profiles:
              - {name: a, level: domain, for: "@D.example", version: 1, mode: act}
              - {name: a, level: domain, for: "@e.example", version: 1, mode: act}
            """, "profiles.yaml:3: a: the name stands already at profiles.yaml:2"
        ),
        (
            """
            profiles:
              - {name: a, level: operator, version: 1, thresholds: {sms: {default: {tag: 0.6}}}, binding: {sms: {default: {tag: 0.6}}}}
            """, "profiles.yaml:2: a: profile:a:sms.default.tag is 0.6, and a binds at profiles.yaml:2"
        ),
    ]) func contradictionsAreRefused(text: String, problem: String) {
        let all = problems(text)
        #expect(all.contains { $0.hasPrefix(problem) }, "\(all)")
    }

    @Test func refusedRecipientsAreDroppedOnlyWhereDiscardingIsAllowed() {
        for (text, isRight) in [
            ("milter: {drop-refused: true}", false), ("milter: {drop-refused: true}\npolicy: {allow-discard: true}", true),
        ] {
            let found = Settings.read(file: SettingsFile(path: "chaffinch.yaml", text: text)).problems
            #expect(found.isEmpty == isRight, "\(found)")
        }
    }

    @Test func manyRecipientsAreFound() throws {
        let entries = (0..<2000).map { "  - {name: r\($0), level: recipient, for: \"+49170\($0 + 10000)\", version: 1, mode: act}" }
        let (book, _) = try book("profiles:\n" + entries.joined(separator: "\n"))
        #expect(book.names(of: book.chain(for: .number("4917011999"))).map(\.name) == ["r1999"])
        #expect(book.chain(for: .number("4917012000")).isEmpty)
    }

    /// Whatever stands in files that are taken, what binds holds for everybody, and nowhere is a harder disposition due before a milder one.
    @Test func whatIsTakenHoldsForEverybody() throws {
        var random = SplitMix(seed: 7)
        func one<Value>(_ all: [Value]) -> Value { all[Int(random.next() % UInt64(all.count))] }
        let scopes: [ProfileLevel: [String]] = [
            .jurisdiction: ["", "\"@d.example\"", "\"+49*\""], .operator: ["", "\"@e.d.example\"", "\"+4930*\""],
            .domain: ["\"@d.example\"", "\"@e.d.example\"", "[\"+493*\", \"@example\"]"], .recipient: ["b@e.d.example", "\"+4930\""],
        ]
        func lines() -> String {
            let line = "\(one(["tag", "quarantine", "reject", "discard"])): \(one(["never", "0.3", "0.6", "0.92", "0.995"]))"
            return "{\(one(["default", "sms", "email"])): {\(one(["default", "terminating", "transit"])): {\(line)}}}"
        }
        let everybody: [Party?] = [
            nil, .mailbox(local: "b", domain: "e.d.example"), .mailbox(local: "a", domain: "d.example"),
            .mailbox(local: "x", domain: "example"),
            .number("4930"), .number("49305"), .number("4989"), .number("1"),
        ]
        var taken = 0
        for _ in 0..<3000 {
            var text = "profiles:\n"
            for (number, level) in ProfileLevel.allCases.enumerated() where random.next() % 4 > 0 {
                let scope = one(scopes[level] ?? [])
                text += "  - {name: p\(number), level: \(level.rawValue), version: 1" + (scope.isEmpty ? "" : ", for: \(scope)")
                text += ", thresholds: \(lines())" + (level.mayBind && random.next() % 2 == 0 ? ", binding: \(lines())" : "") + "}\n"
            }
            guard let (book, settings) = try? book(text, settings: "policy: {allow-discard: true}") else { continue }
            taken += 1
            for recipient in everybody {
                let chain = book.chain(for: recipient)
                for (channel, direction) in [Channel.sms, .email, .im].flatMap({ channel in Direction.allCases.map { (channel, $0) } }) {
                    var least = 0.0
                    for disposition in PolicyThreshold.ladder {
                        let line = book.standing(for: disposition, on: channel, direction, chain, over: settings)
                        let bound = book.binding(on: channel, direction, chain).first { $0.threshold.disposition == disposition }
                        if let bound {
                            let isHeld =
                                bound.threshold.probability.map { most in line?.threshold.probability.map { $0 <= most } ?? false }
                                ?? (line?.threshold.probability == nil)
                            #expect(isHeld, "\(text)\n\(channel).\(direction).\(disposition) for \(String(describing: recipient))")
                        }
                        guard let probability = line?.threshold.probability else { continue }
                        #expect(
                            probability >= least, "\(text)\n\(channel).\(direction).\(disposition) for \(String(describing: recipient))")
                        least = probability
                    }
                }
            }
        }
        // Enough of them are taken to say something.
        #expect(taken > 100, "\(taken)")
    }
}
