public import Messages

/// What one respondent of a questionnaire says is there already, in one class of X.1231 and by one means.
public struct InstalledAnswer: Sendable, Hashable {
    /// Who answers; whatever the questionnaire calls them.
    public var respondent: String
    /// The class of X.1231.
    public var layer: Layer
    /// The means.
    public var means: Facility.Means
    /// How much, in the currency below; nothing for "not available", which is not zero.
    public var amount: ParameterRange?
    /// The currency (ISO 4217).
    public var currency: String
    /// The year whose prices are meant.
    public var year: Int

    /// An answer.
    public init(respondent: String, layer: Layer, means: Facility.Means, amount: ParameterRange?, currency: String, year: Int) {
        self.respondent = respondent
        self.layer = layer
        self.means = means
        self.amount = amount
        self.currency = currency
        self.year = year
    }

    /// Class and means in one word, as `Facility.id`.
    var facility: String { "\(layer.rawValue).\(means.rawValue)" }
}

/// What is there already, as the answers of a questionnaire have it.
public struct InstalledBase: Sendable, Hashable {
    /// How many respondents stand behind an amount.
    public struct Answers: Sendable, Hashable {
        /// How many named an amount, zero among them.
        public var given: Int
        /// How many said that it is not available.
        public var unavailable: Int
    }

    /// The questionnaire and its round, as a source.
    public var source: String
    /// The answers: one of each respondent on each facility.
    public var answers: [InstalledAnswer]

    /// Answers of a round.
    public init(source: String, answers: [InstalledAnswer]) {
        self.source = source
        self.answers = answers
    }
}

/// Why answers cannot be taken: what is wrong with which of them, and what to do.
public enum InstalledBaseError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A respondent answers twice on one facility.
    case answeredTwice(respondent: String, facility: String)
    /// An amount is none: out of order, below zero, not finite, too large.
    case badAmount(respondent: String, facility: String)
    /// An answer is in another currency than the ledger.
    case otherCurrency(respondent: String, currency: String)
    /// The ledger's price index lacks the year of an answer, or its own.
    case noPriceIndex(respondent: String, year: Int)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .answeredTwice(let respondent, let facility):
            "\(respondent) answers twice on \(facility); keep the answer that was approved"
        case .badAmount(let respondent, let facility):
            "\(respondent), \(facility): an amount is low, likeliest and high in order, each from 0 to 1e18"
        case .otherCurrency(let respondent, let currency):
            "\(respondent) answers in \(currency); convert the answer to the currency of the ledger"
        case .noPriceIndex(let respondent, let year):
            "\(respondent) answers in prices of \(year); put this year and the ledger's into 'price-index'"
        }
    }
}

extension Ledger {
    /// The ledger with what answers say is there, wherever it waits for answers (`installed: answers`); what was entered stays.
    ///
    /// Lowest, likeliest and highest amounts are added up each for itself: all respondents may err to one side. Where nobody named an
    /// amount the facility goes on waiting.
    public func taking(_ base: InstalledBase) throws(InstalledBaseError) -> Ledger {
        var seen: Set<[String]> = []
        for answer in base.answers {
            guard seen.insert([answer.respondent, answer.facility]).inserted else {
                throw .answeredTwice(respondent: answer.respondent, facility: answer.facility)
            }
        }
        var ledger = self
        for place in ledger.facilities.indices where ledger.facilities[place].installed == nil {
            // In an order of their own: a sum of fractions depends on it.
            let answers = base.answers.filter { $0.facility == ledger.facilities[place].id }.sorted { $0.respondent < $1.respondent }
            var sum = ParameterRange(0)
            var given = 0
            for answer in answers {
                guard let amount = try converted(answer) else { continue }
                sum = ParameterRange(low: sum.low + amount.low, mid: sum.mid + amount.mid, high: sum.high + amount.high)
                given += 1
            }
            ledger.facilities[place].answers = InstalledBase.Answers(given: given, unavailable: answers.count - given)
            guard given > 0 else { continue }
            ledger.facilities[place].installed = sum
            ledger.facilities[place].entry.range = sum
            ledger.facilities[place].entry.source = base.source
            ledger.facilities[place].entry.method = .surveyed
            ledger.facilities[place].entry.grade = .survey
            ledger.facilities[place].entry.origin = .answered
        }
        return ledger
    }

    /// The amount of an answer in money of the ledger's year; nothing where it is not available.
    private func converted(_ answer: InstalledAnswer) throws(InstalledBaseError) -> ParameterRange? {
        guard let amount = answer.amount else { return nil }
        guard answer.currency == currency else { throw .otherCurrency(respondent: answer.respondent, currency: answer.currency) }
        guard [amount.low, amount.mid, amount.high].allSatisfy(ParameterBounds.amount.contains), amount.low <= amount.mid,
            amount.mid <= amount.high
        else { throw .badAmount(respondent: answer.respondent, facility: answer.facility) }
        guard let factor = priceFactor(from: answer.year) else { throw .noPriceIndex(respondent: answer.respondent, year: answer.year) }
        return amount.scaled(by: factor)
    }
}
