internal import Localization

extension LintFinding {
    /// The names of mechanisms, and the words for how bad a finding is.
    static let sentences = [
        Sentence("lint.of.domain", en: "The domain", fr: "Le domaine", es: "El dominio", ru: "Домен", ar: "النطاق", zh: "域名"),
        Sentence(
            "lint.of.spf", en: "SPF: who may send", fr: "SPF : qui peut envoyer", es: "SPF: quién puede enviar",
            ru: "SPF: кто может отправлять", ar: "SPF: من يجوز له الإرسال", zh: "SPF：谁可以发信"),
        Sentence(
            "lint.of.dkim", en: "DKIM and ARC: keys for signatures", fr: "DKIM et ARC : clés de signature",
            es: "DKIM y ARC: claves de firma", ru: "DKIM и ARC: ключи подписей", ar: "DKIM وARC: مفاتيح التوقيع", zh: "DKIM 与 ARC：签名密钥"),
        Sentence(
            "lint.of.dmarc", en: "DMARC: what is to be done with forged mail", fr: "DMARC : que faire du courrier falsifié",
            es: "DMARC: qué hacer con el correo falsificado", ru: "DMARC: что делать с поддельной почтой",
            ar: "DMARC: ما يُفعل بالبريد المزوّر", zh: "DMARC：如何处理伪造邮件"),
        Sentence(
            "lint.of.mx", en: "MX: who takes mail", fr: "MX : qui reçoit le courrier", es: "MX: quién recibe el correo",
            ru: "MX: кто принимает почту", ar: "MX: من يستقبل البريد", zh: "MX：谁接收邮件"),
        Sentence(
            "lint.of.mta-sts", en: "MTA-STS: encryption on the way", fr: "MTA-STS : chiffrement en route",
            es: "MTA-STS: cifrado en camino", ru: "MTA-STS: шифрование в пути", ar: "MTA-STS: التعمية أثناء النقل", zh: "MTA-STS：传输加密"),
        Sentence(
            "lint.of.tls-rpt", en: "TLS reports", fr: "Rapports TLS", es: "Informes TLS", ru: "Отчёты TLS", ar: "تقارير TLS", zh: "TLS 报告"),
        Sentence(
            "lint.of.dane", en: "DANE: certificates of mail servers", fr: "DANE : certificats des serveurs de messagerie",
            es: "DANE: certificados de servidores de correo", ru: "DANE: сертификаты почтовых серверов", ar: "DANE: شهادات خوادم البريد",
            zh: "DANE：邮件服务器证书"),
        Sentence(
            "lint.of.csa", en: "CSA: which hosts may send", fr: "CSA : quels hôtes peuvent envoyer",
            es: "CSA: qué equipos pueden enviar", ru: "CSA: какие хосты могут отправлять", ar: "CSA: أي المضيفين يجوز له الإرسال",
            zh: "CSA：哪些主机可以发信"),
        Sentence(
            "lint.of.senderid", en: "Sender ID (historic)", fr: "Sender ID (historique)", es: "Sender ID (histórico)",
            ru: "Sender ID (в прошлом)", ar: "Sender ID (تاريخي)", zh: "Sender ID（历史遗留）"),
        Sentence("lint.severity.broken", en: "broken", fr: "faux", es: "roto", ru: "ошибка", ar: "معطوب", zh: "错误"),
        Sentence("lint.severity.dangerous", en: "dangerous", fr: "dangereux", es: "peligroso", ru: "опасно", ar: "خطر", zh: "危险"),
        Sentence("lint.severity.missing", en: "missing", fr: "absent", es: "falta", ru: "отсутствует", ar: "ناقص", zh: "缺失"),
        Sentence(
            "lint.severity.unknown", en: "not known", fr: "inconnu", es: "sin saber", ru: "неизвестно", ar: "غير معروف", zh: "未知"),
        Sentence("lint.severity.advice", en: "advice", fr: "conseil", es: "consejo", ru: "совет", ar: "نصيحة", zh: "建议"),
        Sentence("lint.severity.note", en: "note", fr: "remarque", es: "nota", ru: "заметка", ar: "ملاحظة", zh: "说明"),
        Sentence("lint.severity.fine", en: "fine", fr: "bien", es: "bien", ru: "в порядке", ar: "سليم", zh: "正常"),
    ]
}
