/// What a phrase is about. Several phrases of one theme are one sign, a theme together with a link or a number another.
public enum Theme: UInt8, Sendable, Hashable, CaseIterable {
    /// A parcel that waits, was returned or costs a fee.
    case parcel
    /// An account, card or payment that is blocked or must be confirmed.
    case account
    /// A prize, a lottery, a gift card won.
    case prize
    /// A stranger who took the number for somebody else's.
    case wrongNumber
    /// A relative with a new telephone or in need.
    case family
    /// A code that was sent and should be passed on.
    case codeRequest
    /// A code that must not be passed on: what services write.
    case oneTimeCode
    /// Easy work for good pay.
    case job
    /// Money lent without questions.
    case loan
    /// Investments, coins, sure profit.
    case investment
    /// Tax refunds and fines.
    case tax
    /// Road tolls and parking.
    case toll
    /// A threat to publish, for a ransom.
    case extortion
    /// An inheritance or a fund that needs a helper abroad.
    case advanceFee
    /// Company and intimacy.
    case adult
    /// Betting and casinos.
    case gambling
    /// Medicine without a prescription.
    case pharmacy
    /// Copies of brands.
    case replica
    /// Offers of marketing, search ranks, leads.
    case marketing
    /// A mailbox that is full or expires.
    case mailbox
    /// A subscription that renews, with a number to call.
    case renewal
    /// A virus found, a computer that needs help.
    case technicalHelp
    /// An order from the boss: gift cards, a transfer, in confidence.
    case boss
    /// An invoice, an overdue payment, changed bank details.
    case invoice
    /// Haste: now, today, last warning.
    case urgency
    /// A call to follow a link.
    case follow
    /// Selling words: offer, discount, free.
    case selling
    /// How to leave a list.
    case unsubscribe
    /// A request to write to another channel: chat handles.
    case otherChannel
}

/// A set of themes.
struct ThemeSet: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// These themes.
    init(_ themes: Theme...) {
        rawValue = themes.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    }
}

/// Which themes were met in a text, and by how many different phrases.
public struct PhraseHits: Sendable, Hashable {
    /// A byte for each theme, so that counting allocates nothing.
    private var counts = SIMD32<UInt8>(repeating: 0)
    /// The themes that were met.
    private(set) var themes: ThemeSet = []

    /// No phrase.
    public init() {}

    /// How many different phrases of a theme were met.
    public subscript(theme: Theme) -> Int { Int(counts[Int(theme.rawValue)]) }

    /// Whether a phrase of the theme was met.
    public func has(_ theme: Theme) -> Bool { themes.rawValue >> UInt32(theme.rawValue) & 1 != 0 }

    /// Whether a phrase of any of the themes was met.
    public func hasAny(_ themes: Theme...) -> Bool { themes.contains { has($0) } }

    /// Counts one phrase more.
    mutating func add(_ theme: Theme) {
        let index = Int(theme.rawValue)
        if counts[index] < .max { counts[index] += 1 }
        themes.insert(ThemeSet(theme))
    }

    /// Forgets everything.
    mutating func removeAll() {
        self = PhraseHits()
    }
}
