public import Localization

extension Plausibility {
    /// What is asked. {1} is the name of a parameter or figure.
    public static let sentences = values + providers

    private static let values = [
        Sentence(
            "cost.question.outside-published",
            en: "{1} is {2}; published values lie from {3} to {4} ({5}). What explains the difference?",
            fr: "{1} vaut {2} ; les valeurs publiées vont de {3} à {4} ({5}). Qu’est-ce qui explique l’écart ?",
            es: "{1} es {2}; los valores publicados van de {3} a {4} ({5}). ¿Qué explica la diferencia?",
            ru: "{1}: {2}; опубликованные значения от {3} до {4} ({5}). Чем объясняется разница?",
            ar: "{1}: {2}؛ والقيم المنشورة من {3} إلى {4} ({5}). ما سبب الفرق؟",
            zh: "{1} 为 {2}；已公布的数值在 {3} 到 {4} 之间（{5}）。差异从何而来？"),
        Sentence(
            "cost.question.narrow", en: "{1} is an assumption with a narrow range, {2} to {3}. How sure is it?",
            fr: "{1} est une hypothèse à plage étroite, de {2} à {3}. Est-elle sûre ?",
            es: "{1} es un supuesto con un rango estrecho, de {2} a {3}. ¿Hasta qué punto es seguro?",
            ru: "{1} — предположение с узким диапазоном, от {2} до {3}. Насколько оно надёжно?",
            ar: "{1} افتراض بمجال ضيق، من {2} إلى {3}. ما مدى الثقة به؟",
            zh: "{1} 是假设值，范围很窄：{2} 到 {3}。把握有多大？"),
        Sentence(
            "cost.question.old-price", en: "The price {1} is of {2}, the estimate of {3}. Is there a newer one?",
            fr: "Le prix {1} date de {2}, l’estimation de {3}. En existe-t-il un plus récent ?",
            es: "El precio {1} es de {2} y la estimación de {3}. ¿Hay uno más reciente?",
            ru: "Цена {1} — за {2} год, оценка — за {3}. Есть ли более новая?",
            ar: "السعر {1} لعام {2} والتقدير لعام {3}. هل يوجد سعر أحدث؟", zh: "价格 {1} 是 {2} 年的，估算是 {3} 年的。有更新的价格吗？"),
        Sentence(
            "cost.question.other-country", en: "{1} comes from {2}. Does it hold in {3}?",
            fr: "{1} provient de {2}. Est-ce valable pour {3} ?", es: "{1} procede de {2}. ¿Es válido en {3}?",
            ru: "{1} взято из {2}. Верно ли это для {3}?", ar: "{1} مأخوذ من {2}. هل ينطبق على {3}؟", zh: "{1} 来自 {2}。它适用于 {3} 吗？"),
        Sentence(
            "cost.question.more-than-let-in",
            en: "{1} is {2}: more spam reaches users than is let in ({3}). Which of the two was measured?",
            fr: "{1} vaut {2} : plus de spam parvient aux utilisateurs qu’il n’en est admis ({3}). Lequel a été mesuré ?",
            es: "{1} es {2}: llega a los usuarios más spam del que se admite ({3}). ¿Cuál de los dos se midió?",
            ru: "{1}: {2}; до пользователей доходит больше спама, чем принято ({3}). Что из этого измерено?",
            ar: "{1}: {2}؛ يصل إلى المستعملين أكثر مما يُقبل ({3}). أيهما جرى قياسه؟", zh: "{1} 为 {2}：到达用户的垃圾邮件多于被接收的（{3}）。哪一个是测得的？"),
        Sentence(
            "cost.question.hour-and-income", en: "{1} is {2}; the income per head over 1,800 hours is {3}. Whose hour is it?",
            fr: "{1} vaut {2} ; le revenu par habitant sur 1 800 heures donne {3}. De qui est cette heure ?",
            es: "{1} es {2}; el ingreso por habitante entre 1800 horas es {3}. ¿De quién es esa hora?",
            ru: "{1}: {2}; доход на душу за 1800 часов даёт {3}. Чей это час?",
            ar: "{1}: {2}؛ ودخل الفرد على 1800 ساعة هو {3}. ساعة مَن هذه؟", zh: "{1} 为 {2}；人均收入除以 1800 小时为 {3}。这是谁的一小时？"),
        Sentence(
            "cost.question.share-of-product",
            en: "Operators, users and state together come to {2} % of {1}; the ITU study of 2008 has 1 % at worst. What explains it?",
            fr: "Opérateurs, utilisateurs et État atteignent ensemble {2} % de {1} ; l’étude UIT de 2008 donne 1 % au pire. Pourquoi ?",
            es: "Operadores, usuarios y Estado suman el {2} % de {1}; el estudio de la UIT de 2008 da un 1 % como máximo. ¿Por qué?",
            ru: "Операторы, пользователи и государство вместе: {2} % от {1}; в исследовании МСЭ 2008 года не более 1 %. Почему?",
            ar: "يبلغ ما يتحمله المشغلون والمستعملون والدولة معًا {2} % من {1}؛ وأسوأ تقدير لدراسة الاتحاد لعام 2008 هو 1 %. ما السبب؟",
            zh: "运营商、用户和国家合计占 {1} 的 {2} %；国际电联 2008 年研究的最坏情形为 1 %。原因何在？"),
        Sentence(
            "cost.question.above-ceiling",
            en:
                "{1}: {2} is to be invested, more than {3}, which is worth its while against the loss (Gordon and Loeb). What else does it bring?",
            fr: "{1} : {2} à investir, plus que {3}, plafond utile face à la perte (Gordon et Loeb). Qu’apporte-t-il d’autre ?",
            es: "{1}: se invertirían {2}, más que {3}, el máximo útil frente a la pérdida (Gordon y Loeb). ¿Qué más aporta?",
            ru: "{1}: вложить нужно {2}, больше, чем {3}, оправданные потерями (Гордон и Лёб). Что ещё это даёт?",
            ar: "{1}: المطلوب استثماره {2}، وهو أكثر من {3}، الحد المجدي إزاء الخسارة (غوردون ولوب). فما فوائده الأخرى؟",
            zh: "{1}：需投资 {2}，超过相对损失而言划算的上限 {3}（Gordon 和 Loeb）。它还带来什么？"),
        Sentence(
            "cost.question.fraud-apart",
            en: "{1} is {2}, but reports give {3}. Is the reporting rate right, or does the survey stand for all?",
            fr: "{1} vaut {2}, mais les signalements donnent {3}. Le taux de signalement est-il juste, l’enquête est-elle représentative ?",
            es: "{1} es {2}, pero las denuncias dan {3}. ¿Es correcta la tasa de denuncia, es representativa la encuesta?",
            ru: "{1}: {2}, а по заявлениям {3}. Верна ли доля заявлений, представителен ли опрос?",
            ar: "{1}: {2}، بينما تعطي البلاغات {3}. هل نسبة الإبلاغ صحيحة وهل المسح ممثِّل؟",
            zh: "{1} 为 {2}，而按报案推算为 {3}。报案率是否正确，调查是否有代表性？"),
        Sentence(
            "cost.question.lapsed", en: "{1} held until {2}. What holds on {3}?",
            fr: "{1} était valable jusqu’au {2}. Qu’en est-il au {3} ?",
            es: "{1} era válido hasta el {2}. ¿Qué vale el {3}?", ru: "{1}: действовало до {2}. Что действует на {3}?",
            ar: "كان {1} ساريًا حتى {2}. فما الساري في {3}؟", zh: "{1} 的有效期至 {2}。{3} 时适用什么数值？"),
        Sentence(
            "cost.question.no-better", en: "{1} is {2}, not below what reaches users today ({3}). What is to become better?",
            fr: "{1} vaut {2}, sans être inférieur à la part actuelle ({3}). Qu’est-ce qui doit s’améliorer ?",
            es: "{1} es {2}, no inferior a lo que hoy llega a los usuarios ({3}). ¿Qué ha de mejorar?",
            ru: "{1}: {2}, не меньше того, что доходит до пользователей сегодня ({3}). Что должно улучшиться?",
            ar: "{1} هو {2}، وليس أقل مما يصل إلى المستعملين اليوم ({3}). ما الذي سيتحسن؟",
            zh: "{1} 为 {2}，并不低于目前到达用户的占比（{3}）。要改善的是什么？"),
        Sentence(
            "cost.question.unanswered", en: "{1}: {2} said what is there, {3} could not. How much is there with those?",
            fr: "{1} : {2} ont indiqué l’existant, {3} n’ont pas pu. Qu’en est-il chez ces derniers ?",
            es: "{1}: {2} dijeron lo que hay y {3} no pudieron. ¿Cuánto hay en estos últimos?",
            ru: "{1}: сообщили {2}, не смогли {3}. Сколько есть у последних?",
            ar: "{1}: أفاد {2} بما لديهم ولم يستطع {3}. فكم لدى هؤلاء؟", zh: "{1}：{2} 家说明了现有情况，{3} 家无法说明。后者现有多少？"),
    ]

