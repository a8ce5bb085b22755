internal import Localization

/// What `chaffinch import` says.
enum ImportSentences {
    static let all = page + defects

    static let help = [
        Sentence(
            "help.import", en: "Takes operators’ logs, tables and reports into the study; nothing counts twice.",
            fr: "Verse à l’étude journaux, tableaux et rapports des opérateurs ; rien n’est compté deux fois.",
            es: "Incorpora al estudio registros, tablas e informes de operadores; nada se cuenta dos veces.",
            ru: "Вносит в исследование журналы, таблицы и отчёты операторов; ничто не считается дважды.",
            ar: "يُدخل سجلات المشغّلين وجداولهم وتقاريرهم في الدراسة، ولا يُحسب شيء مرتين.",
            zh: "将运营商的日志、表格和报告纳入研究；任何数据都不会重复计数。")
    ]

    private static let page = [
        Sentence(
            "import.file", en: "{1} ({2}): messages counted: {3}; lines read so far: {4}.",
            fr: "{1} ({2}) : messages comptés : {3} ; lignes lues jusqu’ici : {4}.",
            es: "{1} ({2}): mensajes contados: {3}; líneas leídas hasta ahora: {4}.",
            ru: "{1} ({2}): учтено сообщений: {3}; прочитано строк: {4}.",
            ar: "{1} ({2}): الرسائل المحسوبة: {3}؛ الأسطر المقروءة حتى الآن: {4}.",
            zh: "{1}（{2}）：计入消息 {3} 条；迄今读取 {4} 行。"),
        Sentence(
            "import.known", en: "{1}: nothing new. All of it was imported before.",
            fr: "{1} : rien de nouveau. Tout avait déjà été importé.",
            es: "{1}: nada nuevo. Todo se había importado antes.", ru: "{1}: ничего нового. Всё это уже внесено.",
            ar: "{1}: لا جديد. كل ما فيه استُورد من قبل.", zh: "{1}：没有新内容，此前已全部导入。"),
        Sentence(
            "import.known-parts", en: "Parts that the study had already, and did not count again: {1}.",
            fr: "Parties déjà connues de l’étude, non recomptées : {1}.", es: "Partes que el estudio ya tenía y no volvió a contar: {1}.",
            ru: "Частей, которые уже были учтены и не считались снова: {1}.", ar: "أجزاء كانت في الدراسة ولم تُحسب ثانية: {1}.",
            zh: "研究中已有、未再计数的部分：{1}。"),
        Sentence(
            "import.open", en: "Messages whose end is not in the log yet: {1}. They count once it goes on, or now with --final.",
            fr: "Messages dont la fin n’est pas encore au journal : {1}. Ils compteront avec la suite, ou dès maintenant avec --final.",
            es: "Mensajes cuyo final aún no está en el registro: {1}. Se contarán cuando continúe, o ahora con --final.",
            ru: "Сообщений, конца которых ещё нет в журнале: {1}. Они будут учтены с продолжением или сейчас с --final.",
            ar: "رسائل لم تكتمل بعد في السجل: {1}. تُحسب عند تتمته، أو الآن مع ‎--final.", zh: "日志中尚未结束的消息：{1}。日志续写后计入，或用 --final 立即计入。"),
        Sentence(
            "import.unfinished", en: "Messages that fell silent, counted as they stood: {1}.",
            fr: "Messages restés sans suite, comptés en l’état : {1}.", es: "Mensajes sin continuación, contados como estaban: {1}.",
            ru: "Сообщений, о которых больше нет записей, учтено как есть: {1}.", ar: "رسائل انقطع خبرها وحُسبت على حالها: {1}.",
            zh: "不再有下文、按当时状态计入的消息：{1}。"),
        Sentence(
            "import.origins", en: "Networks and countries are from: {1}.", fr: "Réseaux et pays d’après : {1}.",
            es: "Redes y países según: {1}.",
            ru: "Сети и страны по данным: {1}.", ar: "الشبكات والبلدان من: {1}.", zh: "网络和国家数据来自：{1}。"),
        Sentence(
            "import.no-origins", en: "Networks and countries stay unknown: give data of them with --origins.",
            fr: "Réseaux et pays restent inconnus : fournissez des données avec --origins.",
            es: "Redes y países quedan sin conocer: dé datos con --origins.", ru: "Сети и страны неизвестны: укажите данные в --origins.",
            ar: "تبقى الشبكات والبلدان مجهولة: قدّم بياناتها مع ‎--origins.", zh: "网络和国家未知：请用 --origins 提供数据。"),
        Sentence(
            "import.left-out", en: "{1}: {2}", fr: "{1} : {2}", es: "{1}: {2}", ru: "{1}: {2}", ar: "{1}: {2}", zh: "{1}：{2}"),
    ]

    private static let defects = [
        Sentence(
            "import.defect.moment", en: "no date and time that can be read", fr: "date et heure illisibles", es: "fecha y hora ilegibles",
            ru: "нечитаемые дата и время", ar: "تاريخ ووقت لا يُقرآن", zh: "无法读取日期和时间"),
        Sentence(
            "import.defect.tooLong", en: "too long, or a quotation mark without an end", fr: "trop long, ou guillemet sans fin",
            es: "demasiado largo, o comillas sin cerrar", ru: "слишком длинно или нет закрывающей кавычки",
            ar: "طويل جدًا أو علامة اقتباس بلا نهاية",
            zh: "过长，或引号未闭合"),
        Sentence(
            "import.defect.binary", en: "bytes that no text has", fr: "octets qui ne sont pas du texte", es: "bytes que no son texto",
            ru: "байты, которых не бывает в тексте", ar: "بايتات ليست نصًا", zh: "含有非文本字节"),
        Sentence(
            "import.defect.torn", en: "a torn line", fr: "ligne tronquée", es: "línea cortada", ru: "оборванная строка", ar: "سطر مبتور",
            zh: "残缺的行"),
        Sentence(
            "import.defect.quotation", en: "something behind a closing quotation mark", fr: "texte après un guillemet fermant",
            es: "texto tras las comillas de cierre", ru: "текст после закрывающей кавычки", ar: "نص بعد علامة الاقتباس الختامية",
            zh: "右引号后有多余内容"),
        Sentence(
            "import.defect.columns", en: "columns are missing", fr: "colonnes manquantes", es: "faltan columnas", ru: "не хватает столбцов",
            ar: "أعمدة ناقصة", zh: "缺少列"),
        Sentence(
            "import.defect.word", en: "a word that the mapping has no meaning for", fr: "mot que la correspondance n’explique pas",
            es: "palabra sin significado en la correspondencia", ru: "слово, для которого в соответствии нет значения",
            ar: "كلمة لا معنى لها في ملف المطابقة", zh: "映射文件未说明的词"),
        Sentence(
            "import.defect.number", en: "no number where one is needed", fr: "nombre attendu", es: "se esperaba un número",
            ru: "ожидалось число",
            ar: "رقم مطلوب", zh: "应为数字"),
        Sentence(
            "import.defect.json", en: "no JSON", fr: "pas du JSON", es: "no es JSON", ru: "не JSON", ar: "ليس JSON", zh: "不是 JSON"),
        Sentence(
            "import.defect.report", en: "no report, or a broken one", fr: "pas un rapport, ou rapport endommagé",
            es: "no es un informe o está dañado",
            ru: "не отчёт или повреждённый отчёт", ar: "ليس تقريرًا أو تقرير معطوب", zh: "不是报告或报告已损坏"),
    ]
}
