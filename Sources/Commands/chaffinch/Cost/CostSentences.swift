internal import CostModel
internal import Localization

/// What `chaffinch cost` says.
enum CostSentences {
    static let all = page + perspectives + FigureNames.sentences + lists

    static let help = [
        Sentence(
            "help.cost", en: "Estimates what spam costs and what there is to invest, from values with sources.",
            fr: "Estime le coût du spam et les investissements à faire, à partir de valeurs sourcées.",
            es: "Estima lo que cuesta el spam y lo que hay que invertir, con valores de fuente conocida.",
            ru: "Оценивает, во что обходится спам и сколько нужно вложить, по значениям с источниками.",
            ar: "يقدّر تكلفة الرسائل غير المرغوب فيها وما يلزم استثماره، من قيم معروفة المصدر.",
            zh: "根据注明来源的数值估算垃圾信息的成本和所需投资。")
    ]

    private static let page = [
        Sentence(
            "cost.problems", en: "Problems: {1}. There is no estimate while there is one.",
            fr: "Problèmes : {1}. Aucune estimation tant qu’il en reste un.",
            es: "Problemas: {1}. No hay estimación mientras quede alguno.",
            ru: "Ошибок: {1}. Пока есть хоть одна, оценки нет.", ar: "المشكلات: {1}. لا تقدير ما دامت هناك مشكلة.",
            zh: "问题：{1}。只要还有问题，就不作估算。"),
        Sentence(
            "cost.head", en: "{1}, {2} in prices of {3}, a year unless said. Draws: {4}, seed: {5}.",
            fr: "{1}, {2} aux prix de {3}, par an sauf mention. Tirages : {4}, graine : {5}.",
            es: "{1}, {2} a precios de {3}, por año salvo indicación. Sorteos: {4}, semilla: {5}.",
            ru: "{1}, {2} в ценах {3} года, за год, если не сказано иное. Испытаний: {4}, начальное число: {5}.",
            ar: "{1}، {2} بأسعار {3}، في السنة ما لم يُذكر غير ذلك. السحوبات: {4}، البذرة: {5}.",
            zh: "{1}，{2}，{3} 年价格，除另注明外均为每年。抽样次数：{4}，种子：{5}。"),
        Sentence(
            "cost.example", en: "This is an example. Its data is invented.", fr: "Ceci est un exemple. Ses données sont inventées.",
            es: "Esto es un ejemplo. Sus datos son inventados.", ru: "Это пример. Данные вымышлены.", ar: "هذا مثال وبياناته مختلقة.",
            zh: "这是示例，数据纯属虚构。"),
        Sentence("cost.mid", en: "likeliest", fr: "plus probable", es: "más probable", ru: "вероятнее всего", ar: "الأرجح", zh: "最可能"),
        Sentence("cost.p5", en: "P5", fr: "P5", es: "P5", ru: "П5", ar: "المئين 5", zh: "第 5 百分位"),
        Sentence("cost.p50", en: "P50", fr: "P50", es: "P50", ru: "П50", ar: "المئين 50", zh: "第 50 百分位"),
        Sentence("cost.p95", en: "P95", fr: "P95", es: "P95", ru: "П95", ar: "المئين 95", zh: "第 95 百分位"),
        Sentence("cost.total", en: "Total", fr: "Total", es: "Total", ru: "Всего", ar: "المجموع", zh: "合计"),
        Sentence(
            "cost.total-in-part", en: "Total of what is known", fr: "Total de ce qui est connu", es: "Total de lo conocido",
            ru: "Всего из известного", ar: "مجموع المعروف", zh: "已知部分合计"),
        Sentence(
            "cost.no-total", en: "These lines are not added up: they come out of different pockets, or are two estimates of one loss.",
            fr: "Ces lignes ne s’additionnent pas : ce sont des poches différentes, ou deux estimations d’une même perte.",
            es: "Estas líneas no se suman: salen de bolsillos distintos o son dos estimaciones de una misma pérdida.",
            ru: "Эти строки не складываются: это разные карманы или две оценки одних потерь.",
            ar: "لا تُجمع هذه السطور: فهي من جيوب مختلفة أو تقديران لخسارة واحدة.", zh: "以上各行不相加：它们出自不同的口袋，或是对同一损失的两种估计。"),
        Sentence(
            "cost.sum", en: "Perspectives added up, as asked for", fr: "Points de vue additionnés, à votre demande",
            es: "Perspectivas sumadas, a petición", ru: "Сумма точек зрения, по запросу", ar: "مجموع وجهات النظر، بناءً على الطلب",
            zh: "按要求相加的各方"),
        Sentence(
            "cost.sum-caution", en: "An hour of a user is no invoice: name the perspectives wherever this sum is quoted.",
            fr: "Une heure d’utilisateur n’est pas une facture : nommez les points de vue partout où cette somme est citée.",
            es: "Una hora de usuario no es una factura: nombre las perspectivas donde cite esta suma.",
            ru: "Час пользователя — не счёт к оплате: приводя эту сумму, называйте точки зрения.",
            ar: "ساعة المستعمل ليست فاتورة: اذكر وجهات النظر حيثما ورد هذا المجموع.", zh: "用户的一小时并非账单：引用此合计时请注明包含哪几方。"),
        Sentence(
            "cost.people", en: "People that calls, reports and cases take: {1}.",
            fr: "Personnes pour appels, signalements et dossiers : {1}.",
            es: "Personas para llamadas, denuncias y expedientes: {1}.", ru: "Людей для звонков, сообщений и дел: {1}.",
            ar: "الأشخاص اللازمون للمكالمات والبلاغات والقضايا: {1}.", zh: "处理电话、举报和案件所需人数：{1}。"),
        Sentence(
            "cost.year-people", en: "Year {1}: people that calls, reports and cases take {2}.",
            fr: "Année {1} : personnes pour appels, signalements et dossiers {2}.",
            es: "Año {1}: personas para llamadas, denuncias y expedientes {2}.", ru: "Год {1}: людей для звонков, сообщений и дел {2}.",
            ar: "السنة {1}: الأشخاص اللازمون للمكالمات والبلاغات والقضايا {2}.", zh: "第 {1} 年：处理电话、举报和案件所需人数 {2}。"),
        Sentence(
            "cost.scenario", en: "Scenario: {1}.", fr: "Scénario : {1}.", es: "Escenario: {1}.", ru: "Сценарий: {1}.",
            ar: "السيناريو: {1}.",
            zh: "情景：{1}。"),
        Sentence(
            "cost.as-of", en: "Values as they hold on {1}.", fr: "Valeurs en vigueur au {1}.", es: "Valores vigentes el {1}.",
            ru: "Значения, действующие на {1}.", ar: "القيم السارية في {1}.", zh: "采用 {1} 时有效的数值。"),
        Sentence(
            "cost.replayed", en: "The run of Chaffinch {1} was made again: all {2} figures are the same.",
            fr: "Le calcul de Chaffinch {1} a été refait : les {2} montants sont identiques.",
            es: "Se repitió el cálculo de Chaffinch {1}: las {2} cifras son iguales.",
            ru: "Расчёт Chaffinch {1} повторён: все {2} цифр совпали.", ar: "أُعيد حساب Chaffinch {1}: الأرقام كلها ({2}) متطابقة.",
            zh: "已重算 Chaffinch {1} 的结果：{2} 个数值全部相同。"),
        Sentence(
            "cost.differs", en: "The run of Chaffinch {1} came out otherwise. Figures that differ: {2}.",
            fr: "Le calcul de Chaffinch {1} donne autre chose. Montants différents : {2}.",
            es: "El cálculo de Chaffinch {1} da otro resultado. Cifras distintas: {2}.",
            ru: "Расчёт Chaffinch {1} дал другое. Отличаются: {2}.", ar: "جاء حساب Chaffinch {1} مختلفًا. الأرقام المختلفة: {2}.",
            zh: "重算 Chaffinch {1} 的结果有出入。不同的数值：{2}。"),
        Sentence(
            "cost.agents", en: "Agents the hotline needs in its busiest hour: {1}.",
            fr: "Agents nécessaires à l’heure la plus chargée : {1}.",
            es: "Agentes necesarios en la hora punta: {1}.", ru: "Операторов в самый загруженный час: {1}.",
            ar: "الموظفون اللازمون في ساعة الذروة: {1}.", zh: "热线最忙小时所需座席：{1}。"),
    ]

