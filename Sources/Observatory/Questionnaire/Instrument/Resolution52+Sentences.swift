internal import Localization

/// What is asked.
extension Resolution52 {
    static let askName = Sentence(
        "questionnaire.ask.name", en: "Name of the organisation", fr: "Nom de l'organisme", es: "Nombre de la entidad",
        ru: "Название организации", ar: "اسم الجهة", zh: "机构名称")
    static let askRole = Sentence(
        "questionnaire.ask.role", en: "Role of the organisation", fr: "Rôle de l'organisme", es: "Función de la entidad",
        ru: "Роль организации", ar: "دور الجهة", zh: "机构角色")
    static let askCountry = Sentence(
        "questionnaire.ask.country", en: "Country", fr: "Pays", es: "País", ru: "Страна", ar: "البلد", zh: "国家")
    static let askContact = Sentence(
        "questionnaire.ask.contact", en: "Contact point (office, e-mail address)", fr: "Point de contact (service, adresse électronique)",
        es: "Punto de contacto (oficina, correo electrónico)", ru: "Контактный пункт (отдел, эл. почта)",
        ar: "جهة الاتصال (المكتب والبريد الإلكتروني)", zh: "联络点（部门、电子邮件）")
    static let askPeriod = Sentence(
        "questionnaire.ask.period", en: "Period that the answers are about", fr: "Période couverte par les réponses",
        es: "Período al que se refieren las respuestas", ru: "Период, к которому относятся ответы", ar: "الفترة التي تغطيها الإجابات",
        zh: "答复所涉时段")
    static let askDefined = Sentence(
        "questionnaire.ask.defined", en: "Is spam defined in law?", fr: "Le spam est-il défini par la loi ?",
        es: "¿Está el spam definido por ley?", ru: "Определён ли спам в законе?", ar: "هل الرسائل الاقتحامية معرَّفة في القانون؟",
        zh: "法律是否界定了垃圾信息？")
    static let askDefinition = Sentence(
        "questionnaire.ask.definition", en: "The definition, and the law it stands in", fr: "La définition et la loi où elle figure",
        es: "La definición y la ley en que figura", ru: "Определение и закон, где оно дано", ar: "التعريف والقانون الذي يرد فيه",
        zh: "定义及其所在法律")
    static let askCovered = Sentence(
        "questionnaire.ask.covered", en: "Channels that the definition covers", fr: "Canaux couverts par la définition",
        es: "Canales que abarca la definición", ru: "Каналы, которые охватывает определение", ar: "القنوات التي يشملها التعريف",
        zh: "定义涵盖的渠道")
    static let askCurrency = Sentence(
        "questionnaire.ask.currency", en: "Currency of all amounts of money", fr: "Monnaie de tous les montants",
        es: "Moneda de todos los importes", ru: "Валюта всех сумм", ar: "عملة جميع المبالغ", zh: "所有金额的货币")
    static let askPriceYear = Sentence(
        "questionnaire.ask.priceYear", en: "Year of all prices", fr: "Année de tous les prix", es: "Año de todos los precios",
        ru: "Год всех цен", ar: "سنة جميع الأسعار", zh: "所有价格的年份")
    static let askMessages = Sentence(
        "questionnaire.ask.messages", en: "Messages or calls in the period", fr: "Messages ou appels pendant la période",
        es: "Mensajes o llamadas en el período", ru: "Сообщений или звонков за период", ar: "الرسائل أو المكالمات في الفترة",
        zh: "时段内的信息或通话数")
    static let askSpam = Sentence(
        "questionnaire.ask.spam", en: "Of these, spam", fr: "Dont spam", es: "De ellos, spam", ru: "Из них спам", ar: "منها اقتحامية",
        zh: "其中垃圾信息")
    static let askReached = Sentence(
        "questionnaire.ask.reached", en: "Spam that reached users", fr: "Spam parvenu aux usagers", es: "Spam que llegó a los usuarios",
        ru: "Спам, дошедший до пользователей", ar: "الرسائل الاقتحامية التي وصلت إلى المستعملين", zh: "到达用户的垃圾信息")
    static let askCoverage = Sentence(
        "questionnaire.ask.coverage", en: "Share of the country's traffic that these figures cover",
        fr: "Part du trafic du pays couverte par ces chiffres", es: "Proporción del tráfico del país que abarcan estas cifras",
        ru: "Доля трафика страны, охваченная этими данными", ar: "حصة حركة البلد التي تغطيها هذه الأرقام", zh: "这些数字覆盖的本国流量占比")
    static let askReports = Sentence(
        "questionnaire.ask.reports", en: "Reports and complaints received in the period",
        fr: "Signalements et plaintes reçus pendant la période", es: "Avisos y quejas recibidos en el período",
        ru: "Сообщений и жалоб получено за период", ar: "البلاغات والشكاوى المستلمة في الفترة", zh: "时段内收到的举报和投诉")
    static let askShareOfClass = Sentence(
        "questionnaire.ask.shareOfClass", en: "Share of the spam that is", fr: "Part du spam relevant de la catégorie",
        es: "Proporción del spam de la categoría", ru: "Доля спама вида", ar: "حصة الرسائل الاقتحامية من نوع", zh: "该类在垃圾信息中的占比")
    static let askLanguages = Sentence(
        "questionnaire.ask.languages", en: "Languages of the spam", fr: "Langues du spam", es: "Idiomas del spam", ru: "Языки спама",
        ar: "لغات الرسائل الاقتحامية", zh: "垃圾信息的语言")
    static let askBrands = Sentence(
        "questionnaire.ask.brands", en: "Brands and authorities that are imitated", fr: "Marques et autorités imitées",
        es: "Marcas y autoridades suplantadas", ru: "Подделываемые бренды и ведомства", ar: "العلامات والهيئات المنتحَلة", zh: "被冒充的品牌和机构")
    static let askShareOfDirection = Sentence(
        "questionnaire.ask.shareOfDirection", en: "Share of the spam by direction", fr: "Part du spam selon le sens",
        es: "Proporción del spam por sentido", ru: "Доля спама по направлению", ar: "حصة الرسائل الاقتحامية حسب الاتجاه", zh: "按方向划分的占比")
    static let askCountries = Sentence(
        "questionnaire.ask.countries", en: "Countries and territories it comes from", fr: "Pays et territoires d'origine",
        es: "Países y territorios de origen", ru: "Страны и территории происхождения", ar: "البلدان والأقاليم التي ترد منها", zh: "来源国家和地区")
    static let askShareOfRoute = Sentence(
        "questionnaire.ask.shareOfRoute", en: "Share of the spam by route", fr: "Part du spam selon la route",
        es: "Proporción del spam por ruta", ru: "Доля спама по маршруту", ar: "حصة الرسائل الاقتحامية حسب المسار", zh: "按路由划分的占比")
    static let askOutbound = Sentence(
        "questionnaire.ask.outbound", en: "Spam sent from the country's own networks in the period",
        fr: "Spam émis par les réseaux du pays pendant la période", es: "Spam enviado desde las redes del país en el período",
        ru: "Спам из сетей страны за период", ar: "الرسائل الاقتحامية الصادرة من شبكات البلد في الفترة", zh: "时段内从本国网络发出的垃圾信息")
    static let askNetworks = Sentence(
        "questionnaire.ask.networks", en: "Networks that most of it comes from (AS numbers)",
        fr: "Réseaux d'où il provient surtout (numéros AS)", es: "Redes de las que más procede (números AS)",
        ru: "Сети, откуда его больше всего (номера AS)", ar: "الشبكات التي يرد منها أكثره (أرقام AS)", zh: "主要来源网络（AS 号）")
    static let askRanges = Sentence(
        "questionnaire.ask.ranges", en: "Ranges of telephone numbers that most of it comes from",
        fr: "Plages de numéros d'où il provient surtout", es: "Rangos de números de los que más procede",
        ru: "Диапазоны номеров, откуда его больше всего", ar: "نطاقات أرقام الهاتف التي يرد منها أكثره", zh: "主要来源号段")
    static let askSenders = Sentence(
        "questionnaire.ask.senders", en: "Sender names (alphanumeric) that most of it bears",
        fr: "Noms d'expéditeur (alphanumériques) les plus fréquents", es: "Nombres de remitente (alfanuméricos) más frecuentes",
        ru: "Самые частые буквенные имена отправителей", ar: "أسماء المرسلين (الأبجدية الرقمية) الأكثر ورودًا", zh: "最常见的字母数字发送方名称")
    static let askMeasure = Sentence(
        "questionnaire.ask.measure", en: "Are technical measures of this strategy in use?",
        fr: "Des mesures techniques de cette stratégie sont-elles en place ?", es: "¿Hay medidas técnicas de esta estrategia en uso?",
        ru: "Применяются ли технические меры этой стратегии?", ar: "هل تُطبَّق تدابير تقنية من هذه الاستراتيجية؟", zh: "是否采用该策略的技术措施？")
    static let askSince = Sentence(
        "questionnaire.ask.since", en: "In use since the year", fr: "En place depuis l'année", es: "En uso desde el año",
        ru: "Применяются с года", ar: "مطبَّقة منذ سنة", zh: "启用年份")
    static let askUsers = Sentence(
        "questionnaire.ask.users", en: "Share of users that they protect", fr: "Part des usagers protégés",
        es: "Proporción de usuarios protegidos", ru: "Доля защищённых пользователей", ar: "حصة المستعملين المحميين", zh: "受保护用户占比")
    static let askInstalled = Sentence(
        "questionnaire.ask.installed", en: "Machines and programs there are already, at cost",
        fr: "Équipements et logiciels existants, au coût", es: "Equipos y programas existentes, a coste",
        ru: "Имеющиеся машины и программы, по стоимости", ar: "الأجهزة والبرامج الموجودة، بكلفتها", zh: "现有设备和软件（按成本）")
    static let askNeeded = Sentence(
        "questionnaire.ask.needed", en: "Machines and programs needed within five years",
        fr: "Équipements et logiciels nécessaires d'ici cinq ans", es: "Equipos y programas necesarios en cinco años",
        ru: "Машины и программы, нужные в течение пяти лет", ar: "الأجهزة والبرامج اللازمة خلال خمس سنوات", zh: "五年内所需设备和软件")
    static let askStaff = Sentence(
        "questionnaire.ask.staff", en: "Staff working against spam", fr: "Personnel affecté à la lutte contre le spam",
        es: "Personal dedicado a combatir el spam", ru: "Сотрудники, занятые борьбой со спамом",
        ar: "الموظفون العاملون على مكافحة الرسائل الاقتحامية", zh: "从事反垃圾信息工作的人员")
    static let askTraining = Sentence(
        "questionnaire.ask.training", en: "Spent on training in a year", fr: "Dépenses annuelles de formation",
        es: "Gasto anual en formación", ru: "Расходы на обучение за год", ar: "الإنفاق السنوي على التدريب", zh: "每年培训支出")
    static let askPayers = Sentence(
        "questionnaire.ask.payers", en: "Who pays for it", fr: "Qui paie", es: "Quién lo paga", ru: "Кто платит", ar: "من يدفع", zh: "由谁出资")
    static let askPlanned = Sentence(
        "questionnaire.ask.planned", en: "Planned spending in the next three years", fr: "Dépenses prévues sur trois ans",
        es: "Gasto previsto en los próximos tres años", ru: "Запланированные расходы на три года",
        ar: "الإنفاق المخطط للسنوات الثلاث المقبلة", zh: "未来三年计划支出")
    static let askAuthority = Sentence(
        "questionnaire.ask.authority", en: "Authority that enforces the law", fr: "Autorité chargée de l'application",
        es: "Autoridad que aplica la ley", ru: "Орган, применяющий закон", ar: "الهيئة المكلفة بإنفاذ القانون", zh: "执法机关")
    static let askSanctions = Sentence(
        "questionnaire.ask.sanctions", en: "Sanctions that the law provides", fr: "Sanctions prévues par la loi",
        es: "Sanciones que prevé la ley", ru: "Санкции, предусмотренные законом", ar: "العقوبات التي ينص عليها القانون", zh: "法律规定的处罚")
    static let askCases = Sentence(
        "questionnaire.ask.cases", en: "Cases opened in the period", fr: "Affaires ouvertes pendant la période",
        es: "Casos abiertos en el período", ru: "Дел открыто за период", ar: "القضايا المفتوحة في الفترة", zh: "时段内立案数")
    static let askImposed = Sentence(
        "questionnaire.ask.imposed", en: "Sanctions imposed in the period", fr: "Sanctions prononcées pendant la période",
        es: "Sanciones impuestas en el período", ru: "Санкций наложено за период", ar: "العقوبات الموقَّعة في الفترة", zh: "时段内处罚数")
    static let askSent = Sentence(
        "questionnaire.ask.sent", en: "Requests sent to other countries", fr: "Demandes adressées à d'autres pays",
        es: "Solicitudes enviadas a otros países", ru: "Запросов в другие страны", ar: "الطلبات المرسلة إلى بلدان أخرى", zh: "向其他国家发出的请求")
    static let askReceived = Sentence(
        "questionnaire.ask.received", en: "Requests received from other countries", fr: "Demandes reçues d'autres pays",
        es: "Solicitudes recibidas de otros países", ru: "Запросов из других стран", ar: "الطلبات الواردة من بلدان أخرى", zh: "收到其他国家的请求")
    static let askDays = Sentence(
        "questionnaire.ask.days", en: "Days until a request was answered, median", fr: "Jours avant réponse à une demande, médiane",
        es: "Días hasta la respuesta a una solicitud, mediana", ru: "Дней до ответа на запрос, медиана",
        ar: "الأيام حتى الرد على الطلب، الوسيط", zh: "请求得到答复的天数（中位数）")
    static let askBodies = Sentence(
        "questionnaire.ask.bodies", en: "Bodies that you work with", fr: "Organismes avec lesquels vous coopérez",
        es: "Organismos con los que coopera", ru: "Организации, с которыми вы сотрудничаете", ar: "الهيئات التي تتعاونون معها", zh: "合作机构")
    static let askContactPoint = Sentence(
        "questionnaire.ask.contactPoint", en: "Is there a national contact point?", fr: "Existe-t-il un point de contact national ?",
        es: "¿Existe un punto de contacto nacional?", ru: "Есть ли национальный контактный пункт?", ar: "هل توجد جهة اتصال وطنية؟",
        zh: "是否有国家联络点？")
    static let askAroundTheClock = Sentence(
        "questionnaire.ask.aroundTheClock", en: "Can it be reached around the clock?", fr: "Est-il joignable jour et nuit ?",
        es: "¿Está disponible las 24 horas?", ru: "Доступен ли он круглосуточно?", ar: "هل يمكن الوصول إليها على مدار الساعة؟",
        zh: "是否全天候可联络？")
    static let askSharing = Sentence(
        "questionnaire.ask.sharing", en: "What may be shared with other countries", fr: "Ce qui peut être partagé avec d'autres pays",
        es: "Qué se puede compartir con otros países", ru: "Чем можно делиться с другими странами", ar: "ما يجوز تبادله مع بلدان أخرى",
        zh: "可与其他国家共享的内容")
    static let askObstacles = Sentence(
        "questionnaire.ask.obstacles", en: "Obstacles to cooperation", fr: "Obstacles à la coopération", es: "Obstáculos a la cooperación",
        ru: "Препятствия для сотрудничества", ar: "عوائق التعاون", zh: "合作障碍")
    static let askCampaigns = Sentence(
        "questionnaire.ask.campaigns", en: "Awareness campaigns in the period", fr: "Campagnes de sensibilisation pendant la période",
        es: "Campañas de sensibilización en el período", ru: "Просветительских кампаний за период", ar: "حملات التوعية في الفترة",
        zh: "时段内的宣传活动")
    static let askReach = Sentence(
        "questionnaire.ask.reach", en: "People reached by them", fr: "Personnes touchées", es: "Personas alcanzadas", ru: "Охвачено людей",
        ar: "من وصلت إليهم", zh: "覆盖人数")
    static let askTrained = Sentence(
        "questionnaire.ask.trained", en: "Specialists trained in the period", fr: "Spécialistes formés pendant la période",
        es: "Especialistas formados en el período", ru: "Обучено специалистов за период", ar: "المختصون المدرَّبون في الفترة",
        zh: "时段内培训的专业人员")
    static let askMaterial = Sentence(
        "questionnaire.ask.material", en: "Languages and audiences of the material", fr: "Langues et publics du matériel",
        es: "Idiomas y públicos del material", ru: "Языки и аудитория материалов", ar: "لغات المواد وجمهورها", zh: "材料的语言和受众")
    static let askNeeds = Sentence(
        "questionnaire.ask.needs", en: "Assistance that you would like", fr: "Assistance souhaitée", es: "Asistencia que desea",
        ru: "Желаемая помощь", ar: "المساعدة المرغوبة", zh: "希望获得的援助")
    static let askRemarks = Sentence(
        "questionnaire.ask.remarks", en: "Remarks, and experience that may help others", fr: "Remarques et expériences utiles à d'autres",
        es: "Observaciones y experiencias útiles para otros", ru: "Замечания и опыт, полезный другим", ar: "ملاحظات وتجارب قد تفيد الآخرين",
        zh: "备注及可供他人借鉴的经验")
}
