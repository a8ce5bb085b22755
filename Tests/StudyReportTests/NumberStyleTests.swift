import Localization
import Testing

@testable import StudyReport

@Suite struct NumberStyleTests {
    @Test(arguments: [
        (Language.english, "1,234,567.5", "12.3%"), (.french, "1\u{202F}234\u{202F}567,5", "12,3\u{202F}%"),
        (.spanish, "1.234.567,5", "12,3\u{A0}%"),
        (.russian, "1\u{A0}234\u{A0}567,5", "12,3\u{A0}%"), (.arabic, "1,234,567.5", "12.3%"), (.chinese, "1,234,567.5", "12.3%"),
    ])
    func numbersAreWrittenAsCLDRHasThem(language: Language, number: String, percent: String) {
        #expect(NumberStyle(language).number(1_234_567.5, digits: 1) == number)
        #expect(NumberStyle(language).percent(0.123) == percent)
        #expect(
            NumberStyle(language).number(-0.04, digits: 1).hasSuffix("0")
                && !NumberStyle(language).number(-0.04, digits: 1).hasPrefix("\u{2212}"))
    }

    @Test(arguments: [
        (0, "zero", "many"), (1, "one", "one"), (2, "two", "few"), (3, "few", "few"), (5, "few", "many"), (10, "few", "many"),
        (11, "many", "many"),
        (12, "many", "many"), (21, "many", "one"), (22, "many", "few"), (99, "many", "many"), (100, "other", "many"), (101, "other", "one"),
        (102, "other", "few"), (103, "few", "few"), (111, "many", "many"), (114, "many", "many"), (1001, "other", "one"),
        (1_000_000, "other", "many"),
    ])
    func pluralCategoriesAreThoseOfCLDR(number: UInt64, arabic: String, russian: String) {
        #expect(PluralCategory(number, in: .arabic).rawValue == arabic)
        #expect(PluralCategory(number, in: .russian).rawValue == russian)
        #expect(PluralCategory(number, in: .english).rawValue == (number == 1 ? "one" : "other"))
        #expect(PluralCategory(number, in: .chinese).rawValue == "other")
    }

    @Test func thingsAreCountedInTheirForms() {
        #expect(NumberStyle(.russian).counted(21, .messages) == "21 сообщение")
        #expect(NumberStyle(.russian).counted(1003, .messages) == "1\u{A0}003 сообщения")
        #expect(NumberStyle(.russian).counted(12_400_000, .messages) == "12,4\u{A0}млн сообщений")
        #expect(NumberStyle(.arabic).counted(2, .messages) == "رسالتين")
        #expect(NumberStyle(.arabic).counted(7, .messages) == "7 رسائل")
        #expect(NumberStyle(.french).counted(1_500_000, .messages) == "1,5\u{A0}million de messages")
        #expect(NumberStyle(.spanish).counted(2_000_000_000, .messages) == "2\u{A0}mil millones de mensajes")
        #expect(NumberStyle(.english).counted(1, .messages) == "1 message")
        #expect(NumberStyle(.chinese).counted(124_000_000, .messages) == "1.2亿条信息")
    }

    @Test func everyThingHasItsFormInEveryLanguage() {
        for thing in CountedThing.all {
            for language in Language.allCases {
                for number: UInt64 in [0, 1, 2, 5, 11, 100] {
                    #expect(!thing.form(PluralCategory(number, in: language), in: language).isEmpty)
                }
            }
        }
    }
}
