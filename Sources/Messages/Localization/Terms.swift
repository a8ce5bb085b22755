public import Messages

/// The words of the command itself: heads of tables, names of dispositions, layers, classes and the like.
///
/// Keys are `term.` and a name for words of the table, and the kind of thing and its stable code for values (`disposition.tag`,
/// `class.phishing`, `gap.deadline`).
public enum Terms {
    /// Every term, to build a catalogue from.
    public static let all: [Sentence] = tableHeads + verdictWords + dispositions + layers + coverage + threatClasses + channels + places

    /// Heads of tables and fields.
    static let tableHeads: [Sentence] = [
        Sentence("term.message", en: "Message", fr: "Message", es: "Mensaje", ru: "Сообщение", ar: "الرسالة", zh: "消息"),
        Sentence("term.path", en: "File", fr: "Fichier", es: "Archivo", ru: "Файл", ar: "الملف", zh: "文件"),
        Sentence("term.channel", en: "Channel", fr: "Canal", es: "Canal", ru: "Канал", ar: "القناة", zh: "渠道"),
        Sentence("term.cell", en: "Medium", fr: "Support", es: "Medio", ru: "Вид связи", ar: "الوسيط", zh: "媒介"),
        Sentence("term.direction", en: "Direction", fr: "Sens", es: "Sentido", ru: "Направление", ar: "الاتجاه", zh: "方向"),
        Sentence("term.verdict", en: "Verdict", fr: "Verdict", es: "Veredicto", ru: "Заключение", ar: "الحكم", zh: "判定"),
        Sentence(
            "term.probability", en: "Probability of spam", fr: "Probabilité de spam", es: "Probabilidad de spam", ru: "Вероятность спама",
            ar: "احتمال أن تكون غير مرغوب فيها", zh: "垃圾信息概率"),
        Sentence("term.class", en: "Class", fr: "Catégorie", es: "Clase", ru: "Вид угрозы", ar: "الفئة", zh: "类别"),
        Sentence("term.disposition", en: "Disposition", fr: "Traitement", es: "Tratamiento", ru: "Решение", ar: "الإجراء", zh: "处置"),
        Sentence("term.reasons", en: "Reasons", fr: "Raisons", es: "Motivos", ru: "Причины", ar: "الأسباب", zh: "理由"),
        Sentence("term.reason", en: "Reason", fr: "Raison", es: "Motivo", ru: "Причина", ar: "السبب", zh: "理由"),
        Sentence("term.weight", en: "Weight", fr: "Poids", es: "Peso", ru: "Вес", ar: "الوزن", zh: "权重"),
        Sentence("term.layer", en: "Layer", fr: "Couche", es: "Capa", ru: "Уровень", ar: "الطبقة", zh: "层次"),
        Sentence("term.coverage", en: "Coverage", fr: "Couverture", es: "Cobertura", ru: "Охват", ar: "التغطية", zh: "检查范围"),
        Sentence("term.language", en: "Language", fr: "Langue", es: "Idioma", ru: "Язык", ar: "اللغة", zh: "语言"),
        Sentence("term.defects", en: "Defects", fr: "Défauts", es: "Defectos", ru: "Дефекты", ar: "العيوب", zh: "格式缺陷"),
        Sentence("term.model", en: "Model", fr: "Modèle", es: "Modelo", ru: "Модель", ar: "النموذج", zh: "模型"),
        Sentence("term.time", en: "Time", fr: "Durée", es: "Tiempo", ru: "Время", ar: "الزمن", zh: "用时"),
        Sentence("term.sender", en: "Sender", fr: "Expéditeur", es: "Remitente", ru: "Отправитель", ar: "المرسل", zh: "发件人"),
        Sentence("term.subject", en: "Subject", fr: "Objet", es: "Asunto", ru: "Тема", ar: "الموضوع", zh: "主题"),
        Sentence("term.total", en: "Total", fr: "Total", es: "Total", ru: "Всего", ar: "المجموع", zh: "合计"),
        Sentence("term.share", en: "Share", fr: "Part", es: "Proporción", ru: "Доля", ar: "النسبة", zh: "占比"),
        Sentence("term.setting", en: "Setting", fr: "Paramètre", es: "Parámetro", ru: "Параметр", ar: "الإعداد", zh: "设置项"),
        Sentence("term.value", en: "Value", fr: "Valeur", es: "Valor", ru: "Значение", ar: "القيمة", zh: "值"),
        Sentence("term.origin", en: "Origin", fr: "Origine", es: "Origen", ru: "Источник", ar: "المصدر", zh: "来源"),
        Sentence("term.default", en: "Default", fr: "Par défaut", es: "Por defecto", ru: "По умолчанию", ar: "الافتراضي", zh: "默认值"),
        Sentence("term.problem", en: "Problem", fr: "Problème", es: "Problema", ru: "Проблема", ar: "المشكلة", zh: "问题"),
        Sentence("term.advice", en: "What to do", fr: "Que faire", es: "Qué hacer", ru: "Что делать", ar: "ما العمل", zh: "处理方法"),
    ]

