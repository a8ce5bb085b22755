internal import Localization

/// What is said of signatures and keys (DKIM and ARC), in six languages.
enum SignatureSentences {
    static let all = results + problems + keyProblems + remarks

    private static let results = [
        Sentence(
            "auth.dkim.pass", en: "{1} signed the message, and nothing that the signature covers was changed since.",
            fr: "{1} a signé le message, et rien de ce que couvre la signature n’a changé depuis.",
            es: "{1} firmó el mensaje y nada de lo que cubre la firma ha cambiado desde entonces.",
            ru: "{1} подписал сообщение, и ничто из подписанного с тех пор не изменилось.",
            ar: "وقّع {1} الرسالة ولم يتغير شيء مما يغطيه التوقيع منذ ذلك الحين.", zh: "{1} 对消息签了名，签名涵盖的内容此后未被改动。"),
        Sentence(
            "auth.dkim.none", en: "The message carries no signature.", fr: "Le message ne porte aucune signature.",
            es: "El mensaje no lleva ninguna firma.", ru: "Подписи в сообщении нет.", ar: "لا تحمل الرسالة أي توقيع.", zh: "消息没有签名。"),
        Sentence(
            "auth.dkim.not-looked-at", en: "Further signatures that were not looked at: {1}.", fr: "Autres signatures non examinées : {1}.",
            es: "Otras firmas no examinadas: {1}.", ru: "Другие подписи, которые не проверялись: {1}.",
            ar: "توقيعات أخرى لم يُنظر فيها: {1}.",
            zh: "未检查的其他签名：{1}。"),
    ]

