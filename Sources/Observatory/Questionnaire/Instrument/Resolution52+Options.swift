internal import Localization

/// What can be chosen.
extension Resolution52 {
    static let yes = Option("yes", Sentence("questionnaire.option.yes", en: "yes", fr: "oui", es: "sí", ru: "да", ar: "نعم", zh: "是"))
    static let no = Option("no", Sentence("questionnaire.option.no", en: "no", fr: "non", es: "no", ru: "нет", ar: "لا", zh: "否"))
    static let draft = Option(
        "draft",
        Sentence(
            "questionnaire.option.draft", en: "in a draft", fr: "dans un projet", es: "en un proyecto", ru: "в проекте",
            ar: "في مشروع قانون", zh: "草案中"))
    static let planned = Option(
        "planned",
        Sentence("questionnaire.option.planned", en: "planned", fr: "prévu", es: "previsto", ru: "планируется", ar: "مخطط", zh: "计划中"))
    static let roles = [
        Option(
            "regulator",
            Sentence(
                "questionnaire.option.role.regulator", en: "regulator", fr: "régulateur", es: "regulador", ru: "регулятор",
                ar: "هيئة تنظيم", zh: "监管机构")),
        Option(
            "ministry",
            Sentence(
                "questionnaire.option.role.ministry", en: "ministry", fr: "ministère", es: "ministerio", ru: "министерство", ar: "وزارة",
                zh: "部委")),
        Option(
            "operator",
            Sentence(
                "questionnaire.option.role.operator", en: "telecommunication operator", fr: "opérateur de télécommunications",
                es: "operador de telecomunicaciones", ru: "оператор связи", ar: "مشغل اتصالات", zh: "电信运营商")),
        Option(
            "provider",
            Sentence(
                "questionnaire.option.role.provider", en: "Internet or mail provider", fr: "fournisseur Internet ou de messagerie",
                es: "proveedor de Internet o correo", ru: "поставщик Интернета или почты", ar: "مقدم خدمة إنترنت أو بريد", zh: "互联网或邮件提供商")),
        Option(
            "cert",
            Sentence(
                "questionnaire.option.role.cert", en: "incident response team", fr: "équipe de réponse aux incidents",
                es: "equipo de respuesta a incidentes", ru: "группа реагирования", ar: "فريق استجابة للحوادث", zh: "应急响应团队")),
        Option(
            "consumers",
            Sentence(
                "questionnaire.option.role.consumers", en: "consumer body", fr: "association de consommateurs",
                es: "asociación de consumidores", ru: "организация потребителей", ar: "هيئة مستهلكين", zh: "消费者组织")),
        Option(
            "other", Sentence("questionnaire.option.role.other", en: "other", fr: "autre", es: "otra", ru: "другое", ar: "أخرى", zh: "其他")),
    ]
    static let directions = [
        Option(
            "originating",
            Sentence(
                "questionnaire.option.direction.originating", en: "sent from the country", fr: "émis depuis le pays",
                es: "enviado desde el país", ru: "отправлен из страны", ar: "صادر من البلد", zh: "从本国发出")),
        Option(
            "transit",
            Sentence(
                "questionnaire.option.direction.transit", en: "passing through", fr: "en transit", es: "en tránsito", ru: "транзитом",
                ar: "عابر", zh: "过境")),
        Option(
            "terminating",
            Sentence(
                "questionnaire.option.direction.terminating", en: "sent to the country", fr: "destiné au pays", es: "enviado al país",
                ru: "отправлен в страну", ar: "وارد إلى البلد", zh: "发往本国")),
    ]
    static let routes = [
        Option(
            "direct",
            Sentence(
                "questionnaire.option.route.direct", en: "straight from the sender's network", fr: "directement du réseau de l'expéditeur",
                es: "directo desde la red del remitente", ru: "прямо из сети отправителя", ar: "مباشرة من شبكة المرسل", zh: "直接来自发送方网络")),
        Option(
            "international",
            Sentence(
                "questionnaire.option.route.international", en: "by an international carrier", fr: "par un transporteur international",
                es: "por un operador internacional", ru: "через международного оператора", ar: "عبر ناقل دولي", zh: "经国际运营商")),
        Option(
            "bulk",
            Sentence(
                "questionnaire.option.route.bulk", en: "by a bulk sending service", fr: "par un service d'envoi en masse",
                es: "por un servicio de envío masivo", ru: "через службу массовой рассылки", ar: "عبر خدمة إرسال جماعي", zh: "经群发服务")),
        Option(
            "grey",
            Sentence(
                "questionnaire.option.route.grey", en: "by a grey route (SIM box)", fr: "par une route grise (SIM box)",
                es: "por una ruta gris (SIM box)", ru: "по серому маршруту (SIM-бокс)", ar: "عبر مسار رمادي (SIM box)", zh: "经灰色路由（SIM 盒）")),
        Option(
            "zombie",
            Sentence(
                "questionnaire.option.route.zombie", en: "from machines taken over", fr: "de machines compromises",
                es: "desde máquinas comprometidas", ru: "с захваченных машин", ar: "من أجهزة مخترقة", zh: "来自被控机器")),
    ]
    static let payers = [
        Option(
            "own",
            Sentence(
                "questionnaire.option.payer.own", en: "the operators themselves", fr: "les opérateurs eux-mêmes",
                es: "los propios operadores", ru: "сами операторы", ar: "المشغلون أنفسهم", zh: "运营商自身")),
        Option(
            "state",
            Sentence(
                "questionnaire.option.payer.state", en: "the state", fr: "l'État", es: "el Estado", ru: "государство", ar: "الدولة",
                zh: "国家")),
        Option(
            "donor",
            Sentence(
                "questionnaire.option.payer.donor", en: "donors", fr: "des donateurs", es: "donantes", ru: "доноры", ar: "جهات مانحة",
                zh: "捐助方")),
        Option(
            "loan",
            Sentence(
                "questionnaire.option.payer.loan", en: "loans", fr: "des emprunts", es: "préstamos", ru: "кредиты", ar: "قروض", zh: "贷款")),
        Option(
            "shared",
            Sentence(
                "questionnaire.option.payer.shared", en: "shared with others", fr: "partagé avec d'autres", es: "compartido con otros",
                ru: "совместно с другими", ar: "بالتشارك مع آخرين", zh: "与他方共同")),
    ]
    static let sanctions = [
        Option(
            "warning",
            Sentence(
                "questionnaire.option.sanction.warning", en: "warning", fr: "avertissement", es: "apercibimiento", ru: "предупреждение",
                ar: "إنذار", zh: "警告")),
        Option(
            "fine",
            Sentence("questionnaire.option.sanction.fine", en: "fine", fr: "amende", es: "multa", ru: "штраф", ar: "غرامة", zh: "罚款")),
        Option(
            "licence",
            Sentence(
                "questionnaire.option.sanction.licence", en: "loss of a licence", fr: "retrait de licence", es: "retirada de licencia",
                ru: "отзыв лицензии", ar: "سحب الترخيص", zh: "吊销许可")),
        Option(
            "blocking",
            Sentence(
                "questionnaire.option.sanction.blocking", en: "cutting off senders", fr: "coupure des expéditeurs",
                es: "bloqueo de remitentes", ru: "отключение отправителей", ar: "قطع المرسلين", zh: "切断发送方")),
        Option(
            "compensation",
            Sentence(
                "questionnaire.option.sanction.compensation", en: "damages", fr: "dommages-intérêts", es: "indemnización",
                ru: "возмещение ущерба", ar: "تعويض", zh: "损害赔偿")),
        Option(
            "criminal",
            Sentence(
                "questionnaire.option.sanction.criminal", en: "criminal penalty", fr: "sanction pénale", es: "sanción penal",
                ru: "уголовное наказание", ar: "عقوبة جنائية", zh: "刑事处罚")),
    ]
    static let bodies = [
        Option(
            "sg17",
            Sentence(
                "questionnaire.option.body.sg17", en: "ITU-T Study Group 17", fr: "Commission d'études 17 de l'UIT-T",
                es: "Comisión de Estudio 17 del UIT-T", ru: "17-я Исследовательская комиссия МСЭ-T", ar: "لجنة الدراسات 17 لقطاع التقييس",
                zh: "ITU-T 第 17 研究组")),
        Option(
            "itud",
            Sentence(
                "questionnaire.option.body.itud", en: "ITU-D Study Group 2", fr: "Commission d'études 2 de l'UIT-D",
                es: "Comisión de Estudio 2 del UIT-D", ru: "2-я Исследовательская комиссия МСЭ-D", ar: "لجنة الدراسات 2 لقطاع التنمية",
                zh: "ITU-D 第 2 研究组")),
        Option(
            "ucenet",
            Sentence(
                "questionnaire.option.body.ucenet", en: "UCENet network", fr: "réseau UCENet", es: "red UCENet", ru: "сеть UCENet",
                ar: "شبكة UCENet", zh: "UCENet 网络")),
        Option(
            "m3aawg",
            Sentence(
                "questionnaire.option.body.m3aawg", en: "M3AAWG working group", fr: "groupe de travail M3AAWG",
                es: "grupo de trabajo M3AAWG", ru: "рабочая группа M3AAWG", ar: "مجموعة عمل M3AAWG", zh: "M3AAWG 工作组")),
        Option(
            "first",
            Sentence(
                "questionnaire.option.body.first", en: "FIRST forum", fr: "forum FIRST", es: "foro FIRST", ru: "форум FIRST",
                ar: "منتدى FIRST", zh: "FIRST 论坛")),
        Option(
            "gsma",
            Sentence(
                "questionnaire.option.body.gsma", en: "GSMA association", fr: "association GSMA", es: "asociación GSMA",
                ru: "ассоциация GSMA", ar: "رابطة GSMA", zh: "GSMA 协会")),
        Option(
            "regional",
            Sentence(
                "questionnaire.option.body.regional", en: "regional body", fr: "organisme régional", es: "organismo regional",
                ru: "региональная организация", ar: "هيئة إقليمية", zh: "区域机构")),
        Option(
            "none",
            Sentence(
                "questionnaire.option.body.none", en: "no body", fr: "aucun organisme", es: "ningún organismo", ru: "ни с одной",
                ar: "لا توجد هيئة", zh: "无")),
    ]
    static let sharing = [
        Option(
            "personal",
            Sentence(
                "questionnaire.option.sharing.personal", en: "personal data too, under law",
                fr: "aussi des données personnelles, selon la loi", es: "también datos personales, según la ley",
                ru: "также личные данные, по закону", ar: "البيانات الشخصية أيضًا وفق القانون", zh: "依法也可共享个人数据")),
        Option(
            "technical",
            Sentence(
                "questionnaire.option.sharing.technical", en: "technical data without persons", fr: "des données techniques sans personnes",
                es: "datos técnicos sin personas", ru: "технические данные без лиц", ar: "بيانات تقنية بلا أشخاص", zh: "不含个人的技术数据")),
        Option(
            "aggregate",
            Sentence(
                "questionnaire.option.sharing.aggregate", en: "statistics only", fr: "des statistiques seulement", es: "solo estadísticas",
                ru: "только статистика", ar: "إحصاءات فقط", zh: "仅统计数据")),
        Option(
            "nothing",
            Sentence("questionnaire.option.sharing.nothing", en: "nothing", fr: "rien", es: "nada", ru: "ничего", ar: "لا شيء", zh: "不可共享")),
    ]
    static let obstacles = [
        Option(
            "law",
            Sentence("questionnaire.option.obstacle.law", en: "law", fr: "droit", es: "legislación", ru: "закон", ar: "القانون", zh: "法律")),
        Option(
            "money",
            Sentence(
                "questionnaire.option.obstacle.money", en: "money", fr: "financement", es: "dinero", ru: "деньги", ar: "المال", zh: "资金")),
        Option(
            "staff",
            Sentence(
                "questionnaire.option.obstacle.staff", en: "staff", fr: "personnel", es: "personal", ru: "персонал", ar: "الموظفون",
                zh: "人员")),
        Option(
            "language",
            Sentence(
                "questionnaire.option.obstacle.language", en: "language", fr: "langue", es: "idioma", ru: "язык", ar: "اللغة", zh: "语言")),
        Option(
            "trust",
            Sentence(
                "questionnaire.option.obstacle.trust", en: "trust", fr: "confiance", es: "confianza", ru: "доверие", ar: "الثقة", zh: "信任")),
        Option(
            "technology",
            Sentence(
                "questionnaire.option.obstacle.technology", en: "technology", fr: "technique", es: "tecnología", ru: "техника",
                ar: "التقنية", zh: "技术")),
    ]
    static let assistance = [
        Option(
            "law",
            Sentence(
                "questionnaire.option.assistance.law", en: "drafting law", fr: "rédaction de lois", es: "redacción de leyes",
                ru: "разработка законов", ar: "صياغة القوانين", zh: "立法起草")),
        Option(
            "technology",
            Sentence(
                "questionnaire.option.assistance.technology", en: "technology", fr: "technique", es: "tecnología", ru: "технологии",
                ar: "التقنية", zh: "技术")),
        Option(
            "training",
            Sentence(
                "questionnaire.option.assistance.training", en: "training", fr: "formation", es: "formación", ru: "обучение", ar: "التدريب",
                zh: "培训")),
        Option(
            "funding",
            Sentence(
                "questionnaire.option.assistance.funding", en: "funding", fr: "financement", es: "financiación", ru: "финансирование",
                ar: "التمويل", zh: "资金")),
        Option(
            "data",
            Sentence(
                "questionnaire.option.assistance.data", en: "data on spam", fr: "données sur le spam", es: "datos sobre el spam",
                ru: "данные о спаме", ar: "بيانات عن الرسائل الاقتحامية", zh: "垃圾信息数据")),
        Option(
            "contacts",
            Sentence(
                "questionnaire.option.assistance.contacts", en: "contacts abroad", fr: "contacts à l'étranger",
                es: "contactos en el extranjero", ru: "контакты за рубежом", ar: "جهات اتصال في الخارج", zh: "国外联络")),
    ]
}
