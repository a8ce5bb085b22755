internal import Localization

/// What the commands of senders say.
enum SenderSentences {
    static let all = rungs + answers

    private static let rungs = [
        Sentence(
            "senders.correspondent", en: "the recipient has written to them", fr: "le destinataire lui a écrit",
            es: "el destinatario le ha escrito", ru: "получатель ему писал", ar: "كتب إليه المستلم", zh: "收件人给其写过信"),
        Sentence(
            "senders.answer", en: "an answer to the recipient", fr: "une réponse au destinataire", es: "una respuesta al destinatario",
            ru: "ответ получателю", ar: "رد على المستلم", zh: "对收件人的回复"),
        Sentence(
            "senders.pair", en: "this sender, to this recipient", fr: "cet expéditeur, à ce destinataire",
            es: "este remitente, a este destinatario", ru: "этот отправитель этому получателю", ar: "هذا المرسل إلى هذا المستلم",
            zh: "该发件人致该收件人"),
        Sentence(
            "senders.sender", en: "this sender, to anybody", fr: "cet expéditeur, à tous", es: "este remitente, a cualquiera",
            ru: "этот отправитель всем", ar: "هذا المرسل إلى أي أحد", zh: "该发件人致任何人"),
        Sentence(
            "senders.sender-here", en: "this name, not proved, from this network", fr: "ce nom, non prouvé, depuis ce réseau",
            es: "este nombre, sin probar, desde esta red", ru: "это имя без подтверждения из этой сети",
            ar: "هذا الاسم دون إثبات من هذه الشبكة", zh: "来自该网络、未经证实的该名称"),
        Sentence("senders.domain", en: "the domain", fr: "le domaine", es: "el dominio", ru: "домен", ar: "النطاق", zh: "域名"),
        Sentence(
            "senders.mailer", en: "the domain, sending or signing for others", fr: "le domaine, quand il envoie ou signe pour d’autres",
            es: "el dominio, cuando envía o firma por otros", ru: "домен, когда отправляет или подписывает за других",
            ar: "النطاق حين يرسل أو يوقّع عن غيره", zh: "代他人发送或签名的该域名"),
        Sentence("senders.address", en: "the machine", fr: "la machine", es: "la máquina", ru: "машина", ar: "الآلة", zh: "主机"),
        Sentence("senders.network", en: "its network", fr: "son réseau", es: "su red", ru: "её сеть", ar: "شبكتها", zh: "其所在网络"),
    ]

