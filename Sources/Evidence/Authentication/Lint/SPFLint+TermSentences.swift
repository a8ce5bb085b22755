internal import Localization

extension SPFLint {
    /// What is said of single terms of a record, and of how much it costs to read it.
    static let termSentences = costSentences + networkSentences + besideSentences

    private static let costSentences = [
        Sentence(
            "lint.spf.many-terms",
            en:
                "Terms that ask the domain name system, includes counted: {1}. More than ten are an error for every receiver (RFC 7208 section 4.6.4). They are: {2}. Take out what no longer sends, or name networks (ip4, ip6).",
            fr:
                "Termes qui interrogent le DNS, inclusions comprises : {1}. Plus de dix sont une erreur pour tout destinataire (RFC 7208 section 4.6.4). Ce sont : {2}. Retirez ce qui n’envoie plus, ou nommez des réseaux (ip4, ip6).",
            es:
                "Términos que consultan el DNS, inclusiones incluidas: {1}. Más de diez son un error para todo receptor (RFC 7208 sección 4.6.4). Son: {2}. Quite lo que ya no envía, o nombre redes (ip4, ip6).",
            ru:
                "Элементов, обращающихся к DNS, с учётом include: {1}. Больше десяти — ошибка для любого получателя (RFC 7208, раздел 4.6.4). Вот они: {2}. Уберите то, что больше не отправляет, или назовите сети (ip4, ip6).",
            ar:
                "عدد الحدود التي تسأل نظام أسماء النطاقات، مع المضمَّنة: {1}. أكثر من عشرة خطأ عند كل مستقبل (RFC 7208 القسم 4.6.4). وهي: {2}. احذف ما لم يعد يرسل، أو سمِّ شبكات (ip4 وip6).",
            zh: "需要查询 DNS 的项（含 include）：{1}。超过十个对所有收件方都是错误（RFC 7208 第 4.6.4 节）。它们是：{2}。请删除不再发信的项，或直接写明网络（ip4、ip6）。"),
        Sentence(
            "lint.spf.many-terms-line",
            en:
                "Terms that ask the domain name system, includes counted: {1}. More than ten are an error for every receiver (RFC 7208 section 4.6.4). They are: {2}. The line below says the same with {3}: records and hosts of your own zone are written out in it, so change it whenever they change.",
            fr:
                "Termes qui interrogent le DNS, inclusions comprises : {1}. Plus de dix sont une erreur pour tout destinataire (RFC 7208 section 4.6.4). Ce sont : {2}. La ligne ci-dessous dit la même chose avec {3} : des enregistrements et des hôtes de votre propre zone y sont écrits en clair ; modifiez-la dès qu’ils changent.",
            es:
                "Términos que consultan el DNS, inclusiones incluidas: {1}. Más de diez son un error para todo receptor (RFC 7208 sección 4.6.4). Son: {2}. La línea siguiente dice lo mismo con {3}: registros y equipos de su propia zona están escritos en ella; cámbiela cuando cambien.",
            ru:
                "Элементов, обращающихся к DNS, с учётом include: {1}. Больше десяти — ошибка для любого получателя (RFC 7208, раздел 4.6.4). Вот они: {2}. Строка ниже говорит то же самое, их в ней {3}: записи и хосты вашей зоны выписаны в ней прямо, поэтому меняйте её вместе с ними.",
            ar:
                "عدد الحدود التي تسأل نظام أسماء النطاقات، مع المضمَّنة: {1}. أكثر من عشرة خطأ عند كل مستقبل (RFC 7208 القسم 4.6.4). وهي: {2}. السطر أدناه يقول الشيء نفسه بعدد {3}: كُتبت فيه سجلات منطقتك ومضيفوها صراحةً، فغيّره كلما تغيّرت.",
            zh: "需要查询 DNS 的项（含 include）：{1}。超过十个对所有收件方都是错误（RFC 7208 第 4.6.4 节）。它们是：{2}。下面的行以 {3} 个项表达同样的内容：其中直接写出了您自己区域内的记录和主机，它们变动时请一并修改。"),
        Sentence(
            "lint.spf.nearly-many-terms",
            en: "Terms that ask the domain name system: {1} of ten allowed; one include more may break the record. They are: {2}.",
            fr: "Termes qui interrogent le DNS : {1} sur dix permis ; une inclusion de plus peut casser l’enregistrement. Ce sont : {2}.",
            es: "Términos que consultan el DNS: {1} de diez permitidos; una inclusión más puede romper el registro. Son: {2}.",
            ru: "Элементов, обращающихся к DNS: {1} из десяти разрешённых; ещё один include может сломать запись. Вот они: {2}.",
            ar: "عدد الحدود التي تسأل نظام أسماء النطاقات: {1} من عشرة مسموح بها؛ قد يكسر تضمين إضافي السجل. وهي: {2}.",
            zh: "需要查询 DNS 的项：{1}，上限为十；再加一个 include 就可能使记录失效。它们是：{2}。"),
        Sentence(
            "lint.spf.count-known",
            en:
                "The record can be read; look-ups as far as is known: {1} of ten allowed. Not counted is what these need, whose records did not come: {2}.",
            fr:
                "L’enregistrement se lit ; recherches connues : {1} sur dix permises. Non compté : ce qu’il faut à ceux-ci, dont l’enregistrement n’est pas venu : {2}.",
            es:
                "El registro se puede leer; consultas conocidas: {1} de diez permitidas. No se cuenta lo que necesitan estos, cuyos registros no llegaron: {2}.",
            ru:
                "Запись читается; запросов, насколько известно: {1} из десяти разрешённых. Не учтено, сколько нужно тем, чьи записи не пришли: {2}.",
            ar: "السجل مقروء؛ عمليات البحث المعروفة: {1} من عشر مسموح بها. ولا يُحتسب ما تحتاجه هذه التي لم تصل سجلاتها: {2}.",
            zh: "记录可以读取；已知的查询次数：{1}，上限为十。以下名称的记录没有得到，其所需的查询未计入：{2}。"),
        Sentence(
            "lint.spf.twice",
            en: "“{1}” leads to the record of {2} a second time; each time it costs {3} of the ten look-ups.",
            fr: "« {1} » mène une seconde fois à l’enregistrement de {2} ; à chaque fois il coûte {3} des dix recherches.",
            es: "«{1}» lleva por segunda vez al registro de {2}; cada vez cuesta {3} de las diez consultas.",
            ru: "«{1}» второй раз ведёт к записи {2}; каждый раз это запросов: {3} из десяти.",
            ar: "«{1}» يؤدي إلى سجل {2} مرة ثانية؛ وفي كل مرة يكلّف {3} من عمليات البحث العشر.",
            zh: "“{1}”再次指向 {2} 的记录；每次都要占用十次查询中的 {3} 次。"),
        Sentence(
            "lint.spf.null-exchange", en: "“{1}” finds nothing, since {2} says that it takes no mail (MX 0 .).",
            fr: "« {1} » ne trouve rien, car {2} dit ne pas recevoir de courrier (MX 0 .).",
            es: "«{1}» no encuentra nada, porque {2} dice que no recibe correo (MX 0 .).",
            ru: "«{1}» ничего не находит: {2} объявляет, что почту не принимает (MX 0 .).",
            ar: "«{1}» لا يجد شيئًا، إذ يصرّح {2} بأنه لا يستقبل البريد (MX 0 .).", zh: "“{1}”查不到任何内容，因为 {2} 声明不接收邮件（MX 0 .）。"),
        Sentence(
            "lint.spf.joined-terms",
            en:
                "“{1}” is several terms without a blank between them. Where a record is written as several strings, nothing is put between these: each but the last must end in a blank.",
            fr:
                "« {1} » réunit plusieurs termes sans espace entre eux. Quand un enregistrement est écrit en plusieurs chaînes, rien n’est mis entre elles : chacune sauf la dernière doit finir par une espace.",
            es:
                "«{1}» son varios términos sin espacio entre ellos. Si un registro se escribe en varias cadenas, nada se pone entre ellas: cada una salvo la última debe acabar en un espacio.",
            ru:
                "«{1}» — это несколько элементов без пробела между ними. Если запись состоит из нескольких строк, между ними ничего не вставляется: каждая, кроме последней, должна кончаться пробелом.",
            ar:
                "«{1}» عدة حدود بلا مسافة بينها. إذا كُتب السجل في عدة سلاسل فلا يوضع بينها شيء: يجب أن تنتهي كل منها، إلا الأخيرة، بمسافة.",
            zh: "“{1}”是多个项，之间没有空格。记录写成多个字符串时，它们之间不会加入任何内容：除最后一个外，每个都必须以空格结尾。"),
        Sentence(
            "lint.spf.repeated-term", en: "“{1}” stands there twice; the second finds nothing that the first did not.",
            fr: "« {1} » figure deux fois ; le second ne trouve rien que le premier n’ait trouvé.",
            es: "«{1}» aparece dos veces; el segundo no encuentra nada que el primero no encontrara.",
            ru: "«{1}» стоит дважды; второй не находит ничего сверх первого.",
            ar: "«{1}» مكرر مرتين؛ ولا يجد الثاني شيئًا لم يجده الأول.", zh: "“{1}”出现了两次；第二个找不到第一个之外的任何内容。"),
    ]