    private static let perspectives = [
        Sentence(
            "cost.perspective.operator", en: "What operators spend", fr: "Dépenses des opérateurs", es: "Gasto de los operadores",
            ru: "Расходы операторов", ar: "ما ينفقه المشغلون", zh: "运营商的支出"),
        Sentence(
            "cost.perspective.users", en: "What users spend, most of it time", fr: "Coût pour les utilisateurs, surtout du temps",
            es: "Coste para los usuarios, sobre todo tiempo", ru: "Затраты пользователей, в основном времени",
            ar: "ما يتحمله المستعملون، وأكثره وقت", zh: "用户的付出（主要是时间）"),
        Sentence(
            "cost.perspective.public", en: "What the state spends", fr: "Dépenses de l’État", es: "Gasto del Estado",
            ru: "Расходы государства",
            ar: "ما تنفقه الدولة", zh: "国家的支出"),
        Sentence(
            "cost.perspective.transfers", en: "What changes hands", fr: "Ce qui change de mains", es: "Lo que cambia de manos",
            ru: "Что переходит из рук в руки", ar: "ما ينتقل من يد إلى يد", zh: "转移的钱款"),
        Sentence(
            "cost.by-means", en: "The same by means, over the classes that are known", fr: "De même par moyens, pour les classes connues",
            es: "Lo mismo por medios, en las clases conocidas", ru: "То же по средствам, по известным классам",
            ar: "الشيء نفسه حسب الوسائل، في الفئات المعروفة", zh: "按手段划分（已知类别）"),
        Sentence(
            "cost.comparison", en: "For comparison with other countries, in international dollars of {1}",
            fr: "Pour comparer avec d’autres pays, en dollars internationaux de {1}",
            es: "Para comparar con otros países, en dólares internacionales de {1}",
            ru: "Для сравнения с другими странами, в международных долларах {1} года", ar: "للمقارنة ببلدان أخرى، بدولارات دولية لعام {1}",
            zh: "供国际比较（{1} 年国际元）"),
        Sentence(
            "cost.comparison-note", en: "{1} {2} of {3} buy what one of them buys ({4}).",
            fr: "{1} {2} de {3} achètent ce qu’achète l’un d’eux ({4}).", es: "{1} {2} de {3} compran lo que uno de ellos ({4}).",
            ru: "На {1} {2} {3} года можно купить то же, что на один такой доллар ({4}).",
            ar: "{1} {2} لعام {3} تشتري ما يشتريه دولار واحد منها ({4}).",
            zh: "{3} 年的 {1} {2} 可购得一国际元所购之物（{4}）。"),
        Sentence(
            "cost.spending", en: "What they say they spend on it", fr: "Dépenses déclarées", es: "Gasto declarado",
            ru: "Расходы по их словам", ar: "ما يقولون إنهم ينفقونه", zh: "自报支出"),
        Sentence(
            "cost.spending-note", en: "Told, not worked out; these lines are in no other figure and are not added up.",
            fr: "Déclaré, non calculé ; ces lignes n’entrent dans aucun autre montant et ne s’additionnent pas.",
            es: "Declarado, no calculado; estas líneas no entran en ninguna otra cifra ni se suman.",
            ru: "По сообщениям, а не по расчёту; эти строки не входят в другие цифры и не складываются.",
            ar: "مصرَّح به لا محسوب؛ لا تدخل هذه السطور في أي رقم آخر ولا تُجمع.", zh: "系自报而非测算；以上各行不计入其他数值，也不相加。"),
        Sentence(
            "cost.investment", en: "To be invested within five years", fr: "À investir en cinq ans", es: "Por invertir en cinco años",
            ru: "Вложить за пять лет", ar: "ما يلزم استثماره في خمس سنوات", zh: "五年内需投资"),
        Sentence(
            "cost.year", en: "Year {1}: messages a second in the busiest hour {2}, servers {3}, to buy for {4}.",
            fr: "Année {1} : messages par seconde à l’heure de pointe {2}, serveurs {3}, à l’achat {4}.",
            es: "Año {1}: mensajes por segundo en la hora punta {2}, servidores {3}, compra {4}.",
            ru: "Год {1}: сообщений в секунду в час пик {2}, серверов {3}, покупка за {4}.",
            ar: "السنة {1}: الرسائل في الثانية في الذروة {2}، الخوادم {3}، ثمن الشراء {4}.",
            zh: "第 {1} 年：最忙小时每秒消息 {2}，服务器 {3}，购置费 {4}。"),
    ]