    /// Words of the verdict itself.
    static let verdictWords: [Sentence] = [
        Sentence("verdict.spam", en: "spam", fr: "spam", es: "spam", ru: "спам", ar: "غير مرغوب فيها", zh: "垃圾信息"),
        Sentence("verdict.ham", en: "wanted", fr: "légitime", es: "legítimo", ru: "не спам", ar: "سليمة", zh: "正常"),
        Sentence("verdict.unsure", en: "unsure", fr: "incertain", es: "dudoso", ru: "неясно", ar: "غير مؤكد", zh: "不确定"),
        Sentence(
            "verdict.observe-only", en: "observed only, nothing was done", fr: "observation seule, aucune action",
            es: "solo observación, sin actuar", ru: "только наблюдение, без действий", ar: "مراقبة فقط دون أي إجراء",
            zh: "仅观察，未采取措施"),
        Sentence(
            "verdict.speaks-for", en: "speaks for spam", fr: "en faveur du spam", es: "indica spam", ru: "указывает на спам",
            ar: "يدل على أنها غير مرغوب فيها", zh: "支持垃圾信息"),
        Sentence(
            "verdict.speaks-against", en: "speaks against spam", fr: "contre le spam", es: "indica que no es spam",
            ru: "указывает, что это не спам", ar: "يدل على أنها سليمة", zh: "支持正常信息"),
    ]

    /// What is done with a message.
    static let dispositions: [Sentence] = [
        Sentence("disposition.accept", en: "accept", fr: "accepter", es: "aceptar", ru: "принять", ar: "قبول", zh: "接收"),
        Sentence("disposition.tag", en: "tag", fr: "marquer", es: "marcar", ru: "пометить", ar: "وسم", zh: "标记"),
        Sentence(
            "disposition.quarantine", en: "quarantine", fr: "mettre en quarantaine", es: "poner en cuarentena", ru: "в карантин",
            ar: "حجر", zh: "隔离"),
        Sentence("disposition.defer", en: "defer", fr: "différer", es: "aplazar", ru: "отложить", ar: "تأجيل", zh: "暂缓"),
        Sentence("disposition.reject", en: "reject", fr: "refuser", es: "rechazar", ru: "отклонить", ar: "رفض", zh: "拒收"),
        Sentence("disposition.discard", en: "discard", fr: "supprimer", es: "descartar", ru: "удалить", ar: "حذف", zh: "丢弃"),
    ]

    /// The strategies of X.1231.
    static let layers: [Sentence] = [
        Sentence("layer.equipment", en: "equipment", fr: "équipement", es: "equipo", ru: "оборудование", ar: "الأجهزة", zh: "设备"),
        Sentence("layer.network", en: "network", fr: "réseau", es: "red", ru: "сеть", ar: "الشبكة", zh: "网络"),
        Sentence("layer.service", en: "service", fr: "service", es: "servicio", ru: "услуга", ar: "الخدمة", zh: "业务"),
        Sentence("layer.filtering", en: "filtering", fr: "filtrage", es: "filtrado", ru: "фильтрация", ar: "الترشيح", zh: "过滤"),
        Sentence(
            "layer.feedback", en: "feedback", fr: "retours", es: "comentarios de usuarios", ru: "отзывы", ar: "الملاحظات الراجعة", zh: "反馈"),
    ]

