internal import Localization

extension StudySentences {
    /// What the clauses of Resolution 52 say, in short and in our words.
    static let clauses = introduction + instructions

    private static let introduction = [
        Sentence(
            "study.clause.S52-01", en: "Spam covers e-mail, text messages and postings",
            fr: "Le spam recouvre courriels, SMS et publications", es: "El spam abarca correos, SMS y publicaciones",
            ru: "Спам: почта, СМС и публикации", ar: "تشمل الرسائل الاقتحامية البريد والرسائل النصية والمنشورات",
            zh: "垃圾信息涵盖邮件、短信和网帖"),
        Sentence(
            "study.clause.S52-02", en: "Losses of providers, operators and business users",
            fr: "Pertes des fournisseurs, opérateurs et entreprises", es: "Pérdidas de proveedores, operadores y empresas",
            ru: "Потери провайдеров, операторов и предприятий", ar: "خسائر مقدمي الخدمات والمشغلين والمؤسسات",
            zh: "提供商、运营商和企业用户的损失"),
        Sentence(
            "study.clause.S52-03", en: "Developing countries are affected and need help",
            fr: "Les pays en développement sont touchés et ont besoin d’aide",
            es: "Los países en desarrollo se ven afectados y necesitan ayuda", ru: "Развивающиеся страны страдают и нуждаются в помощи",
            ar: "البلدان النامية متأثرة وتحتاج إلى المساعدة",
            zh: "发展中国家受影响并需要帮助"),
        Sentence(
            "study.clause.S52-04", en: "Technical standards go on; roles are made clear",
            fr: "Les travaux techniques se poursuivent, les rôles sont précisés", es: "Sigue la normalización y se aclaran las funciones",
            ru: "Стандартизация продолжается, роли уточнены", ar: "يتواصل التقييس وتوضَّح الأدوار",
            zh: "技术标准化继续，职责明确"),
        Sentence(
            "study.clause.S52-05", en: "Act nationally and internationally", fr: "Agir aux niveaux national et international",
            es: "Actuar a nivel nacional e internacional", ru: "Действовать внутри страны и на международном уровне",
            ar: "العمل وطنيا ودوليا",
            zh: "在国家和国际层面行动"),
        Sentence(
            "study.clause.S52-06", en: "Ties to PP Resolutions 130 and 174, WTDC Resolution 45",
            fr: "Liens avec les Résolutions 130 et 174 (PP) et 45 (CMDT)", es: "Relación con las Resoluciones 130 y 174 (PP) y 45 (CMDT)",
            ru: "Связь с Резолюциями 130 и 174 ПК и 45 ВКРЭ", ar: "الصلة بالقرارين 130 و174 (PP) والقرار 45 (WTDC)",
            zh: "与第130、174号决议（PP）和第45号决议（WTDC）的联系"),
        Sentence(
            "study.clause.S52-07", en: "Law, technique, industry, education, cooperation",
            fr: "Législation, technique, industrie, éducation, coopération", es: "Legislación, técnica, industria, educación, cooperación",
            ru: "Право, техника, отрасль, просвещение, сотрудничество", ar: "التشريع والتقنية والصناعة والتعليم والتعاون",
            zh: "立法、技术、业界、教育、合作"),
        Sentence(
            "study.clause.S52-08", en: "Media: e-mail, text, multimedia, messaging, social media",
            fr: "Médias : courriel, SMS, multimédia, messagerie, réseaux sociaux",
            es: "Medios: correo, SMS, multimedia, mensajería, redes sociales",
            ru: "Средства: почта, СМС, мультимедиа, мессенджеры, соцсети",
            ar: "الوسائط: البريد والنصوص والوسائط المتعددة والتراسل والشبكات الاجتماعية",
            zh: "媒介：邮件、短信、多媒体、即时消息、社交媒体"),
        Sentence(
            "study.clause.S52-09", en: "Many definitions; the scope grows with technology",
            fr: "Définitions multiples ; le champ suit la technique", es: "Muchas definiciones; el ámbito crece con la técnica",
            ru: "Много определений; охват растёт с техникой", ar: "تعاريف كثيرة ونطاق يتسع مع التكنولوجيا",
            zh: "定义众多，范围随技术扩大"),
        Sentence(
            "study.clause.S52-10", en: "Countering spam costs operators, providers and users",
            fr: "La lutte coûte aux opérateurs, fournisseurs et utilisateurs", es: "La lucha cuesta a operadores, proveedores y usuarios",
            ru: "Борьба стоит денег операторам, провайдерам и пользователям", ar: "المكافحة تكلّف المشغلين ومقدمي الخدمات والمستعملين",
            zh: "反垃圾信息令运营商、提供商和用户付出成本"),
        Sentence(
            "study.clause.S52-11", en: "Spam carries phishing, viruses and other malware",
            fr: "Le spam véhicule hameçonnage, virus et autres maliciels",
            es: "El spam lleva suplantación, virus y otros programas maliciosos", ru: "Спам несёт фишинг, вирусы и вредоносные программы",
            ar: "تحمل الرسائل الاقتحامية التصيد والفيروسات والبرمجيات الخبيثة",
            zh: "垃圾信息携带钓鱼、病毒等恶意软件"),
        Sentence(
            "study.clause.S52-12", en: "Criminal, fraudulent and deceptive use", fr: "Usage criminel, frauduleux et trompeur",
            es: "Uso delictivo, fraudulento y engañoso", ru: "Преступное, мошенническое и обманное использование",
            ar: "استعمال إجرامي واحتيالي ومضلل",
            zh: "犯罪、诈骗和欺骗性使用"),
        Sentence(
            "study.clause.S52-13", en: "Global, with regional differences; cooperation needed",
            fr: "Mondial, avec des différences régionales ; coopération nécessaire",
            es: "Mundial, con diferencias regionales; se precisa cooperación",
            ru: "Глобально, с региональными различиями; нужно сотрудничество", ar: "ظاهرة عالمية بفوارق إقليمية تتطلب التعاون",
            zh: "全球性，有地区差异，需要合作"),
        Sentence(
            "study.clause.S52-14", en: "Urgency", fr: "Urgence", es: "Urgencia", ru: "Срочность", ar: "الاستعجال",
            zh: "紧迫性"),
        Sentence(
            "study.clause.S52-15", en: "Use existing Recommendations and other bodies' work",
            fr: "Utiliser les Recommandations et travaux existants", es: "Usar Recomendaciones y trabajos existentes",
            ru: "Использовать имеющиеся Рекомендации и работы", ar: "استعمال التوصيات والأعمال القائمة",
            zh: "利用现有建议书及其他机构成果"),
        Sentence(
            "study.clause.S52-16", en: "Technical measures are one element only", fr: "La technique n’est qu’un élément",
            es: "Lo técnico es solo un elemento", ru: "Техника лишь один из элементов", ar: "التدابير التقنية عنصر واحد فقط",
            zh: "技术措施只是其中一环"),
        Sentence(
            "study.clause.S52-17", en: "Capacity building: awareness and training",
            fr: "Renforcement des capacités : sensibilisation et formation", es: "Capacitación: sensibilización y formación",
            ru: "Развитие потенциала: осведомлённость и обучение", ar: "بناء القدرات: التوعية والتدريب",
            zh: "能力建设：宣传与培训"),
        Sentence(
            "study.clause.S52-18", en: "X.1231, X.1240 series, ITU-D SG2 Question 3",
            fr: "X.1231, série X.1240, Question 3 (CE 2 de l’UIT-D)", es: "X.1231, serie X.1240, Cuestión 3 (CE 2 del UIT-D)",
            ru: "X.1231, серия X.1240, Вопрос 3 ИК2 МСЭ-D", ar: "X.1231 والسلسلة X.1240 والمسألة 3 (لجنة الدراسات 2 لقطاع التنمية)",
            zh: "X.1231、X.1240系列、ITU-D SG2第3号课题"),
        Sentence(
            "study.clause.S52-19", en: "Work on all media, existing and future threats",
            fr: "Travailler sur tous les médias et toutes les menaces", es: "Trabajar en todos los medios y amenazas",
            ru: "Работать по всем средствам и угрозам", ar: "العمل على جميع الوسائط والتهديدات",
            zh: "研究所有媒介及现有和未来威胁"),
        Sentence(
            "study.clause.S52-20", en: "Research on new technology, as security of AI",
            fr: "Étudier les techniques nouvelles, dont la sécurité de l’IA", es: "Estudiar nuevas técnicas, como la seguridad de la IA",
            ru: "Изучать новые технологии, например безопасность ИИ", ar: "دراسة التكنولوجيات الجديدة كأمن الذكاء الاصطناعي",
            zh: "研究新技术，如人工智能安全"),
        Sentence(
            "study.clause.S52-21", en: "Collaborate with ITU-D and other bodies; best practices",
            fr: "Collaborer avec l’UIT-D et d’autres ; bonnes pratiques", es: "Colaborar con el UIT-D y otros; mejores prácticas",
            ru: "Сотрудничать с МСЭ-D и другими; передовой опыт", ar: "التعاون مع قطاع التنمية وغيره؛ وأفضل الممارسات",
            zh: "与ITU-D及其他组织合作；最佳做法"),
        Sentence(
            "study.clause.S52-22", en: "Regular progress reports to TSAG", fr: "Rapports d’activité réguliers au GCNT",
            es: "Informes periódicos al GANT", ru: "Регулярные отчёты КГСЭ", ar: "تقارير مرحلية منتظمة إلى الفريق الاستشاري",
            zh: "定期向电信标准化顾问组报告进展"),
    ]

