internal import JSON

/// What the gateway answers to, for programs: OpenAPI 3.1. Paths are written from the routes; what goes in and comes out is in `OpenAPI+Schemas`.
enum OpenAPI {
    /// The document.
    static let document: String = {
        var json = JSONText()
        json.object { object in
            object.member("openapi", "3.1.0")
            object.key("info")
            object.object { info in
                info.member("title", "Chaffinch")
                info.member("version", "1")
                info.member("description", "Asks whether messages are spam. docs/http.md is the manual.")
            }
            object.key("paths")
            object.object { paths in for route in Route.allCases { path(route, &paths) } }
            object.key("components")
            object.object { components in
                components.key("schemas")
                components.raw(schemas)
                components.key("securitySchemes")
                components.raw(
                    #"{"token":{"type":"http","scheme":"bearer","description":"A token of chaffinch token create, with the scope that an operation names. "#
                        + #"Mail is handed over by the scope hold and released by the scope quarantine, and no token has both"}}"#)
            }
        }
        return json.text
    }()

    private static func path(_ route: Route, _ paths: inout JSONText) {
        paths.key(route.path)
        paths.object { path in
            // What is answered to HEAD is what is answered to GET.
            for method in route.methods where method != "HEAD" {
                path.key(method.lowercased())
                path.object { operation in describe(route, method, &operation) }
            }
        }
    }

    private static func describe(_ route: Route, _ method: String, _ operation: inout JSONText) {
        let isOther = method != route.methods.first
        operation.member("operationId", operationID(route) + (isOther ? "-\(method.lowercased())" : ""))
        operation.member("summary", isOther ? otherSummary(route) : summary(route))
        if let scope = route.scope {
            operation.key("security")
            operation.raw(security(scope))
        }
        parameters(route, &operation)
        if method == "POST" { content(route, &operation) }
        responses(route, &operation)
    }

    /// What a path does that takes another method too.
    private static func otherSummary(_ route: Route) -> String {
        "Hands the mail on to the one recipient whom the link is for, and learns that it is ham where learn is true"
    }

    /// The scope that a token needs, as a role (OpenAPI 3.1 section 4.8.30); whoever is on this machine needs no token for most.
    private static func security(_ scope: Scope) -> String {
        let token = "{\"token\":[\"\(scope.rawValue)\"]}"
        return Scope.ofLocals.contains(scope) ? "[{},\(token)]" : "[\(token)]"
    }

    private static func operationID(_ route: Route) -> String {
        switch route {
        case .check(let kind): "check-\(kind.rawValue)"
        case .batch(let kind): "check-\(kind.rawValue)-batch"
        case .verdict: "verdict"
        case .feedback: "feedback"
        case .reports(let method): "reports-\(method.rawValue)"
        case .quarantine(let method): "quarantine-\(method.rawValue)"
        case .heldPage: "held-page"
        case .callEvents: "call-events"
        case .list: "list"
        case .matrix(let callback): "matrix-\(callback.rawValue)"
        case .policySign: "matrix-policy-sign"
        case .policyKey: "matrix-policy-key"
        case .health: "health"
        case .metrics: "metrics"
        case .description: "openapi"
        case .akismet(let method): "akismet-\(method.rawValue)"
        }
    }

    private static func summary(_ route: Route) -> String {
        switch route {
        case .check(.mail): "Whether a mail is spam"
        case .check(.sms): "Whether a text message (SMS, MMS, RCS) is spam"
        case .check(.im): "Whether a line of chat is spam"
        case .check(.post): "Whether a post, a comment or a review is spam"
        case .check(.call): "Whether a call is spam, as far as its transcript says"
        case .batch: "The same for up to \(WebLimits.batchCount) messages"
        case .verdict: "A verdict that was given of late, once more"
        case .feedback: "What a message is; it is learnt"
        case .reports(.take): "What somebody says of a mail; it is weighed, and learnt"
        case .reports(.outcome): "What came of a report"
        case .quarantine(.list): "The mails that are held, the latest first"
        case .quarantine(.hold): "Holds a mail for its recipients; it is durable when this is answered"
        case .quarantine(.show): "A held mail: what is known of it"
        case .quarantine(.read): "A held mail as it came"
        case .quarantine(.release): "Hands a held mail on, and learns that it is ham where that is wanted"
        case .quarantine(.delete): "Drops a held mail, and learns that it is spam where that is wanted"
        case .heldPage: "The page behind a link of a digest: what is held, and a button; it changes nothing"
        case .callEvents: "What became of calls; their callers are known by it for an hour"
        case .matrix(.checkEvent): "Matrix: whether an event is spam"
        case .matrix(.federatedInvite): "Matrix: whether an invitation is spam"
        case .matrix(.ping): "Matrix: whether the service is there"
        case .matrix: "Matrix: let through, as nothing of it can be judged"
        case .list: "A list of the operator, an entry a line: who is not to be let in"
        case .policySign: "Matrix: a signature of an event that may stand in a room (MSC4284)"
        case .policyKey: "Matrix: the key of these signatures"
        case .health: "Whether the service works"
        case .metrics: "What was counted, for Prometheus"
        case .description: "This document"
        case .akismet(.verifyKey): "Akismet: whether a key is good"
        case .akismet(.commentCheck): "Akismet: whether a comment is spam"
        case .akismet(.submitSpam): "Akismet: a comment that was let through is spam; it is learnt"
        case .akismet(.submitHam): "Akismet: a comment that was held is not spam; it is learnt"
        }
    }

    private static func parameters(_ route: Route, _ operation: inout JSONText) {
        var names: [(name: String, isList: Bool, description: String)] = []
        switch route {
        case .verdict:
            operation.key("parameters")
            return operation.raw(#"[{"name":"ref","in":"path","required":true,"schema":{"type":"string"}}]"#)
        case .quarantine(.list):
            operation.key("parameters")
            return operation.raw(
                #"[{"name":"to","in":"query","description":"The recipient whose mail it is; everybody's unless said","schema":{"type":"string"}},"#
                    + #"{"name":"before","in":"query","description":"The member before of the answer before this one","schema":{"type":"string"}},"#
                    + "{\"name\":\"limit\",\"in\":\"query\",\"schema\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":\(WebLimits.heldMails)}},"
                    + #"{"name":"lang","in":"query","schema":{"type":"string"}}]"#)
        case .reports(.take):
            operation.key("parameters")
            return operation.raw(
                #"[{"name":"spam","in":"query","description":"What the mail is; needed but for feedback reports","schema":{"enum":["true","false"]}},"#
                    + #"{"name":"form","in":"query","description":"Whether it is the message itself, or carries it","schema":{"enum":["message","attached"]}},"#
                    + #"{"name":"reporter","in":"query","description":"Who says so; the holder of the token unless said","schema":{"type":"string"}}]"#
            )
        case .quarantine(.hold):
            names.append(("verdict", false, "The ref of the verdict that was given on it; judged, and counted, anew without"))
        case .reports(.outcome), .quarantine:
            operation.key("parameters")
            return operation.raw(#"[{"name":"ref","in":"path","required":true,"schema":{"type":"string"}}]"#)
        case .heldPage:
            operation.key("parameters")
            return operation.raw(#"[{"name":"link","in":"path","required":true,"schema":{"type":"string"}}]"#)
        case .list:
            operation.key("parameters")
            return operation.raw(#"[{"name":"name","in":"path","required":true,"schema":{"type":"string"}}]"#)
        case .check, .batch: names.append(("lang", false, "The language of the reasons: ar, zh, en, fr, ru, es"))
        default: return
        }
        if route.mediaTypes.contains("message/rfc822") {
            names += [
                ("from", false, "The return path of a message/rfc822; empty for a bounce"), ("to", true, "Its recipients"),
                ("client", false, "The address of whoever sent it"), ("helo", false, "The name that the sender gave in HELO"),
                ("early-talker", false, "Whether the sender began to talk before it was greeted: true or false"),
                ("account", false, "The account that the sender logged in to"), ("id", false, "A name for it, given back as path"),
            ]
        }
        if route.mediaTypes.contains("text/plain") {
            names += [
                ("from", false, "Who sent a text/plain"), ("to", false, "Who gets it"), ("id", false, "A name for it, given back as path"),
            ]
        }
        operation.key("parameters")
        operation.list { list in
            for parameter in names {
                list.object { object in
                    object.member("name", parameter.name)
                    object.member("in", "query")
                    object.member("description", parameter.description)
                    object.key("schema")
                    object.raw(parameter.isList ? #"{"type":"array","items":{"type":"string"}}"# : #"{"type":"string"}"#)
                }
            }
        }
    }

    private static func content(_ route: Route, _ operation: inout JSONText) {
        guard !route.mediaTypes.isEmpty else { return }
        operation.key("requestBody")
        operation.object { body in
            body.member("required", true)
            body.key("content")
            body.object { types in
                for type in route.mediaTypes {
                    types.key(type)
                    let isWhole = type == "message/rfc822" || type == "text/plain"
                    types.raw("{\"schema\":\(isWhole ? #"{"type":"string"}"# : reference(requestSchema(route)))}")
                }
            }
        }
    }

    private static func requestSchema(_ route: Route) -> String {
        switch route {
        case .check(.mail): "Mail"
        case .check(.sms): "TextMessage"
        case .check(.im): "ChatLine"
        case .check(.post): "Post"
        case .check(.call): "Call"
        case .batch: "Batch"
        case .feedback: "Feedback"
        case .quarantine(.hold): "MailToHold"
        case .quarantine: "HeldWord"
        case .callEvents: "CallEvents"
        case .matrix: "MatrixQuestion"
        case .policySign: "MatrixEvent"
        case .heldPage: "HeldForm"
        case .akismet(.verifyKey): "AkismetKey"
        default: "AkismetComment"
        }
    }

    private static func responses(_ route: Route, _ operation: inout JSONText) {
        operation.key("responses")
        operation.object { responses in
            responses.key("200")
            switch route {
            case .feedback: responses.raw(success("What became of it; it is on the disk", "application/json", reference("Outcome")))
            case .reports(.take): responses.raw(success("What came of it; it is on the disk", "application/json", reference("Reports")))
            case .reports(.outcome): responses.raw(success("What came of it", "application/json", reference("Report")))
            case .quarantine(.list): responses.raw(success("The mails", "application/json", reference("HeldMails")))
            case .quarantine(.hold): responses.raw(success("It is held, and on the disk", "application/json", reference("HeldMail")))
            case .quarantine(.show): responses.raw(success("The mail", "application/json", reference("HeldMail")))
            case .quarantine(.read): responses.raw(success("The mail", "message/rfc822", #"{"type":"string"}"#))
            case .quarantine: responses.raw(success("What was done; it is on the disk", "application/json", reference("HeldOutcome")))
            case .heldPage: responses.raw(success("The page, or what was done", "text/html", #"{"type":"string"}"#))
            case .callEvents: responses.raw(success("How many were noted", "application/json", reference("Noted")))
            case .matrix: responses.raw(success("It may pass", "application/json", #"{"type":"object"}"#))
            case .check:
                let either = "\"application/json\":{\"schema\":\(reference("Verdict"))},\"text/plain\":{\"schema\":{\"type\":\"string\"}}"
                responses.raw("{\"description\":\"The verdict, or as text what is to be done\",\"content\":{\(either)}}")
            case .verdict: responses.raw(success("The verdict", "application/json", reference("Verdict")))
            case .batch:
                responses.raw(success("A verdict or a problem for each message, in their order", "application/json", reference("Verdicts")))
            case .list: responses.raw(success("The list", "text/plain", #"{"type":"string"}"#))
            case .policySign: responses.raw(success("Our signature", "application/json", #"{"type":"object"}"#))
            case .policyKey: responses.raw(success("The key", "application/json", #"{"type":"object"}"#))
            case .health: responses.raw(success("It works", "application/json", reference("Health")))
            case .metrics: responses.raw(success("Text format 0.0.4", "text/plain", #"{"type":"string"}"#))
            case .description: responses.raw(success("OpenAPI", "application/json", #"{"type":"object"}"#))
            case .akismet: responses.raw(success("A word", "text/plain", #"{"type":"string"}"#))
            }
            if case .list = route {
                responses.key("304")
                responses.raw(#"{"description":"It is as it was when it had the ETag of If-None-Match"}"#)
            }
            if case .matrix = route {
                responses.key("403")
                let either =
                    "\"application/json\":{\"schema\":{\"type\":\"object\"}},\"application/problem+json\":{\"schema\":\(reference("Problem"))}"
                responses.raw("{\"description\":\"It is refused, or the token does not allow this\",\"content\":{\(either)}}")
            }
            if case .policySign = route {
                responses.key("400")
                let either =
                    "\"application/json\":{\"schema\":{\"type\":\"object\"}},\"application/problem+json\":{\"schema\":\(reference("Problem"))}"
                responses.raw("{\"description\":\"It is refused, or is no event\",\"content\":{\(either)}}")
            }
            if case .heldPage = route { return pages(&responses) }
            for status in statuses(route) {
                responses.key(String(status))
                responses.raw(success(problemWords(status), "application/problem+json", reference("Problem")))
            }
        }
    }

    /// What is told to people stands on pages; what no browser sends is a problem as elsewhere.
    private static func pages(_ responses: inout JSONText) {
        let problem = "\"application/problem+json\":{\"schema\":\(reference("Problem"))}"
        let page = #""text/html":{"schema":{"type":"string"}}"#
        for (status, words, content) in [
            (404, "The link is none of ours, or there are none here", "\(page),\(problem)"), (410, "The mail is gone", page),
            (413, problemWords(413), problem), (415, problemWords(415), problem), (429, "Too much was asked for in a short time", page),
            (503, "The mail is still held", page),
        ] {
            responses.key(String(status))
            responses.raw("{\"description\":\"\(words)\",\"content\":{\(content)}}")
        }
    }

    private static func statuses(_ route: Route) -> [Int] {
        switch route {
        case .check, .batch: [400, 401, 403, 413, 415, 422, 429, 503]
        case .akismet(.submitSpam), .akismet(.submitHam): [400, 403, 413, 415, 429, 503]
        case .akismet: [400, 403, 413, 415, 429, 503]
        case .verdict, .list: [401, 403, 404, 429]
        case .feedback: [400, 401, 403, 404, 413, 415, 422, 429, 503]
        case .reports(.take): [400, 401, 403, 413, 415, 422, 429, 503, 507]
        case .reports(.outcome): [401, 403, 404, 429, 503]
        case .quarantine(.list): [401, 403, 404, 422, 429, 503]
        case .quarantine(.hold): [400, 401, 403, 404, 413, 415, 422, 429, 503, 507]
        case .quarantine(.show), .quarantine(.read): [401, 403, 404, 429, 503]
        case .quarantine: [400, 401, 403, 404, 413, 415, 422, 429, 503]
        case .callEvents: [400, 401, 403, 404, 413, 415, 422, 429]
        case .matrix: [400, 401, 413, 415, 422, 429]
        case .policySign: [403, 404, 413, 415, 422, 503]
        case .policyKey: [404]
        case .metrics: [401, 403, 429]
        case .health, .description, .heldPage: []
        }
    }

    private static func problemWords(_ status: Int) -> String {
        Problem.Kind.allCases.filter { $0.status == status }.map(\.title).joined(separator: "; ")
    }

    private static func success(_ description: String, _ type: String, _ schema: String) -> String {
        "{\"description\":\"\(description)\",\"content\":{\"\(type)\":{\"schema\":\(schema)}}}"
    }

    private static func reference(_ name: String) -> String { "{\"$ref\":\"#/components/schemas/\(name)\"}" }
}
