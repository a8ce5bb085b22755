public import Localization

/// The plural categories of Unicode CLDR.
public enum PluralCategory: String, Sendable, Hashable, CaseIterable {
    /// `zero`
    case zero
    /// `one`
    case one
    /// `two`
    case two
    /// `few`
    case few
    /// `many`
    case many
    /// `other`
    case other

    /// The category of a whole number in a language (CLDR 45, plurals.xml, cardinal rules for numbers without a visible fraction).
    public init(_ number: UInt64, in language: Language) {
        let (tens, hundreds) = (number % 10, number % 100)
        switch language {
        case .chinese: self = .other
        case .english: self = number == 1 ? .one : .other
        case .french: self = number <= 1 ? .one : number != 0 && number % 1_000_000 == 0 ? .many : .other
        case .spanish: self = number == 1 ? .one : number != 0 && number % 1_000_000 == 0 ? .many : .other
        case .russian:
            self =
                tens == 1 && hundreds != 11
                ? .one : (2...4).contains(tens) && !(12...14).contains(hundreds) ? .few : .many
        case .arabic:
            switch (number, hundreds) {
            case (0, _): self = .zero
            case (1, _): self = .one
            case (2, _): self = .two
            case (_, 3...10): self = .few
            case (_, 11...99): self = .many
            default: self = .other
            }
        }
    }
}
