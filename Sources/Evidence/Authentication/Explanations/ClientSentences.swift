internal import Localization

/// What is said of the client and of return paths (iprev, CSA, BATV, Sender ID, VBR), in six languages.
enum ClientSentences {
    static let all = reverseName + authorization + returnPath + responsible + vouching

    private static let reverseName = [
        Sentence(
            "auth.iprev.pass", en: "{1} is called {2}, and {2} has that address.", fr: "{1} s’appelle {2}, et {2} a cette adresse.",
            es: "{1} se llama {2}, y {2} tiene esa dirección.", ru: "{1} называется {2}, и у {2} этот адрес.",
            ar: "اسم {1} هو {2}، ولدى {2} هذا العنوان.",
            zh: "{1} 的名称是 {2}，而 {2} 有该地址。"),
        Sentence(
            "auth.iprev.fail", en: "None of the host names of {1} has that address: {2}",
            fr: "Aucun des noms d’hôte de {1} n’a cette adresse : {2}",
            es: "Ninguno de los nombres de {1} tiene esa dirección: {2}", ru: "Ни одно из имён {1} не имеет этого адреса: {2}",
            ar: "لا اسم من أسماء {1} له هذا العنوان: {2}", zh: "{1} 的主机名都没有该地址：{2}"),
        Sentence(
            "auth.iprev.nameless", en: "{1} has no host name.", fr: "{1} n’a pas de nom d’hôte.", es: "{1} no tiene nombre de equipo.",
            ru: "У {1} нет имени хоста.", ar: "ليس لـ {1} اسم مضيف.", zh: "{1} 没有主机名。"),
        Sentence(
            "auth.client.unknown", en: "Not checked: the client’s address or name is not known.",
            fr: "Non vérifié : l’adresse ou le nom du client est inconnu.",
            es: "Sin comprobar: no se conoce la dirección o el nombre del cliente.", ru: "Не проверено: адрес или имя клиента неизвестны.",
            ar: "لم يُفحص: عنوان العميل أو اسمه غير معروف.", zh: "未检查：不知道客户端的地址或名称。"),
    ]

    private static let authorization = [
        Sentence(
            "auth.csa.ok", en: "The record at {1} says that this host sends mail under its name.",
            fr: "L’enregistrement à {1} dit que cet hôte envoie du courrier sous son nom.",
            es: "El registro en {1} dice que este equipo envía correo con su nombre.",
            ru: "Запись {1} говорит, что этот хост отправляет почту под своим именем.",
            ar: "يقول السجل عند {1} إن هذا المضيف يرسل البريد باسمه.", zh: "{1} 处的记录表明该主机以其名称发信。"),
        Sentence(
            "auth.csa.notAuthorized", en: "The record at {1} says that a host of this name may not send mail.",
            fr: "L’enregistrement à {1} dit qu’un hôte de ce nom ne peut pas envoyer de courrier.",
            es: "El registro en {1} dice que un equipo con este nombre no puede enviar correo.",
            ru: "Запись {1} говорит, что хост с этим именем не может отправлять почту.",
            ar: "يقول السجل عند {1} إن مضيفًا بهذا الاسم لا يجوز له إرسال البريد.", zh: "{1} 处的记录表明该名称的主机不得发信。"),
        Sentence(
            "auth.csa.addressMismatch", en: "The record at {1} names addresses, and the client has none of them.",
            fr: "L’enregistrement à {1} désigne des adresses, et le client n’en a aucune.",
            es: "El registro en {1} nombra direcciones y el cliente no tiene ninguna.",
            ru: "Запись {1} называет адреса, и ни одного из них у клиента нет.",
            ar: "يذكر السجل عند {1} عناوين ليس للعميل أي منها.", zh: "{1} 处的记录列出了地址，客户端不在其中。"),
        Sentence(
            "auth.csa.noAddresses", en: "The record at {1} leads to no address.", fr: "L’enregistrement à {1} ne mène à aucune adresse.",
            es: "El registro en {1} no lleva a ninguna dirección.", ru: "Запись {1} не ведёт ни к какому адресу.",
            ar: "لا يؤدي السجل عند {1} إلى أي عنوان.",
            zh: "{1} 处的记录没有指向任何地址。"),
        Sentence(
            "auth.csa.authorizationRequired", en: "The record at {1} wants every host below it to have a record, and this one has none.",
            fr: "L’enregistrement à {1} veut que tout hôte en dessous en ait un, et celui-ci n’en a pas.",
            es: "El registro en {1} exige que todo equipo por debajo tenga uno, y este no lo tiene.",
            ru: "Запись {1} требует записи у каждого хоста под ней, а у этого её нет.",
            ar: "يطلب السجل عند {1} أن يكون لكل مضيف تحته سجل، وليس لهذا سجل.", zh: "{1} 处的记录要求其下每台主机都有记录，而这台没有。"),
        Sentence(
            "auth.csa.notAName", en: "The name that the client gave is no domain name.",
            fr: "Le nom donné par le client n’est pas un nom de domaine.",
            es: "El nombre que dio el cliente no es un nombre de dominio.", ru: "Имя, названное клиентом, не доменное.",
            ar: "الاسم الذي أعطاه العميل ليس اسم نطاق.",
            zh: "客户端给出的名称不是域名。"),
        Sentence(
            "auth.csa.noSuchDomain", en: "The domain of the name that the client gave does not exist.",
            fr: "Le domaine du nom donné par le client n’existe pas.",
            es: "El dominio del nombre que dio el cliente no existe.", ru: "Домена имени, названного клиентом, не существует.",
            ar: "نطاق الاسم الذي أعطاه العميل غير موجود.",
            zh: "客户端所给名称的域名不存在。"),
        Sentence(
            "auth.csa.noRecord", en: "There is no record for the name that the client gave, as for most names.",
            fr: "Il n’y a pas d’enregistrement pour le nom donné, comme pour la plupart.",
            es: "No hay registro para el nombre que dio el cliente, como ocurre con casi todos.",
            ru: "Для имени, названного клиентом, записи нет, как и для большинства имён.",
            ar: "لا سجل للاسم الذي أعطاه العميل، شأنه شأن معظم الأسماء.", zh: "客户端所给名称没有记录，大多数名称都如此。"),
    ]

