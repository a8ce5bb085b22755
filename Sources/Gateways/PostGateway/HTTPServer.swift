// The sockets of the PostGateway: Hummingbird's server, HTTP/1.1 in the clear, HTTP/1.1 and HTTP/2 over TLS.

internal import Connections
internal import Glibc
internal import HTTPTypes
internal import HummingbirdCore
internal import HummingbirdHTTP2
internal import Logging
public import Messages
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
public import ServiceLifecycle
public import Telemetry

/// Takes requests at an address until the program is told to stop; then takes no more, and lets those that there are come to their end.
public struct HTTPServer: Service {
    /// How much is borne.
    public struct Limits: Sendable, Hashable {
        /// Connections at a time; whoever comes beyond waits until one ends.
        public var connections: Int
        /// How long a request may take to come, and a connection to be silent.
        public var patience: Duration

        /// Limits.
        public init(connections: Int, patience: Duration) {
            self.connections = connections
            self.patience = patience
        }
    }

    /// What TLS needs. Files are read once, when the server starts.
    public struct Certificates: Sendable, Hashable {
        /// A file of our certificate, and those between it and the root (PEM).
        public var chain: String
        /// A file of its private key (PEM).
        public var key: String
        /// A file of the authorities that clients must have a certificate of; nothing where clients need none.
        public var clientAuthorities: String?

        /// Certificates in files.
        public init(chain: String, key: String, clientAuthorities: String? = nil) {
            self.chain = chain
            self.key = key
            self.clientAuthorities = clientAuthorities
        }
    }

    private let address: ListenAddress
    private let certificates: Certificates?
    private let limits: Limits
    private let log: Log
    private let isBound: @Sendable (ListenAddress) -> Void
    private let gateway: @Sendable () -> PostGateway

    /// A server at an address; each request is answered by the gateway of its moment.
    ///
    /// `isBound` hears where requests are taken once they are.
    public init(
        at address: ListenAddress, certificates: Certificates?, limits: Limits, log: Log, gateway: @escaping @Sendable () -> PostGateway,
        isBound: @escaping @Sendable (ListenAddress) -> Void
    ) {
        self.address = address
        self.certificates = certificates
        self.limits = limits
        self.log = log
        self.gateway = gateway
        self.isBound = isBound
    }

    /// Takes requests until the program is told to stop. Throws where the address cannot be had, or the certificates cannot be read.
    public func run() async throws {
        let (gateway, isLocal, log) = (gateway, address.isLocal, log)
        let responder: HTTPChannelHandler.Responder = { request, writer, _ in
            try await Answering(gateway: gateway(), isLocal: isLocal, log: log).answer(request, writer)
        }
        var http1 = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestClock(limit: TimeAmount(limits.patience))], idleTimeout: nil)
        http1.httpDecoder = .init(
            maxHeaderFieldSize: WebLimits.headerBytes, maxHeaderListSize: WebLimits.headerBytes,
            maxHeaderFieldCount: WebLimits.headerFields)
        do {
            if let certificates {
                let http2 = HTTP2ChannelConfiguration(
                    idleTimeout: limits.patience, gracefulCloseTimeout: limits.patience, streamConfiguration: http1)
                let tls = try tlsConfiguration(certificates)
                try await serve(try HTTP2UpgradeChannel(tlsConfiguration: tls, configuration: http2, responder: responder))
            } else {
                try await serve(HTTP1Channel(responder: responder, configuration: http1))
            }
        } catch let problem as IOError {
            throw CannotServe(description: "cannot listen at \(address): \(HTTPServer.reason(problem))")
        }
    }

    private func serve(_ base: some ServerChildChannel) async throws {
        let bind: BindAddress =
            switch address {
            case .network(let host, let port): .hostname(host, port: port)
            case .socketFile(let path): .unixDomainSocket(path: path)
            case .handedOver:
                throw CannotServe(
                    description: "cannot listen at \(address): HTTP takes no sockets that are handed over; name a port or a socket file")
            }
        // Hummingbird tells its logger of nothing that is not counted or logged here.
        var logger = Logger(label: "http") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        let server = SilenceBounded(base: base, limit: TimeAmount(limits.patience)).server(
            configuration: ServerConfiguration(address: bind, availableConnectionsDelegate: .maximum(limits.connections, logger: logger)),
            onServerRunning: { channel in
                isBound(bound(to: channel))
                log.log(.info, "listening", [("gateway", .text("http")), ("address", .text("\(address)"))])
            },
            eventLoopGroup: .singletonMultiThreadedEventLoopGroup, logger: logger)
        try await server.run()
    }

    private func tlsConfiguration(_ certificates: Certificates) throws -> TLSConfiguration {
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificates.chain)
            let key = try NIOSSLPrivateKey(file: certificates.key, format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            if let file = certificates.clientAuthorities {
                configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(file))
                configuration.certificateVerification = .noHostnameVerification
            }
            return configuration
        } catch {
            throw CannotServe(description: "http.certificate, http.key or http.client-authorities cannot be read: \(error)")
        }
    }

    /// What the system says of a failure.
    private static func reason(_ problem: IOError) -> String {
        // strerror gives a text that lives as long as the program, or until the same thread asks again.
        guard let text = unsafe strerror(problem.errnoCode) else { return "\(problem)" }
        return unsafe String(cString: text)
    }

    /// The address with the port that was had, where any would do.
    private func bound(to channel: any NIOCore.Channel) -> ListenAddress {
        guard case .network(let host, _) = address, let port = channel.localAddress?.port else { return address }
        return .network(host: host, port: port)
    }
}

