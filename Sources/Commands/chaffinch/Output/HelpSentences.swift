internal import Localization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What each command does, in one sentence, in the language that `--lang` or the environment asks for: help is printed before settings are
/// read.
enum HelpSentences {
    /// The sentence of a command.
    static func summary(_ command: String) -> String {
        catalogue.text("help." + command, in: language)
    }

    private static let language = language(arguments: CommandLine.arguments, environment: ProcessInfo.processInfo.environment)

    /// The language that a command line, or else the environment, asks for.
    static func language(arguments: [String], environment: [String: String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--lang", index + 1 < arguments.count, let named = Language(rawValue: arguments[index + 1]) { return named }
            if argument.hasPrefix("--lang="), let named = Language(rawValue: String(argument.dropFirst(7))) { return named }
        }
        return environment["CHAFFINCH_LANG"].flatMap { Language(rawValue: $0) } ?? .preferred(in: environment)
    }

    private static let catalogue = Catalogue(all)

    /// All of them.
    static let all =
        general + authentication + QuarantineSentences.help + SenderSentences.help + FeedbackSentences.help + CostSentences.help
        + QuestionnaireSentences.help + SimulateSentences.help + rules + ImportSentences.help
        + policy

    private static let rules = [
        Sentence(
            "help.rules", en: "Checks and tests your own rules, before they act.",
            fr: "Vérifie et essaie vos propres règles avant qu’elles n’agissent.",
            es: "Comprueba y prueba sus propias reglas antes de que actúen.",
            ru: "Проверяет и испытывает ваши правила, прежде чем они начнут действовать.",
            ar: "يتحقق من قواعدك ويختبرها قبل أن تصبح نافذة.",
            zh: "在您自己的规则生效前检查并测试它们。"),
        Sentence(
            "help.rules.check", en: "Says whether files of rules are sound, with file, line and column of each mistake.",
            fr: "Dit si les fichiers de règles sont corrects, avec fichier, ligne et colonne de chaque erreur.",
            es: "Dice si los archivos de reglas son correctos, con archivo, línea y columna de cada error.",
            ru: "Сообщает, верны ли файлы правил, с файлом, строкой и столбцом каждой ошибки.",
            ar: "يبيّن هل ملفات القواعد سليمة، مع ملف كل خطأ وسطره وعموده.",
            zh: "说明规则文件是否无误，并给出每处错误的文件、行和列。"),
        Sentence(
            "help.rules.test", en: "Tries every rule on its own examples, and names each that comes out wrong.",
            fr: "Essaie chaque règle sur ses propres exemples et nomme ceux qui échouent.",
            es: "Prueba cada regla con sus propios ejemplos y nombra los que fallan.",
            ru: "Испытывает каждое правило на его примерах и называет те, что не сошлись.",
            ar: "يجرّب كل قاعدة على أمثلتها ويسمّي ما لا يطابق منها.",
            zh: "用各规则自带的示例逐一测试，并指出不符者。"),
        Sentence(
            "help.rules.replay", en: "Says what rules would have changed on messages that have come already.",
            fr: "Dit ce que des règles auraient changé aux messages déjà reçus.",
            es: "Dice qué habrían cambiado unas reglas en los mensajes ya recibidos.",
            ru: "Сообщает, что изменили бы правила для уже полученных сообщений.",
            ar: "يبيّن ما كانت القواعد ستغيّره في رسائل وصلت من قبل.",
            zh: "说明规则会给已收到的消息带来哪些变化。"),
    ]