    private static let lists = [
        Sentence(
            "cost.tornado", en: "What moves the figures", fr: "Ce qui fait varier les montants", es: "Qué mueve las cifras",
            ru: "От чего зависят цифры", ar: "ما الذي يغيّر الأرقام", zh: "影响结果的因素"),
        Sentence(
            "cost.tornado-note", en: "One value at a time, from its lowest to its highest; all others as is likeliest.",
            fr: "Une valeur à la fois, de la plus basse à la plus haute ; les autres à leur valeur la plus probable.",
            es: "Un valor cada vez, del más bajo al más alto; los demás en su valor más probable.",
            ru: "По одному значению, от наименьшего до наибольшего; остальные — наиболее вероятные.",
            ar: "قيمة واحدة في كل مرة، من أدناها إلى أعلاها، والباقي على الأرجح.", zh: "每次只变动一个数值，由最低到最高；其余取最可能值。"),
        Sentence(
            "cost.missing", en: "What is missing", fr: "Ce qui manque", es: "Qué falta", ru: "Чего не хватает", ar: "ما ينقص", zh: "缺少的数值"),
        Sentence(
            "cost.missing-note", en: "Nothing is guessed. Enter these with their source, and the figures behind them can be worked out.",
            fr: "Rien n’est deviné. Saisissez ces valeurs avec leur source et les montants indiqués pourront être calculés.",
            es: "No se adivina nada. Introduzca estos valores con su fuente y se podrán calcular las cifras indicadas.",
            ru: "Ничего не угадывается. Внесите эти значения с источниками, и указанные цифры можно будет вычислить.",
            ar: "لا يُخمَّن شيء. أدخل هذه القيم مع مصادرها لتُحسب الأرقام المذكورة.", zh: "不作任何猜测。填入以下数值及其来源，即可算出所列各项。"),
        Sentence(
            "cost.missing-line", en: "{1}: {2}, in {3} (for {4})", fr: "{1} : {2}, en {3} (pour {4})", es: "{1}: {2}, en {3} (para {4})",
            ru: "{1}: {2}, в {3} (для {4})", ar: "{1}: {2}، بوحدة {3} (من أجل {4})", zh: "{1}：{2}，单位 {3}（用于 {4}）"),
        Sentence(
            "cost.asked", en: "Looked for and not to be had: {1}", fr: "Cherché sans succès : {1}", es: "Buscado sin éxito: {1}",
            ru: "Искали и не нашли: {1}", ar: "جرى البحث عنه ولم يتوفر: {1}", zh: "已查找但无法获得：{1}"),
        Sentence(
            "cost.missing-classes", en: "Classes of X.1231 of which no facility is entered: {1}",
            fr: "Classes de X.1231 sans installation saisie : {1}", es: "Clases de X.1231 sin instalación registrada: {1}",
            ru: "Классы X.1231, по которым ничего не внесено: {1}", ar: "فئات X.1231 التي لم تُدخل لها مرافق: {1}",
            zh: "未填任何设施的 X.1231 类别：{1}"),
        Sentence(
            "cost.missing-means", en: "Means by which no facility is entered: {1}", fr: "Moyens sans installation saisie : {1}",
            es: "Medios sin instalación registrada: {1}", ru: "Средства, по которым ничего не внесено: {1}",
            ar: "وسائل لم تُدخل لها مرافق: {1}", zh: "未填任何设施的手段：{1}"),
        Sentence(
            "cost.awaited", en: "Facilities whose answers have yet to come: {1}", fr: "Installations dont on attend les réponses : {1}",
            es: "Instalaciones cuyas respuestas faltan: {1}", ru: "Объекты, по которым ждут ответов: {1}",
            ar: "مرافق تُنتظر الإجابات بشأنها: {1}", zh: "尚待答复的设施：{1}"),
        Sentence(
            "cost.comment", en: "The ledger says: {1}", fr: "Le registre indique : {1}", es: "El registro dice: {1}",
            ru: "В книге сказано: {1}", ar: "يقول السجل: {1}", zh: "账目注明：{1}"),
        Sentence(
            "cost.unentered", en: "What was taken from elsewhere", fr: "Ce qui vient d’ailleurs", es: "Lo que viene de otra parte",
            ru: "Что взято из других мест", ar: "ما أُخذ من مصادر أخرى", zh: "取自他处的数值"),
        Sentence(
            "cost.unentered-note", en: "Nobody entered these. Measure them where you can; D is an assumption.",
            fr: "Personne ne les a saisies. Mesurez-les si possible ; D est une hypothèse.",
            es: "Nadie los introdujo. Mídalos si puede; D es un supuesto.",
            ru: "Эти значения никто не вносил. Измерьте их, где можете; D — предположение.",
            ar: "لم يُدخل أحد هذه القيم. قِسها حيث أمكن؛ D افتراض.", zh: "这些数值无人填写。请尽量实测；D 表示假设。"),
        Sentence(
            "cost.unentered-line", en: "{1}: {2} (grade {3}; {4})", fr: "{1} : {2} (niveau {3} ; {4})", es: "{1}: {2} (grado {3}; {4})",
            ru: "{1}: {2} (степень {3}; {4})", ar: "{1}: {2} (الدرجة {3}؛ {4})", zh: "{1}：{2}（等级 {3}；{4}）"),
        Sentence(
            "cost.derived", en: "from country.income-per-head, over 1,800 hours", fr: "d’après country.income-per-head, sur 1 800 heures",
            es: "de country.income-per-head, entre 1800 horas", ru: "из country.income-per-head, на 1800 часов",
            ar: "من country.income-per-head على 1800 ساعة", zh: "由 country.income-per-head 除以 1800 小时"),
        Sentence(
            "cost.questions", en: "Questions; none of them keeps you from an estimate", fr: "Questions ; aucune ne bloque l’estimation",
            es: "Preguntas; ninguna impide la estimación", ru: "Вопросы; ни один не мешает оценке", ar: "أسئلة، ولا يمنع أي منها التقدير",
            zh: "疑问（均不妨碍估算）"),
    ]
}