    /// What could be checked, and why the rest could not.
    static let coverage: [Sentence] = [
        Sentence(
            "coverage.complete", en: "everything was checked", fr: "tout a été vérifié", es: "se comprobó todo", ru: "проверено всё",
            ar: "جرى التحقق من كل شيء", zh: "已全部检查"),
        Sentence(
            "coverage.answered", en: "Checks answered: {1}", fr: "Contrôles effectués : {1}", es: "Comprobaciones realizadas: {1}",
            ru: "Выполнено проверок: {1}", ar: "عدد الفحوص المنجزة: {1}", zh: "已完成的检查：{1}"),
        Sentence(
            "coverage.gap", en: "Not checked: {1} ({2})", fr: "Non vérifié : {1} ({2})", es: "Sin comprobar: {1} ({2})",
            ru: "Не проверено: {1} ({2})", ar: "لم يُفحص: {1} ({2})", zh: "未检查：{1}（{2}）"),
        Sentence(
            "gap.deadline", en: "time ran out", fr: "délai dépassé", es: "se agotó el tiempo", ru: "истекло время", ar: "انتهت المهلة",
            zh: "超时"),
        Sentence(
            "gap.limit", en: "a limit was met", fr: "limite atteinte", es: "se alcanzó un límite", ru: "достигнут предел",
            ar: "بلوغ الحد الأقصى", zh: "达到上限"),
        Sentence(
            "gap.unreadable", en: "unreadable", fr: "illisible", es: "ilegible", ru: "не читается", ar: "غير قابل للقراءة", zh: "无法读取"),
        Sentence(
            "gap.not-configured", en: "not set up", fr: "non configuré", es: "sin configurar", ru: "не настроено", ar: "غير مهيأ",
            zh: "未配置"),
        Sentence(
            "gap.untaught", en: "a language never taught", fr: "langue jamais apprise", es: "idioma nunca enseñado", ru: "язык не изучался",
            ar: "لغة لم تُعلَّم", zh: "未学习过的语言"),
        Sentence(
            "gap.unanswered", en: "no usable answer", fr: "pas de réponse utilisable", es: "sin respuesta útil",
            ru: "нет пригодного ответа",
            ar: "لا جواب صالح", zh: "没有可用的答复"),
    ]

    /// What spam is about.
    static let threatClasses: [Sentence] = [
        Sentence("class.none", en: "none", fr: "aucune", es: "ninguna", ru: "нет", ar: "لا شيء", zh: "无"),
        Sentence("class.advertising", en: "advertising", fr: "publicité", es: "publicidad", ru: "реклама", ar: "إعلانات", zh: "广告"),
        Sentence(
            "class.bulk", en: "bulk mail", fr: "envoi en masse", es: "envío masivo", ru: "массовая рассылка", ar: "رسائل جماعية", zh: "群发信息"
        ),
        Sentence("class.phishing", en: "phishing", fr: "hameçonnage", es: "suplantación", ru: "фишинг", ar: "تصيد احتيالي", zh: "网络钓鱼"),
        Sentence("class.scam", en: "scam", fr: "escroquerie", es: "estafa", ru: "мошенничество", ar: "احتيال", zh: "诈骗"),
        Sentence(
            "class.malware", en: "malware", fr: "logiciel malveillant", es: "programa malicioso", ru: "вредоносная программа",
            ar: "برمجيات خبيثة", zh: "恶意软件"),
        Sentence(
            "class.adult", en: "adult content", fr: "contenu pour adultes", es: "contenido para adultos", ru: "материалы для взрослых",
            ar: "محتوى للبالغين", zh: "成人内容"),
        Sentence(
            "class.gambling", en: "gambling", fr: "jeux d'argent", es: "juegos de azar", ru: "азартные игры", ar: "قمار", zh: "赌博"),
        Sentence(
            "class.unspecified", en: "unspecified", fr: "non précisée", es: "sin especificar", ru: "не определён", ar: "غير محددة",
            zh: "未分类"),
    ]

    /// How a message travelled.
    static let channels: [Sentence] = [
        Sentence(
            "channel.email", en: "e-mail", fr: "courriel", es: "correo electrónico", ru: "эл. почта", ar: "بريد إلكتروني", zh: "电子邮件"),
        Sentence("channel.sms", en: "text message", fr: "SMS", es: "SMS", ru: "СМС", ar: "رسالة نصية", zh: "短信"),
        Sentence("channel.mms", en: "MMS", fr: "MMS", es: "MMS", ru: "ММС", ar: "رسالة وسائط", zh: "彩信"),
        Sentence("channel.rcs", en: "RCS", fr: "RCS", es: "RCS", ru: "сообщение RCS", ar: "رسالة RCS", zh: "RCS 消息"),
        Sentence("channel.im", en: "chat", fr: "messagerie instantanée", es: "chat", ru: "чат", ar: "دردشة", zh: "即时消息"),
        Sentence("channel.post", en: "post", fr: "publication", es: "publicación", ru: "публикация", ar: "منشور", zh: "帖子"),
        Sentence("channel.voice", en: "call", fr: "appel", es: "llamada", ru: "звонок", ar: "مكالمة", zh: "通话"),
        Sentence("channel.ad", en: "advertisement", fr: "annonce", es: "anuncio", ru: "объявление", ar: "إعلان", zh: "应用内广告"),
    ]

