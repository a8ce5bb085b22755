internal import Localization

extension MailRouteLint {
    /// What is said of MX records.
    static let sentences = [
        Sentence(
            "lint.mx.not-answered", en: "The mail exchanges could not be looked up ({1}).",
            fr: "Les serveurs de messagerie n’ont pas pu être recherchés ({1}).",
            es: "No se pudieron consultar los servidores de correo ({1}).",
            ru: "Почтовые серверы узнать не удалось ({1}).",
            ar: "تعذّر البحث عن خوادم البريد ({1}).",
            zh: "无法查询邮件服务器（{1}）。"),
        Sentence(
            "lint.mx.host-not-answered", en: "The addresses of {1} could not be looked up ({2}).",
            fr: "Les adresses de {1} n’ont pas pu être recherchées ({2}).",
            es: "No se pudieron consultar las direcciones de {1} ({2}).",
            ru: "Адреса {1} узнать не удалось ({2}).",
            ar: "تعذّر البحث عن عناوين {1} ({2}).",
            zh: "无法查询 {1} 的地址（{2}）。"),
        Sentence(
            "lint.mx.hosts", en: "Hosts that take mail: {1}; each has an address.",
            fr: "Hôtes qui reçoivent le courrier : {1} ; chacun a une adresse.",
            es: "Equipos que reciben correo: {1}; cada uno tiene dirección.",
            ru: "Хостов, принимающих почту: {1}; у каждого есть адрес.",
            ar: "المضيفون الذين يستقبلون البريد: {1}؛ ولكلٍّ عنوان.",
            zh: "接收邮件的主机数：{1}；均有地址。"),
        Sentence(
            "lint.mx.null", en: "The domain takes no mail, and says so (RFC 7505).",
            fr: "Le domaine ne reçoit pas de courrier, et le dit (RFC 7505).",
            es: "El dominio no recibe correo y lo dice (RFC 7505).",
            ru: "Домен не принимает почту и сообщает об этом (RFC 7505).",
            ar: "لا يستقبل النطاق بريدًا ويصرّح بذلك (RFC 7505).",
            zh: "此域名不接收邮件，并已声明（RFC 7505）。"),
        Sentence(
            "lint.mx.null-and-others",
            en: "“.” says that the domain takes no mail, and other hosts are named beside it (RFC 7505 section 3); keep one or the other.",
            fr:
                "« . » dit que le domaine ne reçoit pas de courrier, et d’autres hôtes sont nommés à côté (RFC 7505 section 3) ; gardez l’un ou l’autre.",
            es: "«.» dice que el dominio no recibe correo, y al lado se nombran otros equipos (RFC 7505 sección 3); conserve uno u otro.",
            ru: "«.» означает, что домен не принимает почту, но рядом названы другие хосты (RFC 7505, раздел 3); оставьте что-то одно.",
            ar: "تعني «.» أن النطاق لا يستقبل بريدًا، ومع ذلك سُمّي بجانبها مضيفون آخرون (RFC 7505 القسم 3)؛ أبقِ أحدهما.",
            zh: "“.”表示此域名不接收邮件，但同时又列出了其他主机（RFC 7505 第 3 节）；请只保留其一。"),
        Sentence(
            "lint.mx.implicit",
            en: "There is no MX record; mail goes to the domain’s own address. Name the host, or publish “0 .” if it takes no mail.",
            fr:
                "Il n’y a pas d’enregistrement MX ; le courrier va à l’adresse du domaine lui-même. Nommez l’hôte, ou publiez « 0 . » s’il ne reçoit pas de courrier.",
            es:
                "No hay registro MX; el correo va a la dirección del propio dominio. Nombre el equipo, o publique «0 .» si no recibe correo.",
            ru: "Записи MX нет; почта идёт на адрес самого домена. Назовите хост или опубликуйте «0 .», если почту он не принимает.",
            ar: "لا يوجد سجل MX؛ يذهب البريد إلى عنوان النطاق نفسه. سمِّ المضيف، أو انشر «0 .» إن كان لا يستقبل بريدًا.",
            zh: "没有 MX 记录；邮件会发往域名自身的地址。请写明主机；若不接收邮件，请发布“0 .”。"),
        Sentence(
            "lint.mx.missing",
            en: "Nothing takes mail for this domain, and nothing says so; senders try for days. Publish a null MX (RFC 7505).",
            fr:
                "Rien ne reçoit le courrier de ce domaine et rien ne le dit ; les expéditeurs essaient des jours durant. Publiez un MX nul (RFC 7505).",
            es:
                "Nada recibe el correo de este dominio y nada lo dice; los remitentes lo intentan durante días. Publique un MX nulo (RFC 7505).",
            ru:
                "Почту этого домена никто не принимает, и об этом ничего не сказано; отправители пытаются целыми днями. Опубликуйте нулевой MX (RFC 7505).",
            ar: "لا شيء يستقبل بريد هذا النطاق ولا شيء يقول ذلك؛ يحاول المرسلون أيامًا. انشر MX فارغًا (RFC 7505).",
            zh: "没有主机接收此域名的邮件，也没有任何声明；发件方会尝试数天。请发布空 MX（RFC 7505）。"),
        Sentence(
            "lint.mx.address", en: "“{1}” is an address; an MX record must name a host.",
            fr: "« {1} » est une adresse ; un enregistrement MX doit nommer un hôte.",
            es: "«{1}» es una dirección; un registro MX debe nombrar un equipo.", ru: "«{1}» — адрес; запись MX должна называть хост.",
            ar: "«{1}» عنوان؛ يجب أن يسمّي سجل MX مضيفًا.", zh: "“{1}”是地址；MX 记录必须写主机名。"),
        Sentence(
            "lint.mx.alias", en: "{1} is an alias of {2}; an MX record must name the host itself (RFC 5321 section 5.1).",
            fr: "{1} est un alias de {2} ; un enregistrement MX doit nommer l’hôte lui-même (RFC 5321 section 5.1).",
            es: "{1} es un alias de {2}; un registro MX debe nombrar el equipo mismo (RFC 5321 sección 5.1).",
            ru: "{1} — псевдоним {2}; запись MX должна называть сам хост (RFC 5321, раздел 5.1).",
            ar: "{1} اسم مستعار لـ {2}؛ يجب أن يسمّي سجل MX المضيف نفسه (RFC 5321 القسم 5.1).",
            zh: "{1} 是 {2} 的别名；MX 记录必须写主机本身（RFC 5321 第 5.1 节）。"),
        Sentence(
            "lint.mx.no-address", en: "{1} has no address; mail cannot reach it.",
            fr: "{1} n’a pas d’adresse ; le courrier ne peut l’atteindre.",
            es: "{1} no tiene dirección; el correo no puede llegarle.", ru: "У {1} нет адреса; почта до него не дойдёт.",
            ar: "ليس لدى {1} عنوان؛ لا يمكن للبريد بلوغه.",
            zh: "{1} 没有地址；邮件无法送达。"),
        Sentence(
            "lint.mx.private-address", en: "{1} has the address {2}, which nobody outside can reach.",
            fr: "{1} a l’adresse {2}, que personne ne peut joindre de l’extérieur.",
            es: "{1} tiene la dirección {2}, a la que nadie puede llegar desde fuera.", ru: "У {1} адрес {2}, недоступный снаружи.",
            ar: "لدى {1} العنوان {2} الذي لا يمكن لأحد من الخارج بلوغه.", zh: "{1} 的地址 {2} 外部无法到达。"),
    ]
}