    private static let providers = [
        Sentence(
            "cost.question.helpdesk",
            en:
                "{1}: spam makes {2} % of the calls for help. In 2009 about a quarter of European providers had more than {3} % (ENISA). Why so many?",
            fr:
                "{1} : le spam fait {2} % des appels d’assistance. En 2009, environ un quart des fournisseurs européens dépassaient {3} % (ENISA). Pourquoi autant ?",
            es:
                "{1}: el spam supone el {2} % de las llamadas de ayuda. En 2009 cerca de un cuarto de los proveedores europeos superaba el {3} % (ENISA). ¿Por qué tantas?",
            ru:
                "{1}: на спам приходится {2} % обращений. В 2009 году более {3} % было примерно у четверти европейских поставщиков (ENISA). Почему так много?",
            ar:
                "{1}: تشكل الرسائل غير المرغوب فيها {2} % من مكالمات المساعدة. وفي 2009 تجاوز نحو ربع مقدمي الخدمة الأوروبيين {3} % (ENISA). ما سبب الكثرة؟",
            zh: "{1}：垃圾信息占求助电话的 {2} %。2009 年约四分之一的欧洲服务商超过 {3} %（ENISA）。为何如此之多？"),
        Sentence(
            "cost.question.measures",
            en: "{1} is {2}; European providers took {3} kinds in 2009, on average (ENISA). Were they counted alike?",
            fr: "{1} vaut {2} ; en 2009 les fournisseurs européens en prenaient {3} types en moyenne (ENISA). A-t-on compté de même ?",
            es: "{1} es {2}; en 2009 los proveedores europeos tomaban {3} tipos en promedio (ENISA). ¿Se contaron igual?",
            ru: "{1}: {2}; в 2009 году у европейских поставщиков было в среднем {3} видов (ENISA). Так же ли их считали?",
            ar: "{1}: {2}؛ واتخذ مقدمو الخدمة الأوروبيون {3} أنواع في المتوسط عام 2009 (ENISA). هل جرى العد بالطريقة نفسها؟",
            zh: "{1} 为 {2}；2009 年欧洲服务商平均采用 {3} 种（ENISA）。计算方法是否相同？"),
        Sentence(
            "cost.question.provider-spending",
            en:
                "{1}: {2} EUR a provider and year. In 2009 {3} % of such providers in Europe spent more than {4} EUR (ENISA). What is in it?",
            fr:
                "{1} : {2} EUR par fournisseur et par an. En 2009, {3} % de tels fournisseurs européens dépensaient plus de {4} EUR (ENISA). Que comprend ce montant ?",
            es:
                "{1}: {2} EUR por proveedor y año. En 2009 el {3} % de tales proveedores europeos gastaba más de {4} EUR (ENISA). ¿Qué incluye?",
            ru:
                "{1}: {2} евро на поставщика в год. В 2009 году больше {4} евро тратили {3} % таких поставщиков в Европе (ENISA). Что сюда входит?",
            ar: "{1}: {2} يورو لكل مقدم خدمة في السنة. وفي 2009 أنفق {3} % من أمثالهم في أوروبا أكثر من {4} يورو (ENISA). ماذا يشمل هذا؟",
            zh: "{1}：每家服务商每年 {2} 欧元。2009 年欧洲此类服务商中有 {3} % 支出超过 {4} 欧元（ENISA）。其中包括什么？"),
        Sentence(
            "cost.question.spending-apart",
            en: "{1} is {2}, but operators and providers say that they spend {3}. What do they leave out, or what does the estimate?",
            fr: "{1} vaut {2}, mais opérateurs et fournisseurs disent dépenser {3}. Qu’est-ce qui manque, d’un côté ou de l’autre ?",
            es: "{1} es {2}, pero operadores y proveedores dicen gastar {3}. ¿Qué falta en uno u otro lado?",
            ru: "{1}: {2}, а операторы и поставщики сообщают о {3}. Чего не хватает у них или в оценке?",
            ar: "{1}: {2}، بينما يقول المشغلون ومقدمو الخدمة إنهم ينفقون {3}. ماذا أغفلوا، أو ماذا أغفل التقدير؟",
            zh: "{1} 为 {2}，而运营商和服务商称其支出为 {3}。是他们还是估算遗漏了什么？"),
    ]
}
