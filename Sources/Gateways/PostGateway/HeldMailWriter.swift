internal import JSON
public import Localization
public import MailGateway
public import Quarantine

/// Writes held mails as JSON, the same for commands and programs.
public struct HeldMailWriter: Sendable {
    private let catalogue: Catalogue
    private let language: Language

    /// A writer of reasons in a language.
    public init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// A held mail.
    public func text(_ mail: HeldMail) -> String {
        var json = JSONText()
        json.object { object in
            object.member("ref", mail.reference)
            object.member("time", "\(mail.time)")
            object.member("expires", "\(mail.expiry)")
            object.member("from", mail.transport.returnPath)
            object.member("author", mail.shown.author)
            object.member("subject", mail.shown.subject)
            object.member("size", mail.shown.size)
            object.member("probability", mail.shown.probability, digits: 6)
            object.member("class", mail.shown.threatClass)
            object.member("threshold", mail.shown.decidedBy)
            object.member("policy", mail.shown.policy)
            object.key("reasons")
            object.list { list in
                for reason in mail.shown.reasons {
                    list.object { entry in
                        entry.member("id", reason.id)
                        entry.member("weight", reason.weight, digits: 3)
                        entry.member("text", catalogue.text(reason.id, in: language, reason.details, isolation: .never))
                    }
                }
            }
            object.key("to")
            object.list { list in
                for addressee in mail.addressees {
                    list.object { entry in
                        entry.member("address", addressee.address)
                        entry.member("state", addressee.state.rawValue)
                        entry.member("since", "\(addressee.since)")
                        entry.member("by", addressee.by.isEmpty ? nil : addressee.by)
                    }
                }
            }
            object.member("lesson", mail.lesson)
        }
        return json.text
    }

    /// What was done with a held mail, as one of its recipients may see it where one asks.
    public func text(_ outcome: QuarantineDesk.Outcome, for recipient: String? = nil) -> String {
        var json = JSONText()
        json.object { object in
            object.member("changed", outcome.changed)
            object.key("refused")
            object.list { list in
                for refusal in outcome.refused {
                    list.object { entry in
                        entry.member("address", refusal.recipient)
                        entry.member("reply", refusal.reply)
                    }
                }
            }
            switch outcome.lesson {
            case .learnt(let id, let model):
                object.key("learnt")
                object.object { lesson in
                    lesson.member("id", id)
                    lesson.member("model", model)
                }
            case .kept(let why): object.member("notLearnt", why)
            case nil: break
            }
            object.key("mail")
            object.raw(text(recipient.map { outcome.mail.seen(by: $0) } ?? outcome.mail))
        }
        return json.text
    }
}
