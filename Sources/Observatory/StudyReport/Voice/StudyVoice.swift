internal import CostModel
internal import Documents
internal import Localization
internal import Observatory

/// Says what a report says, in one language.
struct StudyVoice {
    let language: Language
    let numbers: NumberStyle
    private let catalogue: Catalogue
    private let data: StudyData

    init(_ data: StudyData, in language: Language) {
        self.data = data
        self.language = language
        self.numbers = NumberStyle(language)
        self.catalogue = Catalogue(Terms.all, StudySentences.all, CostFigure.sentences)
    }

    // MARK: Words

    func text(_ key: String, _ details: String...) -> String { catalogue.text(key, in: language, details) }

    /// A column's head (`channel`, `share`).
    func column(_ name: String) -> String { text("study.c.\(name)") }

    func list(_ items: [String]) -> String {
        items.joined(separator: language == .chinese ? "、" : language == .arabic ? "، " : ", ")
    }

    func period(_ period: StudyPeriod) -> String {
        switch period.part {
        case .year: text("study.year", "\(period.year)")
        case .quarter(let quarter): text("study.quarter.\(quarter)", "\(period.year)")
        case .month(let month): text("study.month", "\(period.year)", (month < 10 ? "0" : "") + "\(month)")
        }
    }

    func indicator(_ indicator: StudyIndicator) -> String {
        catalogue["study.i.\(indicator.rawValue)"]?[language] ?? indicator.rawValue
    }

    func method(_ method: CountMethod) -> String { text("study.m.\(method.rawValue)") }

    /// A value of a key in words: a channel, a class, a country.
    func name(_ value: String, of key: StudyKey) -> String {
        if value == Dimension.unknown { return text("study.unknown") }
        if value == Dimension.other { return text("study.others") }
        let kind: String? =
            switch key {
            case .channel: "channel"
            case .category: "class"
            case .direction: "direction"
            case .disposition: "disposition"
            case .layer: "layer"
            case .trust: "trust"
            case .language, .country, .network, .operator, .issuer, .route: nil
            }
        if let kind { return catalogue["\(kind).\(value)"]?[language] ?? value }
        if key == .route { return route(StudyRoute(value).stations) }
        if key == .language, let known = Language(tag: value) { return known.ownName }
        return data.name(of: value, in: language)
    }

    /// A way: its stations with arrows between, that point where the text runs.
    func route(_ stations: [String]) -> String {
        stations.map { data.name(of: $0, in: language) }.joined(separator: language.isRightToLeft ? " ← " : " → ")
    }

    // MARK: Numbers

    /// A number in its unit.
    func number(_ value: Double, _ unit: StudyIndicator.Unit) -> String {
        switch unit {
        case .messages, .number: numbers.number(value)
        case .share: numbers.percent(value)
        case .perThousand: numbers.number(value, digits: 1)
        case .bytes: text("study.u.BYTE", numbers.number(value))
        case .milliseconds: text("study.u.MS", numbers.number(value))
        }
    }

    /// A cell of a value; withheld and missing say so.
    func cell(_ value: StudyValue?, _ unit: StudyIndicator.Unit) -> Table.Cell {
        switch value {
        case .suppressed: Table.Cell(text("study.suppressed"), .absent)
        case .missing, nil: Table.Cell(text("study.missing"), .absent)
        case .exact(let number), .range(_, let number, _): .number(self.number(number, unit))
        }
    }

    /// A cell of the interval of a value; empty where there is none.
    func interval(_ value: StudyValue?, _ unit: StudyIndicator.Unit) -> Table.Cell {
        guard let range = value?.range else { return .number("") }
        return .number(interval(range, unit))
    }

    func interval(_ range: ClosedRange<Double>, _ unit: StudyIndicator.Unit) -> String {
        unit == .share
            ? numbers.percent(range) : "\(numbers.number(range.lowerBound))\u{2013}\(numbers.number(range.upperBound))"
    }

    /// An amount of money in three digits that count.
    func money(_ value: Double) -> String { numbers.rounded(value) }
}
