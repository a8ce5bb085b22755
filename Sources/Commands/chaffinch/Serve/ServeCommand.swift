internal import ArgumentParser
internal import Connections
internal import Filter
internal import Learning
internal import Logging
internal import MIME
internal import MailGateway
internal import Messages
internal import PostGateway
internal import ServiceLifecycle
internal import Settings
internal import Telemetry
internal import UnixSignals
internal import ZlibInflating

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// `chaffinch serve`: the filter in live traffic.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: HelpSentences.summary("serve"),
        discussion:
            "Runs until it is told to stop (SIGTERM, SIGINT); then it takes no new connections and lets those that are open go on for service.grace."
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var prepared = try await Failing.awaited { try await Preparation(common: common) }
        try Failing.reported { try prepared.expect(messages: .max) }
        let ready = prepared
        try await Failing.awaited {
            let house = try await ServiceHouse(ready)
            do {
                try await house.run()
            } catch let failure as CommandFailure {
                throw failure
            } catch {
                throw CommandFailure("\(error)")
            }
        }
    }
}

/// The services of `chaffinch serve`, and what they share.
struct ServiceHouse {
    private let settings: Settings
    private let pool: ScanningPool
    private let gateways: [any Service]
    private let learning: LearningService?
    private let counting: CountingService?
    private let lessons: LessonQueue?
    private let log: Log

    init(_ prepared: Preparation) async throws {
        let settings = prepared.settings
        let log = Log(level: .info, time: prepared.time)
        let service = settings[.serviceName].isEmpty ? ProcessInfo.processInfo.hostName : settings[.serviceName]
        let pool = ScanningPool(
            prepared.setup, service: service,
            limits: .init(threads: prepared.workers, lanes: settings[.serviceLanes], waiting: settings[.serviceWaiting]))
        let count = LiveCount()
        counting = try prepared.recorder().map { CountingService(count: count, recorder: $0, time: prepared.time, log: log) }
        let judge: any MailJudging = counting == nil ? pool : CountedJudge(judge: pool, count: count)
        let meter = Meter()
        let reception = MailReception(limits: prepared.setup.limits, boundary: prepared.setup.boundary, service: service)
        guard settings[.serviceMemory] >= settings[.limitsMessageSize] else {
            throw CommandFailure("service.memory is less than limits.message-size: the longest mails would never be judged")
        }
        let budget = ByteBudget(settings[.serviceMemory])
        let milter = MilterGateway(
            .init(service: service, boundary: prepared.setup.boundary, messageBytes: prepared.setup.limits.messageBytes),
            reception: reception,
            judge: MeteredJudge(judge, for: "milter", by: meter, prepared.time), time: prepared.time, log: log,
            defersWhenUnable: settings[.serviceWhenUnable] == .defer, budget: budget)
        guard settings[.serviceSilence] > settings[.filterDeadlineMail] else {
            throw CommandFailure(
                "service.silence is not longer than filter.deadline.mail: connections would end while their mail is judged")
        }
        var limits = Listener.Limits(
            connections: settings[.serviceConnections], silence: settings[.serviceSilence], socketMode: settings[.serviceSocketMode].bits)
        let milters: [any Service] = settings[.milterListen].map { address in
            Listener("milter", at: address, limits: limits, log: log, isBound: ServiceHouse.announce("milter")) { connection in
                try await milter.serve(&connection)
            }
        }
        let lessons = try await ServiceHouse.lessons(prepared)
        let spamd = SpamdGateway(
            .init(
                service: service, reception: reception, takesResultsBesideTrace: settings[.authenticationResultsBesideTrace],
                defersWhenUnable: settings[.serviceWhenUnable] == .defer, inflater: ZlibInflater(), catalogue: prepared.catalogue,
                language: prepared.language),
            judge: MeteredJudge(judge, for: "spamd", by: meter, prepared.time), teaching: settings[.spamdTell] ? lessons : nil,
            time: prepared.time, log: log, budget: budget)
        limits.silence = min(limits.silence, SpamdGateway.silence)
        let spamds: [any Service] = settings[.spamdListen].map { address in
            Listener("spamd", at: address, limits: limits, log: log, isBound: ServiceHouse.announce("spamd")) { connection in
                try await spamd.serve(&connection)
            }
        }
        let house = try HTTPHouse(
            prepared, judge: judge, pool: pool, lessons: lessons, budget: budget, reception: reception, meter: meter, log: log)
        let servers = try house.servers(announce: ServiceHouse.announce("http"))
        gateways = milters + spamds + servers
        guard !gateways.isEmpty else {
            throw CommandFailure("milter.listen, spamd.listen and http.listen are empty: there is nothing to serve")
        }
        self.lessons = lessons
        learning = prepared.watch.map { LearningService(watch: $0, log: log) }
        self.settings = settings
        self.pool = pool
        self.log = log
    }

