internal import Localization

/// What is said of SPF, in six languages.
enum SPFSentences {
    static let all = results + problems + mistakes

    private static let results = [
        Sentence(
            "auth.spf.pass", en: "{2} says that {1} may send for it.", fr: "{2} déclare que {1} peut envoyer en son nom.",
            es: "{2} declara que {1} puede enviar en su nombre.", ru: "{2} заявляет, что {1} может отправлять от его имени.",
            ar: "يعلن {2} أن {1} مسموح له بالإرسال باسمه.", zh: "{2} 声明 {1} 可以代表它发信。"),
        Sentence(
            "auth.spf.fail", en: "{2} says that {1} may not send for it.", fr: "{2} déclare que {1} ne peut pas envoyer en son nom.",
            es: "{2} declara que {1} no puede enviar en su nombre.", ru: "{2} заявляет, что {1} не может отправлять от его имени.",
            ar: "يعلن {2} أن {1} غير مسموح له بالإرسال باسمه.", zh: "{2} 声明 {1} 不得代表它发信。"),
        Sentence(
            "auth.spf.softfail", en: "{2} says that {1} probably may not send for it; that alone is no reason to refuse.",
            fr: "{2} déclare que {1} ne peut probablement pas envoyer en son nom ; cela seul ne justifie pas un refus.",
            es: "{2} declara que {1} probablemente no puede enviar en su nombre; eso solo no justifica rechazar.",
            ru: "{2} заявляет, что {1}, вероятно, не может отправлять от его имени; одного этого мало для отказа.",
            ar: "يعلن {2} أن {1} على الأرجح غير مسموح له بالإرسال باسمه؛ وهذا وحده لا يبرر الرفض.",
            zh: "{2} 声明 {1} 可能无权代表它发信；仅凭这一点不应拒收。"),
        Sentence(
            "auth.spf.neutral", en: "{2} says nothing about {1}.", fr: "{2} ne dit rien de {1}.", es: "{2} no dice nada de {1}.",
            ru: "{2} ничего не говорит о {1}.", ar: "لا يقول {2} شيئًا عن {1}.", zh: "{2} 对 {1} 未作说明。"),
        Sentence(
            "auth.spf.none", en: "{1} does not publish who may send for it.", fr: "{1} ne publie pas qui peut envoyer en son nom.",
            es: "{1} no publica quién puede enviar en su nombre.", ru: "{1} не публикует, кто может отправлять от его имени.",
            ar: "لا ينشر {1} من يُسمح له بالإرسال باسمه.", zh: "{1} 没有公布谁可以代表它发信。"),
        Sentence(
            "auth.spf.not-asked", en: "Not checked: the client’s address or the name to ask about is not known.",
            fr: "Non vérifié : l’adresse du client ou le nom à interroger est inconnu.",
            es: "Sin comprobar: no se conoce la dirección del cliente o el nombre que consultar.",
            ru: "Не проверено: неизвестен адрес клиента или имя, о котором спрашивать.",
            ar: "لم يُفحص: عنوان العميل أو الاسم المراد السؤال عنه غير معروف.", zh: "未检查：不知道客户端地址或要查询的名称。"),
        Sentence(
            "auth.spf.explanation", en: "The domain’s own words on this: {1}", fr: "Les mots du domaine lui-même : {1}",
            es: "Palabras del propio dominio: {1}", ru: "Слова самого домена: {1}", ar: "كلام النطاق نفسه: {1}", zh: "该域名自己的说明：{1}"),
        Sentence(
            "auth.spf.cost", en: "The record was read with {1} of 10 terms that ask; names not found: {2} of 2.",
            fr: "Termes de l’enregistrement qui interrogent : {1} sur 10 ; noms introuvables : {2} sur 2.",
            es: "Términos del registro que consultan: {1} de 10; nombres no hallados: {2} de 2.",
            ru: "Запись прочитана, запрашивающих элементов: {1} из 10; ненайденных имён: {2} из 2.",
            ar: "قُرئ السجل باستخدام {1} من 10 عناصر استعلام؛ أسماء لم توجد: {2} من 2.", zh: "读取记录用了 {1}/10 个查询项；未找到的名称：{2}/2。"),
    ]

