// Servers that filter, and the people who answer.
extension ParameterDefinition {
    static let servers: [ParameterDefinition] = [
        ParameterDefinition(
            .serverPeak, "servers.peak", "ratio", .factor, PublishedRange(4, 4, 4, .assumption, "assumed; measure it"),
            en: "busiest hour, in mean hours", fr: "heure la plus chargée, en heures moyennes", es: "hora punta, en horas medias",
            ru: "самый загруженный час, в средних часах", ar: "ساعة الذروة بأضعاف الساعة المتوسطة", zh: "最忙小时与平均小时之比"),
        ParameterDefinition(
            .serverRate, "servers.rate", "messages/s-core", .positive,
            PublishedRange(30, 60, 150, .assumption, "rspamd: about 300 small mails a second and core; a fifth of it for whole mails"),
            en: "mails a core filters in a second", fr: "courriels filtrés par cœur et par seconde",
            es: "correos filtrados por núcleo y segundo", ru: "писем на ядро в секунду", ar: "الرسائل التي ترشحها النواة في الثانية",
            zh: "每核每秒过滤的邮件"),
        ParameterDefinition(
            .serverCores, "servers.cores", "cores", .positive, en: "cores of a server", fr: "cœurs par serveur", es: "núcleos por servidor",
            ru: "ядер в сервере", ar: "نوى الخادم", zh: "每台服务器的核数"),
        ParameterDefinition(
            .serverUse, "servers.utilisation", "share", .divisor, PublishedRange(0.6, 0.6, 0.6, .assumption, "assumed"),
            en: "share of a server that may be busy", fr: "part occupée admise d'un serveur",
            es: "proporción ocupada admisible de un servidor",
            ru: "допустимая загрузка сервера", ar: "حصة الانشغال المسموح بها للخادم", zh: "服务器允许的占用率"),
        ParameterDefinition(
            .leastServers, "servers.least", "servers", .amount, en: "servers there have to be at least", fr: "serveurs au minimum",
            es: "servidores como mínimo", ru: "серверов не менее", ar: "أقل عدد من الخوادم", zh: "服务器最少台数"),
        ParameterDefinition(
            .spareServers, "servers.spare", "servers", .amount, en: "servers in reserve", fr: "serveurs de réserve",
            es: "servidores de reserva", ru: "резервных серверов", ar: "الخوادم الاحتياطية", zh: "备用服务器"),
        ParameterDefinition(
            .serverPrice, "servers.price", "¤/server", .amount, en: "price of a server", fr: "prix d'un serveur",
            es: "precio de un servidor",
            ru: "цена сервера", ar: "سعر الخادم", zh: "服务器价格"),
        ParameterDefinition(
            .firewallPrice, "servers.firewall", "¤", .amount, en: "firewalls and other equipment before the servers",
            fr: "pare-feu et autres équipements en amont", es: "cortafuegos y otros equipos delante de los servidores",
            ru: "межсетевые экраны и иное оборудование", ar: "الجدران النارية والتجهيزات الأخرى", zh: "防火墙及前置设备"),
        ParameterDefinition(
            .setupPrice, "servers.setup", "¤", .amount, en: "setting it all up", fr: "mise en service", es: "puesta en marcha",
            ru: "ввод в действие", ar: "التركيب والتشغيل الأولي", zh: "安装调试"),
        ParameterDefinition(
            .serverPower, "servers.power", "kW/server", .amount, en: "power a server draws", fr: "puissance d'un serveur",
            es: "potencia de un servidor", ru: "мощность сервера", ar: "قدرة الخادم", zh: "服务器功率"),
        ParameterDefinition(
            .powerFactor, "servers.pue", "ratio", .factor, en: "power of the whole room, in that of the servers (PUE)",
            fr: "puissance totale rapportée à celle des serveurs (PUE)", es: "potencia total respecto de la de los servidores (PUE)",
            ru: "мощность всего зала к мощности серверов (PUE)", ar: "القدرة الكلية إلى قدرة الخوادم (PUE)", zh: "总功率与服务器功率之比（PUE）"),
        ParameterDefinition(
            .powerPrice, "power.price", "¤/kWh", .amount, en: "price of electricity", fr: "prix de l'électricité",
            es: "precio de la electricidad", ru: "цена электроэнергии", ar: "سعر الكهرباء", zh: "电价"),
        ParameterDefinition(
            .capitalRate, "capital.rate", "share/year", .share,
            PublishedRange(0.12, 0.12, 0.12, .assumption, "assumed: cost of capital in a least developed country"),
            en: "cost of capital", fr: "coût du capital", es: "coste del capital", ru: "стоимость капитала", ar: "تكلفة رأس المال",
            zh: "资金成本"),
        ParameterDefinition(
            .capitalLife, "capital.life", "years", .positive, PublishedRange(5, 5, 5, .assumption, "assumed"),
            en: "years equipment lasts", fr: "durée de vie des équipements", es: "vida útil de los equipos",
            ru: "срок службы оборудования", ar: "سنوات عمر التجهيزات", zh: "设备使用年限"),
        ParameterDefinition(
            .licences, "licences.licences", "¤/year", .amount, en: "licences of programs", fr: "licences de logiciels",
            es: "licencias de programas", ru: "лицензии на программы", ar: "رخص البرمجيات", zh: "软件许可费"),
        ParameterDefinition(
            .feeds, "licences.feeds", "¤/year", .amount, en: "block lists and other data that are paid for",
            fr: "listes de blocage et autres données payantes", es: "listas de bloqueo y otros datos de pago",
            ru: "платные списки и другие данные", ar: "قوائم الحجب والبيانات المدفوعة", zh: "付费名单及其他数据"),
    ]

