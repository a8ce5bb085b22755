internal import Filter
internal import Localization
internal import Messages

/// Prints verdicts as JSON lines. Programs rely on these names (docs/json.md): fields are added, never changed.
struct VerdictJSON {
    let catalogue: Catalogue
    let language: Language
    /// Says what the weights of the reasons are added to.
    let judge: Judge

    func line(_ judged: JudgedMessage, isWhole: Bool = false) -> String {
        let verdict = judged.verdict
        var json = JSONText()
        json.object { object in
            object.member("path", judged.path)
            object.member("channel", judged.channel.rawValue)
            object.member("probability", verdict.probability, digits: 6)
            object.member("class", verdict.threatClass.rawValue)
            object.member("disposition", judged.decision.disposition.rawValue)
            object.member("carriedOut", judged.decision.isCarriedOut)
            object.member("language", verdict.language)
            object.key("reasons")
            object.list { list in
                for evidence in isWhole ? verdict.evidence[...] : verdict.evidence.prefix(8) { reason(evidence, into: &list) }
            }
            object.key("coverage")
            coverage(verdict.coverage, into: &object)
            if isWhole || !verdict.rules.isEmpty { rules(verdict.rules, into: &object) }
            if isWhole || !verdict.recipients.hits.isEmpty { recipients(verdict.recipients.hits, into: &object) }
            object.member("model", verdict.model)
            object.member("milliseconds", milliseconds(verdict.elapsed), digits: 3)
            if isWhole { whole(judged, into: &object) }
        }
        return json.text
    }

    private func reason(_ evidence: Evidence, into list: inout JSONText) {
        list.object { object in
            object.member("id", evidence.id)
            object.member("layer", evidence.layer.rawValue)
            object.member("weight", evidence.weight, digits: 3)
            object.member("text", catalogue.text(evidence.id, in: language, evidence.details, isolation: .never))
        }
    }

    private func rules(_ hits: [RuleHit], into object: inout JSONText) {
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

    private func recipients(_ hits: [RecipientHit], into object: inout JSONText) {
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

    private func coverage(_ coverage: Coverage, into object: inout JSONText) {
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

    private func whole(_ judged: JudgedMessage, into object: inout JSONText) {
        object.member("classWords", judged.classWords)
        object.member("logOdds", judged.verdict.logOdds, digits: 3)
        object.member("prior", judge.prior(on: judged.channel), digits: 3)
        object.member("policy", judged.decision.policy)
        object.member("threshold", judged.decision.because)
        object.member("decidedAt", judged.decision.place)
        object.key("defects")
        object.list { list in
            for defect in judged.verdict.defects {
                list.object { entry in
                    entry.member("kind", defect.kind.rawValue)
                    entry.member("offset", defect.offset)
                }
            }
        }
    }

    private func milliseconds(_ duration: Duration) -> Double {
        let (seconds, attoseconds) = duration.components
        return Double(seconds) * 1000 + Double(attoseconds) / 1e15
    }
}
