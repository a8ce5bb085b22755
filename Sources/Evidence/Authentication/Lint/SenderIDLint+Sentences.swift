internal import Localization

extension SenderIDLint {
    /// What is said of records of Sender ID.
    static let sentences = [
        Sentence(
            "lint.senderid.reused",
            en:
                "Sender ID, which few still use, reads the SPF record for the From field too, and there it fails mail of lists and forwarders. This line keeps it from that.",
            fr:
                "Sender ID, que peu emploient encore, lit aussi l’enregistrement SPF pour le champ From, et y fait échouer le courrier des listes et des redirections. Cette ligne l’en empêche.",
            es:
                "Sender ID, que pocos usan ya, lee el registro SPF también para el campo From, y ahí hace fallar el correo de listas y reenvíos. Esta línea lo impide.",
            ru:
                "Sender ID, которым мало кто пользуется, читает запись SPF и для поля From, и там не проходит почта рассылок и пересылок. Эта строка такое исключает.",
            ar: "نظام Sender ID، وقلّ من يستعمله، يقرأ سجل SPF لحقل From أيضًا، فيُفشل بريد القوائم وإعادة التوجيه. يمنعه هذا السطر من ذلك.",
            zh: "如今少有人用的 Sender ID 也会用 SPF 记录检查 From 字段，从而使邮件列表和转发的邮件失败。此行可避免这种情况。"),
        Sentence(
            "lint.senderid.repeated",
            en: "Two records of Sender ID are for the same scope; readers take that for an error.",
            fr: "Deux enregistrements Sender ID visent la même portée ; les lecteurs y voient une erreur.",
            es: "Dos registros Sender ID son del mismo ámbito; los lectores lo tratan como un error.",
            ru: "Две записи Sender ID для одной области; это считается ошибкой.",
            ar: "سجلان من Sender ID للنطاق الوظيفي نفسه؛ يُعدّ ذلك خطأً.",
            zh: "两条 Sender ID 记录用于同一范围；读取方视为错误。"),
        Sentence(
            "lint.senderid.syntax",
            en: "The Sender ID record cannot be read: {1}",
            fr: "L’enregistrement Sender ID est illisible : {1}",
            es: "El registro Sender ID no se puede leer: {1}",
            ru: "Запись Sender ID не читается: {1}",
            ar: "لا يمكن قراءة سجل Sender ID: {1}",
            zh: "Sender ID 记录无法读取：{1}"),
        Sentence(
            "lint.senderid.there",
            en: "The domain has a record of its own for the From field.",
            fr: "Le domaine a son propre enregistrement pour le champ From.",
            es: "El dominio tiene un registro propio para el campo From.",
            ru: "У домена есть своя запись для поля From.",
            ar: "للنطاق سجل خاص بحقل From.",
            zh: "此域名有专用于 From 字段的记录。"),
    ]
}
