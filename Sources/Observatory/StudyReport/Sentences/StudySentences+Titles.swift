internal import Localization

extension StudySentences {
    /// Titles of the templates, and the words of the first page.
    static let titles = [
        Sentence(
            "study.title.national", en: "Spam: national report", fr: "Spam : rapport national", es: "Spam: informe nacional",
            ru: "Спам: национальный доклад", ar: "الرسائل الاقتحامية: تقرير وطني", zh: "垃圾信息：国家报告"),
        Sentence(
            "study.title.tsag", en: "Resolution 52: progress report to TSAG", fr: "Résolution 52 : rapport d’activité au GCNT",
            es: "Resolución 52: informe de situación al GANT", ru: "Резолюция 52: отчёт о ходе работы для КГСЭ",
            ar: "القرار 52: تقرير مرحلي إلى الفريق الاستشاري لتقييس الاتصالات", zh: "第52号决议：提交电信标准化顾问组的进展报告"),
        Sentence(
            "study.title.council", en: "Resolution 52: contribution to the report to Council",
            fr: "Résolution 52 : contribution au rapport au Conseil", es: "Resolución 52: contribución al informe al Consejo",
            ru: "Резолюция 52: вклад в отчёт Совету", ar: "القرار 52: مساهمة في التقرير المقدم إلى المجلس", zh: "第52号决议：对提交理事会报告的文稿"),
        Sentence(
            "study.title.sg17", en: "Resolution 52: contribution to ITU-T Study Group 17",
            fr: "Résolution 52 : contribution à la Commission d’études 17 de l’UIT-T",
            es: "Resolución 52: contribución a la Comisión de Estudio 17 del UIT-T",
            ru: "Резолюция 52: вклад в работу 17-й Исследовательской комиссии МСЭ-Т",
            ar: "القرار 52: مساهمة إلى لجنة الدراسات 17 لقطاع تقييس الاتصالات", zh: "第52号决议：提交ITU-T第17研究组的文稿"),
        Sentence("study.subtitle", en: "{1}, {2}", fr: "{1}, {2}", es: "{1}, {2}", ru: "{1}, {2}", ar: "{1}، {2}", zh: "{1}，{2}"),
        Sentence("study.source", en: "Source", fr: "Origine", es: "Origen", ru: "Источник", ar: "المصدر", zh: "来源"),
        Sentence("study.country", en: "Country", fr: "Pays", es: "País", ru: "Страна", ar: "البلد", zh: "国家"),
        Sentence("study.period", en: "Period", fr: "Période", es: "Período", ru: "Период", ar: "الفترة", zh: "周期"),
        Sentence(
            "study.date", en: "Date of the report", fr: "Date du rapport", es: "Fecha del informe", ru: "Дата доклада", ar: "تاريخ التقرير",
            zh: "报告日期"),
        Sentence("study.for", en: "For", fr: "Destinataire", es: "Para", ru: "Кому", ar: "إلى", zh: "提交"),
        Sentence(
            "study.for.tsag", en: "TSAG (information)", fr: "GCNT (pour information)", es: "GANT (información)",
            ru: "КГСЭ (для информации)",
            ar: "الفريق الاستشاري لتقييس الاتصالات (للعلم)", zh: "电信标准化顾问组（供参考）"),
        Sentence(
            "study.for.council", en: "Council of ITU, through the Secretary-General", fr: "Conseil de l’UIT, par le Secrétaire général",
            es: "Consejo de la UIT, por conducto del Secretario General", ru: "Совет МСЭ, через Генерального секретаря",
            ar: "مجلس الاتحاد، عن طريق الأمين العام", zh: "国际电联理事会（经秘书长）"),
        Sentence(
            "study.for.sg17", en: "ITU-T Study Group 17, Question 4/17", fr: "Commission d’études 17 de l’UIT-T, Question 4/17",
            es: "Comisión de Estudio 17 del UIT-T, Cuestión 4/17", ru: "17-я Исследовательская комиссия МСЭ-Т, Вопрос 4/17",
            ar: "لجنة الدراسات 17 لقطاع تقييس الاتصالات، المسألة 4/17", zh: "ITU-T第17研究组第4/17号课题"),
        Sentence("study.for.national", en: "The public", fr: "Le public", es: "El público", ru: "Общественность", ar: "الجمهور", zh: "公众"),
        Sentence(
            "study.keywords", en: "spam, Resolution 52, study, volume, types, sources, routes, cost",
            fr: "spam, Résolution 52, étude, volume, types, sources, acheminements, coût",
            es: "spam, Resolución 52, estudio, volumen, tipos, fuentes, rutas, coste",
            ru: "спам, Резолюция 52, исследование, объём, виды, источники, маршруты, затраты",
            ar: "رسائل اقتحامية، القرار 52، دراسة، الحجم، الأنواع، المصادر، المسارات، التكلفة", zh: "垃圾信息，第52号决议，研究，数量，类型，来源，路由，成本"),
        Sentence(
            "study.keywords-name", en: "Keywords", fr: "Mots clés", es: "Palabras clave", ru: "Ключевые слова", ar: "كلمات أساسية",
            zh: "关键词"),
        Sentence(
            "study.versions", en: "Version of the data", fr: "Version des données", es: "Versión de los datos", ru: "Версия данных",
            ar: "إصدار البيانات", zh: "数据版本"),
        Sentence(
            "study.program", en: "Made with", fr: "Établi avec", es: "Elaborado con", ru: "Составлено программой", ar: "أُعد بواسطة",
            zh: "生成工具"),
        Sentence(
            "study.policy", en: "Policy that says what is spam", fr: "Politique qui définit le spam", es: "Política que define el spam",
            ru: "Политика, определяющая спам", ar: "السياسة التي تعرّف الرسائل الاقتحامية", zh: "界定垃圾信息的政策"),
        Sentence(
            "study.example", en: "This is an example. The country and all its figures are invented.",
            fr: "Ceci est un exemple. Le pays et tous ses chiffres sont inventés.",
            es: "Esto es un ejemplo. El país y todas sus cifras son inventados.",
            ru: "Это пример. Страна и все её показатели вымышлены.", ar: "هذا مثال. البلد وجميع أرقامه مختلقة.", zh: "这是示例，该国家及所有数据均属虚构。"),
        Sentence("study.contents", en: "Contents", fr: "Sommaire", es: "Índice", ru: "Содержание", ar: "المحتويات", zh: "目录"),
        Sentence(
            "study.skip", en: "Go to the text", fr: "Aller au texte", es: "Ir al texto", ru: "Перейти к тексту", ar: "انتقل إلى النص",
            zh: "跳到正文"),
        Sentence("study.details", en: "Details", fr: "Détails", es: "Detalles", ru: "Сведения", ar: "التفاصيل", zh: "详情"),
        Sentence(
            "study.figure", en: "Figure {1}. {2}", fr: "Figure {1}. {2}", es: "Figura {1}. {2}", ru: "Рисунок {1}. {2}",
            ar: "الشكل {1}. {2}", zh: "图{1}　{2}"),
        Sentence(
            "study.table", en: "Table {1}. {2}", fr: "Tableau {1}. {2}", es: "Cuadro {1}. {2}", ru: "Таблица {1}. {2}",
            ar: "الجدول {1}. {2}", zh: "表{1}　{2}"),
        Sentence(
            "study.figure-data", en: "Data of figure {1}", fr: "Données de la figure {1}", es: "Datos de la figura {1}",
            ru: "Данные рисунка {1}", ar: "بيانات الشكل {1}", zh: "图{1}的数据"),
    ]

