internal import Localization

/// What can be wrong in a list of tags, a signature or a key, to stand inside a sentence that names where; in six languages.
enum SyntaxSentences {
    static let all = [
        Sentence(
            "auth.mistake.missingListTag", en: "no tag where one is needed", fr: "une balise manquante", es: "falta una etiqueta",
            ru: "нет тега там, где он нужен", ar: "وسم ناقص", zh: "缺少必需的标签"),
        Sentence(
            "auth.mistake.badName", en: "a tag’s name that is none", fr: "un nom de balise qui n’en est pas un",
            es: "un nombre de etiqueta que no lo es", ru: "неверное имя тега", ar: "اسم وسم غير صحيح", zh: "错误的标签名"),
        Sentence(
            "auth.mistake.missingEquals", en: "no equals sign behind a tag’s name", fr: "pas de signe égal après un nom de balise",
            es: "falta el signo igual tras el nombre de una etiqueta", ru: "нет знака равенства после имени тега",
            ar: "لا علامة يساوي بعد اسم الوسم",
            zh: "标签名后缺少等号"),
        Sentence(
            "auth.mistake.badByte", en: "a byte that no value may have", fr: "un octet qu’aucune valeur ne peut contenir",
            es: "un octeto que ningún valor puede tener", ru: "байт, недопустимый в значении", ar: "بايت لا يجوز في أي قيمة", zh: "值中不允许的字节"
        ),
        Sentence(
            "auth.mistake.repeatedTag", en: "a tag that stands twice", fr: "une balise répétée", es: "una etiqueta repetida",
            ru: "тег указан дважды", ar: "وسم مكرر", zh: "标签重复出现"),
        Sentence(
            "auth.mistake.missingTag", en: "a tag that must be there is missing", fr: "une balise obligatoire manque",
            es: "falta una etiqueta obligatoria", ru: "нет обязательного тега", ar: "وسم إلزامي مفقود", zh: "缺少必须有的标签"),
        Sentence(
            "auth.mistake.forbiddenTag", en: "a tag that must not be there", fr: "une balise interdite",
            es: "una etiqueta que no debe estar",
            ru: "тег, которого быть не должно", ar: "وسم لا يجوز وجوده", zh: "不应出现的标签"),
        Sentence(
            "auth.mistake.unknownVersion", en: "an unknown version", fr: "une version inconnue", es: "una versión desconocida",
            ru: "неизвестная версия", ar: "إصدار غير معروف", zh: "未知的版本"),
        Sentence(
            "auth.mistake.unsupported", en: "an unknown value", fr: "une valeur inconnue", es: "un valor desconocido",
            ru: "неизвестное значение",
            ar: "قيمة غير معروفة", zh: "未知的值"),
        Sentence(
            "auth.mistake.notBase64", en: "something other than Base64", fr: "autre chose que du Base64", es: "algo que no es Base64",
            ru: "не Base64", ar: "شيء غير Base64", zh: "不是 Base64"),
        Sentence(
            "auth.mistake.empty", en: "no value where one is needed", fr: "une valeur manquante", es: "falta un valor",
            ru: "нет значения там, где оно нужно", ar: "قيمة ناقصة", zh: "缺少必需的值"),
        Sentence(
            "auth.mistake.notADomain", en: "a name that no domain can have", fr: "un nom qu’aucun domaine ne peut porter",
            es: "un nombre que ningún dominio puede tener", ru: "имя, которого у домена быть не может", ar: "اسم لا يمكن أن يكون لنطاق",
            zh: "域名不可能有的名称"),
        Sentence(
            "auth.mistake.notAnIdentity", en: "an identity that has no domain", fr: "une identité sans domaine",
            es: "una identidad sin dominio",
            ru: "идентификатор без домена", ar: "هوية بلا نطاق", zh: "没有域名的身份"),
        Sentence(
            "auth.mistake.notANumber", en: "something other than a number", fr: "autre chose qu’un nombre", es: "algo que no es un número",
            ru: "не число", ar: "شيء غير رقم", zh: "不是数字"),
        Sentence(
            "auth.mistake.notFieldNames", en: "something other than names of fields", fr: "autre chose que des noms de champs",
            es: "algo que no son nombres de campos", ru: "не имена полей", ar: "شيء غير أسماء حقول", zh: "不是字段名"),
        Sentence(
            "auth.mistake.endsBeforeItBegins", en: "an end of validity that is not after its begin",
            fr: "une fin de validité qui ne suit pas son début",
            es: "un fin de validez que no es posterior a su inicio", ru: "срок кончается раньше, чем начинается",
            ar: "نهاية صلاحية لا تلي بدايتها",
            zh: "有效期的结束不晚于开始"),
        Sentence(
            "auth.mistake.notAKey", en: "a key that is none", fr: "une clé qui n’en est pas une", es: "una clave que no lo es",
            ru: "неверный ключ",
            ar: "مفتاح غير صحيح", zh: "错误的密钥"),
        Sentence(
            "auth.mistake.notAnInstance", en: "an instance that is not from 1 to 50", fr: "une instance hors de 1 à 50",
            es: "una instancia fuera de 1 a 50", ru: "номер вне диапазона от 1 до 50", ar: "رقم خارج المدى من 1 إلى 50",
            zh: "序号不在 1 至 50 之间"),
    ]
}
