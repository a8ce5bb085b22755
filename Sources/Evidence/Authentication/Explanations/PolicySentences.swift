internal import Localization

/// What is said of DMARC, in six languages.
enum PolicySentences {
    static let all = results + problems + details

    private static let results = [
        Sentence(
            "auth.dmarc.pass", en: "{1} is shown to answer for its address in From.",
            fr: "Il est établi que {1} répond de son adresse dans From.",
            es: "Queda probado que {1} responde por su dirección en From.", ru: "Доказано, что {1} отвечает за свой адрес в From.",
            ar: "ثبت أن {1} مسؤول عن عنوانه في From.", zh: "已证明 {1} 对 From 中的地址负责。"),
        Sentence(
            "auth.dmarc.fail-none", en: "Nothing shows that {1} answers for its address in From; its owner asks for nothing to be done.",
            fr: "Rien n’établit que {1} réponde de son adresse dans From ; son propriétaire ne demande rien.",
            es: "Nada prueba que {1} responda por su dirección en From; su dueño no pide hacer nada.",
            ru: "Ничто не доказывает, что {1} отвечает за свой адрес в From; владелец ничего не просит делать.",
            ar: "لا شيء يثبت أن {1} مسؤول عن عنوانه في From؛ ولا يطلب مالكه فعل شيء.", zh: "没有证据表明 {1} 对 From 中的地址负责；其所有者未要求采取措施。"),
        Sentence(
            "auth.dmarc.fail-quarantine",
            en: "Nothing shows that {1} answers for its address in From; its owner asks that such mail be treated as suspicious.",
            fr: "Rien n’établit que {1} réponde de son adresse dans From ; son propriétaire demande de tenir ce courrier pour suspect.",
            es: "Nada prueba que {1} responda por su dirección en From; su dueño pide tratar ese correo como sospechoso.",
            ru: "Ничто не доказывает, что {1} отвечает за свой адрес в From; владелец просит считать такую почту подозрительной.",
            ar: "لا شيء يثبت أن {1} مسؤول عن عنوانه في From؛ ويطلب مالكه معاملة هذا البريد كمشبوه.",
            zh: "没有证据表明 {1} 对 From 中的地址负责；其所有者要求把这类邮件视为可疑。"),
        Sentence(
            "auth.dmarc.fail-reject",
            en: "Nothing shows that {1} answers for its address in From; its owner asks that such mail be refused.",
            fr: "Rien n’établit que {1} réponde de son adresse dans From ; son propriétaire demande de refuser ce courrier.",
            es: "Nada prueba que {1} responda por su dirección en From; su dueño pide rechazar ese correo.",
            ru: "Ничто не доказывает, что {1} отвечает за свой адрес в From; владелец просит отклонять такую почту.",
            ar: "لا شيء يثبت أن {1} مسؤول عن عنوانه في From؛ ويطلب مالكه رفض هذا البريد.", zh: "没有证据表明 {1} 对 From 中的地址负责；其所有者要求拒收这类邮件。"),
        Sentence(
            "auth.dmarc.none", en: "{1} publishes no policy.", fr: "{1} ne publie pas de politique.",
            es: "{1} no publica ninguna política.",
            ru: "{1} не публикует политику.", ar: "لا ينشر {1} أي سياسة.", zh: "{1} 没有公布策略。"),
        Sentence(
            "auth.not-wanted", en: "Not asked: this mechanism is switched off.", fr: "Non interrogé : ce mécanisme est désactivé.",
            es: "Sin consultar: este mecanismo está desactivado.", ru: "Не проверялось: механизм отключён.",
            ar: "لم يُسأل: هذه الآلية معطَّلة.",
            zh: "未查询：该机制已关闭。"),
    ]

