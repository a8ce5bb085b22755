internal import Connections
internal import Filter
internal import Learning
internal import Localization
internal import MailGateway
internal import Messages
internal import PostGateway
internal import ServiceLifecycle
internal import Settings
internal import Telemetry

/// What of `chaffinch serve` speaks HTTP.
struct HTTPHouse {
    private let settings: Settings
    private let gateway: PostGateway
    private let book = TokenBook()
    private let time: any TimeSource
    private let log: Log

    init(
        _ prepared: Preparation, judge: any MailJudging, pool: ScanningPool, lessons: LessonQueue?, budget: ByteBudget,
        reception: MailReception, meter: Meter,
        log: Log
    ) throws {
        let settings = prepared.settings
        guard settings[.httpListen].isEmpty || settings[.httpPatience] > settings[.filterDeadlineMail] else {
            throw CommandFailure("http.patience is not longer than filter.deadline.mail: connections would end while a mail is judged")
        }
        let learning = prepared.setup.learning
        gateway = PostGateway(
            reception: Reception(mail: reception), judge: MeteredJudge(judge, for: "http", by: meter, prepared.time),
            teacher: lessons,
            gate: Gate(
                book, letsLocalsIn: settings[.httpTokens] == .beyondLoopback, perSecond: settings[.httpRequestsPerSecond],
                by: prepared.time),
            meter: meter, catalogue: prepared.catalogue,
            language: prepared.language, budget: budget, memoryBytes: settings[.httpRemember], time: prepared.time,
            log: log,
            surroundings: .init(
                version: Version.text, model: { learning.now.model.version }, load: { pool.load },
                defersWhenUnable: settings[.serviceWhenUnable] == .defer))
        self.settings = settings
        time = prepared.time
        self.log = log
    }

    /// A server for each address of the settings.
    func servers(announce: @escaping @Sendable (ListenAddress) -> Void) throws -> [any Service] {
        let certificates = try certificates()
        let limits = HTTPServer.Limits(connections: settings[.serviceConnections], patience: settings[.httpPatience])
        let servers: [any Service] = settings[.httpListen].map { address in
            HTTPServer(at: address, certificates: certificates, limits: limits, log: log, gateway: gateway, isBound: announce)
        }
        guard !servers.isEmpty else { return [] }
        return [TokenService(folder: settings.stateFolder, book: book, time: time, log: log)] + servers
    }

    private func certificates() throws -> HTTPServer.Certificates? {
        let (chain, key) = (settings[.httpCertificate], settings[.httpKey])
        let authorities = settings[.httpClientAuthorities]
        guard !chain.isEmpty || !key.isEmpty || !authorities.isEmpty else { return nil }
        guard !chain.isEmpty, !key.isEmpty else {
            throw CommandFailure("http.certificate and http.key are needed together; without either, HTTP is spoken in the clear")
        }
        return HTTPServer.Certificates(chain: chain, key: key, clientAuthorities: authorities.isEmpty ? nil : authorities)
    }
}
