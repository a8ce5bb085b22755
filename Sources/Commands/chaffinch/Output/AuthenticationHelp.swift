internal import Localization

extension HelpSentences {
    /// What the commands of `chaffinch auth` that check do.
    static let authentication = [
        Sentence(
            "help.auth.check",
            en: "Checks everything that a mail can prove of where it came from, and says what that proves and what not.",
            fr: "Vérifie tout ce qu’un courrier peut prouver de sa provenance, et dit ce que cela prouve ou non.",
            es: "Comprueba todo lo que un correo puede probar de su procedencia y dice qué prueba y qué no.",
            ru: "Проверяет всё, чем письмо может доказать своё происхождение, и говорит, что это доказывает, а что нет.",
            ar: "يفحص كل ما يمكن لرسالة أن تثبته عن مصدرها، ويبيّن ما يثبته ذلك وما لا يثبته.",
            zh: "检查邮件能证明其来源的一切，并说明这能证明什么、不能证明什么。"),
        Sentence(
            "help.auth.spf",
            en: "Whether a client may send for a domain (RFC 7208), term by term.",
            fr: "Dit si un client peut envoyer pour un domaine (RFC 7208), terme par terme.",
            es: "Si un cliente puede enviar por un dominio (RFC 7208), término a término.",
            ru: "Может ли клиент отправлять от имени домена (RFC 7208), по каждому элементу записи.",
            ar: "هل يجوز لعميل أن يرسل باسم نطاق (RFC 7208)، عنصرًا عنصرًا.",
            zh: "客户端是否可以代表域名发信（RFC 7208），逐项说明。"),
        Sentence(
            "help.auth.senderid",
            en: "Whether a client may send for the address that the header holds responsible (RFC 4406); historic.",
            fr: "Dit si un client peut envoyer pour l’adresse responsable de l’en-tête (RFC 4406) ; historique.",
            es: "Si un cliente puede enviar por la dirección responsable de la cabecera (RFC 4406); histórico.",
            ru: "Может ли клиент отправлять от имени ответственного адреса заголовка (RFC 4406); устарело.",
            ar: "هل يجوز لعميل أن يرسل باسم العنوان المسؤول في الترويسة (RFC 4406)؛ قديم.",
            zh: "客户端是否可以代表信头中的责任地址发信（RFC 4406）；历史机制。"),
        Sentence(
            "help.auth.dkim",
            en: "Checks the signatures of a mail (RFC 6376).",
            fr: "Vérifie les signatures d’un courrier (RFC 6376).",
            es: "Comprueba las firmas de un correo (RFC 6376).",
            ru: "Проверяет подписи письма (RFC 6376).",
            ar: "يفحص توقيعات رسالة (RFC 6376).",
            zh: "检查邮件的签名（RFC 6376）。"),
        Sentence(
            "help.auth.dmarc",
            en: "Whether the author’s domain answers for a mail, and what it asks for where not (RFC 9989).",
            fr: "Dit si le domaine de l’auteur répond d’un courrier, et ce qu’il demande sinon (RFC 9989).",
            es: "Si el dominio del autor responde por un correo y qué pide si no (RFC 9989).",
            ru: "Отвечает ли домен автора за письмо и чего он просит, если нет (RFC 9989).",
            ar: "هل نطاق الكاتب مسؤول عن الرسالة، وماذا يطلب إن لم يكن (RFC 9989).",
            zh: "作者的域名是否对邮件负责，若否要求如何处理（RFC 9989）。"),
        Sentence(
            "help.auth.arc",
            en: "Checks the chain that earlier handlers of a mail left (RFC 8617).",
            fr: "Vérifie la chaîne laissée par les relais antérieurs (RFC 8617).",
            es: "Comprueba la cadena que dejaron los intermediarios anteriores (RFC 8617).",
            ru: "Проверяет цепочку, оставленную прежними посредниками (RFC 8617).",
            ar: "يفحص السلسلة التي تركها الوسطاء السابقون (RFC 8617).",
            zh: "检查之前经手者留下的链条（RFC 8617）。"),
        Sentence(
            "help.auth.csa",
            en: "Whether a host may send mail under the name it gives (Client SMTP Authorization).",
            fr: "Dit si un hôte peut envoyer du courrier sous le nom qu’il donne (Client SMTP Authorization).",
            es: "Si un equipo puede enviar correo con el nombre que da (Client SMTP Authorization).",
            ru: "Может ли хост отправлять почту под названным именем (Client SMTP Authorization).",
            ar: "هل يجوز لمضيف أن يرسل البريد بالاسم الذي يعطيه (Client SMTP Authorization).",
            zh: "主机是否可以以其所报名称发信（Client SMTP Authorization）。"),
        Sentence(
            "help.auth.iprev",
            en: "Whether the host name of an address has that address.",
            fr: "Dit si le nom d’hôte d’une adresse a cette adresse.",
            es: "Si el nombre de una dirección tiene esa dirección.",
            ru: "Есть ли у имени хоста адреса этот самый адрес.",
            ar: "هل لاسم المضيف لعنوان ما ذلك العنوان نفسه.",
            zh: "地址的主机名是否有该地址。"),
        Sentence(
            "help.auth.batv",
            en: "Tags return paths, checks tags, and says what an address was before (BATV).",
            fr: "Marque des chemins de retour, vérifie les marques et dit l’adresse d’origine (BATV).",
            es: "Marca rutas de retorno, comprueba marcas y dice la dirección original (BATV).",
            ru: "Метит обратные пути, проверяет метки и называет исходный адрес (BATV).",
            ar: "يضع علامات على مسارات الارتداد ويفحصها ويذكر العنوان الأصلي (BATV).",
            zh: "给退信地址加标记、检查标记，并还原原地址（BATV）。"),
    ]
}