    private static let problems = [
        Sentence(
            "auth.not-answered", en: "No answer to the question {1}; it may come another time.",
            fr: "Pas de réponse à la question {1} ; elle viendra peut-être plus tard.",
            es: "Sin respuesta a la consulta {1}; puede llegar en otro momento.",
            ru: "Нет ответа на запрос {1}; он может прийти в другой раз.",
            ar: "لا جواب عن السؤال {1}؛ قد يأتي في وقت آخر.", zh: "查询 {1} 没有得到回答；以后可能会有。"),
        Sentence(
            "auth.no-answer", en: "No answer came in time; one may come later.",
            fr: "Aucune réponse à temps ; elle viendra peut-être plus tard.",
            es: "No llegó respuesta a tiempo; puede llegar más tarde.", ru: "Ответ не пришёл вовремя; он может прийти позже.",
            ar: "لم يأت جواب في الوقت المحدد؛ قد يأتي لاحقًا.", zh: "没有及时得到回答；以后可能会有。"),
        Sentence(
            "auth.spf.not-a-domain", en: "“{1}” is no name that could publish a record.",
            fr: "« {1} » n’est pas un nom qui puisse publier un enregistrement.",
            es: "«{1}» no es un nombre que pueda publicar un registro.", ru: "«{1}» — не имя, которое может публиковать запись.",
            ar: "«{1}» ليس اسمًا يمكنه نشر سجل.", zh: "“{1}”不是可以发布记录的名称。"),
        Sentence(
            "auth.several-records", en: "{1} has several records where only one may be, so that none counts.",
            fr: "{1} a plusieurs enregistrements là où un seul est permis ; aucun ne compte.",
            es: "{1} tiene varios registros donde solo puede haber uno; ninguno cuenta.",
            ru: "У {1} несколько записей там, где допустима одна; не учитывается ни одна.",
            ar: "لدى {1} عدة سجلات حيث لا يجوز إلا واحد، فلا يُعتد بأي منها.", zh: "{1} 有多条记录而只允许一条，因此都不算数。"),
        Sentence(
            "auth.spf.syntax", en: "The record of {1} cannot be read: {2}, at byte {3}.",
            fr: "L’enregistrement de {1} est illisible : {2}, à l’octet {3}.",
            es: "El registro de {1} no se puede leer: {2}, en el octeto {3}.",
            ru: "Запись {1} не читается: {2}, байт {3}.", ar: "لا يمكن قراءة سجل {1}: {2}، عند البايت {3}.",
            zh: "{1} 的记录无法读取：{2}，位于第 {3} 字节。"),
        Sentence(
            "auth.spf.too-many-terms",
            en: "More than ten terms of the record ask for further names, which no receiver follows (RFC 7208 section 4.6.4).",
            fr:
                "Plus de dix termes de l’enregistrement interrogent d’autres noms, ce qu’aucun destinataire ne suit (RFC 7208 section 4.6.4).",
            es: "Más de diez términos del registro consultan otros nombres, y ningún receptor los sigue (RFC 7208 sección 4.6.4).",
            ru: "Более десяти элементов записи запрашивают другие имена; получатели этого не допускают (RFC 7208, раздел 4.6.4).",
            ar: "أكثر من عشرة عناصر في السجل تستعلم عن أسماء أخرى، ولا يتبعها أي مستقبِل (RFC 7208 القسم 4.6.4).",
            zh: "记录中有十个以上的项需要继续查询，接收方不会照办（RFC 7208 第 4.6.4 节）。"),
        Sentence(
            "auth.spf.too-many-void", en: "More than two names that the record asks for do not exist (RFC 7208 section 4.6.4).",
            fr: "Plus de deux noms interrogés par l’enregistrement n’existent pas (RFC 7208 section 4.6.4).",
            es: "Más de dos nombres que consulta el registro no existen (RFC 7208 sección 4.6.4).",
            ru: "Более двух имён, запрошенных записью, не существует (RFC 7208, раздел 4.6.4).",
            ar: "أكثر من اسمين يستعلم عنهما السجل غير موجودين (RFC 7208 القسم 4.6.4).", zh: "记录查询的名称中有两个以上不存在（RFC 7208 第 4.6.4 节）。"),
        Sentence(
            "auth.spf.too-many-exchanges", en: "{1} has more than ten mail exchanges, more than a receiver looks at.",
            fr: "{1} a plus de dix relais de messagerie, plus qu’un destinataire n’en examine.",
            es: "{1} tiene más de diez servidores de correo, más de los que mira un receptor.",
            ru: "У {1} более десяти почтовых хостов — больше, чем смотрит получатель.",
            ar: "لدى {1} أكثر من عشرة خوادم بريد، وهو أكثر مما ينظر فيه المستقبِل.", zh: "{1} 的邮件交换主机超过十个，多于接收方查看的数目。"),
        Sentence(
            "auth.spf.no-record", en: "The record refers to {1}, which has none.", fr: "L’enregistrement renvoie à {1}, qui n’en a pas.",
            es: "El registro remite a {1}, que no tiene ninguno.", ru: "Запись ссылается на {1}, а там записи нет.",
            ar: "يحيل السجل إلى {1} الذي ليس لديه سجل.", zh: "记录引用了 {1}，而后者没有记录。"),
    ]

