// Users, and money that changes hands.
extension ParameterDefinition {
    static let users: [ParameterDefinition] = [
        ParameterDefinition(
            .deleteTime, "time.delete", "seconds", .amount,
            PublishedRange(3, 5, 30, .literature, "5: Rao and Reiley 2012; 30: Nucleus Research; 3: its critics"),
            en: "time to see a spam mail and delete it", fr: "temps pour voir et supprimer un spam",
            es: "tiempo para ver y borrar un correo de spam", ru: "время увидеть и удалить спам-письмо", ar: "زمن رؤية الرسالة وحذفها",
            zh: "查看并删除一封垃圾邮件的时间"),
        ParameterDefinition(
            .hourValue, "time.hour", "¤/hour", .amount, en: "worth of an hour of a user", fr: "valeur d'une heure d'utilisateur",
            es: "valor de una hora de usuario", ru: "стоимость часа пользователя", ar: "قيمة ساعة المستعمل", zh: "用户一小时的价值"),
        ParameterDefinition(
            .valuedShare, "time.valued-share", "share", .share,
            PublishedRange(0.3, 0.5, 1, .assumption, "assumed: leisure is not work"),
            en: "share of users' time that is valued", fr: "part du temps valorisée", es: "proporción del tiempo que se valora",
            ru: "учитываемая доля времени", ar: "حصة الوقت المحتسبة", zh: "计价的时间占比"),
        ParameterDefinition(
            .lostShare, "good.lost-share", "share", .share,
            PublishedRange(0.00001, 0.0001, 0.001, .assumption, "assumed; measure it"),
            en: "share of good mail taken for spam", fr: "part des bons courriels pris pour du spam",
            es: "proporción del correo legítimo tomado por spam", ru: "доля хороших писем, принятых за спам",
            ar: "حصة البريد السليم المحسوب غير مرغوب فيه",
            zh: "正常邮件被误判的占比"),
        ParameterDefinition(
            .foundShare, "good.found-share", "share", .share, en: "share of it that its reader looks for and finds",
            fr: "part que le destinataire cherche et retrouve", es: "proporción que el destinatario busca y encuentra",
            ru: "доля, которую получатель ищет и находит", ar: "حصة ما يبحث عنه قارئه ويجده", zh: "收件人找回的占比"),
        ParameterDefinition(
            .findTime, "good.find-time", "seconds", .amount, en: "time to find such a mail", fr: "temps pour retrouver un tel courriel",
            es: "tiempo para encontrar tal correo", ru: "время найти такое письмо", ar: "زمن العثور على رسالة كهذه", zh: "找回此类邮件的时间"),
        ParameterDefinition(
            .neverFoundShare, "good.never-found-share", "share", .share, en: "share of it that does harm because it is never found",
            fr: "part jamais retrouvée qui cause un dommage", es: "proporción nunca encontrada que causa daño",
            ru: "доля не найденных с ущербом", ar: "حصة ما لا يُعثر عليه فيسبب ضررًا", zh: "未找回而造成损害的占比"),
        ParameterDefinition(
            .lossPerMail, "good.loss", "¤/message", .amount, en: "harm of a good mail that is never found",
            fr: "dommage d'un bon courriel jamais retrouvé", es: "daño de un correo legítimo nunca encontrado",
            ru: "ущерб от ненайденного хорошего письма", ar: "ضرر رسالة سليمة لا يُعثر عليها", zh: "正常邮件丢失的损害"),
        ParameterDefinition(
            .dataPrice, "data.price", "¤/GB", .amount, en: "price of mobile data", fr: "prix des données mobiles",
            es: "precio de los datos móviles", ru: "цена мобильного трафика", ar: "سعر البيانات المتنقلة", zh: "移动数据价格"),
        ParameterDefinition(
            .subscribers, "sms.subscribers", "subscribers", .amount, en: "mobile subscribers", fr: "abonnés mobiles",
            es: "abonados móviles", ru: "абонентов подвижной связи", ar: "مشتركو الهاتف المتنقل", zh: "移动用户数"),
        ParameterDefinition(
            .textsPerMonth, "sms.spam-per-month", "messages/subscriber-month", .amount,
            PublishedRange(1, 3, 10, .literature, "Korea, second half of 2023: about 9.8, calls and texts together"),
            en: "spam texts to a subscriber in a month", fr: "SMS indésirables par abonné et par mois",
            es: "SMS de spam por abonado y mes", ru: "спам-сообщений на абонента в месяц", ar: "الرسائل النصية المزعجة لكل مشترك شهريًا",
            zh: "每用户每月垃圾短信"),
        ParameterDefinition(
            .textTime, "sms.time", "seconds", .amount, en: "time to see a spam text and delete it",
            fr: "temps pour voir et supprimer un SMS indésirable", es: "tiempo para ver y borrar un SMS de spam",
            ru: "время увидеть и удалить спам-сообщение", ar: "زمن رؤية الرسالة النصية وحذفها", zh: "查看并删除垃圾短信的时间"),
        ParameterDefinition(
            .infectedMachines, "bots.machines", "machines/year", .amount, en: "machines that were taken over and are cleaned",
            fr: "machines compromises à nettoyer", es: "máquinas comprometidas que se limpian", ru: "очищаемых заражённых машин",
            ar: "الأجهزة المخترقة التي تُنظَّف", zh: "清理的被控机器"),
        ParameterDefinition(
            .cleaningMinutes, "bots.minutes", "minutes", .amount, en: "minutes to clean a machine", fr: "minutes pour nettoyer une machine",
            es: "minutos para limpiar una máquina", ru: "минут на очистку машины", ar: "دقائق تنظيف الجهاز", zh: "清理一台机器的分钟"),
        ParameterDefinition(
            .cleaningWage, "bots.wage", "¤/hour", .amount, en: "an hour of somebody who can clean it",
            fr: "une heure de spécialiste", es: "una hora de especialista", ru: "час работы специалиста", ar: "ساعة عمل المختص",
            zh: "专业人员每小时费用"),
    ]

