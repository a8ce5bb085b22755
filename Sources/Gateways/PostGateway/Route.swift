/// A kind of message that can be asked about, by the name that paths have for it.
public enum MessageKind: String, Sendable, Hashable, CaseIterable {
    /// A mail.
    case mail
    /// A text message of a telephone network.
    case sms
    /// A line of chat.
    case im
    /// A post, a comment, a review.
    case post
    /// A telephone call.
    case call
}

/// What the gateway answers to: a method and a path.
public enum Route: Sendable, Hashable, CaseIterable {
    /// One message is judged.
    case check(MessageKind)
    /// Many messages of a kind are judged.
    case batch(MessageKind)
    /// What was judged of late, once more.
    case verdict
    /// Somebody says what a message is.
    case feedback
    /// What is asked of held mail.
    case quarantine(QuarantineMethod)
    /// What somebody is shown who follows a link of a digest, and its button.
    case heldPage
    /// What people say of their mail.
    case reports(ReportMethod)
    /// What became of calls, as switches tell it.
    case callEvents
    /// A list that others fetch: who is not to be let in.
    case list
    /// Whether the service works.
    case health
    /// What was counted, for Prometheus.
    case metrics
    /// What this gateway answers to, for programs.
    case description
    /// What clients of Akismet ask.
    case akismet(AkismetMethod)
    /// What a Matrix server asks.
    case matrix(MatrixCallback)
    /// Whether an event of Matrix may stand in a room: our signature.
    case policySign
    /// The key of these signatures.
    case policyKey

    /// All routes.
    public static var allCases: [Route] {
        MessageKind.allCases.map { .check($0) } + MessageKind.allCases.map { .batch($0) } + [
            .verdict, .feedback, .heldPage, .callEvents, .list, .health, .metrics, .description, .policySign, .policyKey,
        ]
            + QuarantineMethod.allCases.map { .quarantine($0) } + ReportMethod.allCases.map { .reports($0) }
            + AkismetMethod.allCases.map { .akismet($0) } + MatrixCallback.allCases.map { .matrix($0) }
    }

    /// The path; one that ends with a name in braces takes anything there.
    public var path: String {
        switch self {
        case .check(let kind): "/v1/check/\(kind.rawValue)"
        case .batch(let kind): "/v1/check/\(kind.rawValue):batch"
        case .verdict: Route.verdictPrefix + "{ref}"
        case .feedback: "/v1/feedback"
        case .quarantine(let method): method.path
        case .heldPage: Route.heldPrefix + "{link}"
        case .reports(let method): method.path
        case .callEvents: "/v1/events/call"
        case .list: Route.listPrefix + "{name}"
        case .health: "/v1/health"
        case .metrics: "/metrics"
        case .description: "/openapi.json"
        case .akismet(let method): "/1.1/\(method.rawValue)"
        case .matrix(let callback): "/matrix/antispam/\(callback.rawValue)"
        case .policySign: "/_matrix/policy/v1/sign"
        case .policyKey: "/.well-known/matrix/policy_server"
        }
    }

    /// The methods; `HEAD` is what `GET` is, without the content.
    public var methods: [String] {
        switch self {
        case .check, .batch, .feedback, .callEvents, .akismet, .matrix, .policySign, .reports(.take), .quarantine(.hold),
            .quarantine(.release),
            .quarantine(.delete):
            ["POST"]
        case .heldPage: ["GET", "HEAD", "POST"]
        case .verdict, .list, .quarantine, .reports, .health, .metrics, .description, .policyKey: ["GET", "HEAD"]
        }
    }

    /// What is needed to ask; nothing where everybody may. Clients of Akismet show their token in the form itself, whoever has a link of a digest has the
    /// key to one mail in it; servers of Matrix have none of ours.
    public var scope: Scope? {
        switch self {
        case .check, .batch, .verdict, .list, .matrix: .check
        case .feedback, .reports, .callEvents: .feedback
        case .quarantine(let method): method.scope
        case .metrics: .metrics
        case .health, .description, .heldPage, .akismet, .policySign, .policyKey: nil
        }
    }

    /// The media types of the content that are taken; empty where there is none.
    public var mediaTypes: [String] {
        switch self {
        case .reports(.take): ["message/rfc822"]
        case .check(.mail), .quarantine(.hold): ["message/rfc822", "application/json"]
        case .check(.sms), .check(.im), .check(.post): ["application/json", "text/plain"]
        case .check, .batch, .feedback, .callEvents, .matrix, .policySign, .quarantine(.release), .quarantine(.delete): ["application/json"]
        case .akismet, .heldPage: ["application/x-www-form-urlencoded"]
        case .verdict, .list, .quarantine, .reports, .health, .metrics, .description, .policyKey: []
        }
    }

    /// What is counted under this route, without anything a stranger could choose.
    var name: String { path }

    private static let byPath = Dictionary(uniqueKeysWithValues: allCases.map { ($0.path, $0) })

    /// The route at a path; nothing where there is none.
    static func at(_ path: String) -> Route? {
        if let route = byPath[path] { return route }
        func names(_ prefix: String) -> Bool {
            path.hasPrefix(prefix) && path.utf8.count > prefix.utf8.count && !path.dropFirst(prefix.count).contains("/")
        }
        if let (_, method) = QuarantineMethod.asked(at: path) { return .quarantine(method) }
        let report = path.dropFirst(ReportMethod.prefix.count)
        if path.hasPrefix(ReportMethod.prefix), !report.isEmpty, !report.contains("/") { return .reports(.outcome) }
        return names(verdictPrefix) ? .verdict : names(listPrefix) ? .list : names(heldPrefix) ? .heldPage : nil
    }

    /// What the path of a verdict begins with, before its reference.
    static let verdictPrefix = "/v1/verdicts/"
    /// What the path of a page behind a link of a digest begins with, before the link.
    public static let heldPrefix = "/held/"
    /// What the path of a list begins with, before its name.
    static let listPrefix = "/v1/lists/"
}

/// What a caller may do.
public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Have messages judged.
    case check
    /// Say what messages are, to be learnt.
    case feedback
    /// Read what was counted.
    case metrics
    /// Hand mail over to be held.
    case hold
    /// See, release and delete held mail.
    case quarantine
    /// Change how the service is set up.
    case admin

    /// What whoever is on this machine may do without a token: all but read what is held for others, and bring them more.
    static let ofLocals = Set(allCases).subtracting(apart)
    /// What no token allows together: whoever may hold any mail for anybody, and release it, sends what they like past the filter.
    public static let apart: Set<Scope> = [.hold, .quarantine]
}

/// What clients of Akismet ask, by the last word of the path.
public enum AkismetMethod: String, Sendable, Hashable, CaseIterable {
    /// Whether a key is good.
    case verifyKey = "verify-key"
    /// Whether a comment is spam.
    case commentCheck = "comment-check"
    /// A comment that was let through is spam.
    case submitSpam = "submit-spam"
    /// A comment that was taken for spam is none.
    case submitHam = "submit-ham"
}
