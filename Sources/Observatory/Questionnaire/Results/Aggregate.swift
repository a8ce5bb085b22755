internal import CostModel
public import Disclosure
internal import Observatory

/// Many responses as tables that may be published: sums of what adds up, means of what does not, and how many chose what.
///
/// Everything goes through `DisclosureControl`. Figures are by question, item and kind of respondent, together with their totals, so that a hidden one cannot be
/// worked out of these. Answers that only the centre may see enter nothing.
public struct Aggregate: Sendable {
    /// One published table.
    public struct Table: Sendable {
        /// The question's code up to its item: `B1` for `B1_email` and its kin.
        public let stem: String
        /// Whether figures are sums; else they are means or counts.
        public let isSum: Bool
        /// The figures; keys are code (or choice), and kind of respondent. Totals are `_T`.
        public let release: DisclosureControl.Release
    }

    /// The tables, in the order of the questions.
    public let tables: [Table]
    /// How many responses are in them.
    public let respondents: Int

    /// The tables of responses to an instrument.
    ///
    /// - Parameters:
    ///   - responses: the responses; those that are not approved or published are left out.
    ///   - earlier: what was published of the round before, in an earlier state.
    public init(
        _ responses: [Response], of instrument: Instrument, by control: DisclosureControl = DisclosureControl(),
        after earlier: Aggregate? = nil
    ) throws(DisclosureError) {
        let responses = responses.filter { [.approved, .published].contains($0.state) }.sorted { $0.respondent < $1.respondent }
        respondents = responses.count
        var tables: [Table] = []
        for (stem, questions) in Aggregate.stems(instrument) {
            let cells = try Aggregate.cells(questions, responses)
            guard !cells.isEmpty, let first = questions.first else { continue }
            let isSum = Aggregate.adds(first)
            let table = isSum ? try Aggregate.withAllItems(cells) : try Aggregate.withAllRespondents(cells, questions)
            let release = try control.publish(table, after: earlier?.tables.first { $0.stem == stem }?.release)
            tables.append(Table(stem: stem, isSum: isSum, release: release))
        }
        self.tables = tables
    }

    private static func stems(_ instrument: Instrument) -> [(String, [Question])] {
        var stems: [(String, [Question])] = []
        for question in instrument.questions {
            let stem = String(question.code.prefix { $0 != "_" })
            // The items of several stems stand by turns in a section.
            if let place = stems.firstIndex(where: { $0.0 == stem }) {
                stems[place].1.append(question)
            } else {
                stems.append((stem, [question]))
            }
        }
        return stems
    }

    private static func adds(_ question: Question) -> Bool {
        guard case .amount(_, _, _, let adds) = question.kind else { return false }
        return adds
    }

    // MARK: Cells

    private static func cells(_ questions: [Question], _ responses: [Response]) throws(DisclosureError) -> [TableCell] {
        var cells: [TableCell] = []
        let roles = Dictionary(grouping: responses) { $0.answers["A2"]?.choices.first ?? "unknown" }.sorted { $0.key < $1.key }
        for question in questions {
            for (role, members) in roles {
                switch question.kind {
                case .amount: cells += try amount(question, role, members)
                case .one, .many: cells += try counts(question, role, members)
                case .whole, .text: break
                }
            }
        }
        return cells
    }

    private static func said(_ question: Question, _ response: Response) -> Answer? {
        guard let answer = response.answers[question.code], answer.confidentiality != .closed, response.asks(question) else { return nil }
        return answer
    }

    private static func amount(_ question: Question, _ role: String, _ members: [Response]) throws(DisclosureError) -> [TableCell] {
        var shares: [String: Double] = [:]
        for member in members { shares[member.respondent] = said(question, member)?.range?.mid }
        guard !shares.isEmpty else { return [] }
        if !adds(question) { shares = shares.mapValues { $0 / Double(shares.count) } }
        let value = shares.values.sorted().reduce(0, +)
        return [
            try TableCell(CellKey(question.code, role), .magnitude, value: value, shares: shares, method: method(shares.count, members))
        ]
    }

    /// How many chose what. Whoever answered counts; whoever did not is in no count.
    private static func counts(_ question: Question, _ role: String, _ members: [Response]) throws(DisclosureError) -> [TableCell] {
        let answered = members.filter { !(said(question, $0)?.choices.isEmpty ?? true) }
        guard !answered.isEmpty else { return [] }
        var cells: [TableCell] = []
        for option in question.options {
            let choosers = answered.filter { said(question, $0)?.choices.contains(option.code) == true }
            let shares = Dictionary(choosers.map { ($0.respondent, 1.0) }) { first, _ in first }
            cells.append(
                try TableCell(
                    CellKey("\(question.code)=\(option.code)", role), .frequency, value: Double(choosers.count), shares: shares,
                    // How many answered is a figure of its own, and would tell of those who chose otherwise.
                    method: method(nil, members)))
        }
        return cells
    }

    private static func method(_ answered: Int?, _ members: [Response]) throws(DisclosureError) -> FigureMethod {
        try FigureMethod(
            .surveyed, source: "questionnaire R52, round \(members.first?.round ?? "")",
            coverage: answered.map { Double($0) / Double(max(members.count, 1)) })
    }

    /// Amounts add up over the items of a stem and not over kinds of respondents: a regulator answers for all operators, who answer as well.
    private static func withAllItems(_ cells: [TableCell]) throws(DisclosureError) -> StatisticalTable {
        let items = Set(cells.map { $0.key.codes[0] }).sorted()
        guard items.count > 1 else { return try StatisticalTable(cells) }
        return try StatisticalTable.withTotals(cells, [.init(of: items, in: 0)])
    }

    /// Counts of choices add up over kinds of respondents, and over the choices where each respondent makes one; means add up over nothing.
    private static func withAllRespondents(_ cells: [TableCell], _ questions: [Question]) throws(DisclosureError) -> StatisticalTable {
        guard cells.allSatisfy({ $0.kind == .frequency }) else { return try StatisticalTable(cells) }
        var groups: [StatisticalTable.Group] = []
        for question in questions {
            guard case .one(let options) = question.kind else { continue }
            groups.append(.init("\(question.code)=\(CellKey.total)", of: options.map { "\(question.code)=\($0.code)" }, in: 0))
        }
        groups.append(.init(of: Set(cells.compactMap { $0.key.codes.last }).sorted(), in: 1))
        return try StatisticalTable.withTotals(cells, groups)
    }
}

/// What changed from one round to the next, of what was published of both.
public struct RoundComparison: Sendable {
    /// One figure in two rounds.
    public struct Line: Sendable, Hashable {
        /// The figure's key.
        public let key: CellKey
        /// What was published of the round before; nothing where it was hidden or not asked.
        public let before: Double?
        /// What is published of this round; nothing where it is hidden or not asked.
        public let now: Double?

        /// The change in percent; nothing where one is missing or began at zero.
        public var percent: Double? {
            guard let before, let now, before > 0 else { return nil }
            return (now / before - 1) * 100
        }
    }

    /// The figures of both rounds, in the order of the questions.
    public let lines: [Line]

    /// A comparison of two rounds' published tables.
    public init(_ now: Aggregate, with before: Aggregate) {
        lines = now.tables.flatMap { table in
            let old = before.tables.first { $0.stem == table.stem }?.release.published
            return table.release.published.cells.map { Line(key: $0.key, before: old?[$0.key]?.number, now: $0.number) }
        }
    }
}