    /// Headings of sections.
    static let headings = [
        Sentence("study.h.summary", en: "Summary", fr: "Résumé", es: "Resumen", ru: "Резюме", ar: "ملخص", zh: "摘要"),
        Sentence("study.h.volume", en: "Volume", fr: "Volume", es: "Volumen", ru: "Объём", ar: "الحجم", zh: "数量"),
        Sentence(
            "study.h.trend", en: "Change over time", fr: "Évolution", es: "Evolución", ru: "Динамика", ar: "التغير بمرور الزمن", zh: "变化趋势"),
        Sentence("study.h.types", en: "Types", fr: "Types", es: "Tipos", ru: "Виды", ar: "الأنواع", zh: "类型"),
        Sentence(
            "study.h.features", en: "Features", fr: "Caractéristiques", es: "Características", ru: "Особенности", ar: "الخصائص", zh: "特征"),
        Sentence("study.h.sources", en: "Sources", fr: "Sources", es: "Fuentes", ru: "Источники", ar: "المصادر", zh: "来源"),
        Sentence("study.h.routes", en: "Routes", fr: "Acheminements", es: "Rutas", ru: "Маршруты", ar: "المسارات", zh: "路由"),
        Sentence(
            "study.h.means", en: "Technical means", fr: "Moyens techniques", es: "Medios técnicos", ru: "Технические средства",
            ar: "الوسائل التقنية", zh: "技术手段"),
        Sentence(
            "study.h.reports", en: "Reports by people", fr: "Signalements du public", es: "Denuncias del público", ru: "Жалобы людей",
            ar: "بلاغات الجمهور", zh: "公众举报"),
        Sentence(
            "study.h.answers", en: "Questionnaire", fr: "Questionnaire", es: "Cuestionario", ru: "Вопросник", ar: "الاستبيان", zh: "调查问卷"),
        Sentence(
            "study.h.costs", en: "Cost and investment", fr: "Coûts et investissements", es: "Costes e inversiones",
            ru: "Затраты и инвестиции",
            ar: "التكلفة والاستثمار", zh: "成本与投资"),
        Sentence(
            "study.h.gap", en: "Investment still needed", fr: "Investissements à faire", es: "Inversión pendiente",
            ru: "Недостающие инвестиции", ar: "الاستثمار اللازم", zh: "尚需投资"),
        Sentence(
            "study.h.method", en: "Method and limits", fr: "Méthode et limites", es: "Método y límites", ru: "Метод и ограничения",
            ar: "المنهجية والحدود", zh: "方法与局限"),
        Sentence("study.h.glossary", en: "Glossary", fr: "Glossaire", es: "Glosario", ru: "Глоссарий", ar: "مسرد المصطلحات", zh: "术语表"),
        Sentence(
            "study.h.trace", en: "What Resolution 52 asks, and where it is answered",
            fr: "Ce que demande la Résolution 52, et où le trouver",
            es: "Qué pide la Resolución 52 y dónde se responde", ru: "Что требует Резолюция 52 и где ответ",
            ar: "ما يطلبه القرار 52 وأين يرد جوابه", zh: "第52号决议的要求及对应内容"),
    ]