    private static let returnPath = [
        Sentence(
            "auth.batv.not-a-bounce", en: "Not checked: the message is no bounce.", fr: "Non vérifié : le message n’est pas un rebond.",
            es: "Sin comprobar: el mensaje no es un rebote.", ru: "Не проверено: сообщение не отчёт о недоставке.",
            ar: "لم يُفحص: الرسالة ليست إشعار ارتداد.",
            zh: "未检查：消息不是退信。"),
        Sentence(
            "auth.batv.no-keys", en: "Not checked: we tag no return paths (authentication.batv-keys).",
            fr: "Non vérifié : nous ne marquons pas les chemins de retour (authentication.batv-keys).",
            es: "Sin comprobar: no marcamos las rutas de retorno (authentication.batv-keys).",
            ru: "Не проверено: мы не метим обратные пути (authentication.batv-keys).",
            ar: "لم يُفحص: لا نضع علامات على مسارات الارتداد (authentication.batv-keys).", zh: "未检查：我们没有给退信地址加标记（authentication.batv-keys）。"),
        Sentence(
            "auth.batv.pass", en: "The bounce comes back to an address that we tagged; it was sent for {1}.",
            fr: "Le rebond revient à une adresse que nous avons marquée ; elle fut émise pour {1}.",
            es: "El rebote vuelve a una dirección que marcamos; se envió por {1}.",
            ru: "Отчёт пришёл на адрес с нашей меткой; он был для {1}.",
            ar: "يعود الارتداد إلى عنوان وضعنا علامة عليه، وكان لـ {1}.", zh: "退信寄回我们标记过的地址；原地址为 {1}。"),
        Sentence(
            "auth.batv.untagged", en: "The bounce comes back to an address without our tag.",
            fr: "Le rebond revient à une adresse sans notre marque.",
            es: "El rebote vuelve a una dirección sin nuestra marca.", ru: "Отчёт пришёл на адрес без нашей метки.",
            ar: "يعود الارتداد إلى عنوان بلا علامتنا.",
            zh: "退信寄回的地址没有我们的标记。"),
        Sentence(
            "auth.batv.bad-signature", en: "The tag of the address is not ours: the bounce is of mail that {1} never sent.",
            fr: "La marque de l’adresse n’est pas la nôtre : ce rebond concerne un courrier que {1} n’a jamais envoyé.",
            es: "La marca de la dirección no es nuestra: el rebote es de un correo que {1} nunca envió.",
            ru: "Метка адреса не наша: отчёт о письме, которого {1} не отправлял.",
            ar: "علامة العنوان ليست لنا: الارتداد لرسالة لم يرسلها {1} قط.", zh: "地址上的标记不是我们的：退回的是 {1} 从未发过的邮件。"),
        Sentence(
            "auth.batv.expired", en: "The tag of the address was ours and is too old; it was sent for {1}.",
            fr: "La marque de l’adresse était la nôtre et est trop ancienne ; émise pour {1}.",
            es: "La marca de la dirección era nuestra y es demasiado antigua; se envió por {1}.",
            ru: "Метка адреса наша, но слишком старая; адрес был для {1}.",
            ar: "علامة العنوان كانت لنا وهي قديمة جدًا؛ وكان لـ {1}.", zh: "地址上的标记是我们的，但太旧；原地址为 {1}。"),
        Sentence(
            "auth.batv.unknown-key", en: "The tag of the address names a key that we do not have; it claims {1}.",
            fr: "La marque de l’adresse nomme une clé que nous n’avons pas ; elle prétend {1}.",
            es: "La marca de la dirección nombra una clave que no tenemos; dice ser {1}.",
            ru: "Метка адреса называет ключ, которого у нас нет; заявлен {1}.",
            ar: "تذكر علامة العنوان مفتاحًا ليس لدينا؛ وتدّعي {1}.", zh: "地址上的标记用的是我们没有的密钥；自称 {1}。"),
    ]

