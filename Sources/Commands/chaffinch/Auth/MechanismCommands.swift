internal import ArgumentParser
internal import Authentication

/// A command that asks one mechanism, and those it rests on, and prints what came of it.
protocol MechanismCommand: AsyncParsableCommand {
    /// The mechanism.
    static var mechanism: AuthenticationMechanism { get }
    /// Whether it looks into the mail, and not only at what the transport said.
    static var needsMail: Bool { get }
    var mail: MailToCheck { get }
    /// The mailbox that the client named in SUBMITTER; nothing for commands that do not look at it.
    var submitter: String? { get }
}

extension MechanismCommand {
    var submitter: String? { nil }

    /// The mechanism and those that it rests on.
    private static var mechanisms: Set<AuthenticationMechanism> {
        switch mechanism {
        case .dmarc, .vbr: [mechanism, .spf, .dkim]
        default: [mechanism]
        }
    }

    func run() async throws {
        let run = try await Failing.awaited {
            if Self.needsMail, mail.path == nil { throw CommandFailure("name the mail to check, or - for standard input") }
            return try await CheckRun(mail, mechanisms: Self.mechanisms, submitter: submitter)
        }
        if mail.common.json {
            StandardStreams.printObject { CheckJSON(run: run).write(Self.mechanism, into: &$0) }
        } else {
            for line in CheckPage(run: run).results { StandardStreams.printLine(line) }
        }
    }
}

/// `chaffinch auth spf`
struct SPFCommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "spf", abstract: HelpSentences.summary("auth.spf"))
    static let mechanism = AuthenticationMechanism.spf
    static let needsMail = false
    @OptionGroup var mail: MailToCheck
}

/// `chaffinch auth senderid`
struct SenderIDCommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "senderid", abstract: HelpSentences.summary("auth.senderid"))
    static let mechanism = AuthenticationMechanism.senderID
    static let needsMail = true
    @OptionGroup var mail: MailToCheck
    @Option(name: .long, help: MailToCheck.submitterHelp) var submitter: String?
}

/// `chaffinch auth dkim`
struct DKIMCommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "dkim", abstract: HelpSentences.summary("auth.dkim"))
    static let mechanism = AuthenticationMechanism.dkim
    static let needsMail = true
    @OptionGroup var mail: MailToCheck
}

/// `chaffinch auth dmarc`
struct DMARCCommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "dmarc", abstract: HelpSentences.summary("auth.dmarc"))
    static let mechanism = AuthenticationMechanism.dmarc
    static let needsMail = true
    @OptionGroup var mail: MailToCheck
}

/// `chaffinch auth arc`
struct ARCCommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "arc", abstract: HelpSentences.summary("auth.arc"))
    static let mechanism = AuthenticationMechanism.arc
    static let needsMail = true
    @OptionGroup var mail: MailToCheck
}

/// `chaffinch auth csa`
struct CSACommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "csa", abstract: HelpSentences.summary("auth.csa"))
    static let mechanism = AuthenticationMechanism.csa
    static let needsMail = false
    @OptionGroup var mail: MailToCheck
}

/// `chaffinch auth vbr`
struct VBRCommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "vbr", abstract: HelpSentences.summary("auth.vbr"))
    static let mechanism = AuthenticationMechanism.vbr
    static let needsMail = true
    @OptionGroup var mail: MailToCheck
}

/// `chaffinch auth iprev`
struct ReverseNameCommand: MechanismCommand {
    static let configuration = CommandConfiguration(commandName: "iprev", abstract: HelpSentences.summary("auth.iprev"))
    static let mechanism = AuthenticationMechanism.iprev
    static let needsMail = false
    @OptionGroup var mail: MailToCheck
}
