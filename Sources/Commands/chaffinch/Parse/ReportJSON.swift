internal import AbuseReports
internal import JSON
internal import MIME
internal import Messages

/// What a report of abuse or of authentication says, as JSON.
enum ReportJSON {
    static func text(of file: ReportFile) -> String {
        var json = JSONText()
        json.object { object in
            object.key("aggregate")
            object.list { list in for report in file.aggregates { write(report, into: &list) } }
            object.key("failure")
            if let failure = file.failure { write(failure, into: &object) } else { object.null() }
            object.member("problems", file.problems)
        }
        return json.text
    }

    static func write(_ report: AggregateReport, into json: inout JSONText) {
        json.object { object in
            object.member("organization", report.metadata.organization)
            object.member("email", report.metadata.email)
            object.member("identifier", report.metadata.identifier)
            object.member("begin", report.metadata.begin.map { "\($0)" })
            object.member("end", report.metadata.end.map { "\($0)" })
            object.member("domain", report.policy.domain)
            object.member("policy", report.policy.own?.rawValue)
            object.member("subdomainPolicy", report.policy.subdomains?.rawValue)
            object.member("nonexistentPolicy", report.policy.nonexistent?.rawValue)
            object.member("messages", report.messageCount)
            object.key("records")
            object.list { list in for record in report.records { write(record, into: &list) } }
            object.member("problems", report.problems.map(\.description))
        }
    }

    private static func write(_ record: AggregateReport.Record, into list: inout JSONText) {
        list.object { object in
            object.member("source", record.source)
            object.member("count", record.count)
            object.member("disposition", record.disposition?.rawValue)
            object.member("passes", record.passes)
            object.member("dkim", record.dkimPasses ?? false)
            object.member("spf", record.spfPasses ?? false)
            object.member("author", record.author)
            object.member("sender", record.sender)
            object.member("recipient", record.recipient)
            object.member("reasons", record.reasons.map(\.kind.rawValue))
            for (key, results) in [("signatures", record.signatures), ("senderResults", record.senderResults)] {
                object.key(key)
                object.list { list in
                    for result in results {
                        list.object { entry in
                            entry.member("domain", result.domain)
                            entry.member("selector", result.selector)
                            entry.member("scope", result.scope)
                            entry.member("result", result.result)
                        }
                    }
                }
            }
        }
    }

    private static func write(_ report: FailureReport, into json: inout JSONText) {
        json.object { object in
            object.member("kind", report.kind)
            object.member("version", report.version)
            object.member("userAgent", report.userAgent)
            object.member("arrival", report.arrival.map { "\($0)" })
            object.member("source", report.source?.description)
            object.member("incidents", report.incidents)
            object.member("mailFrom", report.mailFrom)
            object.member("recipients", report.recipients)
            object.member("reportingServer", report.reportingServer)
            object.member("domains", report.domains)
            object.member("addresses", report.addresses)
            object.member("failure", report.failure)
            object.member("delivery", report.delivery)
            object.member("alignment", report.alignment)
            object.member("dkimDomain", report.dkimDomain)
            object.member("dkimSelector", report.dkimSelector)
            object.member("spfRecord", report.spfRecord)
            object.member("results", report.results.flatMap(\.results).map { "\($0.method)=\($0.result)" })
            object.key("defects")
            object.list { list in for defect in report.defects { MailJSON.write(defect, into: &list) } }
        }
    }
}