    static let transfers: [ParameterDefinition] = [
        ParameterDefinition(
            .companyTexts, "sms.company-texts", "messages/year", .amount, en: "texts from companies to people (A2P)",
            fr: "SMS d'entreprises à particuliers (A2P)", es: "SMS de empresas a personas (A2P)",
            ru: "сообщений от организаций людям (A2P)", ar: "الرسائل النصية من الشركات (A2P)", zh: "企业发给个人的短信（A2P）"),
        ParameterDefinition(
            .greyShare, "sms.grey-share", "share", .share,
            PublishedRange(0.15, 0.30, 0.48, .literature, "Mobilesquared: 799 of 1,674 billion in 2017, 15 % forecast for 2022"),
            en: "share of them by grey routes", fr: "part passant par des routes grises", es: "proporción por rutas grises",
            ru: "доля по серым маршрутам", ar: "حصة المسارات الرمادية", zh: "经灰色路由的占比"),
        ParameterDefinition(
            .terminationPrice, "sms.termination", "¤/message", .amount, en: "what is not paid for such a text",
            fr: "montant éludé par SMS", es: "lo que no se paga por cada SMS", ru: "недополучено за сообщение", ar: "ما لا يُدفع عن الرسالة",
            zh: "每条短信少付的费用"),
        ParameterDefinition(
            .population, "fraud.population", "people", .amount, en: "people the survey stands for",
            fr: "population représentée par l'enquête",
            es: "población que representa la encuesta", ru: "население, представленное опросом", ar: "السكان الذين يمثلهم المسح",
            zh: "调查所代表的人口"),
        ParameterDefinition(
            .victimShare, "fraud.victim-share", "share/year", .share, en: "share of them who lost money in the year",
            fr: "part ayant perdu de l'argent dans l'année", es: "proporción que perdió dinero en el año",
            ru: "доля потерявших деньги за год", ar: "حصة من خسروا مالًا في السنة", zh: "当年受骗损失者占比"),
        ParameterDefinition(
            .meanLoss, "fraud.mean-loss", "¤/victim", .amount, en: "mean loss of a victim", fr: "perte moyenne d'une victime",
            es: "pérdida media de una víctima", ru: "средние потери жертвы", ar: "متوسط خسارة الضحية", zh: "受害者平均损失"),
        ParameterDefinition(
            .unrecoveredShare, "fraud.unrecovered-share", "share", .share, en: "share of the loss that does not come back",
            fr: "part de la perte non récupérée", es: "proporción de la pérdida no recuperada", ru: "невозвращённая доля потерь",
            ar: "حصة الخسارة التي لا تُسترد", zh: "未追回的损失占比"),
        ParameterDefinition(
            .reportedLoss, "fraud.reported-loss", "¤/year", .amount, en: "losses that were reported", fr: "pertes signalées",
            es: "pérdidas denunciadas", ru: "заявленные потери", ar: "الخسائر المبلَّغ عنها", zh: "已报案损失"),
        ParameterDefinition(
            .reportingRate, "fraud.reporting-rate", "share", .divisor,
            PublishedRange(0.05, 0.10, 0.30, .literature, "GASA 2024: 70 % not reported; GASA 2022: Australia 13 %, Canada 5 %"),
            en: "share of losses that is reported", fr: "part des pertes signalée", es: "proporción de pérdidas denunciada",
            ru: "доля заявленных потерь", ar: "حصة الخسائر المبلَّغ عنها", zh: "损失的报案率"),
    ]

