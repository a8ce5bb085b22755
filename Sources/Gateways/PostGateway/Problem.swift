internal import JSON

/// Why a request is not answered as it was meant, as RFC 9457 has it: what is wrong, where, and what to do.
public struct Problem: Error, Sendable, Hashable {
    /// The kinds of problems. The type of each is `urn:chaffinch:problem:` and its code.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case notFound = "not-found"
        case methodNotAllowed = "method-not-allowed"
        case unsupportedMediaType = "unsupported-media-type"
        case tooLarge = "too-large"
        case malformed
        case invalid
        case unauthorised
        case forbidden
        case tooMany = "too-many"
        case busy
        case stopping
        case unavailable
        case full

        var status: Int {
            switch self {
            case .notFound: 404
            case .methodNotAllowed: 405
            case .unsupportedMediaType: 415
            case .tooLarge: 413
            case .malformed: 400
            case .invalid: 422
            case .unauthorised: 401
            case .forbidden: 403
            case .tooMany: 429
            case .busy, .stopping, .unavailable: 503
            case .full: 507
            }
        }

        var title: String {
            switch self {
            case .notFound: "There is nothing at this path"
            case .methodNotAllowed: "This path takes another method"
            case .unsupportedMediaType: "The content is of a type that is not taken here"
            case .tooLarge: "The content is too large"
            case .malformed: "The content cannot be read"
            case .invalid: "The content says something that cannot be"
            case .unauthorised: "A token is needed"
            case .forbidden: "The token does not allow this"
            case .tooMany: "Too much was asked for in a short time"
            case .busy: "Too many messages wait already"
            case .stopping: "The service is stopping"
            case .unavailable: "This cannot be done now"
            case .full: "There is no room for this"
            }
        }
    }

    /// What kind of problem it is.
    public var kind: Kind
    /// What is wrong with this request, in a sentence.
    public var detail: String
    /// Where in the content: a JSON pointer (RFC 6901), or the name of a field; nothing where it is nowhere in particular.
    public var pointer: String?
    /// The byte of the content, from 0.
    public var offset: Int?
    /// What to do, in a sentence.
    public var remedy: String
    /// After how many seconds to come again.
    public var retryAfter: Int?
    /// The methods, types or schemes that are taken, where that is the problem.
    var taken: String?

    /// A problem.
    public init(_ kind: Kind, _ detail: String, at pointer: String? = nil, offset: Int? = nil, remedy: String) {
        self.kind = kind
        self.detail = detail
        self.pointer = pointer
        self.offset = offset
        self.remedy = remedy
        if kind.status == 503 || kind.status == 429 { retryAfter = 1 }
    }

    /// A JSON text that cannot be read.
    init(_ problem: JSONProblem) {
        self.init(.malformed, problem.code.rawValue, offset: problem.offset, remedy: "Send one JSON value in UTF-8, as RFC 8259 has it.")
    }

    /// A member that is not what it has to be.
    static func member(_ pointer: String, _ detail: String, remedy: String) -> Problem {
        Problem(.invalid, detail, at: pointer, remedy: remedy)
    }

    func write(into json: inout JSONText) {
        json.object { object in
            object.member("type", "urn:chaffinch:problem:\(kind.rawValue)")
            object.member("title", kind.title)
            object.member("status", kind.status)
            object.member("detail", detail)
            if let pointer { object.member("pointer", pointer) }
            if let offset { object.member("offset", offset) }
            object.member("remedy", remedy)
        }
    }

    /// The answer that says so.
    var reply: WebReply {
        var json = JSONText()
        write(into: &json)
        var reply = WebReply(kind.status, "application/problem+json", json.text)
        if let retryAfter { reply.fields.append(.init("Retry-After", String(retryAfter))) }
        guard let taken else { return reply }
        switch kind {
        case .methodNotAllowed: reply.fields.append(.init("Allow", taken))
        case .unsupportedMediaType: reply.fields.append(.init("Accept", taken))
        case .unauthorised: reply.fields.append(.init("WWW-Authenticate", taken))
        default: break
        }
        return reply
    }
}
