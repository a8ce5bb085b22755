public import JSON
public import Localization
public import Messages

/// Writes verdicts as JSON, the same for every command and gateway. Programs rely on these names (docs/json.md): fields are added, never changed.
public struct VerdictWriter: Sendable {
    /// How many reasons are written where not all are asked for.
    public static let reasons = 8

    /// The sentences of the reasons.
    public var catalogue: Catalogue
    /// The language they are written in.
    public var language: Language

    /// A writer of this language.
    public init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// Writes the members of a verdict's object; the strongest reasons alone, unless it is to be whole.
    public func write(
        _ verdict: Verdict, _ decision: Decision, on channel: Channel, isWhole: Bool = false, into object: inout JSONText
    ) {
        object.member("channel", channel.rawValue)
        object.member("probability", verdict.probability, digits: 6)
        object.member("class", verdict.threatClass.rawValue)
        object.member("disposition", decision.disposition.rawValue)
        object.member("carriedOut", decision.isCarriedOut)
        object.member("language", verdict.language)
        object.key("reasons")
        object.list { list in
            for evidence in isWhole ? verdict.evidence[...] : verdict.evidence.prefix(VerdictWriter.reasons) {
                write(evidence, into: &list)
            }
        }
        object.key("coverage")
        write(verdict.coverage, into: &object)
        if isWhole || !verdict.rules.isEmpty { write(verdict.rules, into: &object) }
        if isWhole || !verdict.recipients.hits.isEmpty { write(verdict.recipients.hits, into: &object) }
        object.member("model", verdict.model)
        object.member("milliseconds", milliseconds(verdict.elapsed), digits: 3)
    }

    /// Writes what is decided for each of several recipients, where that differs.
    public func write(_ decisions: [RecipientDecision], of recipients: [Party], into object: inout JSONText) {
        guard !decisions.isEmpty else { return }
        object.key("decisions")
        object.list { list in
            for each in decisions {
                list.object { entry in
                    entry.member("recipients", each.recipients.filter(recipients.indices.contains).map { recipients[$0].description })
                    entry.member("disposition", each.decision.disposition.rawValue)
                    entry.member("carriedOut", each.decision.isCarriedOut)
                    entry.member("threshold", each.decision.because)
                    entry.member("profiles", each.decision.profiles.map(\.description))
                }
            }
        }
    }

    private func write(_ evidence: Evidence, into list: inout JSONText) {
        list.object { object in
            object.member("id", evidence.id)
            object.member("layer", evidence.layer.rawValue)
            object.member("weight", evidence.weight, digits: 3)
            object.member("text", catalogue.text(evidence.id, in: language, evidence.details, isolation: .never))
        }
    }

    private func write(_ hits: [RuleHit], into object: inout JSONText) {
        object.key("rules")
        object.list { list in
            for hit in hits {
                list.object { entry in
                    entry.member("id", hit.id)
                    entry.member("place", hit.place)
                    switch hit.effect {
                    case .weight(let weight): entry.member("weight", weight, digits: 3)
                    case .disposition(let disposition):
                        entry.member("disposition", disposition.rawValue)
                        entry.member("standing", hit.standing.rawValue)
                    }
                    entry.member("acts", hit.isActing)
                }
            }
        }
    }

    private func write(_ hits: [RecipientHit], into object: inout JSONText) {
        object.key("recipients")
        object.list { list in
            for hit in hits {
                list.object { entry in
                    entry.member("recipient", hit.recipient.description)
                    entry.member("list", hit.list.rawValue)
                    entry.member("place", hit.place)
                    entry.member("disposition", hit.disposition.rawValue)
                    entry.member("acts", hit.isActing)
                }
            }
        }
    }

    private func write(_ coverage: Coverage, into object: inout JSONText) {
        object.object { inside in
            inside.member("answered", coverage.answered)
            inside.key("missing")
            inside.list { list in
                for gap in coverage.gaps {
                    list.object { entry in
                        entry.member("what", gap.what)
                        entry.member("reason", gap.reason.rawValue)
                    }
                }
            }
        }
    }

    private func milliseconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) * 1000 + Double(attoseconds) / 1e15
    }
}
