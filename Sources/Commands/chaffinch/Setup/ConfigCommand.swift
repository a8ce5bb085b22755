internal import ArgumentParser
internal import JSON
internal import Messages
internal import Settings

/// `chaffinch config`: is it set up right, and where does a value come from?
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: HelpSentences.summary("config"),
        subcommands: [Check.self, Explain.self, Egress.self, Example.self])

    /// `chaffinch config check`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("config.check"))
        @OptionGroup var common: CommonOptions

        func run() throws {
            let settings: Settings
            let profiles: ProfileBook
            do {
                settings = try common.settings()
                profiles = try ProfileFiles.book(settings)
            } catch {
                if common.json {
                    let problems = "\(error)".split(separator: "\n").map(String.init)
                    StandardStreams.printObject { object in
                        object.member("right", false)
                        object.member("problems", problems)
                    }
                }
                throw Failing.ending(with: "\(error)")
            }
            let policy = settings[.policyVersion]
            let mode = settings[.policyMode].rawValue
            common.say("The settings are right. Policy \(policy.isEmpty ? "without a name" : policy), mode \(mode).") { object in
                object.member("right", true)
                object.member("problems", [])
                object.member("policy", policy)
                object.member("mode", mode)
                object.member("profiles", profiles.profiles.map { "\($0.name)" })
            }
        }
    }

    /// `chaffinch config explain KEY`
    struct Explain: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("config.explain"))
        @Argument(
            help: "The setting's name, for example policy.mode; all settings when left out.",
            completion: .list(SettingCatalogue.standard.keys.map(\.name)))
        var key: String?
        @OptionGroup var common: CommonOptions

        func run() throws {
            let settings = try Failing.reported { try common.settings() }
            for name in key.map({ [$0] }) ?? SettingCatalogue.standard.keys.map(\.name) {
                let explanation = try Failing.reported { try settings.explain(name) }
                if common.json {
                    StandardStreams.printObject { object in
                        object.member("key", explanation.name)
                        object.member("value", explanation.value)
                        object.member("origin", "\(explanation.origin)")
                        object.member("default", explanation.defaultValue)
                        object.member("accepts", explanation.accepts)
                        object.member("documentation", explanation.documentation)
                    }
                } else {
                    StandardStreams.printLine(explanation.description)
                }
            }
        }
    }

    /// `chaffinch config egress`
    struct Egress: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("config.egress"))
        @OptionGroup var common: CommonOptions

        func run() throws {
            let contacts = Egress.contacts(try Failing.reported { try common.settings() })
            let lines = contacts.map { "\($0.host): \($0.why)" }
            let nobody = "No host. The settings name none that the program would contact."
            common.say(contacts.isEmpty ? nobody : lines.joined(separator: "\n")) { object in
                object.key("hosts")
                object.list { list in
                    for contact in contacts {
                        list.object { object in
                            object.member("host", contact.host)
                            object.member("why", contact.why)
                        }
                    }
                }
            }
        }

        /// Whom the program contacts with these settings, and why.
        static func contacts(_ settings: Settings) -> [(host: String, why: String)] {
            // Nothing goes there before somebody releases a held mail.
            let releases = settings[.quarantineReleaseTo].filter { !$0.isLocal }.map {
                ("\($0)", "takes held mail that is released, by quarantine.release-to")
            }
            return nameServers(settings) + releases
        }

        private static func nameServers(_ settings: Settings) -> [(host: String, why: String)] {
            let zones = settings[.listsDNS].map(\.zone)
            let lists = zones.isEmpty ? "" : ", and of senders and links by the lists \(zones.joined(separator: ", "))"
            let why = "is asked for names that messages name, by dns.ask\(lists)"
            switch settings[.dnsAsk] {
            case .nobody: return []
            case .forwarders: return settings[.dnsForwarders].map { ("\($0.address) port \($0.port)", why) }
            case .system: return [("every name server of \(Composition.systemServers)", why)]
            case .root: return [("the name servers of the root and of every zone that a message names, port 53", why)]
            }
        }
    }

    /// `chaffinch config example`
    struct Example: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("config.example"))
        @OptionGroup var common: CommonOptions

        func run() {
            let example = SettingCatalogue.standard.example()
            if common.json {
                StandardStreams.printObject { object in object.member("example", example) }
            } else {
                StandardStreams.write(example, to: 1)
            }
        }
    }
}