    private static let networkSentences = [
        Sentence(
            "lint.spf.wide-network-of-others",
            en: "The record of {2}, which yours includes, lets {1} pass: a network larger than one sender needs. It is not in your zone.",
            fr:
                "L’enregistrement de {2}, que le vôtre inclut, laisse passer {1} : un réseau plus grand que ce dont un expéditeur a besoin. Il n’est pas dans votre zone.",
            es:
                "El registro de {2}, que el suyo incluye, deja pasar {1}: una red mayor de la que necesita un remitente. No está en su zona.",
            ru: "Запись {2}, которую включает ваша, пропускает {1}: сеть больше, чем нужно одному отправителю. Она не в вашей зоне.",
            ar: "سجل {2} الذي يضمّنه سجلك يسمح بمرور {1}: شبكة أكبر مما يحتاجه أي مرسل. ليس في منطقتك.",
            zh: "您的记录所包含的 {2} 的记录放行 {1}：比任何单个发件方所需的网络都大。它不在您的区域内。"),
        Sentence(
            "lint.spf.wide-sum",
            en:
                "The networks of your {1} terms are together about as large as one of {2}, more than one sender needs; take out what no longer sends.",
            fr:
                "Les réseaux de vos termes {1} sont ensemble à peu près aussi grands qu’un {2}, plus que ce dont un expéditeur a besoin ; retirez ce qui n’envoie plus.",
            es:
                "Las redes de sus términos {1} son juntas casi tan grandes como una {2}, más de lo que necesita un remitente; quite lo que ya no envía.",
            ru: "Сети ваших элементов {1} вместе примерно так же велики, как {2}, — больше, чем нужно одному отправителю; уберите лишнее.",
            ar: "شبكات حدود {1} لديك مجتمعةً بحجم شبكة {2} تقريبًا، أي أكثر مما يحتاجه مرسل واحد؛ احذف ما لم يعد يرسل.",
            zh: "您的各 {1} 项网络合计约相当于一个 {2}，超过单个发件方所需；请删除不再发信的部分。"),
        Sentence(
            "lint.spf.private-network",
            en: "“{1}” names addresses that are not used on the public Internet: no receiver ever sees a client that has one.",
            fr:
                "« {1} » désigne des adresses qui ne servent pas sur l’Internet public : aucun destinataire ne voit de client qui en ait une.",
            es: "«{1}» nombra direcciones que no se usan en la Internet pública: ningún receptor ve nunca un cliente con una de ellas.",
            ru: "«{1}» называет адреса, которых нет в общедоступном Интернете: ни один получатель не увидит клиента с таким адресом.",
            ar: "«{1}» يسمّي عناوين لا تُستعمل في الإنترنت العامة: لا يرى أي مستقبل عميلًا له عنوان منها.",
            zh: "“{1}”写的是公共互联网上不使用的地址：收件方永远不会见到使用这种地址的客户端。"),
    ]