    private static let problems = [
        Sentence(
            "auth.dmarc.no-author", en: "The message names no author with a domain.",
            fr: "Le message ne nomme aucun auteur ayant un domaine.",
            es: "El mensaje no nombra ningún autor con dominio.", ru: "В сообщении не назван автор с доменом.",
            ar: "لا تذكر الرسالة كاتبًا له نطاق.",
            zh: "消息没有写明带域名的作者。"),
        Sentence(
            "auth.dmarc.several-authors", en: "The message has authors of several domains; the strictest result counts: {1}",
            fr: "Le message a des auteurs de plusieurs domaines ; le résultat le plus strict compte : {1}",
            es: "El mensaje tiene autores de varios dominios; cuenta el resultado más estricto: {1}",
            ru: "В сообщении авторы из разных доменов; учитывается самый строгий результат: {1}",
            ar: "في الرسالة كتّاب من نطاقات عدة؛ ويُعتد بأشد نتيجة: {1}", zh: "消息的作者来自多个域名；以最严格的结果为准：{1}"),
        Sentence(
            "auth.dmarc.too-many-authors", en: "The message has authors of more domains than are looked at.",
            fr: "Le message a des auteurs de plus de domaines qu’on n’en examine.",
            es: "El mensaje tiene autores de más dominios de los que se examinan.", ru: "Доменов авторов больше, чем проверяется.",
            ar: "في الرسالة كتّاب من نطاقات أكثر مما يُفحص.",
            zh: "消息作者的域名数超过检查上限。"),
        Sentence(
            "auth.dmarc.unusable-record", en: "The record of {1} has no policy that can be used.",
            fr: "L’enregistrement de {1} n’a pas de politique utilisable.", es: "El registro de {1} no tiene una política utilizable.",
            ru: "В записи {1} нет пригодной политики.", ar: "ليس في سجل {1} سياسة قابلة للاستعمال.", zh: "{1} 的记录没有可用的策略。"),
        Sentence(
            "auth.dmarc.sender-not-known",
            en: "No signature speaks for the author’s domain, and SPF could not: the client or the return path is not known.",
            fr:
                "Aucune signature ne parle pour le domaine de l’auteur, et SPF ne l’a pu : le client ou le chemin de retour est inconnu.",
            es: "Ninguna firma habla por el dominio del autor y SPF no pudo: no se conoce el cliente o la ruta de retorno.",
            ru: "Ни одна подпись не говорит за домен автора, а SPF не мог: клиент или обратный путь неизвестен.",
            ar: "لا توقيع يخص نطاق الكاتب، وتعذّر ذلك على SPF: العميل أو مسار الارتداد غير معروف.",
            zh: "没有签名代表作者的域名，SPF 也无法判断：不知道客户端或退信地址。"),
        Sentence(
            "auth.dmarc.not-authenticated", en: "Whether {1} answers for the message could not be checked.",
            fr: "On n’a pu vérifier si {1} répond du message.", es: "No se pudo comprobar si {1} responde por el mensaje.",
            ru: "Не удалось проверить, отвечает ли {1} за сообщение.", ar: "تعذّر التحقق مما إذا كان {1} مسؤولًا عن الرسالة.",
            zh: "无法检查 {1} 是否对消息负责。"),
    ]

    private static let details = [
        Sentence(
            "auth.dmarc.record", en: "The policy stands at {1}: {2}", fr: "La politique se trouve à {1} : {2}",
            es: "La política está en {1}: {2}",
            ru: "Политика находится у {1}: {2}", ar: "السياسة منشورة عند {1}: {2}", zh: "策略位于 {1}：{2}"),
        Sentence(
            "auth.dmarc.testing", en: "The policy is only tried out, so that less is done than it says.",
            fr: "La politique n’est qu’à l’essai : on fait moins qu’elle ne dit.",
            es: "La política está solo a prueba, así que se hace menos de lo que dice.",
            ru: "Политика лишь испытывается, поэтому делается меньше, чем в ней сказано.",
            ar: "السياسة قيد التجربة فقط، فيُفعل أقل مما تقول.", zh: "该策略仅在试用，因此处理比其规定的要轻。"),
        Sentence(
            "auth.dmarc.sampled-out", en: "The policy is meant for a share of the mail that this message does not belong to.",
            fr: "La politique vise une part du courrier dont ce message ne fait pas partie.",
            es: "La política se aplica a una parte del correo a la que este mensaje no pertenece.",
            ru: "Политика относится к доле почты, в которую это сообщение не входит.",
            ar: "السياسة تخص نسبة من البريد لا تنتمي إليها هذه الرسالة.", zh: "该策略只针对一部分邮件，本消息不在其中。"),
        Sentence(
            "auth.dmarc.existence-unknown", en: "Whether the author’s domain exists could not be asked, so that the weaker policy counts.",
            fr: "On n’a pu savoir si le domaine de l’auteur existe ; la politique la plus faible compte.",
            es: "No se pudo saber si el dominio del autor existe; cuenta la política más débil.",
            ru: "Не удалось узнать, существует ли домен автора; учитывается более слабая политика.",
            ar: "تعذّر معرفة ما إذا كان نطاق الكاتب موجودًا، فيُعتد بالسياسة الأضعف.", zh: "无法查询作者域名是否存在，因此按较弱的策略处理。"),
        Sentence(
            "auth.dmarc.aligned", en: "{1} of {2}: {3}. It speaks for the author’s domain.",
            fr: "{1} de {2} : {3}. Il parle pour le domaine de l’auteur.",
            es: "{1} de {2}: {3}. Habla por el dominio del autor.", ru: "{1} для {2}: {3}. Относится к домену автора.",
            ar: "{1} من {2}: {3}. وهو يخص نطاق الكاتب.",
            zh: "{2} 的 {1}：{3}。它代表作者的域名。"),
        Sentence(
            "auth.dmarc.not-aligned", en: "{1} of {2}: {3}. It says nothing about the author’s domain.",
            fr: "{1} de {2} : {3}. Il ne dit rien du domaine de l’auteur.",
            es: "{1} de {2}: {3}. No dice nada del dominio del autor.", ru: "{1} для {2}: {3}. О домене автора это ничего не говорит.",
            ar: "{1} من {2}: {3}. ولا يقول شيئًا عن نطاق الكاتب.", zh: "{2} 的 {1}：{3}。它与作者的域名无关。"),
        Sentence(
            "auth.dmarc.not-compared", en: "{1} of {2}: {3}.", fr: "{1} de {2} : {3}.", es: "{1} de {2}: {3}.", ru: "{1} для {2}: {3}.",
            ar: "نتيجة {1} من {2}: {3}.", zh: "{2} 的 {1}：{3}。"),
    ]
}
