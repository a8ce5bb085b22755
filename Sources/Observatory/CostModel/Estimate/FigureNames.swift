public import Localization
internal import Messages

/// What figures are called, for everybody who prints one.
public enum FigureNames {
    /// The words that names are made of.
    public static let sentences = CostFigure.sentences + means + actors

    private static let means = [
        Sentence(
            "cost.means.facility", en: "rooms, lines and power", fr: "locaux, lignes et énergie", es: "locales, líneas y energía",
            ru: "помещения, линии и питание", ar: "المباني والخطوط والطاقة", zh: "场所、线路与电力"),
        Sentence(
            "cost.means.technical", en: "technical means", fr: "moyens techniques", es: "medios técnicos", ru: "технические средства",
            ar: "الوسائل التقنية", zh: "技术手段"),
        Sentence("cost.means.people", en: "people", fr: "personnel", es: "personal", ru: "люди", ar: "الأشخاص", zh: "人员"),
        Sentence("cost.means.training", en: "training", fr: "formation", es: "formación", ru: "обучение", ar: "التدريب", zh: "培训"),
    ]

    private static let actors = [
        Sentence(
            "cost.actor.mail-provider", en: "mail providers", fr: "fournisseurs de messagerie", es: "proveedores de correo",
            ru: "поставщики почты", ar: "مقدمو خدمات البريد", zh: "邮件服务商"),
        Sentence(
            "cost.actor.network-operator", en: "network operators", fr: "opérateurs de réseau", es: "operadores de red",
            ru: "операторы сетей", ar: "مشغلو الشبكات", zh: "网络运营商"),
        Sentence(
            "cost.actor.mobile-operator", en: "mobile operators", fr: "opérateurs mobiles", es: "operadores móviles",
            ru: "операторы подвижной связи", ar: "مشغلو الهاتف المتنقل", zh: "移动运营商"),
        Sentence("cost.actor.company", en: "companies", fr: "entreprises", es: "empresas", ru: "организации", ar: "الشركات", zh: "企业"),
        Sentence(
            "cost.actor.user", en: "people at home", fr: "particuliers", es: "particulares", ru: "частные лица", ar: "الأفراد", zh: "个人"),
        Sentence("cost.actor.state", en: "the state", fr: "État", es: "el Estado", ru: "государство", ar: "الدولة", zh: "国家"),
    ]

    private static let terms = Catalogue(Terms.all, means, actors)
    private static let catalogue = Catalogue(sentences)

    /// The names of gaps and of spending, which are made of the names of classes, means and actors.
    static let composed: [Sentence] =
        Layer.allCases.map { layer in sentence(.gap(layer)) { terms.name(of: layer, in: $0) } }
        + Facility.Means.allCases.map { means in sentence(.gapByMeans(means)) { terms.text("cost.means.\(means.rawValue)", in: $0) } }
        + Layer.allCases.flatMap { layer in
            Facility.Means.allCases.map { means in
                sentence(.facilityGap(layer, means)) { language in
                    let colon = language == .chinese ? "：" : language == .french ? " : " : ": "
                    return terms.name(of: layer, in: language) + colon + terms.text("cost.means.\(means.rawValue)", in: language)
                }
            }
        }
        + Spending.Actor.allCases.map { actor in sentence(.spending(actor)) { terms.text("cost.actor.\(actor.rawValue)", in: $0) } }

    private static func sentence(_ figure: CostFigure, _ name: (Language) -> String) -> Sentence {
        Sentence(
            "cost.figure.\(figure.id)", en: name(.english), fr: name(.french), es: name(.spanish), ru: name(.russian), ar: name(.arabic),
            zh: name(.chinese))
    }

    /// What a figure is called in a language; of a class of X.1231 its name, of a class by one means both.
    public static func name(of figure: CostFigure, in language: Language) -> String {
        catalogue.text("cost.figure.\(figure.id)", in: language)
    }

    /// What means are called in a language.
    public static func name(of means: Facility.Means, in language: Language) -> String {
        catalogue.text("cost.means.\(means.rawValue)", in: language)
    }
}
