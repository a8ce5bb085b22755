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
            "command.rules", en: "Your rules", fr: "Vos règles", es: "Sus reglas", ru: "Ваши правила", ar: "قواعدك", zh: "您的规则"),
        Sentence("command.rule-acts", en: "acts", fr: "appliquée", es: "aplicada", ru: "действует", ar: "نافذة", zh: "生效"),
        Sentence(
            "command.rule-watched", en: "only watched", fr: "seulement observée", es: "solo observada", ru: "только наблюдается",
            ar: "للمراقبة فقط", zh: "仅观察"),
    ]
}