    private static let problems = [
        Sentence(
            "auth.dkim.syntax", en: "The signature cannot be read: {1}, at byte {2}.",
            fr: "La signature est illisible : {1}, à l’octet {2}.",
            es: "La firma no se puede leer: {1}, en el octeto {2}.", ru: "Подпись не читается: {1}, байт {2}.",
            ar: "لا يمكن قراءة التوقيع: {1}، عند البايت {2}.", zh: "签名无法读取：{1}，位于第 {2} 字节。"),
        Sentence(
            "auth.dkim.syntax-tag", en: "The signature cannot be read: {1}, at byte {2} (tag {3}=).",
            fr: "La signature est illisible : {1}, à l’octet {2} (balise {3}=).",
            es: "La firma no se puede leer: {1}, en el octeto {2} (etiqueta {3}=).", ru: "Подпись не читается: {1}, байт {2} (тег {3}=).",
            ar: "لا يمكن قراءة التوقيع: {1}، عند البايت {2} (الوسم {3}=).", zh: "签名无法读取：{1}，位于第 {2} 字节（标签 {3}=）。"),
        Sentence(
            "auth.dkim.field-too-long", en: "The field of the signature is longer than any that is read: {1} bytes.",
            fr: "Le champ de la signature est plus long que ce qui est lu : {1} octets.",
            es: "El campo de la firma es más largo de lo que se lee: {1} octetos.", ru: "Поле подписи слишком длинное: {1} байт.",
            ar: "حقل التوقيع أطول مما يُقرأ: {1} بايت.", zh: "签名字段过长，不予读取：{1} 字节。"),
        Sentence(
            "auth.dkim.from-not-signed", en: "The signature does not cover From, so that anybody could have written it.",
            fr: "La signature ne couvre pas From : n’importe qui a pu l’écrire.", es: "La firma no cubre From: cualquiera pudo escribirlo.",
            ru: "Подпись не охватывает From, его мог написать кто угодно.", ar: "لا يغطي التوقيع حقل From، فقد يكون أي أحد كتبه.",
            zh: "签名没有涵盖 From，任何人都可能改写它。"),
        Sentence(
            "auth.dkim.from-not-covered", en: "From fields in the message: {1}; signed: {2}. Which of them people see is anybody’s guess.",
            fr: "Champs From dans le message : {1} ; signés : {2}. Nul ne sait lequel sera affiché.",
            es: "Campos From en el mensaje: {1}; firmados: {2}. No se sabe cuál se muestra.",
            ru: "Полей From в сообщении: {1}; подписано: {2}. Какое из них увидят люди, неизвестно.",
            ar: "حقول From في الرسالة: {1}؛ الموقَّع منها: {2}. لا يُعرف أيها يراه الناس.", zh: "消息中的 From 字段：{1} 个；已签名：{2} 个。不知道读者看到的是哪一个。"),
        Sentence(
            "auth.dkim.identity-outside", en: "The identity in the signature is not of the domain that signs.",
            fr: "L’identité de la signature n’est pas du domaine qui signe.", es: "La identidad de la firma no es del dominio que firma.",
            ru: "Идентификатор в подписи не относится к подписавшему домену.", ar: "الهوية في التوقيع ليست من النطاق الموقِّع.",
            zh: "签名中的身份不属于签名域名。"),
        Sentence(
            "auth.dkim.identity-subdomain", en: "The identity in the signature is of a subdomain, which the key forbids.",
            fr: "L’identité de la signature est d’un sous-domaine, ce que la clé interdit.",
            es: "La identidad de la firma es de un subdominio, lo que la clave prohíbe.",
            ru: "Идентификатор в подписи относится к поддомену, что ключ запрещает.",
            ar: "الهوية في التوقيع من نطاق فرعي، وهو ما يمنعه المفتاح.",
            zh: "签名中的身份属于子域名，而密钥不允许。"),
        Sentence(
            "auth.dkim.expired", en: "The signature held until {1}.", fr: "La signature valait jusqu’au {1}.",
            es: "La firma valía hasta {1}.",
            ru: "Подпись действовала до {1}.", ar: "كان التوقيع صالحًا حتى {1}.", zh: "签名的有效期到 {1} 为止。"),
        Sentence(
            "auth.dkim.from-the-future", en: "The signature says that it was made at {1}, which has not come.",
            fr: "La signature se dit faite le {1}, moment qui n’est pas encore venu.",
            es: "La firma dice haberse hecho en {1}, momento que aún no ha llegado.",
            ru: "Подпись якобы сделана {1}, а это время ещё не наступило.",
            ar: "يقول التوقيع إنه وُضع في {1}، وهو وقت لم يأت بعد.", zh: "签名声称作于 {1}，而该时间尚未到来。"),
        Sentence(
            "auth.dkim.weak-hash-right", en: "The signature is right, but made with SHA-1, which proves nothing any more (RFC 8301).",
            fr: "La signature est juste, mais faite avec SHA-1, qui ne prouve plus rien (RFC 8301).",
            es: "La firma es correcta, pero hecha con SHA-1, que ya no prueba nada (RFC 8301).",
            ru: "Подпись верна, но сделана с SHA-1, который больше ничего не доказывает (RFC 8301).",
            ar: "التوقيع صحيح، لكنه بخوارزمية SHA-1 التي لم تعد تثبت شيئًا (RFC 8301).", zh: "签名正确，但用的是 SHA-1，已不能证明什么（RFC 8301）。"),
        Sentence(
            "auth.dkim.weak-hash-wrong", en: "The signature was made with SHA-1, which proves nothing any more, and it is wrong.",
            fr: "La signature est faite avec SHA-1, qui ne prouve plus rien, et elle est fausse.",
            es: "La firma está hecha con SHA-1, que ya no prueba nada, y es incorrecta.",
            ru: "Подпись сделана с SHA-1, который больше ничего не доказывает, и к тому же неверна.",
            ar: "وُضع التوقيع بخوارزمية SHA-1 التي لم تعد تثبت شيئًا، وهو خاطئ أيضًا.", zh: "签名用的是已不能证明什么的 SHA-1，而且不正确。"),
        Sentence(
            "auth.dkim.body-differs", en: "The body is not the one that was signed: somebody changed it on the way.",
            fr: "Le corps n’est pas celui qui a été signé : quelqu’un l’a modifié en route.",
            es: "El cuerpo no es el que se firmó: alguien lo cambió por el camino.",
            ru: "Тело письма не то, что было подписано: его изменили по дороге.",
            ar: "المتن ليس الذي وُقّع: غيّره أحد في الطريق.", zh: "正文不是当初签名的那一份：途中有人改动过。"),
        Sentence(
            "auth.dkim.body-too-short", en: "Of the body {1} bytes were signed, and it has {2}: something was taken away.",
            fr: "{1} octets du corps ont été signés et il en a {2} : quelque chose a été retiré.",
            es: "Se firmaron {1} octetos del cuerpo y tiene {2}: falta algo.", ru: "Подписано {1} байт тела, а в нём {2}: что-то удалено.",
            ar: "وُقّع {1} بايت من المتن وفيه {2}: حُذف شيء منه.", zh: "正文签了 {1} 字节，现在只有 {2} 字节：有内容被删去。"),
        Sentence(
            "auth.dkim.body-not-covered", en: "Bytes at the end of the body that are not signed, so that anybody may have added them: {1}.",
            fr: "Octets non signés à la fin du corps, que n’importe qui a pu ajouter : {1}.",
            es: "Octetos sin firmar al final del cuerpo, que cualquiera pudo añadir: {1}.",
            ru: "Неподписанных байт в конце тела, которые мог добавить кто угодно: {1}.",
            ar: "بايتات غير موقَّعة في آخر المتن قد يكون أي أحد أضافها: {1}.", zh: "正文末尾未签名、任何人都可能添加的字节数：{1}。"),
        Sentence(
            "auth.dkim.signature-differs", en: "The header is not the one that was signed, or another key signed it.",
            fr: "L’en-tête n’est pas celui qui a été signé, ou une autre clé l’a signé.",
            es: "La cabecera no es la que se firmó, o la firmó otra clave.",
            ru: "Заголовок не тот, что был подписан, или подписан другим ключом.",
            ar: "الترويسة ليست التي وُقّعت، أو وقّعها مفتاح آخر.", zh: "信头不是当初签名的那一份，或是由另一把密钥签的名。"),
    ]

