internal import Localization

/// The names of the sections, and how to answer.
extension Resolution52 {
    static let titleA = Sentence(
        "questionnaire.section.A", en: "Respondent, mandate and definition of spam in law",
        fr: "Répondant, mandat et définition légale du spam", es: "Entidad, mandato y definición legal del spam",
        ru: "Респондент, полномочия и определение спама в законе", ar: "المجيب وولايته وتعريف الرسائل الاقتحامية في القانون",
        zh: "答复方、职责与法律对垃圾信息的定义")
    static let titleB = Sentence("questionnaire.section.B", en: "Volume", fr: "Volume", es: "Volumen", ru: "Объём", ar: "الحجم", zh: "数量")
    static let titleC = Sentence("questionnaire.section.C", en: "Types", fr: "Types", es: "Tipos", ru: "Виды", ar: "الأنواع", zh: "类型")
    static let titleD = Sentence(
        "questionnaire.section.D", en: "Features: routes", fr: "Caractéristiques : routes", es: "Características: rutas",
        ru: "Особенности: маршруты", ar: "السمات: المسارات", zh: "特征：路由")
    static let titleE = Sentence(
        "questionnaire.section.E", en: "Features: sources", fr: "Caractéristiques : sources", es: "Características: fuentes",
        ru: "Особенности: источники", ar: "السمات: المصادر", zh: "特征：来源")
    static let titleF = Sentence(
        "questionnaire.section.F", en: "Technical measures, by strategy of ITU-T X.1231",
        fr: "Mesures techniques, par stratégie de l'UIT-T X.1231", es: "Medidas técnicas, por estrategia de UIT-T X.1231",
        ru: "Технические меры по стратегиям МСЭ-T X.1231", ar: "التدابير التقنية حسب استراتيجيات التوصية X.1231",
        zh: "技术措施（按 ITU-T X.1231 策略）")
    static let titleG = Sentence(
        "questionnaire.section.G", en: "Investment", fr: "Investissement", es: "Inversión", ru: "Инвестиции", ar: "الاستثمار", zh: "投资")
    static let titleH = Sentence(
        "questionnaire.section.H", en: "Losses and burden", fr: "Pertes et charge", es: "Pérdidas y carga", ru: "Потери и нагрузка",
        ar: "الخسائر والأعباء", zh: "损失与负担")
    static let titleI = Sentence(
        "questionnaire.section.I", en: "Law and enforcement", fr: "Droit et application", es: "Legislación y aplicación",
        ru: "Закон и его применение", ar: "القانون وإنفاذه", zh: "法律与执法")
    static let titleJ = Sentence(
        "questionnaire.section.J", en: "Cooperation", fr: "Coopération", es: "Cooperación", ru: "Сотрудничество", ar: "التعاون", zh: "合作")
    static let titleK = Sentence(
        "questionnaire.section.K", en: "Awareness and training", fr: "Sensibilisation et formation", es: "Sensibilización y formación",
        ru: "Просвещение и обучение", ar: "التوعية والتدريب", zh: "宣传与培训")
    static let titleL = Sentence(
        "questionnaire.section.L", en: "Needs for assistance", fr: "Besoins d'assistance", es: "Necesidades de asistencia",
        ru: "Потребность в помощи", ar: "الاحتياجات من المساعدة", zh: "援助需求")

    // MARK: How to answer

