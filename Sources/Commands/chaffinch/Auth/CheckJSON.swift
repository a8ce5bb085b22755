internal import Authentication
internal import JSON
internal import Localization
internal import MIME
internal import Messages
internal import Resolving

/// What came of a mail's checks, for programs. They rely on these names (docs/json.md): members are added, never changed.
struct CheckJSON {
    let run: CheckRun

    private var outcome: AuthenticationOutcome { run.outcome }

    /// Everything.
    func write(into object: inout JSONText) {
        object.key("client")
        client(into: &object)
        object.member("author", run.authors)
        object.key("spf")
        spf(run.spf, outcome.spf, into: &object)
        object.key("helo")
        spf(outcome.helo?.explained, outcome.helo, into: &object)
        object.key("senderid")
        senderID(into: &object)
        object.key("dkim")
        dkim(into: &object)
        object.key("dmarc")
        dmarc(into: &object)
        object.key("arc")
        arc(into: &object)
        for (key, explanation) in [("csa", run.csa), ("batv", run.batv), ("iprev", run.reverseName)] {
            object.key(key)
            object.object { write(explanation, into: &$0) }
        }
        vouchers(into: &object)
        conclusion(into: &object)
    }

    /// The results of one mechanism.
    func write(_ mechanism: AuthenticationMechanism, into object: inout JSONText) {
        switch mechanism {
        case .spf:
            object.key("spf")
            spf(run.spf, outcome.spf, into: &object)
            object.key("helo")
            spf(outcome.helo?.explained, outcome.helo, into: &object)
        case .senderID:
            object.key("senderid")
            senderID(into: &object)
        case .dkim:
            object.key("dkim")
            dkim(into: &object)
        case .dmarc:
            object.key("dmarc")
            dmarc(into: &object)
        case .arc:
            object.key("arc")
            arc(into: &object)
        case .vbr: vouchers(into: &object)
        default:
            for section in run.sections {
                object.key(section.key)
                object.object { write(section.explanation, into: &$0) }
            }
        }
        questions(into: &object)
    }

    private func write(_ explanation: Explanation, into object: inout JSONText) {
        object.member("result", explanation.result)
        object.member("reason", run.voice.text(explanation.reason))
        object.member("code", explanation.reason.key)
        object.member("subject", explanation.subject)
        object.member("notes", explanation.further.map(run.voice.text))
        guard !explanation.steps.isEmpty else { return }
        object.key("steps")
        object.list { list in
            for step in explanation.steps {
                list.object { entry in
                    entry.member("depth", step.depth)
                    entry.member("text", step.text)
                    entry.member("result", step.result)
                    switch step.finding {
                    case .text(let text): entry.member("finding", text)
                    case .statement(let statement): entry.member("finding", run.voice.text(statement))
                    }
                }
            }
        }
    }

    private func client(into object: inout JSONText) {
        let client = outcome.client
        let source =
            switch client.source {
            case .unknown: "unknown"
            case .envelope: "envelope"
            case .trace: "trace"
            }
        object.object { object in
            object.member("address", client.address?.description)
            object.member("helo", client.helo)
            object.member("returnPath", client.returnPath)
            object.member("source", source)
        }
    }

    private func spf(_ explanation: Explanation?, _ outcome: SPFOutcome?, into object: inout JSONText) {
        guard let explanation else { return object.null() }
        object.object { object in
            write(explanation, into: &object)
            object.member("record", outcome?.record.map { String(decoding: $0, as: UTF8.self) })
            object.member("termsThatAsk", outcome?.termsThatAsk ?? 0)
            object.member("voidLookups", outcome?.voidLookups ?? 0)
            object.member("explanation", outcome?.explanation)
        }
    }

    private func vouchers(into object: inout JSONText) {
        object.key("vbr")
        object.list { list in for voucher in outcome.vouchers { list.object { write(voucher.explained, into: &$0) } } }
    }

    private func senderID(into object: inout JSONText) {
        object.object { object in
            write(run.senderID, into: &object)
            object.key("submitter")
            submitter(outcome.senderID?.submitter, into: &object)
            object.key("mailFrom")
            spf(outcome.senderID?.mailFrom.explained, outcome.senderID?.mailFrom, into: &object)
        }
    }

    private func submitter(_ finding: Submitter.Finding?, into object: inout JSONText) {
        guard let finding else { return object.null() }
        object.object { object in
            object.member("address", finding.mailbox)
            object.member("isResponsible", finding.reply == nil)
            object.member("reply", finding.reply)
        }
    }

    private func dkim(into object: inout JSONText) {
        object.list { list in
            for signature in outcome.dkim?.signatures ?? [] {
                list.object { entry in
                    write(signature.explained, into: &entry)
                    entry.member("domain", signature.signature?.key.domain.description)
                    entry.member("selector", signature.signature?.key.selector.description)
                    entry.member("algorithm", signature.signature?.algorithm.rawValue)
                    if let bits = signature.keyBits { entry.member("keyBits", bits) }
                    entry.member("isKeySecure", signature.isKeySecure)
                }
            }
        }
    }

    private func dmarc(into object: inout JSONText) {
        object.object { object in
            write(run.dmarc, into: &object)
            object.member("policyDomain", outcome.dmarc?.policyDomain?.description)
            object.member("record", outcome.dmarc?.record.map { String(decoding: $0.bytes, as: UTF8.self) })
            object.member("requested", outcome.dmarc?.requested?.rawValue)
            object.member("applied", outcome.dmarc?.applied.rawValue)
            object.member("isSPFAligned", outcome.dmarc?.isAligned(.spf) ?? false)
            object.member("isDKIMAligned", outcome.dmarc?.isAligned(.dkim) ?? false)
        }
    }

    private func arc(into object: inout JSONText) {
        object.object { object in
            write(run.arc, into: &object)
            object.member("sealers", outcome.arc?.sets.map(\.domain.description) ?? [])
            if let oldest = outcome.arc?.oldestPass { object.member("oldestPass", oldest) }
        }
    }

    private func conclusion(into object: inout JSONText) {
        object.member("authenticated", outcome.authenticatedDomains.map(\.description))
        object.member("proved", outcome.proved.map(run.voice.text))
        object.member("notProved", outcome.notProved.map(run.voice.text))
        object.key("written")
        object.list { list in
            for written in outcome.written {
                list.object { entry in
                    entry.member("server", written.results.server)
                    entry.member("isOurs", written.isOurs)
                    entry.member("isForged", written.isForged)
                    entry.member("results", written.results.results.map { "\($0.method)=\($0.result)" })
                }
            }
        }
        questions(into: &object)
    }

    private func questions(into object: inout JSONText) {
        object.key("questions")
        object.list { list in
            for asked in outcome.questions {
                list.object { entry in
                    entry.member("question", asked.question.description)
                    entry.member("outcome", run.wasAsked ? asked.answer?.outcome.description : nil)
                }
            }
        }
        let (seconds, attoseconds) = run.elapsed.components
        object.member("milliseconds", Double(seconds) * 1000 + Double(attoseconds) / 1e15, digits: 3)
    }
}
