internal import Localization

extension HostLint {
    /// What is said of records of CSA.
    static let sentences = [
        Sentence(
            "lint.csa.not-answered",
            en: "The record of {1} could not be looked up ({2}).",
            fr: "L’enregistrement de {1} n’a pas pu être recherché ({2}).",
            es: "No se pudo consultar el registro de {1} ({2}).",
            ru: "Запись {1} узнать не удалось ({2}).",
            ar: "تعذّر البحث عن سجل {1} ({2}).",
            zh: "无法查询 {1} 的记录（{2}）。"),
        Sentence(
            "lint.csa.version",
            en: "The record of {1} has the priority {2}, which is the version here; only 1 is read.",
            fr: "L’enregistrement de {1} a la priorité {2}, qui est ici la version ; seule 1 est lue.",
            es: "El registro de {1} tiene prioridad {2}, que aquí es la versión; solo se lee 1.",
            ru: "У записи {1} приоритет {2}, а это здесь версия; читается только 1.",
            ar: "أولوية سجل {1} هي {2}، وهي هنا الإصدار؛ ولا يُقرأ إلا 1.",
            zh: "{1} 的记录优先级为 {2}，此处它表示版本；只读取 1。"),
        Sentence(
            "lint.csa.weight",
            en:
                "The record of {1} has the weight {2}, which means nothing: 0 and 1 forbid the host to send, 2 lets it, 3 lets it without proof.",
            fr:
                "L’enregistrement de {1} a le poids {2}, qui ne veut rien dire : 0 et 1 interdisent à l’hôte d’envoyer, 2 le permet, 3 le permet sans preuve.",
            es:
                "El registro de {1} tiene peso {2}, que no significa nada: 0 y 1 prohíben enviar al equipo, 2 lo permite y 3 lo permite sin prueba.",
            ru:
                "У записи {1} вес {2}, который ничего не значит: 0 и 1 запрещают хосту отправлять, 2 разрешает, 3 разрешает без доказательства.",
            ar: "وزن سجل {1} هو {2} ولا معنى له: 0 و1 يمنعان المضيف من الإرسال، و2 يسمح، و3 يسمح دون إثبات.",
            zh: "{1} 的记录权重为 {2}，没有意义：0 和 1 禁止该主机发信，2 允许，3 允许但无法证明。"),
        Sentence(
            "lint.csa.port",
            en:
                "The record of {1} has the port {2}; here port 1 says that every host below has a record of its own, 0 that not, and nothing else has a meaning.",
            fr:
                "L’enregistrement de {1} a le port {2} ; ici 1 dit que chaque hôte en dessous a son propre enregistrement, 0 que non, et rien d’autre n’a de sens.",
            es:
                "El registro de {1} tiene puerto {2}; aquí 1 dice que cada equipo por debajo tiene su propio registro, 0 que no, y nada más tiene sentido.",
            ru: "У записи {1} порт {2}; здесь 1 значит, что у каждого хоста ниже есть своя запись, 0 — что нет, прочее смысла не имеет.",
            ar: "منفذ سجل {1} هو {2}؛ هنا 1 يعني أن لكل مضيف دونه سجلًا خاصًا، و0 أنه لا، ولا معنى لغير ذلك.",
            zh: "{1} 的记录端口为 {2}；此处 1 表示其下每台主机都有自己的记录，0 表示没有，其他值无意义。"),
        Sentence(
            "lint.csa.unprovable",
            en: "{1} may send, and its record gives no way to tell whether a client is it (weight 3).",
            fr: "{1} peut envoyer, et son enregistrement ne permet pas de reconnaître un client (poids 3).",
            es: "{1} puede enviar, y su registro no permite saber si un cliente es él (peso 3).",
            ru: "{1} может отправлять, но запись не позволяет узнать, он ли это (вес 3).",
            ar: "يجوز لـ {1} الإرسال، وسجله لا يتيح معرفة هل العميل هو (الوزن 3).",
            zh: "{1} 可以发信，但其记录无法用来确认客户端是否为它（权重 3）。"),
        Sentence(
            "lint.csa.forbidden",
            en: "{1} may not send, and its record says so.",
            fr: "{1} ne peut pas envoyer, et son enregistrement le dit.",
            es: "{1} no puede enviar, y su registro lo dice.",
            ru: "{1} отправлять не может, и запись это говорит.",
            ar: "لا يجوز لـ {1} الإرسال، وسجله يصرّح بذلك.",
            zh: "{1} 不得发信，其记录已声明。"),
        Sentence(
            "lint.csa.allowed",
            en: "{1} may send, from the addresses of its record.",
            fr: "{1} peut envoyer, depuis les adresses de son enregistrement.",
            es: "{1} puede enviar, desde las direcciones de su registro.",
            ru: "{1} может отправлять с адресов своей записи.",
            ar: "يجوز لـ {1} الإرسال من عناوين سجله.",
            zh: "{1} 可以从其记录中的地址发信。"),
        Sentence(
            "lint.csa.no-address",
            en: "The record of {1} lets it send from the addresses of {2}, which has none: its mail is refused.",
            fr: "L’enregistrement de {1} lui permet d’envoyer depuis les adresses de {2}, qui n’en a pas : son courrier est refusé.",
            es: "El registro de {1} le permite enviar desde las direcciones de {2}, que no tiene ninguna: su correo se rechaza.",
            ru: "Запись {1} разрешает отправлять с адресов {2}, а их нет: почту отклоняют.",
            ar: "يسمح سجل {1} بالإرسال من عناوين {2} وليس له عنوان: يُرفض بريده.",
            zh: "{1} 的记录允许从 {2} 的地址发信，而后者没有地址：其邮件会被拒收。"),
        Sentence(
            "lint.csa.contradiction",
            en: "One record of {1} lets it send and another forbids it; the one that forbids counts.",
            fr: "Un enregistrement de {1} lui permet d’envoyer et un autre l’interdit ; c’est celui qui interdit qui compte.",
            es: "Un registro de {1} le permite enviar y otro lo prohíbe; cuenta el que prohíbe.",
            ru: "Одна запись {1} разрешает отправку, другая запрещает; действует запрет.",
            ar: "سجل لـ {1} يسمح بالإرسال وآخر يمنعه؛ والمانع هو المعتبر.",
            zh: "{1} 的一条记录允许发信，另一条禁止；以禁止的为准。"),
        Sentence(
            "lint.csa.missing",
            en: "{2} demands a record of every host that sends, and {1} has none: its mail is refused.",
            fr: "{2} exige un enregistrement de chaque hôte qui envoie, et {1} n’en a pas : son courrier est refusé.",
            es: "{2} exige un registro de cada equipo que envía, y {1} no tiene: su correo se rechaza.",
            ru: "{2} требует записи для каждого отправляющего хоста, а у {1} её нет: почту отклоняют.",
            ar: "يشترط {2} سجلًا لكل مضيف يرسل، وليس لـ {1} سجل: يُرفض بريده.",
            zh: "{2} 要求每台发信主机都有记录，而 {1} 没有：其邮件会被拒收。"),
        Sentence(
            "lint.csa.none",
            en: "{1} has no record, and nothing above it demands one.",
            fr: "{1} n’a pas d’enregistrement, et rien au-dessus ne l’exige.",
            es: "{1} no tiene registro, y nada por encima lo exige.",
            ru: "У {1} нет записи, и ничто выше её не требует.",
            ar: "ليس لـ {1} سجل، ولا شيء فوقه يشترطه.",
            zh: "{1} 没有记录，上级也没有要求。"),
    ]
}
