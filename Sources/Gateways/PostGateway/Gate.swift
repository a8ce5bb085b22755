public import Telemetry

/// Somebody who asks, and what they may.
public struct Caller: Sendable, Hashable {
    /// The name that what they teach is kept under.
    public var name: String
    /// What they may do.
    public var scopes: Set<Scope>
    /// The one recipient whose held mail they may see; nothing where they may see everybody's.
    public var recipient: String?
    /// Whether they showed a token; else they are let in as somebody on this machine.
    public var hasToken = true

    /// A caller.
    public init(name: String, scopes: Set<Scope>, recipient: String? = nil) {
        self.name = name
        self.scopes = scopes
        self.recipient = recipient
    }
}

/// Whoever knows which tokens are good.
public protocol Gatekeeper: Sendable {
    /// Who shows this token; nothing where it is not good, or no longer.
    func caller(showing token: String) -> Caller?
}

/// Who is let in: whoever shows a good token, and where the settings allow it, whoever is on this machine.
public struct Gate: Sendable {
    private let keeper: (any Gatekeeper)?
    private let letsLocalsIn: Bool
    private let rates: RateKeeper?

    /// A gate; without a keeper there are no tokens, without a rate everybody may ask as often as they like.
    public init(
        _ keeper: (any Gatekeeper)? = nil, letsLocalsIn: Bool = true, perSecond rate: Int? = nil, by time: any TimeSource = SystemTime()
    ) {
        self.keeper = keeper
        self.letsLocalsIn = letsLocalsIn
        rates = rate.map { RateKeeper(perSecond: $0, by: time) }
    }

    /// Who asks, if that may be told from the field `Authorization` (RFC 6750 section 2.1), and may do what the scope names.
    ///
    /// Each request is counted once towards the caller's rate.
    func caller(of request: WebRequest, for scope: Scope, isCounted: Bool = false) throws(Problem) -> Caller {
        guard let field = request.fields["authorization"] else {
            return try caller(showing: nil, to: request, for: scope, as: "http", isCounted: isCounted)
        }
        let words = field.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].lowercased() == "bearer" else { throw Gate.needed("Authorization is not of the scheme Bearer.") }
        return try caller(showing: String(words[1]), to: request, for: scope, as: "http", isCounted: isCounted)
    }

    /// Who shows a token, or is on this machine and then has this name.
    func caller(showing token: String?, to request: WebRequest, for scope: Scope, as local: String, isCounted: Bool) throws(Problem)
        -> Caller
    {
        // A page in a browser on this machine could ask too; what it asks carries the page's origin (Fetch Standard section 3.1).
        if request.fields["origin"] != nil, request.method != "GET", request.method != "HEAD" {
            throw Problem(
                .forbidden, "The request comes from a page in a browser (it has a field Origin).", at: "Origin",
                remedy: "Ask from a server; pages are not served.")
        }
        if let token, let caller = keeper?.caller(showing: token) {
            guard caller.scopes.contains(scope) else {
                throw Problem(
                    .forbidden, "The token \(caller.name) does not have the scope \(scope.rawValue).",
                    remedy: "Use another, or make one that has it: chaffinch token create NAME --scope \(scope.rawValue).")
            }
            guard !isCounted || rates?.admits(caller.name) != false else {
                throw Problem(
                    .tooMany, "\(caller.name) asks more often than http.requests-per-second.",
                    remedy: "Come again after Retry-After, or send many messages at once (:batch).")
            }
            return caller
        }
        // Whoever is let in without a token is let in with a wrong one too, so that clients that must show one need no setting up.
        if request.isLocal, letsLocalsIn, Scope.ofLocals.contains(scope) {
            var caller = Caller(name: local, scopes: Scope.ofLocals)
            caller.hasToken = false
            return caller
        }
        throw Gate.needed(token == nil ? "There is no token." : "The token is not known, or was revoked.")
    }

    private static func needed(_ detail: String) -> Problem {
        var problem = Problem(
            .unauthorised, detail, at: "Authorization",
            remedy: "Send Authorization: Bearer and a token that chaffinch token create has made.")
        problem.taken = "Bearer realm=\"chaffinch\""
        return problem
    }
}
