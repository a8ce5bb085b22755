public import Localization

/// What forms say around the questions.
public enum FormSentences {
    /// All of it.
    public static let all = fields + methods + grades + page

    static let fields = [
        Sentence("form.low", en: "Lowest", fr: "Minimum", es: "Mínimo", ru: "Наименьшее", ar: "الأدنى", zh: "最低值"),
        Sentence("form.mid", en: "Likeliest", fr: "Plus probable", es: "Más probable", ru: "Вероятное", ar: "الأرجح", zh: "最可能值"),
        Sentence("form.high", en: "Highest", fr: "Maximum", es: "Máximo", ru: "Наибольшее", ar: "الأعلى", zh: "最高值"),
        Sentence("form.method", en: "Method", fr: "Méthode", es: "Método", ru: "Метод", ar: "الطريقة", zh: "方法"),
        Sentence("form.grade", en: "Quality", fr: "Qualité", es: "Calidad", ru: "Качество", ar: "الجودة", zh: "质量"),
        Sentence("form.source", en: "Source note", fr: "Source", es: "Fuente", ru: "Источник", ar: "المصدر", zh: "来源说明"),
        Sentence("form.na", en: "Not available", fr: "Non disponible", es: "No disponible", ru: "Нет данных", ar: "غير متاح", zh: "无法提供"),
        Sentence(
            "form.confidentiality", en: "Who may see it", fr: "Qui peut le voir", es: "Quién puede verlo", ru: "Кто может видеть",
            ar: "من يمكنه رؤيتها", zh: "谁可以看到"),
        Sentence(
            "form.confidentiality.statistics", en: "in sums only", fr: "dans des sommes seulement", es: "solo en sumas",
            ru: "только в суммах", ar: "في المجاميع فقط", zh: "仅用于汇总"),
        Sentence("form.confidentiality.open", en: "everybody", fr: "tout le monde", es: "todos", ru: "все", ar: "الجميع", zh: "所有人"),
        Sentence(
            "form.confidentiality.closed", en: "the centre only", fr: "le centre seulement", es: "solo el centro", ru: "только центр",
            ar: "المركز فقط", zh: "仅限中心"),
        Sentence(
            "form.respondent", en: "Code of the respondent", fr: "Code du répondant", es: "Código de la entidad", ru: "Код респондента",
            ar: "رمز المجيب", zh: "答复方代码"),
        Sentence("form.yes", en: "yes", fr: "oui", es: "sí", ru: "да", ar: "نعم", zh: "是"),
    ]

    static let methods = [
        Sentence("form.method.measured", en: "measured", fr: "mesuré", es: "medido", ru: "измерено", ar: "مقيس", zh: "实测"),
        Sentence("form.method.sampled", en: "sampled", fr: "échantillonné", es: "muestreado", ru: "выборка", ar: "بالعينة", zh: "抽样"),
        Sentence("form.method.reported", en: "reported", fr: "signalé", es: "notificado", ru: "сообщено", ar: "مبلَّغ عنه", zh: "举报"),
        Sentence("form.method.surveyed", en: "surveyed", fr: "enquêté", es: "encuestado", ru: "опрос", ar: "بالمسح", zh: "调查"),
        Sentence(
            "form.method.published", en: "read elsewhere", fr: "publié ailleurs", es: "publicado", ru: "опубликовано", ar: "منشور",
            zh: "已发表"),
        Sentence("form.method.estimated", en: "worked out", fr: "calculé", es: "calculado", ru: "рассчитано", ar: "محسوب", zh: "推算"),
        Sentence(
            "form.method.expert", en: "expert judgement", fr: "avis d'expert", es: "juicio experto", ru: "мнение эксперта", ar: "رأي خبير",
            zh: "专家判断"),
    ]

    static let grades = [
        Sentence("form.grade.A", en: "A: measured", fr: "A : mesuré", es: "A: medido", ru: "A: измерено", ar: "A: مقيس", zh: "A：实测"),
        Sentence("form.grade.B", en: "B: survey", fr: "B : enquête", es: "B: encuesta", ru: "B: опрос", ar: "B: مسح", zh: "B：调查"),
        Sentence(
            "form.grade.C", en: "C: literature", fr: "C : littérature", es: "C: bibliografía", ru: "C: литература", ar: "C: منشورات",
            zh: "C：文献"),
        Sentence(
            "form.grade.D", en: "D: assumption", fr: "D : hypothèse", es: "D: supuesto", ru: "D: допущение", ar: "D: افتراض", zh: "D：假设"),
    ]

