internal import AbuseReports
internal import ArgumentParser
internal import Authentication
internal import Glibc
internal import JSON
internal import Messages
internal import Resolving
internal import Settings
internal import Telemetry

/// `chaffinch auth feedback`: reports of how mail in a domain's name fares.
struct FeedbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: HelpSentences.summary("auth.feedback"), subcommands: [Read.self, Write.self])

    /// `chaffinch auth feedback read`: adds up the reports that others sent.
    struct Read: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "read", abstract: HelpSentences.summary("auth.feedback.read"))
        @Argument(
            help: ArgumentHelp("Reports: XML, gzip, ZIP, mails with them, or folders of these.", valueName: "path"), completion: .file())
        var paths: [String]
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let failed = try Failing.reported {
                let settings = try common.settings()
                var failed = false
                var summary = FeedbackSummary()
                for file in try paths.flatMap(FeedbackCommand.files) {
                    let read: ReportFile
                    do { read = ReportFile(try FileBytes.read(file)) } catch {
                        StandardStreams.report("\(error)")
                        failed = true
                        continue
                    }
                    for problem in read.problems { StandardStreams.report("\(file): \(problem)") }
                    failed = failed || !read.problems.isEmpty
                    for report in read.aggregates { summary.add(report, from: file) }
                }
                for problem in summary.problems { StandardStreams.report(problem) }
                let page = FeedbackPage(summary: summary, language: common.language(settings))
                if common.json { StandardStreams.printObject(page.write) } else { page.lines.forEach(StandardStreams.printLine) }
                return failed
            }
            if failed { throw ExitCode(2) }
        }
    }

    /// `chaffinch auth feedback write`: checks mails, and writes the reports that their authors' domains would get of them.
    struct Write: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "write", abstract: HelpSentences.summary("auth.feedback.write"))
        @Argument(help: ArgumentHelp("Mails, or folders of mails, with the trace line of the host that took them.", valueName: "path"))
        var paths: [String]
        @Option(name: .long, help: ArgumentHelp("Who reports.", valueName: "name")) var organization: String
        @Option(name: .long, help: ArgumentHelp("Where who reports can be written to.", valueName: "address")) var email: String
        @Option(name: .long, help: ArgumentHelp("The folder that reports are written into.", valueName: "folder"), completion: .directory)
        var out: String
        @Flag(name: .long, help: "Write the older form of RFC 7489 instead of that of RFC 9990.") var old = false
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let settings = try common.settings()
                guard let resolver = try common.resolver(settings) else {
                    throw CommandFailure(
                        "nobody is asked for names, by dns.ask; give a zone file (--dns FILE), or set dns.ask, as in --set dns.ask=system")
                }
                let composition = Composition(settings: settings, time: try common.time())
                let setup = try composition.authenticationSetup()
                try makeFolder()
                var gathering = FeedbackGathering(discovery: setup.discovery)
                var isWhole = true
                for file in try paths.flatMap(FeedbackCommand.files) {
                    let message: Message
                    do { message = try CheckRequest.message(at: file, settings) } catch {
                        StandardStreams.report("\(error)")
                        isWhole = false
                        continue
                    }
                    let moment = message.hops.first?.time ?? composition.time.now()
                    let lookups = Lookups(resolver, within: settings[.dnsDeadline], by: composition.time)
                    let outcome = await AuthenticationCheck(setup, asking: lookups, at: moment)
                        .outcome(of: message, from: SendingClient(of: message, takesClaims: true))
                    gathering.add(outcome, at: moment)
                }
                if !write(gathering) { isWhole = false }
                if !isWhole { throw ExitCode(2) }
            }
        }

        /// Makes the folder of the reports, where there is none.
        private func makeFolder() throws {
            // The path is a text that ends in a zero byte, and mkdir reads no further.
            if unsafe mkdir(out, 0o777) != 0, errno != EEXIST { throw CommandFailure("--out \(out): \(FileBytes.reason())") }
            guard try FileWalk.isFolder(out) else { throw CommandFailure("--out \(out): that is a file; name a folder") }
        }

        /// Writes the reports; gives whether all were written. One that cannot be keeps no other from being written.
        private func write(_ gathering: FeedbackGathering) -> Bool {
            var isWhole = true
            let receiver = email.split(separator: "@").last.map(String.init) ?? email
            for report in gathering.reports(old ? .rfc7489 : .rfc9990, organization: organization, email: email) {
                let path = out + "/" + AggregateReportWriter.fileName(of: report, receiver: receiver, isCompressed: false)
                do { try WholeFile.write(AggregateReportWriter.xml(report), to: path) } catch {
                    StandardStreams.report("\(error)")
                    isWhole = false
                    continue
                }
                common.say(Terminal.safe(path)) { object in
                    object.member("path", path)
                    object.member("domain", report.policy.domain)
                    object.member("messages", report.messageCount)
                }
            }
            if gathering.leftOut > 0 {
                StandardStreams.report("mails of domains without a record, or without a client's address: \(gathering.leftOut)")
            }
            return isWhole
        }
    }

    /// The files under a path, in order.
    static func files(at path: String) throws -> [String] {
        let walk = try FileWalk.files(at: path)
        for problem in walk.unreadable { StandardStreams.report(problem) }
        return walk.files.map(\.path)
    }
}
