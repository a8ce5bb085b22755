internal import Authentication
internal import Messages
internal import Resolving
internal import Settings
internal import Telemetry

/// What checks of many mails share: settings, who is asked, the keys that were read, and the language.
struct CheckDesk {
    let settings: Settings
    let setup: AuthenticationSetup
    let voice: CheckRun.Voice
    /// Who answers for names; nothing where nobody is asked.
    let resolver: (any Resolver)?
    let time: any TimeSource
    /// Who is asked, or stands where nobody is.
    private let asked: any Resolver
    /// How long all questions of one mail may take.
    private let deadline: Duration

    /// - Parameter mechanisms: which mechanisms are asked; nothing for those of the settings.
    init(_ common: CommonOptions, mechanisms: Set<AuthenticationMechanism>? = nil) throws {
        settings = try common.settings()
        time = try common.time()
        var setup = try Composition(settings: settings, time: time).authenticationSetup()
        if let mechanisms { setup.mechanisms = mechanisms }
        self.setup = setup
        resolver = try common.resolver(settings)
        asked = resolver ?? NobodyAnswers()
        deadline = settings[.dnsDeadline]
        voice = CheckRun.Voice(common, settings)
    }

    /// The look-ups of one mail, whose deadline begins now.
    func lookups() -> Lookups {
        Lookups(asked, within: deadline, by: time)
    }
}

/// Stands where name servers would, when nobody is to be asked.
private struct NobodyAnswers: Resolver {
    func answer(to question: Question, within limit: Duration) async -> Answer { Answer(.timedOut) }
    func knownAnswer(to question: Question) -> Answer? { Answer(.timedOut) }
}
