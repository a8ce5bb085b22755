internal import Localization

/// What is said of chains of handlers (ARC) and of what stands written in a message, in six languages.
enum ChainSentences {
    static let all = results + problems + written

    private static let results = [
        Sentence(
            "auth.arc.none", en: "No earlier handler left a chain.", fr: "Aucun relais antérieur n’a laissé de chaîne.",
            es: "Ningún intermediario anterior dejó una cadena.", ru: "Прежние посредники не оставили цепочки.",
            ar: "لم يترك أي وسيط سابق سلسلة.",
            zh: "之前的经手者没有留下链条。"),
        Sentence(
            "auth.arc.pass", en: "The chain holds; handlers: {1}, the last: {2}. What they found counts only as far as you trust them.",
            fr: "La chaîne tient ; relais : {1}, le dernier : {2}. Leur parole ne vaut que la confiance que vous leur accordez.",
            es: "La cadena se sostiene; intermediarios: {1}, el último: {2}. Su palabra vale según la confianza que se les tenga.",
            ru: "Цепочка цела; посредников: {1}, последний: {2}. Их слову можно верить лишь настолько, насколько вы доверяете им.",
            ar: "السلسلة سليمة؛ عدد الوسطاء: {1}، آخرهم: {2}. ولا يُعتد بما وجدوه إلا بقدر ثقتك بهم.",
            zh: "链条完好；经手者：{1} 个，最后一个：{2}。他们的结论只在您信任他们时才算数。"),
        Sentence(
            "auth.arc.fail", en: "The chain does not hold. {1}", fr: "La chaîne ne tient pas. {1}", es: "La cadena no se sostiene. {1}",
            ru: "Цепочка не держится. {1}", ar: "السلسلة غير سليمة. {1}", zh: "链条不成立。{1}"),
        Sentence(
            "auth.arc.set", en: "Handler {1}, {2}, found: {3}", fr: "Le relais {1}, {2}, a trouvé : {3}",
            es: "El intermediario {1}, {2}, halló: {3}",
            ru: "Посредник {1}, {2}, установил: {3}", ar: "وجد الوسيط {1}، {2}: {3}", zh: "第 {1} 个经手者 {2} 的结论：{3}"),
    ]

