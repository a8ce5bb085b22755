public import Connections
public import Filter
internal import Forms
internal import JSON
public import Localization
public import MailGateway
internal import Messages
public import Telemetry

/// Answers programs that ask over HTTP: whether a message is spam, whether the service works, what it counted.
public struct PostGateway: Sendable {
    /// What a gateway needs to know of the service around it.
    public struct Surroundings: Sendable {
        /// The version of the program.
        public var version: String
        /// The model that judges now.
        public var model: @Sendable () -> String
        /// How many messages are being judged or wait.
        public var load: @Sendable () -> Int
        /// What is remembered of callers; nothing where nobody is.
        public var senders: SenderPart?
        /// The lists that others fetch, by their names.
        public var lists: [String: PublishedList]
        /// What becomes of a message that could not be judged, where the protocol leaves that to us: whether the sender is to come again.
        public var defersWhenUnable: Bool

        /// Surroundings.
        public init(
            version: String, model: @escaping @Sendable () -> String, load: @escaping @Sendable () -> Int,
            senders: SenderPart? = nil, lists: [String: PublishedList] = [:], defersWhenUnable: Bool = false
        ) {
            self.version = version
            self.model = model
            self.load = load
            self.senders = senders
            self.lists = lists
            self.defersWhenUnable = defersWhenUnable
        }
    }

    let reception: Reception
    let judge: any MailJudging
    let gate: Gate
    let meter: Meter
    let catalogue: Catalogue
    let language: Language
    let time: any TimeSource
    let log: Log
    let surroundings: Surroundings
    /// Learns what people say of messages; nothing where nothing is learnt.
    let teacher: (any Teaching)?
    /// Held mail; nothing where nobody keeps any.
    let desk: QuarantineDesk?
    /// What people report; nothing where nobody takes it.
    let reports: FeedbackDesk?
    /// How many bytes of messages all connections keep together.
    let budget: ByteBudget
    /// What was judged of late.
    let memory: VerdictMemory
    /// Signs events of Matrix; nothing where that is not wanted.
    public var policyServer: PolicyServer?
    /// The pages behind the links of digests; nothing where there are no links.
    public var heldPages: HeldPages?
    /// Mails that are handed on by links, one at a time for each recipient.
    let releasing = Turnstile(8)
    /// Events of Matrix that are judged before they are signed; whoever asks for that needs no token.
    let signing = Turnstile(8)

    /// A gateway.
    /// - Parameters:
    ///   - reception: makes messages of requests.
    ///   - judge: judges them.
    ///   - teacher: learns what people say of them; nothing where nothing is learnt.
    ///   - desk: has held mail; nothing where nobody keeps any.
    ///   - reports: takes what people report; nothing where nobody does.
    ///   - gate: says who may ask.
    ///   - meter: counts.
    ///   - catalogue: the sentences of reasons.
    ///   - language: what they are written in where a request does not say.
    ///   - budget: what requests that are being read count in.
    ///   - memory: remembers what was judged.
    ///   - time: the clock.
    ///   - log: hears of what goes wrong.
    ///   - surroundings: the service around it.
    public init(
        reception: Reception, judge: any MailJudging, teacher: (any Teaching)? = nil, desk: QuarantineDesk? = nil,
        reports: FeedbackDesk? = nil, gate: Gate,
        meter: Meter, catalogue: Catalogue, language: Language, budget: ByteBudget, memory: VerdictMemory, time: any TimeSource, log: Log,
        surroundings: Surroundings
    ) {
        self.reception = reception
        self.judge = judge
        self.teacher = teacher
        self.desk = desk
        self.reports = reports
        self.gate = gate
        self.meter = meter
        self.catalogue = catalogue
        self.language = language
        self.time = time
        self.log = log
        self.surroundings = surroundings
        self.budget = budget
        self.memory = memory
    }

    /// What is to be done with a request before its content is read.
    public enum Admission: Sendable {
        /// The answer is this, whatever the content.
        case answer(WebReply)
        /// The content is read, up to so many bytes, and then `reply(to:on:)` says the answer.
        case read(Route, limit: Int)
    }

    /// What is to be done with a request of which the head alone is known.
    public func admission(of request: WebRequest) -> Admission {
        guard let route = Route.at(request.path) else {
            return .answer(
                refused(
                    Problem(.notFound, "Nothing answers at \(PostGateway.shown(request.path)).", remedy: "/openapi.json says what does."),
                    on: "other"))
        }
        do throws(Problem) {
            try admit(request, on: route)
            return .read(route, limit: reception.bodyLimit(of: route))
        } catch {
            return .answer(refused(error, on: route.name, of: request))
        }
    }

