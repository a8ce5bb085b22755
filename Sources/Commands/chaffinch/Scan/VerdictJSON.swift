internal import Filter
internal import JSON
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
            VerdictWriter(catalogue: catalogue, language: language).write(
                verdict, judged.decision, on: judged.channel, isWhole: isWhole, into: &object)
            if isWhole { whole(judged, into: &object) }
        }
        return json.text
    }

    private func write(_ profile: ProfileName, into json: inout JSONText) {
        json.object { entry in
            entry.member("name", profile.name)
            entry.member("version", profile.version)
            entry.member("level", profile.level.rawValue)
        }
    }

    private func whole(_ judged: JudgedMessage, into object: inout JSONText) {
        object.member("classWords", judged.classWords)
        object.member("logOdds", judged.verdict.logOdds, digits: 3)
        object.member("prior", judge.prior(on: judged.channel), digits: 3)
        object.member("policy", judged.decision.policy)
        object.member("threshold", judged.decision.because)
        object.member("decidedAt", judged.decision.place)
        object.key("profile")
        if let profile = judged.decision.profile { write(profile, into: &object) } else { object.null() }
        object.key("profiles")
        object.list { list in for profile in judged.decision.profiles { write(profile, into: &list) } }
        object.key("precedence")
        object.list { list in for voice in judged.voices { voice.write(into: &list) } }
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
}
