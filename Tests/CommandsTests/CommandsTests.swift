import Foundation
import TestSupport
import Testing

@Suite(.enabled(if: Command.isThere)) struct CommandsTests {
    private let ham = "mail/ham/01-personal-flowed.eml"
    private let spam = "mail/spam/01-bank-phish.eml"

    @Test func theStatusSaysWhetherThereIsSpam() throws {
        #expect(try Command("scan", ham).status == 0)
        #expect(try Command("scan", spam).status == 1)
        #expect(try Command("scan", ham, spam).status == 1)
        #expect(try Command("scan", "no/such/file.eml").status == 2)
    }

    /// The names that programs rely on: design section 6.
    @Test func aLineOfJSONHasTheFieldsOfTheContract() throws {
        let run = try Command("scan", "--json", "--now", "2026-11-12T09:00:00Z", ham, spam)
        let objects = try run.objects.sorted { "\($0["path"] ?? "")" < "\($1["path"] ?? "")" }
        try #require(objects.count == 2)
        for object in objects {
            #expect(object["channel"] as? String == "email")
            #expect(object["path"] is String && object["class"] is String && object["disposition"] is String)
            #expect(object["coverage"] is [String: Any])
            #expect((object["milliseconds"] as? Double).map { $0 >= 0 } == true)
            let probability = try #require(object["probability"] as? Double)
            #expect(probability > 0 && probability < 1)
            let reasons = try #require(object["reasons"] as? [[String: Any]])
            for reason in reasons {
                #expect(reason["id"] is String && reason["layer"] is String && reason["weight"] is Double)
                #expect((reason["text"] as? String)?.isEmpty == false)
            }
        }
        #expect(objects.map { $0["path"] as? String } == [ham, spam])
        #expect(objects[0]["disposition"] as? String == "accept")
        #expect(objects[0]["class"] as? String == "none")
        #expect(objects[1]["disposition"] as? String != "accept")
    }

    /// What a scan says of itself goes to standard error, names no file, and changes nothing of the answer.
    @Test func aScanTellsHowItGoes() throws {
        let run = try Command("scan", "--verbose", "--json", "--set", "filter.pictures=false", "--now", "2026-11-12T09:00:00Z", ham, spam)
        let lines = try run.errors.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        #expect(lines.first?["event"] as? String == "scan.begin")
        #expect(lines.last?["event"] as? String == "scan.end")
        #expect(lines.last?["messages"] as? Int == 2 && lines.last?["spam"] as? Int == 1)
        #expect(!run.errors.contains(".eml"))
        #expect(try run.objects.count == 2 && run.status == 1)
    }

    @Test func aWrongPathIsNamedWithWhatToDo() throws {
        let run = try Command("scan", "no/such/file.eml")
        #expect(run.errors.contains("no/such/file.eml"))
        #expect(run.errors.contains("check the path"))
        #expect(run.output.isEmpty || !run.output.contains("file.eml"))
    }

    @Test func theOthersAreJudgedWhenOneFileCannotBe() throws {
        let folder = try TestFolder()
        let locked = try folder.write("From: a@chaffinch.example\r\n\r\nseed", to: "locked.eml")
        _ = try folder.write("From: a@chaffinch.example\r\n\r\nseed", to: "open.eml")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
        guard !FileManager.default.isReadableFile(atPath: locked) else {
            print("SKIPPED: this user reads files whatever their permissions; the case of an unreadable file did not run.")
            return
        }
        let run = try Command("scan", "--json", folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("locked.eml"))
        #expect(run.output.contains("open.eml"))
    }

    @Test func standardInputIsRead() throws {
        let run = try Command("scan", "--json", "--channel", "sms", "-", input: "Dinner at seven? Bring bread.")
        let object = try #require(try run.objects.first)
        #expect(object["path"] as? String == "-")
        #expect(object["channel"] as? String == "sms")
    }

    @Test func theLanguageOfReasonsIsTheOneAskedFor() throws {
        var texts: Set<String> = []
        for language in ["ar", "zh", "en", "fr", "ru", "es"] {
            let run = try Command("scan", "--json", "--lang", language, spam)
            let reasons = try #require(try run.objects.first?["reasons"] as? [[String: Any]])
            texts.insert(try #require(reasons.first?["text"] as? String))
        }
        #expect(texts.count == 6)
        #expect(try Command("scan", "--lang", "xx", ham).status == 2)
    }

    @Test func explainPrintsTheWholeVerdict() throws {
        let object = try #require(try Command("explain", "--json", spam).objects.first)
        #expect(object["logOdds"] is Double)
        #expect(object["defects"] is [Any])
        let page = try Command("explain", spam)
        #expect(page.status == 0 || page.status == 1)
        #expect(page.output.split(separator: "\n").count > 5)
    }

    @Test func whatIsLearntIsForgotten() throws {
        let folder = try TestFolder()
        let state = "state.folder=\(folder.path)/state"
        func probability() throws -> Double? { try Command("scan", "--json", "--set", state, ham).objects.first?["probability"] as? Double }
        let before = try #require(try probability())
        let learnt = try #require(try Command("learn", "--json", "--set", state, "--spam", ham).objects.first)
        let id = try #require(learnt["id"] as? String)
        #expect(learnt["spam"] as? Bool == true)
        #expect(try #require(try probability()) > before)
        #expect(try Command("forget", "--set", state, id).status == 0)
        #expect(try probability() == before)
        let again = try Command("forget", "--set", state, id)
        #expect(again.status == 2)
        #expect(again.errors.contains(id))
    }

    @Test func anUnknownSettingIsNamedWithFileAndLine() throws {
        let folder = try TestFolder()
        let file = try folder.write("policy:\n  mode: act\n  colour: green\n", to: "chaffinch.yaml")
        let run = try Command("config", "check", "--config", file)
        #expect(run.status == 2)
        #expect(run.errors.contains("chaffinch.yaml:3"))
        #expect(run.errors.contains("policy.colour"))
        let right = try folder.write("policy:\n  mode: act\n", to: "right.yaml")
        #expect(try Command("config", "check", "--config", right).status == 0)
    }

    /// Who taught what is known, taken back together, and moved to another machine with the same base.
    @Test func aSourceIsTaughtListedAndTakenBack() throws {
        let folder = try TestFolder()
        let state = "state.folder=\(folder.path)/a"
        #expect(try Command("learn", "--set", state, "--ham", "sms/otp.txt").status == 0)
        let learnt = try Command("learn", "--json", "--set", state, "--source", "trap", "--reason", "seen", "--spam", "sms/hola-mama.txt")
        #expect(try learnt.objects.map { $0["source"] as? String } == ["trap"])
        let listed = try Command("model", "log", "--json", "--set", state, "--source", "trap").objects
        #expect(listed.count == 1 && listed.first?["reason"] as? String == "seen" && listed.first?["heldOut"] as? Bool == false)

        let file = folder.path + "/a.delta"
        let whole = folder.path + "/a.model"
        #expect(try Command("model", "export", "--delta", file, "--set", state).status == 0)
        #expect(try Command("model", "export", whole, "--set", state).status == 0)
        let other = "state.folder=\(folder.path)/b"
        #expect(try Command("model", "import", file, "--set", other).status == 0)
        let copy = folder.path + "/b.model"
        #expect(try Command("model", "export", copy, "--set", other).status == 0)
        #expect(try Data(contentsOf: URL(filePath: copy)) == Data(contentsOf: URL(filePath: whole)))

        #expect(try Command("forget", "--set", state, "--source", "trap").status == 0)
        #expect(try Command("forget", "--set", state, "--source", "trap").status == 2)
        #expect(try Command("model", "log", "--json", "--set", state).objects.count == 1)
        #expect(try Command("model", "rebuild", "--json", "--set", state).objects.first?["model"] is String)
        #expect(try Command("learn", "--set", state, "--set", "learning.sources=trap:0.5", "--source", "x", "--spam", "sms").status == 2)
    }

    /// What one recipient teaches is for that recipient: others are judged as before.
    @Test func recipientsTeachForThemselves() throws {
        let folder = try TestFolder()
        let state = "state.folder=\(folder.path)/state"
        func probability(_ recipient: String?) throws -> Double {
            let options = recipient.map { ["--recipient", $0] } ?? []
            let run = try Command(["scan", "--json", "--set", state, "sms/hola-mama.txt"] + options)
            return try #require(run.objects.first?["probability"] as? Double)
        }
        let before = try probability(nil)
        #expect(before > 0.5)
        let learnt = try Command("learn", "--json", "--set", state, "--recipient", "+44 7700 900123", "--ham", "sms/hola-mama.txt")
        let mark = try #require(learnt.objects.first?["recipient"] as? String)
        #expect(mark.utf8.count == 16)
        #expect(try probability("447700900123") < 0.5)
        #expect(try probability(nil) == before && probability("+447700900124") == before)
        let lines = #"{"text": "Lunch at noon?", "channel": "sms", "to": "+447700900124"}"# + "\n"
        let path = try folder.write(lines, to: "texts.jsonl")
        #expect(try Command("learn", "--set", state, "--set", "learning.personal=true", "--spam", path).status == 0)
        #expect(try Command("learn", "--json", "--set", state, "--spam", path).objects.first?["recipient"] == nil)

        #expect(try Command("model", "info", "--json", "--set", state).objects.first?["recipients"] as? Int == 2)
        let listed = try Command("model", "log", "--json", "--set", state, "--recipient", "+447700900123")
        #expect(try listed.objects.map { $0["recipient"] as? String } == [mark])
        let copy = folder.path + "/copy.model"
        #expect(try Command("model", "export", copy, "--set", state).status == 0)
        #expect(try Command("model", "info", "--json", "--set", "model.path=\(copy)").objects.first?["recipients"] as? Int == 0)
        #expect(try Command("model", "export", "--recipients", copy, "--set", state).status == 0)
        #expect(try Command("model", "info", "--json", "--set", "model.path=\(copy)").objects.first?["recipients"] as? Int == 2)

        #expect(try Command("forget", "--set", state, "--recipient", "+447700900123").status == 0)
        #expect(try Command("forget", "--set", state, "--recipient", "+447700900123").status == 2)
        #expect(try Command("model", "info", "--json", "--set", state).objects.first?["recipients"] as? Int == 1)
        #expect(try Command("learn", "--set", state, "--recipient", "", "--spam", path).status == 2)
    }

    /// A file cannot turn a lesson for one recipient into one for another; nor is a key kept when nothing is taught.
    @Test func aLessonReachesTheRecipientAskedFor() throws {
        let folder = try TestFolder()
        let state = "state.folder=\(folder.path)/state"
        let number = try folder.write(#"{"text": "Lunch at noon?", "channel": "sms", "to": "+447700900124"}"# + "\n", to: "number.jsonl")
        let account = try folder.write(#"{"text": "Lunch at one?", "channel": "im", "to": "447700900124"}"# + "\n", to: "account.jsonl")
        func learn(_ recipient: String, _ path: String) throws -> Command {
            try Command("learn", "--json", "--set", state, "--recipient", recipient, "--ham", path)
        }
        for (recipient, path) in [("+447700900123", number), ("anna@birds.example", number), ("+447700900124", account)] {
            let refused = try learn(recipient, path)
            #expect(refused.status == 2 && refused.errors.contains("somebody else") && refused.output.isEmpty)
        }
        #expect(try Command("model", "log", "--set", state).output.isEmpty)
        let marks = try [("44 7700 900124", number), ("447700900124", account), ("im:447700900124", account)].map {
            try #require(try learn($0, $1).objects.first?["recipient"] as? String)
        }
        #expect(Set(marks).count == 2 && marks[1] == marks[2])
        let listed = try Command("model", "log", "--json", "--set", state, "--recipient", "IM:447700900124")
        #expect(try listed.objects.map { $0["recipient"] as? String } == [marks[1]])
    }

    /// A model that gets a canary wrong is kept and does not judge, unless that is forced.
    @Test func aCanaryKeepsAModelFromJudging() throws {
        let folder = try TestFolder()
        let state = "state.folder=\(folder.path)/state"
        let canaries = "learning.canaries=" + (try folder.write("ham \(Examples.folder)/\(ham)\n", to: "index"))
        let refused = try Command("learn", "--set", state, "--set", canaries, "--spam", ham)
        #expect(refused.status == 2 && refused.errors.contains("canaries wrong") && refused.output.isEmpty)
        let models = try #require(try Command("model", "info", "--json", "--set", state).objects.first?["models"] as? [[String: Any]])
        #expect(models.map { $0["candidate"] as? Bool } == [true] && models.map { $0["current"] as? Bool } == [false])
        #expect(try Command("learn", "--force", "--set", state, "--set", canaries, "--spam", ham).status == 0)
    }

    /// A place that cannot be written to, as a full disk cannot, is named, and nothing is said to be learnt.
    @Test func whatCannotBeStoredIsNotSaidToBeLearnt() throws {
        let folder = try TestFolder()
        let file = try folder.write("no folder", to: "state")
        let run = try Command("learn", "--set", "state.folder=\(file)/below", "--spam", ham)
        #expect(run.status == 2)
        #expect(run.errors.contains(file))
        #expect(!run.output.contains("spam"))
    }

    @Test func nothingToLearnIsSaid() throws {
        #expect(try Command("learn").status == 2)
    }

    @Test func everyExampleGetsALine() throws {
        let run = try Command("scan", "--json", "mail", "sms", "voice", "texts.jsonl")
        #expect(run.status == 1)
        #expect(try run.objects.count >= 110)
        #expect(run.errors.isEmpty)
    }
}
