internal import Localization

extension StudySentences {
    /// What stands under headings.
    static let explanations = [
        Sentence(
            "study.e.volume", en: "What came, what of it was spam, and what was done, by channel.",
            fr: "Ce qui est arrivé, ce qui en était du spam et ce qui en a été fait, par canal.",
            es: "Lo que llegó, lo que era spam y lo que se hizo, por canal.",
            ru: "Что пришло, что из этого спам и что сделано, по каналам.",
            ar: "ما ورد، وما كان منه اقتحاميا، وما اتُّخذ بشأنه، حسب القناة.", zh: "按渠道列出收到的信息、其中的垃圾信息及处置情况。"),
        Sentence(
            "study.e.types", en: "Spam by what it was about. What nobody could name stands as it is.",
            fr: "Le spam selon son objet. Ce que personne n’a pu nommer figure tel quel.",
            es: "El spam según su objeto. Lo que nadie pudo nombrar figura tal cual.",
            ru: "Спам по содержанию. То, что не удалось назвать, показано как есть.",
            ar: "الرسائل الاقتحامية حسب موضوعها. وما تعذر تصنيفه يظهر كما هو.", zh: "按内容划分的垃圾信息；无法归类的照实列出。"),
        Sentence(
            "study.e.sources",
            en:
                "Where spam came from, as far as the last machine that we saw tells. A country here is where a network is registered, and not who is to blame.",
            fr:
                "D’où vient le spam, d’après la dernière machine que nous avons vue. Le pays est celui où le réseau est enregistré ; il ne désigne pas un coupable.",
            es:
                "De dónde vino el spam, según la última máquina que vimos. El país es aquel donde está registrada la red; no señala a un culpable.",
            ru:
                "Откуда пришёл спам, насколько говорит последняя машина, которую мы видели. Страна здесь — место регистрации сети, а не виновник.",
            ar: "من أين جاءت الرسائل الاقتحامية بقدر ما يدل عليه آخر جهاز رأيناه. والبلد هنا هو بلد تسجيل الشبكة ولا يدل على المسؤول.",
            zh: "依据我们所见的最后一台主机判断的来源。此处国家指网络注册地，并不表示责任方。"),
        Sentence(
            "study.e.routes",
            en: "Only stations that we saw ourselves or that their operator confirmed are drawn; what a message claims of its way is not.",
            fr: "Ne sont dessinées que les étapes vues par nous ou confirmées par leur opérateur, jamais ce que le message affirme.",
            es: "Solo se dibujan las etapas que vimos o que confirmó su operador, no lo que el mensaje afirma.",
            ru: "Показаны только узлы, которые мы видели сами или подтвердил их оператор; заявления самих сообщений не показаны.",
            ar: "لا تُرسم إلا المحطات التي رأيناها بأنفسنا أو أكدها مشغلوها، لا ما تدعيه الرسائل.", zh: "图中仅含我们亲自观测或经运营商确认的节点，不含信息自称的路径。"),
        Sentence(
            "study.e.means", en: "Which of the five strategies of ITU-T X.1231 decided, and what was done.",
            fr: "Laquelle des cinq stratégies de l’UIT-T X.1231 a tranché, et ce qui a été fait.",
            es: "Cuál de las cinco estrategias del UIT-T X.1231 decidió y qué se hizo.",
            ru: "Какая из пяти стратегий МСЭ-Т X.1231 решила и что сделано.",
            ar: "أي من الاستراتيجيات الخمس في التوصية X.1231 حسمت الأمر، وما اتُّخذ.", zh: "ITU-T X.1231五项策略中由哪一项作出判定，以及相应处置。"),
        Sentence(
            "study.e.answers", en: "What respondents answered. Answers of too few are withheld.",
            fr: "Les réponses reçues. Celles de trop peu de répondants ne sont pas publiées.",
            es: "Las respuestas recibidas. Las de muy pocos no se publican.",
            ru: "Ответы опрошенных. Ответы слишком немногих не публикуются.",
            ar: "إجابات المستجيبين. وتُحجب إجابات العدد القليل منهم.", zh: "答复方的回答；答复过少的不予公布。"),
        Sentence(
            "study.e.costs",
            en: "Prices of {1}. Draws: {2}, seed: {3}. Amounts of two perspectives are not one amount: an hour of a user is no invoice.",
            fr:
                "Prix de {1}. Tirages : {2}, graine : {3}. Les montants de deux points de vue ne s’additionnent pas : une heure d’utilisateur n’est pas une facture.",
            es:
                "Precios de {1}. Sorteos: {2}, semilla: {3}. Los importes de dos perspectivas no se suman: una hora de usuario no es una factura.",
            ru:
                "Цены {1} года. Испытаний: {2}, начальное число: {3}. Суммы разных точек зрения не складываются: час пользователя — не счёт к оплате.",
            ar: "أسعار {1}. السحوبات: {2}، البذرة: {3}. ولا تُجمع مبالغ منظورين: فساعة المستعمل ليست فاتورة.",
            zh: "{1}年价格。抽样次数：{2}，种子：{3}。不同角度的金额不可相加：用户的一小时并非账单。"),
        Sentence(
            "study.e.tornado", en: "One value at a time, from its lowest to its highest; all others as is likeliest.",
            fr: "Une valeur à la fois, de la plus basse à la plus haute ; les autres à leur valeur la plus probable.",
            es: "Un valor cada vez, del más bajo al más alto; los demás en su valor más probable.",
            ru: "По одному значению, от наименьшего до наибольшего; остальные наиболее вероятные.",
            ar: "قيمة واحدة في كل مرة، من أدناها إلى أعلاها، والباقي على الأرجح.", zh: "每次只变动一个数值，由最低到最高；其余取最可能值。"),
        Sentence(
            "study.e.trace",
            en:
                "The adopted text of Resolution 52 (Rev. New Delhi, 2024) was not at hand; clauses are those of a proposal to revise it. Compare with the adopted text before sending, and sign in the last column.",
            fr:
                "Le texte adopté de la Résolution 52 (Rév. New Delhi, 2024) n’était pas disponible ; les paragraphes sont ceux d’une proposition de révision. Comparez au texte adopté avant envoi et signez dans la dernière colonne.",
            es:
                "No se disponía del texto adoptado de la Resolución 52 (Rev. Nueva Delhi, 2024); los párrafos son los de una propuesta de revisión. Compárelos con el texto adoptado antes de enviar y firme en la última columna.",
            ru:
                "Принятого текста Резолюции 52 (Пересм. Нью-Дели, 2024 г.) под рукой не было; пункты взяты из предложения о пересмотре. Перед отправкой сверьте с принятым текстом и распишитесь в последнем столбце.",
            ar:
                "لم يتوفر النص المعتمد للقرار 52 (المراجَع في نيودلهي، 2024)؛ والفقرات مأخوذة من مقترح لمراجعته. قارنها بالنص المعتمد قبل الإرسال ووقّع في العمود الأخير.",
            zh: "未能获得第52号决议（2024年，新德里，修订版）的通过文本；条款出自一份修订提案。提交前请与通过文本核对，并在末栏签注。"),
        Sentence(
            "study.e.mixed", en: "Figures of different methods stand in separate rows and are never added up.",
            fr: "Les chiffres de méthodes différentes sont sur des lignes distinctes et ne s’additionnent jamais.",
            es: "Las cifras de métodos distintos están en filas separadas y nunca se suman.",
            ru: "Показатели разных методов стоят в разных строках и не складываются.",
            ar: "ترد الأرقام ذات المنهجيات المختلفة في صفوف منفصلة ولا تُجمع أبدا.", zh: "不同方法得出的数据分行列示，从不相加。"),
    ]