    /// What is wrong, to stand inside a sentence that names the record.
    static let mistakes = [
        Sentence(
            "auth.spf.mistake.notPrintable", en: "a byte that is not printable ASCII", fr: "un octet qui n’est pas de l’ASCII imprimable",
            es: "un octeto que no es ASCII imprimible", ru: "байт вне печатного ASCII", ar: "بايت ليس من ASCII القابل للطباعة",
            zh: "非可打印 ASCII 字节"),
        Sentence(
            "auth.spf.mistake.unknownMechanism", en: "an unknown mechanism", fr: "un mécanisme inconnu", es: "un mecanismo desconocido",
            ru: "неизвестный механизм", ar: "آلية غير معروفة", zh: "未知的机制"),
        Sentence(
            "auth.spf.mistake.unexpectedArgument", en: "something where nothing may stand", fr: "un argument là où aucun n’est permis",
            es: "un argumento donde no puede haberlo", ru: "аргумент там, где его быть не может", ar: "وسيط حيث لا يجوز",
            zh: "不应有参数的地方出现了参数"),
        Sentence(
            "auth.spf.mistake.missingDomain", en: "no domain where one is needed", fr: "un domaine manquant", es: "falta un dominio",
            ru: "нет домена там, где он нужен", ar: "نطاق ناقص", zh: "缺少必需的域名"),
        Sentence(
            "auth.spf.mistake.badDomain", en: "a domain that ends in neither a name nor a macro",
            fr: "un domaine qui ne finit ni par un nom ni par une macro", es: "un dominio que no acaba en un nombre ni en una macro",
            ru: "домен, который не оканчивается ни именем, ни макросом", ar: "نطاق لا ينتهي باسم ولا بماكرو", zh: "域名既不以名称也不以宏结尾"),
        Sentence(
            "auth.spf.mistake.badMacro", en: "a macro that is none", fr: "une macro qui n’en est pas une", es: "una macro que no lo es",
            ru: "неверный макрос", ar: "ماكرو غير صحيح", zh: "错误的宏"),
        Sentence(
            "auth.spf.mistake.badAddress", en: "an address that is none", fr: "une adresse qui n’en est pas une",
            es: "una dirección que no lo es", ru: "неверный адрес", ar: "عنوان غير صحيح", zh: "错误的地址"),
        Sentence(
            "auth.spf.mistake.badLength", en: "a network length that is none", fr: "une longueur de réseau qui n’en est pas une",
            es: "una longitud de red que no lo es", ru: "неверная длина сети", ar: "طول شبكة غير صحيح", zh: "错误的网络前缀长度"),
        Sentence(
            "auth.spf.mistake.repeatedModifier", en: "a modifier that stands twice", fr: "un modificateur répété",
            es: "un modificador repetido", ru: "модификатор указан дважды", ar: "معدِّل مكرر", zh: "修饰符重复出现"),
        Sentence(
            "auth.spf.mistake.badVersion", en: "a version or scope that is none", fr: "une version ou une portée qui n’en est pas une",
            es: "una versión o un ámbito que no lo es", ru: "неверная версия или область", ar: "إصدار أو نطاق تطبيق غير صحيح",
            zh: "错误的版本或范围"),
    ]
}