    /// Runs until the program is told to stop.
    func run() async throws {
        var logger = Logger(label: "service") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .error
        let all: [any Service] = gateways + (learning.map { [$0] } ?? []) + (counting.map { [$0] } ?? [])
        var configuration = ServiceGroupConfiguration(
            services: all.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = settings[.serviceGrace]
        defer {
            lessons?.close()
            pool.close()
            log.flush()
        }
        let end: (any Error)?
        do {
            try await ServiceGroup(configuration: configuration).run()
            end = nil
        } catch {
            end = error
        }
        // What was judged last is counted too, however the service ended.
        if let problem = await counting?.hand() { log.log(.error, "not-counted", [("reason", .text(problem))]) }
        if let end { throw end }
    }

    /// What learns from what clients tell; nothing where what judges does not change. Throws where spamd's clients may teach, and the state folder cannot
    /// be written to; the port for programs is open as it ships, and needs no folder before somebody teaches.
    private static func lessons(_ prepared: Preparation) async throws -> LessonQueue? {
        let settings = prepared.settings
        let isTold = settings[.spamdTell] && !settings[.spamdListen].isEmpty
        guard isTold || !settings[.httpListen].isEmpty else { return nil }
        guard let watch = prepared.watch else {
            guard !isTold else {
                throw CommandFailure("spamd.tell is true, and model.path names the model that judges: what is taught would change nothing")
            }
            return nil
        }
        let folder = LessonFolder(path: settings.stateFolder)
        if isTold { _ = try await folder.opened() }
        let policy = try await LocalLearning.Policy(prepared, by: Scanner(prepared.setup))
        return LessonQueue(prepared.setup, source: "tell", isPersonal: settings[.learningPersonal]) { lesson in
            let state = try await folder.opened()
            let outcome = try await state.teaching {
                let learning = try await state.learning(base: ContentModel.starter(), policy: policy)
                return try await lesson(learning)
            }
            // Whoever taught may ask again at once.
            _ = await watch.look()
            return outcome
        }
    }

    /// Says where a gateway listens, on standard output: whoever started the service waits for that line.
    private static func announce(_ name: String) -> @Sendable (ListenAddress) -> Void {
        { address in StandardStreams.printLine("\(name) \(address)") }
    }
}

/// The state folder that lessons are kept in, opened when it is first needed.
private actor LessonFolder {
    private let path: String
    private var state: LocalState?

    init(path: String) {
        self.path = path
    }

    func opened() throws -> LocalState {
        if let state { return state }
        let opened = try LocalState(folder: path)
        state = opened
        return opened
    }
}

/// Takes up what is learnt beside the service.
private struct LearningService: Service {
    let watch: LearningWatch
    let log: Log

    func run() async throws {
        let work = Task {
            await watch.run { finding in
                switch finding {
                case .unchanged: break
                case .taken(let learnt): log.log(.info, "learnt", [("model", .text(learnt.model.version))])
                case .kept(let learnt, let reason):
                    log.log(.warning, "learning-kept", [("model", .text(learnt.model.version)), ("reason", .text(reason))])
                }
                log.flush()
            }
        }
        await withGracefulShutdownHandler {
            await withTaskCancellationHandler {
                await work.value
            } onCancel: {
                work.cancel()
            }
        } onGracefulShutdown: {
            work.cancel()
        }
    }
}