    private static let keyProblems = [
        Sentence(
            "auth.dkim.key-missing", en: "The key is not published: {1}.", fr: "La clé n’est pas publiée : {1}.",
            es: "La clave no está publicada: {1}.",
            ru: "Ключ не опубликован: {1}.", ar: "المفتاح غير منشور: {1}.", zh: "密钥没有公布：{1}。"),
        Sentence(
            "auth.dkim.key-syntax", en: "The record of the key cannot be read: {1}, at byte {2}.",
            fr: "L’enregistrement de la clé est illisible : {1}, à l’octet {2}.",
            es: "El registro de la clave no se puede leer: {1}, en el octeto {2}.", ru: "Запись ключа не читается: {1}, байт {2}.",
            ar: "لا يمكن قراءة سجل المفتاح: {1}، عند البايت {2}.", zh: "密钥记录无法读取：{1}，位于第 {2} 字节。"),
        Sentence(
            "auth.dkim.key-syntax-tag", en: "The record of the key cannot be read: {1}, at byte {2} (tag {3}=).",
            fr: "L’enregistrement de la clé est illisible : {1}, à l’octet {2} (balise {3}=).",
            es: "El registro de la clave no se puede leer: {1}, en el octeto {2} (etiqueta {3}=).",
            ru: "Запись ключа не читается: {1}, байт {2} (тег {3}=).", ar: "لا يمكن قراءة سجل المفتاح: {1}، عند البايت {2} (الوسم {3}=).",
            zh: "密钥记录无法读取：{1}，位于第 {2} 字节（标签 {3}=）。"),
        Sentence(
            "auth.dkim.key-revoked", en: "The domain took the key back.", fr: "Le domaine a retiré la clé.",
            es: "El dominio retiró la clave.",
            ru: "Домен отозвал ключ.", ar: "سحب النطاق المفتاح.", zh: "域名已撤回该密钥。"),
        Sentence(
            "auth.dkim.key-other-service", en: "The key is not for mail.", fr: "La clé n’est pas destinée au courrier.",
            es: "La clave no es para correo.",
            ru: "Ключ не для почты.", ar: "المفتاح ليس للبريد.", zh: "该密钥不用于邮件。"),
        Sentence(
            "auth.dkim.key-other-type", en: "The key is of another type than the signature.",
            fr: "La clé est d’un autre type que la signature.",
            es: "La clave es de otro tipo que la firma.", ru: "Ключ другого типа, чем подпись.", ar: "المفتاح من نوع غير نوع التوقيع.",
            zh: "密钥类型与签名不符。"),
        Sentence(
            "auth.dkim.key-forbids-hash", en: "The key may not be used with the signature’s hash.",
            fr: "La clé ne peut servir avec ce condensat.",
            es: "La clave no puede usarse con este resumen.", ru: "Ключ нельзя использовать с этой хеш-функцией.",
            ar: "لا يجوز استعمال المفتاح مع دالة التجزئة هذه.",
            zh: "该密钥不得用于此散列算法。"),
        Sentence(
            "auth.dkim.key-size", en: "The RSA key has {1} bits; only 1024 to 4096 count (RFC 8301).",
            fr: "La clé RSA a {1} bits ; seules comptent celles de 1024 à 4096 (RFC 8301).",
            es: "La clave RSA tiene {1} bits; solo cuentan de 1024 a 4096 (RFC 8301).",
            ru: "В ключе RSA {1} бит; учитываются только от 1024 до 4096 (RFC 8301).",
            ar: "طول مفتاح RSA هو {1} بت؛ ولا يُعتد إلا بما بين 1024 و4096 (RFC 8301).", zh: "RSA 密钥为 {1} 位；只有 1024 至 4096 位才算数（RFC 8301）。"),
    ]