    /// Cells of X.1244, directions, and grades of trust.
    static let places: [Sentence] = [
        Sentence(
            "cell.real-time-text", en: "real-time text", fr: "texte en temps réel", es: "texto en tiempo real",
            ru: "текст в реальном времени", ar: "نص فوري", zh: "实时文本"),
        Sentence(
            "cell.real-time-voice", en: "real-time voice", fr: "voix en temps réel", es: "voz en tiempo real",
            ru: "голос в реальном времени", ar: "صوت فوري", zh: "实时语音"),
        Sentence(
            "cell.real-time-video", en: "real-time video", fr: "vidéo en temps réel", es: "vídeo en tiempo real",
            ru: "видео в реальном времени", ar: "فيديو فوري", zh: "实时视频"),
        Sentence("cell.stored-text", en: "stored text", fr: "texte différé", es: "texto diferido", ru: "текст", ar: "نص مخزن", zh: "存储文本"),
        Sentence(
            "cell.stored-voice", en: "stored voice", fr: "voix différée", es: "voz diferida", ru: "запись голоса", ar: "صوت مخزن",
            zh: "存储语音"),
        Sentence(
            "cell.stored-video", en: "stored video", fr: "vidéo différée", es: "vídeo diferido", ru: "видеозапись", ar: "فيديو مخزن",
            zh: "存储视频"),
        Sentence("direction.terminating", en: "incoming", fr: "entrant", es: "entrante", ru: "входящее", ar: "وارد", zh: "接收"),
        Sentence("direction.originating", en: "outgoing", fr: "sortant", es: "saliente", ru: "исходящее", ar: "صادر", zh: "发出"),
        Sentence("direction.transit", en: "in transit", fr: "en transit", es: "en tránsito", ru: "транзитное", ar: "عابر", zh: "转接"),
        Sentence(
            "trust.claimed", en: "only claimed", fr: "seulement déclaré", es: "solo declarado", ru: "лишь заявлено", ar: "مُدّعى فقط",
            zh: "仅为声称"),
        Sentence(
            "trust.confirmed", en: "confirmed by the operator", fr: "confirmé par l'opérateur", es: "confirmado por el operador",
            ru: "подтверждено оператором", ar: "أكده المشغل", zh: "运营商已确认"),
        Sentence(
            "trust.seen", en: "seen by us", fr: "vu par nous", es: "visto por nosotros", ru: "видели мы сами", ar: "رأيناه بأنفسنا",
            zh: "亲自观测"),
    ]
}

extension Catalogue {
    /// A word of the tables (`message`, `probability`, `reasons`).
    public func term(_ name: String, in language: Language) -> String { text("term.\(name)", in: language) }

    /// The name of a disposition.
    public func name(of disposition: Disposition, in language: Language) -> String { name("disposition", disposition.rawValue, language) }

    /// The name of a layer.
    public func name(of layer: Layer, in language: Language) -> String { name("layer", layer.rawValue, language) }

    /// Why something was not checked.
    public func name(of reason: Coverage.Gap.Reason, in language: Language) -> String { name("gap", reason.rawValue, language) }

    /// The name of a threat class; its code when an operator added it.
    public func name(of threatClass: ThreatClass, in language: Language) -> String { name("class", threatClass.rawValue, language) }

    /// The name of a channel; its code when an operator added it.
    public func name(of channel: Channel, in language: Language) -> String { name("channel", channel.rawValue, language) }

    /// The name of a cell.
    public func name(of cell: Cell, in language: Language) -> String { name("cell", cell.rawValue, language) }

    /// The name of a direction.
    public func name(of direction: Direction, in language: Language) -> String { name("direction", direction.rawValue, language) }

    /// The name of a grade of trust.
    public func name(of trust: Hop.Trust, in language: Language) -> String { name("trust", trust.rawValue, language) }

    private func name(_ kind: String, _ code: String, _ language: Language) -> String {
        self["\(kind).\(code)"]?[language] ?? code
    }
}
