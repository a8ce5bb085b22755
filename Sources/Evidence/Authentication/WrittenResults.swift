// What was found, in the words that servers write into messages.
public import MIME
internal import Messages

extension AuthenticationResults.Result {
    /// The result of DMARC (RFC 9989 sections 9.1 and 9.2). The published policy and what is to be done stand in a
    /// comment, as most servers write them.
    public init(_ outcome: DMARCOutcome) {
        var comment = ""
        if let record = outcome.record { comment = "p=\((record.policy ?? .none).rawValue) dis=\(outcome.applied.rawValue)" }
        if let problem = outcome.problem { comment += (comment.isEmpty ? "" : " ") + problem.description }
        self.init("dmarc", outcome.result.rawValue, comment: comment)
        if !outcome.author.isEmpty { properties.append(.init("header", "from", outcome.author)) }
        if outcome.result == .fail { properties.append(.init("policy", "dmarc", outcome.applied.rawValue)) }
    }

    /// The result of SPF. Of the sender only the domain is named, unless a record said something of its local part (RFC 8601 section 2.7.2).
    /// - Parameters:
    ///   - outcome: the outcome.
    ///   - isHELO: whether the name given in HELO was asked about, and not the sender.
    public init(_ outcome: SPFOutcome, isHELO: Bool = false) {
        self.init("spf", outcome.result.rawValue, comment: outcome.problem?.description ?? "")
        let domain = String(decoding: outcome.domain, as: UTF8.self)
        let sender = isHELO || !outcome.asksForLocalPart ? domain : ReceivedSPF.mailbox(of: outcome)
        properties.append(.init("smtp", isHELO ? "helo" : "mailfrom", sender))
    }
}

extension ReceivedSPF {
    /// The field for an outcome (RFC 7208 section 9.1).
    /// - Parameters:
    ///   - outcome: the outcome.
    ///   - isHELO: whether the name given in HELO was asked about, and not the sender.
    public init(_ outcome: SPFOutcome, isHELO: Bool = false) {
        let identity = outcome.identity
        self.init(outcome.result.rawValue, comment: "\(identity.receiver): \(ReceivedSPF.sentence(on: outcome))")
        pairs = [
            Pair("client-ip", identity.address.description), Pair("envelope-from", ReceivedSPF.mailbox(of: outcome)),
            Pair("helo", identity.helo), Pair("receiver", identity.receiver), Pair("identity", isHELO ? "helo" : "mailfrom"),
        ]
        if let problem = outcome.problem { pairs.append(Pair("problem", problem.description)) }
        let match = outcome.steps.last { if case .match = $0.finding { $0.depth == 0 } else { false } }
        if let match { pairs.append(Pair("mechanism", match.term)) }
    }

    fileprivate static func mailbox(of outcome: SPFOutcome) -> String {
        String(decoding: outcome.identity.localPart + [UInt8(ascii: "@")] + outcome.identity.domain, as: UTF8.self)
    }

    /// The results in the words that RFC 7208 section 9.1 shows.
    private static func sentence(on outcome: SPFOutcome) -> String {
        let sender = mailbox(of: outcome)
        let client = outcome.identity.address.description
        return switch outcome.result {
        case .pass: "domain of \(sender) designates \(client) as permitted sender"
        case .fail, .softfail: "domain of \(sender) does not designate \(client) as permitted sender"
        case .neutral: "domain of \(sender) says nothing of \(client)"
        case .none: "domain of \(sender) does not publish who may send"
        case .temperror, .permerror: "error in processing \(sender)"
        }
    }
}