    /// What figures cannot say.
    static let limits = [
        Sentence(
            "study.l.definition", en: "What counts as spam is what the policy named above says; another country may count otherwise.",
            fr: "Est du spam ce que définit la politique citée plus haut ; un autre pays peut compter autrement.",
            es: "Es spam lo que dice la política citada arriba; otro país puede contar de otro modo.",
            ru: "Спам здесь то, что определяет названная выше политика; в другой стране могут считать иначе.",
            ar: "الرسالة الاقتحامية هي ما تحدده السياسة المذكورة أعلاه، وقد يَعُد بلد آخر على نحو مختلف.", zh: "垃圾信息以上述政策的界定为准；其他国家的统计口径可能不同。"
        ),
        Sentence(
            "study.l.coverage", en: "Traffic that no contributor saw is not in the figures, unless a figure says that it is estimated.",
            fr: "Le trafic qu’aucun contributeur n’a vu n’est pas compté, sauf mention d’une estimation.",
            es: "El tráfico que ningún contribuyente vio no se cuenta, salvo que se indique una estimación.",
            ru: "Трафик, которого не видел ни один участник, в показатели не входит, если не сказано, что это оценка.",
            ar: "لا تشمل الأرقام حركة لم يرها أي مساهم، ما لم يُذكر أنها تقديرية.",
            zh: "除注明为估计外，数据不含任何提供方都未观测到的流量。"),
        Sentence(
            "study.l.errors", en: "A filter errs: a small part of what is counted as spam was wanted, and some spam was not recognised.",
            fr: "Un filtre se trompe : une petite part de ce qui est compté comme spam était légitime, et du spam n’a pas été reconnu.",
            es: "Un filtro se equivoca: una pequeña parte de lo contado como spam era legítima y parte del spam no se reconoció.",
            ru: "Фильтр ошибается: малая часть учтённого как спам была нужной, а часть спама не распознана.",
            ar: "المرشح يخطئ: جزء صغير مما عُدّ اقتحاميا كان مرغوبا فيه، وبعض الرسائل الاقتحامية لم يُتعرف عليه.",
            zh: "过滤会出错：计为垃圾信息的有小部分是正常信息，也有垃圾信息未被识别。"),
        Sentence(
            "study.l.personal", en: "The study counts messages. It keeps no content, no address and no name of a person.",
            fr: "L’étude compte des messages. Elle ne conserve ni contenu, ni adresse, ni nom de personne.",
            es: "El estudio cuenta mensajes. No guarda contenido, direcciones ni nombres de personas.",
            ru: "Исследование считает сообщения. Ни содержание, ни адреса, ни имена людей не хранятся.",
            ar: "تعُد الدراسة الرسائل، ولا تحتفظ بمحتوى ولا عنوان ولا اسم شخص.", zh: "本研究只统计信息数量，不保留内容、地址或个人姓名。"),
        Sentence(
            "study.l.disclosure",
            en:
                "A figure of too few contributors, or that one contributor dominates, is withheld, and with it others from which it could be worked out.",
            fr:
                "Un chiffre issu de trop peu de contributeurs, ou dominé par l’un d’eux, n’est pas publié, ni ceux dont on pourrait le déduire.",
            es: "No se publica una cifra de muy pocos contribuyentes o dominada por uno, ni otras de las que pueda deducirse.",
            ru:
                "Показатель от слишком немногих участников или с преобладанием одного не публикуется, как и те, по которым его можно вычислить.",
            ar: "يُحجب الرقم إذا قل عدد المساهمين فيه أو هيمن عليه أحدهم، وتُحجب معه أرقام قد يُستنتج منها.",
            zh: "提供方过少或由一方主导的数值不予公布，可推算出该值的其他数值亦不公布。"),
        Sentence(
            "study.l.change", en: "The interval of a change is that of two independent shares (MOVER, after Newcombe 1998).",
            fr: "L’intervalle d’une variation est celui de deux parts indépendantes (MOVER, d’après Newcombe 1998).",
            es: "El intervalo de una variación es el de dos proporciones independientes (MOVER, según Newcombe 1998).",
            ru: "Интервал изменения взят как для двух независимых долей (MOVER, по Newcombe 1998).",
            ar: "فاصل التغير هو فاصل نسبتين مستقلتين (MOVER، استنادا إلى Newcombe 1998).",
            zh: "变化区间按两个独立占比计算（MOVER，据Newcombe 1998）。"),
    ]

