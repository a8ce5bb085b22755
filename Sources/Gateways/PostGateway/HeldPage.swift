public import Localization
internal import MailGateway
internal import Messages
internal import Quarantine
public import Telemetry

/// The pages behind the links of digests: who answers them, and in which language.
public struct HeldPages: Sendable {
    /// The language that a recipient is written to in; nothing where nobody says.
    let language: @Sendable (_ recipient: String) -> Language?

    /// The mails that the mail server did not take.
    let rests: LinkRests
    private let rates: RateKeeper

    /// Pages for recipients, each of whom may ask so often a second; ten times unless said.
    public init(
        perSecond rate: Int? = nil, by time: any TimeSource = SystemTime(), language: @escaping @Sendable (_ recipient: String) -> Language?
    ) {
        self.language = language
        rests = LinkRests(by: time)
        rates = RateKeeper(perSecond: rate ?? WebLimits.linkRequests, by: time)
    }

    /// Whether whoever has a link may ask once more; each question is counted. Only links of ours come here, so that there are no more names than recipients.
    func admit(_ claim: ReleaseLinks.Claim) -> Bool {
        rates.admits(HeldPages.name(of: claim))
    }

    /// What stands for the recipient of a link.
    static func name(of claim: ReleaseLinks.Claim) -> String { claim.recipientTag.map { String($0, radix: 16) }.joined(separator: ".") }
}

/// A page for somebody who has a link of a digest: what is held for them, and a button. It has no script, fetches nothing, and stands in no other page.
struct HeldPage {
    let catalogue: Catalogue
    let language: Language

    /// What the page says beside the mail.
    enum Word {
        /// Whether it is to be delivered.
        case ask
        /// It was delivered just now; and whether it was learnt from, where that was wanted.
        case done(isLearnt: Bool?)
        /// It was delivered before.
        case released(Timestamp)
        case deleted(Timestamp)
        case expired
        case forged
        case busy
        /// Others are being delivered, and there is no room for another.
        case crowded
        case notSent
        case tooMany

        var status: Int {
            switch self {
            case .ask, .done, .released: 200
            case .deleted, .expired: 410
            case .forged: 404
            case .busy, .crowded, .notSent: 503
            case .tooMany: 429
            }
        }
    }

    /// The answer that says something, of a mail where there is one to be told of.
    func reply(_ word: Word, of mail: HeldMail? = nil) -> WebReply {
        let direction = language.isRightToLeft ? "rtl" : "ltr"
        var page =
            "<!DOCTYPE html><html lang=\"\(language.rawValue)\" dir=\"\(direction)\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>\(text("title"))</title></head><body><h1>\(text("title"))</h1>"
        for line in lines(word) { page += "<p>\(line)</p>" }
        if let mail { page += details(mail) }
        if case .ask = word {
            // Without an address the form goes to that of the page, behind whatever proxy it stands.
            page += "<form method=\"post\"><p><button>\(text("release"))</button></p>"
            page += "<p><button name=\"learn\" value=\"true\">\(text("learn"))</button></p></form>"
        }
        var reply = WebReply(word.status, "text/html; charset=utf-8", page + "</body></html>\n", fields: HeldPage.fields)
        if reply.status == 503 || reply.status == 429 {
            let seconds = if case .notSent = word { LinkRests.rest.components.seconds } else { Int64(1) }
            reply.fields.append(.init("Retry-After", "\(seconds)"))
        }
        return reply
    }

