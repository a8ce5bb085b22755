/// The six languages of the United Nations and of ITU; everything Chaffinch says to people exists in each.
///
/// Tags are read by RFC 5646 and matched by the look-up of RFC 4647 section 3.4: region and script are dropped from the right until
/// a language remains that we speak. Locale names are those of POSIX (`fr_FR.UTF-8`).
public enum Language: String, Sendable, Hashable, CaseIterable {
    /// Arabic.
    case arabic = "ar"
    /// Chinese, in simplified characters.
    case chinese = "zh"
    /// English.
    case english = "en"
    /// French.
    case french = "fr"
    /// Russian.
    case russian = "ru"
    /// Spanish.
    case spanish = "es"

    /// The language that a BCP 47 tag asks for (`zh-Hant-TW`, `EN`, `fra`), or nothing when we do not speak it.
    public init?(tag: some StringProtocol) {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        switch primary {
        case "ar", "ara", "arb": self = .arabic
        case "zh", "zho", "chi", "cmn": self = .chinese
        case "en", "eng": self = .english
        case "fr", "fra", "fre": self = .french
        case "ru", "rus": self = .russian
        case "es", "spa": self = .spanish
        default: return nil
        }
    }

    /// The language of a POSIX locale name (`ru_RU.KOI8-R`, `es@euro`), or nothing for `C`, `POSIX` and languages we do not speak.
    public init?(locale: some StringProtocol) {
        self.init(tag: locale.prefix { $0 != "." && $0 != "@" })
    }

    /// The language that an environment asks for, English when it asks for none that we speak.
    ///
    /// `LC_ALL`, then `LC_MESSAGES`, then `LANG` decides (POSIX, section 8.2); when the locale is neither `C` nor `POSIX`, the list of
    /// preferences in `LANGUAGE` goes before it, as gettext has it.
    public static func preferred(in environment: [String: String]) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let name = locale.prefix { $0 != "." && $0 != "@" }
        guard !name.isEmpty, name != "C", name != "POSIX" else { return .english }
        let wishes = (environment["LANGUAGE"] ?? "").split(separator: ":")
        return wishes.lazy.compactMap { Language(locale: $0) }.first ?? Language(locale: locale) ?? .english
    }

    /// Whether the language is written from right to left.
    public var isRightToLeft: Bool { self == .arabic }

    /// The language's name in itself.
    public var ownName: String {
        switch self {
        case .arabic: "العربية"
        case .chinese: "中文"
        case .english: "English"
        case .french: "français"
        case .russian: "русский"
        case .spanish: "español"
        }
    }
}
