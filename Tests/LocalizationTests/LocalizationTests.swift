import Authentication
import Filter
import Localization
import Messages
import Reputation
import Rules
import Settings
import Testing

@Suite struct LanguageTests {
    @Test(arguments: [
        ("zh-CN", Language.chinese), ("zh-Hant-TW", .chinese), ("EN", .english), ("fra", .french), ("ru_RU", .russian),
        ("es-419", .spanish),
        ("ar-EG", .arabic), ("cmn-Hans", .chinese),
    ])
    func readsTags(tag: String, language: Language) {
        #expect(Language(tag: tag) == language)
    }

    @Test(arguments: ["", "de", "-en", "enx", "x-en", "english"])
    func refusesOtherTags(tag: String) {
        #expect(Language(tag: tag) == nil)
    }

    @Test func everyLanguageReadsItsOwnTag() {
        for language in Language.allCases {
            #expect(Language(tag: language.rawValue) == language)
            #expect(!language.ownName.isEmpty)
        }
    }

    @Test func readsTheEnvironmentInOrder() {
        #expect(Language.preferred(in: [:]) == .english)
        #expect(Language.preferred(in: ["LANG": "fr_FR.UTF-8"]) == .french)
        #expect(Language.preferred(in: ["LANG": "fr_FR.UTF-8", "LC_MESSAGES": "ru_RU.KOI8-R"]) == .russian)
        #expect(Language.preferred(in: ["LANG": "fr_FR", "LC_MESSAGES": "ru_RU", "LC_ALL": "es_ES@euro"]) == .spanish)
        #expect(Language.preferred(in: ["LANG": "fr_FR", "LC_ALL": ""]) == .french)
        #expect(Language.preferred(in: ["LANG": "de_DE.UTF-8"]) == .english)
        #expect(Language.preferred(in: ["LANG": "de_DE.UTF-8", "LANGUAGE": "de:ar:en"]) == .arabic)
        #expect(Language.preferred(in: ["LANG": "C.UTF-8", "LANGUAGE": "ar"]) == .english)
        #expect(Language.preferred(in: ["LC_ALL": "POSIX", "LANG": "ar_EG"]) == .english)
    }
}

@Suite struct SentenceTests {
    let sentence = Sentence(
        "test.links", en: "{2} leads to {1}", fr: "{2} mène à {1}", es: "{2} lleva a {1}", ru: "{2} ведёт на {1}", ar: "{2} يؤدي إلى {1}",
        zh: "{2} 指向 {1}")

    @Test func fillsPlaceholdersByNumber() {
        #expect(sentence.text(in: .english, ["a.example", "b.example"]) == "b.example leads to a.example")
        #expect(sentence.text(in: .chinese, ["a.example", "b.example"]) == "b.example 指向 a.example")
    }

    @Test func aMissingDetailShows() {
        #expect(sentence.text(in: .english, ["a.example"]) == "… leads to a.example")
    }

    @Test func detailsAreNotReadForPlaceholders() {
        #expect(sentence.text(in: .english, ["{2}", "{1}"]) == "{1} leads to {2}")
    }

    @Test func isolatesWhereDirectionsMeet() {
        #expect(sentence.text(in: .arabic, ["a", "b"]) == "\u{2068}b\u{2069} يؤدي إلى \u{2068}a\u{2069}")
        #expect(sentence.text(in: .arabic, ["a", "b"], isolation: .never) == "b يؤدي إلى a")
        #expect(sentence.text(in: .english, ["שלום", "b"]) == "b leads to \u{2068}שלום\u{2069}")
        #expect(sentence.text(in: .english, ["été", "b"]) == "b leads to été")
    }

    @Test func takesControlsOfDirectionOutOfDetails() {
        #expect(sentence.text(in: .english, ["exe\u{202E}gpj", "\u{2069}b\u{2067}"], isolation: .never) == "b leads to exegpj")
    }

    @Test func otherBracesStay() {
        let odd = Sentence("odd", en: "{x} {0} {1", fr: "", es: "", ru: "", ar: "", zh: "")
        #expect(odd.text(in: .english, ["a"]) == "{x} {0} {1")
    }
}

@Suite struct CatalogueTests {
    @Test func termsAreComplete() {
        #expect(Catalogue(Terms.all).problems() == [])
    }

