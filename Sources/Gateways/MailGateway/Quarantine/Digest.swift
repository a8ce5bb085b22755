public import Localization
internal import MIME
internal import Messages
public import Quarantine
public import Telemetry

/// A mail that tells a recipient what is held for them, as text and as a page. Everything that it quotes was written by strangers.
public struct Digest: Sendable {
    /// How digests are written.
    public struct Form: Sendable {
        /// Who sends them.
        public var sender: String
        /// What leads to a held mail, with `{ref}` and `{recipient}` in it; empty where nothing does.
        public var link: String
        /// What leads to the page that releases a mail for this recipient; nothing where nothing does.
        public var release: (@Sendable (HeldMail) -> String)?
        /// The name of the service.
        public var service: String
        /// The sentences.
        public var catalogue: Catalogue
        /// The language they are written in.
        public var language: Language

        /// A form.
        public init(
            sender: String, link: String, release: (@Sendable (HeldMail) -> String)? = nil, service: String, catalogue: Catalogue,
            language: Language
        ) {
            self.sender = sender
            self.link = link
            self.release = release
            self.service = service
            self.catalogue = catalogue
            self.language = language
        }
    }

    /// The most mails that one digest lists; it says how many more there are.
    public static let limit = 200

    private let form: Form
    private let recipient: String
    private let mails: [HeldMail]
    private let moment: Timestamp

    /// A digest of mails for a recipient, written at a moment.
    public init(of mails: [HeldMail], for recipient: String, at time: any TimeSource, _ form: Form) {
        self.mails = mails
        self.recipient = recipient
        self.form = form
        moment = time.now()
    }

    private func say(_ key: String, _ details: String...) -> String { form.catalogue.text("digest." + key, in: form.language, details) }

    /// The whole mail.
    public var bytes: [UInt8] {
        var writer = FieldWriter()
        writer.addresses("From", [Digest.mailbox(form.sender)])
        writer.addresses("To", [Digest.mailbox(recipient)])
        writer.unstructured("Subject", say("subject", "\(mails.count)"))
        writer.date("Date", DateTimeValue(timestamp: moment))
        var random = SystemRandomNumberGenerator()
        let name = String(random.next() as UInt64, radix: 36) + String(random.next() as UInt64, radix: 36)
        writer.messageIDs("Message-ID", ["\(name)@\(form.service)"])
        // Nobody's absence is to answer it (RFC 3834 section 5).
        writer.unstructured("Auto-Submitted", "auto-generated")
        let fields = String(decoding: writer.bytes, as: UTF8.self)
        let boundary = "=_\(name)"
        let mail =
            fields
            + "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"\(boundary)\"\r\nContent-Language: \(form.language.rawValue)\r\n\r\n"
            + Digest.part("text/plain", text, boundary) + Digest.part("text/html", page, boundary) + "--\(boundary)--\r\n"
        return Array(mail.utf8)
    }

    /// A part in Base64, in lines: what is quoted may have lines longer than transports bear.
    private static func part(_ type: String, _ text: String, _ boundary: String) -> String {
        let encoded = base64(Array(text.utf8))
        var lines = ""
        var index = encoded.startIndex
        while index < encoded.endIndex {
            let end = encoded.index(index, offsetBy: 76, limitedBy: encoded.endIndex) ?? encoded.endIndex
            lines += encoded[index..<end] + "\r\n"
            index = end
        }
        return "--\(boundary)\r\nContent-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\(lines)"
    }

    private static func mailbox(_ address: String) -> Mailbox {
        guard let at = address.lastIndex(of: "@") else { return Mailbox(local: address, domain: "") }
        return Mailbox(local: String(address[..<at]), domain: String(address[address.index(after: at)...]))
    }

    /// What leads to a held mail; nothing where the form has none.
    private func link(_ mail: HeldMail) -> String? {
        guard !form.link.isEmpty else { return nil }
        return form.link.replacing("{ref}", with: mail.reference).replacing("{recipient}", with: Digest.escapedForAddress(recipient))
    }

    /// Percent-encoded but for what may stand anywhere (RFC 3986 section 2.3).
    private static func escapedForAddress(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: result.unicodeScalars.append(Unicode.Scalar(byte))
            default: result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
    }

    private func reason(_ mail: HeldMail) -> String {
        mail.shown.reasons.first.map { form.catalogue.text($0.id, in: form.language, $0.details) } ?? ""
    }

    // MARK: As text

    private var text: String {
        var text = say("intro") + "\r\n"
        for mail in mails.prefix(Digest.limit) {
            let lines = [
                "\(say("from")): \(PageText.plain(mail.shown.author))", "\(say("title")): \(PageText.plain(mail.shown.subject))",
                "\(say("came")): \(mail.time)", "\(say("why")): \(PageText.plain(reason(mail)))", "\(say("until")): \(mail.expiry)",
                "\(say("reference")): \(mail.reference)",
            ]
            let links = [link(mail), form.release.map { "\(say("deliver")): \($0(mail))" }].compactMap { $0 }
            text += "\r\n" + (lines + links).joined(separator: "\r\n") + "\r\n"
        }
        if mails.count > Digest.limit { text += "\r\n" + say("more", "\(mails.count - Digest.limit)") + "\r\n" }
        return text + "\r\n" + say(closing) + "\r\n"
    }

    /// What is said last: what whoever wants one of the mails may do.
    private var closing: String { form.release != nil ? "press" : form.link.isEmpty ? "ask" : "follow" }

    // MARK: As a page

