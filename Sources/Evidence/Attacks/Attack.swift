// Ways in which spammers change a message so that a filter lets it pass, as functions from a message to a message. For measuring: how far
// does each lower the recall, and what brings it back? Nothing here takes part in a verdict.

internal import Messages

/// One way to disguise a message. The same draft and the same chance give the same result.
public protocol Attack: Sendable {
    /// What the command and the table call it.
    var name: String { get }
    /// Whether only a mail can be changed so.
    var needsMail: Bool { get }
    /// Changes what an attacker can change.
    func change(_ draft: inout Draft, by chance: inout Chance)
}

extension Attack {
    /// Any message can be changed so unless the attack says otherwise.
    public var needsMail: Bool { false }
}

/// The attacks there are.
public enum Attacks {
    /// All of them, in the order of the table; rewordings come from these groups beside the built-in ones.
    public static func all(rewordings: [[String]] = []) -> [any Attack] {
        [
            GoodWords(.behind), GoodWords(.before), GoodWords(.around), GoodWords(.flood), HiddenGoodWords(.notDisplayed),
            HiddenGoodWords(.sameColour), HiddenGoodWords(.tiny), GoodHeader(), LookAlikeSpelling(), InvisibleSigns(), Misspelling(),
            DigitSpelling(), SpacedLetters(),
            BrokenByMarkup(.comments), BrokenByMarkup(.hiddenLetters), PictureForText(), MixedLanguages(), Rewording(rewordings),
        ]
    }
}

/// Numbers without meaning that are the same for everybody (SplitMix64).
public struct Chance: Sendable {
    private var numbers: SplitMix

    /// Numbers that begin with a seed.
    public init(seed: UInt64) {
        numbers = SplitMix(seed: seed)
    }

    /// Numbers that belong to some bytes.
    public init(of bytes: Span<UInt8>) {
        numbers = SplitMix(seed: FNV1a.hash(of: bytes))
    }

    /// The next number.
    mutating func next() -> UInt64 {
        numbers.next()
    }

    /// A number from 0 up to, not including, a limit above 0.
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }

    /// Yes, in so many of a hundred cases.
    mutating func isMet(percent: Int) -> Bool { below(100) < percent }
}