    private func admit(_ request: WebRequest, on route: Route) throws(Problem) {
        guard route.methods.contains(request.method) else {
            var problem = Problem(.methodNotAllowed, "It takes \(route.methods.joined(separator: " or ")).", remedy: "Use that method.")
            problem.taken = route.methods.joined(separator: ", ")
            throw problem
        }
        if let scope = route.scope { _ = try gate.caller(of: request, for: scope, isCounted: true) }
        let types = route.mediaTypes
        // What is asked for by GET has no content.
        guard types.isEmpty || request.method != "POST" || types.contains(request.mediaType ?? "") else {
            let taken = types.joined(separator: ", ")
            var problem = Problem(
                .unsupportedMediaType, "The content is \(PostGateway.shown(request.mediaType ?? "of no type")).", at: "Content-Type",
                remedy: "Send a field Content-Type of \(taken).")
            problem.taken = taken
            throw problem
        }
        try refusePacked(request)
    }

    /// What is packed is not unpacked: a little of it may be a lot.
    private func refusePacked(_ request: WebRequest) throws(Problem) {
        guard let coding = request.fields["content-encoding"], coding.lowercased() != "identity" else { return }
        throw Problem(
            .unsupportedMediaType, "The content is encoded as \(PostGateway.shown(coding)).", at: "Content-Encoding",
            remedy: "Send it as it is, without Content-Encoding.")
    }

    /// The answer to a whole request on its route.
    public func reply(to request: WebRequest, on route: Route) async -> WebReply {
        do throws(Problem) {
            let reply = try await answer(request, on: route)
            meter.count(answer: reply.status, on: route.name)
            return request.method == "HEAD" ? PostGateway.headOnly(reply) : reply
        } catch {
            return refused(error, on: route.name, of: request)
        }
    }

    /// The answer to a whole request: what `admission(of:)` and `reply(to:on:)` say of it together.
    public func reply(to request: WebRequest) async -> WebReply {
        switch admission(of: request) {
        case .answer(let reply): return reply
        case .read(let route, let limit):
            guard request.body.count <= limit else { return refused(PostGateway.tooLarge(limit), on: route.name, of: request) }
            return await reply(to: request, on: route)
        }
    }

    private func answer(_ request: WebRequest, on route: Route) async throws(Problem) -> WebReply {
        switch route {
        case .check(let kind): return try await check(request, kind)
        case .batch(let kind): return try await batch(request, kind)
        case .verdict: return try verdict(request)
        case .feedback: return try await feedback(request)
        case .quarantine(let method): return try await quarantine(request, method)
        case .heldPage: return try await heldPage(request)
        case .callEvents: return try callEvents(request)
        case .list: return try list(request)
        case .reports(let method): return try await reports(request, method)
        case .matrix(let callback): return try await matrix(request, callback)
        case .policySign: return try await sign(request)
        case .policyKey: return try policyKey()
        case .health: return health()
        case .metrics:
            let page = MetricsPage(
                meter.now, load: surroundings.load(), kept: budget.inUse, version: surroundings.version, model: surroundings.model())
            return WebReply(200, "text/plain; version=0.0.4; charset=utf-8", page.text)
        case .description: return WebReply(200, WebReply.json, OpenAPI.document)
        case .akismet(let method): return try await akismet(request, method)
        }
    }

    private func health() -> WebReply {
        var json = JSONText()
        json.object { object in
            object.member("status", "serving")
            object.member("version", surroundings.version)
            object.member("model", surroundings.model())
            object.member("messagesInWork", surroundings.load())
        }
        return WebReply(200, WebReply.json, json.text)
    }

    /// The answer to a request that is refused; counts it.
    func refused(_ problem: Problem, on route: String, of request: WebRequest? = nil) -> WebReply {
        meter.count(answer: problem.kind.status, on: route)
        return request?.method == "HEAD" ? PostGateway.headOnly(problem.reply) : problem.reply
    }

    static func tooLarge(_ limit: Int) -> Problem {
        Problem(.tooLarge, "The content has more than \(limit) bytes.", remedy: "Send less at a time.")
    }

    private static func headOnly(_ reply: WebReply) -> WebReply {
        var reply = reply
        reply.body = []
        return reply
    }

    /// What a stranger wrote, short enough to be said again.
    static func shown(_ text: String) -> String { text.count > 100 ? text.prefix(100) + "..." : text }
}
