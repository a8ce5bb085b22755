internal import Localization

/// What readiness says.
enum ReadinessSentences {
    /// The things, each with its title and next step.
    static let items: [(String, Sentence, Sentence)] = [
        (
            "law",
            Sentence(
                "readiness.law", en: "Spam is defined in law", fr: "Le spam est défini par la loi", es: "El spam está definido por ley",
                ru: "Спам определён в законе", ar: "الرسائل الاقتحامية معرَّفة في القانون", zh: "法律界定了垃圾信息"),
            Sentence(
                "readiness.next.law", en: "Compare your law with those of other countries and draft a definition that covers all channels.",
                fr: "Comparez votre droit à celui d'autres pays et rédigez une définition couvrant tous les canaux.",
                es: "Compare su legislación con la de otros países y redacte una definición que abarque todos los canales.",
                ru: "Сравните закон с законами других стран и подготовьте определение для всех каналов.",
                ar: "قارنوا قانونكم بقوانين بلدان أخرى وصوغوا تعريفًا يشمل جميع القنوات.", zh: "将本国法律与他国比较，起草涵盖所有渠道的定义。")
        ),
        (
            "authority",
            Sentence(
                "readiness.authority", en: "An authority enforces it, with sanctions", fr: "Une autorité l'applique, avec des sanctions",
                es: "Una autoridad la aplica, con sanciones", ru: "Орган применяет его и налагает санкции", ar: "هيئة تنفذه وتوقع عقوبات",
                zh: "有机关执法并可处罚"),
            Sentence(
                "readiness.next.authority", en: "Name the authority and give it graded sanctions: warning, fine, cutting off.",
                fr: "Désignez l'autorité et dotez-la de sanctions graduées : avertissement, amende, coupure.",
                es: "Designe la autoridad y dótela de sanciones graduales: apercibimiento, multa, bloqueo.",
                ru: "Назначьте орган и дайте ему ступенчатые санкции: предупреждение, штраф, отключение.",
                ar: "عيّنوا الهيئة وامنحوها عقوبات متدرجة: إنذار وغرامة وقطع.", zh: "指定机关并赋予分级处罚权：警告、罚款、切断。")
        ),
        (
            "contact",
            Sentence(
                "readiness.contact", en: "A national contact point answers around the clock",
                fr: "Un point de contact national répond jour et nuit", es: "Un punto de contacto nacional responde las 24 horas",
                ru: "Национальный контактный пункт отвечает круглосуточно", ar: "جهة اتصال وطنية تجيب على مدار الساعة", zh: "国家联络点全天候应答"),
            Sentence(
                "readiness.next.contact", en: "Name a contact point, publish it, and agree on a rota outside office hours.",
                fr: "Désignez un point de contact, publiez-le et organisez une permanence.",
                es: "Designe un punto de contacto, publíquelo y organice guardias fuera de horario.",
                ru: "Назначьте контактный пункт, опубликуйте его и установите дежурства.",
                ar: "عيّنوا جهة اتصال وأعلنوها ونظموا مناوبات خارج الدوام.", zh: "指定并公布联络点，安排非工作时间值班。")
        ),
        (
            "measuring",
            Sentence(
                "readiness.measuring", en: "The volume of spam is measured on every channel",
                fr: "Le volume de spam est mesuré sur chaque canal", es: "El volumen de spam se mide en cada canal",
                ru: "Объём спама измеряется в каждом канале", ar: "يُقاس حجم الرسائل الاقتحامية في كل قناة", zh: "每个渠道都测量垃圾信息数量"),
            Sentence(
                "readiness.next.measuring", en: "Begin with the largest operator's logs and count what is refused, filtered and delivered.",
                fr: "Commencez par les journaux du plus grand opérateur : comptez refus, filtrages et remises.",
                es: "Empiece por los registros del mayor operador: cuente rechazos, filtrados y entregas.",
                ru: "Начните с журналов крупнейшего оператора: считайте отказы, отфильтрованное и доставленное.",
                ar: "ابدؤوا بسجلات أكبر مشغل وعدّوا المرفوض والمرشَّح والمسلَّم.", zh: "从最大运营商的日志开始，统计拒收、过滤和送达数量。")
        ),
        (
            "measures",
            Sentence(
                "readiness.measures", en: "Technical measures of all five strategies are in use",
                fr: "Les cinq stratégies techniques sont appliquées", es: "Se aplican medidas de las cinco estrategias",
                ru: "Применяются меры всех пяти стратегий", ar: "تُطبَّق تدابير الاستراتيجيات الخمس كلها", zh: "五种策略的技术措施均已采用"),
            Sentence(
                "readiness.next.measures",
                en: "Take up the strategy that is missing; sender authentication and reporting buttons cost least.",
                fr: "Mettez en place la stratégie manquante ; l'authentification et les boutons de signalement coûtent le moins.",
                es: "Adopte la estrategia que falta; la autenticación y los botones de aviso son lo más barato.",
                ru: "Введите недостающую стратегию; дешевле всего проверка отправителей и кнопки жалоб.",
                ar: "اعتمدوا الاستراتيجية الناقصة؛ التحقق من المرسل وأزرار الإبلاغ هما الأقل كلفة.", zh: "补上缺失的策略；发送方认证和举报按钮成本最低。")
        ),
        (
            "reporting",
            Sentence(
                "readiness.reporting", en: "People can report spam", fr: "Le public peut signaler le spam",
                es: "El público puede denunciar el spam", ru: "Люди могут сообщить о спаме",
                ar: "يستطيع الناس الإبلاغ عن الرسائل الاقتحامية", zh: "公众可以举报垃圾信息"),
            Sentence(
                "readiness.next.reporting", en: "Open a short number and an address for reports, and count what arrives.",
                fr: "Ouvrez un numéro court et une adresse de signalement, et comptez les envois.",
                es: "Abra un número corto y una dirección de avisos, y cuente lo recibido.",
                ru: "Откройте короткий номер и адрес для жалоб и считайте обращения.",
                ar: "افتحوا رقمًا قصيرًا وعنوانًا للبلاغات وعدّوا ما يصل.", zh: "开通举报短号和邮箱，并统计收到的举报。")
        ),
        (
            "enforcement",
            Sentence(
                "readiness.enforcement", en: "Cases are opened", fr: "Des affaires sont ouvertes", es: "Se abren casos",
                ru: "Дела возбуждаются", ar: "تُفتح قضايا", zh: "有立案"),
            Sentence(
                "readiness.next.enforcement", en: "Begin with warning letters to the senders with most complaints.",
                fr: "Commencez par avertir les expéditeurs les plus signalés.",
                es: "Empiece por apercibir a los remitentes con más quejas.",
                ru: "Начните с предупреждений отправителям, на которых больше всего жалоб.",
                ar: "ابدؤوا برسائل إنذار إلى أكثر المرسلين شكاوى.", zh: "先向投诉最多的发送方发出警告函。")
        ),
        (
            "cooperation",
            Sentence(
                "readiness.cooperation", en: "The country works with international bodies",
                fr: "Le pays coopère avec des organismes internationaux", es: "El país coopera con organismos internacionales",
                ru: "Страна сотрудничает с международными организациями", ar: "يتعاون البلد مع هيئات دولية", zh: "与国际机构合作"),
            Sentence(
                "readiness.next.cooperation", en: "Follow ITU-T Study Group 17 and join a network of enforcers.",
                fr: "Suivez la Commission d'études 17 de l'UIT-T et rejoignez un réseau d'autorités.",
                es: "Siga la Comisión de Estudio 17 del UIT-T y únase a una red de autoridades.",
                ru: "Следите за 17-й Исследовательской комиссией МСЭ-Т и вступите в сеть надзорных органов.",
                ar: "تابعوا لجنة الدراسات 17 وانضموا إلى شبكة هيئات الإنفاذ.", zh: "关注 ITU-T 第 17 研究组，加入执法网络。")
        ),
        (
            "sharing",
            Sentence(
                "readiness.sharing", en: "Technical data may be shared abroad",
                fr: "Des données techniques peuvent être partagées à l'étranger",
                es: "Se pueden compartir datos técnicos con el extranjero", ru: "Техническими данными можно делиться за рубежом",
                ar: "يجوز تبادل بيانات تقنية مع الخارج", zh: "可与国外共享技术数据"),
            Sentence(
                "readiness.next.sharing", en: "Allow the exchange of technical data without persons; statistics can be shared at once.",
                fr: "Autorisez l'échange de données techniques sans personnes ; les statistiques peuvent l'être tout de suite.",
                es: "Permita el intercambio de datos técnicos sin personas; las estadísticas pueden compartirse ya.",
                ru: "Разрешите обмен техническими данными без лиц; статистикой можно делиться сразу.",
                ar: "أجيزوا تبادل البيانات التقنية بلا أشخاص؛ ويمكن تبادل الإحصاءات فورًا.", zh: "允许交换不含个人的技术数据；统计数据可立即共享。")
        ),
        (
            "awareness",
            Sentence(
                "readiness.awareness", en: "People are told how to protect themselves", fr: "Le public est informé des précautions",
                es: "Se informa al público de cómo protegerse", ru: "Людям рассказывают, как защититься",
                ar: "يُعرَّف الناس بكيفية حماية أنفسهم", zh: "向公众宣传自我保护"),
            Sentence(
                "readiness.next.awareness", en: "Run a campaign in the languages people speak, for 17 May for example.",
                fr: "Menez une campagne dans les langues parlées, par exemple le 17 mai.",
                es: "Haga una campaña en las lenguas habladas, por ejemplo el 17 de mayo.",
                ru: "Проведите кампанию на языках населения, например к 17 мая.", ar: "نظموا حملة بلغات الناس، مثلًا في 17 مايو.",
                zh: "用民众的语言开展宣传，例如在 5 月 17 日。")
        ),
        (
            "training",
            Sentence(
                "readiness.training", en: "Specialists are trained", fr: "Des spécialistes sont formés", es: "Se forma a especialistas",
                ru: "Специалисты обучаются", ar: "يُدرَّب المختصون", zh: "培训专业人员"),
            Sentence(
                "readiness.next.training", en: "Ask for a workshop of ITU-D, and train two people of each operator.",
                fr: "Demandez un atelier de l'UIT-D et formez deux personnes par opérateur.",
                es: "Solicite un taller del UIT-D y forme a dos personas por operador.",
                ru: "Запросите семинар МСЭ-D и обучите по два человека от оператора.",
                ar: "اطلبوا ورشة من قطاع التنمية ودرّبوا شخصين من كل مشغل.", zh: "申请 ITU-D 研讨会，为每家运营商培训两人。")
        ),
    ]

    /// The levels.
    static let levels = [
        Sentence("readiness.level.in-place", en: "in place", fr: "en place", es: "existe", ru: "есть", ar: "قائم", zh: "已具备"),
        Sentence("readiness.level.begun", en: "begun", fr: "commencé", es: "iniciado", ru: "начато", ar: "بدأ", zh: "已开始"),
        Sentence("readiness.level.missing", en: "missing", fr: "manque", es: "falta", ru: "нет", ar: "ناقص", zh: "缺失"),
        Sentence("readiness.level.unknown", en: "not known", fr: "inconnu", es: "no se sabe", ru: "неизвестно", ar: "غير معروف", zh: "未知"),
    ]
}
