internal import Filter
internal import JSON
internal import Localization
internal import Messages

/// How the commands of policy speak of orders.
struct PolicyVoicing {
    let language: Language
    let catalogue: Catalogue

    init(_ language: Language, _ catalogue: Catalogue = Catalogue(Terms.all, CommandSentences.all)) {
        self.language = language
        self.catalogue = catalogue
    }

    func text(_ key: String, _ details: String...) -> String {
        Terminal.safe(catalogue.text(key, in: language, details, isolation: .never))
    }

    /// Where an order stands at a moment: `holds`, `to-come`, `expired`, `ended`.
    static func state(of order: PolicyOrder, at moment: Timestamp) -> String {
        if let end = order.end, end.time < order.until { return "ended" }
        if order.holds(at: moment) { return "holds" }
        return moment < order.from ? "to-come" : "expired"
    }

    /// What people are told of an order.
    func lines(_ order: PolicyOrder, at moment: Timestamp) -> [String] {
        var lines = [
            "\(order.id)  \(order.from) – \(order.until)  " + text("policy.order-\(PolicyVoicing.state(of: order, at: moment))")
                + (order.isActing ? "" : " · " + text("policy.watched")),
            "  " + Terminal.safe(order.summary), "  " + Terminal.safe("\(order.author): \(order.reason)"),
        ]
        if let end = order.end {
            lines.append("  " + text("policy.order-ended-by", "\(end.time)", end.author, end.reason))
        }
        return lines
    }

    /// What programs are told of it.
    static func write(_ order: PolicyOrder, at moment: Timestamp, into object: inout JSONText) {
        object.member("order", order.id)
        object.member("state", state(of: order, at: moment))
        object.member("author", order.author)
        object.member("reason", order.reason)
        object.member("made", "\(order.made)")
        object.member("from", "\(order.from)")
        object.member("until", "\(order.until)")
        object.member("channel", order.channel?.rawValue)
        object.member("direction", order.direction?.rawValue)
        object.member("acts", order.isActing)
        switch order.measure {
        case .action(let disposition, let condition):
            object.member("when", condition)
            object.member("action", disposition.rawValue)
        case .threshold(let disposition, let probability):
            object.member("threshold", disposition.rawValue)
            object.member("probability", probability ?? .infinity, digits: 6)
        }
        if let end = order.end {
            object.member("endedAt", "\(end.time)")
            object.member("endedBy", end.author)
            object.member("endedBecause", end.reason)
        }
    }

    /// One who has a say: who it is, what they want, and what came of it.
    func line(_ voice: PolicyVoice, stands: String = "policy.not-reached", isolation: Isolation = .never) -> String {
        let name = catalogue.name(of: voice.disposition, in: language)
        let wish =
            if !voice.isThreshold {
                name
            } else if let from = voice.from {
                catalogue.text("policy.from", in: language, [name, "\(from)"], isolation: isolation)
            } else {
                catalogue.text("policy.never", in: language, [name], isolation: isolation)
            }
        let binding = voice.isBinding ? " · " + text("policy.binding") : ""
        // What is never to be done is not reached by anything: it stands.
        let isNever = voice.isThreshold && voice.from == nil
        let outcome = text(voice.outcome == .notReached ? (isNever ? "policy.stands" : stands) : "policy.\(voice.outcome.rawValue)")
        let whose = voice.profile.map { " [\($0)]" } ?? ""
        let place = voice.place.map { " (\($0))" } ?? ""
        return "  " + Terminal.safe(voice.name + whose + place) + ": " + wish + binding + " · " + outcome
    }
}

extension PolicyVoice {
    /// What programs are told of one who has a say.
    func write(into list: inout JSONText) {
        list.object { entry in
            entry.member("name", name)
            entry.member("place", place)
            entry.member("profile", profile?.description)
            entry.member("disposition", disposition.rawValue)
            if isThreshold { entry.member("from", from ?? .infinity, digits: 6) }
            entry.member("binding", isBinding)
            entry.member("outcome", outcome.rawValue)
        }
    }
}