    /// Nothing but the page and its own form; whoever comes after the page is not told where its reader came from, since the link is a key.
    static let fields = [
        WebReply.Field("Content-Security-Policy", "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        WebReply.Field("Referrer-Policy", "no-referrer"), WebReply.Field("X-Frame-Options", "DENY"),
        WebReply.Field("X-Robots-Tag", "noindex, nofollow"),
    ]

    private func text(_ key: String, _ details: String...) -> String {
        PageText.escaped(catalogue.text("held-page." + key, in: language, details))
    }

    private func lines(_ word: Word) -> [String] {
        switch word {
        case .ask: [text("ask")]
        case .done(let isLearnt): [text("done")] + (isLearnt.map { [text($0 ? "learnt" : "not-learnt")] } ?? [])
        case .released(let moment): [text("released", "\(moment)")]
        case .deleted(let moment): [text("deleted", "\(moment)")]
        case .expired: [text("expired")]
        case .forged: [text("forged")]
        case .busy: [text("busy")]
        case .crowded: [text("crowded")]
        case .notSent: [text("not-sent")]
        case .tooMany: [text("too-many")]
        }
    }

    /// What the digest told of the mail already.
    private func details(_ mail: HeldMail) -> String {
        let reason = mail.shown.reasons.first.map { catalogue.text($0.id, in: language, $0.details) } ?? ""
        let rows = [
            ("from", mail.shown.author), ("title", mail.shown.subject), ("came", "\(mail.time)"), ("why", reason),
            ("until", "\(mail.expiry)"),
        ]
        let cells = rows.map { key, value in
            "<dt>\(PageText.escaped(catalogue.text("digest." + key, in: language)))</dt><dd>\(PageText.quoted(value))</dd>"
        }
        return "<dl>\(cells.joined())</dl>"
    }
}

extension HeldPages {
    /// The sentences.
    public static let sentences = asking + failing

    private static let asking = [
        Sentence(
            "held-page.title", en: "Held mail", fr: "Courriel retenu", es: "Correo retenido", ru: "Задержанное письмо", ar: "رسالة محتجزة",
            zh: "被扣留的邮件"),
        Sentence(
            "held-page.ask", en: "This mail looks like spam and was held. If you want it, have it delivered.",
            fr: "Ce courriel ressemble à du spam et a été retenu. Si vous le voulez, faites-le remettre.",
            es: "Este correo parece spam y se ha retenido. Si lo quiere, haga que se le entregue.",
            ru: "Это письмо похоже на спам и задержано. Если оно вам нужно, запросите доставку.",
            ar: "تبدو هذه الرسالة مزعجة فاحتُجزت. إن أردتها فاطلب تسليمها.", zh: "此邮件疑似垃圾邮件，已被扣留。如果您需要，请让其投递。"),
        Sentence("held-page.release", en: "Deliver it", fr: "Le remettre", es: "Entregarlo", ru: "Доставить", ar: "سلّمها", zh: "投递"),
        Sentence(
            "held-page.learn", en: "Deliver it, and remember that it is no spam", fr: "Le remettre, et retenir que ce n’est pas du spam",
            es: "Entregarlo y recordar que no es spam", ru: "Доставить и запомнить, что это не спам", ar: "سلّمها وتذكّر أنها ليست مزعجة",
            zh: "投递，并记住这不是垃圾邮件"),
        Sentence(
            "held-page.done", en: "It is on its way to you.", fr: "Il est en route vers vous.", es: "Está en camino hacia usted.",
            ru: "Письмо отправлено вам.", ar: "هي في طريقها إليك.", zh: "邮件正在投递给您。"),
        Sentence(
            "held-page.learnt", en: "It will be remembered that it is no spam.", fr: "Il sera retenu que ce n’est pas du spam.",
            es: "Se recordará que no es spam.", ru: "Запомнено, что это не спам.", ar: "سيُتذكَّر أنها ليست مزعجة.", zh: "已记住这不是垃圾邮件。"),
        Sentence(
            "held-page.not-learnt", en: "Nothing was learnt from it.", fr: "Rien n’en a été appris.", es: "No se ha aprendido nada de él.",
            ru: "Из него ничего не усвоено.", ar: "لم يُتعلَّم منها شيء.", zh: "未从中学习。"),
    ]