    private static let instructions = [
        Sentence(
            "study.clause.S52-23", en: "Support ITU-D SG2: training; policy and economic issues",
            fr: "Appuyer la CE 2 de l’UIT-D : formation ; questions économiques",
            es: "Apoyar a la CE 2 del UIT-D: formación; cuestiones económicas",
            ru: "Поддерживать ИК2 МСЭ-D: обучение; экономические вопросы",
            ar: "دعم لجنة الدراسات 2 لقطاع التنمية: التدريب والمسائل الاقتصادية",
            zh: "支持ITU-D SG2：培训；政策和经济问题"),
        Sentence(
            "study.clause.S52-24", en: "Recommendations, Supplements, technical reports",
            fr: "Recommandations, Suppléments, rapports techniques", es: "Recomendaciones, Suplementos, informes técnicos",
            ru: "Рекомендации, Дополнения, технические отчёты", ar: "التوصيات والإضافات والتقارير التقنية",
            zh: "建议书、增补和技术报告"),
        Sentence(
            "study.clause.S52-25", en: "Speed the work; find collaborations; raise awareness",
            fr: "Accélérer les travaux ; trouver des partenaires ; sensibiliser",
            es: "Acelerar los trabajos; buscar colaboraciones; sensibilizar", ru: "Ускорять работу; искать партнёров; просвещать",
            ar: "تسريع العمل وإيجاد الشراكات والتوعية",
            zh: "加快工作，寻求合作，提高认识"),
        Sentence(
            "study.clause.S52-26", en: "National and international initiatives; tools and resources",
            fr: "Initiatives nationales et internationales ; outils et ressources",
            es: "Iniciativas nacionales e internacionales; herramientas y recursos",
            ru: "Национальные и международные инициативы; средства и ресурсы", ar: "المبادرات الوطنية والدولية؛ الأدوات والموارد",
            zh: "国家和国际举措；工具和资源"),
        Sentence(
            "study.clause.S52-27", en: "Study of mechanisms for sharing data", fr: "Étude des mécanismes d’échange de données",
            es: "Estudio de mecanismos para compartir datos", ru: "Исследование механизмов обмена данными",
            ar: "دراسة آليات تبادل البيانات",
            zh: "研究数据共享机制"),
        Sentence(
            "study.clause.S52-28", en: "Keep updating a study, with a questionnaire", fr: "Tenir à jour une étude, avec un questionnaire",
            es: "Mantener al día un estudio, con un cuestionario", ru: "Вести исследование с вопросником",
            ar: "مواصلة تحديث دراسة مع استبيان",
            zh: "持续更新研究，包括问卷"),
        Sentence(
            "study.clause.S52-29", en: "Study: volume", fr: "Étude : volume", es: "Estudio: volumen", ru: "Исследование: объём",
            ar: "الدراسة: الحجم",
            zh: "研究：数量"),
        Sentence(
            "study.clause.S52-30", en: "Study: types (e-mail, SMS, IP multimedia)", fr: "Étude : types (courriel, SMS, multimédia IP)",
            es: "Estudio: tipos (correo, SMS, multimedia IP)", ru: "Исследование: виды (почта, СМС, IP-мультимедиа)",
            ar: "الدراسة: الأنواع (البريد، الرسائل القصيرة، الوسائط المتعددة)",
            zh: "研究：类型（邮件、短信、IP多媒体）"),
        Sentence(
            "study.clause.S52-31", en: "Study: features, major routes and sources",
            fr: "Étude : caractéristiques, principales voies et sources", es: "Estudio: características, rutas y fuentes principales",
            ru: "Исследование: особенности, главные маршруты и источники", ar: "الدراسة: الخصائص والمسارات والمصادر الرئيسية",
            zh: "研究：特征、主要路由和来源"),
        Sentence(
            "study.clause.S52-32", en: "Study: estimate of investment in facilities and means",
            fr: "Étude : estimation des investissements en installations et moyens",
            es: "Estudio: estimación de la inversión en instalaciones y medios",
            ru: "Исследование: оценка инвестиций в сооружения и средства", ar: "الدراسة: تقدير الاستثمار في المرافق والوسائل",
            zh: "研究：设施和技术手段投资估算"),
        Sentence(
            "study.clause.S52-33", en: "Study: build on earlier work and the threat landscape",
            fr: "Étude : s’appuyer sur les travaux antérieurs et l’état des menaces",
            es: "Estudio: basarse en trabajos previos y en las amenazas", ru: "Исследование: опора на прежние работы и картину угроз",
            ar: "الدراسة: البناء على الأعمال السابقة ومشهد التهديدات",
            zh: "研究：基于以往工作和威胁态势"),
        Sentence(
            "study.clause.S52-34", en: "Cooperate with the Secretary-General and BDT", fr: "Coopérer avec le Secrétaire général et le BDT",
            es: "Cooperar con el Secretario General y la BDT", ru: "Сотрудничать с Генеральным секретарём и БРЭ",
            ar: "التعاون مع الأمين العام ومكتب تنمية الاتصالات",
            zh: "与秘书长和电信发展局合作"),
        Sentence(
            "study.clause.S52-35", en: "International mitigation of fraud, phishing, malware",
            fr: "Atténuation internationale : fraude, hameçonnage, maliciels",
            es: "Mitigación internacional: fraude, suplantación, programas maliciosos",
            ru: "Международное противодействие мошенничеству, фишингу, вредоносным программам",
            ar: "التخفيف الدولي من الاحتيال والتصيد والبرمجيات الخبيثة",
            zh: "国际合作减轻诈骗、钓鱼和恶意软件"),
        Sentence(
            "study.clause.S52-36", en: "Input to the Secretary-General's report to Council",
            fr: "Contribution au rapport du Secrétaire général au Conseil", es: "Contribución al informe del Secretario General al Consejo",
            ru: "Вклад в отчёт Генерального секретаря Совету", ar: "المساهمة في تقرير الأمين العام إلى المجلس",
            zh: "为秘书长提交理事会的报告提供素材"),
        Sentence(
            "study.clause.S52-37", en: "Contributions to study groups, SG17 first",
            fr: "Contributions aux commissions d’études, d’abord la CE 17",
            es: "Contribuciones a las comisiones de estudio, primero la CE 17",
            ru: "Вклады в исследовательские комиссии, прежде всего ИК17", ar: "مساهمات إلى لجان الدراسات، وأولها لجنة الدراسات 17",
            zh: "向研究组（首先是SG17）提交文稿"),
        Sentence(
            "study.clause.S52-38", en: "Awareness and a sanctions mechanism", fr: "Sensibilisation et mécanisme de sanctions",
            es: "Sensibilización y un mecanismo de sanciones", ru: "Осведомлённость и механизм санкций", ar: "التوعية وآلية للعقوبات",
            zh: "提高认识和制裁机制"),
        Sentence(
            "study.clause.S52-39", en: "Awareness of all; basic safeguards", fr: "Sensibilisation de tous ; protections de base",
            es: "Sensibilización de todos; protecciones básicas", ru: "Осведомлённость всех; основные меры защиты",
            ar: "توعية الجميع؛ ضمانات أساسية",
            zh: "提高各方认识；基本防护"),
        Sentence(
            "study.clause.S52-40", en: "Cooperation on standards, policy, regulation, operations",
            fr: "Coopération : normes, politique, réglementation, exploitation",
            es: "Cooperación: normas, política, reglamentación, operaciones",
            ru: "Сотрудничество: стандарты, политика, регулирование, эксплуатация", ar: "التعاون في المعايير والسياسات والتنظيم والعمليات",
            zh: "在标准、政策、监管和运营上合作"),
        Sentence(
            "study.clause.S52-41", en: "Effective measures within national law", fr: "Mesures efficaces dans le cadre du droit national",
            es: "Medidas eficaces en el marco legal nacional", ru: "Действенные меры в рамках национального права",
            ar: "تدابير فعالة في إطار القانون الوطني",
            zh: "在国家法律框架内采取有效措施"),
        Sentence(
            "study.clause.S52-42", en: "Work with all stakeholders", fr: "Travailler avec toutes les parties prenantes",
            es: "Trabajar con todas las partes interesadas", ru: "Работать со всеми заинтересованными сторонами",
            ar: "العمل مع جميع أصحاب المصلحة",
            zh: "与所有利益攸关方合作"),
        Sentence(
            "study.clause.S52-43", en: "International enforcement with counterparts", fr: "Actions internationales de répression",
            es: "Acciones internacionales de aplicación de la ley", ru: "Международные меры правоприменения",
            ar: "إجراءات إنفاذ دولية مع النظراء",
            zh: "与对口机构开展国际执法"),
        Sentence(
            "study.clause.S52-44", en: "Share experience", fr: "Partager l’expérience", es: "Compartir experiencias", ru: "Делиться опытом",
            ar: "تبادل الخبرات",
            zh: "分享经验"),
    ]

