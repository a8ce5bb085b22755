internal import ArgumentParser
internal import Filter
internal import JSON
internal import Localization
internal import MailGateway
internal import Messages
internal import PostGateway
internal import Quarantine
internal import SQLiteStore
internal import Settings
internal import Storing
internal import Telemetry

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch feedback`: what people report, and what came of it.
struct ReportingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: HelpSentences.summary("feedback"),
        subcommands: [Take.self, Outcome.self, Withdraw.self, Decide.self, List.self])

    /// `chaffinch feedback take`
    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: HelpSentences.summary("feedback.take"),
            discussion:
                "Made to be run by mail servers: it ends with 0 when all is on the disk, with 75 when it should be run again later (sysexits.h), and with 65 when the mail reports nothing."
        )
        @Argument(
            help: ArgumentHelp(
                "A mail with the reported messages attached, or the message itself; - is standard input.", valueName: "file"),
            completion: .file())
        var file: String
        @Flag(name: .long, help: "The messages are spam.") var spam = false
        @Flag(name: .long, help: "The messages are ham.") var ham = false
        @Option(
            name: .long, help: ArgumentHelp("The address the mail was sent to, one of feedback.spam or feedback.ham.", valueName: "address")
        )
        var to: String?
        @Option(name: .long, help: ArgumentHelp("Who reports: the account that logged in.", valueName: "account")) var reporter: String
        @Flag(name: .long, help: "The file is the reported message itself, and not a mail that carries it.") var message = false
        @OptionGroup var common: CommonOptions

        func validate() throws {
            if spam, ham { throw ValidationError("--spam and --ham: give one of them") }
            if to != nil, spam || ham { throw ValidationError("--to says what the messages are; leave --spam and --ham out") }
            guard FeedbackDesk.isReporter(reporter) else {
                throw ValidationError(
                    "--reporter: give the account of somebody who logged in; \(Complaint.operatorName) is the operator's own name")
            }
        }

        func run() async throws {
            do {
                try await take()
            } catch let refusal as FeedbackDesk.Refusal {
                StandardStreams.report(FeedbackCounter.words(refusal))
                switch refusal {
                case .nothingReported, .noWord, .unheard: throw ExitCode(65)
                case .tooMany, .failed: throw ExitCode(75)
                }
            } catch let failure as FileBytes.Failure {
                StandardStreams.report("\(failure)")
                throw ExitCode(65)
            } catch {
                // Whatever keeps the program from working is no fault of the mail: it waits until that is set right.
                StandardStreams.report("\(error)")
                throw ExitCode(75)
            }
        }

        private func take() async throws {
            let settings = try common.settings()
            let word = try ReportingCommand.word(spam: spam, ham: ham, to: to, settings)
            let limit = settings[.limitsMessageSize]
            let bytes = try file == "-" ? FileBytes.readStandardInput(limit: limit) : FileBytes.read(file, limit: limit)
            let counter = try await FeedbackCounter(common)
            for complaint in try await counter.desk.take(bytes, as: message ? .itself : .attached, isSpam: word, by: reporter) {
                counter.printLine(complaint)
            }
        }
    }

    /// `chaffinch feedback outcome`
    struct Outcome: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("feedback.outcome"))
        @Argument(help: ArgumentHelp("The references that `take` printed.", valueName: "ref")) var references: [String]
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await FeedbackCounter(common, isTeacher: false)
                for reference in references {
                    counter.printLine(
                        try await counter.told { () async throws(FeedbackDesk.Refusal) in try await counter.desk.complaint(reference) })
                }
            }
        }
    }

    /// `chaffinch feedback withdraw`
    struct Withdraw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("feedback.withdraw"))
        @Argument(help: ArgumentHelp("The references that `take` printed.", valueName: "ref")) var references: [String]
        @Option(name: .long, help: ArgumentHelp("Whose word is taken back; the operator's unless said.", valueName: "account"))
        var reporter = Complaint.operatorName
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await FeedbackCounter(common)
                for reference in references {
                    counter.printLine(
                        try await counter.told { () async throws(FeedbackDesk.Refusal) in
                            try await counter.desk.withdraw(reference, by: reporter)
                        })
                }
            }
        }
    }

    /// `chaffinch feedback decide`
    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("feedback.decide"))
        @Argument(help: ArgumentHelp("The references that `list` prints.", valueName: "ref")) var references: [String]
        @Flag(name: .long, help: "The messages are spam.") var spam = false
        @Flag(name: .long, help: "The messages are ham.") var ham = false
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard spam != ham else { throw ValidationError("give --spam or --ham") }
        }

        func run() async throws {
            try await Failing.awaited {
                let counter = try await FeedbackCounter(common)
                for reference in references {
                    counter.printLine(
                        try await counter.told { () async throws(FeedbackDesk.Refusal) in
                            try await counter.desk.decide(reference, isSpam: spam)
                        })
                }
            }
        }
    }

    /// `chaffinch feedback list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: HelpSentences.summary("feedback.list"))
        @Option(name: .long, help: ArgumentHelp("What this account reported alone.", valueName: "account")) var reporter: String?
        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await Failing.awaited {
                let counter = try await FeedbackCounter(common, isTeacher: false)
                var last: String?
                while true {
                    let before = last
                    let complaints = try await counter.told { () async throws(FeedbackDesk.Refusal) in
                        try await counter.desk.complaints(by: reporter, before: before, limit: 100)
                    }
                    for complaint in complaints { counter.printLine(complaint, isWhole: true) }
                    guard complaints.count == 100, let end = complaints.last else { break }
                    last = end.reference
                }
                guard let reporter else { return }
                let trust = try await counter.told { () async throws(FeedbackDesk.Refusal) in try await counter.desk.trust(of: reporter) }
                let numbers = [JSONText.fixed(trust.trust, digits: 2), "\(trust.right)", "\(trust.wrong)"]
                common.say(Terminal.safe(counter.text("feedback.trust", [reporter] + numbers))) { object in
                    object.member("reporter", reporter)
                    object.member("trust", trust.trust, digits: 3)
                    object.member("right", trust.right)
                    object.member("wrong", trust.wrong)
                }
            }
        }
    }

    /// What is said of the messages: by a flag, or by the address they were sent to; nothing where a report has to say it itself.
    private static func word(spam: Bool, ham: Bool, to address: String?, _ settings: Settings) throws -> Bool? {
        if spam || ham { return spam }
        guard let address else { return nil }
        func isAmong(_ addresses: [String]) -> Bool { addresses.contains { HeldMail.isSame($0, address) } }
        if isAmong(settings[.feedbackSpam]) { return true }
        if isAmong(settings[.feedbackHam]) { return false }
        throw CommandFailure("--to \(address): neither feedback.spam nor feedback.ham names this address")
    }
}

