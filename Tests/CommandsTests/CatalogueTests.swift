import ArgumentParser
import Authentication
import Localization
import MailGateway
import Observatory
import Testing

@testable import chaffinch

@Suite struct CommandCatalogueTests {
    @Test func everySentenceIsThereInSixLanguages() {
        let catalogue = Catalogue(
            Terms.all, CommandSentences.all, HelpSentences.all, Explanation.sentences, Submitter.sentences, VouchByReference.sentences,
            SpamdReport.sentences, QuestionnaireSentences.all)
        #expect(catalogue.problems() == [])
    }

    /// Every command, and every command inside one.
    private static func commands(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        [command] + command.configuration.subcommands.flatMap(commands)
    }

    @Test func everyCommandIsSummedUpByASentence() {
        let commands = Self.commands(of: Chaffinch.self)
        #expect(commands.count > 20)
        let summaries = Set(HelpSentences.all.flatMap { sentence in Language.allCases.map { sentence[$0] } })
        for command in commands { #expect(summaries.contains(command.configuration.abstract), "\(command)") }
        #expect(commands.count == HelpSentences.all.count, "and every sentence is of a command")
    }

    @Test func everyDimensionHasAHead() {
        let catalogue = Catalogue(Terms.all, CommandSentences.all)
        for dimension in Dimension.allCases { #expect(catalogue[StudyCommand.Counts.head(of: dimension)] != nil, "\(dimension)") }
    }

    @Test(arguments: [
        (["chaffinch", "--lang", "ru", "--help"], ["LANG": "fr_FR.UTF-8"], Language.russian),
        (["chaffinch", "--lang=zh"], [:], .chinese),
        (["chaffinch", "--lang", "xx"], ["LANG": "fr_FR.UTF-8"], .french),
        (["chaffinch", "scan", "--", "--lang", "ru"], [:], .english),
        (["chaffinch", "--lang"], ["CHAFFINCH_LANG": "ar", "LANG": "fr_FR.UTF-8"], .arabic),
    ])
    func helpSpeaksTheLanguageAskedFor(arguments: [String], environment: [String: String], language: Language) {
        #expect(HelpSentences.language(arguments: arguments, environment: environment) == language)
    }
}
