internal import JSON
internal import Messages

extension RunRecord {
    /// What a record says it is.
    static let kind = "chaffinch-cost-run"
    /// The version of the form.
    static let form = 1

    /// The record as JSON (RFC 8259), one object on one line. Numbers are written with all their digits.
    public var json: String {
        var json = JSONText()
        json.object { object in
            object.member("record", RunRecord.kind)
            object.member("form", RunRecord.form)
            object.member("program", program)
            writeHead(into: &object)
            object.key("parameters")
            object.list { list in
                for parameter in Parameter.allCases {
                    guard let entry = ledger.entries[parameter] else { continue }
                    list.object { member in
                        member.member("id", parameter.id)
                        RunRecord.write(entry.range, as: "value", into: &member)
                        RunRecord.write(entry, into: &member)
                    }
                }
            }
            writeLists(into: &object)
            object.key("figures")
            object.list { list in
                for figure in figures {
                    list.object { member in
                        member.member("id", figure.id)
                        for (name, value) in [("mid", figure.mid), ("p5", figure.p5), ("p50", figure.p50), ("p95", figure.p95)] {
                            RunRecord.write(value, as: name, into: &member)
                        }
                    }
                }
            }
        }
        return json.text
    }

    private func writeHead(into object: inout JSONText) {
        object.member("scenario", ledger.scenario)
        object.member("asOf", ledger.asOf?.description)
        // A JSON number would lose digits of it in many readers.
        object.member("seed", "\(seed)")
        object.member("draws", draws)
        object.member("sum", summed.map(\.rawValue))
        object.member("title", ledger.title)
        object.member("country", ledger.country)
        object.member("currency", ledger.currency)
        object.member("priceYear", ledger.priceYear)
        object.member("example", ledger.isExample)
        object.key("lapsed")
        object.object { member in
            for parameter in Parameter.allCases {
                if let last = ledger.lapsed[parameter] { member.member(parameter.id, last.description) }
            }
        }
    }

    private func writeLists(into object: inout JSONText) {
        object.key("facilities")
        object.list { list in
            for facility in ledger.facilities {
                list.object { member in
                    member.member("class", facility.layer.rawValue)
                    member.member("means", facility.means.rawValue)
                    if case .entered(let range) = facility.required {
                        RunRecord.write(range, as: "required", into: &member)
                    } else {
                        member.member("required", "computed")
                    }
                    RunRecord.write(facility.installed, as: "installed", into: &member)
                    if let answers = facility.answers {
                        member.member("answered", answers.given)
                        member.member("unavailable", answers.unavailable)
                    }
                    RunRecord.write(facility.entry, into: &member)
                }
            }
        }
        object.key("spending")
        object.list { list in
            for spending in ledger.spending {
                list.object { member in
                    member.member("actor", spending.actor.rawValue)
                    member.member("purpose", spending.purpose.rawValue)
                    member.member("size", spending.size?.rawValue)
                    if let respondents = spending.respondents { member.member("respondents", respondents) }
                    RunRecord.write(spending.amount, as: "value", into: &member)
                    RunRecord.write(spending.entry, into: &member)
                }
            }
        }
    }

    /// Writes where a value comes from, and which version it is.
    private static func write(_ entry: LedgerEntry, into member: inout JSONText) {
        if let year = entry.priceYear { member.member("year", year) }
        member.member("country", entry.country)
        member.member("source", entry.source)
        member.member("method", entry.method.rawValue)
        member.member("grade", entry.grade?.rawValue)
        switch entry.origin {
        case .entered(let line): member.member("line", line)
        case .published: member.member("origin", "published")
        case .derived: member.member("origin", "derived")
        case .answered: member.member("origin", "answered")
        }
        let version = entry.version
        let texts = [
            ("version", version.name), ("validFrom", version.validFrom?.description), ("validTo", version.validTo?.description),
            ("supersedes", version.supersedes), ("comment", entry.comment),
        ]
        for (name, text) in texts where text != nil { member.member(name, text) }
    }

    private static func write(_ range: ParameterRange?, as name: String, into member: inout JSONText) {
        member.key(name)
        guard let range else { return member.null() }
        member.object { values in
            write(range.low, as: "low", into: &values)
            write(range.mid, as: "mid", into: &values)
            write(range.high, as: "high", into: &values)
        }
    }

    /// Writes the shortest number that reads as the same.
    private static func write(_ number: Double, as name: String, into member: inout JSONText) {
        member.key(name)
        member.raw(number.isFinite ? "\(number)" : "null")
    }
}