    /// Titles of charts and what they say to those who do not see them.
    static let chartWords = [
        Sentence(
            "study.f.volume", en: "Share of spam by channel", fr: "Part du spam par canal", es: "Proporción de spam por canal",
            ru: "Доля спама по каналам", ar: "نسبة الرسائل الاقتحامية حسب القناة", zh: "各渠道垃圾信息占比"),
        Sentence(
            "study.f.trend", en: "Share of spam over time", fr: "Part du spam au fil du temps", es: "Proporción de spam en el tiempo",
            ru: "Доля спама во времени", ar: "نسبة الرسائل الاقتحامية بمرور الزمن", zh: "垃圾信息占比变化"),
        Sentence(
            "study.f.types", en: "Types of spam", fr: "Types de spam", es: "Tipos de spam", ru: "Виды спама",
            ar: "أنواع الرسائل الاقتحامية", zh: "垃圾信息类型"),
        Sentence(
            "study.f.countries", en: "Countries that spam came from", fr: "Pays d’origine du spam", es: "Países de origen del spam",
            ru: "Страны происхождения спама", ar: "بلدان منشأ الرسائل الاقتحامية", zh: "垃圾信息来源国家"),
        Sentence(
            "study.f.networks", en: "Networks that spam came from", fr: "Réseaux d’origine du spam", es: "Redes de origen del spam",
            ru: "Сети происхождения спама", ar: "شبكات منشأ الرسائل الاقتحامية", zh: "垃圾信息来源网络"),
        Sentence(
            "study.f.routes", en: "Routes of spam, as seen or confirmed", fr: "Acheminement du spam, vu ou confirmé",
            es: "Rutas del spam, vistas o confirmadas", ru: "Маршруты спама, виденные или подтверждённые",
            ar: "مسارات الرسائل الاقتحامية المرئية أو المؤكدة", zh: "已观测或确认的垃圾信息路由"),
        Sentence(
            "study.f.layers", en: "Strategies that decided", fr: "Stratégies décisives", es: "Estrategias decisivas",
            ru: "Решившие стратегии", ar: "الاستراتيجيات الحاسمة", zh: "起判定作用的策略"),
        Sentence(
            "study.f.tornado", en: "What moves the estimate: {1}", fr: "Ce qui fait varier l’estimation : {1}",
            es: "Qué mueve la estimación: {1}", ru: "От чего зависит оценка: {1}", ar: "ما الذي يغيّر التقدير: {1}", zh: "影响估算的因素：{1}"),
        Sentence(
            "study.t.volume", en: "Messages by channel", fr: "Messages par canal", es: "Mensajes por canal", ru: "Сообщения по каналам",
            ar: "الرسائل حسب القناة", zh: "各渠道信息"),
        Sentence(
            "study.t.features", en: "Indicators of the whole", fr: "Indicateurs d’ensemble", es: "Indicadores del conjunto",
            ru: "Общие показатели", ar: "المؤشرات الإجمالية", zh: "总体指标"),
        Sentence(
            "study.t.languages", en: "Spam by language of the text", fr: "Spam selon la langue du texte",
            es: "Spam según el idioma del texto", ru: "Спам по языку текста", ar: "الرسائل الاقتحامية حسب لغة النص", zh: "按文本语言划分的垃圾信息"),
        Sentence(
            "study.t.directions", en: "Messages by direction", fr: "Messages selon le sens", es: "Mensajes según el sentido",
            ru: "Сообщения по направлению", ar: "الرسائل حسب الاتجاه", zh: "按方向划分的信息"),
        Sentence(
            "study.t.claimed", en: "Routes that were only claimed", fr: "Voies seulement déclarées", es: "Rutas solo declaradas",
            ru: "Лишь заявленные маршруты", ar: "مسارات مُدّعاة فقط", zh: "仅为声称的路由"),
        Sentence(
            "study.t.dispositions", en: "What was done with spam", fr: "Traitement du spam", es: "Qué se hizo con el spam",
            ru: "Что сделано со спамом", ar: "ما اتُّخذ بشأن الرسائل الاقتحامية", zh: "垃圾信息处置情况"),
        Sentence(
            "study.t.issuers", en: "Sender ids of spam by their issuer", fr: "Identifiants d’expéditeur du spam, par émetteur",
            es: "Identificadores de remitente del spam, por emisor", ru: "Имена отправителей спама, по выдавшему",
            ar: "معرفات مرسلي الرسائل الاقتحامية حسب جهة الإصدار", zh: "按发放方划分的垃圾信息发送方标识"),
        Sentence(
            "study.t.operators", en: "Spam by operator", fr: "Spam par opérateur", es: "Spam por operador", ru: "Спам по операторам",
            ar: "الرسائل الاقتحامية حسب المشغل", zh: "按运营商划分的垃圾信息"),
        Sentence(
            "study.t.answers", en: "Answers to the questionnaire", fr: "Réponses au questionnaire", es: "Respuestas al cuestionario",
            ru: "Ответы на вопросник", ar: "إجابات الاستبيان", zh: "问卷答复"),
        Sentence(
            "study.t.costs", en: "What spam costs", fr: "Ce que coûte le spam", es: "Lo que cuesta el spam", ru: "Во что обходится спам",
            ar: "تكلفة الرسائل الاقتحامية", zh: "垃圾信息的成本"),
        Sentence(
            "study.t.gap", en: "What there is to invest within five years", fr: "Ce qu’il reste à investir en cinq ans",
            es: "Lo que queda por invertir en cinco años", ru: "Что остаётся вложить за пять лет", ar: "ما يلزم استثماره خلال خمس سنوات",
            zh: "五年内尚需投资"),
        Sentence(
            "study.t.methods", en: "How figures came about", fr: "Origine des chiffres", es: "Origen de las cifras",
            ru: "Как получены показатели", ar: "كيف نشأت الأرقام", zh: "数据的产生方式"),
        Sentence(
            "study.t.datasets", en: "Datasets", fr: "Jeux de données", es: "Conjuntos de datos", ru: "Наборы данных",
            ar: "مجموعات البيانات", zh: "数据集"),
        Sentence("study.t.trace", en: "Clauses", fr: "Paragraphes", es: "Párrafos", ru: "Пункты", ar: "الفقرات", zh: "条款"),
        Sentence(
            "study.d.bars", en: "Bar chart. {1}. The same figures stand in the table below.",
            fr: "Diagramme à barres. {1}. Les mêmes chiffres figurent dans le tableau ci-dessous.",
            es: "Gráfico de barras. {1}. Las mismas cifras están en el cuadro siguiente.",
            ru: "Столбчатая диаграмма. {1}. Те же показатели в таблице ниже.",
            ar: "رسم بياني بالأعمدة. {1}. والأرقام نفسها في الجدول أدناه.", zh: "条形图。{1}。相同数据见下表。"),
        Sentence(
            "study.d.lines", en: "Line chart. {1}. The same figures stand in the table below.",
            fr: "Courbes. {1}. Les mêmes chiffres figurent dans le tableau ci-dessous.",
            es: "Gráfico de líneas. {1}. Las mismas cifras están en el cuadro siguiente.",
            ru: "Линейный график. {1}. Те же показатели в таблице ниже.",
            ar: "رسم بياني خطي. {1}. والأرقام نفسها في الجدول أدناه.", zh: "折线图。{1}。相同数据见下表。"),
        Sentence(
            "study.d.flows",
            en:
                "Flow chart: bands from origin by transit to the last station, as wide as the spam they carried. {1}. The same figures stand in the table below.",
            fr:
                "Diagramme de flux : bandes de l’origine à la dernière étape, larges comme le spam acheminé. {1}. Les mêmes chiffres figurent dans le tableau ci-dessous.",
            es:
                "Diagrama de flujos: bandas desde el origen hasta la última etapa, tan anchas como el spam que llevaron. {1}. Las mismas cifras están en el cuadro siguiente.",
            ru:
                "Диаграмма потоков: полосы от источника до последнего узла, их ширина по объёму спама. {1}. Те же показатели в таблице ниже.",
            ar: "مخطط تدفق: أشرطة من المنشأ عبر العبور إلى آخر محطة، بعرض ما حملته من رسائل اقتحامية. {1}. والأرقام نفسها في الجدول أدناه.",
            zh: "流向图：色带由来源经转接到最后节点，宽度表示垃圾信息量。{1}。相同数据见下表。"),
        Sentence(
            "study.d.tornado",
            en:
                "Tornado chart: bars from the estimate where a value is lowest to where it is highest. {1}. The same figures stand in the table below.",
            fr:
                "Diagramme en tornade : barres du résultat au plus bas au résultat au plus haut. {1}. Les mêmes chiffres figurent dans le tableau ci-dessous.",
            es:
                "Gráfico de tornado: barras del resultado en el mínimo al resultado en el máximo. {1}. Las mismas cifras están en el cuadro siguiente.",
            ru:
                "Диаграмма «торнадо»: полосы от оценки при наименьшем значении до оценки при наибольшем. {1}. Те же показатели в таблице ниже.",
            ar: "مخطط إعصاري: أعمدة من التقدير عند أدنى قيمة إلى التقدير عند أعلاها. {1}. والأرقام نفسها في الجدول أدناه.",
            zh: "龙卷风图：横条由取最低值时的估计到取最高值时的估计。{1}。相同数据见下表。"),
        Sentence("study.d.origin", en: "Origin", fr: "Origine", es: "Origen", ru: "Источник", ar: "المنشأ", zh: "来源"),
        Sentence("study.d.transit", en: "Transit", fr: "Transit", es: "Tránsito", ru: "Транзит", ar: "العبور", zh: "转接"),
        Sentence("study.d.arrival", en: "Arrival", fr: "Arrivée", es: "Llegada", ru: "Прибытие", ar: "الوصول", zh: "到达"),
        Sentence("study.d.direct", en: "direct", fr: "direct", es: "directo", ru: "напрямую", ar: "مباشر", zh: "直达"),
    ]