    static let page = [
        Sentence(
            "form.title", en: "Questionnaire on spam (WTSA Resolution 52)", fr: "Questionnaire sur le spam (Résolution 52 de l'AMNT)",
            es: "Cuestionario sobre el spam (Resolución 52 de la AMNT)", ru: "Вопросник по спаму (Резолюция 52 ВАСЭ)",
            ar: "استبيان بشأن الرسائل الاقتحامية (القرار 52 للجمعية العالمية لتقييس الاتصالات)", zh: "垃圾信息问卷（WTSA 第 52 号决议）"),
        Sentence(
            "form.intro",
            en: "This form works without a network. What you enter stays on this machine until you save it to a file and send the file.",
            fr:
                "Ce formulaire fonctionne sans réseau. Vos saisies restent sur cette machine jusqu'à ce que vous enregistriez et envoyiez le fichier.",
            es: "Este formulario funciona sin red. Lo que introduzca queda en este equipo hasta que guarde y envíe el archivo.",
            ru: "Эта форма работает без сети. Введённое остаётся на этой машине, пока вы не сохраните и не отправите файл.",
            ar: "يعمل هذا النموذج دون شبكة. يبقى ما تدخله على هذا الجهاز إلى أن تحفظه في ملف وترسله.",
            zh: "本表单无需网络。填写内容保留在本机，直到您保存并发送文件。"),
        Sentence("form.language", en: "Language", fr: "Langue", es: "Idioma", ru: "Язык", ar: "اللغة", zh: "语言"),
        Sentence("form.sections", en: "Sections", fr: "Sections", es: "Secciones", ru: "Разделы", ar: "الأقسام", zh: "章节"),
        Sentence(
            "form.save", en: "Save to a file", fr: "Enregistrer dans un fichier", es: "Guardar en un archivo", ru: "Сохранить в файл",
            ar: "حفظ في ملف", zh: "保存到文件"),
        Sentence(
            "form.load", en: "Load a file", fr: "Charger un fichier", es: "Cargar un archivo", ru: "Загрузить файл", ar: "تحميل ملف",
            zh: "加载文件"),
        Sentence("form.print", en: "Print", fr: "Imprimer", es: "Imprimir", ru: "Печать", ar: "طباعة", zh: "打印"),
        Sentence(
            "form.saved", en: "The file is saved.", fr: "Le fichier est enregistré.", es: "El archivo está guardado.", ru: "Файл сохранён.",
            ar: "حُفظ الملف.", zh: "文件已保存。"),
        Sentence(
            "form.loaded", en: "Answers loaded: {1}", fr: "Réponses chargées : {1}", es: "Respuestas cargadas: {1}",
            ru: "Загружено ответов: {1}", ar: "الإجابات المحمَّلة: {1}", zh: "已加载答复：{1}"),
        Sentence(
            "form.answered", en: "Answered: {1} of {2}", fr: "Réponses : {1} sur {2}", es: "Respondidas: {1} de {2}",
            ru: "Отвечено: {1} из {2}", ar: "أُجيب عن {1} من {2}", zh: "已答 {1}，共 {2}"),
        Sentence(
            "form.broken", en: "This is no file of this form.", fr: "Ce n'est pas un fichier de ce formulaire.",
            es: "No es un archivo de este formulario.", ru: "Это не файл этой формы.", ar: "هذا ليس ملفًا من هذا النموذج.", zh: "这不是本表单的文件。"),
        Sentence(
            "form.order", en: "Lowest, likeliest and highest have to be in order.",
            fr: "Minimum, plus probable et maximum doivent être dans l'ordre.",
            es: "Mínimo, más probable y máximo deben estar en orden.", ru: "Наименьшее, вероятное и наибольшее должны идти по порядку.",
            ar: "يجب أن تكون القيم الدنيا والأرجح والعليا مرتبة.", zh: "最低值、最可能值和最高值须依次递增。"),
        Sentence(
            "form.bounds", en: "Give a value from {1} to {2}.", fr: "Donnez une valeur de {1} à {2}.", es: "Indique un valor de {1} a {2}.",
            ru: "Укажите значение от {1} до {2}.", ar: "أدخل قيمة من {1} إلى {2}.", zh: "请填写 {1} 至 {2} 之间的值。"),
        Sentence(
            "form.shape", en: "Write it as the hint says.", fr: "Respectez le format indiqué.", es: "Escríbalo como se indica.",
            ru: "Запишите, как указано в подсказке.", ar: "اكتبها كما في التلميح.", zh: "请按提示格式填写。"),
        Sentence(
            "form.prefilled", en: "Filled in beforehand from measurements; please check. Method: {1}",
            fr: "Prérempli à partir de mesures ; veuillez vérifier. Méthode : {1}",
            es: "Rellenado a partir de mediciones; compruébelo. Método: {1}", ru: "Заполнено заранее по измерениям; проверьте. Метод: {1}",
            ar: "مُلئت مسبقًا من القياسات؛ يرجى التحقق. الطريقة: {1}", zh: "已根据测量预填，请核对。方法：{1}"),
        Sentence(
            "form.choose", en: "(none chosen)", fr: "(aucun choix)", es: "(sin elegir)", ru: "(не выбрано)", ar: "(لم يُختر)", zh: "（未选择）"),
        Sentence(
            "form.more", en: "Method, quality and source", fr: "Méthode, qualité et source", es: "Método, calidad y fuente",
            ru: "Метод, качество и источник", ar: "الطريقة والجودة والمصدر", zh: "方法、质量和来源"),
        Sentence(
            "form.minutes", en: "About {1} minutes", fr: "Environ {1} minutes", es: "Unos {1} minutos", ru: "Около {1} минут",
            ar: "نحو {1} دقيقة", zh: "约 {1} 分钟"),
    ]
}