    private var page: String {
        let direction = form.language.isRightToLeft ? "rtl" : "ltr"
        var page =
            "<!DOCTYPE html><html lang=\"\(form.language.rawValue)\" dir=\"\(direction)\"><head><meta charset=\"utf-8\"></head><body>"
        page += "<p>\(PageText.escaped(say("intro")))</p><table border=\"1\" cellpadding=\"4\"><tr>"
        for key in ["from", "title", "came", "why", "until", "reference"] + (form.release == nil ? [] : ["deliver"]) {
            page += "<th>\(PageText.escaped(say(key)))</th>"
        }
        page += "</tr>"
        for mail in mails.prefix(Digest.limit) {
            page += "<tr>"
            for cell in [mail.shown.author, mail.shown.subject, "\(mail.time)", reason(mail), "\(mail.expiry)"] {
                page += "<td>\(PageText.quoted(cell))</td>"
            }
            let reference = link(mail).map { "<a href=\"\(PageText.escaped($0))\">\(mail.reference)</a>" } ?? mail.reference
            page += "<td>\(reference)</td>"
            if let release = form.release {
                page += "<td><a href=\"\(PageText.escaped(release(mail)))\">\(PageText.escaped(say("deliver")))</a></td>"
            }
            page += "</tr>"
        }
        page += "</table>"
        if mails.count > Digest.limit { page += "<p>\(PageText.escaped(say("more", "\(mails.count - Digest.limit)")))</p>" }
        return page + "<p>\(PageText.escaped(say(closing)))</p></body></html>\r\n"
    }

    /// The sentences.
    public static let sentences = [
        Sentence(
            "digest.subject", en: "Mail that is held for you: {1}", fr: "Courriels retenus pour vous : {1}",
            es: "Correos retenidos para usted: {1}",
            ru: "Задержанные для вас письма: {1}", ar: "رسائل محتجزة لك: {1}", zh: "为您扣留的邮件：{1}"),
        Sentence(
            "digest.intro", en: "These mails look like spam and were held. They were not delivered to you.",
            fr: "Ces courriels ressemblent à du spam et ont été retenus. Ils ne vous ont pas été remis.",
            es: "Estos correos parecen spam y se han retenido. No se le han entregado.",
            ru: "Эти письма похожи на спам и задержаны. Они вам не доставлены.", ar: "تبدو هذه الرسائل مزعجة فاحتُجزت، ولم تُسلَّم إليك.",
            zh: "这些邮件疑似垃圾邮件，已被扣留，未投递给您。"),
        Sentence("digest.from", en: "From", fr: "De", es: "De", ru: "От", ar: "من", zh: "发件人"),
        Sentence("digest.title", en: "Subject", fr: "Objet", es: "Asunto", ru: "Тема", ar: "الموضوع", zh: "主题"),
        Sentence("digest.came", en: "Came", fr: "Arrivé", es: "Llegó", ru: "Получено", ar: "وصلت", zh: "收到时间"),
        Sentence("digest.why", en: "Why", fr: "Pourquoi", es: "Motivo", ru: "Почему", ar: "السبب", zh: "原因"),
        Sentence(
            "digest.until", en: "Kept until", fr: "Gardé jusqu’au", es: "Se guarda hasta", ru: "Хранится до", ar: "تُحفظ حتى", zh: "保留至"),
        Sentence("digest.reference", en: "Reference", fr: "Référence", es: "Referencia", ru: "Обозначение", ar: "المرجع", zh: "编号"),
        Sentence(
            "digest.more", en: "Not listed here: {1}", fr: "Non listés ici : {1}", es: "No listados aquí: {1}",
            ru: "Здесь не перечислено: {1}",
            ar: "غير مدرجة هنا: {1}", zh: "未列出：{1}"),
        Sentence(
            "digest.ask", en: "If you want one of them, give its reference to those who run your mail.",
            fr: "Si vous en voulez un, donnez sa référence à ceux qui gèrent votre messagerie.",
            es: "Si quiere alguno, dé su referencia a quienes gestionan su correo.",
            ru: "Если какое-то из них вам нужно, сообщите его обозначение тем, кто ведёт вашу почту.",
            ar: "إن أردت إحداها فأعطِ مرجعها لمن يدير بريدك.", zh: "如需其中某封，请将其编号告知您的邮件管理员。"),
        Sentence("digest.deliver", en: "Deliver", fr: "Remettre", es: "Entregar", ru: "Доставить", ar: "التسليم", zh: "投递"),
        Sentence(
            "digest.press",
            en: "If you want one of them, follow its link and press the button there. Following the link alone changes nothing.",
            fr: "Si vous en voulez un, suivez son lien et appuyez sur le bouton. Suivre le lien seul ne change rien.",
            es: "Si quiere alguno, siga su enlace y pulse allí el botón. Seguir el enlace, por sí solo, no cambia nada.",
            ru: "Если какое-то из них вам нужно, перейдите по ссылке и нажмите там кнопку. Сам переход ничего не меняет.",
            ar: "إن أردت إحداها فاتبع رابطها واضغط الزر هناك. واتباع الرابط وحده لا يغيّر شيئًا.",
            zh: "如需其中某封，请打开其链接并按下按钮。仅打开链接不会改变任何内容。"),
        Sentence(
            "digest.follow", en: "If you want one of them, follow its reference. Nothing is opened by that.",
            fr: "Si vous en voulez un, suivez sa référence. Rien n’est ouvert par là.",
            es: "Si quiere alguno, siga su referencia. Con ello no se abre nada.",
            ru: "Если какое-то из них вам нужно, перейдите по его обозначению. При этом ничего не открывается.",
            ar: "إن أردت إحداها فاتبع مرجعها. ولن يُفتح بذلك شيء.", zh: "如需其中某封，请点按其编号。这不会打开任何内容。"),
    ]
}
