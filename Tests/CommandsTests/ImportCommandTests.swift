import Foundation
import Localization
import Testing

@testable import chaffinch

@Suite(.enabled(if: Command.isThere)) struct ImportCommandTests {
    private let now = ["--now", "2026-11-23T00:00:00Z"]

    private func run(_ folder: TestFolder, _ arguments: String...) throws -> Command {
        try Command(["import"] + arguments + now + ["--set", "state.folder=\(folder.path)/state"])
    }

    @Test func aLogCountsOnce() throws {
        let folder = try TestFolder()
        let origins = ["import/postfix.log", "--origins", "import/prefixes.csv", "--year", "2026", "--json"]
        let first = try #require(try Command(["import"] + origins + now + ["--set", "state.folder=\(folder.path)/state"]).objects.first)
        #expect(first["kind"] as? String == "postfix" && first["messages"] as? Int == 2 && first["open"] as? Int == 1)
        #expect(first["origins"] as? [String] == ["Example networks (2026-11-01)"])
        let again = try run(folder, "import/postfix.log", "--json")
        let more = try again.objects.first?["messages"] as? Int
        #expect(again.status == 0 && more == 0, "\(again.errors)")
        let final = try run(folder, "import/postfix.log", "--final", "--json").objects.first?["messages"] as? Int
        #expect(final == 1)
        let study = try Command([
            "study", "counts", "--from", "2026-11-22T00:00:00Z", "--to", "2026-11-23T00:00:00Z", "--by", "disposition,contributor",
            "--json", "--set",
            "state.folder=\(folder.path)/state",
        ])
        let counts = try study.objects.map { "\($0["disposition"] ?? "") \($0["messages"] ?? "")" }
        #expect(Set(counts) == ["accept 2", "reject 1"], "\(study.output)\(study.errors)")
    }

    @Test func brokenRowsNameTheirLineAndEndWithOne() throws {
        let folder = try TestFolder()
        let read = try run(folder, "import/smpp.csv", "--kind", "smpp", "--mapping", "import/smpp.yaml", "--contributor", "op-4")
        #expect(
            read.status == 1 && read.output.contains("import/smpp.csv:5: no date and time that can be read (submitted)"),
            "\(read.output)\(read.errors)")
        #expect(read.output.contains("messages counted: 315"))
    }

    @Test(arguments: Language.allCases)
    func itSpeaksSixLanguages(language: Language) throws {
        let folder = try TestFolder()
        let read = try run(folder, "import/postfix.log", "--lang", language.rawValue)
        #expect(read.status == 0 && !read.output.contains("import.f") && !read.output.contains("import.o"), "\(read.output)\(read.errors)")
    }

    @Test func whatCannotRunSaysWhy() throws {
        let folder = try TestFolder()
        let cases: [([String], String)] = [
            (["nothing.log"], "there is no such file"), (["import/smpp.csv"], "say --kind"),
            (["import/smpp.csv", "--kind", "cdr"], "--mapping"),
            (["import/postfix.log", "--kind", "sendmail"], "there is no such kind"), (["import/postfix.log", "--offset", "3"], "+03:00"),
            (["import/postfix.log", "--origins", "import/smpp.csv"], "smpp.csv:2"),
            (["import/postfix.log", "--contributor", "a b"], "a code has"),
            (["import/smpp.csv", "--kind", "cdr", "--mapping", "import/prefixes.csv"], "prefixes.csv:"),
        ]
        for (arguments, words) in cases {
            let read = try Command(["import"] + arguments + ["--set", "state.folder=\(folder.path)/state"])
            #expect(read.status == 2 && read.errors.contains(words), "\(arguments): \(read.errors)\(read.output)")
        }
    }
}