/// What the commands of feedback share.
struct FeedbackCounter {
    let desk: FeedbackDesk
    private let common: CommonOptions
    private let catalogue: Catalogue
    private let language: Language

    init(_ common: CommonOptions, isTeacher: Bool = true) async throws {
        var prepared = try await Preparation(common: common)
        if isTeacher {
            try prepared.expect(messages: 1)
            try await prepared.teachSenders()
        }
        let service = prepared.settings[.serviceName].isEmpty ? ProcessInfo.processInfo.hostName : prepared.settings[.serviceName]
        let reception = MailReception(limits: prepared.setup.limits, boundary: prepared.setup.boundary, service: service)
        var teacher: LessonQueue?
        if isTeacher, let watch = prepared.watch {
            teacher = try await LessonQueue(prepared, judgedBy: watch, source: FeedbackDesk.source)
        }
        desk = FeedbackDesk(prepared, ReportFolder(prepared.settings, time: prepared.time), reception: reception, teacher: teacher)
        self.common = common
        catalogue = prepared.catalogue
        language = prepared.language
    }

    func text(_ key: String, _ details: [String] = []) -> String { catalogue.text(key, in: language, details) }

    func told<Value>(_ body: () async throws(FeedbackDesk.Refusal) -> Value) async throws(CommandFailure) -> Value {
        do throws(FeedbackDesk.Refusal) { return try await body() } catch { throw CommandFailure(FeedbackCounter.words(error)) }
    }

    /// What is wrong, for logs of mail servers and for people.
    static func words(_ refusal: FeedbackDesk.Refusal) -> String {
        switch refusal {
        case .nothingReported: "the mail has no message attached; forward it as an attachment, not inline"
        case .noWord: "nothing says whether the messages are spam or ham; give --spam, --ham or --to"
        case .tooMany(let most): "no more than \(most) messages are taken of one reporter in a day"
        case .unheard: "nothing was reported under this reference; `feedback list` prints what was"
        case .failed(let problem): "\(problem)"
        }
    }

    /// A complaint in a line: what came of it.
    func printLine(_ complaint: Complaint, isWhole: Bool = false) {
        if common.json { return StandardStreams.printLine(ComplaintWriter.text(complaint, naming: true)) }
        let why = complaint.because.isEmpty ? [] : [complaint.because]
        var words = [complaint.reference, text("feedback.outcome.\(complaint.outcome.rawValue)")] + why
        if isWhole {
            words.insert("\(complaint.time)", at: 1)
            words += complaint.words.map { "\($0.reporter)=\($0.isSpam ? "spam" : "ham")" }
        }
        StandardStreams.printLine(Terminal.safe(words.joined(separator: "  ")))
    }
}

extension FeedbackDesk {
    /// A desk over the reports of the state folder.
    init(_ prepared: Preparation, _ folder: ReportFolder, reception: MailReception, teacher: (any Teaching)?) {
        self.init(reception: reception, teacher: teacher, needed: prepared.settings[.feedbackNeeded], time: prepared.time) {
            isMade async throws(StoreError) in try await folder.opened(isMade: isMade)
        }
    }
}
