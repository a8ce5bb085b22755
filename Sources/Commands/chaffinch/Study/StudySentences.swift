internal import Localization

/// What heads the study's columns, in six languages.
enum StudySentences {
    static let all: [Sentence] = [
        Sentence(
            "study.method", en: "Method", fr: "Méthode", es: "Método", ru: "Метод", ar: "الطريقة", zh: "方法"),
        Sentence(
            "study.contributor", en: "Contributor", fr: "Contributeur", es: "Contribuyente", ru: "Поставщик", ar: "المساهم", zh: "提供者"),
        Sentence(
            "study.verdict", en: "Verdict", fr: "Verdict", es: "Veredicto", ru: "Вердикт", ar: "الحكم", zh: "判定"),
        Sentence(
            "study.kind", en: "Kind", fr: "Type", es: "Tipo", ru: "Вид", ar: "النوع", zh: "类型"),
        Sentence(
            "study.source", en: "Source", fr: "Source", es: "Fuente", ru: "Источник", ar: "المنشأ", zh: "来源方"),
        Sentence(
            "study.route", en: "Route", fr: "Trajet", es: "Ruta", ru: "Маршрут", ar: "المسار", zh: "路径"),
        Sentence(
            "study.figure", en: "Figure", fr: "Indicateur", es: "Indicador", ru: "Показатель", ar: "المؤشر", zh: "指标"),
    ]
}