    /// Names of periods; `{1}` is the year, `{2}` the month in numbers.
    static let periods = [
        Sentence("study.year", en: "{1}", fr: "{1}", es: "{1}", ru: "{1} г.", ar: "{1}", zh: "{1}年"),
        Sentence(
            "study.quarter.1", en: "first quarter of {1}", fr: "1er trimestre {1}", es: "primer trimestre de {1}", ru: "I кв. {1} г.",
            ar: "الربع الأول من عام {1}", zh: "{1}年第一季度"),
        Sentence(
            "study.quarter.2", en: "second quarter of {1}", fr: "2e trimestre {1}", es: "segundo trimestre de {1}", ru: "II кв. {1} г.",
            ar: "الربع الثاني من عام {1}", zh: "{1}年第二季度"),
        Sentence(
            "study.quarter.3", en: "third quarter of {1}", fr: "3e trimestre {1}", es: "tercer trimestre de {1}", ru: "III кв. {1} г.",
            ar: "الربع الثالث من عام {1}", zh: "{1}年第三季度"),
        Sentence(
            "study.quarter.4", en: "fourth quarter of {1}", fr: "4e trimestre {1}", es: "cuarto trimestre de {1}", ru: "IV кв. {1} г.",
            ar: "الربع الرابع من عام {1}", zh: "{1}年第四季度"),
        Sentence("study.month", en: "{1}-{2}", fr: "{2}/{1}", es: "{2}/{1}", ru: "{2}.{1}", ar: "{2}/{1}", zh: "{1}年{2}月"),
    ]

