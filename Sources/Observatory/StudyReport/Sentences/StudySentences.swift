public import Localization

/// What a study report says.
public enum StudySentences {
    /// Every sentence, to build a catalogue from and to check.
    public static let all =
        titles + headings + periods + columns + indicators + methods + summary + costSummary + explanations + limits + chartWords
        + glossary + clauses + places
}
