internal import Localization

extension DMARCLint {
    /// What is said of records of DMARC.
    static let sentences = [
        Sentence(
            "lint.dmarc.not-answered",
            en: "{1} could not be looked up ({2}).",
            fr: "{1} n’a pas pu être recherché ({2}).",
            es: "No se pudo consultar {1} ({2}).",
            ru: "{1} узнать не удалось ({2}).",
            ar: "تعذّر البحث عن {1} ({2}).",
            zh: "无法查询 {1}（{2}）。"),
        Sentence(
            "lint.dmarc.not-a-record",
            en: "This looks like a DMARC record and is none; it must begin with “v=DMARC1;”: {1}",
            fr: "Ceci ressemble à un enregistrement DMARC mais n’en est pas un ; il doit commencer par « v=DMARC1; » : {1}",
            es: "Esto parece un registro DMARC y no lo es; debe empezar por «v=DMARC1;»: {1}",
            ru: "Похоже на запись DMARC, но не является ею: она должна начинаться с «v=DMARC1;»: {1}",
            ar: "يبدو هذا سجل DMARC وليس كذلك؛ يجب أن يبدأ بـ «v=DMARC1;»: {1}",
            zh: "看起来像 DMARC 记录但不是；必须以“v=DMARC1;”开头：{1}"),
        Sentence(
            "lint.dmarc.several-records",
            en: "There are {1} DMARC records; receivers then use none. Publish one.",
            fr: "Il y a {1} enregistrements DMARC ; les destinataires n’en utilisent alors aucun. N’en publiez qu’un.",
            es: "Hay {1} registros DMARC; los receptores no usan entonces ninguno. Publique uno solo.",
            ru: "Записей DMARC несколько ({1}); получатели не используют ни одной. Оставьте одну.",
            ar: "عدد سجلات DMARC هو {1}؛ لا يستعمل المستقبلون أيًّا منها. انشر سجلًا واحدًا.",
            zh: "有 {1} 条 DMARC 记录；收件方一条也不会采用。请只发布一条。"),
        Sentence(
            "lint.dmarc.misplaced",
            en: "A DMARC record stands at {1}, where nobody looks for it; it belongs to {2}.",
            fr: "Un enregistrement DMARC se trouve à {1}, où personne ne le cherche ; sa place est {2}.",
            es: "Hay un registro DMARC en {1}, donde nadie lo busca; su lugar es {2}.",
            ru: "Запись DMARC стоит у имени {1}, где её никто не ищет; её место — {2}.",
            ar: "يوجد سجل DMARC عند {1} حيث لا يبحث عنه أحد؛ وموضعه {2}.",
            zh: "DMARC 记录位于 {1}，没有人会到那里查找；它应位于 {2}。"),
        Sentence(
            "lint.dmarc.missing",
            en:
                "There is no DMARC record: nobody learns what to do with mail that forges this domain. Begin with this line, which changes nothing but brings reports; the address must be read.",
            fr:
                "Il n’y a pas d’enregistrement DMARC : personne ne sait que faire du courrier qui usurpe ce domaine. Commencez par cette ligne, qui ne change rien mais apporte des rapports ; l’adresse doit être relevée.",
            es:
                "No hay registro DMARC: nadie sabe qué hacer con el correo que falsifica este dominio. Empiece con esta línea, que no cambia nada pero trae informes; alguien debe leer esa dirección.",
            ru:
                "Записи DMARC нет: никто не знает, что делать с почтой, подделывающей этот домен. Начните с этой строки: она ничего не меняет, но приносит отчёты; адрес должен кто-то читать.",
            ar:
                "لا يوجد سجل DMARC: لا أحد يعرف ما يفعل بالبريد الذي ينتحل هذا النطاق. ابدأ بهذا السطر الذي لا يغيّر شيئًا ويجلب التقارير؛ ويجب أن يُقرأ بريد العنوان.",
            zh: "没有 DMARC 记录：无人知道如何处理冒充此域名的邮件。请先发布此行，它不改变任何处理，只带来报告；该地址必须有人阅读。"),
        Sentence(
            "lint.dmarc.missing-silent",
            en: "There is no DMARC record. The domain sends no mail, so all mail in its name can be refused.",
            fr: "Il n’y a pas d’enregistrement DMARC. Le domaine n’envoie pas de courrier : tout courrier à son nom peut être refusé.",
            es: "No hay registro DMARC. El dominio no envía correo, así que todo correo en su nombre puede rechazarse.",
            ru: "Записи DMARC нет. Домен почту не отправляет, поэтому всю почту от его имени можно отклонять.",
            ar: "لا يوجد سجل DMARC. لا يرسل النطاق بريدًا، فيمكن رفض كل بريد باسمه.",
            zh: "没有 DMARC 记录。此域名不发信，因此以其名义的邮件均可拒收。"),
        Sentence(
            "lint.dmarc.missing-unreported",
            en:
                "There is no DMARC record, and the domain takes no mail, so it can get no reports. With this line forged mail is taken for suspicious; check first that your own mail is signed.",
            fr:
                "Il n’y a pas d’enregistrement DMARC, et le domaine ne reçoit pas de courrier : il ne peut recevoir de rapports. Avec cette ligne, le courrier falsifié est tenu pour suspect ; vérifiez d’abord que votre propre courrier est signé.",
            es:
                "No hay registro DMARC y el dominio no recibe correo, así que no puede recibir informes. Con esta línea el correo falsificado se toma por sospechoso; compruebe antes que su propio correo va firmado.",
            ru:
                "Записи DMARC нет, а почту домен не принимает и отчётов получать не может. С этой строкой подделки считаются подозрительными; сначала убедитесь, что ваша почта подписана.",
            ar:
                "لا يوجد سجل DMARC، والنطاق لا يستقبل بريدًا فلا تصله تقارير. بهذا السطر يُعدّ البريد المزوّر مريبًا؛ تحقق أولًا من أن بريدك موقَّع.",
            zh: "没有 DMARC 记录，且此域名不接收邮件，因此收不到报告。发布此行后，伪造邮件会被视为可疑；请先确认自己的邮件已签名。"),
        Sentence(
            "lint.dmarc.inherited",
            en: "The record of {1} counts for this domain, with the policy {2}.",
            fr: "L’enregistrement de {1} vaut pour ce domaine, avec la politique {2}.",
            es: "El registro de {1} vale para este dominio, con la política {2}.",
            ru: "Для этого домена действует запись {1} с политикой {2}.",
            ar: "يسري سجل {1} على هذا النطاق، بالسياسة {2}.",
            zh: "{1} 的记录适用于此域名，策略为 {2}。"),
        Sentence(
            "lint.dmarc.none",
            en:
                "p=none asks for nothing: forged mail is delivered as before. Once the reports show that your own mail passes, publish this line.",
            fr:
                "p=none ne demande rien : le courrier falsifié arrive comme avant. Dès que les rapports montrent que votre propre courrier passe, publiez cette ligne.",
            es:
                "p=none no pide nada: el correo falsificado llega como antes. Cuando los informes muestren que su propio correo pasa, publique esta línea.",
            ru:
                "p=none ничего не требует: подделки доставляются как прежде. Когда отчёты покажут, что ваша почта проходит, опубликуйте эту строку.",
            ar: "لا يطلب p=none شيئًا: يصل البريد المزوّر كما كان. حين تبيّن التقارير أن بريدك يمرّ، انشر هذا السطر.",
            zh: "p=none 不作任何要求：伪造邮件照常送达。待报告表明您自己的邮件能通过后，请发布此行。"),
        Sentence(
            "lint.dmarc.none-silent",
            en: "The domain sends no mail, and p=none still lets forged mail through.",
            fr: "Le domaine n’envoie pas de courrier, et p=none laisse pourtant passer les faux.",
            es: "El dominio no envía correo y, aun así, p=none deja pasar el falsificado.",
            ru: "Домен почту не отправляет, а p=none всё же пропускает подделки.",
            ar: "لا يرسل النطاق بريدًا، ومع ذلك يسمح p=none بمرور المزوّر.",
            zh: "此域名不发信，而 p=none 仍放行伪造邮件。"),
        Sentence(
            "lint.dmarc.no-effect",
            en: "p=none without an address for reports does nothing at all. Name an address that is read, or ask for more.",
            fr: "p=none sans adresse de rapports n’a aucun effet. Nommez une adresse qui est relevée, ou demandez davantage.",
            es: "p=none sin dirección de informes no hace nada. Nombre una dirección que alguien lea, o pida más.",
            ru: "p=none без адреса для отчётов не делает ничего. Укажите адрес, который кто-то читает, или требуйте большего.",
            ar: "لا أثر لـ p=none دون عنوان للتقارير. سمِّ عنوانًا يُقرأ بريده أو اطلب أكثر.",
            zh: "没有报告地址的 p=none 毫无作用。请写明有人阅读的地址，或提出更严格的要求。"),
        Sentence(
            "lint.dmarc.testing",
            en: "t=y asks receivers to do less than the policy says. Take it out when the reports are as they should be.",
            fr: "t=y demande aux destinataires d’en faire moins que la politique. Retirez-le quand les rapports sont bons.",
            es: "t=y pide a los receptores hacer menos de lo que dice la política. Quítelo cuando los informes estén bien.",
            ru: "t=y просит получателей действовать мягче политики. Уберите его, когда отчёты будут в порядке.",
            ar: "يطلب t=y من المستقبلين أقل مما تقوله السياسة. احذفه حين تصبح التقارير كما ينبغي.",
            zh: "t=y 要求收件方做得比策略少。报告正常后请删除。"),
        Sentence(
            "lint.dmarc.no-reports",
            en:
                "No address for reports (rua) is named: you never learn who forges the domain, or which of your own mail fails. Name one that is read.",
            fr:
                "Aucune adresse de rapports (rua) n’est nommée : vous n’apprenez ni qui usurpe le domaine, ni lequel de vos propres envois échoue. Nommez-en une qui est relevée.",
            es:
                "No se nombra ninguna dirección de informes (rua): nunca sabrá quién falsifica el dominio ni qué correo suyo falla. Nombre una que alguien lea.",
            ru:
                "Адрес для отчётов (rua) не указан: вы не узнаете, кто подделывает домен и какая ваша почта не проходит. Укажите адрес, который кто-то читает.",
            ar: "لا يوجد عنوان للتقارير (rua): لن تعلم من ينتحل النطاق ولا أي بريدك يفشل. سمِّ عنوانًا يُقرأ بريده.",
            zh: "未写明报告地址（rua）：您无从得知谁在冒充此域名，或自己的哪些邮件未通过。请写明有人阅读的地址。"),
        Sentence(
            "lint.dmarc.unread-policy",
            en: "sp and np are read at the top of an organisation’s domains alone; here nobody reads them.",
            fr: "sp et np ne sont lus qu’au sommet des domaines d’une organisation ; ici, personne ne les lit.",
            es: "sp y np solo se leen en la cima de los dominios de una organización; aquí nadie los lee.",
            ru: "sp и np читаются лишь у верхнего домена организации; здесь их никто не читает.",
            ar: "لا يُقرأ sp وnp إلا في أعلى نطاقات المؤسسة؛ وهنا لا يقرؤهما أحد.",
            zh: "sp 与 np 只在组织的最上级域名处读取；此处无人读取。"),
        Sentence(
            "lint.dmarc.weak-sp",
            en: "sp={1} is weaker than p={2}: whoever forges a name below the domain gets through.",
            fr: "sp={1} est plus faible que p={2} : qui usurpe un nom sous le domaine passe.",
            es: "sp={1} es más débil que p={2}: pasa quien falsifica un nombre por debajo del dominio.",
            ru: "sp={1} слабее, чем p={2}: подделка имени ниже домена проходит.",
            ar: "sp={1} أضعف من p={2}: يمرّ من ينتحل اسمًا دون النطاق.",
            zh: "sp={1} 弱于 p={2}：冒充此域名下级名称的人可以通过。"),
        Sentence(
            "lint.dmarc.weak-np",
            en: "np={1} is weaker than {2}: whoever invents a name below the domain gets through.",
            fr: "np={1} est plus faible que {2} : qui invente un nom sous le domaine passe.",
            es: "np={1} es más débil que {2}: pasa quien inventa un nombre por debajo del dominio.",
            ru: "np={1} слабее, чем {2}: выдуманное имя ниже домена проходит.",
            ar: "np={1} أضعف من {2}: يمرّ من يخترع اسمًا دون النطاق.",
            zh: "np={1} 弱于 {2}：在此域名下编造名称的人可以通过。"),
        Sentence(
            "lint.dmarc.public-suffix",
            en: "psd=y says that this domain gives names to others, as a registry does; for any other domain take it out.",
            fr: "psd=y dit que ce domaine attribue des noms à d’autres, comme un registre ; pour tout autre domaine, retirez-le.",
            es: "psd=y dice que este dominio da nombres a otros, como un registro; en cualquier otro dominio, quítelo.",
            ru: "psd=y означает, что домен раздаёт имена другим, как регистратура; для любого другого домена уберите его.",
            ar: "يقول psd=y إن هذا النطاق يمنح الأسماء لغيره كما يفعل السجل؛ احذفه من أي نطاق آخر.",
            zh: "psd=y 表示此域名像注册机构一样向他人分配名称；其他域名请删除它。"),
        Sentence(
            "lint.dmarc.below",
            en: "This record counts for mail of this domain alone; for names below it, that of {1} counts.",
            fr: "Cet enregistrement ne vaut que pour le courrier de ce domaine ; pour les noms en dessous, c’est celui de {1}.",
            es: "Este registro vale solo para el correo de este dominio; para los nombres por debajo vale el de {1}.",
            ru: "Эта запись действует только для почты самого домена; для имён ниже действует запись {1}.",
            ar: "يسري هذا السجل على بريد هذا النطاق وحده؛ أما الأسماء دونه فيسري عليها سجل {1}.",
            zh: "此记录只适用于此域名自身的邮件；其下级名称适用 {1} 的记录。"),
        Sentence(
            "lint.dmarc.unread-reports",
            en: "Reports are to go to {1}, and the domain takes no mail.",
            fr: "Les rapports doivent aller à {1}, et le domaine ne reçoit pas de courrier.",
            es: "Los informes deben ir a {1}, y el dominio no recibe correo.",
            ru: "Отчёты должны идти на {1}, а домен почту не принимает.",
            ar: "يُفترض أن تذهب التقارير إلى {1}، والنطاق لا يستقبل بريدًا.",
            zh: "报告要发往 {1}，而此域名不接收邮件。"),
        Sentence(
            "lint.dmarc.reports-not-allowed",
            en:
                "Reports are to go to {1}, and {2} does not say that it wants them; they are not sent. Have it publish this line, or name an address of your own.",
            fr:
                "Les rapports doivent aller à {1}, et {2} ne dit pas qu’il les veut ; ils ne sont pas envoyés. Faites-lui publier cette ligne, ou nommez une adresse à vous.",
            es:
                "Los informes deben ir a {1}, y {2} no dice que los quiera; no se envían. Pídale que publique esta línea, o nombre una dirección propia.",
            ru:
                "Отчёты должны идти на {1}, но {2} не говорит, что хочет их получать; их не отправляют. Пусть он опубликует эту строку, или укажите свой адрес.",
            ar: "يُفترض أن تذهب التقارير إلى {1}، ولا يقول {2} إنه يريدها؛ فلا تُرسل. اطلب منه نشر هذا السطر، أو سمِّ عنوانًا لديك.",
            zh: "报告要发往 {1}，而 {2} 未声明愿意接收，因此不会发送。请让对方发布此行，或改用您自己的地址。"),
        Sentence(
            "lint.dmarc.reports-not-answered",
            en: "Whether reports to {1} are wanted there could not be looked up ({3}). If they are, its owner publishes: {2}",
            fr: "On n’a pas pu rechercher si les rapports à {1} y sont voulus ({3}). S’ils le sont, son propriétaire publie : {2}",
            es: "No se pudo consultar si allí se quieren los informes para {1} ({3}). Si se quieren, su dueño publica: {2}",
            ru: "Узнать, хотят ли там отчётов на {1}, не удалось ({3}). Если хотят, владелец публикует: {2}",
            ar: "تعذّر البحث عما إذا كانت التقارير إلى {1} مرغوبة هناك ({3}). إن كانت كذلك فإن صاحبها ينشر: {2}",
            zh: "无法查询 {1} 一方是否愿意接收报告（{3}）。若愿意，其所有者应发布：{2}"),
        Sentence(
            "lint.dmarc.unusable-address",
            en: "Nobody sends reports to “{1}”; it must be a mailto: address.",
            fr: "Personne n’envoie de rapports à « {1} » ; il faut une adresse mailto:.",
            es: "Nadie envía informes a «{1}»; debe ser una dirección mailto:.",
            ru: "На «{1}» никто отчётов не шлёт; нужен адрес вида mailto:.",
            ar: "لا أحد يرسل تقارير إلى «{1}»؛ يجب أن يكون عنوان mailto:.",
            zh: "没有人会向“{1}”发送报告；必须是 mailto: 地址。"),
        Sentence(
            "lint.dmarc.there",
            en: "The policy is {1}; addresses for reports: {2}.",
            fr: "La politique est {1} ; adresses de rapports : {2}.",
            es: "La política es {1}; direcciones de informes: {2}.",
            ru: "Политика — {1}; адресов для отчётов: {2}.",
            ar: "السياسة هي {1}؛ عناوين التقارير: {2}.",
            zh: "策略为 {1}；报告地址数：{2}。"),
    ]
}