    private static let besideSentences = [
        Sentence(
            "lint.spf.no-explanation",
            en: "“exp” names {1}, where the texts number {2} and not one: nobody gets the explanation.",
            fr: "« exp » désigne {1}, où le nombre de textes est {2} et non un : personne ne reçoit l’explication.",
            es: "«exp» nombra {1}, donde el número de textos es {2} y no uno: nadie recibe la explicación.",
            ru: "«exp» указывает на {1}, где текстов {2}, а не один: пояснения никто не получит.",
            ar: "«exp» يسمّي {1} حيث عدد النصوص {2} لا واحد: لا يصل الشرح إلى أحد.",
            zh: "“exp”指向 {1}，而那里的文本数为 {2} 而不是一：没有人会收到说明。"),
        Sentence(
            "lint.spf.long-answer",
            en:
                "All texts at this name come in one answer, and together they have about {1} bytes; over 1,200 many receivers must ask a second time, by TCP. Take out what is no longer needed.",
            fr:
                "Tous les textes de ce nom viennent dans une seule réponse, d’environ {1} octets ; au-delà de 1 200, bien des destinataires doivent redemander par TCP. Retirez ce qui ne sert plus.",
            es:
                "Todos los textos de este nombre llegan en una respuesta, de unos {1} octetos; por encima de 1200 muchos receptores deben volver a preguntar por TCP. Quite lo que ya no haga falta.",
            ru:
                "Все тексты этого имени приходят одним ответом, в нём около {1} байт; свыше 1200 многим получателям приходится спрашивать ещё раз, по TCP. Уберите ненужное.",
            ar:
                "تأتي كل نصوص هذا الاسم في جواب واحد طوله نحو {1} بايت؛ فوق 1200 يضطر كثير من المستقبلين إلى السؤال ثانيةً عبر TCP. احذف ما لم يعد لازمًا.",
            zh: "此名称的所有文本在一个应答中返回，合计约 {1} 字节；超过 1200 字节，许多收件方必须通过 TCP 再次查询。请删除不再需要的文本。"),
        Sentence(
            "lint.spf.old-type",
            en:
                "A record of type SPF (99) stands there, which nobody asks for any longer (RFC 7208 section 3.1); it may say something else than the text.",
            fr:
                "Il y a un enregistrement de type SPF (99), que plus personne ne demande (RFC 7208 section 3.1) ; il peut dire autre chose que le texte.",
            es: "Hay un registro de tipo SPF (99), que ya nadie consulta (RFC 7208 sección 3.1); puede decir otra cosa que el texto.",
            ru: "Есть запись типа SPF (99), которую больше никто не запрашивает (RFC 7208, раздел 3.1); она может расходиться с текстовой.",
            ar: "يوجد سجل من النوع SPF (99) لم يعد أحد يسأل عنه (RFC 7208 القسم 3.1)؛ وقد يقول غير ما يقوله النص.",
            zh: "有一条 SPF 类型（99）的记录，已无人查询（RFC 7208 第 3.1 节）；其内容可能与 TXT 记录不同。"),
        Sentence(
            "lint.spf.old-type-alone",
            en: "The record is of type SPF (99), which nobody asks for any longer (RFC 7208 section 3.1); publish it as TXT.",
            fr: "L’enregistrement est de type SPF (99), que plus personne ne demande (RFC 7208 section 3.1) ; publiez-le en TXT.",
            es: "El registro es de tipo SPF (99), que ya nadie consulta (RFC 7208 sección 3.1); publíquelo como TXT.",
            ru: "Запись имеет тип SPF (99), который больше никто не запрашивает (RFC 7208, раздел 3.1); опубликуйте её как TXT.",
            ar: "السجل من النوع SPF (99) الذي لم يعد أحد يسأل عنه (RFC 7208 القسم 3.1)؛ انشره كسجل TXT.",
            zh: "记录属于 SPF 类型（99），已无人查询（RFC 7208 第 3.1 节）；请以 TXT 发布。"),
    ]
}
