import Foundation
import TestSupport
import Testing

@testable import chaffinch

/// What cannot be done is said, with the place and what to do; nothing is left half written.
@Suite(.enabled(if: Command.isThere)) struct FailureTests {
    private let spam = "mail/spam/01-bank-phish.eml"

    /// Every error is framed alike: the program's name, what is wrong, and no second line unless it is the usage.
    @Test(arguments: [
        (["scan"], "Missing expected argument"), (["scan", "--nope", "x"], "Unknown option '--nope'"),
        (["scna", "x"], "there is no command scna; did you mean scan?"), (["scan", "x", "--now", "yesterday"], "--now yesterday: "),
        (["scan", "no/such"], "no/such: there is no such file"), (["scan", spamPath, "--channel", "pigeon"], "--channel pigeon: "),
        (["scan", spamPath, "--set", "policy.mode"], "--set policy.mode: "), (["scan", spamPath, "--lang", "xx"], "--lang"),
        (["scan", spamPath, "--config", "no/such.yaml"], "no/such.yaml"),
        (["explain", "texts.jsonl#9999"], "texts.jsonl#9999: there is no such message"), (["learn"], "nothing to learn"),
        (["measure"], "nothing to measure"), (["model", "import", "no/such"], "no/such: "),
        (["model", "export", "/no/such/x"], "/no/such/x"),
        (["parse", "mail", "mail"], "mail: is a folder"), (["parse", "html", "no/such"], "no/such: "),
        (["config", "explain", "policy.mod"], "policy.mode"), (["study", "counts", "--by", "colour"], "--by colour: "),
        (["study", "counts", "--from", "monday"], "--from monday: "),
        (["study", "counts", "--by", "language,origin"], "--by language,origin: "),
        (["study", "--period", "soon"], "--period soon: "), (["model", "train", "no/such", "--output", "x", "--name", "y"], "no/such: "),
    ])
    func aWrongCommandLineIsAnswered(arguments: [String], words: String) throws {
        let folder = try TestFolder()
        let run = try Command(arguments, environment: ["CHAFFINCH_STATE_FOLDER": folder.path])
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("chaffinch: "), "\(run.errors)")
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(!run.errors.contains("Error:"))
    }

    private static let spamPath = "mail/spam/01-bank-phish.eml"

    @Test func aModelThatIsBrokenIsRefused() throws {
        let folder = try TestFolder()
        let file = try folder.write("no model at all", to: "broken.model")
        let state = "state.folder=\(folder.path)/state"
        for arguments in [["scan", spam, "--set", "model.path=\(file)"], ["model", "import", file, "--set", state]] {
            let run = try Command(arguments)
            #expect(run.status == 2)
            #expect(run.errors.hasPrefix("chaffinch: \(file): "), "\(run.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/state/models"))
        let doctor = try Command("doctor", "--set", "model.path=\(file)")
        #expect(doctor.status == 1)
        #expect(doctor.output.contains("✗ model: \(file): "))
    }

    @Test func aFullDiskUnderTheOutputIsSaid() throws {
        for command in ["scan --json mail", "scan mail", "explain \(spam)", "config example", "model card", "parse mail \(spam)"] {
            let run = try Command(script: "\"$CHAFFINCH\" \(command) >/dev/full")
            #expect(run.status == 2)
            #expect(run.errors == "chaffinch: standard output: the disk is full; free some space and try again\n", "\(command)")
        }
    }

    /// A file that may not grow stands for the disk that is full. Neither model nor example is kept, and what was there before judges on.
    @Test func learningOnAFullDiskChangesNothing() throws {
        let folder = try TestFolder()
        let state = "--set state.folder=\(folder.path)/state"
        #expect(try Command(script: "\"$CHAFFINCH\" learn \(state) --ham sms").status == 0)
        let before = try Command(script: "\"$CHAFFINCH\" model info --json \(state)").output
        let full = try Command(script: "ulimit -f 64; \"$CHAFFINCH\" learn \(state) --spam mail/spam")
        #expect(full.status == 2)
        #expect(full.errors.hasPrefix("chaffinch: \(folder.path)/state/") && full.errors.contains("no room is left"), "\(full.errors)")
        #expect(full.output.isEmpty)
        #expect(try Command(script: "\"$CHAFFINCH\" model info --json \(state)").output == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/models").sorted()
        #expect(names == ["index", "local-1.model"])
        let id = try #require(try Command(script: "\"$CHAFFINCH\" learn --json \(state) --spam \(spam)").objects.first?["id"] as? String)
        // Had the examples been kept, this one would be there twice and the other still count.
        #expect(try Command(script: "\"$CHAFFINCH\" forget \(state) \(id)").status == 0)
        #expect(try Command(script: "\"$CHAFFINCH\" forget \(state) \(id)").status == 2)
    }

    @Test func anExportOnAFullDiskLeavesTheOldFile() throws {
        let folder = try TestFolder()
        let file = try folder.write("old", to: "kept.model")
        let run = try Command(script: "ulimit -f 64; \"$CHAFFINCH\" model export \"$1\"", file)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("chaffinch: \(file): "))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kept.model"])
    }

    @Test func whatIsForgottenTogetherIsForgottenWholeOrNotAtAll() throws {
        let folder = try TestFolder()
        let state = "--set state.folder=\(folder.path)/state"
        let learnt = try Command(script: "\"$CHAFFINCH\" learn --json \(state) --ham sms").objects.compactMap { $0["id"] as? String }
        try #require(learnt.count > 1)
        let wrong = try Command(script: "\"$CHAFFINCH\" forget \(state) \(learnt[0]) 0123456789abcdef")
        #expect(wrong.status == 2)
        #expect(wrong.errors.contains("0123456789abcdef: ") && wrong.output.isEmpty)
        let both = try Command(script: "\"$CHAFFINCH\" forget --json \(state) \(learnt[0]) \(learnt[1])")
        #expect(try both.objects.map { $0["id"] as? String } == [learnt[0], learnt[1]])
        #expect(try both.objects.allSatisfy { $0["model"] as? String == "local-2" })
    }

    @Test func aDamagedDatabaseIsFoundByTheDoctor() throws {
        let folder = try TestFolder()
        _ = try folder.write("this is no database, and long enough to be looked at as one", to: "chaffinch.sqlite")
        let run = try Command("doctor", "--set", "state.folder=\(folder.path)")
        #expect(run.status == 1)
        #expect(run.output.contains("✗ database: \(folder.path)/chaffinch.sqlite: "))
    }

    /// Folders are made when something is learnt, also below the one the program runs in: that they are not there yet is no fault.
    @Test func aStateFolderYetToBeMadeIsWell() throws {
        let folder = try TestFolder()
        for path in ["state", "state/deep", "./state", folder.path + "/state/deep"] {
            let run = try Command(script: "cd \"$1\" && \"$CHAFFINCH\" doctor --set state.folder=\(path)", folder.path)
            #expect(run.output.contains("✓ state folder: \(path)\n"), "\(run.output)")
        }
    }
}

