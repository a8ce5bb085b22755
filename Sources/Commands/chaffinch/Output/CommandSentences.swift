internal import Localization
internal import MailGateway
internal import PostGateway

/// What the commands say themselves.
enum CommandSentences {
    static let all =
        RuleSentences.all + PolicySentences.all + QuarantineSentences.all + SenderSentences.all + Digest.sentences + HeldPages.sentences
        + FeedbackSentences.all + CostSentences.all + SimulateSentences.all + ImportSentences.all + StudySentences.all
        + own

    private static let own = [
        Sentence(
            "command.tally", en: "Messages: {1}, spam: {2}, ham: {3}.", fr: "Messages : {1}, spam : {2}, légitimes : {3}.",
            es: "Mensajes: {1}, spam: {2}, legítimos: {3}.", ru: "Сообщений: {1}, спам: {2}, не спам: {3}.",
            ar: "الرسائل: {1}، المزعجة: {2}، السليمة: {3}.", zh: "消息：{1}，垃圾：{2}，正常：{3}。"),
        Sentence(
            "command.tally-labels", en: "Of {1} labelled messages, {2} ham were taken for spam and {3} spam for ham.",
            fr: "Sur {1} messages étiquetés, {2} légitimes pris pour du spam et {3} spams pris pour légitimes.",
            es: "De {1} mensajes etiquetados, {2} legítimos tomados por spam y {3} spam tomados por legítimos.",
            ru: "Из {1} размеченных сообщений {2} хороших принято за спам и {3} спам-сообщений за хорошие.",
            ar: "من أصل {1} رسالة موسومة، عُدّت {2} سليمة مزعجةً و{3} مزعجة سليمةً.",
            zh: "在 {1} 条带标签的消息中，{2} 条正常被判为垃圾，{3} 条垃圾被判为正常。"),
        Sentence(
            "command.probability", en: "Probability of spam", fr: "Probabilité de spam", es: "Probabilidad de spam",
            ru: "Вероятность спама",
            ar: "احتمال الإزعاج", zh: "垃圾概率"),
        Sentence(
            "command.not-checked", en: "Not checked", fr: "Non vérifié", es: "Sin comprobar", ru: "Не проверено", ar: "لم يُفحص", zh: "未检查"),
        Sentence("command.spam", en: "Spam", fr: "Spam", es: "Spam", ru: "Спам", ar: "إزعاج", zh: "垃圾"),
        Sentence("command.route", en: "Route", fr: "Parcours", es: "Ruta", ru: "Маршрут", ar: "المسار", zh: "路由"),
        Sentence(
            "command.prior", en: "Before anything was known", fr: "Avant tout indice", es: "Antes de saber nada", ru: "До всякой проверки",
            ar: "قبل معرفة أي شيء", zh: "未知任何信息之前"),
        Sentence(
            "command.class-words", en: "{1}; most telling: {2}", fr: "{1} ; surtout : {2}", es: "{1}; sobre todo: {2}",
            ru: "{1}; прежде всего: {2}", ar: "{1}؛ أبرز الكلمات: {2}", zh: "{1}，最明显的是：{2}"),
        Sentence(
            "command.all-checked", en: "Everything asked was answered.", fr: "Toutes les questions ont reçu une réponse.",
            es: "Todas las preguntas tuvieron respuesta.", ru: "Получены ответы на все вопросы.", ar: "أُجيب عن كل ما سُئل عنه.",
            zh: "所有检查均已完成。"),
        Sentence(
            "command.observe-only", en: "observed only, not carried out", fr: "observé seulement, non appliqué",
            es: "solo observado, no aplicado", ru: "только наблюдение, не исполняется", ar: "مراقبة فقط دون تنفيذ", zh: "仅观察，未执行"),
        Sentence("command.messages", en: "Messages", fr: "Nombre", es: "Mensajes", ru: "Сообщений", ar: "الرسائل", zh: "消息数"),
        Sentence("command.bytes", en: "Bytes", fr: "Octets", es: "Octetos", ru: "Байт", ar: "البايتات", zh: "字节数"),
        Sentence("command.size", en: "Size", fr: "Taille", es: "Tamaño", ru: "Размер", ar: "الحجم", zh: "大小"),
        Sentence("command.origin", en: "Origin", fr: "Provenance", es: "Procedencia", ru: "Откуда", ar: "المصدر", zh: "来源"),
        Sentence("command.client", en: "Machine", fr: "Hôte émetteur", es: "Equipo", ru: "Машина", ar: "الآلة", zh: "主机"),
        Sentence("command.trust", en: "Trust", fr: "Confiance", es: "Confianza", ru: "Доверие", ar: "الثقة", zh: "可信度"),
        Sentence(
            "command.carried-out", en: "carried out", fr: "appliqué", es: "aplicado", ru: "исполняется", ar: "نُفّذ", zh: "已执行"),
        Sentence(
            "auth.lint.problems", en: "problems: {1}", fr: "problèmes : {1}", es: "problemas: {1}", ru: "проблем: {1}", ar: "المشكلات: {1}",
            zh: "问题：{1}"),
        // What stands before a finding: how bad it is.
        Sentence("auth.lint.head", en: "{1}:", fr: "{1} :", es: "{1}:", ru: "{1}:", ar: "{1}:", zh: "{1}："),
        Sentence(
            "auth.lint.none", en: "no problem was found", fr: "aucun problème trouvé", es: "no se halló ningún problema",
            ru: "проблем не найдено", ar: "لم تُكتشف أي مشكلة", zh: "未发现问题"),
        Sentence(
            "auth.lint.publish", en: "Publish:", fr: "Publiez :", es: "Publique:", ru: "Опубликуйте:", ar: "انشر:", zh: "请发布："),
        Sentence(
            "auth.lint.instead", en: "Publish the lines without “;” instead of those with it:",
            fr: "Publiez les lignes sans « ; » à la place de celles qui en ont un :",
            es: "Publique las líneas sin «;» en lugar de las que lo llevan:", ru: "Опубликуйте строки без «;» вместо строк с «;»:",
            ar: "انشر الأسطر الخالية من «;» بدلًا من التي تبدأ بها:", zh: "请发布不带“;”的行，以取代带“;”的行："),
        Sentence(
            "auth.lint.remove", en: "Take out:", fr: "Retirez :", es: "Quite:", ru: "Удалите:", ar: "احذف:", zh: "请删除："),
    ]
}