    private static let failing = [
        Sentence(
            "held-page.released", en: "This mail was delivered already, at {1}. The link does nothing more.",
            fr: "Ce courriel a déjà été remis, le {1}. Le lien ne fait plus rien.",
            es: "Este correo ya se entregó, el {1}. El enlace ya no hace nada.",
            ru: "Это письмо уже доставлено {1}. Ссылка больше не действует.",
            ar: "سُلِّمت هذه الرسالة من قبل، في {1}. ولم يعد الرابط يفعل شيئًا.", zh: "此邮件已于 {1} 投递。该链接不再起作用。"),
        Sentence(
            "held-page.deleted", en: "This mail was deleted at {1} and can no longer be delivered.",
            fr: "Ce courriel a été supprimé le {1} et ne peut plus être remis.",
            es: "Este correo se borró el {1} y ya no se puede entregar.",
            ru: "Это письмо удалено {1}, и доставить его уже нельзя.", ar: "حُذفت هذه الرسالة في {1} ولم يعد تسليمها ممكنًا.",
            zh: "此邮件已于 {1} 删除，无法再投递。"),
        Sentence(
            "held-page.expired", en: "This link has expired: the mail is no longer kept.",
            fr: "Ce lien a expiré : le courriel n’est plus gardé.", es: "Este enlace ha caducado: el correo ya no se guarda.",
            ru: "Срок ссылки истёк: письмо больше не хранится.", ar: "انتهت صلاحية هذا الرابط: لم تعد الرسالة محفوظة.",
            zh: "此链接已过期：邮件不再保留。"),
        Sentence(
            "held-page.forged", en: "This link is none of ours, or not all of it is there. Copy the whole link from the mail.",
            fr: "Ce lien n’est pas de nous, ou il est incomplet. Copiez le lien entier depuis le courriel.",
            es: "Este enlace no es nuestro o no está completo. Copie el enlace entero del correo.",
            ru: "Это не наша ссылка, или она неполная. Скопируйте её из письма целиком.",
            ar: "هذا الرابط ليس منا أو أنه ناقص. انسخ الرابط كاملًا من الرسالة.", zh: "此链接不是我们的，或不完整。请从邮件中复制完整链接。"),
        Sentence(
            "held-page.busy", en: "It is being delivered right now. Look again in a while.",
            fr: "Il est en cours de remise. Revenez dans un moment.", es: "Se está entregando ahora. Vuelva a mirar en un momento.",
            ru: "Письмо как раз доставляется. Посмотрите немного позже.", ar: "يجري تسليمها الآن. انظر بعد قليل.", zh: "正在投递，请稍后再看。"),
        Sentence(
            "held-page.crowded", en: "Other mail is being delivered right now, and this is still held. Try again in a while.",
            fr: "D’autres courriels sont en cours de remise, et celui-ci reste retenu. Réessayez dans un moment.",
            es: "Se están entregando otros correos y este sigue retenido. Inténtelo de nuevo en un momento.",
            ru: "Сейчас доставляются другие письма, это по-прежнему задержано. Попробуйте немного позже.",
            ar: "يجري الآن تسليم رسائل أخرى، وما زالت هذه محتجزة. حاول بعد قليل.", zh: "正在投递其他邮件，此邮件仍被扣留。请稍后重试。"),
        Sentence(
            "held-page.not-sent", en: "It could not be delivered now and is still held. Try again later, or ask those who run your mail.",
            fr: "Il n’a pas pu être remis et reste retenu. Réessayez plus tard ou demandez à ceux qui gèrent votre messagerie.",
            es: "No se pudo entregar y sigue retenido. Inténtelo más tarde o pregunte a quienes gestionan su correo.",
            ru: "Доставить сейчас не удалось, письмо по-прежнему задержано. Попробуйте позже или спросите тех, кто ведёт вашу почту.",
            ar: "تعذّر تسليمها الآن وما زالت محتجزة. حاول لاحقًا أو اسأل من يدير بريدك.", zh: "现在无法投递，邮件仍被扣留。请稍后重试，或询问您的邮件管理员。"),
        Sentence(
            "held-page.too-many", en: "Too much was asked for in a short time. Try again in a moment.",
            fr: "Trop de demandes en peu de temps. Réessayez dans un instant.",
            es: "Demasiadas peticiones en poco tiempo. Inténtelo de nuevo en un momento.",
            ru: "Слишком много запросов за короткое время. Попробуйте чуть позже.", ar: "طلبات كثيرة في وقت قصير. حاول بعد لحظة.",
            zh: "短时间内请求过多，请稍后再试。"),
    ]
}