    /// Where clauses are answered that no section answers.
    static let places = [
        Sentence(
            "study.where.people", en: "Not by a report: people have to say it.", fr: "Pas par un rapport : c’est aux personnes de le dire.",
            es: "No en un informe: corresponde a las personas.", ru: "Не отчётом: это за людьми.", ar: "ليس في تقرير: فالأمر للأشخاص.",
            zh: "非报告所能回答，由有关人员说明。"),
        Sentence(
            "study.where.product", en: "In the tools that made this report.", fr: "Dans les outils qui ont produit ce rapport.",
            es: "En las herramientas que produjeron este informe.", ru: "В средствах, которыми составлен отчёт.",
            ar: "في الأدوات التي أعدت هذا التقرير.", zh: "见生成本报告的工具。"),
        Sentence(
            "study.where.left-out", en: "In the national report: {1}", fr: "Dans le rapport national : {1}",
            es: "En el informe nacional: {1}",
            ru: "В национальном докладе: {1}", ar: "في التقرير الوطني: {1}", zh: "见国家报告：{1}"),
        Sentence(
            "study.where.absent", en: "No figures yet: {1}", fr: "Pas encore de chiffres : {1}", es: "Aún sin cifras: {1}",
            ru: "Показателей пока нет: {1}",
            ar: "لا أرقام بعد: {1}", zh: "尚无数据：{1}"),
    ]
}
