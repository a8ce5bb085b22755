internal import ArgumentParser
internal import Connections
internal import Filter
internal import Learning
internal import Logging
internal import MIME
internal import MailGateway
internal import Messages
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
    private let lessons: LessonQueue?
    private let log: Log

    init(_ prepared: Preparation) async throws {
        let settings = prepared.settings
        let log = Log(level: .info, time: prepared.time)
        let service = settings[.serviceName].isEmpty ? ProcessInfo.processInfo.hostName : settings[.serviceName]
        let pool = ScanningPool(
            prepared.setup, service: service,
            limits: .init(threads: prepared.workers, lanes: settings[.serviceLanes], waiting: settings[.serviceWaiting]))
        let reception = MailReception(limits: prepared.setup.limits, boundary: prepared.setup.boundary)
        let milter = MilterGateway(
            .init(service: service, boundary: prepared.setup.boundary, messageBytes: prepared.setup.limits.messageBytes),
            reception: reception,
            judge: pool, time: prepared.time, log: log, defersWhenUnable: settings[.serviceWhenUnable] == .defer)
        guard settings[.serviceSilence] > settings[.filterDeadlineMail] else {
            throw CommandFailure(
                "service.silence is not longer than filter.deadline.mail: connections would end while their mail is judged")
        }
        var limits = Listener.Limits(connections: settings[.serviceConnections], silence: settings[.serviceSilence])
        let milters = settings[.milterListen].map { address in
            Listener("milter", at: address, limits: limits, log: log, isBound: ServiceHouse.announce("milter")) { connection in
                try await milter.serve(&connection)
            }
        }
        let lessons = settings[.spamdTell] && !settings[.spamdListen].isEmpty ? try await ServiceHouse.lessons(prepared) : nil
        let spamd = SpamdGateway(
            .init(
                service: service, reception: reception, takesResultsBesideTrace: settings[.authenticationResultsBesideTrace],
                defersWhenUnable: settings[.serviceWhenUnable] == .defer, inflater: ZlibInflater(), catalogue: prepared.catalogue,
                language: prepared.language),
            judge: pool, teaching: lessons, time: prepared.time, log: log)
        limits.silence = min(limits.silence, SpamdGateway.silence)
        let spamds = settings[.spamdListen].map { address in
            Listener("spamd", at: address, limits: limits, log: log, isBound: ServiceHouse.announce("spamd")) { connection in
                try await spamd.serve(&connection)
            }
        }
        gateways = milters + spamds
        guard !gateways.isEmpty else { throw CommandFailure("milter.listen and spamd.listen are empty: there is nothing to serve") }
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
        let all: [any Service] = gateways + (learning.map { [$0] } ?? [])
        var configuration = ServiceGroupConfiguration(
            services: all.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = settings[.serviceGrace]
        defer {
            lessons?.close()
            pool.close()
            log.flush()
        }
        try await ServiceGroup(configuration: configuration).run()
    }

    /// What learns from what clients tell. Throws where the state folder cannot be written to.
    private static func lessons(_ prepared: Preparation) async throws -> LessonQueue {
        guard prepared.watch != nil else {
            throw CommandFailure("spamd.tell is true, and model.path names the model that judges: what is taught would change nothing")
        }
        let state = try LocalState(folder: prepared.settings.stateFolder)
        let policy = try await LocalLearning.Policy(prepared, by: Scanner(prepared.setup))
        return LessonQueue(prepared.setup, source: "tell", isPersonal: prepared.settings[.learningPersonal]) { lesson in
            try await state.teaching {
                let learning = try await state.learning(base: ContentModel.starter(), policy: policy)
                return try await lesson(learning)
            }
        }
    }

    /// Says where a gateway listens, on standard output: whoever started the service waits for that line.
    private static func announce(_ name: String) -> @Sendable (ListenAddress) -> Void {
        { address in StandardStreams.printLine("\(name) \(address)") }
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