    private static let problems = [
        Sentence(
            "auth.arc.too-many-sets", en: "It has more sets than may be.", fr: "Elle a plus d’ensembles qu’il n’est permis.",
            es: "Tiene más conjuntos de los permitidos.", ru: "Наборов больше, чем допустимо.", ar: "فيها مجموعات أكثر من المسموح.",
            zh: "集合数超过允许值。"),
        Sentence(
            "auth.arc.field-too-long", en: "{1} is longer than any that is read: {2} bytes.",
            fr: "{1} est plus long que ce qui est lu : {2} octets.",
            es: "{1} es más largo de lo que se lee: {2} octetos.", ru: "Поле {1} слишком длинное: {2} байт.",
            ar: "الحقل {1} أطول مما يُقرأ: {2} بايت.", zh: "{1} 过长，不予读取：{2} 字节。"),
        Sentence(
            "auth.arc.syntax", en: "{1} cannot be read: {2}, at byte {3}.", fr: "{1} est illisible : {2}, à l’octet {3}.",
            es: "{1} no se puede leer: {2}, en el octeto {3}.", ru: "Поле {1} не читается: {2}, байт {3}.",
            ar: "لا يمكن قراءة {1}: {2}، عند البايت {3}.",
            zh: "{1} 无法读取：{2}，位于第 {3} 字节。"),
        Sentence(
            "auth.arc.missing", en: "Set {1} has no {2}.", fr: "L’ensemble {1} n’a pas de {2}.", es: "El conjunto {1} no tiene {2}.",
            ru: "В наборе {1} нет {2}.", ar: "ليس في المجموعة {1} حقل {2}.", zh: "第 {1} 个集合缺少 {2}。"),
        Sentence(
            "auth.arc.repeated", en: "Set {1} has more than one {2}.", fr: "L’ensemble {1} a plus d’un {2}.",
            es: "El conjunto {1} tiene más de un {2}.",
            ru: "В наборе {1} несколько {2}.", ar: "في المجموعة {1} أكثر من {2} واحد.", zh: "第 {1} 个集合有多个 {2}。"),
        Sentence(
            "auth.arc.wrong-status", en: "Set {1} says of the chain before it “{2}”, which cannot be.",
            fr: "L’ensemble {1} dit de la chaîne qui précède « {2} », ce qui ne se peut.",
            es: "El conjunto {1} dice de la cadena anterior «{2}», lo que no puede ser.",
            ru: "Набор {1} говорит о цепочке до него «{2}», чего быть не может.",
            ar: "تقول المجموعة {1} عن السلسلة قبلها «{2}»، وهذا غير ممكن.", zh: "第 {1} 个集合对之前的链条写了“{2}”，这不可能。"),
        Sentence(
            "auth.arc.failed-before", en: "Handler {1} already found it broken.", fr: "Le relais {1} l’avait déjà trouvée rompue.",
            es: "El intermediario {1} ya la halló rota.", ru: "Посредник {1} уже нашёл её нарушенной.",
            ar: "وجدها الوسيط {1} مكسورة من قبل.",
            zh: "第 {1} 个经手者已发现它断裂。"),
        Sentence(
            "auth.arc.message-signature", en: "Signature of handler {1} over the message: {2}",
            fr: "Signature du message par le relais {1} : {2}",
            es: "Firma del mensaje por el intermediario {1}: {2}", ru: "Подпись посредника {1} под сообщением: {2}",
            ar: "توقيع الوسيط {1} على الرسالة: {2}",
            zh: "第 {1} 个经手者对消息的签名：{2}"),
        Sentence(
            "auth.arc.seal", en: "Seal of handler {1}: {2}", fr: "Sceau du relais {1} : {2}", es: "Sello del intermediario {1}: {2}",
            ru: "Печать посредника {1}: {2}", ar: "ختم الوسيط {1}: {2}", zh: "第 {1} 个经手者的封印：{2}"),
    ]

    private static let written = [
        Sentence(
            "auth.written.ours", en: "Our host {1} wrote: {2}", fr: "Notre hôte {1} a écrit : {2}", es: "Nuestro equipo {1} escribió: {2}",
            ru: "Наш хост {1} записал: {2}", ar: "كتب مضيفنا {1}: {2}", zh: "我们的主机 {1} 写道：{2}"),
        Sentence(
            "auth.written.foreign", en: "The message says that {1} found, which proves nothing: {2}",
            fr: "Le message dit que {1} a trouvé, ce qui ne prouve rien : {2}",
            es: "El mensaje dice que {1} halló, lo que no prueba nada: {2}",
            ru: "В сообщении сказано, что {1} установил (это ничего не доказывает): {2}",
            ar: "تقول الرسالة إن {1} وجد، وهذا لا يثبت شيئًا: {2}", zh: "消息声称 {1} 得出以下结论（不能证明什么）：{2}"),
        Sentence(
            "auth.written.forged", en: "Forged: this field claims to be our host {1}’s, and came from outside: {2}",
            fr: "Faux : ce champ se dit de notre hôte {1} et vient de l’extérieur : {2}",
            es: "Falso: este campo dice ser de nuestro equipo {1} y vino de fuera: {2}",
            ru: "Подделка: поле выдаёт себя за наше ({1}), а пришло извне: {2}",
            ar: "مزوّر: يدّعي هذا الحقل أنه من مضيفنا {1} وقد جاء من الخارج: {2}",
            zh: "伪造：该字段自称来自我们的主机 {1}，实际来自外部：{2}"),
    ]
}
