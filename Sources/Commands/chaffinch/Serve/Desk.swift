internal import Connections
internal import Filter
internal import Learning
internal import MIME
internal import MailGateway
internal import Messages
internal import PostGateway
internal import Settings
internal import Synchronization
internal import Telemetry
internal import ZlibInflating

/// The gateways as the settings want them now: whoever connects is served by those of the moment.
struct Desk: Sendable {
    let milter: MilterGateway
    let spamd: SpamdGateway
    let post: PostGateway
    /// Held mail.
    let quarantine: QuarantineDesk
    /// What people report.
    let reports: FeedbackDesk

    /// What stays as it is while settings are read again.
    struct Standing: Sendable {
        /// The name of the service.
        let service: String
        let pool: ScanningPool
        let judge: any MailJudging
        let lessons: LessonQueue?
        let budget: ByteBudget
        let meter = Meter()
        let tokens = TokenBook()
        let memory: VerdictMemory
        let held: QuarantineFolder
        let reported: ReportFolder
        let log: Log
    }

    /// Gateways of these settings. Throws where settings contradict each other.
    init(_ prepared: Preparation, _ standing: Standing) throws {
        try Desk.check(prepared.settings)
        let (settings, time, log) = (prepared.settings, prepared.time, standing.log)
        let reception = MailReception(limits: prepared.setup.limits, boundary: prepared.setup.boundary, service: standing.service)
        let defers = settings[.serviceWhenUnable] == .defer
        func judge(for gateway: String) -> MeteredJudge { MeteredJudge(standing.judge, for: gateway, by: standing.meter, time) }
        quarantine = try QuarantineDesk(
            prepared, standing.held, reception: reception, service: standing.service, teacher: standing.lessons,
            budget: standing.budget, log: log)
        reports = FeedbackDesk(prepared, standing.reported, reception: reception, teacher: standing.lessons)
        milter = MilterGateway(
            .init(
                service: standing.service, boundary: reception.boundary, messageBytes: reception.limits.messageBytes,
                dropsRefused: settings[.milterDropRefused]),
            reception: reception, judge: judge(for: "milter"), time: time, log: log, defersWhenUnable: defers, budget: standing.budget,
            holding: LiveHolding(quarantine, holdsLiveMail: settings[.quarantineKeeper] == .store, log: log))
        spamd = SpamdGateway(
            .init(
                service: standing.service, reception: reception,
                takesResultsBesideTrace: settings[.authenticationResultsBesideTrace], defersWhenUnable: defers,
                inflater: ZlibInflater(), catalogue: prepared.catalogue, language: prepared.language),
            judge: judge(for: "spamd"), teaching: settings[.spamdTell] ? standing.lessons : nil, time: time, log: log,
            budget: standing.budget)
        let (learning, pool) = (prepared.setup.learning, standing.pool)
        var post = PostGateway(
            reception: Reception(mail: reception), judge: judge(for: "http"), teacher: standing.lessons, desk: quarantine, reports: reports,
            gate: Gate(
                standing.tokens, letsLocalsIn: settings[.httpTokens] == .beyondLoopback, perSecond: settings[.httpRequestsPerSecond],
                by: time),
            meter: standing.meter, catalogue: prepared.catalogue, language: prepared.language, budget: standing.budget,
            memory: standing.memory, time: time, log: log,
            surroundings: .init(
                version: Version.text, model: { learning.now.model.version }, load: { pool.load },
                senders: prepared.setup.senders, lists: try PublishedList.all(settings), defersWhenUnable: defers))
        post.policyServer = try MatrixKey.policyServer(settings)
        let profiles = prepared.setup.policy.profiles
        if try HeldLinks(settings) != nil {
            post.heldPages = HeldPages(perSecond: settings[.httpRequestsPerSecond], by: time) { profiles.language(of: $0) }
        }
        self.post = post
    }

    /// Throws where settings contradict each other.
    private static func check(_ settings: Settings) throws {
        guard settings[.serviceMemory] >= settings[.limitsMessageSize] else {
            throw CommandFailure("service.memory is less than limits.message-size: the longest mails would never be judged")
        }
        guard settings[.serviceSilence] > settings[.filterDeadlineMail] else {
            throw CommandFailure(
                "service.silence is not longer than filter.deadline.mail: connections would end while their mail is judged")
        }
        guard settings[.httpListen].isEmpty || settings[.httpPatience] > settings[.filterDeadlineMail] else {
            throw CommandFailure("http.patience is not longer than filter.deadline.mail: connections would end while a mail is judged")
        }
    }
}

/// The desk of the moment.
final class CurrentDesk: Sendable {
    private let held: Mutex<Desk>

    init(_ desk: Desk) {
        held = Mutex(desk)
    }

    /// The desk. Setting it puts another in its place; connections that are open go on as they began.
    var now: Desk {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}
