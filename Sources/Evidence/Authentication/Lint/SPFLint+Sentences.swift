internal import Localization

extension SPFLint {
    /// What is said of records of SPF.
    static let sentences = [
        Sentence(
            "lint.spf.missing", en: "There is no SPF record: anybody can send in the name of this domain, and nobody can tell.",
            fr: "Il n’y a pas d’enregistrement SPF : n’importe qui peut envoyer au nom de ce domaine sans que cela se voie.",
            es: "No hay registro SPF: cualquiera puede enviar en nombre de este dominio sin que se note.",
            ru: "Записи SPF нет: отправлять от имени этого домена может кто угодно, и это незаметно.",
            ar: "لا يوجد سجل SPF: يمكن لأي شخص الإرسال باسم هذا النطاق دون أن يُكتشف ذلك.", zh: "没有 SPF 记录：任何人都能冒用此域名发信，且无从分辨。"),
        Sentence(
            "lint.spf.several-records", en: "There are {1} SPF records; receivers take that for an error. Publish one.",
            fr: "Il y a {1} enregistrements SPF ; les destinataires y voient une erreur. N’en publiez qu’un.",
            es: "Hay {1} registros SPF; los receptores lo tratan como un error. Publique uno solo.",
            ru: "Записей SPF несколько ({1}); получатели считают это ошибкой. Оставьте одну.",
            ar: "عدد سجلات SPF هو {1}؛ يعدّ المستقبلون ذلك خطأً. انشر سجلًا واحدًا.", zh: "有 {1} 条 SPF 记录；收件方视为错误。请只发布一条。"),
        Sentence(
            "lint.spf.not-a-record", en: "This looks like an SPF record and is none; it must begin with “v=spf1” and a space: {1}",
            fr: "Ceci ressemble à un enregistrement SPF mais n’en est pas un ; il doit commencer par « v=spf1 » et une espace : {1}",
            es: "Esto parece un registro SPF y no lo es; debe empezar por «v=spf1» y un espacio: {1}",
            ru: "Похоже на запись SPF, но не является ею: она должна начинаться с «v=spf1» и пробела: {1}",
            ar: "يبدو هذا سجل SPF وليس كذلك؛ يجب أن يبدأ بـ v=spf1 ثم مسافة: {1}", zh: "看起来像 SPF 记录但不是；必须以“v=spf1”加空格开头：{1}"),
        Sentence(
            "lint.spf.syntax",
            en:
                "The record cannot be read, so it protects nobody: {1}, at byte {2}, near “{3}”. Check that the line below says what was meant.",
            fr:
                "L’enregistrement est illisible et ne protège donc personne : {1}, à l’octet {2}, près de « {3} ». Vérifiez que la ligne ci-dessous dit ce qui était voulu.",
            es:
                "El registro no se puede leer, así que no protege a nadie: {1}, en el octeto {2}, cerca de «{3}». Compruebe que la línea siguiente dice lo que se quería.",
            ru:
                "Запись не читается и никого не защищает: {1}, байт {2}, рядом с «{3}». Проверьте, что строка ниже говорит то, что имелось в виду.",
            ar: "لا يمكن قراءة السجل، فلا يحمي أحدًا: {1}، عند البايت {2}، قرب «{3}». تحقق من أن السطر أدناه يقول ما قُصد.",
            zh: "记录无法读取，因此起不到保护作用：{1}，位于第 {2} 字节，“{3}”附近。请确认下面的行符合本意。"),
        Sentence(
            "lint.spf.syntax-of-others",
            en:
                "The record cannot be read, and receivers take that for an error: {1}, at byte {2}, near “{3}”. It is not in your zone; tell its owner.",
            fr:
                "L’enregistrement est illisible, et les destinataires y voient une erreur : {1}, à l’octet {2}, près de « {3} ». Il n’est pas dans votre zone ; prévenez son propriétaire.",
            es:
                "El registro no se puede leer y los receptores lo tratan como un error: {1}, en el octeto {2}, cerca de «{3}». No está en su zona; avise a su dueño.",
            ru:
                "Запись не читается, и получатели считают это ошибкой: {1}, байт {2}, рядом с «{3}». Она не в вашей зоне; сообщите владельцу.",
            ar: "لا يمكن قراءة السجل، ويعدّ المستقبلون ذلك خطأً: {1}، عند البايت {2}، قرب «{3}». ليس في منطقتك؛ أخبر صاحبه.",
            zh: "记录无法读取，收件方视为错误：{1}，位于第 {2} 字节，“{3}”附近。它不在您的区域内；请告知其所有者。"),
        Sentence(
            "lint.spf.not-answered",
            en: "{1} could not be looked up ({2}); what the record says of it is not known.",
            fr: "{1} n’a pas pu être recherché ({2}) ; on ignore ce que l’enregistrement en dit.",
            es: "No se pudo consultar {1} ({2}); no se sabe qué dice el registro al respecto.",
            ru: "{1} узнать не удалось ({2}); что говорит об этом запись, неизвестно.",
            ar: "تعذّر البحث عن {1} ({2})؛ ولا يُعرف ما يقوله السجل عنه.",
            zh: "无法查询 {1}（{2}）；不知道记录对此如何规定。"),
        Sentence(
            "lint.spf.no-record",
            en: "“{1}” leads to {2}, which has no SPF record: receivers take that for an error.",
            fr: "« {1} » mène à {2}, qui n’a pas d’enregistrement SPF : les destinataires y voient une erreur.",
            es: "«{1}» lleva a {2}, que no tiene registro SPF: los receptores lo tratan como un error.",
            ru: "«{1}» ведёт к {2}, где записи SPF нет: получатели считают это ошибкой.",
            ar: "«{1}» يؤدي إلى {2} الذي ليس لديه سجل SPF: يعدّ المستقبلون ذلك خطأً.",
            zh: "“{1}”指向 {2}，而后者没有 SPF 记录：收件方视为错误。"),
        Sentence(
            "lint.spf.count",
            en: "The record can be read; look-ups: {1} of ten allowed.",
            fr: "L’enregistrement se lit ; recherches : {1} sur dix permises.",
            es: "El registro se puede leer; consultas: {1} de diez permitidas.",
            ru: "Запись читается; запросов: {1} из десяти разрешённых.",
            ar: "السجل مقروء؛ عمليات البحث: {1} من عشر مسموح بها.",
            zh: "记录可以读取；查询次数：{1}，上限为十。"),
        Sentence(
            "lint.spf.nobody",
            en: "Nobody may send in the name of this domain, and the record says so.",
            fr: "Personne ne peut envoyer au nom de ce domaine, et l’enregistrement le dit.",
            es: "Nadie puede enviar en nombre de este dominio, y el registro lo dice.",
            ru: "Отправлять от имени этого домена не может никто, и запись это говорит.",
            ar: "لا يجوز لأحد الإرسال باسم هذا النطاق، والسجل يصرّح بذلك.",
            zh: "任何人都不得以此域名发信，记录已声明。"),
        Sentence(
            "lint.spf.pass-all", en: "“{1}” lets every computer in the world send in the name of this domain.",
            fr: "« {1} » permet à tout ordinateur du monde d’envoyer au nom de ce domaine.",
            es: "«{1}» permite a cualquier ordenador del mundo enviar en nombre de este dominio.",
            ru: "«{1}» разрешает любому компьютеру в мире отправлять от имени этого домена.",
            ar: "«{1}» يسمح لكل حاسوب في العالم بالإرسال باسم هذا النطاق.", zh: "“{1}”允许全世界任何计算机以此域名发信。"),
        Sentence(
            "lint.spf.neutral-all", en: "“?all” says nothing of strangers: forged mail gets the same answer as none at all.",
            fr: "« ?all » ne dit rien des inconnus : un courrier falsifié reçoit la même réponse que s’il n’y avait rien.",
            es: "«?all» no dice nada de los desconocidos: el correo falsificado recibe la misma respuesta que si no hubiera nada.",
            ru: "«?all» ничего не говорит о посторонних: подделка получает тот же ответ, как если бы записи не было.",
            ar: "«?all» لا يقول شيئًا عن الغرباء: يلقى البريد المزوّر الجواب نفسه كما لو لم يوجد سجل.",
            zh: "“?all”对陌生发件方不作表态：伪造邮件得到的答复与没有记录时相同。"),
        Sentence(
            "lint.spf.no-all", en: "The record does not say what to think of all others; end it with “~all” or “-all”.",
            fr: "L’enregistrement ne dit pas que penser de tous les autres ; terminez-le par « ~all » ou « -all ».",
            es: "El registro no dice qué pensar de todos los demás; termínelo con «~all» o «-all».",
            ru: "Запись не говорит, что думать обо всех остальных; закончите её «~all» или «-all».",
            ar: "لا يقول السجل شيئًا عن كل من سواهم؛ أنهِه بـ ~all أو -all.", zh: "记录没有说明如何看待其他发件方；请以“~all”或“-all”结尾。"),
        Sentence(
            "lint.spf.after-all", en: "What stands after “{1}” is never read.", fr: "Ce qui suit « {1} » n’est jamais lu.",
            es: "Lo que sigue a «{1}» nunca se lee.", ru: "То, что стоит после «{1}», никогда не читается.",
            ar: "ما يأتي بعد «{1}» لا يُقرأ أبدًا.",
            zh: "“{1}”之后的内容永远不会被读取。"),
        Sentence(
            "lint.spf.redirect-unused", en: "“redirect” is never followed, since “all” decides before it.",
            fr: "« redirect » n’est jamais suivi, car « all » décide avant lui.",
            es: "«redirect» nunca se sigue, porque «all» decide antes.",
            ru: "«redirect» никогда не применяется: раньше решает «all».", ar: "لا يُتَّبع redirect أبدًا، لأن all يحسم قبله.",
            zh: "“redirect”永远不会生效，因为“all”先作出决定。"),
        Sentence(
            "lint.spf.ptr",
            en:
                "“{1}” is slow, is passed over by some receivers and should not be used (RFC 7208 section 5.5); name the hosts or networks.",
            fr: "« {1} » est lent, ignoré par certains destinataires et à éviter (RFC 7208 section 5.5) ; nommez les hôtes ou les réseaux.",
            es: "«{1}» es lento, algunos receptores lo ignoran y no debe usarse (RFC 7208 sección 5.5); nombre los equipos o las redes.",
            ru:
                "«{1}» работает медленно, некоторые получатели его пропускают, и применять его не следует (RFC 7208, раздел 5.5); назовите хосты или сети.",
            ar: "«{1}» بطيء ويتجاهله بعض المستقبلين ولا ينبغي استعماله (RFC 7208 القسم 5.5)؛ سمِّ المضيفين أو الشبكات.",
            zh: "“{1}”速度慢，部分收件方忽略它，不应使用（RFC 7208 第 5.5 节）；请写明主机或网络。"),
        Sentence(
            "lint.spf.wide-network", en: "{1} lets a network pass that is larger than any one sender needs.",
            fr: "{1} laisse passer un réseau plus grand que ce dont un expéditeur a besoin.",
            es: "{1} deja pasar una red mayor de la que necesita un remitente.",
            ru: "{1} пропускает сеть больше, чем нужно одному отправителю.",
            ar: "{1} يسمح بمرور شبكة أكبر مما يحتاجه أي مرسل.", zh: "{1} 放行的网络比任何单个发件方所需的都大。"),
        Sentence(
            "lint.spf.finds-nothing", en: "“{1}” finds nothing, since {2} has no such record; remove it or repair the name.",
            fr: "« {1} » ne trouve rien, car {2} n’a pas de tel enregistrement ; retirez-le ou corrigez le nom.",
            es: "«{1}» no encuentra nada, porque {2} no tiene ese registro; quítelo o corrija el nombre.",
            ru: "«{1}» ничего не находит: у {2} нет такой записи; уберите его или исправьте имя.",
            ar: "«{1}» لا يجد شيئًا، إذ ليس لدى {2} سجل كهذا؛ احذفه أو صحّح الاسم.", zh: "“{1}”查不到任何内容，因为 {2} 没有这种记录；请删除或更正名称。"),
        Sentence(
            "lint.spf.many-exchanges", en: "“{1}” stands for {2} mail exchanges; more than ten are an error (RFC 7208 section 4.6.4).",
            fr: "« {1} » désigne {2} serveurs de messagerie ; plus de dix sont une erreur (RFC 7208 section 4.6.4).",
            es: "«{1}» designa {2} servidores de correo; más de diez son un error (RFC 7208 sección 4.6.4).",
            ru: "«{1}» означает почтовых серверов: {2}; больше десяти — ошибка (RFC 7208, раздел 4.6.4).",
            ar: "«{1}» يعني خوادم بريد عددها {2}؛ وأكثر من عشرة خطأ (RFC 7208 القسم 4.6.4).",
            zh: "“{1}”对应 {2} 台邮件服务器；超过十台即为错误（RFC 7208 第 4.6.4 节）。"),
        Sentence(
            "lint.spf.loop", en: "“{1}” leads back to {2}, which was read before.", fr: "« {1} » ramène à {2}, déjà lu.",
            es: "«{1}» vuelve a {2}, que ya se leyó.", ru: "«{1}» ведёт обратно к {2}, который уже прочитан.",
            ar: "«{1}» يعود إلى {2} الذي سبقت قراءته.",
            zh: "“{1}”又回到已读过的 {2}。"),
        Sentence(
            "lint.spf.many-void-lookups", en: "Names that find nothing: {1}. More than two are an error (RFC 7208 section 4.6.4).",
            fr: "Noms qui ne mènent à rien : {1}. Plus de deux sont une erreur (RFC 7208 section 4.6.4).",
            es: "Nombres que no dan nada: {1}. Más de dos son un error (RFC 7208 sección 4.6.4).",
            ru: "Имён, по которым ничего нет: {1}. Больше двух — ошибка (RFC 7208, раздел 4.6.4).",
            ar: "عدد الأسماء التي لا تؤدي إلى شيء: {1}. أكثر من اثنين خطأ (RFC 7208 القسم 4.6.4).",
            zh: "查不到内容的名称：{1}。超过两个即为错误（RFC 7208 第 4.6.4 节）。"),
        Sentence(
            "lint.spf.unknown-modifier", en: "“{1}=” is no modifier that receivers know; is it misspelt?",
            fr: "« {1}= » n’est pas un modificateur connu ; est-ce une faute de frappe ?",
            es: "«{1}=» no es un modificador conocido; ¿está mal escrito?", ru: "«{1}=» — неизвестный модификатор; нет ли опечатки?",
            ar: "«{1}=» ليس معدِّلًا معروفًا؛ هل كُتب خطأً؟", zh: "“{1}=”不是收件方认识的修饰符；是否拼写有误？"),
        Sentence(
            "lint.spf.long", en: "The record has {1} bytes; over 450, answers may no longer fit in one packet (RFC 7208 section 3.4).",
            fr: "L’enregistrement compte {1} octets ; au-delà de 450, la réponse peut ne plus tenir dans un paquet (RFC 7208 section 3.4).",
            es: "El registro tiene {1} octetos; por encima de 450, la respuesta puede no caber en un paquete (RFC 7208 sección 3.4).",
            ru: "В записи {1} байт; свыше 450 ответ может не поместиться в один пакет (RFC 7208, раздел 3.4).",
            ar: "طول السجل {1} بايتًا؛ فوق 450 قد لا يتسع الجواب في حزمة واحدة (RFC 7208 القسم 3.4).",
            zh: "记录有 {1} 字节；超过 450 字节，应答可能无法放入一个数据包（RFC 7208 第 3.4 节）。"),
    ]
}