    static let outlook: [ParameterDefinition] = [
        ParameterDefinition(
            .centreStaff, "public.staff", "¤/year", .amount, en: "staff of the national centre", fr: "personnel du centre national",
            es: "personal del centro nacional", ru: "персонал национального центра", ar: "موظفو المركز الوطني", zh: "国家中心人员费用"),
        ParameterDefinition(
            .centrePlatform, "public.platform", "¤/year", .amount, en: "machines and programs of the national centre",
            fr: "plateforme du centre national", es: "plataforma del centro nacional", ru: "платформа национального центра",
            ar: "منصة المركز الوطني", zh: "国家中心平台费用"),
        ParameterDefinition(
            .centreCampaigns, "public.campaigns", "¤/year", .amount, en: "campaigns that inform people", fr: "campagnes de sensibilisation",
            es: "campañas de sensibilización", ru: "просветительские кампании", ar: "حملات التوعية", zh: "宣传活动费用"),
        ParameterDefinition(
            .growth, "growth.rate", "share/year", .change, en: "growth of mail in a year", fr: "croissance annuelle du courrier",
            es: "crecimiento anual del correo", ru: "рост почты в год", ar: "نمو البريد السنوي", zh: "邮件年增长率"),
        ParameterDefinition(
            .targetInboxShare, "target.inbox-share", "share", .share, en: "share of spam that is to reach a user",
            fr: "part du spam visée chez l'utilisateur", es: "proporción del spam prevista ante el usuario",
            ru: "целевая доля спама у пользователя", ar: "الحصة المستهدفة لما يصل إلى المستعمل", zh: "到达用户的垃圾邮件目标占比"),
        ParameterDefinition(
            .newOperation, "investment.operation", "¤/year", .amount, en: "running what is invested in",
            fr: "exploitation des investissements",
            es: "explotación de lo invertido", ru: "эксплуатация вложенного", ar: "تشغيل ما يُستثمر فيه", zh: "投资项目的运行费用"),
        ParameterDefinition(
            .vulnerability, "loss.vulnerability", "share", .share, en: "probability that the exposed loss happens",
            fr: "probabilité de la perte exposée", es: "probabilidad de la pérdida expuesta", ru: "вероятность возможных потерь",
            ar: "احتمال وقوع الخسارة المعرَّض لها", zh: "潜在损失发生的概率"),
        ParameterDefinition(
            .exposedLoss, "loss.exposed", "¤", .amount, en: "loss that one is exposed to", fr: "perte à laquelle on est exposé",
            es: "pérdida a la que se está expuesto", ru: "возможные потери", ar: "الخسارة المعرَّض لها", zh: "潜在损失"),
        ParameterDefinition(
            .callsPerHour, "hotline.calls-per-hour", "calls/hour", .positive, en: "calls in the busiest hour",
            fr: "appels à l'heure la plus chargée", es: "llamadas en la hora punta", ru: "звонков в самый загруженный час",
            ar: "المكالمات في ساعة الذروة", zh: "最忙小时电话数"),
        ParameterDefinition(
            .waitLimit, "hotline.wait", "seconds", .amount, en: "seconds within which a call is to be answered",
            fr: "secondes pour répondre à un appel", es: "segundos para responder a una llamada", ru: "секунд до ответа на звонок",
            ar: "الثواني اللازمة للرد", zh: "电话应答秒数"),
        ParameterDefinition(
            .serviceLevel, "hotline.level", "share", .share, en: "share of calls to be answered within that",
            fr: "part des appels à honorer dans ce délai", es: "proporción de llamadas atendidas en ese plazo",
            ru: "доля звонков, принятых в этот срок", ar: "حصة المكالمات المجاب عنها في ذلك", zh: "按时应答的电话占比"),
        ParameterDefinition(
            .nationalProduct, "country.gdp", "¤/year", .positive, en: "gross domestic product", fr: "produit intérieur brut",
            es: "producto interior bruto", ru: "валовой внутренний продукт", ar: "الناتج المحلي الإجمالي", zh: "国内生产总值"),
        ParameterDefinition(
            .incomePerHead, "country.income-per-head", "¤/person-year", .positive, en: "gross national income per head",
            fr: "revenu national brut par habitant", es: "ingreso nacional bruto por habitante",
            ru: "валовой национальный доход на душу", ar: "الدخل القومي الإجمالي للفرد", zh: "人均国民总收入"),
        ParameterDefinition(
            .purchasingPower, "country.ppp", "¤/international dollar", .positive,
            en: "purchasing power parity: money that buys what a dollar buys in the United States",
            fr: "parité de pouvoir d'achat : somme achetant ce qu'un dollar achète aux États-Unis",
            es: "paridad del poder adquisitivo: dinero que compra lo que un dólar en los Estados Unidos",
            ru: "паритет покупательной способности: сумма, на которую можно купить то же, что на доллар в США",
            ar: "تعادل القوة الشرائية: ما يشتري ما يشتريه دولار في الولايات المتحدة", zh: "购买力平价：在本国购得一美元在美国所购之物的金额"),
        ParameterDefinition(
            .euroPrice, "country.euro", "¤/EUR", .positive, en: "price of a euro", fr: "prix d'un euro", es: "precio de un euro",
            ru: "цена одного евро", ar: "سعر اليورو", zh: "一欧元的价格"),
        ParameterDefinition(
            .helpdeskCalls, "work.helpdesk-calls", "calls/year", .positive, en: "calls for help for whatever reason",
            fr: "appels d'assistance, tous motifs", es: "llamadas de ayuda por cualquier motivo",
            ru: "обращений по телефону по любым причинам",
            ar: "مكالمات طلب المساعدة لأي سبب", zh: "各类求助电话总数"),
        ParameterDefinition(
            .measures, "providers.measures", "measures/provider", .positive, en: "kinds of measures a mail provider takes, on average",
            fr: "types de mesures prises par fournisseur, en moyenne", es: "tipos de medidas por proveedor, en promedio",
            ru: "видов мер у поставщика почты, в среднем", ar: "متوسط أنواع التدابير لكل مقدم خدمة بريد", zh: "邮件服务商平均采用的措施种类"),
    ]
}
