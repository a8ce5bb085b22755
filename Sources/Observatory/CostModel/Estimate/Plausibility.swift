public import Localization

/// Looks at a ledger and its estimate as a careful reader would, and asks. Nothing here keeps an estimate from being made: an answer
/// outside a band may be right, and then deserves a comment.
public enum Plausibility {
    /// Something that should be asked.
    public struct Question: Sendable, Hashable {
        /// Which of the questions it is (`outside-published`).
        public var id: String
        /// What it is about: a parameter or a figure.
        public var about: String
        /// What to say to people.
        public var statement: Statement
        /// What the ledger says about it already; nothing where it says nothing.
        public var comment: String?

        init(_ id: String, about: String, _ details: String..., comment: String? = nil) {
            self.id = id
            self.about = about
            self.comment = comment
            self.statement = Statement("cost.question.\(id)", details: ([about] + details).map(Statement.Detail.text))
        }
    }

    /// How many years a price may be older than the estimate before somebody asks for a newer one.
    static let priceYears = 3
    /// An assumption whose highest value is less than so many times its lowest is sure of itself.
    static let narrow = 1.2
    /// Two ways to reckon one thing that are further apart than so many times deserve a word.
    static let apart = 3.0

    static func questions(about estimate: CostEstimate, entries: [Parameter: LedgerEntry]) -> [Question] {
        let ledger = estimate.ledger
        var questions = Parameter.allCases.flatMap { parameter -> [Question] in
            let published = entries[parameter].map { outside(parameter, $0) } ?? []
            return published + (entries[parameter].map { self.questions(about: parameter.id, $0, in: ledger) } ?? [])
                + lapsed(parameter, in: ledger)
        }
        questions += ledger.facilities.flatMap { self.questions(about: $0.id, $0.entry, in: ledger) + unanswered($0) }
        questions += ledger.spending.flatMap { self.questions(about: $0.id, $0.entry, in: ledger) }
        questions += between(entries) + total(of: estimate, entries) + investment(estimate) + fraud(estimate)
        return questions + providers(ledger, entries) + spending(estimate)
    }

    // MARK: One value

    private static func outside(_ parameter: Parameter, _ entry: LedgerEntry) -> [Question] {
        guard case .entered = entry.origin, let range = entry.range, let published = parameter.definition.published, published.range.isOpen,
            range.mid < published.range.low || range.mid > published.range.high
        else { return [] }
        return [
            Question(
                "outside-published", about: parameter.id, AmountText.rounded(range.mid), AmountText.rounded(published.range.low),
                AmountText.rounded(published.range.high), published.source, comment: entry.comment)
        ]
    }

    private static func questions(about id: String, _ entry: LedgerEntry, in ledger: Ledger) -> [Question] {
        guard case .entered = entry.origin, let range = entry.range else { return [] }
        var questions: [Question] = []
        if entry.grade == .assumption, range.high - range.low < (narrow - 1) * abs(range.low) {
            questions.append(
                Question("narrow", about: id, AmountText.rounded(range.low), AmountText.rounded(range.high), comment: entry.comment))
        }
        if let year = entry.priceYear, ledger.priceYear - year > priceYears {
            questions.append(Question("old-price", about: id, "\(year)", "\(ledger.priceYear)", comment: entry.comment))
        }
        if let country = entry.country, country != ledger.country {
            questions.append(Question("other-country", about: id, country, ledger.country, comment: entry.comment))
        }
        return questions
    }

    private static func lapsed(_ parameter: Parameter, in ledger: Ledger) -> [Question] {
        guard let last = ledger.lapsed[parameter], let day = ledger.asOf else { return [] }
        return [Question("lapsed", about: parameter.id, last.description, day.description)]
    }

    private static func unanswered(_ facility: Facility) -> [Question] {
        guard let answers = facility.answers, answers.unavailable > 0 else { return [] }
        return [Question("unanswered", about: facility.id, "\(answers.given)", "\(answers.unavailable)")]
    }

    // MARK: Values beside each other

    private static func between(_ entries: [Parameter: LedgerEntry]) -> [Question] {
        var questions: [Question] = []
        if let inbox = entries[.inboxShare]?.range, let refused = entries[.refusedShare]?.range, inbox.mid > 1 - refused.mid {
            questions.append(
                Question(
                    "more-than-let-in", about: Parameter.inboxShare.id, AmountText.rounded(inbox.mid), AmountText.rounded(1 - refused.mid)))
        }
        if let now = entries[.inboxShare]?.range, let aim = entries[.targetInboxShare]?.range, aim.mid >= now.mid {
            questions.append(
                Question(
                    "no-better", about: Parameter.targetInboxShare.id, AmountText.rounded(aim.mid), AmountText.rounded(now.mid),
                    comment: entries[.targetInboxShare]?.comment))
        }
        if let hour = entries[.hourValue], case .entered = hour.origin, let value = hour.range?.mid,
            let income = entries[.incomePerHead]?.range?.mid
        {
            let expected = income / Ledger.hoursOfIncome
            if value < expected / 2 || value > expected * 2 {
                questions.append(
                    Question(
                        "hour-and-income", about: Parameter.hourValue.id, AmountText.rounded(value), AmountText.rounded(expected)))
            }
        }
        return questions
    }

    private static func total(of estimate: CostEstimate, _ entries: [Parameter: LedgerEntry]) -> [Question] {
        guard let product = entries[.nationalProduct]?.range?.mid else { return [] }
        let together = Perspective.allCases.filter(\.hasTotal).compactMap { estimate.amount(of: .total($0))?.mid }.reduce(0, +)
        guard together > worstShare * product else { return [] }
        return [Question("share-of-product", about: Parameter.nationalProduct.id, AmountText.rounded(100 * together / product))]
    }

    /// The worst case of spam and malware together as a share of gross domestic product (ITU, "Financial aspects of network security:
    /// malware and spam", 2008).
    static let worstShare = 0.01

    private static func investment(_ estimate: CostEstimate) -> [Question] {
        guard let ceiling = estimate.amount(of: .ceiling)?.mid, let gap = estimate.amount(of: .wholeGap)?.mid, gap > ceiling else {
            return []
        }
        return [Question("above-ceiling", about: CostFigure.wholeGap.id, AmountText.rounded(gap), AmountText.rounded(ceiling))]
    }

    private static func fraud(_ estimate: CostEstimate) -> [Question] {
        guard let survey = estimate.amount(of: .component(.surveyedFraud))?.mid,
            let reports = estimate.amount(of: .component(.reportedFraud))?.mid,
            max(survey, reports) > apart * min(survey, reports)
        else { return [] }
        return [
            Question(
                "fraud-apart", about: CostComponent.surveyedFraud.rawValue, AmountText.rounded(survey), AmountText.rounded(reports))
        ]
    }
}