/// The objects that programs rely on: docs/json.md.
@Suite(.enabled(if: Command.isThere)) struct CommandJSONTests {
    @Test func theDoctorsFindings() throws {
        let folder = try TestFolder()
        let run = try Command("doctor", "--json", "--set", "state.folder=\(folder.path)")
        let object = try #require(try run.objects.first)
        #expect(object["well"] as? Bool == true)
        #expect(run.status == 0)
        let findings = try #require(object["findings"] as? [[String: Any]])
        let details = Dictionary(uniqueKeysWithValues: findings.map { ($0["what"] as? String ?? "", $0["detail"] as? String ?? "") })
        for (what, word) in [
            ("public suffix list", "libpsl "), ("international names", "ICU "), ("Hyperscan", "."), ("pictures", "libzbar "),
            ("archives", "libarchive "), ("SQLite", "3."), ("model", "starter"), ("database", "none yet"),
        ] {
            #expect(details[what]?.contains(word) == true, "\(what)")
        }
    }

    @Test func theModels() throws {
        let folder = try TestFolder()
        func object(_ arguments: String...) throws -> [String: Any] {
            try #require(try Command(arguments + ["--json", "--set", "state.folder=\(folder.path)/state"]).objects.first)
        }
        let info = try object("model", "info")
        let starter = try #require(info["model"] as? String)
        #expect(info["ham"] is Int && info["spam"] is Int && (info["models"] as? [Any])?.isEmpty == true)
        let file = folder.path + "/starter.model"
        let exported = try object("model", "export", file)
        #expect(exported["model"] as? String == starter && exported["path"] as? String == file)
        let imported = try object("model", "import", file)
        #expect(imported["model"] as? String == "imported-1" && imported["imported"] as? String == starter)
        #expect(try object("model", "import", file)["model"] as? String == "imported-2")
        #expect(try object("model", "rollback")["model"] as? String == "imported-1")
        let models = try #require(try object("model", "info")["models"] as? [[String: Any]])
        #expect(models.map { $0["version"] as? String } == ["imported-1", "imported-2"])
        #expect(models.map { $0["current"] as? Bool } == [true, false])
        #expect(models.allSatisfy { $0["time"] is String && $0["bytes"] is Int })
        #expect((try object("model", "card")["card"] as? String)?.isEmpty == false)
    }

    @Test func theSettings() throws {
        let right = try #require(try Command("config", "check", "--json").objects.first)
        #expect(right["right"] as? Bool == true && (right["problems"] as? [Any])?.isEmpty == true && right["mode"] is String)
        let run = try Command("config", "check", "--json", "--set", "policy.colour=green")
        let wrong = try #require(try run.objects.first)
        #expect(run.status == 2)
        #expect(wrong["right"] as? Bool == false && (wrong["problems"] as? [String])?.count == 1)
        #expect((try Command("config", "example", "--json").objects.first?["example"] as? String)?.isEmpty == false)
        #expect(try Command("config", "egress", "--json").objects.first?["hosts"] is [Any])
    }

    /// The limits of a mail are those of the settings.
    @Test func parsingFollowsTheSettings() throws {
        let mail = "Content-Type: multipart/mixed; boundary=x\n\n" + String(repeating: "--x\n\nseed\n", count: 9) + "--x--\n"
        let whole = try #require(try Command("parse", "mail", "-", input: mail).objects.first?["parts"] as? [Any])
        let few = try #require(try Command("parse", "mail", "-", "--set", "limits.parts=3", input: mail).objects.first?["parts"] as? [Any])
        #expect(whole.count == 10)
        #expect(few.count < whole.count)
    }

    @Test func nothingButJSONIsPrintedWhenPiped() throws {
        let run = try Command("measure", "--json", "--repeat", "1", "mail")
        #expect(try run.objects.count == 1)
        #expect(run.errors.isEmpty)
    }
}
