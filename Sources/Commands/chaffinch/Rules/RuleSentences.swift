internal import Localization

/// What the commands of rules say.
enum RuleSentences {
    static let all = [
        Sentence(
            "rules.problems", en: "Problems: {1}. No rule is loaded while there is one.",
            fr: "Problèmes : {1}. Aucune règle n’est chargée tant qu’il en reste un.",
            es: "Problemas: {1}. No se carga ninguna regla mientras quede alguno.",
            ru: "Ошибок: {1}. Пока есть хоть одна, правила не загружаются.",
            ar: "المشكلات: {1}. لا تُحمَّل أي قاعدة ما دامت هناك مشكلة.", zh: "问题：{1}。只要还有问题，就不会加载任何规则。"),
        Sentence(
            "rules.sound", en: "The rules are sound: {1}, in files: {2}. Acting: {3}, only watched: {4}, expired: {5}.",
            fr: "Les règles sont correctes : {1}, fichiers : {2}. Appliquées : {3}, seulement observées : {4}, expirées : {5}.",
            es: "Las reglas son correctas: {1}, archivos: {2}. Aplicadas: {3}, solo observadas: {4}, caducadas: {5}.",
            ru: "Правила верны: {1}, файлов: {2}. Действуют: {3}, только наблюдаются: {4}, истекли: {5}.",
            ar: "القواعد سليمة: {1}، الملفات: {2}. نافذة: {3}، للمراقبة فقط: {4}، منتهية: {5}.",
            zh: "规则无误：{1} 条，文件：{2} 个。生效：{3}，仅观察：{4}，已过期：{5}。"),
        Sentence(
            "rules.expired", en: "{1}: {2} expired at {3} and does not act; ask {4}, or take it out.",
            fr: "{1} : {2} a expiré le {3} et n’agit plus ; demandez à {4}, ou retirez-la.",
            es: "{1}: {2} caducó el {3} y ya no actúa; pregunte a {4} o quítela.",
            ru: "{1}: срок {2} истёк {3}, правило не действует; спросите {4} или удалите его.",
            ar: "{1}: انتهت صلاحية {2} في {3} ولم تعد نافذة؛ اسأل {4} أو احذفها.", zh: "{1}：{2} 已于 {3} 过期，不再生效；请询问 {4} 或将其删除。"),
        Sentence(
            "rules.missed", en: "{1}: {2} should match this example, and does not.",
            fr: "{1} : {2} devrait reconnaître cet exemple, et ne le fait pas.",
            es: "{1}: {2} debería coincidir con este ejemplo, y no lo hace.",
            ru: "{1}: {2} должно сработать на этом примере, но не срабатывает.",
            ar: "{1}: يجب أن تنطبق {2} على هذا المثال، لكنها لا تنطبق.",
            zh: "{1}：{2} 应当匹配此示例，却没有匹配。"),
        Sentence(
            "rules.matched", en: "{1}: {2} should not match this example, and does.",
            fr: "{1} : {2} ne devrait pas reconnaître cet exemple, et le fait.",
            es: "{1}: {2} no debería coincidir con este ejemplo, y lo hace.",
            ru: "{1}: {2} не должно срабатывать на этом примере, но срабатывает.",
            ar: "{1}: يجب ألا تنطبق {2} على هذا المثال، لكنها تنطبق.",
            zh: "{1}：{2} 不应匹配此示例，却匹配了。"),
        Sentence(
            "rules.tested", en: "Examples: {1}, rules: {2}, wrong: {3}.", fr: "Exemples : {1}, règles : {2}, erreurs : {3}.",
            es: "Ejemplos: {1}, reglas: {2}, erróneos: {3}.", ru: "Примеров: {1}, правил: {2}, ошибок: {3}.",
            ar: "الأمثلة: {1}، القواعد: {2}، الخاطئة: {3}.", zh: "示例：{1}，规则：{2}，不符：{3}。"),
        Sentence(
            "rules.replayed", en: "Messages: {1}. Other probability: {2}, other disposition: {3}.",
            fr: "Messages : {1}. Autre probabilité : {2}, autre traitement : {3}.",
            es: "Mensajes: {1}. Otra probabilidad: {2}, otro tratamiento: {3}.",
            ru: "Сообщений: {1}. Изменилась вероятность: {2}, изменилось решение: {3}.",
            ar: "الرسائل: {1}. تغيّر الاحتمال: {2}، تغيّر الإجراء: {3}.", zh: "消息：{1}。概率改变：{2}，处置改变：{3}。"),
        Sentence(
            "rules.replayed-ham", en: "Labelled ham that was accepted and no longer would be: {1}.",
            fr: "Messages étiquetés légitimes qui étaient acceptés et ne le seraient plus : {1}.",
            es: "Mensajes etiquetados legítimos que se aceptaban y ya no se aceptarían: {1}.",
            ru: "Размеченных хороших сообщений, которые принимались и больше не принимались бы: {1}.",
            ar: "رسائل موسومة بأنها سليمة كانت تُقبل ولن تُقبل بعد الآن: {1}.", zh: "标为正常、原本被接受而将不再被接受的消息：{1}。"),
        Sentence(
            "rules.replayed-rule", en: "{1}: {2}. Hits: {3}, decided: {4}; on labelled ham: {5}, on labelled spam: {6}.",
            fr: "{1} : {2}. Occurrences : {3}, décisions : {4} ; étiquetés légitimes : {5}, étiquetés spam : {6}.",
            es: "{1}: {2}. Coincidencias: {3}, decisiones: {4}; en legítimos etiquetados: {5}, en spam etiquetado: {6}.",
            ru: "{1}: {2}. Срабатываний: {3}, решило: {4}; на размеченных хороших: {5}, на размеченном спаме: {6}.",
            ar: "{1}: {2}. مرات الانطباق: {3}، القرارات: {4}؛ على السليمة الموسومة: {5}، على المزعجة الموسومة: {6}.",
            zh: "{1}：{2}。命中：{3}，决定：{4}；标为正常：{5}，标为垃圾：{6}。"),
        Sentence(
            "rules.recipients", en: "Recipients with lists of their own: {1}.", fr: "Destinataires ayant leurs propres listes : {1}.",
            es: "Destinatarios con listas propias: {1}.", ru: "Получателей с собственными списками: {1}.",
            ar: "المستلمون ذوو القوائم الخاصة: {1}.", zh: "有自己名单的收件人：{1}。"),
        Sentence(
            "recipient.allow", en: "{1} lets this sender through", fr: "{1} laisse passer cet expéditeur",
            es: "{1} deja pasar a este remitente", ru: "{1} пропускает этого отправителя", ar: "{1} يسمح لهذا المرسل",
            zh: "{1} 允许此发件人"),
        Sentence(
            "recipient.deny", en: "{1} does not want this sender", fr: "{1} ne veut pas de cet expéditeur",
            es: "{1} no quiere a este remitente", ru: "{1} не хочет этого отправителя", ar: "{1} لا يريد هذا المرسل",
            zh: "{1} 不接受此发件人"),
        Sentence(
            "recipient.keyword", en: "{1} does not want a word of this message", fr: "{1} ne veut pas d’un mot de ce message",
            es: "{1} no quiere una palabra de este mensaje", ru: "{1} не хочет слова из этого сообщения",
            ar: "{1} لا يريد كلمة في هذه الرسالة", zh: "{1} 不接受此消息中的某个词"),
        Sentence(
            "recipient.quiet", en: "{1} wants quiet at this hour", fr: "{1} veut le calme à cette heure",
            es: "{1} quiere silencio a esta hora", ru: "{1} хочет тишины в этот час", ar: "{1} يريد الهدوء في هذه الساعة",
            zh: "{1} 在此时段要求免打扰"),
        Sentence(
            "command.rules", en: "Your rules", fr: "Vos règles", es: "Sus reglas", ru: "Ваши правила", ar: "قواعدك", zh: "您的规则"),
        Sentence("command.rule-acts", en: "acts", fr: "appliquée", es: "aplicada", ru: "действует", ar: "نافذة", zh: "生效"),
        Sentence(
            "command.rule-watched", en: "only watched", fr: "seulement observée", es: "solo observada", ru: "только наблюдается",
            ar: "للمراقبة فقط", zh: "仅观察"),
    ]
}
