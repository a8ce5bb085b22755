// What is said of the mailbox that a client names in SUBMITTER, in six languages.
public import Localization

extension Submitter.Finding {
    /// The finding in words.
    public var statement: Statement {
        switch self {
        case .same(let mailbox): Statement("auth.submitter.same", mailbox)
        case .other(let mailbox, let responsible): Statement("auth.submitter.other", mailbox, responsible)
        case .nobodyResponsible(let mailbox): Statement("auth.submitter.nobody", mailbox)
        }
    }
}

extension Submitter {
    /// All that is said of it.
    public static let sentences = [
        Sentence(
            "auth.submitter.same", en: "The client named {1} in SUBMITTER, whom the header holds responsible too.",
            fr: "Le client a nommé {1} dans SUBMITTER, que l’en-tête tient aussi pour responsable.",
            es: "El cliente nombró a {1} en SUBMITTER, a quien la cabecera también hace responsable.",
            ru: "Клиент назвал в SUBMITTER адрес {1}; его же считает ответственным заголовок.",
            ar: "سمّى العميل {1} في SUBMITTER، والترويسة تحمّله المسؤولية أيضًا.",
            zh: "客户端在 SUBMITTER 中给出 {1}，信头也以其为责任地址。"),
        Sentence(
            "auth.submitter.other",
            en: "The client named {1} in SUBMITTER, but the header holds {2} responsible: RFC 4405 has the message refused.",
            fr:
                "Le client a nommé {1} dans SUBMITTER, mais l’en-tête tient {2} pour responsable : la RFC 4405 veut que le message soit refusé.",
            es: "El cliente nombró a {1} en SUBMITTER, pero la cabecera hace responsable a {2}: la RFC 4405 manda rechazar el mensaje.",
            ru: "Клиент назвал в SUBMITTER адрес {1}, а заголовок считает ответственным {2}: по RFC 4405 письмо следует отклонить.",
            ar: "سمّى العميل {1} في SUBMITTER، لكن الترويسة تحمّل {2} المسؤولية: توجب RFC 4405 رفض الرسالة.",
            zh: "客户端在 SUBMITTER 中给出 {1}，而信头的责任地址是 {2}：按 RFC 4405 应拒收此邮件。"),
        Sentence(
            "auth.submitter.nobody",
            en: "The client named {1} in SUBMITTER, but the header holds nobody responsible: RFC 4405 has the message refused.",
            fr:
                "Le client a nommé {1} dans SUBMITTER, mais l’en-tête ne tient personne pour responsable : la RFC 4405 veut que le message soit refusé.",
            es:
                "El cliente nombró a {1} en SUBMITTER, pero la cabecera no hace responsable a nadie: la RFC 4405 manda rechazar el mensaje.",
            ru: "Клиент назвал в SUBMITTER адрес {1}, а заголовок не называет ответственного: по RFC 4405 письмо следует отклонить.",
            ar: "سمّى العميل {1} في SUBMITTER، لكن الترويسة لا تحمّل أحدًا المسؤولية: توجب RFC 4405 رفض الرسالة.",
            zh: "客户端在 SUBMITTER 中给出 {1}，而信头没有责任地址：按 RFC 4405 应拒收此邮件。"),
    ]
}
