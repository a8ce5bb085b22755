internal import JSON
internal import Localization
internal import Observatory

extension StudyData {
    /// Reads what `json` writes.
    public init(json bytes: Span<UInt8>) throws(StudyDataProblem) {
        let value: JSONValue
        do {
            value = try JSONValue(bytes)
        } catch {
            throw StudyDataProblem("the file", "\(error)")
        }
        let root = JSONPlace(value: value, path: "")
        self.init(
            country: try root.member("country").text(), organisation: try root.member("organisation").text(),
            period: try StudyData.period(root.member("period")), version: try root.member("version").text())
        if let place = root.optional("names"), case .object(let members) = place.value {
            for member in members { names[member.name] = try StudyData.names(JSONPlace(value: member.value, path: "names.\(member.name)")) }
        }
        isExample = root.optional("example")?.value.flag ?? false
        policy = try root.optional("policy")?.text()
        for place in try root.optional("datasets")?.elements() ?? [] {
            datasets.append(
                Dataset(id: try place.member("id").text(), name: try place.member("name").text(), date: try place.member("date").text()))
        }
        for place in try root.optional("figures")?.elements() ?? [] { figures.append(try StudyData.figure(place)) }
        for place in try root.optional("answers")?.elements() ?? [] { answers.append(try StudyData.answer(place)) }
        costs = try root.optional("costs").map { place throws(StudyDataProblem) in try StudyCosts(place) }
        try check()
    }

    /// No figure twice, and none of a dataset that nobody names: either would be shown as if it were right.
    private func check() throws(StudyDataProblem) {
        let known = Set(datasets.map(\.id))
        var seen: Set<[String]> = []
        for (place, figure) in figures.enumerated() {
            guard seen.insert([figure.indicator.rawValue, figure.period.description, figure.spelling, figure.method.rawValue]).inserted
            else {
                throw StudyDataProblem("figures[\(place)]", "this figure stands twice: leave one out")
            }
            if let dataset = figure.dataset, !known.contains(dataset) {
                throw StudyDataProblem("figures[\(place)].dataset", "\"\(dataset)\" is not among the datasets: add it there")
            }
        }
    }

    private static func period(_ place: JSONPlace) throws(StudyDataProblem) -> StudyPeriod {
        guard let period = StudyPeriod(try place.text()) else { throw place.problem("write a period like 2026-Q3, 2026-07 or 2026") }
        return period
    }

    private static func names(_ place: JSONPlace) throws(StudyDataProblem) -> [Language: String] {
        var names: [Language: String] = [:]
        for language in Language.allCases { names[language] = try place.optional(language.rawValue)?.text() }
        return names
    }

    private static func value(_ place: JSONPlace) throws(StudyDataProblem) -> StudyValue {
        if let exact = place.optional("value") { return .exact(try exact.number()) }
        if let state = place.optional("state") {
            switch try state.text() {
            case "suppressed": return .suppressed
            case "missing": return .missing
            default: throw state.problem("write \"suppressed\" or \"missing\"")
            }
        }
        guard place.optional("mid") != nil else { throw place.problem("write \"value\", or \"low\", \"mid\" and \"high\", or \"state\"") }
        let (low, mid, high) = (
            try place.member("low").number(), try place.member("mid").number(), try place.member("high").number()
        )
        guard low <= mid, mid <= high else { throw place.problem("low, mid and high must rise") }
        return .range(low: low, mid: mid, high: high)
    }

    private static func figure(_ place: JSONPlace) throws(StudyDataProblem) -> StudyFigure {
        var keys: [StudyKey: String] = [:]
        for key in StudyKey.allCases { keys[key] = try place.optional(key.rawValue)?.text() }
        var figure = StudyFigure(
            StudyIndicator(rawValue: try place.member("indicator").text()), try period(place.member("period")), keys, try value(place),
            method: try place.member("method").code(CountMethod.self))
        figure.coverage = try place.optional("coverage")?.number()
        figure.contributors = try place.optional("contributors")?.whole()
        figure.dataset = try place.optional("dataset")?.text()
        return figure
    }

    private static func answer(_ place: JSONPlace) throws(StudyDataProblem) -> Answer {
        Answer(
            code: try place.member("code").text(), question: try names(place.member("question")), value: try value(place),
            unit: try place.member("unit").text(), method: try place.member("method").code(CountMethod.self),
            respondents: try place.optional("respondents")?.whole())
    }
}

extension StudyCosts {
    fileprivate init(_ place: JSONPlace) throws(StudyDataProblem) {
        let seed = try place.member("seed")
        guard let number = UInt64(try seed.text()) else { throw seed.problem("write a whole number as a string") }
        self.init(
            currency: try place.member("currency").text(), priceYear: try place.member("priceYear").whole(), seed: number,
            draws: try place.member("draws").whole(), amounts: [], swings: [])
        for entry in try place.member("amounts").elements() {
            amounts.append(
                Amount(
                    id: try entry.member("figure").text(), mid: try entry.member("mid").number(), p5: try entry.member("p5").number(),
                    p50: try entry.member("p50").number(),
                    p95: try entry.member("p95").number(), isComplete: entry.optional("complete")?.value.flag ?? false))
        }
        for entry in try place.member("swings").elements() {
            swings.append(
                Swing(
                    figure: try entry.member("figure").text(), input: try entry.member("input").text(),
                    low: try entry.member("low").number(), high: try entry.member("high").number()))
        }
        for entry in try place.optional("missing")?.elements() ?? [] { missing.append(try entry.text()) }
        for entry in try place.optional("missingLayers")?.elements() ?? [] { missingLayers.append(try entry.text()) }
    }
}
