internal import Localization

extension DMARCLint {
    /// What is said of what a reader of DMARC records passes over or does not know.
    static let problemSentences = [
        Sentence(
            "lint.dmarc.not-a-tag",
            en: "At byte {1} stands something that is no tag with a value, and is passed over: “{2}”.",
            fr: "À l’octet {1} se trouve quelque chose qui n’est pas une balise avec une valeur, et qui est ignoré : « {2} ».",
            es: "En el octeto {1} hay algo que no es una etiqueta con valor y se pasa por alto: «{2}».",
            ru: "На байте {1} стоит то, что не является тегом со значением, и пропускается: «{2}».",
            ar: "عند البايت {1} يوجد ما ليس وسمًا ذا قيمة، ويُتجاهل: «{2}».",
            zh: "第 {1} 字节处不是带值的标签，会被忽略：“{2}”。"),
        Sentence(
            "lint.dmarc.not-printable",
            en: "At byte {1} stands a byte that is not printable ASCII: “{2}”.",
            fr: "À l’octet {1} se trouve un octet qui n’est pas de l’ASCII imprimable : « {2} ».",
            es: "En el octeto {1} hay un octeto que no es ASCII imprimible: «{2}».",
            ru: "На байте {1} стоит байт вне печатного ASCII: «{2}».",
            ar: "عند البايت {1} بايت ليس من محارف ASCII المطبوعة: «{2}».",
            zh: "第 {1} 字节不是可打印的 ASCII：“{2}”。"),
        Sentence(
            "lint.dmarc.repeated-tag",
            en: "At byte {1} the tag {3} stands for a second time; only the first counts: “{2}”.",
            fr: "À l’octet {1}, la balise {3} est répétée ; seule la première compte : « {2} ».",
            es: "En el octeto {1} la etiqueta {3} se repite; solo cuenta la primera: «{2}».",
            ru: "На байте {1} тег {3} повторён; считается только первый: «{2}».",
            ar: "عند البايت {1} يتكرر الوسم {3}؛ ولا يُحتسب إلا الأول: «{2}».",
            zh: "第 {1} 字节处标签 {3} 重复出现；只有第一个有效：“{2}”。"),
        Sentence(
            "lint.dmarc.bad-value",
            en: "At byte {1} the tag {3} has a value that it cannot have: “{2}”.",
            fr: "À l’octet {1}, la balise {3} a une valeur impossible : « {2} ».",
            es: "En el octeto {1} la etiqueta {3} tiene un valor que no puede tener: «{2}».",
            ru: "На байте {1} у тега {3} недопустимое значение: «{2}».",
            ar: "عند البايت {1} للوسم {3} قيمة لا يجوز أن تكون له: «{2}».",
            zh: "第 {1} 字节处标签 {3} 的值无效：“{2}”。"),
        Sentence(
            "lint.dmarc.bad-address",
            en: "At byte {1} the tag {3} has an address that is none, near “{2}”; it must begin with “mailto:”.",
            fr: "À l’octet {1}, la balise {3} a une adresse qui n’en est pas une, près de « {2} » ; elle doit commencer par « mailto: ».",
            es: "En el octeto {1} la etiqueta {3} tiene una dirección que no lo es, cerca de «{2}»; debe empezar por «mailto:».",
            ru: "На байте {1} у тега {3} неверный адрес, рядом с «{2}»; он должен начинаться с «mailto:».",
            ar: "عند البايت {1} للوسم {3} عنوان غير صحيح، قرب «{2}»؛ يجب أن يبدأ بـ «mailto:».",
            zh: "第 {1} 字节处标签 {3} 的地址无效，“{2}”附近；必须以“mailto:”开头。"),
        Sentence(
            "lint.dmarc.obsolete-size",
            en: "At byte {1} an address in the tag {3} has a size behind it, which nobody reads any longer: “{2}”.",
            fr: "À l’octet {1}, une adresse de la balise {3} est suivie d’une taille que plus personne ne lit : « {2} ».",
            es: "En el octeto {1} una dirección de la etiqueta {3} lleva un tamaño que ya nadie lee: «{2}».",
            ru: "На байте {1} за адресом в теге {3} стоит размер, который больше никто не читает: «{2}».",
            ar: "عند البايت {1} يلي عنوانًا في الوسم {3} حجم لم يعد يقرؤه أحد: «{2}».",
            zh: "第 {1} 字节处标签 {3} 的地址后带有已无人读取的大小：“{2}”。"),
        Sentence(
            "lint.dmarc.obsolete-tag",
            en: "At byte {1} stands the tag {3} of RFC 7489, which RFC 9989 gave up: “{2}”.",
            fr: "À l’octet {1} se trouve la balise {3} du RFC 7489, abandonnée par le RFC 9989 : « {2} ».",
            es: "En el octeto {1} está la etiqueta {3} de RFC 7489, que RFC 9989 abandonó: «{2}».",
            ru: "На байте {1} стоит тег {3} из RFC 7489, от которого RFC 9989 отказался: «{2}».",
            ar: "عند البايت {1} الوسم {3} من RFC 7489 الذي تخلّى عنه RFC 9989: «{2}».",
            zh: "第 {1} 字节处是 RFC 7489 的标签 {3}，RFC 9989 已弃用：“{2}”。"),
        Sentence(
            "lint.dmarc.unknown-tag",
            en: "At byte {1} stands a tag that nobody knows, {3}; is it misspelt? “{2}”",
            fr: "À l’octet {1} se trouve une balise inconnue, {3} ; est-ce une faute de frappe ? « {2} »",
            es: "En el octeto {1} hay una etiqueta que nadie conoce, {3}; ¿está mal escrita? «{2}»",
            ru: "На байте {1} стоит неизвестный тег {3}; нет ли опечатки? «{2}»",
            ar: "عند البايت {1} وسم لا يعرفه أحد، {3}؛ هل كُتب خطأً؟ «{2}»",
            zh: "第 {1} 字节处是未知的标签 {3}；是否拼写有误？“{2}”"),
        Sentence(
            "lint.dmarc.missing-policy",
            en: "The record has no policy (p=); receivers do as if it were p=none, or use no record at all.",
            fr:
                "L’enregistrement n’a pas de politique (p=) ; les destinataires font comme si c’était p=none, ou n’en tiennent aucun compte.",
            es: "El registro no tiene política (p=); los receptores hacen como si fuera p=none, o no usan el registro.",
            ru: "В записи нет политики (p=); получатели считают её p=none или не используют вовсе.",
            ar: "ليس في السجل سياسة (p=)؛ يعدّها المستقبلون p=none أو لا يستعملون السجل أصلًا.",
            zh: "记录没有策略（p=）；收件方按 p=none 处理，或完全不采用。"),
        Sentence(
            "lint.dmarc.policy-not-second",
            en: "p= stands at byte {1}; older receivers want it right behind the version: “{2}”.",
            fr: "p= se trouve à l’octet {1} ; d’anciens destinataires le veulent juste après la version : « {2} ».",
            es: "p= está en el octeto {1}; los receptores antiguos lo quieren justo tras la versión: «{2}».",
            ru: "p= стоит на байте {1}; старые получатели ждут его сразу за версией: «{2}».",
            ar: "يقع p= عند البايت {1}؛ يريده المستقبلون الأقدم بعد الإصدار مباشرة: «{2}».",
            zh: "p= 位于第 {1} 字节；较旧的收件方要求它紧跟版本之后：“{2}”。"),
        Sentence(
            "lint.dmarc.options-without-address",
            en: "At byte {1} stands fo=, which has no effect without ruf=: “{2}”.",
            fr: "À l’octet {1} se trouve fo=, sans effet sans ruf= : « {2} ».",
            es: "En el octeto {1} está fo=, que no tiene efecto sin ruf=: «{2}».",
            ru: "На байте {1} стоит fo=, не имеющий действия без ruf=: «{2}».",
            ar: "عند البايت {1} يوجد fo= الذي لا أثر له دون ruf=: «{2}».",
            zh: "第 {1} 字节处的 fo= 在没有 ruf= 时不起作用：“{2}”。"),
        Sentence(
            "lint.dmarc.too-many",
            en: "From byte {1} on there are more addresses or mistakes than anybody reads: “{2}”.",
            fr: "À partir de l’octet {1}, il y a plus d’adresses ou d’erreurs que quiconque n’en lit : « {2} ».",
            es: "Desde el octeto {1} hay más direcciones o errores de los que nadie lee: «{2}».",
            ru: "Начиная с байта {1} адресов или ошибок больше, чем кто-либо читает: «{2}».",
            ar: "بدءًا من البايت {1} عناوين أو أخطاء أكثر مما يقرؤه أحد: «{2}».",
            zh: "从第 {1} 字节起，地址或错误过多，无人读取：“{2}”。"),
    ]
}
