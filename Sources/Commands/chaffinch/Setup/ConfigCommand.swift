internal import ArgumentParser
internal import Settings

/// `chaffinch config`: is it set up right, and where does a value come from?
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: HelpSentences.summary("config"),
        subcommands: [Check.self, Explain.self, Egress.self, Example.self])

    /// `chaffinch config check`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Reads the settings and lists every problem in them.")
        @OptionGroup var common: CommonOptions

        func run() throws {
            let settings = try Failing.reported { try common.settings() }
            StandardStreams.printLine("The settings are right. Policy \(settings[.policyVersion]), mode \(settings[.policyMode].rawValue).")
        }
    }

    /// `chaffinch config explain KEY`
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints a setting's value, where it comes from, and what it means.")
        @Argument(help: "The setting's name, for example policy.mode; all settings when left out.") var key: String?
        @OptionGroup var common: CommonOptions

        func run() throws {
            let settings = try Failing.reported { try common.settings() }
            for name in key.map({ [$0] }) ?? SettingCatalogue.standard.keys.map(\.name) {
                let explanation = try Failing.reported { try settings.explain(name) }
                if common.json {
                    var json = JSONText()
                    json.object { object in
                        object.member("key", explanation.name)
                        object.member("value", explanation.value)
                        object.member("origin", "\(explanation.origin)")
                        object.member("default", explanation.defaultValue)
                        object.member("accepts", explanation.accepts)
                        object.member("documentation", explanation.documentation)
                    }
                    StandardStreams.printLine(json.text)
                } else {
                    StandardStreams.printLine(explanation.description)
                }
            }
        }
    }

    /// `chaffinch config egress`
    struct Egress: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists every host the program would contact, and why.")
        @OptionGroup var common: CommonOptions

        func run() throws {
            _ = try Failing.reported { try common.settings() }
            if common.json {
                StandardStreams.printLine("{\"hosts\":[]}")
            } else {
                StandardStreams.printLine("No host. Nothing that is built into this version contacts another machine.")
            }
        }
    }

    /// `chaffinch config example`
    struct Example: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints a settings file with every key, its default and its meaning.")

        func run() {
            StandardStreams.write(SettingCatalogue.standard.example(), to: 1)
        }
    }
}

/// Runs what may fail before a command can begin; a failure is said on standard error and ends the program with status 2.
enum Failing {
    /// Says what is wrong, and gives what ends the program with status 2.
    static func ending(with problem: String) -> ExitCode {
        StandardStreams.report("\(problem)")
        return ExitCode(2)
    }

    static func reported<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            StandardStreams.report("\(error)")
            throw ExitCode(2)
        }
    }

    static func awaited<Value>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let code as ExitCode {
            throw code
        } catch {
            StandardStreams.report("\(error)")
            throw ExitCode(2)
        }
    }
}