    static let amountHelp = Sentence(
        "questionnaire.help.amount",
        en:
            "Give the likeliest value, and the lowest and the highest if you can. If it cannot be had, tick \"not available\": that is not zero.",
        fr:
            "Donnez la valeur la plus probable et, si possible, la plus basse et la plus haute. Si elle est introuvable, cochez « non disponible » : ce n'est pas zéro.",
        es: "Indique el valor más probable y, si puede, el mínimo y el máximo. Si no se puede obtener, marque «no disponible»: no es cero.",
        ru: "Укажите наиболее вероятное значение и, если можно, наименьшее и наибольшее. Если его нет, отметьте «нет данных»: это не ноль.",
        ar: "أدخل القيمة الأرجح، وأدنى قيمة وأعلاها إن أمكن. إذا تعذر الحصول عليها فاختر «غير متاح»، وهذا ليس صفرًا.",
        zh: "请填写最可能的值，如有可能再填最低值和最高值。若无法取得，请勾选“无法提供”，这不等于零。")
    static let percentHelp = Sentence(
        "questionnaire.help.percent", en: "In percent, from 0 to 100. If it cannot be had, tick \"not available\": that is not zero.",
        fr: "En pour cent, de 0 à 100. Si la valeur est introuvable, cochez « non disponible » : ce n'est pas zéro.",
        es: "En porcentaje, de 0 a 100. Si no se puede obtener, marque «no disponible»: no es cero.",
        ru: "В процентах, от 0 до 100. Если значения нет, отметьте «нет данных»: это не ноль.",
        ar: "بالنسبة المئوية من 0 إلى 100. إذا تعذر الحصول عليها فاختر «غير متاح»، وهذا ليس صفرًا.",
        zh: "以百分比填写，0 至 100。若无法取得，请勾选“无法提供”，这不等于零。")
    static let moneyHelp = Sentence(
        "questionnaire.help.money", en: "In the currency of question A9 and in prices of the year of question A10.",
        fr: "Dans la monnaie de la question A9, aux prix de l'année de la question A10.",
        es: "En la moneda de la pregunta A9 y a precios del año de la pregunta A10.",
        ru: "В валюте из вопроса A9 и ценах года из вопроса A10.", ar: "بعملة السؤال A9 وبأسعار سنة السؤال A10.",
        zh: "使用问题 A9 的货币，按问题 A10 的年份价格。")
    static let wholeHelp = Sentence(
        "questionnaire.help.whole", en: "A year with four digits.", fr: "Une année à quatre chiffres.", es: "Un año con cuatro cifras.",
        ru: "Год четырьмя цифрами.", ar: "سنة من أربعة أرقام.", zh: "四位数的年份。")
    static let textHelp = Sentence(
        "questionnaire.help.text", en: "A few words. Do not name private persons.", fr: "Quelques mots. Ne nommez aucun particulier.",
        es: "Unas palabras. No nombre a particulares.", ru: "Несколько слов. Не называйте частных лиц.",
        ar: "بضع كلمات. لا تذكر أسماء أفراد.", zh: "请简要填写，不要写出个人姓名。")
    static let oneHelp = Sentence(
        "questionnaire.help.one", en: "Choose one.", fr: "Choisissez une réponse.", es: "Elija una respuesta.", ru: "Выберите один ответ.",
        ar: "اختر إجابة واحدة.", zh: "请选择一项。")
    static let manyHelp = Sentence(
        "questionnaire.help.many", en: "Choose all that apply.", fr: "Choisissez tout ce qui s'applique.",
        es: "Elija todo lo que corresponda.", ru: "Выберите всё подходящее.", ar: "اختر كل ما ينطبق.", zh: "请选择所有适用项。")
    static let countryHelp = Sentence(
        "questionnaire.help.country", en: "Two capital letters (ISO 3166-1).", fr: "Deux lettres majuscules (ISO 3166-1).",
        es: "Dos letras mayúsculas (ISO 3166-1).", ru: "Две заглавные буквы (ISO 3166-1).", ar: "حرفان لاتينيان كبيران (ISO 3166-1).",
        zh: "两个大写字母（ISO 3166-1）。")
    static let currencyHelp = Sentence(
        "questionnaire.help.currency", en: "Three capital letters (ISO 4217).", fr: "Trois lettres majuscules (ISO 4217).",
        es: "Tres letras mayúsculas (ISO 4217).", ru: "Три заглавные буквы (ISO 4217).", ar: "ثلاثة أحرف لاتينية كبيرة (ISO 4217).",
        zh: "三个大写字母（ISO 4217）。")
    static let periodHelp = Sentence(
        "questionnaire.help.period", en: "A year as 2026, a quarter as 2026-Q3 or a month as 2026-07.",
        fr: "Une année : 2026, un trimestre : 2026-Q3, un mois : 2026-07.", es: "Un año: 2026, un trimestre: 2026-Q3, un mes: 2026-07.",
        ru: "Год: 2026, квартал: 2026-Q3, месяц: 2026-07.", ar: "سنة مثل 2026 أو ربع مثل 2026-Q3 أو شهر مثل 2026-07.",
        zh: "年份写作 2026，季度写作 2026-Q3，月份写作 2026-07。")
    static let listHelp = Sentence(
        "questionnaire.help.list", en: "At most ten, the largest first, separated by commas.",
        fr: "Dix au plus, par ordre décroissant, séparés par des virgules.", es: "Diez como máximo, de mayor a menor, separados por comas.",
        ru: "Не более десяти, по убыванию, через запятую.", ar: "عشرة على الأكثر، الأكبر أولًا، تفصل بينها فواصل.", zh: "最多十个，从大到小，用逗号分隔。")
    static let sourceHelp = Sentence(
        "questionnaire.help.source",
        en: "At most ten, the largest first, separated by commas. Leave it out where your law forbids to name them.",
        fr: "Dix au plus, par ordre décroissant, séparés par des virgules. Omettez-les si votre droit interdit de les nommer.",
        es: "Diez como máximo, de mayor a menor, separados por comas. Omítalos si su legislación prohíbe nombrarlos.",
        ru: "Не более десяти, по убыванию, через запятую. Не указывайте, если закон запрещает их называть.",
        ar: "عشرة على الأكثر، الأكبر أولًا، تفصل بينها فواصل. اتركها إذا كان قانونكم يمنع ذكرها.", zh: "最多十个，从大到小，用逗号分隔。如法律禁止公布，请留空。")
    static let measureHelp = Sentence(
        "questionnaire.help.measure",
        en:
            "Equipment: users' devices. Network: at network borders. Service: at providers. Filtering: of content. Feedback: reports by users.",
        fr:
            "Équipement : appareils des usagers. Réseau : aux frontières du réseau. Service : chez les fournisseurs. Filtrage : du contenu. Retours : signalements des usagers.",
        es:
            "Equipo: dispositivos de los usuarios. Red: en los bordes de la red. Servicio: en los proveedores. Filtrado: del contenido. Comentarios: avisos de los usuarios.",
        ru:
            "Оборудование: устройства пользователей. Сеть: на границах сети. Услуга: у поставщиков. Фильтрация: содержания. Отзывы: сообщения пользователей.",
        ar: "الأجهزة: أجهزة المستعملين. الشبكة: عند حدودها. الخدمة: لدى المقدمين. الترشيح: للمحتوى. الملاحظات: بلاغات المستعملين.",
        zh: "设备：用户终端。网络：网络边界。业务：服务提供商。过滤：内容过滤。反馈：用户举报。")
}