    @Test func everyReasonIsComplete() {
        #expect(
            Catalogue(
                Terms.all, RuleBook.standard.sentences, SignBook.standard.sentences, ListSignBook.standard.sentences,
                HistorySignBook.standard.sentences, ClientSignBook.sentences, CallerSignBook.sentences,
                [RateLimit("bulk", .sender, 1, in: .seconds(1)).sentence],
                ContentEvidence.sentences
            ).problems() == [])
    }

    @Test func everyValueHasItsWord() {
        let catalogue = Catalogue(Terms.all)
        var keys: [String] = []
        keys += Disposition.allCases.map { "disposition.\($0.rawValue)" }
        keys += Layer.allCases.map { "layer.\($0.rawValue)" }
        keys += Coverage.Gap.Reason.allCases.map { "gap.\($0.rawValue)" }
        keys += ThreatClass.known.map { "class.\($0.rawValue)" }
        keys += Channel.known.map { "channel.\($0.rawValue)" }
        keys += Cell.allCases.map { "cell.\($0.rawValue)" }
        keys += Direction.allCases.map { "direction.\($0.rawValue)" }
        keys += Hop.Trust.allCases.map { "trust.\($0.rawValue)" }
        for key in keys { #expect(catalogue[key] != nil, "\(key)") }
        #expect(catalogue.name(of: Disposition.quarantine, in: .spanish) == "poner en cuarentena")
        #expect(catalogue.name(of: ThreatClass(rawValue: "tax-fraud"), in: .french) == "tax-fraud")
        #expect(catalogue.name(of: Layer.network, in: .chinese) == "网络")
        #expect(catalogue.name(of: Coverage.Gap.Reason.notConfigured, in: .english) == "not set up")
        #expect(catalogue.name(of: Channel.sms, in: .russian) == "СМС")
        #expect(catalogue.name(of: Cell.storedText, in: .english) == "stored text")
        #expect(catalogue.name(of: Direction.transit, in: .french) == "en transit")
        #expect(catalogue.name(of: Hop.Trust.seen, in: .english) == "seen by us")
        #expect(catalogue.term("reasons", in: .spanish) == "Motivos")
    }

    @Test func aKeyWithoutSentenceIsShown() {
        #expect(Catalogue().text("mime.unheard-of", in: .french, ["a"]) == "mime.unheard-of a")
    }

    @Test func findsProblems() {
        let wrong: [Sentence] = [
            Sentence(
                "copied", en: "It has two dates", fr: "It has two dates", es: "Tiene dos fechas", ru: "Две даты", ar: "تاريخان", zh: "两个日期"),
            Sentence("latin", en: "date", fr: "date", es: "fecha", ru: "data", ar: "tarikh", zh: "riqi"),
            Sentence("holes", en: "{1} {3}", fr: "{1}", es: "{1} {3}", ru: "{1} {3}", ar: "{1} {3}", zh: "{3} {1} {"),
            Sentence("empty", en: "date", fr: "", es: "fecha", ru: "дата", ar: " ", zh: "日期"),
            Sentence("spaced", en: "date ", fr: "date", es: "fecha", ru: "дата", ar: "تاريخ", zh: "日期"),
            Sentence("a key", en: "date", fr: "date", es: "fecha", ru: "дата", ar: "تاريخ", zh: "日期"),
            Sentence("latin", en: "date", fr: "date", es: "fecha", ru: "дата", ar: "تاريخ", zh: "日期"),
        ]
        let problems = Catalogue(wrong).problems()
        let expected = [
            "latin: declared twice",
            "'a key': not a key",
            "copied in fr: the same as in English",
            "empty in ar: empty",
            "empty in fr: empty",
            "holes: placeholders are not numbered {1}, {2} ... without a gap",
            "holes in zh: a brace that is not a placeholder {1} to {9}",
            "holes in fr: placeholders {1}, in English {1} {3}",
            "latin in ar: no letter of the language's script",
            "latin in zh: no letter of the language's script",
            "latin in ru: no letter of the language's script",
            "spaced in en: begins or ends with a space",
        ]
        #expect(Set(problems) == Set(expected))
        #expect(problems.count == expected.count)
    }
}
