import Foundation
import Testing

@Suite(.enabled(if: Command.isThere)) struct RulesCommandTests {
    private let rules = """
        rules:
          - id: lucky
            description: {en: Somebody has luck., fr: Quelqu’un a de la chance.}
            owner: somebody
            channel: sms
            mode: act
            when: text contains "lucky winner"
            weight: 3
            examples: {match: [A lucky winner], no-match: [A loser]}
          - id: refused
            description: Refused.
            owner: somebody
            mode: act
            when: sender starts with "+88"
            action: reject
            examples: {match: [{text: x, from: "+8812345678"}], no-match: [{text: x, from: "+4912345678"}]}
          - id: watched
            description: Only watched.
            owner: somebody
            when: text contains word "winner"
            action: defer
            examples: {match: [winner], no-match: [winners]}
          - id: over
            description: Over.
            owner: somebody
            expires: 2026-01-01
            mode: act
            when: "true"
            action: reject
            examples: {match: [x], no-match: [{text: x, channel: sms}]}

        """
    private let now = ["--now", "2026-11-12T09:00:00Z"]

    @Test func soundRulesAndTheExpired() throws {
        let folder = try TestFolder()
        let file = try folder.write(rules, to: "r.yaml")
        let run = try Command(["rules", "check", file] + now)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.contains("The rules are sound: 4, in files: 1. Acting: 2, only watched: 1, expired: 1."))
        #expect(run.output.contains("\(file):23: over expired at 2026-01-01T00:00:00Z"), "\(run.output)")
        let json = try Command(["rules", "check", "--json", folder.path] + now)
        let object = try #require(try json.objects.first)
        #expect(object["right"] as? Bool == true && object["expired"] as? [String] == ["over"] && object["acting"] as? Int == 2)
    }

    @Test func mistakesAreNamedAndKeepTheProgramFromStarting() throws {
        let folder = try TestFolder()
        let file = try folder.write(rules.replacing("text contains \"lucky", with: "txt contains \"lucky"), to: "r.yaml")
        let run = try Command("rules", "check", file)
        #expect(
            run.status == 1 && run.output.hasPrefix("\(file):7:11: lucky: there is no field 'txt'; did you mean 'text'?"), "\(run.output)")
        let json = try Command("rules", "test", "--json", file)
        let problems = try #require(try json.objects.first?["problems"] as? [[String: Any]])
        #expect(json.status == 1 && problems.first?["line"] as? Int == 7 && problems.first?["rule"] as? String == "lucky")
        let scan = try Command("scan", "sms", "--set", "rules.files=\(file)")
        #expect(scan.status == 2 && scan.errors.contains("r.yaml:7:11: lucky"))
        let none = try Command("rules", "check")
        #expect(none.status == 2 && none.errors.contains("no rules are set up"))
        #expect(try Command("rules", "check", folder.path + "/nothing.yaml").status == 2)
    }

    @Test func examplesAreTried() throws {
        let folder = try TestFolder()
        let file = try folder.write(rules, to: "r.yaml")
        let run = try Command(["rules", "test", file] + now)
        #expect(run.status == 1 && run.output.contains("\(file):30: over should not match this example, and does."), "\(run.output)")
        #expect(run.output.contains("Examples: 8, rules: 4, wrong: 1."))
        let ours = try Command("rules", "test", "rules", "--lang", "fr")
        #expect(ours.status == 0 && ours.output.contains("erreurs : 0"), "\(ours.output)")
    }

    @Test func recipientsSpeakInTheVerdict() throws {
        let folder = try TestFolder()
        let file = try folder.write("recipients:\n  \"+4917099\": {mode: act, deny: [BANK], denied: reject}\n", to: "r.yaml")
        let texts = try folder.write(
            "{\"text\": \"Shall we meet?\", \"channel\": \"sms\", \"from\": \"BANK\", \"to\": \"+4917099\"}\n", to: "t.jsonl")
        let with = ["--set", "rules.files=\(file)", "--set", "state.folder=\(folder.path)/state"] + now
        let object = try #require(try Command(["scan", "--json", texts] + with).objects.first)
        let hit = try #require((object["recipients"] as? [[String: Any]])?.first)
        #expect(
            object["disposition"] as? String == "reject" && hit["list"] as? String == "deny" && hit["recipient"] as? String == "+4917099")
        let page = try Command(["explain", texts] + with)
        #expect(page.output.contains("+4917099 does not want this sender (\(file):2)"), "\(page.output)")
        #expect(page.output.contains("recipient:deny (\(file):2)"))
        #expect(try Command(["rules", "check", file]).output.contains("Recipients with lists of their own: 1."))
    }

    @Test func replaySaysWhatWouldChange() throws {
        let folder = try TestFolder()
        let live = try folder.write(rules, to: "live.yaml")
        let draft = try folder.write(
            """
            rules:
              - id: draft
                description: A draft.
                owner: somebody
                when: text contains word "meet"
                action: quarantine
                examples: {match: [meet], no-match: [met]}
              - id: idle
                description: Never met here.
                owner: somebody
                when: text contains "pterodactyl"
                weight: 1
                examples: {match: [pterodactyl], no-match: [met]}

            """, to: "draft.yaml")
        let texts = try folder.write(
            """
            {"text": "Shall we meet at eight?", "channel": "sms", "label": "ham"}
            {"text": "Let us meet on Sunday, dear", "channel": "sms", "from": "+8812345678"}
            {"text": "You are the lucky winner of the day", "channel": "sms", "label": "spam"}

            """, to: "t.jsonl")
        let with = ["--set", "rules.files=\(live)", "--set", "state.folder=\(folder.path)/state"] + now
        let run = try Command(["rules", "replay", texts, "--rules", draft, "--json"] + with)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        let object = try #require(try run.objects.first)
        #expect(object["messages"] as? Int == 3 && object["dispositionChanged"] as? Int == 1 && object["probabilityChanged"] as? Int == 0)
        #expect(object["hamNoLongerAccepted"] as? Int == 1)
        let counted = try #require(object["rules"] as? [[String: Any]])
        #expect(counted.compactMap { $0["id"] as? String } == ["draft", "idle"] && counted.compactMap { $0["hits"] as? Int } == [2, 0])
        // The rule that refuses is in a file that comes first, so the draft decides one message alone.
        #expect(counted.compactMap { $0["decided"] as? Int } == [1, 0] && counted.compactMap { $0["ham"] as? Int } == [1, 0])
        let change = try #require((object["changes"] as? [[String: Any]])?.first)
        #expect(change["path"] as? String == texts + "#1" && change["rules"] as? [String] == ["draft"])
        #expect((change["after"] as? [String: Any])?["disposition"] as? String == "quarantine")
        let page = try Command(["rules", "replay", texts, "--rules", draft] + with)
        #expect(page.output.contains("accept → quarantine: 1") && page.output.contains("draft. Hits: 2, decided: 1"), "\(page.output)")
        let written = try Command(["rules", "replay", texts, "--rules", draft, "--as-written", "--json"] + with)
        #expect(try written.objects.first?["dispositionChanged"] as? Int == 0)
        let live2 = try Command(["rules", "replay", texts, "--json"] + with)
        #expect(try live2.objects.first?["dispositionChanged"] as? Int == 1, "the rule that only watched would put one off")
        #expect(try Command(["rules", "replay", texts] + now).status == 2)
        #expect(try Command("rules", "replay", "-", "--rules", draft).status == 2)
    }

    @Test func rulesSpeakInTheVerdict() throws {
        let folder = try TestFolder()
        let file = try folder.write(rules, to: "r.yaml")
        let texts = try folder.write(
            """
            {"text": "You are the lucky winner of the day", "channel": "sms", "from": "+4912345678"}
            {"text": "Shall we meet at eight?", "channel": "sms", "from": "+8812345678"}

            """, to: "t.jsonl")
        let with = ["--set", "rules.folder=\(folder.path)", "--set", "state.folder=\(folder.path)/state"] + now
        let plain = try Command(["scan", "--json", texts] + now + ["--set", "state.folder=\(folder.path)/state"]).objects
        let ruled = try Command(["scan", "--json", texts] + with).objects
        #expect(plain.count == 2 && ruled.count == 2 && plain.allSatisfy { $0["rules"] == nil })
        #expect((ruled[0]["probability"] as? Double ?? 0) > (plain[0]["probability"] as? Double ?? 1))
        let hits = try #require(ruled[0]["rules"] as? [[String: Any]])
        #expect(hits.compactMap { $0["id"] as? String } == ["lucky", "watched"])
        #expect(hits.compactMap { $0["acts"] as? Bool } == [true, false])
        #expect(
            hits[0]["weight"] as? Double == 3 && hits[0]["place"] as? String == "\(file):2" && hits[1]["disposition"] as? String == "defer")
        #expect(ruled[1]["probability"] as? Double == plain[1]["probability"] as? Double && ruled[1]["disposition"] as? String == "reject")
        let page = try Command(["explain", texts + "#1", "--lang", "fr"] + with)
        #expect(page.output.contains("Quelqu’un a de la chance.") && page.output.contains("rule:lucky"), "\(page.output)")
        #expect(page.output.contains("watched (\(file):17)") && page.output.contains("seulement observée"))
        let decided = try Command(["explain", texts + "#2"] + with)
        #expect(decided.output.contains("rule:refused (\(file):10)"), "\(decided.output)")
        let whole = try #require(try Command(["explain", "--json", texts + "#2"] + with).objects.first)
        #expect(whole["threshold"] as? String == "rule:refused" && whole["decidedAt"] as? String == "\(file):10")
    }
}