    static let work: [ParameterDefinition] = [
        ParameterDefinition(
            .calls, "work.calls", "calls/year", .amount, en: "calls for help because of spam", fr: "appels d'assistance dus au spam",
            es: "llamadas de ayuda por spam", ru: "обращений по телефону из-за спама", ar: "مكالمات طلب المساعدة", zh: "垃圾信息求助电话"),
        ParameterDefinition(
            .callMinutes, "work.call-minutes", "minutes", .amount, en: "minutes of work a call", fr: "minutes de travail par appel",
            es: "minutos de trabajo por llamada", ru: "минут работы на звонок", ar: "دقائق العمل لكل مكالمة", zh: "每个电话的工作分钟"),
        ParameterDefinition(
            .reports, "work.reports", "reports/year", .amount, en: "reports from users", fr: "signalements d'utilisateurs",
            es: "denuncias de usuarios", ru: "сообщений от пользователей", ar: "بلاغات المستعملين", zh: "用户举报"),
        ParameterDefinition(
            .reportsByHand, "work.reports-by-hand", "share", .share, en: "share of reports that a person reads",
            fr: "part des signalements lue par une personne", es: "proporción de denuncias que lee una persona",
            ru: "доля сообщений, читаемых человеком", ar: "حصة البلاغات التي يقرؤها شخص", zh: "人工阅读的举报占比"),
        ParameterDefinition(
            .reportMinutes, "work.report-minutes", "minutes", .amount, en: "minutes of work a report",
            fr: "minutes de travail par signalement",
            es: "minutos de trabajo por denuncia", ru: "минут работы на сообщение", ar: "دقائق العمل لكل بلاغ", zh: "每份举报的工作分钟"),
        ParameterDefinition(
            .cases, "work.cases", "cases/year", .amount, en: "cases that are opened", fr: "dossiers ouverts", es: "expedientes abiertos",
            ru: "открытых дел", ar: "القضايا المفتوحة", zh: "立案数"),
        ParameterDefinition(
            .caseMinutes, "work.case-minutes", "minutes", .amount, en: "minutes of work a case", fr: "minutes de travail par dossier",
            es: "minutos de trabajo por expediente", ru: "минут работы на дело", ar: "دقائق العمل لكل قضية", zh: "每案的工作分钟"),
        ParameterDefinition(
            .workHours, "work.hours", "hours/person-year", .positive, en: "hours a person works in a year",
            fr: "heures de travail par personne et par an", es: "horas de trabajo por persona y año", ru: "рабочих часов человека в год",
            ar: "ساعات عمل الشخص في السنة", zh: "每人每年工作小时"),
        ParameterDefinition(
            .salary, "work.salary", "¤/person-year", .amount, en: "pay of a person who works on it", fr: "rémunération d'un agent",
            es: "remuneración de un empleado", ru: "оплата сотрудника", ar: "أجر الموظف", zh: "工作人员薪酬"),
        ParameterDefinition(
            .overhead, "work.overhead", "share", .amount, en: "what comes on top of pay", fr: "charges en sus de la rémunération",
            es: "costes añadidos a la remuneración", ru: "надбавка к оплате", ar: "ما يضاف إلى الأجر", zh: "薪酬以外的附加"),
    ]
}