    private static let general = [
        Sentence(
            "help.root", en: "Tells spam from ham, on every channel, and says why.",
            fr: "Distingue le spam du reste, sur tous les canaux, et dit pourquoi.",
            es: "Distingue el spam de lo legítimo en todos los canales y dice por qué.",
            ru: "Отличает спам от нужных сообщений в любом канале и объясняет почему.",
            ar: "يميّز الرسائل المزعجة من غيرها على كل القنوات ويبيّن السبب.",
            zh: "在各种渠道上区分垃圾信息与正常信息，并说明原因。"),
        Sentence(
            "help.evaluate", en: "Measures how well spam is told from ham.",
            fr: "Mesure la qualité de la distinction entre spam et messages souhaités.",
            es: "Mide lo bien que se distingue el spam de lo legítimo.",
            ru: "Измеряет, насколько хорошо спам отличается от нужных сообщений.",
            ar: "يقيس مدى جودة تمييز الرسائل المزعجة من غيرها.",
            zh: "衡量区分垃圾信息与正常信息的准确程度。"),
        Sentence(
            "help.scan", en: "Judges messages: files, folders, mbox, Maildir, JSON lines, TSV, or standard input (-).",
            fr: "Juge des messages : fichiers, dossiers, mbox, Maildir, lignes JSON, TSV ou entrée standard (-).",
            es: "Juzga mensajes: archivos, carpetas, mbox, Maildir, líneas JSON, TSV o la entrada estándar (-).",
            ru: "Оценивает сообщения: файлы, папки, mbox, Maildir, строки JSON, TSV или стандартный ввод (-).",
            ar: "يحكم على الرسائل: ملفات أو مجلدات أو mbox أو Maildir أو أسطر JSON أو TSV أو الدخل القياسي (-).",
            zh: "判断消息：文件、文件夹、mbox、Maildir、JSON 行、TSV 或标准输入（-）。"),
        Sentence(
            "help.serve",
            en: "Serves live traffic: mail servers (Milter) and programs (HTTP, Akismet), observing only until the policy says act.",
            fr:
                "Sert le trafic en direct : serveurs de courrier (Milter) et programmes (HTTP, Akismet), en observant seulement tant que la politique ne dit pas d’agir.",
            es:
                "Atiende el tráfico en vivo: servidores de correo (Milter) y programas (HTTP, Akismet), solo observando hasta que la política diga actuar.",
            ru:
                "Обслуживает живой трафик: почтовые серверы (Milter) и программы (HTTP, Akismet); только наблюдает, пока политика не велит действовать.",
            ar: "يخدم الحركة الحية: خوادم البريد (Milter) والبرامج (HTTP وAkismet)، ويكتفي بالمراقبة إلى أن تقضي السياسة بالتنفيذ.",
            zh: "为实时流量服务：邮件服务器（Milter）和程序（HTTP、Akismet）；在策略要求执行之前只作观察。"),
        Sentence(
            "help.token", en: "Makes, lists and revokes the tokens of those who ask the service over HTTP.",
            fr: "Crée, liste et révoque les jetons de ceux qui interrogent le service par HTTP.",
            es: "Crea, lista y revoca los testigos de quienes consultan el servicio por HTTP.",
            ru: "Создаёт, перечисляет и отзывает ключи тех, кто обращается к службе по HTTP.",
            ar: "ينشئ رموز الدخول لمن يسأل الخدمة عبر HTTP ويعرضها ويبطلها.", zh: "为通过 HTTP 询问服务者创建、列出和撤销令牌。"),
        Sentence(
            "help.token.create", en: "Makes a token and prints it, once.", fr: "Crée un jeton et l’affiche, une seule fois.",
            es: "Crea un testigo y lo muestra una sola vez.", ru: "Создаёт ключ и показывает его один раз.",
            ar: "ينشئ رمزًا ويعرضه مرة واحدة.", zh: "创建令牌，只显示一次。"),
        Sentence(
            "help.token.list", en: "Lists who has a token, since when and for what.",
            fr: "Liste qui a un jeton, depuis quand et pour quoi.",
            es: "Lista quién tiene un testigo, desde cuándo y para qué.", ru: "Перечисляет, у кого есть ключ, с какого времени и для чего.",
            ar: "يعرض من لديه رمز ومنذ متى ولأي غرض.", zh: "列出谁有令牌、何时起、作何用。"),
        Sentence(
            "help.token.revoke", en: "Revokes somebody’s token.", fr: "Révoque le jeton de quelqu’un.", es: "Revoca el testigo de alguien.",
            ru: "Отзывает чей-либо ключ.", ar: "يبطل رمز أحدهم.", zh: "撤销某人的令牌。"),
        Sentence(
            "help.explain", en: "Explains one verdict: every piece of evidence, its weight, coverage and time.",
            fr: "Explique un verdict : chaque indice, son poids, la couverture et le temps.",
            es: "Explica un veredicto: cada indicio, su peso, la cobertura y el tiempo.",
            ru: "Объясняет один вердикт: все признаки, их вес, охват и время.",
            ar: "يشرح حكمًا واحدًا: كل دليل ووزنه والتغطية والزمن.",
            zh: "解释一个判断：每条证据、权重、覆盖范围和耗时。"),
        Sentence(
            "help.learn", en: "Teaches messages as spam or as ham; each can be taken back with `forget`.",
            fr: "Apprend des messages comme spam ou légitimes ; `forget` annule.",
            es: "Aprende mensajes como spam o legítimos; `forget` lo deshace.",
            ru: "Обучает на сообщениях: спам или нет; `forget` отменяет.",
            ar: "يتعلّم من الرسائل، مزعجة أو سليمة؛ ويُلغى ذلك بالأمر `forget`.",
            zh: "将消息学习为垃圾或正常；可用 `forget` 撤销。"),
        Sentence(
            "help.forget", en: "Takes back an example that was learnt; the model is as if it had never been.",
            fr: "Annule un exemple appris ; le modèle est comme s’il n’avait jamais existé.",
            es: "Retira un ejemplo aprendido; el modelo queda como si nunca hubiera existido.",
            ru: "Отзывает изученный пример; модель такова, будто его не было.",
            ar: "يسحب مثالًا تعلّمه؛ ويعود النموذج كأنه لم يكن.",
            zh: "撤回已学习的样本；模型如同从未学过它。"),
        Sentence(
            "help.model", en: "Shows, exports, imports, rolls back and trains content models.",
            fr: "Affiche, exporte, importe, rétablit et entraîne les modèles de contenu.",
            es: "Muestra, exporta, importa, revierte y entrena modelos de contenido.",
            ru: "Показывает, выгружает, загружает, откатывает и обучает модели содержания.",
            ar: "يعرض نماذج المحتوى ويصدّرها ويستوردها ويعيدها ويدربها.",
            zh: "查看、导出、导入、回退和训练内容模型。"),
        Sentence(
            "help.parse", en: "Shows what a format sees in a file, as JSON.",
            fr: "Montre en JSON ce qu’un format voit dans un fichier.",
            es: "Muestra en JSON lo que un formato ve en un archivo.",
            ru: "Показывает в JSON, что формат видит в файле.",
            ar: "يعرض بصيغة JSON ما يراه التنسيق في الملف.",
            zh: "以 JSON 显示某种格式在文件中看到的内容。"),
        Sentence(
            "help.measure", en: "Measures how fast this machine judges the given messages, warm and on one core.",
            fr: "Mesure à quelle vitesse cette machine juge les messages donnés, à chaud et sur un cœur.",
            es: "Mide con qué rapidez esta máquina juzga los mensajes dados, en caliente y en un núcleo.",
            ru: "Измеряет, как быстро эта машина оценивает данные сообщения на одном ядре.",
            ar: "يقيس سرعة حكم هذا الجهاز على الرسائل المعطاة بنواة واحدة.",
            zh: "测量本机单核判断给定消息的速度。"),
        Sentence(
            "help.study", en: "Shows what was counted: messages by hour, channel, class and more; no content, no address.",
            fr: "Montre ce qui a été compté : par heure, canal, classe… sans contenu ni adresse.",
            es: "Muestra lo contado: por hora, canal, clase y más; sin contenido ni direcciones.",
            ru: "Показывает подсчёты по часам, каналам, классам; без содержания и адресов.",
            ar: "يعرض ما أُحصي حسب الساعة والقناة والفئة وغيرها، دون محتوى ولا عناوين.",
            zh: "显示统计：按小时、渠道、类别等；不含内容和地址。"),
        Sentence(
            "help.config", en: "Checks and explains the settings.",
            fr: "Vérifie et explique les réglages.",
            es: "Comprueba y explica los ajustes.",
            ru: "Проверяет и объясняет настройки.",
            ar: "يتحقق من الإعدادات ويشرحها.",
            zh: "检查并解释设置。"),
        Sentence(
            "help.doctor", en: "Looks for what is wrong with the set-up and says what to do. Ends with 1 when something is.",
            fr: "Cherche ce qui ne va pas dans l’installation et dit que faire. Finit par 1 en cas de problème.",
            es: "Busca qué falla en la instalación y dice qué hacer. Termina con 1 si algo falla.",
            ru: "Ищет ошибки установки и говорит, что делать. Завершается с 1, если они есть.",
            ar: "يبحث عن عيوب الإعداد ويبيّن ما يجب فعله. ينتهي بالرمز 1 عند وجود عيب.",
            zh: "检查安装问题并说明如何处理；有问题时以 1 结束。"),
        Sentence(
            "help.model.info", en: "Says which model judges, and lists those that were learnt here.",
            fr: "Dit quel modèle juge et liste ceux appris ici.",
            es: "Dice qué modelo juzga y enumera los aprendidos aquí.",
            ru: "Называет действующую модель и перечисляет обученные здесь.",
            ar: "يبيّن النموذج المستعمل ويسرد النماذج المتعلَّمة هنا.",
            zh: "显示当前使用的模型，并列出在本机学习的模型。"),
        Sentence(
            "help.model.card", en: "Prints the card of the model that ships: data, licences, error rates, weaknesses.",
            fr: "Affiche la fiche du modèle fourni : données, licences, taux d’erreur, faiblesses.",
            es: "Muestra la ficha del modelo incluido: datos, licencias, errores, debilidades.",
            ru: "Показывает карточку поставляемой модели: данные, лицензии, ошибки, слабости.",
            ar: "يعرض بطاقة النموذج المرفق: البيانات والتراخيص ونسب الخطأ ومواطن الضعف.",
            zh: "显示随附模型的说明：数据、许可、错误率和弱点。"),
        Sentence(
            "help.model.export", en: "Writes the model that judges into a file.",
            fr: "Écrit dans un fichier le modèle qui juge.",
            es: "Escribe en un archivo el modelo que juzga.",
            ru: "Записывает действующую модель в файл.",
            ar: "يكتب النموذج المستعمل في ملف.",
            zh: "将当前使用的模型写入文件。"),
        Sentence(
            "help.model.import", en: "Makes the model of a file the one that judges here.",
            fr: "Fait du modèle d’un fichier celui qui juge ici.",
            es: "Hace que el modelo de un archivo sea el que juzgue aquí.",
            ru: "Делает модель из файла действующей.",
            ar: "يجعل النموذج الموجود في ملف هو المستعمل هنا.",
            zh: "启用文件中的模型。"),
        Sentence(
            "help.model.rollback", en: "Goes back to the model before the current one.",
            fr: "Revient au modèle précédent.",
            es: "Vuelve al modelo anterior.",
            ru: "Возвращает предыдущую модель.",
            ar: "يعود إلى النموذج السابق.",
            zh: "恢复到上一个模型。"),
        Sentence(
            "help.model.rebuild", en: "Makes the local model anew from every example that counts.",
            fr: "Refait le modèle local à partir de tous les exemples valables.",
            es: "Rehace el modelo local con todos los ejemplos que cuentan.",
            ru: "Строит местную модель заново по всем действующим примерам.",
            ar: "يعيد بناء النموذج المحلي من كل الأمثلة المحتسبة.",
            zh: "用全部有效样本重建本地模型。"),
        Sentence(
            "help.model.log", en: "Lists the examples that count: what was taught, by whom, when and why.",
            fr: "Liste les exemples valables : quoi, par qui, quand et pourquoi.",
            es: "Enumera los ejemplos que cuentan: qué, quién, cuándo y por qué.",
            ru: "Перечисляет действующие примеры: что, кем, когда и почему.",
            ar: "يسرد الأمثلة المحتسبة: ما عُلِّم ومن علّمه ومتى ولماذا.",
            zh: "列出有效样本：内容类别、来源、时间和原因。"),
        Sentence(
            "help.model.train", en: "Trains a model from labelled messages.",
            fr: "Entraîne un modèle avec des messages étiquetés.",
            es: "Entrena un modelo con mensajes etiquetados.",
            ru: "Обучает модель на размеченных сообщениях.",
            ar: "يدرّب نموذجًا من رسائل موسومة.",
            zh: "用带标签的消息训练模型。"),
        Sentence(
            "help.model.train-threats", en: "Trains a model of the kinds of spam from messages whose kind is known.",
            fr: "Entraîne un modèle des types de spam sur des messages dont le type est connu.",
            es: "Entrena un modelo de los tipos de spam con mensajes de tipo conocido.",
            ru: "Обучает модель видов спама на сообщениях, вид которых известен.",
            ar: "يدرّب نموذجًا لأنواع الرسائل المزعجة من رسائل معروفة النوع.",
            zh: "用已知类别的消息训练垃圾信息类别模型。"),
        Sentence(
            "help.model.weigh", en: "Fits the weights of the evidence to labelled messages.",
            fr: "Ajuste le poids des indices à des messages étiquetés.",
            es: "Ajusta el peso de los indicios a mensajes etiquetados.",
            ru: "Подбирает веса признаков по размеченным сообщениям.",
            ar: "يضبط أوزان الأدلة وفق رسائل موسومة.",
            zh: "根据带标签的消息拟合证据权重。"),
        Sentence(
            "help.parse.mail", en: "Header fields, parts, route and defects of a mail.",
            fr: "Champs d’en-tête, parties, parcours et défauts d’un courriel.",
            es: "Cabeceras, partes, ruta y defectos de un correo.",
            ru: "Поля заголовка, части, маршрут и дефекты письма.",
            ar: "حقول الترويسة والأجزاء والمسار والعيوب في رسالة بريد.",
            zh: "邮件的标头字段、各部分、路由和格式缺陷。"),
        Sentence(
            "help.parse.html", en: "What a reader sees of a page, what is hidden, and where it points.",
            fr: "Ce qu’on voit d’une page, ce qui est caché et où elle mène.",
            es: "Lo que se ve de una página, lo oculto y adónde apunta.",
            ru: "Что видно на странице, что скрыто и куда ведут ссылки.",
            ar: "ما يراه القارئ من الصفحة وما هو مخفي وإلى أين تشير.",
            zh: "页面的可见内容、隐藏内容和链接目标。"),
        Sentence(
            "help.parse.url", en: "Every link of a text, as a browser would read it, with what is odd about it.",
            fr: "Chaque lien d’un texte, tel qu’un navigateur le lit, et ses bizarreries.",
            es: "Cada enlace de un texto, como lo lee un navegador, y sus rarezas.",
            ru: "Все ссылки текста, как их читает браузер, и их странности.",
            ar: "كل رابط في النص كما يقرؤه المتصفح وما فيه من غرابة.",
            zh: "文本中的每个链接（按浏览器的读法）及其可疑之处。"),
        Sentence(
            "help.parse.sms", en: "How a text travels as a short message: alphabet and number of parts.",
            fr: "Comment un texte voyage en SMS : alphabet et nombre de parties.",
            es: "Cómo viaja un texto como SMS: alfabeto y número de partes.",
            ru: "Как текст идёт по СМС: алфавит и число частей.",
            ar: "كيف ينتقل النص رسالةً قصيرة: الأبجدية وعدد الأجزاء.",
            zh: "文本如何作为短信发送：字符集和条数。"),
        Sentence(
            "help.study.report", en: "Writes the report of the study: page, PDF, Word, tables or SDMX, in six languages.",
            fr: "Rédige le rapport d’étude : page, PDF, Word, tableaux ou SDMX, en six langues.",
            es: "Redacta el informe del estudio: página, PDF, Word, tablas o SDMX, en seis idiomas.",
            ru: "Составляет доклад исследования: страница, PDF, Word, таблицы или SDMX, на шести языках.",
            ar: "يكتب تقرير الدراسة: صفحة أو PDF أو Word أو جداول أو SDMX، بست لغات.",
            zh: "编写研究报告：网页、PDF、Word、表格或 SDMX，六种语言。"),
        Sentence(
            "help.study.counts", en: "Totals of a period by chosen dimensions.",
            fr: "Totaux d’une période selon les dimensions choisies.",
            es: "Totales de un período por las dimensiones elegidas.",
            ru: "Итоги за период по выбранным признакам.",
            ar: "مجاميع فترة بحسب أبعاد مختارة.",
            zh: "按所选维度统计某一时期的总数。"),
        Sentence(
            "help.study.measure", en: "Measures how fast this machine counts, and what a year of a large network takes.",
            fr: "Mesure la vitesse de comptage et la place d’une année d’un grand réseau.",
            es: "Mide con qué rapidez cuenta este equipo y cuánto ocupa un año de una red grande.",
            ru: "Измеряет скорость подсчёта и объём данных за год большой сети.",
            ar: "يقيس سرعة العدّ وما يشغله عام من شبكة كبيرة.",
            zh: "测量统计速度以及大型网络一年数据的占用。"),
        Sentence(
            "help.auth", en: "Looks at what proves who sends: SPF, DKIM, DMARC and their kin.",
            fr: "Examine ce qui prouve l’expéditeur : SPF, DKIM, DMARC et apparentés.",
            es: "Examina lo que prueba quién envía: SPF, DKIM, DMARC y afines.",
            ru: "Рассматривает то, что удостоверяет отправителя: SPF, DKIM, DMARC и родственное.",
            ar: "ينظر فيما يثبت هوية المرسل: SPF وDKIM وDMARC وما شابهها.",
            zh: "查看能证明发件人身份的内容：SPF、DKIM、DMARC 等。"),
        Sentence(
            "help.auth.keygen", en: "Makes a key to sign with, and prints the record to publish for it.",
            fr: "Crée une clé de signature et affiche l’enregistrement à publier.",
            es: "Crea una clave de firma y muestra el registro que hay que publicar.",
            ru: "Создаёт ключ для подписи и выводит запись, которую надо опубликовать.",
            ar: "ينشئ مفتاحًا للتوقيع ويعرض السجل الواجب نشره.",
            zh: "生成签名密钥，并打印应发布的记录。"),
        Sentence(
            "help.auth.sign", en: "Prints a mail with a signature in front (DKIM), or with a set of the chain of handlers (ARC).",
            fr: "Affiche un courriel précédé d’une signature (DKIM) ou d’un maillon de la chaîne des intermédiaires (ARC).",
            es: "Muestra un correo con una firma delante (DKIM) o con un eslabón de la cadena de intermediarios (ARC).",
            ru: "Выводит письмо с подписью впереди (DKIM) или со звеном цепи посредников (ARC).",
            ar: "يعرض رسالة تتقدمها توقيعة (DKIM) أو حلقة من سلسلة الوسطاء (ARC).",
            zh: "输出邮件并在前面加上签名（DKIM），或加上经手链的一环（ARC）。"),
        Sentence(
            "help.auth.lint", en: "Finds what is broken, dangerous or missing in a domain’s records, and prints the lines to publish.",
            fr: "Trouve ce qui est faux, dangereux ou absent dans les enregistrements d’un domaine et affiche les lignes à publier.",
            es: "Halla lo que está roto, es peligroso o falta en los registros de un dominio y muestra las líneas que publicar.",
            ru: "Находит в записях домена ошибочное, опасное и недостающее и выводит строки для публикации.",
            ar: "يجد ما هو معطوب أو خطر أو ناقص في سجلات النطاق، ويعرض الأسطر الواجب نشرها.",
            zh: "找出域名记录中错误、危险或缺失之处，并打印应发布的行。"),
        Sentence(
            "help.config.check", en: "Reads the settings and lists every problem in them.",
            fr: "Lit les réglages et liste tous leurs problèmes.",
            es: "Lee los ajustes y enumera todos sus problemas.",
            ru: "Читает настройки и перечисляет все ошибки в них.",
            ar: "يقرأ الإعدادات ويسرد كل مشكلة فيها.",
            zh: "读取设置并列出其中的所有问题。"),
        Sentence(
            "help.config.explain", en: "Prints a setting’s value, where it comes from, and what it means.",
            fr: "Affiche la valeur d’un réglage, son origine et son sens.",
            es: "Muestra el valor de un ajuste, su origen y su significado.",
            ru: "Показывает значение настройки, его источник и смысл.",
            ar: "يعرض قيمة الإعداد ومصدرها ومعناها.",
            zh: "显示设置项的值、来源和含义。"),
        Sentence(
            "help.config.egress", en: "Lists every host the program would contact, and why.",
            fr: "Liste chaque hôte que le programme contacterait, et pourquoi.",
            es: "Enumera cada host con el que contactaría el programa y por qué.",
            ru: "Перечисляет узлы, к которым обратилась бы программа, и зачем.",
            ar: "يسرد كل مضيف قد يتصل به البرنامج وسبب ذلك.",
            zh: "列出程序会联系的每台主机及其原因。"),
        Sentence(
            "help.config.example", en: "Prints a settings file with every key, its default and its meaning.",
            fr: "Affiche un fichier de réglages avec chaque clé, sa valeur par défaut et son sens.",
            es: "Muestra un archivo de ajustes con cada clave, su valor por defecto y su significado.",
            ru: "Выводит файл настроек со всеми ключами, значениями по умолчанию и пояснениями.",
            ar: "يعرض ملف إعدادات فيه كل مفتاح وقيمته الافتراضية ومعناه.",
            zh: "输出包含所有键、默认值和含义的设置文件。"),
    ]
}
