internal import Localization

/// What `chaffinch questionnaire` says.
enum QuestionnaireSentences {
    /// What its commands do.
    static let help = [
        Sentence(
            "help.questionnaire", en: "Asks the questionnaire of Resolution 52 and keeps what comes back.",
            fr: "Pose le questionnaire de la Résolution 52 et conserve les réponses.",
            es: "Hace el cuestionario de la Resolución 52 y guarda las respuestas.", ru: "Проводит опрос по Резолюции 52 и хранит ответы.",
            ar: "يطرح استبيان القرار 52 ويحفظ ما يرد.", zh: "发放第 52 号决议问卷并保存答复。"),
        Sentence(
            "help.questionnaire.export", en: "Writes the questionnaire as an XLSForm in six languages.",
            fr: "Écrit le questionnaire sous forme de XLSForm en six langues.", es: "Escribe el cuestionario como XLSForm en seis idiomas.",
            ru: "Записывает вопросник как XLSForm на шести языках.", ar: "يكتب الاستبيان بصيغة XLSForm بست لغات.", zh: "将问卷写成六种语言的 XLSForm。"
        ),
        Sentence(
            "help.questionnaire.form", en: "Writes the questionnaire as a page that works without a network.",
            fr: "Écrit le questionnaire sous forme de page qui fonctionne sans réseau.",
            es: "Escribe el cuestionario como página que funciona sin red.", ru: "Записывает вопросник как страницу, работающую без сети.",
            ar: "يكتب الاستبيان صفحةً تعمل دون شبكة.", zh: "将问卷写成无需网络的网页。"),
        Sentence(
            "help.questionnaire.import", en: "Takes in forms that came back, and says what is wrong with them.",
            fr: "Importe les formulaires reçus et signale leurs erreurs.", es: "Importa los formularios recibidos y señala sus errores.",
            ru: "Принимает вернувшиеся формы и говорит, что в них не так.", ar: "يستورد النماذج العائدة ويبيّن ما فيها من أخطاء.",
            zh: "导入返回的表单并指出错误。"),
        Sentence(
            "help.questionnaire.prefill", en: "Fills in beforehand what was counted, with its method.",
            fr: "Préremplit ce qui a été compté, avec sa méthode.", es: "Rellena de antemano lo contado, con su método.",
            ru: "Заранее вписывает подсчитанное с указанием метода.", ar: "يملأ مسبقًا ما أُحصي مع طريقته.", zh: "预填已统计的内容并注明方法。"),
        Sentence(
            "help.questionnaire.check", en: "Looks for answers that should be asked about.", fr: "Recherche les réponses à questionner.",
            es: "Busca respuestas por las que conviene preguntar.", ru: "Ищет ответы, о которых стоит спросить.",
            ar: "يبحث عن إجابات ينبغي السؤال عنها.", zh: "查找需要询问的答复。"),
        Sentence(
            "help.questionnaire.delegate", en: "Gives a section to another party, or takes it back.",
            fr: "Confie une section à un tiers, ou la reprend.", es: "Encarga una sección a otra parte, o la recupera.",
            ru: "Передаёт раздел другой стороне или забирает его.", ar: "يسند قسمًا إلى طرف آخر أو يستعيده.", zh: "将章节交给另一方，或收回。"),
        Sentence(
            "help.questionnaire.submit", en: "Hands a response in.", fr: "Remet une réponse.", es: "Entrega una respuesta.",
            ru: "Сдаёт ответ.", ar: "يقدّم إجابة.", zh: "提交答复。"),
        Sentence(
            "help.questionnaire.review", en: "Takes a response up for review, or sends it back.", fr: "Examine une réponse, ou la renvoie.",
            es: "Revisa una respuesta, o la devuelve.", ru: "Берёт ответ на проверку или возвращает его.", ar: "يراجع إجابة أو يعيدها.",
            zh: "审核答复，或退回。"),
        Sentence(
            "help.questionnaire.approve", en: "Approves a response, or lets it enter published figures.",
            fr: "Approuve une réponse, ou l'admet dans les chiffres publiés.",
            es: "Aprueba una respuesta, o la admite en las cifras publicadas.", ru: "Одобряет ответ или включает его в публикуемые данные.",
            ar: "يوافق على إجابة أو يدرجها في الأرقام المنشورة.", zh: "批准答复，或将其纳入公布数字。"),
        Sentence(
            "help.questionnaire.aggregate", en: "Shows what may be published of all respondents together.",
            fr: "Montre ce qui peut être publié de l'ensemble des répondants.",
            es: "Muestra lo que puede publicarse del conjunto de entidades.",
            ru: "Показывает, что можно опубликовать по всем респондентам вместе.", ar: "يبيّن ما يجوز نشره عن المجيبين مجتمعين.",
            zh: "显示所有答复方可公布的汇总。"),
        Sentence(
            "help.questionnaire.compare", en: "Compares what was published of two rounds.",
            fr: "Compare ce qui a été publié de deux tours.", es: "Compara lo publicado de dos rondas.",
            ru: "Сравнивает опубликованное по двум раундам.", ar: "يقارن ما نُشر من جولتين.", zh: "比较两轮公布的数字。"),
        Sentence(
            "help.questionnaire.readiness", en: "Shows how ready a country is, and what to do next.",
            fr: "Montre l'état de préparation d'un pays et les étapes suivantes.",
            es: "Muestra la preparación de un país y los próximos pasos.", ru: "Показывает готовность страны и следующие шаги.",
            ar: "يبيّن مدى جاهزية البلد والخطوات التالية.", zh: "显示国家准备程度和后续步骤。"),
        Sentence(
            "help.questionnaire.ledger", en: "Writes answers as a ledger for the estimate of costs.",
            fr: "Écrit les réponses comme registre pour l'estimation des coûts.",
            es: "Escribe las respuestas como registro para estimar los costes.", ru: "Записывает ответы как ведомость для оценки затрат.",
            ar: "يكتب الإجابات سجلًا لتقدير التكاليف.", zh: "将答复写成用于成本估算的台账。"),
    ]

