internal import Localization
internal import MIME
internal import Messages
internal import Reading

/// Replies go to a free mailbox that is not the sender’s.
struct ReplyElsewhere: Check {
    let sentence = Sentence(
        "identity.reply-elsewhere",
        en: "Replies would go elsewhere: {1} instead of {2}.",
        fr: "Les réponses iraient ailleurs : {1} au lieu de {2}.",
        es: "Las respuestas irían a otra parte: {1} en vez de {2}.",
        ru: "Ответы уйдут в другое место: {1} вместо {2}.",
        ar: "تذهب الردود إلى مكان آخر: {1} بدل {2}.",
        zh: "回复将发往别处：{1} 而非 {2}。")
    let weight = 1.0
    let layer = Layer.service
    let threat: ThreatClass? = .scam
    let needs = Needs.all([.author, .replyTo])

    func finding(in examination: Examination) -> Finding? {
        let header = examination.reading.header
        guard let author = header.from.first, let reply = header.replyTo.first, !reply.domain.isEmpty, !examination.reading.has(.listID)
        else { return nil }
        guard reply.domain != author.domain, FreeMailboxes.has(reply.domain) else { return nil }
        return Finding(reply.address, author.address, strength: FreeMailboxes.has(author.domain) ? 1.2 : 1)
    }
}
