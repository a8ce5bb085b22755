internal import Attacks
internal import MIME
internal import Messages

/// Disguises messages by one attack, as this program reads mail.
struct Disguise {
    private let attack: (any Attack)?
    private let parser: MailParser
    private let boundary: TrustBoundary

    /// A disguise by an attack; by none a message is only written again, as all attacks do.
    init(_ attack: (any Attack)?, _ prepared: Preparation) {
        self.attack = attack
        parser = MailParser(limits: prepared.making.limits)
        boundary = prepared.making.boundary
    }

    /// The message in disguise; itself where the attack is none for its channel.
    func disguised(_ message: Message) -> Message {
        var decoder = PartDecoder(limits: parser.limits)
        var draft = Draft(message, decoder: &decoder, parser: parser)
        if let attack, draft.isMail || !attack.needsMail {
            var chance = Chance(of: message.bytes.span)
            attack.change(&draft, by: &chance)
        }
        return draft.message(parser: parser, boundary: boundary)
    }
}
