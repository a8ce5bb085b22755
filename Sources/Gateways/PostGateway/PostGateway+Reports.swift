internal import Forms
internal import MailGateway
internal import Messages
internal import Quarantine
internal import Storing
internal import Telemetry

extension PostGateway {
    /// Somebody's users say what mails are; what came of it is asked by reference.
    func reports(_ request: WebRequest, _ method: ReportMethod) async throws(Problem) -> WebReply {
        let caller = try gate.caller(of: request, for: .feedback)
        guard let reports else {
            throw method == .outcome
                ? Problem(.notFound, "Nothing was reported here.", remedy: "Ask the service that the report was sent to.")
                : Problem(.unavailable, "Nothing is learnt here.", remedy: "Set state.folder.")
        }
        switch method {
        case .outcome:
            let reference = String(request.path.dropFirst(ReportMethod.prefix.count))
            let complaint = try await PostGateway.answer { () async throws(FeedbackDesk.Refusal) in try await reports.complaint(reference) }
            return WebReply(200, WebReply.json, ComplaintWriter.text(complaint, naming: caller.scopes.contains(.admin) && caller.hasToken))
        case .take:
            let reporter = try PostGateway.reporter(of: request, for: caller)
            let form = try PostGateway.form(of: request)
            let isSpam = try PostGateway.flag("spam", of: request)
            guard isSpam != nil || form == .attached else {
                throw .member("spam", "It is not said what the mail is.", remedy: "Send spam=true or spam=false in the query.")
            }
            let bytes = request.body
            let taken = try await PostGateway.answer { () async throws(FeedbackDesk.Refusal) in
                try await reports.take(bytes, as: form, isSpam: isSpam, by: reporter)
            }
            log.log(.info, "report", [("by", .text(caller.name)), ("mails", .number(taken.count))])
            let texts = taken.map { ComplaintWriter.text($0, naming: false) }
            return WebReply(200, WebReply.json, "{\"reports\":[\(texts.joined(separator: ","))]}")
        }
    }

    /// Who reports: whom the caller names, or the caller. Nobody speaks for others without a token.
    private static func reporter(of request: WebRequest, for caller: Caller) throws(Problem) -> String {
        guard let named = request.query["reporter"] else { return caller.name }
        guard caller.hasToken else {
            throw Problem(
                .forbidden, "Without a token nobody reports for others.", at: "reporter", remedy: "Show one with the scope feedback.")
        }
        guard FeedbackDesk.isReporter(named) else {
            throw .member("reporter", "This is no name of an account.", remedy: "Send the account of whoever says so.")
        }
        return named
    }

    private static func form(of request: WebRequest) throws(Problem) -> FeedbackDesk.Form {
        switch request.query["form"] {
        case nil, "message": return .itself
        case "attached": return .attached
        default:
            throw .member("form", "This is neither message nor attached.", remedy: "Send one of them, or leave it out for message.")
        }
    }

    private static func flag(_ name: String, of request: WebRequest) throws(Problem) -> Bool? {
        switch request.query[name] {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw .member(name, "This is neither true nor false.", remedy: "Send one of them.")
        }
    }

    private static func answer<Value>(_ body: () async throws(FeedbackDesk.Refusal) -> Value) async throws(Problem) -> Value {
        do throws(FeedbackDesk.Refusal) { return try await body() } catch {
            switch error {
            case .nothingReported:
                throw .member(
                    "", "The mail has no message attached.", remedy: "Forward it as an attachment, or send it itself with form=message.")
            case .noWord: throw .member("spam", "Nothing says what the messages are.", remedy: "Send spam=true or spam=false in the query.")
            case .tooMany(let most):
                throw Problem(.tooMany, "No more than \(most) messages are taken of one reporter in a day.", remedy: "Come again tomorrow.")
            case .unheard:
                throw Problem(
                    .notFound, "Nothing was reported under this reference.", at: "ref", remedy: "Reports are kept for quarantine.keep.")
            case .failed(let problem) where problem.code == .full:
                throw Problem(.full, "There is no room for another report.", remedy: "Raise quarantine.size.")
            case .failed(let problem): throw Problem(.unavailable, "\(problem)", remedy: "Look at the state folder, and send it again.")
            }
        }
    }
}

/// What is asked of reports.
public enum ReportMethod: String, Sendable, Hashable, CaseIterable {
    /// A mail is said to be spam or ham.
    case take
    /// What came of it.
    case outcome

    /// What the path of a report begins with, before its reference.
    static let prefix = "/v1/reports/"

    var path: String { self == .take ? "/v1/reports" : ReportMethod.prefix + "{ref}" }
}