/// Why a server cannot begin.
private struct CannotServe: Error, CustomStringConvertible {
    let description: String
}

/// Reads requests from a connection as values, and writes the answers to them.
private struct Answering: Sendable {
    let gateway: PostGateway
    let isLocal: Bool
    let log: Log

    @concurrent func answer(_ request: Request, _ writer: consuming ResponseWriter) async throws {
        var value = WebRequest(request.head.method.rawValue, request.head.path ?? "", isLocal: isLocal)
        for field in request.head.headerFields {
            let name = field.name.canonicalName
            if let before = value.fields[name] {
                value.fields[name] = before + ", " + field.value
            } else {
                value.fields[name] = field.value
            }
        }
        // In HTTP/2 the host stands beside the fields (RFC 9113 section 8.3.1).
        if let authority = request.head.authority { value.fields["host"] = authority }
        let reply: WebReply
        switch admission(of: value) {
        case .answer(let early): reply = early
        case .read(let route, let limit):
            // Whoever asks first whether the content is wanted waits for the answer (RFC 9110 section 10.1.1).
            if value.fields["expect"]?.lowercased() == "100-continue" {
                try await writer.writeInformationalHead(HTTPResponse(status: .continue))
            }
            reply = try await read(request.body, of: &value, on: route, upTo: limit)
        }
        try await Answering.write(reply, at: gateway.time.now(), isWhole: value.method != "HEAD", to: writer)
    }

    /// What is to be done with a request before its content is read; one that says that it is too large need not send it.
    private func admission(of request: WebRequest) -> PostGateway.Admission {
        let admission = gateway.admission(of: request)
        guard case .read(let route, let limit) = admission, let announced = request.fields["content-length"].flatMap(Int.init),
            announced > limit
        else { return admission }
        return .answer(gateway.refused(PostGateway.tooLarge(limit), on: route.name))
    }

    private func read(_ body: RequestBody, of request: inout WebRequest, on route: Route, upTo limit: Int) async throws -> WebReply {
        var share = gateway.budget.share()
        for try await piece in body {
            guard request.body.count + piece.readableBytes <= limit else {
                return gateway.refused(PostGateway.tooLarge(limit), on: route.name)
            }
            guard share.resize(to: request.body.count + piece.readableBytes) else {
                return gateway.refused(Answering.tooMany, on: route.name)
            }
            request.body.append(contentsOf: piece.readableBytesView)
        }
        let reply = await gateway.reply(to: request, on: route)
        _ = share.resize(to: 0)
        return reply
    }

    /// A long answer is written in pieces of so many bytes, each when the reader took those before it.
    private static let pieceBytes = 64 << 10

    private static let tooMany = Problem(
        .busy, "Messages of service.memory bytes are kept already.", remedy: "Come again after Retry-After, or raise service.memory.")

    @concurrent private static func write(_ reply: WebReply, at moment: Timestamp, isWhole: Bool, to writer: consuming ResponseWriter)
        async throws
    {
        var fields = HTTPFields()
        if let type = reply.mediaType { fields[.contentType] = type }
        fields[.contentLength] = String(reply.body.count)
        fields[.date] = moment.httpDate
        fields[.cacheControl] = "no-store"
        fields[.xContentTypeOptions] = "nosniff"
        for field in reply.fields {
            guard let name = HTTPField.Name(field.name) else { continue }
            fields.append(HTTPField(name: name, value: field.value))
        }
        let head = HTTPResponse(status: .init(code: reply.status), headerFields: fields)
        if isWhole, !reply.body.isEmpty {
            try await writer.write(response: head, body: body(of: reply))
        } else {
            try await writer.writeResponse(head)
        }
    }

    private static func body(of reply: WebReply) -> ResponseBody {
        guard reply.body.count > pieceBytes else { return ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)) }
        return ResponseBody(contentLength: reply.body.count) { writer in
            for start in stride(from: 0, to: reply.body.count, by: pieceBytes) {
                try await writer.write(ByteBuffer(bytes: reply.body[start..<min(start + pieceBytes, reply.body.count)]))
            }
            try await writer.finish(nil)
        }
    }
}