    private static let remarks = [
        Sentence(
            "auth.dkim.several-from", en: "From fields in the message, all of them signed: {1}.",
            fr: "Champs From dans le message, tous signés : {1}.",
            es: "Campos From en el mensaje, todos firmados: {1}.", ru: "Полей From в сообщении, все подписаны: {1}.",
            ar: "حقول From في الرسالة وكلها موقَّعة: {1}.",
            zh: "消息中的 From 字段（均已签名）：{1} 个。"),
        Sentence(
            "auth.dkim.testing", en: "The domain only tries out DKIM with this key.",
            fr: "Le domaine ne fait qu’essayer DKIM avec cette clé.",
            es: "El dominio solo está probando DKIM con esta clave.", ru: "С этим ключом домен лишь пробует DKIM.",
            ar: "النطاق يجرّب DKIM فقط بهذا المفتاح.",
            zh: "该域名仅用此密钥试用 DKIM。"),
        Sentence(
            "auth.dkim.facts", en: "Selector {1}, {2}; key bits: {3}.", fr: "Sélecteur {1}, {2} ; bits de la clé : {3}.",
            es: "Selector {1}, {2}; bits de la clave: {3}.", ru: "Селектор {1}, {2}; бит в ключе: {3}.",
            ar: "المحدِّد {1}، {2}؛ بتات المفتاح: {3}.",
            zh: "选择器 {1}，{2}；密钥位数：{3}。"),
        Sentence(
            "auth.dkim.covers", en: "It covers: {1}", fr: "Elle couvre : {1}", es: "Cubre: {1}", ru: "Охватывает: {1}", ar: "يغطي: {1}",
            zh: "涵盖：{1}"),
    ]
}
