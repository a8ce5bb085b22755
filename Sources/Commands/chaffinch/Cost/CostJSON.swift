internal import CostModel
internal import JSON
internal import Localization
internal import Messages

/// An estimate as one JSON object. Numbers have six digits after the point, so that the same estimate is the same bytes.
struct CostJSON {
    let estimate: CostEstimate
    let language: Language
    private let catalogue = Catalogue(Plausibility.sentences)

    private static let digits = 6

    init(estimate: CostEstimate, language: Language) {
        self.estimate = estimate
        self.language = language
    }

    func write(into object: inout JSONText) {
        let ledger = estimate.ledger
        object.member("right", true)
        object.member("title", ledger.title)
        object.member("country", ledger.country)
        object.member("currency", ledger.currency)
        object.member("priceYear", ledger.priceYear)
        object.member("example", ledger.isExample)
        object.member("asOf", ledger.asOf?.description)
        object.member("scenario", ledger.scenario)
        object.member("seed", "\(estimate.seed)")
        object.member("draws", estimate.draws)
        object.key("figures")
        object.list { list in
            for amount in estimate.amounts { list.object { write(amount, id: amount.figure.id, into: &$0) } }
        }
        object.key("sum")
        if let sum = estimate.sum { object.object { write(sum, id: "sum", into: &$0) } } else { object.null() }
        writeComparison(into: &object)
        writeTornado(into: &object)
        writeYears(into: &object)
        number("people", estimate.people, into: &object)
        number("agents", estimate.agents.map(Double.init), into: &object)
        writeMissing(into: &object)
        writeParameters(into: &object)
        writeQuestions(into: &object)
    }

    private func write(_ amount: CostEstimate.Amount, id: String, into object: inout JSONText) {
        object.member("id", id)
        object.member("perspective", id == "sum" ? nil : amount.figure.group)
        object.member("mid", amount.mid, digits: CostJSON.digits)
        object.member("p5", amount.p5, digits: CostJSON.digits)
        object.member("p50", amount.p50, digits: CostJSON.digits)
        object.member("p95", amount.p95, digits: CostJSON.digits)
        object.member("complete", amount.isComplete)
    }

    private func writeComparison(into object: inout JSONText) {
        object.key("comparison")
        guard let comparison = estimate.comparison else { return object.null() }
        object.object { member in
            member.member("unit", "international dollars")
            member.member("year", comparison.year)
            member.member("rate", comparison.rate, digits: CostJSON.digits)
            member.member("source", comparison.source)
            member.key("figures")
            member.list { list in
                for amount in comparison.amounts { list.object { write(amount, id: amount.figure.id, into: &$0) } }
            }
        }
    }

    private func writeTornado(into object: inout JSONText) {
        object.key("tornado")
        object.list { list in
            for (figure, swings) in estimate.tornado {
                list.object { entry in
                    entry.member("figure", figure.id)
                    entry.key("swings")
                    entry.list { bars in
                        for swing in swings {
                            bars.object { bar in
                                bar.member("input", swing.input)
                                bar.member("low", swing.low, digits: CostJSON.digits)
                                bar.member("high", swing.high, digits: CostJSON.digits)
                            }
                        }
                    }
                }
            }
        }
    }

    private func writeYears(into object: inout JSONText) {
        object.key("years")
        object.list { list in
            for year in estimate.years {
                list.object { entry in
                    entry.member("year", year.year)
                    entry.member("messagesPerSecond", year.messagesPerSecond, digits: CostJSON.digits)
                    entry.member("servers", year.servers, digits: CostJSON.digits)
                    entry.member("capital", year.capital, digits: CostJSON.digits)
                    number("people", year.people, into: &entry)
                }
            }
        }
    }

    private func writeMissing(into object: inout JSONText) {
        object.key("missing")
        object.list { list in
            for missing in estimate.missing {
                list.object { entry in
                    entry.member("parameter", missing.parameter.id)
                    entry.member("unit", missing.parameter.definition.unit(in: estimate.ledger.currency))
                    entry.member("figures", missing.figures)
                    entry.member("asked", missing.asked)
                }
            }
        }
        object.member("missingClasses", estimate.missingLayers.map(\.rawValue))
        object.member("missingMeans", estimate.missingMeans.map(\.rawValue))
        object.member("awaited", estimate.awaited)
    }

    /// Everything that was reckoned with, so that a run can be followed from its record.
    private func writeParameters(into object: inout JSONText) {
        object.key("parameters")
        object.list { list in
            for parameter in Parameter.allCases {
                guard let entry = estimate.ledger.entry(of: parameter), let range = entry.range else { continue }
                list.object { member in
                    member.member("id", parameter.id)
                    // What is published of good mail lost is a hundred-thousandth.
                    member.member("low", range.low, digits: 9)
                    member.member("mid", range.mid, digits: 9)
                    member.member("high", range.high, digits: 9)
                    member.member("unit", parameter.definition.unit(in: estimate.ledger.currency))
                    if let year = entry.priceYear { member.member("year", year) }
                    member.member("country", entry.country)
                    member.member("source", entry.source)
                    member.member("method", entry.method.rawValue)
                    member.member("grade", entry.grade?.rawValue)
                    member.member("origin", CostJSON.name(of: entry.origin))
                    if let version = entry.version.name { member.member("version", version) }
                }
            }
        }
    }

    private static func name(of origin: LedgerEntry.Origin) -> String {
        switch origin {
        case .entered(let line): "line \(line)"
        case .published: "published"
        case .derived: "derived"
        case .answered: "answered"
        }
    }

    private func writeQuestions(into object: inout JSONText) {
        object.key("questions")
        object.list { list in
            for question in estimate.questions {
                list.object { entry in
                    entry.member("id", question.id)
                    entry.member("about", question.about)
                    entry.member("text", catalogue.text(question.statement, in: language, isolation: .never))
                    if let comment = question.comment { entry.member("comment", comment) }
                }
            }
        }
    }

    private func number(_ name: String, _ value: Double?, into object: inout JSONText) {
        object.key(name)
        if let value { object.value(value, digits: CostJSON.digits) } else { object.null() }
    }
}
