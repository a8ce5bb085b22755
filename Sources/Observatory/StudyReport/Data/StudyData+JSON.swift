internal import JSON
internal import Localization
internal import Observatory

/// Data as JSON: what `--format json` writes and `--data` reads again.
extension StudyData {
    /// The data, one object; a figure a line.
    public var json: [UInt8] {
        var text = JSONText()
        text.object { object in
            object.member("country", country)
            object.key("names")
            object.object { list in
                for (code, texts) in names.sorted(by: { $0.key < $1.key }) {
                    list.key(code)
                    StudyData.write(texts, into: &list)
                }
            }
            object.member("organisation", organisation)
            object.member("period", period.description)
            object.member("version", version)
            object.member("example", isExample)
            if let policy { object.member("policy", policy) }
            object.key("datasets")
            object.list { list in
                for dataset in datasets {
                    list.object { entry in
                        entry.member("id", dataset.id)
                        entry.member("name", dataset.name)
                        entry.member("date", dataset.date)
                    }
                }
            }
            object.key("figures")
            object.list { list in for figure in figures { StudyData.write(figure, into: &list) } }
            object.key("answers")
            object.list { list in for answer in answers { StudyData.write(answer, into: &list) } }
            if let costs {
                object.key("costs")
                costs.write(into: &object)
            }
        }
        return text.bytes + [0x0A]
    }

    private static func write(_ names: [Language: String], into json: inout JSONText) {
        json.object { object in
            for language in Language.allCases { if let name = names[language] { object.member(language.rawValue, name) } }
        }
    }

    private static func write(_ figure: StudyFigure, into json: inout JSONText) {
        json.object { object in
            object.member("indicator", figure.indicator.rawValue)
            object.member("period", figure.period.description)
            for (key, value) in figure.keys.sorted(by: { $0.key < $1.key }) { object.member(key.rawValue, value) }
            write(figure.value, into: &object)
            object.member("method", figure.method.rawValue)
            if let coverage = figure.coverage { object.member("coverage", coverage, digits: 4) }
            if let contributors = figure.contributors { object.member("contributors", contributors) }
            if let dataset = figure.dataset { object.member("dataset", dataset) }
        }
    }

    private static func write(_ value: StudyValue, into object: inout JSONText) {
        switch value {
        case .exact(let number): object.member("value", number, digits: 6)
        case .range(let low, let mid, let high):
            object.member("low", low, digits: 6)
            object.member("mid", mid, digits: 6)
            object.member("high", high, digits: 6)
        case .suppressed: object.member("state", "suppressed")
        case .missing: object.member("state", "missing")
        }
    }

    private static func write(_ answer: Answer, into json: inout JSONText) {
        json.object { object in
            object.member("code", answer.code)
            object.key("question")
            write(answer.question, into: &object)
            write(answer.value, into: &object)
            object.member("unit", answer.unit)
            object.member("method", answer.method.rawValue)
            if let respondents = answer.respondents { object.member("respondents", respondents) }
        }
    }
}

extension StudyCosts {
    fileprivate func write(into json: inout JSONText) {
        json.object { object in
            object.member("currency", currency)
            object.member("priceYear", priceYear)
            object.member("seed", String(seed))
            object.member("draws", draws)
            object.key("amounts")
            object.list { list in
                for amount in amounts {
                    list.object { entry in
                        entry.member("figure", amount.id)
                        entry.member("mid", amount.mid, digits: 4)
                        entry.member("p5", amount.p5, digits: 4)
                        entry.member("p50", amount.p50, digits: 4)
                        entry.member("p95", amount.p95, digits: 4)
                        entry.member("complete", amount.isComplete)
                    }
                }
            }
            object.key("swings")
            object.list { list in
                for swing in swings {
                    list.object { entry in
                        entry.member("figure", swing.figure)
                        entry.member("input", swing.input)
                        entry.member("low", swing.low, digits: 4)
                        entry.member("high", swing.high, digits: 4)
                    }
                }
            }
            object.member("missing", missing)
            object.member("missingLayers", missingLayers)
        }
    }
}
