internal import Localization

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What each command does, in one sentence, in the language that the environment asks for: help is printed before settings are read.
enum HelpSentences {
    /// The sentence of a command.
    static func summary(_ command: String) -> String {
        catalogue.text("help." + command, in: language)
    }

    private static let language = Language.preferred(in: ProcessInfo.processInfo.environment)
    private static let catalogue = Catalogue(all)

    static let all = [
        Sentence(
            "help.root", en: "Tells spam from ham, on every channel, and says why.",
            fr: "Distingue le spam du reste, sur tous les canaux, et dit pourquoi.",
            es: "Distingue el spam de lo legítimo en todos los canales y dice por qué.",
            ru: "Отличает спам от нужных сообщений в любом канале и объясняет почему.",
            ar: "يميّز الرسائل المزعجة من غيرها على كل القنوات ويبيّن السبب.",
            zh: "在各种渠道上区分垃圾信息与正常信息，并说明原因。"),
        Sentence(
            "help.scan", en: "Judges messages: files, folders, mbox, Maildir, JSON lines, TSV, or standard input (-).",
            fr: "Juge des messages : fichiers, dossiers, mbox, Maildir, lignes JSON, TSV ou entrée standard (-).",
            es: "Juzga mensajes: archivos, carpetas, mbox, Maildir, líneas JSON, TSV o la entrada estándar (-).",
            ru: "Оценивает сообщения: файлы, папки, mbox, Maildir, строки JSON, TSV или стандартный ввод (-).",
            ar: "يحكم على الرسائل: ملفات أو مجلدات أو mbox أو Maildir أو أسطر JSON أو TSV أو الدخل القياسي (-).",
            zh: "判断消息：文件、文件夹、mbox、Maildir、JSON 行、TSV 或标准输入（-）。"),
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
    ]
}