    private static let responsible = [
        Sentence(
            "auth.senderid.responsible", en: "The header holds {1} responsible (field {2}).",
            fr: "L’en-tête tient {1} pour responsable (champ {2}).",
            es: "La cabecera hace responsable a {1} (campo {2}).", ru: "Заголовок называет ответственным {1} (поле {2}).",
            ar: "تجعل الترويسة {1} مسؤولًا (الحقل {2}).",
            zh: "信头中的责任人是 {1}（字段 {2}）。"),
        Sentence(
            "auth.senderid.historic",
            en: "Historic, and only observed: most records were never meant for addresses in the header (RFC 4406).",
            fr: "Historique et seulement observé : la plupart des enregistrements n’ont jamais visé les adresses de l’en-tête (RFC 4406).",
            es: "Histórico y solo observado: la mayoría de los registros nunca se pensaron para direcciones de la cabecera (RFC 4406).",
            ru: "Устарело и лишь наблюдается: большинство записей никогда не предназначались для адресов заголовка (RFC 4406).",
            ar: "قديم ويُراقب فقط: لم تُقصد معظم السجلات قط لعناوين الترويسة (RFC 4406).", zh: "历史机制，仅作观察：大多数记录从未打算用于信头中的地址（RFC 4406）。"),
        Sentence(
            "auth.senderid.noField", en: "No field of the header names anybody.", fr: "Aucun champ de l’en-tête ne nomme quelqu’un.",
            es: "Ningún campo de la cabecera nombra a nadie.", ru: "Ни одно поле заголовка никого не называет.",
            ar: "لا يسمّي أي حقل في الترويسة أحدًا.",
            zh: "信头没有写明任何人。"),
        Sentence(
            "auth.senderid.severalSenders", en: "There are several Sender fields.", fr: "Il y a plusieurs champs Sender.",
            es: "Hay varios campos Sender.",
            ru: "Полей Sender несколько.", ar: "هناك عدة حقول Sender.", zh: "有多个 Sender 字段。"),
        Sentence(
            "auth.senderid.severalFroms", en: "There are several From fields.", fr: "Il y a plusieurs champs From.",
            es: "Hay varios campos From.",
            ru: "Полей From несколько.", ar: "هناك عدة حقول From.", zh: "有多个 From 字段。"),
        Sentence(
            "auth.senderid.notOneMailbox", en: "The field does not name exactly one mailbox with a domain.",
            fr: "Le champ ne nomme pas exactement une boîte avec un domaine.",
            es: "El campo no nombra exactamente un buzón con dominio.", ru: "Поле не называет ровно один ящик с доменом.",
            ar: "لا يسمّي الحقل صندوقًا واحدًا بعينه له نطاق.",
            zh: "该字段没有恰好写明一个带域名的邮箱。"),
    ]

    private static let vouching = [
        Sentence(
            "auth.vbr.vouched", en: "{1} vouches for mail of {2} ({3}).", fr: "{1} se porte garant du courrier de {2} ({3}).",
            es: "{1} avala el correo de {2} ({3}).", ru: "{1} ручается за почту {2} ({3}).", ar: "يضمن {1} بريد {2} ({3}).",
            zh: "{1} 为 {2} 的邮件作担保（{3}）。"),
        Sentence(
            "auth.vbr.not-vouched", en: "No service that we trust vouches for mail of {1}.",
            fr: "Aucun service de confiance ne se porte garant du courrier de {1}.",
            es: "Ningún servicio de confianza avala el correo de {1}.", ru: "Ни одна доверенная служба не ручается за почту {1}.",
            ar: "لا خدمة نثق بها تضمن بريد {1}.",
            zh: "没有我们信任的服务为 {1} 的邮件作担保。"),
        Sentence(
            "auth.vbr.no-trusted", en: "We trust none of the services that are said to vouch for {1}.",
            fr: "Nous ne faisons confiance à aucun des services censés garantir {1}.",
            es: "No confiamos en ninguno de los servicios que dicen avalar a {1}.",
            ru: "Мы не доверяем ни одной из служб, якобы ручающихся за {1}.",
            ar: "لا نثق بأي من الخدمات التي يُقال إنها تضمن {1}.", zh: "据称为 {1} 作担保的服务都不在我们的信任之列。"),
        Sentence(
            "auth.vbr.not-authenticated", en: "Nobody was asked who vouches for {1}: that domain is not shown to answer for the message.",
            fr: "Nul n’a été interrogé sur {1} : il n’est pas établi que ce domaine réponde du message.",
            es: "No se preguntó quién avala a {1}: no está probado que ese dominio responda por el mensaje.",
            ru: "О поручителях за {1} не спрашивали: не доказано, что этот домен отвечает за сообщение.",
            ar: "لم يُسأل أحد عمن يضمن {1}: لم يثبت أن هذا النطاق مسؤول عن الرسالة.", zh: "没有查询谁为 {1} 担保：未证明该域名对消息负责。"),
    ]
}
