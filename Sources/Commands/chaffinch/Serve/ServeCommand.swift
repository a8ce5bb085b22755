internal import ArgumentParser
internal import Connections
internal import Filter
internal import GlibcAllocator
internal import Learning
internal import Logging
internal import MailGateway
internal import Messages
internal import PostGateway
internal import ServiceLifecycle
internal import Settings
internal import Telemetry
internal import UnixSignals

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
            "Runs until it is told to stop (SIGTERM, SIGINT); then it takes no new connections and lets those that are open go on for service.grace. Reads its settings again on SIGHUP."
    )

    @OptionGroup var common: CommonOptions

    func run() async throws {
        GlibcAllocator.settle()
        var prepared = try await Failing.awaited { try await Preparation(common: common) }
        try Failing.reported { try prepared.expect(messages: .max) }
        try await Failing.awaited {
            let memory = try await SenderMemory(prepared)
            prepared.remember(by: memory.part)
            let house = try await ServiceHouse(prepared, remembering: memory.keeping, read: common)
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
    private let standing: Desk.Standing
    private let gateways: [any Service]
    private let beside: [any Service]
    private let counting: CountingWork?
    private let remembering: SenderKeeping?

    init(_ ready: Preparation, remembering: SenderKeeping?, read common: CommonOptions) async throws {
        var following = ready
        let orders = CurrentOrders()
        following.follow(orders)
        let prepared = following
        let settings = prepared.settings
        let log = Log(level: .info, time: prepared.time)
        self.remembering = remembering
        let service = settings[.serviceName].isEmpty ? ProcessInfo.processInfo.hostName : settings[.serviceName]
        let pool = ScanningPool(
            prepared.setup, service: service,
            limits: .init(threads: prepared.workers, lanes: settings[.serviceLanes], waiting: settings[.serviceWaiting]))
        let count = LiveCount()
        counting = try CountingWork(prepared, count: count, log: log)
        standing = Desk.Standing(
            service: service, pool: pool, judge: counting == nil ? pool : CountedJudge(judge: pool, count: count),
            lessons: try await LessonQueue.ofService(prepared), budget: ByteBudget(settings[.serviceMemory]),
            memory: VerdictMemory(bytes: settings[.httpRemember]), held: QuarantineFolder(settings, time: prepared.time),
            reported: ReportFolder(settings, time: prepared.time), log: log)
        let desk = CurrentDesk(try Desk(prepared, standing))
        // A quarantine that cannot be had is known before the first mail, and not after.
        if settings[.quarantineKeeper] == .store { _ = try await standing.held.opened(isMade: true) }
        let supervisor = Supervisor(environment: ProcessInfo.processInfo.environment)
        gateways = try ServiceHouse.gateways(prepared, desk, log, supervisor)
        guard !gateways.isEmpty else {
            throw CommandFailure("milter.listen, spamd.listen and http.listen are empty: there is nothing to serve")
        }
        supervisor.await(gateways: gateways.count)
        var beside: [any Service] = [Reloading(prepared, read: common, for: desk, standing, supervisor)]
        let time = prepared.time
        beside.append(BackgroundWork { await ServiceHouse.writeOut(log, by: time) })
        if let watch = prepared.watch { beside.append(BackgroundWork { await ServiceHouse.takeUp(watch, log) }) }
        beside.append(BackgroundWork { await ExpiryWork(desk: desk, time: prepared.time, log: log).run() })
        if let counting { beside.append(BackgroundWork { await counting.run() }) }
        if let remembering {
            beside.append(BackgroundWork { await remembering.run(prepared.time, log) })
            beside.append(BackgroundWork { await remembering.beside.run(prepared.time, log) })
        }
        let ordering = OrderWork(prepared, for: orders, log: log)
        beside.append(BackgroundWork { await ordering.run() })
        if !settings[.httpListen].isEmpty {
            let tokens = TokenWatch(folder: settings.stateFolder, book: standing.tokens, time: prepared.time, log: log)
            beside.append(BackgroundWork { await tokens.run() })
        }
        self.beside = beside
        self.settings = settings
    }

    /// Whatever takes connections at the addresses of the settings.
    private static func gateways(_ prepared: Preparation, _ desk: CurrentDesk, _ log: Log, _ supervisor: Supervisor) throws -> [any Service]
    {
        let settings = prepared.settings
        func announce(_ name: String) -> @Sendable (ListenAddress) -> Void {
            // Whoever started the service waits for that line.
            { address in
                StandardStreams.printLine("\(name) \(address)")
                supervisor.note()
            }
        }
        var limits = Listener.Limits(
            connections: settings[.serviceConnections], silence: settings[.serviceSilence], socketMode: settings[.serviceSocketMode].bits)
        let milters: [any Service] = settings[.milterListen].map { address in
            Listener("milter", at: address, limits: limits, log: log, isBound: announce("milter")) { connection in
                try await desk.now.milter.serve(&connection)
            }
        }
        limits.silence = min(limits.silence, SpamdGateway.silence)
        let spamds: [any Service] = settings[.spamdListen].map { address in
            Listener("spamd", at: address, limits: limits, log: log, isBound: announce("spamd")) { connection in
                try await desk.now.spamd.serve(&connection)
            }
        }
        let certificates = try certificates(settings)
        let patience = HTTPServer.Limits(connections: settings[.serviceConnections], patience: settings[.httpPatience])
        let servers: [any Service] = settings[.httpListen].map { address in
            HTTPServer(
                at: address, certificates: certificates, limits: patience, log: log, gateway: { desk.now.post }, isBound: announce("http"))
        }
        return milters + spamds + servers
    }

    /// What HTTP over TLS needs; nothing where it is spoken in the clear.
    private static func certificates(_ settings: Settings) throws -> HTTPServer.Certificates? {
        let (chain, key) = (settings[.httpCertificate], settings[.httpKey])
        let authorities = settings[.httpClientAuthorities]
        guard !chain.isEmpty || !key.isEmpty || !authorities.isEmpty else { return nil }
        guard !chain.isEmpty, !key.isEmpty else {
            throw CommandFailure("http.certificate and http.key are needed together; without either, HTTP is spoken in the clear")
        }
        return HTTPServer.Certificates(chain: chain, key: key, clientAuthorities: authorities.isEmpty ? nil : authorities)
    }

    /// Runs until the program is told to stop.
    func run() async throws {
        var logger = Logger(label: "service") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .error
        var configuration = ServiceGroupConfiguration(
            services: (gateways + beside).map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = settings[.serviceGrace]
        defer {
            standing.lessons?.close()
            standing.pool.close()
            standing.log.flush()
        }
        let end: (any Error)?
        do {
            try await ServiceGroup(configuration: configuration).run()
            end = nil
        } catch {
            end = error
        }
        // What was judged last is counted too, however the service ended.
        if let problem = await counting?.hand() { standing.log.log(.error, "not-counted", [("reason", .text(problem))]) }
        await remembering?.finish(standing.log)
        if let end { throw end }
    }

    /// Writes out once a second what was logged: whoever looks at the log sees what has just happened.
    private static func writeOut(_ log: Log, by time: any TimeSource) async {
        while !Task.isCancelled {
            await time.wait(until: time.monotonic() + .seconds(1))
            log.flush()
        }
    }

    /// Takes up what is learnt beside the service, until the task is cancelled.
    private static func takeUp(_ watch: LearningWatch, _ log: Log) async {
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
}