    /// Terms and what they mean; the term before the colon of the key's `term`.
    static let glossary = [
        Sentence("study.g.spam", en: "spam", fr: "spam", es: "spam", ru: "спам", ar: "رسالة اقتحامية", zh: "垃圾信息"),
        Sentence(
            "study.g.spam.means", en: "A message that the policy in force takes for unsolicited, whatever it travelled by.",
            fr: "Message que la politique en vigueur tient pour non sollicité, quel que soit son canal.",
            es: "Mensaje que la política en vigor considera no solicitado, sea cual sea su canal.",
            ru: "Сообщение, которое действующая политика считает непрошеным, каким бы путём оно ни пришло.",
            ar: "رسالة تعدها السياسة السارية غير مطلوبة، أيا كانت قناتها.", zh: "现行政策认定为未经请求的信息，不论经由何种渠道。"),
        Sentence(
            "study.g.share", en: "share of spam", fr: "part du spam", es: "proporción de spam", ru: "доля спама",
            ar: "نسبة الرسائل الاقتحامية", zh: "垃圾信息占比"),
        Sentence(
            "study.g.share.means", en: "Spam divided by all messages of the same channel and period.",
            fr: "Spam divisé par tous les messages du même canal et de la même période.",
            es: "Spam dividido por todos los mensajes del mismo canal y período.",
            ru: "Спам, делённый на все сообщения того же канала и периода.",
            ar: "الرسائل الاقتحامية مقسومة على جميع رسائل القناة والفترة نفسيهما.", zh: "同一渠道、同一周期内垃圾信息除以全部信息。"),
        Sentence("study.g.route", en: "route", fr: "acheminement", es: "ruta", ru: "маршрут", ar: "مسار", zh: "路由"),
        Sentence(
            "study.g.route.means",
            en: "The stations that a message passed. Each has a grade of trust: seen by us, confirmed by its operator, or only claimed.",
            fr:
                "Les étapes d’un message. Chacune a un degré de confiance : vue par nous, confirmée par son opérateur, ou seulement déclarée.",
            es:
                "Las etapas de un mensaje. Cada una tiene un grado de confianza: vista por nosotros, confirmada por su operador o solo declarada.",
            ru: "Узлы, через которые прошло сообщение. У каждого степень доверия: видели мы, подтвердил оператор или лишь заявлено.",
            ar: "المحطات التي مرت بها الرسالة، ولكل منها درجة ثقة: رأيناها، أو أكدها مشغلها، أو مُدّعاة فقط.",
            zh: "信息经过的各节点，可信程度分为：亲自观测、运营商确认、仅为声称。"),
        Sentence("study.g.campaign", en: "campaign", fr: "campagne", es: "campaña", ru: "кампания", ar: "حملة", zh: "发送批次"),
        Sentence(
            "study.g.campaign.means", en: "Messages that are the same thing, however disguised.",
            fr: "Messages identiques au fond, quel que soit leur déguisement.",
            es: "Mensajes que son lo mismo, por muy disfrazados que estén.",
            ru: "Сообщения, которые по сути одно и то же, как бы их ни маскировали.", ar: "رسائل هي في جوهرها شيء واحد مهما تنوع تمويهها.",
            zh: "无论如何伪装，实质相同的一组信息。"),
        Sentence(
            "study.g.zombie", en: "machine taken over", fr: "machine détournée", es: "máquina secuestrada", ru: "захваченная машина",
            ar: "جهاز مخترق", zh: "受控主机"),
        Sentence(
            "study.g.zombie.means", en: "A machine that sends without its owner's will (ITU-T X Suppl. 14).",
            fr: "Machine qui envoie contre la volonté de son propriétaire (UIT-T X Suppl. 14).",
            es: "Máquina que envía sin la voluntad de su dueño (UIT-T X Supl. 14).",
            ru: "Машина, рассылающая против воли владельца (МСЭ-Т X, Доп. 14).", ar: "جهاز يرسل دون إرادة صاحبه (ITU-T X، الإضافة 14).",
            zh: "违背机主意愿发送信息的主机（ITU-T X增补14）。"),
        Sentence("study.g.withheld", en: "withheld", fr: "non publié", es: "no publicado", ru: "не публикуется", ar: "محجوب", zh: "不公布"),
        Sentence(
            "study.g.withheld.means", en: "Known, and not shown, so that nobody's own figures can be worked out. It is not zero.",
            fr: "Connu mais non montré, pour que nul ne puisse déduire les chiffres d’un autre. Ce n’est pas zéro.",
            es: "Conocido pero no mostrado, para que no se deduzcan cifras ajenas. No es cero.",
            ru: "Известно, но не показано, чтобы нельзя было вычислить чужие данные. Это не ноль.",
            ar: "معروف ولا يُعرض كي لا تُستنتج أرقام جهة بعينها. وليس صفرا.", zh: "已知但不显示，以免推算出某一方的数据；并非零。"),
        Sentence(
            "study.g.interval", en: "95% interval", fr: "intervalle à 95 %", es: "intervalo del 95 %", ru: "интервал 95 %", ar: "فاصل 95%",
            zh: "95%区间"),
        Sentence(
            "study.g.interval.means", en: "Made so that it holds the true value in 95 cases of 100.",
            fr: "Construit pour contenir la valeur réelle dans 95 cas sur 100.",
            es: "Construido para contener el valor real en 95 de cada 100 casos.",
            ru: "Построен так, что содержит истинное значение в 95 случаях из 100.", ar: "أُنشئ بحيث يضم القيمة الحقيقية في 95 حالة من 100.",
            zh: "其构造使100次中有95次包含真实值。"),
        Sentence(
            "study.g.percentile", en: "percentiles P5, P50, P95", fr: "centiles P5, P50, P95", es: "percentiles P5, P50 y P95",
            ru: "П5, П50, П95", ar: "المئين 5 و50 و95", zh: "第5、50、95百分位"),
        Sentence(
            "study.g.percentile.means", en: "Values that 5, 50 and 95 of 100 draws stay below.",
            fr: "Valeurs sous lesquelles restent 5, 50 et 95 tirages sur 100.",
            es: "Valores por debajo de los cuales quedan 5, 50 y 95 de 100 sorteos.",
            ru: "Значения, ниже которых лежат 5, 50 и 95 испытаний из 100.", ar: "قيم تقع دونها 5 و50 و95 من كل 100 سحب.",
            zh: "100次抽样中有5、50、95次低于该值。"),
    ]
    static let glossaryTerms = ["spam", "share", "route", "campaign", "zombie", "withheld", "interval", "percentile"]
}
