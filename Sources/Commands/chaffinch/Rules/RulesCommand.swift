internal import ArgumentParser
internal import JSON
internal import Localization
internal import MIME
internal import OperatorRules
internal import PSLDomains
internal import Reading
internal import Settings
internal import Telemetry

/// `chaffinch rules`: are an operator's rules sound, and what do they do?
struct RulesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: HelpSentences.summary("rules"), subcommands: [Check.self, Test.self, ReplayCommand.self])

    /// Which rules, for `check` and `test`.
    struct Files: ParsableArguments {
        @Argument(
            help: "Files of rules, or folders of them; those of rules.files and rules.folder when left out.", completion: .file())
        var paths: [String] = []

        func read(_ settings: Settings) throws -> [RuleFile] {
            let files = paths.isEmpty ? try RuleFiles.named(by: settings) : try RuleFiles.at(paths)
            guard !files.isEmpty else {
                throw CommandFailure(
                    paths.isEmpty
                        ? "no rules are set up; name files of rules, or set rules.files or rules.folder"
                        : "\(paths.joined(separator: ", ")): no file of rules is there")
            }
            return files
        }
    }

    /// What both say with.
    private struct Voice {
        let language: Language
        let catalogue = Catalogue(RuleSentences.all)

        func text(_ key: String, _ details: String...) -> String {
            catalogue.text(key, in: language, details, isolation: .never)
        }
    }

    /// The rules of files; where some are wrong every problem is said, and the program ends with status 1.
    private static func load(_ files: [RuleFile], _ composition: Composition, _ common: CommonOptions, _ voice: Voice) throws
        -> RuleSnapshot
    {
        do {
            return try composition.rules(of: files)
        } catch {
            if common.json {
                StandardStreams.printObject { object in
                    object.member("right", false)
                    object.key("problems")
                    object.list { list in
                        for problem in error.problems {
                            list.object { entry in
                                entry.member("file", problem.place.path)
                                entry.member("line", problem.place.line)
                                entry.member("column", problem.place.column)
                                entry.member("rule", problem.rule)
                                entry.member("message", problem.message)
                            }
                        }
                    }
                }
            } else {
                for problem in error.problems { StandardStreams.printLine(Terminal.safe("\(problem)")) }
                StandardStreams.printLine(voice.text("rules.problems", "\(error.problems.count)"))
            }
            throw ExitCode(1)
        }
    }

    /// `chaffinch rules check`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpSentences.summary("rules.check"),
            discussion: "Ends with 0 when all are sound, 1 when one is not, 2 when it could not run.")

        @OptionGroup var files: Files
        @OptionGroup var common: CommonOptions

        func run() throws {
            let settings = try Failing.reported { try common.settings() }
            let time = try Failing.reported { try common.time() }
            let voice = Voice(language: common.language(settings))
            let read = try Failing.reported { try files.read(settings) }
            let snapshot = try RulesCommand.load(read, Composition(settings: settings, time: time), common, voice)
            let rules = snapshot.rules
            let now = time.now()
            let expired = rules.filter { $0.hasExpired(at: now) }
            let acting = rules.count { $0.mode == .act && !$0.hasExpired(at: now) }
            if common.json {
                StandardStreams.printObject { object in
                    object.member("right", true)
                    object.member("files", read.count)
                    object.member("rules", rules.count)
                    object.member("acting", acting)
                    object.member("watching", rules.count - acting - expired.count)
                    object.member("expired", expired.map(\.id))
                    object.member("recipients", snapshot.recipientCount)
                }
                return
            }
            StandardStreams.printLine(
                voice.text(
                    "rules.sound", "\(rules.count)", "\(read.count)", "\(acting)", "\(rules.count - acting - expired.count)",
                    "\(expired.count)"))
            if snapshot.recipientCount > 0 { StandardStreams.printLine(voice.text("rules.recipients", "\(snapshot.recipientCount)")) }
            for rule in expired {
                let date = rule.expiry.map { "\($0)" } ?? ""
                StandardStreams.printLine(Terminal.safe(voice.text("rules.expired", rule.place.fileAndLine, rule.id, date, rule.owner)))
            }
        }
    }

    /// `chaffinch rules test`
    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpSentences.summary("rules.test"),
            discussion: "Ends with 0 when all come out as the rules say, 1 when one does not, 2 when it could not run.")

        @OptionGroup var files: Files
        @OptionGroup var common: CommonOptions

        func run() throws {
            let settings = try Failing.reported { try common.settings() }
            let time = try Failing.reported { try common.time() }
            let voice = Voice(language: common.language(settings))
            let read = try Failing.reported { try files.read(settings) }
            let snapshot = try RulesCommand.load(read, Composition(settings: settings, time: time), common, voice)
            let reader = try Failing.reported {
                Reader(suffixes: try LibPSLSuffixes(), names: try ICUNames(), limits: Composition.limits(settings))
            }
            var trial = RuleTrial(snapshot, reader: reader)
            let failures = trial.failures(at: time.now())
            let examples = snapshot.rules.reduce(0) { $0 + $1.examples.count }
            if common.json {
                StandardStreams.printObject { object in
                    object.member("rules", snapshot.rules.count)
                    object.member("examples", examples)
                    object.key("failures")
                    object.list { list in
                        for failure in failures {
                            list.object { entry in
                                entry.member("rule", failure.rule)
                                entry.member("place", failure.place.fileAndLine)
                                entry.member("mustMatch", failure.mustMatch)
                            }
                        }
                    }
                }
            } else {
                for failure in failures {
                    let key = failure.mustMatch ? "rules.missed" : "rules.matched"
                    StandardStreams.printLine(Terminal.safe(voice.text(key, failure.place.fileAndLine, failure.rule)))
                }
                StandardStreams.printLine(voice.text("rules.tested", "\(examples)", "\(snapshot.rules.count)", "\(failures.count)"))
            }
            if !failures.isEmpty { throw ExitCode(1) }
        }
    }
}
