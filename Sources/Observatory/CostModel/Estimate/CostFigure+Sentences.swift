public import Localization

extension CostFigure {
    /// Names of figures: `cost.figure.` and the figure's id.
    public static let sentences = plain + FigureNames.composed

    private static let plain: [Sentence] = [
        Sentence(
            "cost.figure.bandwidth", en: "bandwidth", fr: "bande passante", es: "ancho de banda", ru: "пропускная способность",
            ar: "عرض النطاق", zh: "带宽"),
        Sentence("cost.figure.storage", en: "storage", fr: "stockage", es: "almacenamiento", ru: "хранение", ar: "التخزين", zh: "存储"),
        Sentence(
            "cost.figure.capital", en: "servers, yearly part", fr: "serveurs, part annuelle", es: "servidores, parte anual",
            ru: "серверы, годовая доля", ar: "الخوادم، الحصة السنوية", zh: "服务器年摊"),
        Sentence(
            "cost.figure.power", en: "electricity", fr: "électricité", es: "electricidad", ru: "электроэнергия", ar: "الكهرباء", zh: "电费"),
        Sentence(
            "cost.figure.licences", en: "licences and data", fr: "licences et données", es: "licencias y datos", ru: "лицензии и данные",
            ar: "الرخص والبيانات", zh: "许可与数据"),
        Sentence("cost.figure.staff", en: "staff", fr: "personnel", es: "personal", ru: "персонал", ar: "الموظفون", zh: "人员"),
        Sentence(
            "cost.figure.user-time", en: "time for spam mail", fr: "temps passé sur le spam", es: "tiempo dedicado al correo de spam",
            ru: "время на спам в почте", ar: "الوقت المهدر على البريد", zh: "处理垃圾邮件的时间"),
        Sentence(
            "cost.figure.text-time", en: "time for spam texts", fr: "temps passé sur les SMS indésirables",
            es: "tiempo dedicado a SMS de spam", ru: "время на спам в СМС", ar: "الوقت المهدر على الرسائل النصية", zh: "处理垃圾短信的时间"),
        Sentence(
            "cost.figure.lost-mail", en: "good mail taken for spam", fr: "bons courriels pris pour du spam",
            es: "correo legítimo tomado por spam", ru: "хорошие письма, принятые за спам", ar: "بريد سليم حُسب غير مرغوب فيه", zh: "被误判的正常邮件"
        ),
        Sentence(
            "cost.figure.mobile-data", en: "mobile data", fr: "données mobiles", es: "datos móviles", ru: "мобильный трафик",
            ar: "البيانات المتنقلة", zh: "移动数据"),
        Sentence(
            "cost.figure.cleaning", en: "cleaning machines", fr: "nettoyage des machines", es: "limpieza de máquinas", ru: "очистка машин",
            ar: "تنظيف الأجهزة", zh: "清理机器"),
        Sentence(
            "cost.figure.centre", en: "national centre and campaigns", fr: "centre national et campagnes",
            es: "centro nacional y campañas", ru: "национальный центр и кампании", ar: "المركز الوطني والحملات", zh: "国家中心与宣传"),
        Sentence(
            "cost.figure.grey-route", en: "charges grey routes do not pay", fr: "taxes éludées par les routes grises",
            es: "tarifas que eluden las rutas grises", ru: "недополучено из-за серых маршрутов", ar: "رسوم لا تدفعها المسارات الرمادية",
            zh: "灰色路由少付的费用"),
        Sentence(
            "cost.figure.surveyed-fraud", en: "losses by fraud, from a survey", fr: "pertes par fraude, d’après enquête",
            es: "pérdidas por fraude, según encuesta", ru: "потери от мошенничества, по опросу", ar: "خسائر الاحتيال حسب المسح",
            zh: "诈骗损失（据调查）"),
        Sentence(
            "cost.figure.reported-fraud", en: "losses by fraud, from reports", fr: "pertes par fraude, d’après signalements",
            es: "pérdidas por fraude, según denuncias", ru: "потери от мошенничества, по заявлениям", ar: "خسائر الاحتيال حسب البلاغات",
            zh: "诈骗损失（据报案）"),
        Sentence(
            "cost.figure.total.operator", en: "What operators spend", fr: "Dépenses des opérateurs", es: "Gasto de los operadores",
            ru: "Расходы операторов", ar: "ما ينفقه المشغلون", zh: "运营商的支出"),
        Sentence(
            "cost.figure.total.users", en: "What users spend", fr: "Coût pour les utilisateurs", es: "Coste para los usuarios",
            ru: "Затраты пользователей", ar: "ما يتحمله المستعملون", zh: "用户的付出"),
        Sentence(
            "cost.figure.total.public", en: "What the state spends", fr: "Dépenses de l’État", es: "Gasto del Estado",
            ru: "Расходы государства", ar: "ما تنفقه الدولة", zh: "国家的支出"),
        Sentence(
            "cost.figure.gap", en: "All classes of X.1231", fr: "Toutes les classes de X.1231", es: "Todas las clases de X.1231",
            ru: "Все классы X.1231", ar: "جميع فئات X.1231", zh: "X.1231 全部类别"),
        Sentence(
            "cost.figure.gap-in-part", en: "Classes that are known", fr: "Classes connues", es: "Clases conocidas",
            ru: "Известные классы", ar: "الفئات المعروفة", zh: "已知类别"),
        Sentence(
            "cost.figure.present-value", en: "net present value", fr: "valeur actuelle nette", es: "valor actual neto",
            ru: "чистая приведённая стоимость", ar: "صافي القيمة الحالية", zh: "净现值"),
        Sentence(
            "cost.figure.ceiling", en: "most that is worth its while", fr: "plafond utile", es: "máximo útil",
            ru: "наибольшее оправданное вложение", ar: "أقصى استثمار مجدٍ", zh: "划算的投资上限"),
    ]
}