    /// What they print.
    static let all = [
        Sentence(
            "questionnaire.imported", en: "Forms taken: {1}. Answers: {2}. Taken before: {3}. Problems: {4}.",
            fr: "Formulaires importés : {1}. Réponses : {2}. Déjà importés : {3}. Problèmes : {4}.",
            es: "Formularios importados: {1}. Respuestas: {2}. Ya importados: {3}. Problemas: {4}.",
            ru: "Принято форм: {1}. Ответов: {2}. Уже приняты: {3}. Ошибок: {4}.",
            ar: "النماذج المستوردة: {1}. الإجابات: {2}. المستوردة من قبل: {3}. المشكلات: {4}.", zh: "已导入表单：{1}。答复：{2}。此前已导入：{3}。问题：{4}。"),
        Sentence(
            "questionnaire.prefilled", en: "Answers filled in beforehand: {1}", fr: "Réponses préremplies : {1}",
            es: "Respuestas rellenadas: {1}", ru: "Заполнено заранее ответов: {1}", ar: "الإجابات المملوءة مسبقًا: {1}", zh: "预填答复：{1}"),
        Sentence(
            "questionnaire.checked", en: "Answered: {1} of {2}, not available: {3}. To be asked: {4}.",
            fr: "Réponses : {1} sur {2}, non disponibles : {3}. À demander : {4}.",
            es: "Respondidas: {1} de {2}, no disponibles: {3}. Por preguntar: {4}.",
            ru: "Отвечено: {1} из {2}, нет данных: {3}. Спросить: {4}.", ar: "أُجيب عن {1} من {2}، غير متاح: {3}. للسؤال: {4}.",
            zh: "已答 {1}，共 {2}，无法提供：{3}。待询问：{4}。"),
        Sentence(
            "questionnaire.now", en: "{1} is now: {2}", fr: "{1} est maintenant : {2}", es: "{1} está ahora: {2}", ru: "{1} теперь: {2}",
            ar: "حالة {1} الآن: {2}", zh: "{1} 现为：{2}"),
        Sentence("questionnaire.state.draft", en: "draft", fr: "brouillon", es: "borrador", ru: "черновик", ar: "مسودة", zh: "草稿"),
        Sentence("questionnaire.state.delegated", en: "delegated", fr: "délégué", es: "delegado", ru: "передан", ar: "مسند", zh: "已委托"),
        Sentence("questionnaire.state.submitted", en: "submitted", fr: "remis", es: "entregado", ru: "сдан", ar: "مقدَّم", zh: "已提交"),
        Sentence(
            "questionnaire.state.in-review", en: "in review", fr: "en examen", es: "en revisión", ru: "на проверке", ar: "قيد المراجعة",
            zh: "审核中"),
        Sentence("questionnaire.state.returned", en: "returned", fr: "renvoyé", es: "devuelto", ru: "возвращён", ar: "معاد", zh: "已退回"),
        Sentence(
            "questionnaire.state.approved", en: "approved", fr: "approuvé", es: "aprobado", ru: "одобрен", ar: "موافَق عليه", zh: "已批准"),
        Sentence(
            "questionnaire.state.published", en: "published", fr: "publié", es: "publicado", ru: "опубликован", ar: "منشور", zh: "已公布"),
        Sentence(
            "questionnaire.ready", en: "In place: {1} % of what the answers tell of", fr: "En place : {1} % de ce que disent les réponses",
            es: "Existe: {1} % de lo que dicen las respuestas", ru: "Есть: {1} % из того, о чём говорят ответы",
            ar: "القائم: {1} % مما تذكره الإجابات", zh: "已具备：答复所涉内容的 {1} %"),
        Sentence(
            "questionnaire.hidden", en: "not published", fr: "non publié", es: "no publicado", ru: "не публикуется", ar: "غير منشور",
            zh: "不公布"),
        Sentence(
            "questionnaire.aggregated", en: "Responses: {1}. Figures not published: {2}; they are not zero.",
            fr: "Réponses : {1}. Chiffres non publiés : {2} ; ils ne valent pas zéro.",
            es: "Respuestas: {1}. Cifras no publicadas: {2}; no son cero.", ru: "Ответов: {1}. Не публикуется: {2}; это не нули.",
            ar: "الإجابات: {1}. الأرقام غير المنشورة: {2}، وليست أصفارًا.", zh: "答复：{1}。未公布数字：{2}，并非为零。"),
    ]
}