    /// Heads of columns and other words of tables.
    static let columns = [
        Sentence("study.c.kind", en: "Type", fr: "Type", es: "Tipo", ru: "Вид", ar: "النوع", zh: "类型"),
        Sentence("study.c.channel", en: "Channel", fr: "Canal", es: "Canal", ru: "Канал", ar: "القناة", zh: "渠道"),
        Sentence(
            "study.c.country", en: "Country of origin", fr: "Pays d’origine", es: "País de origen", ru: "Страна происхождения",
            ar: "بلد المنشأ", zh: "来源国家"),
        Sentence("study.c.network", en: "Network", fr: "Réseau", es: "Red", ru: "Сеть", ar: "الشبكة", zh: "网络"),
        Sentence("study.c.operator", en: "Operator", fr: "Opérateur", es: "Operador", ru: "Оператор", ar: "المشغل", zh: "运营商"),
        Sentence(
            "study.c.issuer", en: "Issuer of sender ids", fr: "Émetteur d’identifiants", es: "Emisor de identificadores",
            ru: "Кто выдаёт имена отправителей", ar: "جهة إصدار معرفات المرسلين", zh: "发送方标识的发放方"),
        Sentence("study.c.direction", en: "Direction", fr: "Sens", es: "Sentido", ru: "Направление", ar: "الاتجاه", zh: "方向"),
        Sentence(
            "study.c.disposition", en: "What was done", fr: "Traitement", es: "Tratamiento", ru: "Что сделано", ar: "الإجراء", zh: "处置"),
        Sentence(
            "study.c.layer", en: "Strategy of X.1231", fr: "Stratégie de X.1231", es: "Estrategia de X.1231", ru: "Стратегия X.1231",
            ar: "استراتيجية X.1231", zh: "X.1231策略"),
        Sentence(
            "study.c.language", en: "Language of the text", fr: "Langue du texte", es: "Idioma del texto", ru: "Язык текста",
            ar: "لغة النص", zh: "文本语言"),
        Sentence("study.c.route", en: "Route", fr: "Acheminement", es: "Ruta", ru: "Маршрут", ar: "المسار", zh: "路由"),
        Sentence(
            "study.c.trust", en: "Known because", fr: "Connu parce que", es: "Conocida porque", ru: "Откуда известно", ar: "سبب المعرفة",
            zh: "依据"),
        Sentence("study.c.period", en: "Period", fr: "Période", es: "Período", ru: "Период", ar: "الفترة", zh: "周期"),
        Sentence("study.c.share", en: "Share", fr: "Part", es: "Proporción", ru: "Доля", ar: "النسبة", zh: "占比"),
        Sentence(
            "study.c.range", en: "95% interval", fr: "Intervalle à 95 %", es: "Intervalo del 95 %", ru: "Интервал 95 %",
            ar: "فاصل الثقة 95%", zh: "95%区间"),
        Sentence("study.c.method", en: "Method", fr: "Méthode", es: "Método", ru: "Метод", ar: "المنهجية", zh: "方法"),
        Sentence("study.c.coverage", en: "Coverage", fr: "Couverture", es: "Cobertura", ru: "Охват", ar: "التغطية", zh: "覆盖率"),
        Sentence(
            "study.c.contributors", en: "Contributors", fr: "Contributeurs", es: "Contribuyentes", ru: "Участники", ar: "المساهمون",
            zh: "数据提供方"),
        Sentence(
            "study.c.dataset", en: "Dataset", fr: "Jeu de données", es: "Conjunto de datos", ru: "Набор данных", ar: "مجموعة البيانات",
            zh: "数据集"),
        Sentence("study.c.indicator", en: "Indicator", fr: "Indicateur", es: "Indicador", ru: "Показатель", ar: "المؤشر", zh: "指标"),
        Sentence("study.c.value", en: "Value", fr: "Valeur", es: "Valor", ru: "Значение", ar: "القيمة", zh: "数值"),
        Sentence("study.c.question", en: "Question", fr: "Question", es: "Pregunta", ru: "Вопрос", ar: "السؤال", zh: "问题"),
        Sentence("study.c.answer", en: "Answer", fr: "Réponse", es: "Respuesta", ru: "Ответ", ar: "الجواب", zh: "回答"),
        Sentence("study.c.unit", en: "Unit", fr: "Unité", es: "Unidad", ru: "Единица", ar: "الوحدة", zh: "单位"),
        Sentence("study.c.respondents", en: "Respondents", fr: "Répondants", es: "Respondentes", ru: "Ответили", ar: "المجيبون", zh: "答复方"),
        Sentence(
            "study.c.cost", en: "A year, in {1}", fr: "Par an, en {1}", es: "Al año, en {1}", ru: "В год, {1}", ar: "في السنة، بعملة {1}",
            zh: "每年（{1}）"),
        Sentence(
            "study.c.gap", en: "Class of X.1231, in {1}", fr: "Classe de X.1231, en {1}", es: "Clase de X.1231, en {1}",
            ru: "Класс X.1231, {1}", ar: "فئة X.1231، بعملة {1}", zh: "X.1231类别（{1}）"),
        Sentence("study.c.p5", en: "P5", fr: "P5", es: "P5", ru: "П5", ar: "المئين 5", zh: "第5百分位"),
        Sentence("study.c.p50", en: "P50", fr: "P50", es: "P50", ru: "П50", ar: "المئين 50", zh: "第50百分位"),
        Sentence("study.c.p95", en: "P95", fr: "P95", es: "P95", ru: "П95", ar: "المئين 95", zh: "第95百分位"),
        Sentence("study.c.input", en: "What varies", fr: "Ce qui varie", es: "Qué varía", ru: "Что меняется", ar: "ما يتغير", zh: "变动项"),
        Sentence(
            "study.c.low", en: "Where it is lowest", fr: "Au plus bas", es: "En su mínimo", ru: "При наименьшем", ar: "عند الأدنى",
            zh: "最低时"),
        Sentence(
            "study.c.high", en: "Where it is highest", fr: "Au plus haut", es: "En su máximo", ru: "При наибольшем", ar: "عند الأعلى",
            zh: "最高时"),
        Sentence("study.c.id", en: "Id", fr: "Code", es: "Código", ru: "Код", ar: "الرمز", zh: "编号"),
        Sentence("study.c.clause", en: "Clause", fr: "Paragraphe", es: "Párrafo", ru: "Пункт", ar: "الفقرة", zh: "条款"),
        Sentence("study.c.ask", en: "What it says", fr: "Ce qu’il dit", es: "Qué dice", ru: "Что в нём сказано", ar: "مضمونها", zh: "内容"),
        Sentence(
            "study.c.where", en: "Where it is answered", fr: "Où en est la réponse", es: "Dónde se responde", ru: "Где ответ",
            ar: "أين الجواب", zh: "对应位置"),
        Sentence(
            "study.c.verified", en: "Checked by, date", fr: "Vérifié par, date", es: "Verificado por, fecha", ru: "Кто проверил, дата",
            ar: "دققه، التاريخ", zh: "核对人、日期"),
        Sentence("study.c.name", en: "Name", fr: "Nom", es: "Nombre", ru: "Название", ar: "الاسم", zh: "名称"),
        Sentence("study.c.date", en: "Date", fr: "Date", es: "Fecha", ru: "Дата", ar: "التاريخ", zh: "日期"),
        Sentence("study.figures", en: "Figures", fr: "Chiffres", es: "Cifras", ru: "Показателей", ar: "الأرقام", zh: "数值数"),
        Sentence(
            "study.answers.range", en: "Low to high", fr: "De bas en haut", es: "De mínimo a máximo", ru: "От и до",
            ar: "من الأدنى إلى الأعلى", zh: "最低至最高"),
        Sentence("study.in-part", en: "in part", fr: "partiel", es: "en parte", ru: "частично", ar: "جزئيا", zh: "部分"),
        Sentence("study.suppressed", en: "withheld", fr: "non publié", es: "no publicado", ru: "не публикуется", ar: "محجوب", zh: "不公布"),
        Sentence(
            "study.missing", en: "not available", fr: "non disponible", es: "no disponible", ru: "нет данных", ar: "غير متاح", zh: "无数据"),
        Sentence("study.total", en: "Total", fr: "Total", es: "Total", ru: "Всего", ar: "المجموع", zh: "合计"),
        Sentence("study.others", en: "others", fr: "autres", es: "otros", ru: "прочие", ar: "أخرى", zh: "其他"),
        Sentence("study.unknown", en: "unknown", fr: "inconnu", es: "desconocido", ru: "неизвестно", ar: "غير معروف", zh: "未知"),
    ]

