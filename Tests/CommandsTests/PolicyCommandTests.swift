import Foundation
import TestSupport
import Testing

/// Profiles, temporary orders and the report, as people meet them.
@Suite(.enabled(if: Command.isThere)) struct PolicyCommandTests {
    private let now = ["--now", "2026-11-21T08:00:00Z"]
    private let profiles = """
        profiles:
          - name: law
            level: jurisdiction
            version: "2026-1"
            binding:
              sms: {default: {reject: 0.995}}
          - name: school
            level: domain
            for: ["+4930*"]
            version: "3"
            thresholds:
              sms: {default: {tag: 0}}

        """

    @Test func profilesAreCheckedAndShown() throws {
        let folder = try TestFolder()
        let file = try folder.write(profiles, to: "p.yaml")
        let check = try Command("config", "check", "--json", "--set", "policy.profiles=\(folder.path)")
        let right = try #require(try check.objects.first)
        #expect(check.status == 0 && right["profiles"] as? [String] == ["law@2026-1", "school@3"], "\(check)")
        let arguments = ["explain", "sms/otp.txt", "--set", "policy.profiles=\(file)", "--recipient", "+49301234567"] + now
        let told = try #require(try Command(arguments + ["--json"]).objects.first)
        #expect(told["threshold"] as? String == "profile:school:sms.default.tag" && told["decidedAt"] as? String == "\(file):12")
        #expect((told["profile"] as? [String: Any])?["version"] as? String == "3")
        #expect((told["profiles"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["law", "school"])
        let voices = try #require(told["precedence"] as? [[String: Any]])
        #expect(voices.first?["name"] as? String == "profile:law:sms.default.reject" && voices.first?["binding"] as? Bool == true)
        #expect(voices.count { $0["outcome"] as? String == "decided" } == 1)
        let page = try Command(arguments)
        #expect(page.output.contains("Who had a say, in this order") && page.output.contains("profile:school:sms.default.tag [school@3]"))
        let show = ["policy", "show", "--channel", "sms", "--set", "policy.profiles=\(file)", "--recipient", "+49301234567"]
        let shown = try #require(try Command(show + ["--json"]).objects.first)
        let lines = try #require(shown["lines"] as? [[String: Any]])
        #expect(shown["profiles"] as? [String] == ["law@2026-1", "school@3"] && shown["mode"] as? String == "observe-only")
        #expect(lines.contains { $0["name"] as? String == "profile:school:sms.default.tag" && $0["outcome"] as? String == "not-reached" })
        #expect(lines.contains { $0["name"] as? String == "policy.default.default.tag" && $0["outcome"] as? String == "gave-way" })
        #expect(try Command(show).output.contains("profile:law:sms.default.reject [law@2026-1] (\(file):6)"))
        // Another recipient has what is usual.
        let other = try Command(["explain", "sms/otp.txt", "--set", "policy.profiles=\(file)", "--recipient", "+4989", "--json"] + now)
        #expect(try #require(try other.objects.first)["disposition"] as? String == "accept")
    }

    @Test func contradictionsKeepTheProgramFromStarting() throws {
        let folder = try TestFolder()
        let file = try folder.write(profiles.replacing("tag: 0}", with: "tag: 0, reject: 0.999}"), to: "p.yaml")
        for command in [["config", "check"], ["explain", "sms/otp.txt"]] {
            let run = try Command(command + ["--set", "policy.profiles=\(file)"])
            #expect(run.status == 2 && run.output.isEmpty)
            #expect(run.errors.contains("\(file):12: school: profile:school:sms.default.reject is 0.999, and law binds at \(file):6"))
        }
        let missing = try Command("config", "check", "--set", "policy.profiles=\(folder.path)/none.yaml")
        #expect(missing.status == 2 && missing.errors.contains("none.yaml"))
        let bounce = try Command("config", "check", "--set", "policy.default.default.bounce=0.9")
        #expect(bounce.status == 2 && bounce.errors.contains("nothing is bounced after it was taken"))
    }

    @Test func anOrderIsGivenReviewedAndEnded() throws {
        let folder = try TestFolder()
        let state = ["--set", "state.folder=\(folder.path)/state"]
        func order(_ arguments: String...) throws -> Command { try Command(["policy", "order"] + arguments + state + now) }
        let given = try order(
            "--for", "3h", "--reason", "false bank", "--author", "anna", "--channel", "sms", "--when", "sender == \"MYBANK\"", "--action",
            "reject",
            "--json")
        let object = try #require(try given.objects.first)
        let id = try #require(object["order"] as? String)
        #expect(object["until"] as? String == "2026-11-21T11:00:00Z" && object["state"] as? String == "holds")
        // The settings observe.
        #expect(object["carriedOut"] as? Bool == false)
        let moved = try order("--for", "90min", "--reason", "wave", "--author", "ben", "--threshold", "quarantine=0.7")
        #expect(moved.status == 0 && moved.output.contains("until 2026-11-21T09:30:00Z") && moved.errors.contains("only observes"))
        let open = try Command(["policy", "orders"] + state + now)
        #expect(open.output.contains("reject when sender == \"MYBANK\"") && open.output.contains("ben: wave"), "\(open.output)")
        #expect(try Command(["policy", "orders", "--json"] + state + ["--now", "2026-11-21T10:00:00Z"]).objects.count == 1)
        let end = try Command(["policy", "end", id, "--reason", "over", "--author", "carl"] + state + now)
        #expect(end.status == 0 && end.output.contains(id))
        #expect(try Command(["policy", "end", id, "--reason", "over"] + state + now).status == 2)
        let review = try Command(["policy", "review", id, "--json"] + state + now)
        let reviewed = try #require(try review.objects.first)
        #expect(reviewed["state"] as? String == "ended" && reviewed["endedBy"] as? String == "carl" && reviewed["messages"] as? Int == 0)
        #expect(try Command(["policy", "review", "--json"] + state + now).objects.count == 2)
        for (arguments, problem) in [
            (["--for", "8d", "--reason", "x", "--threshold", "tag=0.1"], "at most 7 d"),
            (["--for", "3", "--reason", "x", "--threshold", "tag=0.1"], "--for 3:"),
            (
                ["--for", "3h", "--reason", "x", "--when", "sendr == \"x\"", "--action", "tag"],
                "--when, column 1: there is no field 'sendr'"
            ),
            (["--for", "3h", "--reason", "x", "--when", "is-mail"], "give --when with --action, or --threshold alone"),
            (["--for", "3h", "--reason", "x", "--when", "is-mail", "--action", "discard"], "policy.allow-discard"),
            (["--for", "3h", "--reason", " ", "--threshold", "tag=0.1"], "--reason: say why"),
            (["--for", "3h", "--reason", "x", "--threshold", "tag=2"], "--threshold tag=2"),
            (["--for", "3h", "--reason", "x", "--threshold", "tag=0.1", "--channel", "smss"], "--channel smss"),
            (["--for", "3h", "--reason", "x", "--threshold", "tag=0.1", "--from", "2027-01-01T00:00:00Z"], "begins now, or within 7 d"),
        ] {
            let run = try Command(["policy", "order", "--author", "anna"] + arguments + state + now)
            #expect(run.status == 2 && run.errors.contains(problem), "\(arguments): \(run.errors)")
        }
    }

    /// A service that runs takes up an order, forgets it when it is ended, and what it did can be read.
    /// What judges files heeds orders where the state folder is named that they were given in, at the moment of the scan; of a pipe as they come.
    @Test func anOrderHoldsInAScan() throws {
        let folder = try TestFolder()
        let state = ["--set", "state.folder=\(folder.path)/state"]
        func disposition(_ settings: [String], at moment: String = "2026-11-21T08:00:00Z") throws -> String? {
            let line = #"{"text": "Your code is 481516.", "from": "MYBANK", "channel": "sms"}"#
            let file = try folder.write(line + "\n", to: "line.jsonl")
            return try Command(["scan", "--json", file, "--now", moment] + settings).objects.first?["disposition"] as? String
        }
        #expect(try disposition(state) == "accept")
        let given = try Command(
            [
                "policy", "order", "--for", "3h", "--reason", "false bank", "--author", "anna", "--when", "sender == \"MYBANK\"",
                "--action",
                "reject",
            ] + state + now)
        #expect(given.status == 0, "\(given.errors)")
        #expect(try disposition(state) == "reject")
        #expect(try disposition(state, at: "2026-11-21T11:00:01Z") == "accept")
        #expect(try disposition([]) == "accept" && disposition(["--set", "state.folder=\(folder.path)/other"]) == "accept")
    }

    @Test(.timeLimit(.minutes(5))) func aRunningScanTakesUpOrders() throws {
        let folder = try TestFolder()
        let state = ["--set", "state.folder=\(folder.path)/state"]
        let scan = try RunningCommand("scan", "--json", state[0], state[1], "-")
        func wait(until wanted: String) throws -> Bool {
            for _ in 0..<100_000 {
                try scan.write(#"{"text": "Your code is 481516.", "from": "MYBANK", "channel": "sms"}"# + "\n")
                if try scan.object()["disposition"] as? String == wanted { return true }
            }
            return false
        }
        #expect(try wait(until: "accept"))
        let given = try Command(
            [
                "policy", "order", "--for", "3h", "--reason", "false bank", "--author", "anna", "--when", "sender == \"MYBANK\"",
                "--action",
                "reject", "--json",
            ] + state)
        let id = try #require(try given.objects.first?["order"] as? String)
        #expect(try wait(until: "reject"))
        #expect(try Command(["policy", "end", id, "--reason", "over", "--author", "ben"] + state).status == 0)
        #expect(try wait(until: "accept"))
        _ = try scan.end()
    }

    @Test func anOrderHoldsInARunningService() throws {
        let folder = try TestFolder()
        let service = try RunningService(folder, "policy.mode=act")
        let state = ["--set", "state.folder=\(folder.path)/state", "--set", "policy.mode=act"]
        func disposition() throws -> String? {
            let reply = try service.ask(
                "/v1/check/sms", "-H", "Content-Type: application/json", "-d",
                #"{"text": "Your code is 481516.", "from": "MYBANK", "to": "+4930123"}"#
            ).text
            let object = try JSONSerialization.jsonObject(with: Data(reply.utf8)) as? [String: Any]
            return object?["disposition"] as? String
        }
        func wait(until wanted: String) throws -> Bool {
            for _ in 0..<2000 where try disposition() == wanted { return true }
            return false
        }
        #expect(try disposition() == "accept")
        let order = try Command(
            ["policy", "order", "--for", "3h", "--reason", "false bank", "--author", "anna", "--json"]
                + ["--when", "sender == \"MYBANK\"", "--action", "reject"] + state + now)
        let id = try #require(try order.objects.first?["order"] as? String)
        #expect(try wait(until: "reject"))
        #expect(try Command(["policy", "end", id, "--reason", "over", "--author", "ben"] + state + now).status == 0)
        #expect(try wait(until: "accept"))
        #expect(service.stop() == 0)
        let review = try #require(try Command(["policy", "review", id, "--json"] + state + now).objects.first)
        let did = try #require((review["did"] as? [[String: Any]])?.first)
        #expect(review["messages"] as? Int ?? 0 > 0 && did["without"] as? String == "accept" && did["with"] as? String == "reject")
        #expect(did["done"] as? Bool == true)
        let report = try #require(try Command(["policy", "report", "--json"] + state + now).objects.first)
        let rows = try #require(report["decisions"] as? [[String: Any]])
        let refused = try #require(rows.first { $0["disposition"] as? String == "reject" })
        #expect(refused["line"] as? String == "order:\(id)" && refused["messages"] as? Int == review["messages"] as? Int)
        #expect(report["messages"] as? Int == rows.reduce(0) { $0 + ($1["messages"] as? Int ?? 0) })
        let page = try Command(["policy", "report", "--lang", "en"] + state + now)
        #expect(page.output.contains("order:\(id)") && page.output.contains("Not known here"), "\(page.output)")
    }
}