    private static let answers = [
        Sentence(
            "senders.counts", en: "messages {1}, wanted {2}, spam {3}; since {4}, last {5}",
            fr: "messages {1}, souhaités {2}, spam {3} ; depuis {4}, dernier {5}",
            es: "mensajes {1}, deseados {2}, spam {3}; desde {4}, último {5}",
            ru: "сообщений {1}, желательных {2}, спама {3}; с {4}, последнее {5}",
            ar: "الرسائل {1}، المرغوبة {2}، المزعجة {3}؛ منذ {4}، آخرها {5}", zh: "消息 {1}，正常 {2}，垃圾 {3}；自 {4} 起，最近 {5}"),
        Sentence(
            "senders.silent", en: "Too little is known, or as much for as against: nothing is said of it.",
            fr: "On en sait trop peu, ou autant pour que contre : rien n’en est dit.",
            es: "Se sabe demasiado poco, o tanto a favor como en contra: no se dice nada.",
            ru: "Известно слишком мало или поровну за и против: об этом ничего не говорится.",
            ar: "المعروف قليل جدًا، أو متساوٍ بين الجانبين: لا يُقال عنه شيء.", zh: "所知太少，或正反相当：不作说明。"),
        Sentence(
            "senders.unknown", en: "Nothing is remembered of {1}.", fr: "Rien n’est retenu de {1}.", es: "No se recuerda nada de {1}.",
            ru: "О {1} ничего не помнится.", ar: "لا يُذكر شيء عن {1}.", zh: "没有关于 {1} 的记录。"),
        Sentence(
            "senders.was-forgotten", en: "What was remembered of {1} was forgotten at {2}, because somebody wanted it.",
            fr: "Ce qui était retenu de {1} a été oublié le {2}, à la demande de quelqu’un.",
            es: "Lo que se recordaba de {1} se olvidó el {2}, porque alguien lo quiso.",
            ru: "Всё о {1} было забыто {2} по чьему-то желанию.", ar: "نُسي ما كان يُذكر عن {1} في {2} بطلب من أحدهم.",
            zh: "关于 {1} 的记录已应要求于 {2} 清除。"),
        Sentence(
            "senders.forgotten-sender", en: "{1} is forgotten, with all that was remembered of it and single recipients.",
            fr: "{1} est oublié, avec tout ce qui était retenu de ses échanges avec chaque destinataire.",
            es: "{1} queda olvidado, con todo lo que se recordaba de él y de cada destinatario.",
            ru: "{1} забыт, вместе со всем, что помнилось о нём и отдельных получателях.",
            ar: "نُسي {1} مع كل ما كان يُذكر عنه وعن كل مستلم.", zh: "已清除 {1} 的记录，包括其与各收件人之间的记录。"),
        Sentence(
            "senders.forgotten-domain", en: "{1} is forgotten, with all mailboxes in it and all domains below it.",
            fr: "{1} est oublié, avec toutes ses boîtes et tous les domaines situés dessous.",
            es: "{1} queda olvidado, con todos sus buzones y los dominios que hay debajo.",
            ru: "{1} забыт, вместе со всеми ящиками в нём и доменами под ним.",
            ar: "نُسي {1} مع كل صناديقه وكل النطاقات التي تحته.", zh: "已清除 {1} 的记录，包括其所有邮箱及下级域名。"),
        Sentence(
            "senders.forgotten-address", en: "The machine {1} is forgotten; its network and those who sent from it are not.",
            fr: "La machine {1} est oubliée ; son réseau et ceux qui en ont envoyé ne le sont pas.",
            es: "La máquina {1} queda olvidada; su red y quienes enviaron desde ella, no.",
            ru: "Машина {1} забыта; её сеть и те, кто с неё отправлял, не забыты.",
            ar: "نُسيت الآلة {1}؛ أما شبكتها ومن أرسلوا منها فلا.", zh: "已清除主机 {1} 的记录；其网络及由其发信者的记录仍保留。"),
        Sentence(
            "senders.forgotten-network",
            en: "The network {1} is forgotten, with all machines in it, and names that nobody proved from there.",
            fr: "Le réseau {1} est oublié, avec toutes ses machines et les noms non prouvés venus de là.",
            es: "La red {1} queda olvidada, con todas sus máquinas y los nombres sin probar que venían de ella.",
            ru: "Сеть {1} забыта, вместе со всеми её машинами и неподтверждёнными именами оттуда.",
            ar: "نُسيت الشبكة {1} مع كل آلاتها والأسماء غير المثبتة الآتية منها.", zh: "已清除网络 {1} 的记录，包括其中所有主机及来自该处的未证实名称。"),
    ]

    /// What each command does.
    static let help = [
        Sentence(
            "help.senders", en: "Shows and forgets what the service remembers of those who send.",
            fr: "Montre et oublie ce que le service retient de ceux qui envoient.",
            es: "Muestra y olvida lo que el servicio recuerda de quienes envían.",
            ru: "Показывает и забывает то, что служба помнит об отправителях.", ar: "يعرض ما تذكره الخدمة عن المرسلين وينساه.",
            zh: "查看和清除服务所记的发件人信息。"),
        Sentence(
            "help.senders.show", en: "Shows what is remembered of a sender: counts, since when, and what that says.",
            fr: "Montre ce qui est retenu d’un expéditeur : comptes, depuis quand, et ce que cela dit.",
            es: "Muestra lo que se recuerda de un remitente: cuentas, desde cuándo y qué dice eso.",
            ru: "Показывает, что помнится об отправителе: счёт, с каких пор и что это значит.",
            ar: "يعرض ما يُذكر عن مرسل: الأعداد ومنذ متى وما يدل عليه ذلك.", zh: "显示关于某发件人的记录：计数、起始时间及其含义。"),
        Sentence(
            "help.senders.forget", en: "Forgets what is remembered of a sender, a domain, a machine or a network.",
            fr: "Oublie ce qui est retenu d’un expéditeur, d’un domaine, d’une machine ou d’un réseau.",
            es: "Olvida lo que se recuerda de un remitente, un dominio, una máquina o una red.",
            ru: "Забывает всё об отправителе, домене, машине или сети.", ar: "ينسى ما يُذكر عن مرسل أو نطاق أو آلة أو شبكة.",
            zh: "清除关于某发件人、域名、主机或网络的记录。"),
    ]
}