    /// What people were told by, and how figures came about.
    static let methods = [
        Sentence("study.m.measured", en: "measured", fr: "mesuré", es: "medido", ru: "измерено", ar: "مقيس", zh: "实测"),
        Sentence("study.m.sampled", en: "sampled", fr: "échantillonné", es: "por muestreo", ru: "по выборке", ar: "بالمعاينة", zh: "抽样"),
        Sentence("study.m.reported", en: "reported", fr: "déclaré", es: "declarado", ru: "по сообщениям", ar: "مبلّغ عنه", zh: "上报"),
        Sentence("study.m.surveyed", en: "surveyed", fr: "par enquête", es: "por encuesta", ru: "по опросу", ar: "بالاستقصاء", zh: "调查"),
    ]

    /// Names of indicators.
    static let indicators = [
        Sentence("study.i.VOL_ATTEMPT", en: "Messages", fr: "Messages", es: "Mensajes", ru: "Сообщения", ar: "الرسائل", zh: "信息总数"),
        Sentence("study.i.VOL_SPAM", en: "Spam", fr: "Spam", es: "Spam", ru: "Спам", ar: "الرسائل الاقتحامية", zh: "垃圾信息"),
        Sentence(
            "study.i.SHARE_SPAM", en: "Share of spam", fr: "Part du spam", es: "Proporción de spam", ru: "Доля спама",
            ar: "نسبة الرسائل الاقتحامية", zh: "垃圾信息占比"),
        Sentence("study.i.VOL_REJECT", en: "Refused", fr: "Refusés", es: "Rechazados", ru: "Отклонено", ar: "مرفوضة", zh: "拒收"),
        Sentence(
            "study.i.VOL_FILTER", en: "Tagged, held or discarded", fr: "Marqués, retenus ou supprimés",
            es: "Marcados, retenidos o descartados", ru: "Помечено, задержано, удалено", ar: "موسومة أو محجوزة أو محذوفة", zh: "标记、隔离或丢弃"),
        Sentence(
            "study.i.VOL_DELIVER", en: "Delivered unaltered", fr: "Remis tels quels", es: "Entregados sin cambios",
            ru: "Доставлено без изменений", ar: "مسلّمة دون تغيير", zh: "原样投递"),
        Sentence(
            "study.i.SHARE_ZOMBIE", en: "Spam from machines taken over", fr: "Spam de machines détournées",
            es: "Spam de máquinas secuestradas", ru: "Спам с захваченных машин", ar: "رسائل اقتحامية من أجهزة مخترقة", zh: "来自受控主机的垃圾信息占比"),
        Sentence("study.i.N_CAMPAIGN", en: "Campaigns", fr: "Campagnes", es: "Campañas", ru: "Кампании", ar: "الحملات", zh: "发送批次"),
        Sentence(
            "study.i.N_SOURCE", en: "Different sources of spam", fr: "Sources de spam distinctes", es: "Fuentes de spam distintas",
            ru: "Разные источники спама", ar: "مصادر مختلفة", zh: "不同来源数"),
        Sentence("study.i.N_REPORT", en: "Reports", fr: "Signalements", es: "Denuncias", ru: "Жалобы", ar: "البلاغات", zh: "举报数"),
        Sentence(
            "study.i.N_REPORTER", en: "People who reported", fr: "Personnes ayant signalé", es: "Personas que denunciaron",
            ru: "Сколько людей жаловалось", ar: "عدد المبلّغين", zh: "举报人数"),
        Sentence(
            "study.i.RATE_PER_1000", en: "Spam for each 1000 subscribers", fr: "Spam pour 1000 abonnés", es: "Spam por cada 1000 abonados",
            ru: "Спам на 1000 абонентов", ar: "رسائل اقتحامية لكل 1000 مشترك", zh: "每千用户垃圾信息数"),
        Sentence(
            "study.i.N_MAILBOX", en: "Mailboxes represented", fr: "Boîtes aux lettres représentées", es: "Buzones representados",
            ru: "Охвачено ящиков", ar: "صناديق البريد الممثلة", zh: "涵盖邮箱数"),
        Sentence(
            "study.i.N_DROPPED", en: "Dropped connections", fr: "Connexions coupées", es: "Conexiones cortadas",
            ru: "Прерванные соединения", ar: "اتصالات مقطوعة", zh: "断开的连接"),
        Sentence(
            "study.i.RATIO_ABUSE", en: "Abusive mail, dropped connections left out", fr: "Courrier abusif, hors connexions coupées",
            es: "Correo abusivo, sin conexiones cortadas", ru: "Доля злоупотреблений без прерванных соединений",
            ar: "البريد المسيء دون الاتصالات المقطوعة", zh: "滥用邮件占比（不计断开连接）"),
        Sentence(
            "study.i.RATIO_ABUSE_DROPPED", en: "Abusive mail, dropped connections counted",
            fr: "Courrier abusif, connexions coupées comprises", es: "Correo abusivo, con conexiones cortadas",
            ru: "Доля злоупотреблений с прерванными соединениями", ar: "البريد المسيء مع الاتصالات المقطوعة", zh: "滥用邮件占比（计入断开连接）"),
        Sentence(
            "study.i.SIZE_P50", en: "Median size", fr: "Taille médiane", es: "Tamaño mediano", ru: "Медиана размера", ar: "الحجم الوسيط",
            zh: "大小中位数"),
        Sentence(
            "study.i.DELAY_P50", en: "Median delay", fr: "Délai médian", es: "Demora mediana", ru: "Медиана задержки", ar: "التأخير الوسيط",
            zh: "时延中位数"),
        Sentence(
            "study.i.DELAY_P95", en: "Delay of all but 5%", fr: "Délai de 95 % des messages", es: "Demora del 95 % de los mensajes",
            ru: "Задержка 95 % сообщений", ar: "تأخير 95% من الرسائل", zh: "时延第95百分位"),
        Sentence("study.u.BYTE", en: "{1} bytes", fr: "{1} octets", es: "{1} bytes", ru: "{1} байт", ar: "{1} بايت", zh: "{1}字节"),
        Sentence("study.u.MS", en: "{1} ms", fr: "{1} ms", es: "{1} ms", ru: "{1} мс", ar: "{1} مللي ثانية", zh: "{1}毫秒"),
    ]
}
